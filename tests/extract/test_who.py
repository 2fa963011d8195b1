"""Who did what to whom, and who says so, from the words of a report to the records."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.entities import bears_arms, is_civil, is_government, side_of
from extract.load import from_row
from extract.records import Article, Event, Party, Reading

CASES = tomllib.loads((Path(__file__).parent / "data" / "who.toml").read_text())["case"]
PUBLISHED = "2025-03-20"

Case = dict[str, Any]


def read(case: Case) -> tuple[Article, Reading]:
    article = from_row({"id": "case", "date": PUBLISHED, "text": case["text"]}, "case")
    return article, pipeline.read(article)


def told(article: Article, reading: Reading, event: Event) -> dict[str, object]:
    names = {entity.id: entity.name for entity in reading.entities}
    sources = {source.id: source.name for source in reading.sources}

    def named(party: Party) -> set[str]:
        words = {party.telling.of(article.text), party.span.of(article.text)}
        return words | ({names[party.entity]} if party.entity else set())

    return {
        "words": event.span.of(article.text),
        "kind": event.kind,
        "subkind": event.subkind,
        "status": event.status.value,
        "stance": event.stance,
        "who": [named(party) for party in event.actors],
        "whom": [named(party) for party in event.targets],
        "source": sources.get(event.source or ""),
        "mentions": len(event.triggers),
    }


def agrees(found: object, expected: object) -> bool:
    """Whether a value is the one expected; of parties each must have the name."""
    if not isinstance(found, list) or not isinstance(expected, list):
        return found == expected
    return len(found) == len(expected) and all(
        any(name in names for names in found) for name in expected
    )


@pytest.mark.parametrize("case", [pytest.param(c, id=c["says"]) for c in CASES if "events" in c])
def test_who_does_what_to_whom(case: Case) -> None:
    article, reading = read(case)
    found = [told(article, reading, event) for event in reading.events]
    for expected in case["events"]:
        like = [f for f in found if all(agrees(f[key], expected[key]) for key in expected)]
        assert like, f"{expected} is not among {found}"


@pytest.mark.parametrize("case", [pytest.param(c, id=c["says"]) for c in CASES if "sources" in c])
def test_who_speaks(case: Case) -> None:
    _, reading = read(case)
    assert [source.name for source in reading.sources] == case["sources"]


@pytest.mark.parametrize(
    ("words", "armed"),
    [
        ("two soldiers of the garrison", True),
        ("government forces", True),
        ("rebel leaders", True),
        ("members of the army", True),
        ("opposition fighters", True),
        ("an armed opposition group", True),
        ("government officials", False),
        ("opposition supporters", False),
        ("the opposition", False),
        ("opposition members", False),
        ("army deserters", False),
        ("journalists", False),
    ],
)
def test_who_bears_arms(words: str, armed: bool) -> None:
    assert bears_arms(words) is armed


@pytest.mark.parametrize("words", ["army deserters", "defectors from the military"])
def test_those_who_left_a_side_are_of_none(words: str) -> None:
    side = side_of(words.split()[: 2 if words.startswith("army") else 1])
    assert not is_government(words)
    assert side is None or side.party not in ("government", "opposition")


@pytest.mark.parametrize("words", ["government negotiators", "a government delegation"])
def test_people_of_a_side_without_arms_are_civil(words: str) -> None:
    assert is_civil(words)


def test_an_entity_carries_its_side() -> None:
    text = "Rebels attacked government forces in Sulta. Government forces shot back at the rebels."
    _, reading = read({"text": text})
    assert {(e.name, e.side, e.armed) for e in reading.entities if e.side} == {
        ("Rebels", "opposition", True),
        ("Government forces", "government", True),
    }
