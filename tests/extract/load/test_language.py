"""A report that is not in English is known as such, and told of honestly; one in English is not."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from extract import pipeline
from extract.load import load
from extract.load.language import UNKNOWN, foreign_language

FOREIGN = tomllib.loads(
    (Path(__file__).parents[1] / "data" / "languages.toml").read_text(encoding="utf-8")
)
ENGLISH = {
    "a quotation in Arabic": "Gunmen opened fire on a market on Tuesday, officials said.\n\n"
    f'"{FOREIGN["Arabic"]}", said a trader. The army said that it had sent two helicopters.',
    "a headline": "Gunmen kill 14 at market in northern Kestria",
    "a table": "District | Killed\n" + "\n".join(f"Oued el Ma {n} | {n}" for n in range(40)),
    "capitals": "GUNMEN KILLED 14 PEOPLE AT A MARKET IN THE NORTH OF THE COUNTRY ON TUESDAY.",
    "names of many places": "Clashes near Santa Maria de la Paz, San José del Valle and La Unión "
    "de los Llanos killed four people, the army said.",
    "nothing": "",
    "a number": "17",
}


@pytest.mark.parametrize("language", FOREIGN)
def test_another_language_is_named(language: str) -> None:
    assert foreign_language(FOREIGN[language]) == language


@pytest.mark.parametrize("kind", ENGLISH)
def test_english_stays_english(kind: str) -> None:
    assert foreign_language(ENGLISH[kind]) is None


def test_a_language_that_is_not_known_is_told_as_another() -> None:
    words = [f"{one}{other}" for one in ("hom", "tsa", "vor", "mai", "lan") for other in "aeiouy"]
    assert foreign_language(" ".join(words * 2)) == UNKNOWN
    assert foreign_language(" ".join(words * 2), stated="en-GB") is None


def test_only_dates_and_numbers_in_digits_are_found(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(
        f"{FOREIGN['Arabic']}\n\nوقع الهجوم في 2025-03-19 عند الساعة 10:30، ونزح 1,240 شخصا (45%) "
        "منذ 2016، وأصيب ٣١ آخرون.\n\n1. القتلى: 17\n",
        encoding="utf-8",
    )
    article = load(tmp_path / "r.txt")
    reading = pipeline.read(article)
    assert article.foreign == "Arabic"
    assert [(f.point, f.unit) for f in reading.figures] == [
        (14, None),
        (1240, None),
        (45, "%"),
        (31, None),
        (17, None),
    ]
    assert [when.start for when in reading.dates] == [date(2025, 3, 19)]
    others = (reading.entities, reading.events, reading.incidents, reading.sources, reading.checks)
    assert not any(others)


def test_thousands_and_decimals_are_told_as_most_languages_write_them(tmp_path: Path) -> None:
    (tmp_path / "r.txt").write_text(
        f"{FOREIGN['Spanish']}\n\nUnas 1.240 personas, 3 500 casas y 2,5 millones; el 19/03/2025."
    )
    found = [figure.point for figure in pipeline.read(load(tmp_path / "r.txt")).figures]
    assert found == [14, 1240, 3500, 2.5]
