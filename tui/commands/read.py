"""`dateline [PATH]`: the reader."""

from datetime import date
from pathlib import Path

import click

from extract.errors import MissingReportError
from tui.commands import options
from tui.commands.piped import keep_standard_input


@click.command("read")
@click.argument("path", type=click.Path(path_type=Path), default=None, required=False)
@options.published
@options.notes
@options.annotator
@options.tagger
def command(
    path: Path | None,
    published: date | None,
    notes: Path | None,
    annotator: str | None,
    tagger: str | None,
) -> int:
    """Open the reader on a report or a folder of reports; "-" reads one from standard input.

    \b
    Examples:
      dateline read reports/ --as anna
      xclip -o | dateline - --date 2024-05-03
    """
    if path is None:
        raise click.UsageError("give a report or a folder of reports: dateline PATH")
    if str(path) == "-":
        path = keep_standard_input()
    if not path.exists():
        raise MissingReportError("no such file or folder", path, "check the name")
    from tui.app import run  # Textual takes a fifth of a second, and only the screen needs it

    return run(
        path,
        annotator=options.who(annotator),
        notes=notes,
        published=published,
        tagger=tagger,
    )
