"""`dateline status`: how far the review of each report has come."""

import json
from pathlib import Path

import click

from extract.errors import DatelineError
from store.library.library import Row
from tui.cli import options
from tui.cli.opening import library
from tui.telling import FAILED, say, say_json, tell


@click.command("status")
@click.argument("path", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A line an article for people, or one list of objects.",
)
@options.notes
@options.annotator
def command(path: Path, form: str, notes: Path | None, annotator: str | None) -> int:
    """Tell how many items of each report are decided.

    \b
    Examples:
      dateline status reports/
      dateline status reports/ --format json --as anna
    """
    rows: list[Row] = []
    failed = 0
    with library(path, annotator=annotator, notes=notes) as opened:
        for row in opened.status(opened.named):
            if isinstance(row, DatelineError):
                tell(row)
                failed = FAILED
            else:
                rows.append(row)
                if form == "text":
                    say(_line(row))
    if form == "json":
        say_json(json.dumps([row.as_status() for row in rows], ensure_ascii=False, indent=1))
    return failed


def _line(row: Row) -> str:
    counts = row.as_status()
    done = f"{counts['decided']}/{counts['items']} decided"
    states = ("accepted", "rejected", "corrected", "skipped", "added", "notes")
    standings = ("uncertain", "orphans")
    rest = [f"{counts[state]} {state}" for state in (*states, *standings) if counts[state]]
    read = ["read"] if counts["read"] else []
    return " · ".join([row.key, done, *rest, *read])
