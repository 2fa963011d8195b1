"""`dateline incidents`: one row an incident over all its reports, without a screen."""

import json
import sys
from collections.abc import Iterable
from contextlib import ExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO

import click

from extract import accounts
from extract.accounts import Joiner, Telling
from extract.batch.running import OutputError, Result, run
from extract.batch.tasks import tasks_in
from extract.incident_rows import rows_of
from extract.reader import SHIPPED
from store.actors import ActorTable, coded_account, joined, read_actors
from store.formats.escaping import csv_text, json_bytes, one_line
from tui.cli import options
from tui.telling import FAILED, say_text, tell

Row = dict[str, Any]

_NUMBERS = ("killed", "injured", "missing", "abducted", "captured", "displaced")
_OF_PLACE = ("country", "admin1", "latitude", "longitude")
_HEADINGS = {
    "incidents": "",
    "mentioned": "Mentioned in passing",
    "developments": "Without violence",
    "aggregates": "Sums over many incidents",
}
"""What stands above the rows of each section, for people."""
_GAP = "\n\n"
_COLUMNS = (
    "incident",
    "section",
    "date_start",
    "date_end",
    "kind",
    "subkind",
    "place",
    "countries",
    *_OF_PLACE,
    "side_a",
    "side_b",
    "victims",
    *(f"{name}_{bound}" for name in _NUMBERS for bound in ("low", "best", "high")),
    "sources",
    "number_of_sources",
    "reports",
    "checks",
    "joined_because",
)


@click.command("incidents")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv"]),
    default="text",
    show_default=True,
    help="Plain text for people, one JSON object, or a row an incident.",
)
@options.out
@options.jobs
@options.scheduler
@options.published
@options.tagger
def command(
    paths: tuple[Path, ...],
    form: str,
    out: Path | None,
    jobs: int,
    scheduler: str | None,
    published: date | None,
    tagger: str | None,
) -> int:
    """Write the incidents that reports tell, each once over all the reports that tell it.

    Which reports tell of one incident is the machine's suggestion, with a line that says why.
    Reports that carry the same text count as one source. Parties that stand in a
    table of actors beside the reports (actors.toml) have its names.

    \b
    Examples:
      dateline incidents reports/
      dateline incidents --format csv reports/ -o incidents.csv
      dateline incidents --format json corpus.jsonl --jobs 4 > incidents.json
    """
    if scheduler and jobs > 1:
        raise click.UsageError("a cluster has its own processes: give --dask or --jobs")
    tasks = tasks_in(paths, published, tagger or SHIPPED)
    if scheduler is None:
        results = run(tasks, jobs, accounts.line)
    else:
        from extract.batch.cluster import run_on_cluster  # few need it, and it loads an extra

        results = run_on_cluster(tasks, scheduler, accounts.line)
    tellings, failed = _tellings(results, _actors_beside(paths))
    rows = rows_of(Joiner.over(tellings))
    _write(_FORMS[form](rows), out)
    return FAILED if failed else 0


def _actors_beside(paths: Iterable[Path]) -> ActorTable:
    """The tables of actors beside the reports, as one; what is wrong in them is told."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    table = joined(read_actors(folder) for folder in folders)
    for problem in table.problems:
        tell(problem)
    return table


def _tellings(results: Iterable[Result], actors: ActorTable) -> tuple[list[Telling], bool]:
    """What the reports tell, and whether one of them could not be read; each such is named."""
    found, failed = [], False
    for result in results:
        for doubt in result.doubts:
            tell(doubt)
        if result.line is None:
            tell(result.problem or "")
            failed = True
        else:
            found.append(_coded(accounts.read_line(result.line), actors))
    return found, failed


def _coded(telling: Telling, actors: ActorTable) -> Telling:
    if not actors:
        return telling
    return replace(telling, accounts=tuple(coded_account(a, actors) for a in telling.accounts))


def _json(rows: dict[str, list[Row]]) -> bytes:
    return json_bytes(f"{json.dumps(rows, ensure_ascii=False, indent=1)}\n")


def _csv(rows: dict[str, list[Row]]) -> bytes:
    cells = (_cells(row, section) for section in _HEADINGS for row in rows[section])
    return csv_text(_COLUMNS, cells).encode("utf-8", "replace")


def _cells(row: Row, section: str) -> list[str]:
    """One incident in the order of the columns."""
    told = {
        "section": section,
        "incident": row["id"],
        "date_start": row["from"],
        "date_end": row["to"],
        "reports": row["documents"],
        "joined_because": [link["why"] for link in row["links"]],
    }
    told |= {name: (row["location"] or {}).get(name) for name in _OF_PLACE}
    for name in _NUMBERS:
        told |= {f"{name}_{bound}": number for bound, number in (row[name] or {}).items()}
    return [_cell(told.get(name, row.get(name))) for name in _COLUMNS]


def _cell(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.10g}"
    if isinstance(value, list):
        return "; ".join(one_line(str(one)) for one in value)
    return "" if value is None else one_line(str(value))


def _text(rows: dict[str, list[Row]]) -> bytes:
    told = []
    for section, heading in _HEADINGS.items():
        found = ["\n".join(_lines(row)) for row in rows[section]]
        told += [f"{heading} ({len(found)})", *found] if found and heading else found
    return f"{_GAP.join(told)}\n".encode("utf-8", "replace")


def _lines(row: Row) -> Iterable[str]:
    """One incident for people: a line that sums it up, then its reports and why they are joined."""
    parts = [_when(row), ", ".join(row["place"][:2]), row["subkind"] or row["kind"]]
    sides = [", ".join(row[side][:2]) for side in ("side_a", "side_b")]
    parts += [" -> ".join(sides) if any(sides) else "", *_numbers(row)]
    reports = len(row["documents"])
    parts += [f"{reports} report{'s' * (reports > 1)}"] if reports > 1 else []
    yield one_line(" · ".join(part for part in parts if part))
    yield from (f"  {one_line(report)}" for report in row["documents"])
    yield from (f"  joined: {one_line(link['why'])}" for link in row["links"])
    yield from (f"  {one_line(check)}" for check in row["checks"])


def _when(row: Row) -> str:
    first, last = row["from"], row["to"]
    return first or "" if first == last else f"{first} to {last}"


def _numbers(row: Row) -> Iterable[str]:
    for name in _NUMBERS:
        if toll := row[name]:
            low, high = _cell(float(toll["low"])), _cell(float(toll["high"]))
            yield f"{name} {low}" if low == high else f"{name} {low}-{high}"


_FORMS = {"text": _text, "json": _json, "csv": _csv}


def _write(data: bytes, out: Path | None) -> None:
    """Write to a file, or as the terminal can show it."""
    if out is None and sys.stdout.isatty():
        say_text(data.decode())
        return
    with ExitStack() as stack:
        _opened(out, stack).write(data)


def _opened(out: Path | None, stack: ExitStack) -> BinaryIO:
    if out is None:
        return sys.stdout.buffer
    try:
        return stack.enter_context(out.open("wb"))
    except OSError as error:
        reason = (error.strerror or "no access").lower()
        raise OutputError(f"cannot be written ({reason})", out, "choose another") from None
