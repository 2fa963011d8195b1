"""Events of sentences of our own: who did what to whom, where, when, and whether it took place."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract import pipeline
from extract.load import from_row, from_text
from extract.records import Article, Event, Party, Reading

DATA = sorted((Path(__file__).parent / "data").glob("*.toml"))
CASES = [case for path in DATA for case in tomllib.loads(path.read_text())["case"]]
PUBLISHED = "2024-07-25"
CONFLICT = "\n\nShells hit a school. A car bomb exploded. Snipers wounded a boy and killed a girl."
"""A paragraph that makes a report one on a conflict."""

Case = dict[str, Any]


def read(case: Case) -> tuple[Article, Reading]:
    more = CONFLICT if case.get("conflict", True) else ""
    row = {"id": "case", "date": PUBLISHED, "text": case["text"] + more}
    article = from_row(row, "case")
    return article, pipeline.read(article)


def told(case: Case) -> list[dict[str, object]]:
    """The events of the case's own text, in the words of the fixture."""
    article, reading = read(case)
    end = len(case["text"])
    own = [event for event in reading.events if event.span.start < end]
    return [in_words(article, reading, event, end) for event in own]


def in_words(article: Article, reading: Reading, event: Event, end: int) -> dict[str, object]:
    when = next((when.words for when in reading.dates if when.id == event.when), "")
    return {
        "words": event.span.of(article.text),
        "kind": event.kind,
        "subkind": event.subkind,
        "status": event.status.value,
        "who": words(article, event.actors),
        "whom": words(article, event.targets),
        "where": event.place.span.of(article.text) if event.place else "",
        "when": when,
        "mentions": sum(trigger.start < end for trigger in event.triggers),
    }


def words(article: Article, parties: tuple[Party, ...]) -> list[str]:
    return [party.span.of(article.text) for party in parties]


def of(name: str) -> list[Any]:
    return [pytest.param(case, id=case["says"]) for case in CASES if name in case]


@pytest.mark.parametrize("case", of("events"))
def test_events_are_found(case: Case) -> None:
    wanted = case["events"]
    named = {event["words"] for event in wanted}
    found = [event for event in told(case) if event["words"] in named or not wanted]
    asked = [{k: event[k] for k in keys} for event, keys in zip(found, wanted, strict=False)]
    assert (asked, len(found)) == (wanted, len(wanted))


@pytest.mark.parametrize("case", of("silent"))
def test_look_alikes_are_none(case: Case) -> None:
    assert [event["words"] for event in told(case) if event["words"] in case["silent"]] == []


@pytest.mark.parametrize("case", of("silent_kinds"))
def test_weak_words_tell_no_conflict(case: Case) -> None:
    assert not {event["kind"] for event in told(case)} & set(case["silent_kinds"])


def test_an_open_date_tells_the_day_of_nothing_in_another_sentence() -> None:
    text = "Rebels have attacked the army since 2016. Gunmen killed six traders near Tolu."
    reading = pipeline.read(from_text(text, key="a"))
    (killed,) = [e for e in reading.events if e.span.of(text) == "killed"]
    assert killed.when is None
