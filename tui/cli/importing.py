"""`dateline import`: annotations made elsewhere, or Dateline's own export, into a library."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import click

from extract.errors import DatelineError, LoadError
from store.formats.codecs import IMPORTS
from store.formats.incoming.importing import Brought, bring
from store.formats.incoming.merging import Terms
from store.formats.incoming.proposal import Incoming
from store.formats.incoming.restoring import restore_reports
from store.formats.recognising import format_of
from store.library.library import Library
from store.names import annotator_name
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say, tell

_Opening = Callable[[], AbstractContextManager[Library]]
_Found = Incoming | DatelineError


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(IMPORTS)),
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

    found = _with_reports([*IMPORTS[form].read(file)], path, opening)
    brought = Brought(problems=[one for one in found if isinstance(one, DatelineError)])
    if any(isinstance(one, Incoming) for one in found):
        with opening() as opened:
            brought = bring(found, opened, Terms(form, decided_by, accept_unmarked))
    return _told(brought, form)


def _told(brought: Brought, form: str) -> int:
    for words in brought.told:
        say(words, err=True)
    for what, number in sorted(brought.left_out.items()):
        if number:
            say(f"dateline: not from {form}: {number} {what}", err=True)
    counts = f"{brought.new} new, {brought.changed} changed, {brought.same} there already"
    items = brought.new + brought.changed + brought.same
    told = f"{brought.restored} items" if brought.restored else f"{items} items ({counts})"
    for problem in brought.problems:
        tell(problem)
    left = len(brought.problems)
    say(f"{told}, {brought.reports} reports changed, {left} left out", err=True)
    return FAILED if left else 0


def _with_reports(found: list[_Found], path: Path, opening: _Opening) -> list[_Found]:
    """Put the reports of whole notes where they belong, if there are any that the library lacks."""
    if not any(isinstance(one, Incoming) and one.notes for one in found):
        return found
    folder = path if path.is_dir() or not path.exists() else path.parent
    try:
        with opening() as opened:
            return list(restore_reports(found, opened, folder))
    except LoadError:  # there is no report yet
        return list(restore_reports(found, None, folder))
