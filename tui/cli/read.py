"""`dateline [PATH]`: the reader."""

import sys
from datetime import date
from pathlib import Path

import click

from extract.errors import MissingReportError
from tui.cli import options
from tui.cli.piped import keep_standard_input
from tui.quiet import quiet_terminal


@click.command("read")
@click.argument("path", type=click.Path(path_type=Path), default=None, required=False)
@options.published
@options.notes
@options.annotator
@options.tagger
@click.option(
    "--no-memory", is_flag=True, help="Fill in and fold away nothing by earlier decisions."
)
@click.option(
    "--adjudicate",
    "between",
    nargs=2,
    metavar="A B",
    default=None,
    help="Settle where two annotators differ, as a third (--as).",
)
@click.option("--ascii", "ascii_only", is_flag=True, help="Write numbers in place of plots.")
def command(
    path: Path | None,
    published: date | None,
    notes: Path | None,
    annotator: str | None,
    tagger: str | None,
    no_memory: bool,
    between: tuple[str, str] | None,
    ascii_only: bool,
) -> int:
    """Open the reader on a report or a folder of reports; "-" reads one from standard input.

    Without a path, the report that ships and what was opened last are offered.

    \b
    Examples:
      dateline read reports/ --as anna
      xclip -o | dateline - --date 2024-05-03
      dateline --adjudicate anna bea reports/ --as chair
    """
    said = annotator
    if path is None:
        path = _chosen()
        if path is None:
            return 0
        annotator = annotator or _last_annotator(path)
    elif str(path) == "-":
        path = keep_standard_input()
    if not path.exists():
        raise MissingReportError("no such file or folder", path, "check the name")
    if between:
        _check_third(options.who(annotator), between)
    elif said and not _is_meant(said, path, notes):
        return 0
    with quiet_terminal():
        from tui.start import start  # the store and the screen: other commands need less

        return start(
            path,
            annotator=options.who(annotator),
            notes=notes,
            published=published,
            tagger=tagger,
            between=between,
            memory=not no_memory,
            ascii_only=ascii_only,
        )


def _chosen() -> Path | None:
    """What a person chooses who named nothing; none where there is nobody to choose.

    Raises:
        UsageError: if this is no terminal.
    """
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError("give a report or a folder of reports: dateline PATH")
    with quiet_terminal():
        from tui.start import welcome  # the screen

        return welcome()


def _last_annotator(path: Path) -> str | None:
    from tui.recent import last_annotator  # where nothing was named

    return last_annotator(path)


def _is_meant(annotator: str, path: Path, notes: Path | None) -> bool:
    """Whether a name that is new where others have notes is meant so; asked of a person alone."""
    from store.notes.paths import NOTES_FOLDER, annotators_at  # the store, as for the reader
    from store.wording import series
    from tui.text.visible import visible

    folder = notes or (path if path.is_dir() else path.parent) / NOTES_FOLDER
    others = annotators_at(folder)
    if not others or annotator in others or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return True
    have = f"{series(others)} {'has' if len(others) == 1 else 'have'}"
    asked = visible(f"{annotator} has no notes here, {have}. Begin as {annotator}?")
    return click.confirm(asked, default=False)


def _check_third(who: str, between: tuple[str, str]) -> None:
    if who in between or between[0] == between[1]:
        raise click.UsageError(
            "the two and the one who settles must differ: name a third with --as"
        )
