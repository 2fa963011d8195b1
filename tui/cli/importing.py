"""`dateline import`: annotations made elsewhere, or Dateline's own export, into a library."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extract.errors import DatelineError, LoadError
from store.formats.incoming.bringing import Brought, bring
from store.formats.incoming.formats import FORMATS, OWN, format_of
from store.formats.incoming.meeting import Terms
from store.formats.incoming.ownrows import OwnRow, own_rows
from store.formats.incoming.raw import data_of
from store.formats.incoming.restoring import Restored, missing, restore_all, restore_report
from store.library import Library
from store.names import annotator_name
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say, tell

_Opening = Callable[[], AbstractContextManager[Library]]


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMATS),
    help="The file's format (default: told from the file).",
)
@click.option(
    "--as-decisions",
    "decided_by",
    metavar="ANNOTATOR",
    help="Take what was decided there as this annotator's decisions.",
)
@click.option(
    "--accept-unmarked",
    is_flag=True,
    help="With --as-decisions: also accept all that the file has no decision on, even what was "
    "rejected before it went out (doccano keeps no decisions).",
)
@options.notes
@options.annotator
def command(
    path: Path,
    file: Path,
    form: str | None,
    decided_by: str | None,
    accept_unmarked: bool,
    notes: Path | None,
    annotator: str | None,
) -> int:
    """Bring the annotations of FILE into the library at PATH.

    They come as suggestions to decide on; what stands there already is that item. With
    --as-decisions what was accepted, corrected, rejected or skipped there is so here, and the rest
    stays a suggestion. Their words are looked for where the offsets do not fit; what finds no place
    or cannot be understood is named, and the rest goes in.

    \b
    Examples:
      dateline import reports/ from-brat/
      dateline import reports/ coder-b.jsonl --as-decisions bea
    """
    if accept_unmarked and decided_by is None:
        raise click.UsageError("--accept-unmarked is for --as-decisions")
    decided_by = annotator_name(decided_by) if decided_by is not None else None
    form = form or format_of(file)

    def opening() -> AbstractContextManager[Library]:
        return library(path, annotator=decided_by or annotator, notes=notes)

    if form == OWN:
        return _restore(file, path, opening, decided_by)
    with opening() as opened:
        brought = bring(file, form, opened, Terms(form, decided_by, accept_unmarked))
    return _told(brought, form)


def _told(brought: Brought, form: str) -> int:
    for words in brought.told:
        say(words, err=True)
    for what, number in sorted(brought.left_out.items()):
        if number:
            say(f"dateline: not from {form}: {number} {what}", err=True)
    counts = f"{brought.new} new, {brought.changed} changed, {brought.same} there already"
    items = brought.new + brought.changed + brought.same
    return _ended(f"{items} items ({counts})", brought.reports, brought.problems)


def _ended(items: str, reports: int, problems: list[DatelineError]) -> int:
    for problem in problems:
        tell(problem)
    left = len(problems)
    say(f"{items}, {reports} reports changed, {left} left out", err=True)
    return FAILED if left else 0


def _restore(file: Path, path: Path, opening: _Opening, decided_by: str | None) -> int:
    """The rows of an own export, their reports put into the folder where it lacks them."""
    found = list(own_rows(data_of(file), str(file)))
    problems: list[DatelineError] = [one for one in found if isinstance(one, DatelineError)]
    rows = [one for one in found if isinstance(one, OwnRow)]
    _put_reports(rows, path, opening, problems)
    done = Restored()
    if rows:
        with opening() as opened:
            done = restore_all(rows, opened, decided_by)
    return _ended(f"{done.items} items", done.reports, [*problems, *done.problems])


def _put_reports(
    rows: list[OwnRow], path: Path, opening: _Opening, problems: list[DatelineError]
) -> None:
    """Put the reports that the library lacks where they belong; rows for which it fails go."""
    folder = path if path.is_dir() or not path.exists() else path.parent
    for row in _lacking(rows, opening):
        try:
            restore_report(row.article, folder)
        except DatelineError as error:
            problems.append(error)
            rows.remove(row)


def _lacking(rows: list[OwnRow], opening: _Opening) -> list[OwnRow]:
    try:
        with opening() as opened:
            return list(missing(rows, opened))
    except LoadError:  # there is no report yet
        return list(missing(rows, None))
