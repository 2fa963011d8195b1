"""The step as a whole: on any text, on its place in the pipeline, on what it owes the records."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from extract.dates.step import find_dates
from extract.entities import find_entities
from extract.events import find_events
from extract.records import Article, Block, Reading
from extract.tagger import parse
from extract.vocabulary import BlockKind

_WORDS = (
    "rebels the army attacked attack killed was were by of on in Kano Syria Monday 2011 bomb fired "
    "rockets who which that to not no if will failed clashes with between and , . — “ ” said they "
    "it soldiers civilians of responsibility for accused him took control hostage tear gas \n 日本"
)


def _read(text: str) -> Reading:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ()
    article = Article("a", "", text, blocks, digest)
    reading = Reading("t", digest)
    doc = parse(article)
    for step in (find_dates, find_entities, find_events):
        reading = step(doc, reading)
    return reading


def _assert_sound(text: str, reading: Reading) -> None:
    spans = [span for event in reading.events for span in event.triggers]
    parties = [p.span for e in reading.events for p in (*e.actors, *e.targets)]
    assert all(0 <= span.start < span.end <= len(text) for span in [*spans, *parties])
    assert len(set(spans)) == len(spans)
    assert [event.id for event in reading.events] == [
        f"v{number}" for number in range(1, len(reading.events) + 1)
    ]
    firsts = [event.span.start for event in reading.events]
    assert firsts == sorted(firsts)
    assert all(list(event.triggers) == sorted(event.triggers) for event in reading.events)


@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    _assert_sound(text, _read(text))


@given(st.lists(st.sampled_from(_WORDS.split(" ")), max_size=50).map(" ".join))
def test_any_run_of_the_words_that_rules_look_at_can_be_read(text: str) -> None:
    _assert_sound(text, _read(text))


def test_a_reading_refers_only_to_what_it_holds() -> None:
    reading = _read("Rebels attacked the army in Kano on Monday. They killed nine people there.")
    entities = {entity.id for entity in reading.entities}
    dates = {when.id for when in reading.dates}
    parties = [p for e in reading.events for p in (*e.actors, *e.targets, e.place) if p]
    assert {p.entity for p in parties if p.entity} <= entities
    assert {e.when for e in reading.events if e.when} <= dates
    assert reading.events


def test_a_text_without_blocks_has_no_events() -> None:
    assert _read("").events == ()
