"""Events as the parts of incidents: what each one tells of kind, place, day and parties."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from extract.doc import Doc
from extract.entities import bears_arms
from extract.events import ACCIDENT, Category, triggers
from extract.incidents.words import apart_words, sum_words
from extract.records import BlockKind, Event, Label, Party, Reading, Span, Status, When
from extract.vocabulary import EventType

Days = tuple[date, date]
_TOLD = frozenset({Status.ACTUAL, Status.BACKGROUND})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})
_POINTING = frozenset({"the", "this", "that", "these", "those", "such"})
_COUNT = re.compile(
    r"^(?:(?:the|an?|this|these|those|some|several|many|his|their|her|at least|more than|up to"
    r"|about"
    r"|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|dozens of|scores of)\s+)+"
)


@dataclass(frozen=True, slots=True)
class Act:
    """One event, with what tells it from others."""

    event: Event
    category: Category
    sentences: tuple[int, ...]
    """Numbers of the sentences that tell it."""
    leads: bool
    """Whether a heading or the first sentence tells it."""
    days: Days | None
    own_day: bool
    """Whether its date stands in a sentence that tells it."""
    place: str | None
    """Entity id of its place."""
    own_place: bool
    """Whether its place stands in a sentence that tells it."""
    actors: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    """Persons named among those whom it befell."""
    points_back: bool
    """Whether it is told as known: "the attack", "this blast"."""
    told_apart: bool
    """Whether its words tell it from what was told before: "in a separate incident"."""
    aggregate: bool
    """Whether it sums up many: "600 have died since January"."""

    is_battle: bool = False
    """Whether armed parties fight each other in it."""

    @property
    def is_harm(self) -> bool:
        """Whether it is harm alone, which came of some act."""
        return self.category.consequence

    @property
    def is_background(self) -> bool:
        """Whether it is told as what went before."""
        return self.event.status is Status.BACKGROUND


class Acts:
    """Makes acts of the events of a report."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._doc = doc
        self._reading = reading
        self._people = {e.id for e in reading.entities if e.label is Label.PERSON}
        self._armed = {e.id for e in reading.entities if e.armed}
        self._dates = {when.id: when for when in reading.dates}
        self._open = sorted(when.start_offset for when in reading.dates if when.is_open)
        self._first = {s.first: number for number, s in enumerate(doc.sentences)}
        self._lead = _lead(doc)

    def told(self) -> list[Act]:
        """The events that happened, in the order of the text."""
        return [act for event in self._reading.events for act in self._act(event)]

    def _act(self, event: Event) -> Iterator[Act]:
        category = triggers().categories.get(event.category)
        other = event.kind == EventType.OTHER and event.category != ACCIDENT
        if category is None or event.status not in _TOLD or other:
            return
        sentences = tuple(sorted({self._sentence(t.start) for t in event.triggers}))
        when = self._dates.get(event.when or "")
        yield Act(
            event,
            category,
            sentences,
            leads=self._leads(sentences),
            days=_days(when),
            own_day=when is not None and self._sentence(when.start_offset) in sentences,
            place=event.place.entity if event.place else None,
            own_place=event.place is not None and self._sentence(event.place.start) in sentences,
            actors=self._keys(event.actors),
            targets=self._keys(event.targets),
            named=frozenset(t.entity for t in event.targets if t.entity in self._people),
            points_back=self._points_back(event.span),
            told_apart=apart_words().search(self._sentence_up_to(event.span)) is not None,
            aggregate=self._sums_up(event.span),
            is_battle=self._is_battle(event, category),
        )

    def _is_battle(self, event: Event, category: Category) -> bool:
        """Whether two armed parties are told of, or one and a clash."""
        if event.kind != EventType.BATTLES:
            return False
        parties = [p for p in (*event.actors, *event.targets) if self._bears_arms(p)]
        return len(parties) > 1 or (category.reciprocal and bool(parties))

    def _bears_arms(self, party: Party) -> bool:
        return party.entity in self._armed or bears_arms(party.telling.of(self._doc.text))

    def _sentence(self, offset: int) -> int:
        sentence = self._doc.syntax.sentence_at(offset)
        return self._first[sentence.first] if sentence else 0

    def _leads(self, sentences: Iterable[int]) -> bool:
        return min(sentences) <= self._lead

    def _keys(self, parties: Iterable[Party]) -> frozenset[str]:
        """Who they are: the entity, else the words without the number or article before them."""
        text = self._doc.text
        return frozenset(p.entity or _COUNT.sub("", p.telling.of(text).lower()) for p in parties)

    def _points_back(self, span: Span) -> bool:
        syntax = self._doc.syntax
        tokens = syntax.tokens_in(span.start, span.end)
        if not tokens or syntax.pos[tokens[-1]] not in ("NOUN", "PROPN"):
            return False
        phrase = syntax.phrase_at(tokens[0])
        first = phrase.first if phrase else tokens[0]
        return any(syntax.lower(t) in _POINTING for t in range(max(0, first - 1), tokens[0]))

    def _sentence_up_to(self, span: Span) -> str:
        return self._doc.text[self._doc.sentences[self._sentence(span.start)].start : span.end]

    def _sums_up(self, span: Span) -> bool:
        sentence = self._doc.sentences[self._sentence(span.start)]
        if sum_words().search(self._doc.text, sentence.start, sentence.end):
            return True
        return any(sentence.start <= start < sentence.end for start in self._open)


def _lead(doc: Doc) -> int:
    """Number of the lead: the first sentence behind the headings."""
    blocks = doc.article.blocks
    body = (n for n, s in enumerate(doc.sentences) if blocks[s.block].kind not in _HEADS)
    return next(body, 0)


def _days(when: When | None) -> Days | None:
    if when is None or not when.calendar or when.start is None or when.end is None:
        return None
    return when.start, when.end
