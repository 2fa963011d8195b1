"""Numbers in tables of situation reports have outcome, place and day; totals count nobody anew."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.claims import STATED
from extract.load import load
from extract.records import Article, Figure, Reading
from extract.vocabulary import BlockKind

SITREPS = Path(__file__).with_name("data") / "sitreps"
OSHKARA = Path(__file__).parents[2] / "seeds" / "oshkara" / "sitrep.txt"
NAMES = sorted(path.name for path in SITREPS.iterdir() if path.suffix != ".toml")


def with_facts(kind: str) -> list[str]:
    """The reports for which such facts were written down."""
    return [n for n in NAMES if kind in (SITREPS / n).with_suffix(".toml").read_text()]


@cache
def told(name: str) -> tuple[dict[str, Any], Article, Reading]:
    if name.endswith(".html"):
        pytest.importorskip("trafilatura")
    path = SITREPS / name
    facts = tomllib.loads(path.with_suffix(".toml").read_text())
    article = load(path, published=facts.get("published"))
    return facts, article, pipeline.read(article)


def in_table(article: Article, figure: Figure) -> bool:
    rows = (block for block in article.blocks if block.kind is BlockKind.ROW)
    return any(row.span.holds(figure.span) for row in rows)


def day(reading: Reading, ident: str | None) -> str:
    found = next((when for when in reading.dates if when.id == ident), None)
    return found.start.isoformat() if found and found.start else ""


def place(article: Article, figure: Figure) -> str:
    return figure.place.span.of(article.text) if figure.place else ""


def row_of(article: Article, reading: Reading, figure: Figure) -> list[Any]:
    where = place(article, figure)
    return [figure.point, figure.outcome, where, day(reading, figure.when)]


@pytest.mark.parametrize("name", NAMES)
def test_every_number_of_a_table_is_told_once_with_outcome_place_and_day(name: str) -> None:
    facts, article, reading = told(name)
    totals = [total[:2] for total in facts.get("totals", ())]
    found = [
        row_of(article, reading, figure)
        for figure in reading.figures
        if in_table(article, figure) and not figure.unit
    ]
    cells = [row for row in found if row[:2] not in totals or row[2]]
    assert cells == facts.get("figures", [])


@pytest.mark.parametrize("name", with_facts("totals ="))
def test_a_total_is_known_with_its_parts(name: str) -> None:
    facts, article, reading = told(name)
    figures = {figure.id: figure for figure in reading.figures if in_table(article, figure)}
    parts: dict[str, float] = {}
    for figure in figures.values():
        if figure.part_of in figures:
            parts[figure.part_of] = parts.get(figure.part_of, 0) + (figure.point or 0)
    found = [
        [figures[ident].point, figures[ident].outcome, day(reading, figures[ident].when)]
        for ident in sorted(parts, key=lambda ident: figures[ident].start)
    ]
    assert found == facts["totals"]
    assert all(parts[ident] == figures[ident].point for ident in parts)


@pytest.mark.parametrize("name", with_facts("incidents ="))
def test_each_row_or_item_that_tells_of_one_is_an_incident(name: str) -> None:
    facts, article, reading = told(name)
    found = []
    for incident in reading.incidents:
        where = incident.place.span.of(article.text) if incident.place else ""
        tolls = [incident.toll(outcome) for outcome in ("killed", "wounded")]
        found.append([day(reading, incident.when), where, *(t.best if t else 0 for t in tolls)])
    assert sorted(found) == sorted(facts["incidents"])


def test_lines_of_numbers_have_the_day_of_the_heading_above() -> None:
    facts, article, reading = told("bullets.txt")
    start = article.text.index("FIGURES AS OF")
    found = [row_of(article, reading, f) for f in reading.figures if f.start > start]
    assert found == facts["lines"]


def test_an_item_that_names_a_region_is_around_those_below_it() -> None:
    _, article, reading = told("bullets.txt")
    around = [incident.places[-1].span.of(article.text) for incident in reading.incidents]
    assert around == ["Nord Province", "Nord Province", "Sud Province", "Sud Province"]


def test_a_head_tells_the_unit_and_what_is_counted() -> None:
    facts, article, reading = told("ministry.txt")
    assert [[f.point, f.unit] for f in reading.figures if f.unit] == facts["units"]
    facts, article, reading = told("attacks.html")
    named = [[f.point, f.counted.of(article.text)] for f in reading.figures if f.counted]
    assert all(one in named for one in facts["counted"])


def test_key_figures_are_those_of_the_incident_that_the_report_is_on() -> None:
    article = load(OSHKARA)
    reading = pipeline.read(article)
    main = reading.incidents[0]
    best = {toll.outcome: toll.best for toll in main.tolls}
    assert best == {"killed": 17, "wounded": 31, "missing": 6, "abducted": 4}
    assert main.toll("killed").rule == STATED  # type: ignore[union-attr]
    told = [row_of(article, reading, f) for f in reading.figures if not in_table(article, f)]
    strike = next(f for f in reading.figures if article.text[f.end :].startswith(" civilians"))
    assert [strike.low, *row_of(article, reading, strike)[1:]] == [
        6,
        "killed",
        "Wadi Serin",
        "2025-03-19",
    ]
    assert [2, "killed", "Talibar", "2025-03-19"] in told
    table = [row_of(article, reading, f) for f in reading.figures if in_table(article, f)]
    assert table == [
        [17, "killed", "", "2025-03-20"],
        [31, "wounded", "", "2025-03-20"],
        [6, "missing", "", "2025-03-20"],
        [1240, "displaced", "", "2025-03-20"],
        [210, "other", "", "2025-03-20"],
    ]
    assert not any(article.text[e.span.start : e.span.end] == "Killed" for e in reading.events)


TABLES = {
    "thousands": (
        "District | Displaced (thousands)\nKesten | 2.5\n",
        [(2500, "displaced", None)],
    ),
    "money": (
        "District | Damage (USD million)\nKesten | 12\n",
        [(12_000_000, "money", "USD")],
    ),
    "a column of codes": (
        "No. | District | Killed\n1 | Kesten | 4\n2 | Mirov | 5\n",
        [(4, "killed", None), (5, "killed", None)],
    ),
    "a row of totals by years": (
        "District | 2023 | 2024 | Total\nKesten | 4 | 5 | 9\n",
        [(4, "other", None), (5, "other", None), (9, "other", None)],
    ),
    "a caption": (
        "People killed by district\n\nDistrict | May | June\nKesten | 4 | 5\n",
        [(4, "killed", None), (5, "killed", None)],
    ),
    "killed and wounded make casualties": (
        "District | Killed | Wounded | Total\nKesten | 4 | 5 | 9\n",
        [(4, "killed", None), (5, "wounded", None), (9, "casualties", None)],
    ),
    "outcomes in rows": (
        "        Sheva    Dol    Both sites\nKilled     21      2            23\n",
        [(21, "killed", None), (2, "killed", None), (23, "killed", None)],
    ),
    "shares": ("District | Deaths (%)\nKesten | 2.5\n", [(2.5, "share", "%")]),
    "nothing told": (
        "District | Killed | Wounded\nKesten | n/a | 5\nMirov | - | nil\n",
        [(5, "wounded", None)],
    ),
    "sections": (
        "Nahr | |\nKesten | Killed | 4\nMirov | Killed | 5\n",
        [(4, "killed", None), (5, "killed", None)],
    ),
}


@pytest.mark.parametrize("kind", TABLES)
def test_cells_are_read_by_their_heads(tmp_path: Path, kind: str) -> None:
    words, expected = TABLES[kind]
    (tmp_path / "r.txt").write_text(words)
    reading = pipeline.read(load(tmp_path / "r.txt", published=date(2024, 7, 1)))
    assert [(f.point, f.outcome, f.unit) for f in reading.figures] == expected
