"""Made-up reports, read and joined: which incidents they tell, and which of them tell each."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.accounts import Joiner, Telling, telling_of
from extract.incident_rows import rows_of
from extract.load import from_text, load
from extract.load.facts import Facts

_FILE = Path(__file__).parents[1] / "data" / "told_by_several.toml"
_SEEDS = Path(__file__).parents[3] / "seeds"
SETS = tomllib.loads(_FILE.read_text(encoding="utf-8"))["set"]


def _telling(report: dict[str, Any]) -> Telling:
    facts = Facts(published=report["published"])
    article = from_text(report["text"], key=report["key"], facts=facts)
    return telling_of(article, pipeline.read(article))


@pytest.mark.parametrize("told", SETS, ids=[one["rule"] for one in SETS])
def test_the_reports_of_a_set_tell_the_incidents_that_a_person_finds(told: dict[str, Any]) -> None:
    rows = rows_of(Joiner.over(map(_telling, told["report"])))["incidents"]
    found = sorted(
        (" ".join(sorted(row["documents"])), (row["killed"] or {"best": 0})["best"]) for row in rows
    )
    assert found == sorted((one["reports"], one["killed"]) for one in told["incidents"])


def _rows(reports: list[Path]) -> dict[str, list[str]]:
    """Which reports tell each row, by the sections of the rows."""
    articles = [load(path, key=path.stem) for path in reports]
    told = (telling_of(article, pipeline.read(article)) for article in articles)
    sections = rows_of(Joiner.over(told)).items()
    return {name: sorted(" ".join(sorted(r["documents"])) for r in rows) for name, rows in sections}


def test_the_example_tells_five_incidents_and_one_of_before() -> None:
    found = _rows(sorted((_SEEDS / "oshkara").glob("*.txt")))
    assert found["incidents"] == [
        "local",
        "local sitrep wire",
        "local sitrep wire",
        "sitrep",
        "wire",
    ]
    assert found["mentioned"] == ["wire"]


def test_the_rows_of_the_seed_report_are_all_told() -> None:
    (seed,) = _SEEDS.glob("*.txt")
    reading = pipeline.read(load(seed, key="seed"))
    assert sum(map(len, _rows([seed]).values())) == len(reading.incidents) > 9
