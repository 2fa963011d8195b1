"""`dateline import`: annotations made elsewhere, or Dateline's own export, into a library."""

from datetime import UTC, datetime
from pathlib import Path

import click

from store.errors import StoreError
from store.formats.incoming import bringing
from store.formats.incoming.restoring import restore, restore_report
from store.library import Library
from tui.commands import options
from tui.commands.opening import library
from tui.telling import FAILED, say, tell


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path))
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(bringing.FORMATS),
    help="The file's format (default: told from the file).",
)
@click.option(
    "--as-decisions",
    "decided_by",
    metavar="ANNOTATOR",
    help="Take them as this annotator's decisions instead of as suggestions.",
)
@options.notes
@options.annotator
def command(
    path: Path,
    file: Path,
    form: str | None,
    decided_by: str | None,
    notes: Path | None,
    annotator: str | None,
) -> int:
    """Bring the annotations of FILE into the library at PATH.

    They come as suggestions to decide on. Their words are looked for where the offsets do not fit;
    what finds no place is named, and the rest goes in.

    \b
    Examples:
      dateline import reports/ from-brat/
      dateline import reports/ coder-b.jsonl --as-decisions bea
    """
    form = form or bringing.format_of(file)
    brought = _own(path, file) if form == bringing.OWN else bringing.Brought()
    with library(path, annotator=decided_by or annotator, notes=notes) as opened:
        if form != bringing.OWN:
            brought = bringing.read(file, form, opened, decided_by, datetime.now(UTC))
        written = _take_in(brought, opened, form) + _restore(brought, opened, decided_by)
    for problem in brought.problems:
        tell(problem)
    items = sum(map(len, brought.items.values())) + sum(len(r.notes.items) for r in brought.rows)
    left = len(brought.problems)
    say(f"{items} items, {written} reports changed, {left} left out", err=True)
    return FAILED if left else 0


def _own(path: Path, file: Path) -> bringing.Brought:
    """The rows of an own export, their reports put into the folder where it lacks them."""
    brought = bringing.read_own(file)
    for row in brought.rows:
        restore_report(row.article, path if path.is_dir() or not path.exists() else path.parent)
    return brought


def _take_in(brought: bringing.Brought, opened: Library, form: str) -> int:
    for key, items in brought.items.items():
        reviewed = opened.open(opened.article(key))
        try:
            reviewed.take_in(items, remark=f"import {form}")
        finally:
            reviewed.close()
    return len(brought.items)


def _restore(brought: bringing.Brought, opened: Library, decided_by: str | None) -> int:
    changed = 0
    for row in brought.rows:
        try:
            changed += restore(row, opened, decided_by)
        except StoreError as error:
            brought.problems.append(error)
    return changed
