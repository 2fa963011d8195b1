"""`dateline memory PATH`: what the decisions of a library come to."""

from pathlib import Path

import click

from store.memory.file import written
from tui.cli import options
from tui.cli.opening import library
from tui.telling import say_text, tell, tell_and_go_on


@click.command("memory")
@click.argument("path", type=click.Path(path_type=Path))
@options.notes
@options.annotator
def command(path: Path, notes: Path | None, annotator: str | None) -> None:
    """Print the file of what is remembered of the decisions in a library: by it open suggestions
    are filled in or folded away.

    The file can be edited; its head says how. `dateline read --no-memory` does without.

    \b
    Examples:
      dateline memory reports/
      dateline memory reports/ --as bea > for_others.toml
    """
    with library(path, annotator=annotator, notes=notes) as opened:
        remembered = opened.memory.now()
        for problem in opened.memory.take_problems():
            tell_and_go_on(problem)
        if remembered:
            tell(f"this is {opened.memory.file}")
            say_text(written(remembered, opened.annotator).decode())
        else:
            tell("nothing is remembered yet: decisions on reports make the beginning")
