"""Rows as a coder writes them from short reports."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.claims import LATER
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Article, Incident, Party, Reading

DATA = Path(__file__).parents[1] / "data"
REPORTS = [
    report
    for name in ("rows.toml", "days_and_parties.toml", "whole_reports.toml")
    for report in tomllib.loads((DATA / name).read_text())["report"]
]

Row = dict[str, Any]


def _row(incident: Incident, article: Article, reading: Reading) -> Row:
    def words(parties: tuple[Party, ...]) -> str:
        return ", ".join(party.telling.of(article.text) for party in parties)

    def number(outcome: str) -> Any:
        toll = incident.toll(outcome)
        if toll is None:
            return 0
        rivals = toll.rule != LATER and toll.high and toll.low != toll.high
        return [toll.low, toll.high] if rivals else toll.best

    when = next((when for when in reading.dates if when.id == incident.when), None)
    charges = [f"{c.party.telling.of(article.text)}: {c.stance}" for c in incident.charges]
    return {
        "kind": incident.kind,
        "subkind": incident.subkind,
        "side_a": words(incident.side_a),
        "side_b": words(incident.side_b),
        "charges": ", ".join(charges),
        "place": words(incident.places[:1]),
        "day": str(when.start) if when else "",
        "killed": number("killed"),
        "wounded": number("wounded"),
        "main": incident.main,
        "aggregate": incident.aggregate,
    }


@pytest.mark.parametrize("report", REPORTS, ids=[report["rule"] for report in REPORTS])
def test_a_report_gives_the_rows_that_a_coder_writes(report: Row) -> None:
    published = None if report.get("undated") else date(2025, 3, 20)
    article = from_text(report["text"], key="r", facts=Facts(published=published))
    reading = pipeline.read(article)
    found = [_row(incident, article, reading) for incident in reading.incidents]
    expected = report["rows"]
    told = [{key: row[key] for key in want} for row, want in zip(found, expected, strict=False)]
    assert told == expected
    assert len(found) == len(expected)
