"""A report of our own with a reading made by hand, for tests of what is kept."""

import hashlib
from datetime import UTC, date, datetime, timedelta

from extract.records import (
    Article,
    Attribution,
    Block,
    Check,
    Entity,
    Event,
    Figure,
    Mention,
    Party,
    Reading,
    Source,
    Span,
    When,
)
from extract.vocabulary import BlockKind, Label, MentionForm, Precision, Qualifier, Severity
from store.annotations import Annotations
from store.items import Item, Kind
from store.notes.notes_file import NotesFile
from store.suggestions import suggestions

TEXT = """Fishermen block harbour of Ostrava Bay
Fishermen seized 12 boats in Ostrava Bay on Monday, the Coast Monitor said.
At least 30 people were wounded when guards fired at the crowd, according to a doctor.
The watchdog said the guards denied it. Ten of the wounded are in hospital."""


def article(text: str = TEXT, key: str = "harbour") -> Article:
    """A report with one paragraph a line."""
    blocks = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.TITLE
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    title = text.split("\n")[0]
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Article(key, title, text, tuple(blocks), sha256, date(2024, 3, 5), "The Bay Post")


def at(words: str, nth: int = 1, text: str = TEXT) -> Span:
    """Where words stand in the text for the nth time."""
    start = -1
    for _ in range(nth):
        start = text.index(words, start + 1)
    return Span(start, start + len(words))


def reading(version: str = "1", text: str = TEXT) -> Reading:
    """What a reader might find in the report."""
    fishermen, monitor = at("Fishermen", 2, text), at("Coast Monitor", text=text)
    boats = Figure(
        "f1", *_of(at("12", text=text)), 12, 12, 12, Qualifier.EXACT, at("boats", text=text),
        outcome="seized", when="d1", place=Party(*_of(at("Ostrava Bay", 2, text)), "e3"),
        source="s1", event="v1",
    )  # fmt: skip
    wounded = Figure(
        "f2", *_of(at("30", text=text)), 30, None, None, Qualifier.AT_LEAST,
        at("people", text=text), outcome="wounded", source="s2",
    )  # fmt: skip
    some = Figure(
        "f3",
        *_of(at("Ten", text=text)),
        10,
        10,
        10,
        Qualifier.EXACT,
        outcome="wounded",
        part_of="f2",
    )
    return Reading(
        version=version,
        sha256=article(text).sha256,
        entities=(
            Entity(
                "e1", Label.GROUP, "Fishermen", (_mention(at("Fishermen")), _mention(fishermen))
            ),
            Entity(
                "e2", Label.ORG, "Coast Monitor",
                (_mention(monitor), _mention(at("The watchdog", text=text), MentionForm.NOMINAL)),
            ),
            Entity("e3", Label.PLACE, "Ostrava Bay", (_mention(at("Ostrava Bay", 2, text)),), "CZ"),
        ),
        dates=(
            When(
                "d1", *_of(at("Monday", text=text)), "Monday", date(2024, 3, 4), date(2024, 3, 4),
                Precision.DAY, "weekday", "2024-03-04",
            ),
        ),
        figures=(boats, wounded, some),
        attributions=(
            Attribution(
                "a1", (at("Fishermen seized 12 boats in Ostrava Bay on Monday", text=text),),
                at("said", text=text), monitor, "s1", "e2",
            ),
        ),
        sources=(
            Source("s1", "Coast Monitor", "monitor", (monitor,), "e2", ("a1",), ("f1",), ("v1",)),
            Source("s2", "a doctor", "witness", (at("a doctor", text=text),), figures=("f2",)),
        ),
        events=(
            Event(
                "v1", (at("seized", text=text),), "Strategic developments", "Looting",
                (Party(*_of(fishermen), "e1"),), (Party(*_of(at("boats", text=text))),),
                Party(*_of(at("Ostrava Bay", 2, text)), "e3"), "d1", source="s1",
            ),
            Event("v2", (at("denied", text=text),), "Other"),
        ),
        checks=(
            Check("c1", "no-source", Severity.LOW, (at("Ten", text=text),), "Ten has no source"),
        ),
    )  # fmt: skip


def items(version: str = "1") -> tuple[Item, ...]:
    """The suggestions of that reading."""
    return suggestions(article(), reading(version))


def reviewed(notes_file: NotesFile | None = None, annotator: str = "anna") -> Annotations:
    """The report opened for review, the suggestions in it."""
    annotations = Annotations(article(), annotator, notes_file, clock=Clock())
    annotations.suggest(items())
    return annotations


def one(annotations: Annotations, kind: Kind, words: str) -> Item:
    """The item of that kind that begins with the words."""
    return next(item for item in annotations.items(kind) if item.words == words)


class Clock:
    """Time that goes on by a second each time it is asked."""

    def __init__(self) -> None:
        self._now = datetime(2024, 3, 5, 12, tzinfo=UTC)

    def __call__(self) -> datetime:
        self._now += timedelta(seconds=1)
        return self._now


def _of(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _mention(span: Span, form: MentionForm = MentionForm.NAME) -> Mention:
    return Mention(span.start, span.end, form)
