"""How many keys a report takes, beside the characters of the same rows in a spreadsheet.

    python bench/keys.py [GOLD.json TEXTS.jsonl ...] [--coder B] [--reports 10]

A coder who knows the rows that are wanted takes each report from its suggestions to these, with the
keys of the program (`bench/coder.py`); the other way is to type their cells: type, sides, place,
day, killed, injured and sources. Without arguments the reports of `bench/coded.json` are taken.
"""

import argparse
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.coder import FIELDS, Coder
from bench.wanted import Wanted, wanted_rows
from extract import pipeline
from extract.load import from_text, load
from extract.load.facts import Facts
from extract.records import Article
from store.annotations import Annotations
from store.suggestions import suggestions

CODED = Path(__file__).with_name("coded.json")
EXAMPLES = Path(__file__).parents[1] / "seeds" / "oshkara"
TARGET = 0.4
"""Keys a character of the cells: an aim, for people to look at."""


@dataclass(frozen=True)
class Report:
    """A report with the rows that are wanted of it."""

    article: Article
    wanted: list[Wanted]

    @property
    def characters(self) -> int:
        """How many characters the cells of the rows have."""
        return sum(len(row.cell(column)) for row in self.wanted for column in FIELDS)


def shipped() -> list[Report]:
    """Return the example reports that come with the program, and the rows that are in them."""
    known = json.loads(CODED.read_text("utf-8"))
    articles = [load(EXAMPLES / f"{key}.txt") for key in known]
    return [Report(one, wanted_rows(one.text, known[one.key])) for one in articles]


def given(gold: Path, texts: Iterable[Path], coder: str) -> list[Report]:
    """Return reports that were coded elsewhere."""
    known = json.loads(gold.read_text("utf-8"))["docs"]
    lines = (line for path in texts for line in path.read_text("utf-8").splitlines())
    rows = {one["id"]: one for one in map(json.loads, lines)}
    return [_report(key, rows[key], known[key][coder]) for key in known if key in rows]


def _report(key: str, told: dict[str, Any], rows: Sequence[dict[str, Any]]) -> Report:
    published = date.fromisoformat(told["date"]) if told.get("date") else None
    article = from_text(told["text"], key=key, facts=Facts(published=published))
    return Report(article, wanted_rows(article.text, rows))


def some(reports: Iterable[Report], number: int) -> list[Report]:
    """Return some of the reports with rows: always the same, chosen by nothing they say."""
    with_rows = [one for one in reports if one.wanted]
    with_rows.sort(key=lambda one: hashlib.sha256(one.article.key.encode()).digest())
    return with_rows[:number]


def read(report: Report) -> Annotations:
    """Return what a coder begins with: the report read, nothing decided."""
    notes = Annotations(report.article, "coder")
    notes.suggest(suggestions(report.article, pipeline.read(report.article)))
    return notes


def table(reports: Sequence[Report]) -> Iterator[str]:
    """Yield the lines of what is printed."""
    sessions = [Coder(read(one), one.wanted).code() for one in reports]
    yield f"{'report':<40} {'rows':>4} {'keys':>5} {'chars':>5} ratio"
    for one, session in zip(reports, sessions, strict=True):
        yield _line(one.article.key, len(one.wanted), len(session.keys), one.characters)
    keys = sum(len(session.keys) for session in sessions)
    rows = sum(len(one.wanted) for one in reports)
    yield _line(f"all (aim {TARGET})", rows, keys, sum(one.characters for one in reports))
    yield ""
    yield "what the keys are for, and how often the cell of a row is empty, wrong or too much"
    spent = sum((session.spent for session in sessions), Counter[str]())
    why = sum((session.corrected for session in sessions), Counter[tuple[str, str]]())
    for what, number in spent.most_common():
        often = ", ".join(f"{how} {n}" for (cell, how), n in why.most_common() if cell == what)
        yield f"  {what:<10} {number:5}  {number / max(1, keys):4.0%}  {often}".rstrip()


def _line(what: str, rows: int, keys: int, characters: int) -> str:
    return f"{what[:40]:<40} {rows:4} {keys:5} {characters:5} {keys / max(1, characters):5.2f}"


def main(arguments: Sequence[str]) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path)
    parser.add_argument("texts", nargs="*", type=Path)
    parser.add_argument("--coder", default="B")
    parser.add_argument("--reports", type=int, default=10)
    asked = parser.parse_args(arguments)
    reports = given(asked.gold, asked.texts, asked.coder) if asked.gold else shipped()
    for line in table(some(reports, asked.reports)):
        print(line)


if __name__ == "__main__":
    main(sys.argv[1:])
