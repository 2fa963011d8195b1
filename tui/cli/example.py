"""`dateline example`: a small library to try everything on."""

from pathlib import Path

import click

from tui.shipped import EXAMPLE, write_example
from tui.telling import say


@click.command("example")
@click.argument("folder", type=click.Path(path_type=Path), default=Path(EXAMPLE), required=False)
def command(folder: Path) -> int:
    """Write an example library: three made-up reports of one attack, in a new folder.

    A news agency, a local paper and a situation report tell of it on three days, with tolls that
    differ. Nothing that is there already is written over.

    \b
    Examples:
      dateline example
      dateline example reports/oshkara
    """
    reports = write_example(folder)
    for report in reports:
        say(str(report))
    say(f"Read them: dateline {_quoted(folder)}")
    return 0


def _quoted(folder: Path) -> str:
    words = str(folder)
    return f"'{words}'" if " " in words else words
