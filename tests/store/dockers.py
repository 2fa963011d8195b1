"""A report of our own on two attacks and an arrest, with its incidents read by hand."""

import hashlib
from datetime import date

from extract.records import (
    Article,
    Block,
    Entity,
    Event,
    Figure,
    Incident,
    Mention,
    Party,
    Reading,
    Source,
    Span,
    Toll,
    When,
)
from extract.vocabulary import BlockKind, Label, Precision, Qualifier
from store.annotations import Annotations
from store.items import Item, Kind
from store.notes.notes_file import NotesFile
from store.suggestions import suggestions

TEXT = """Two attacks on the quay
Gunmen shot dead 4 dockers in Port Sille on Monday, the police said.
The shooting wounded 9 people.
In Old Mole raiders attacked a store, and 2 guards were killed, a witness said.
Officers arrested a man."""


def article() -> Article:
    """A report with one paragraph a line."""
    blocks, start = [], 0
    for number, line in enumerate(TEXT.split("\n")):
        kind = BlockKind.PARAGRAPH if number else BlockKind.TITLE
        blocks.append(Block(kind, start, start + len(line)))
        start += len(line) + 1
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    return Article("quay", "Two attacks", TEXT, tuple(blocks), sha256, date(2024, 3, 5))


def at(words: str) -> Span:
    """Where words stand in the text."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


def reading(sha256: str = "") -> Reading:
    """Three incidents: a shooting with two mentions, an attack, an arrest."""
    return Reading(
        version="1",
        sha256=sha256 or article().sha256,
        entities=(
            _entity("e1", Label.GROUP, "Gunmen"),
            _entity("e2", Label.PLACE, "Port Sille"),
            _entity("e3", Label.GROUP, "raiders"),
            _entity("e4", Label.PLACE, "Old Mole"),
        ),
        dates=(
            When(
                "d1", *_of("Monday"), "Monday", date(2024, 3, 4), date(2024, 3, 4),
                Precision.DAY, "weekday", "2024-03-04",
            ),
        ),
        figures=(
            _figure("f1", "4", "dockers", "killed", "s1"),
            _figure("f2", "9", "people", "wounded", None),
            _figure("f3", "2", "guards", "killed", "s2"),
        ),
        sources=(
            Source("s1", "police", "official", (at("the police"),), figures=("f1",)),
            Source("s2", "a witness", "witness", (at("a witness"),), figures=("f3",)),
        ),
        events=(
            _attack("v1", "shot dead", "Gunmen", "dockers", "Port Sille", "s1"),
            _attack("v2", "shooting", None, "people", None, None),
            _attack("v3", "attacked", "raiders", "a store", "Old Mole", "s2"),
            Event("v4", (at("arrested"),), "Strategic developments", "Arrests"),
        ),
        incidents=(
            Incident(
                "i1", "Violence against civilians", "Attack", ("v1", "v2"),
                (at("shot dead"), at("shooting")), ("f1", "f2"), (_party("Gunmen"),),
                (_party("dockers"),), (), (_party("Port Sille"),), "d1",
                (_toll("killed", 4, "f1"), _toll("wounded", 9, "f2")), ("s1",), main=True,
            ),
            Incident(
                "i2", "Violence against civilians", "Attack", ("v3",), (at("attacked"),), ("f3",),
                (_party("raiders"),), (_party("a store"),), (), (_party("Old Mole"),), None,
                (_toll("killed", 2, "f3"),), ("s2",),
            ),
            Incident(
                "i3", "Strategic developments", "Arrests", ("v4",), (at("arrested"),),
            ),
        ),
    )  # fmt: skip


def reviewed(notes_file: NotesFile | None = None) -> Annotations:
    """The report opened for review, the suggestions in it."""
    annotations = Annotations(article(), "anna", notes_file)
    annotations.suggest(suggestions(article(), reading()))
    return annotations


def incident(annotations: Annotations, words: str) -> Item:
    """The incident that begins with the words."""
    return next(item for item in annotations.items(Kind.INCIDENT) if item.words == words)


def member(annotations: Annotations, words: str) -> str:
    """The id of the event or figure that begins with the words."""
    kinds = (Kind.EVENT, Kind.FIGURE)
    return next(i.id for i in annotations.items() if i.kind in kinds and i.words == words)


def _of(words: str) -> tuple[int, int]:
    return at(words).start, at(words).end


def _entity(ident: str, label: Label, name: str) -> Entity:
    return Entity(ident, label, name, (Mention(*_of(name)),))


def _party(words: str) -> Party:
    return Party(*_of(words))


def _figure(ident: str, words: str, counted: str, outcome: str, source: str | None) -> Figure:
    value = float(words)
    return Figure(
        ident, *_of(words), value, value, value, Qualifier.EXACT, at(counted),
        outcome=outcome, source=source,
    )  # fmt: skip


def _attack(
    ident: str,
    words: str,
    actor: str | None,
    target: str,
    place: str | None,
    source: str | None,
) -> Event:
    return Event(
        ident, (at(words),), "Violence against civilians", "Attack",
        (_party(actor),) if actor else (), (_party(target),),
        _party(place) if place else None, source=source,
    )  # fmt: skip


def _toll(outcome: str, value: float, figure: str) -> Toll:
    return Toll(outcome, value, value, value, "stated", (figure,))
