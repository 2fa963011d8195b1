"""Readings made by hand, for checks to be tried on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from extract.checks.page import Page
from extract.dates import find_dates
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import (
    Attribution,
    Charge,
    Check,
    Entity,
    Event,
    Figure,
    Incident,
    Mention,
    Party,
    Reading,
    Source,
    Span,
)
from extract.tagger import parse
from extract.vocabulary import Label, MentionForm, Qualifier


class Made:
    """A report with the items that a test puts into it; words are found where they stand first."""

    def __init__(self, text: str, published: date | None = date(2021, 7, 29)) -> None:
        self.article = from_text(text, key="made", facts=Facts(published=published))
        bare = Reading(version="0", sha256=self.article.sha256)
        self.doc = parse(self.article)
        self._base = find_dates(self.doc, bare)
        self.figures: list[Figure] = []
        self.attributions: list[Attribution] = []
        self.sources: list[Source] = []
        self.entities: list[Entity] = []
        self.events: list[Event] = []
        self.incidents: list[Incident] = []

    def span(self, words: str, after: int = 0) -> Span:
        start = self.article.text.index(words, after)
        return Span(start, start + len(words))

    def figure(self, number: str, counted: str, value: float, **more: Any) -> Figure:
        """A figure whose number and noun stand together: "18", "civilians"."""
        both = self.span(f"{number} {counted}")
        made = Figure(
            id=f"f{len(self.figures) + 1}",
            start=both.start,
            end=both.start + len(number),
            **{
                "low": value,
                "point": value,
                "high": value,
                "qualifier": Qualifier.EXACT,
                "outcome": "killed",
                "counted": Span(both.end - len(counted), both.end),
                **more,
            },
        )
        self.figures.append(made)
        return made

    def person(self, words: str) -> Figure:
        """A figure of one killed who is told of without a number: "a man"."""
        article, noun = words.split()
        made = replace(self.figure(article, noun, 1), end=self.span(words).end)
        self.figures[-1] = made
        return made

    def source(
        self, name: str, *mentions: str, entity: str | None = None, kind: str = "monitor"
    ) -> str:
        spans = tuple(self.span(words) for words in mentions or (name,))
        ident = f"s{len(self.sources) + 1}"
        self.sources.append(Source(ident, name, kind, spans, entity))
        return ident

    def said(self, content: str, source: str | None = None, after: int = 0) -> None:
        number = len(self.attributions) + 1
        span = self.span(content, after)
        self.attributions.append(Attribution(f"a{number}", (span,), source=source))

    def entity(
        self, label: Label, *names: str, form: MentionForm = MentionForm.NAME, **more: Any
    ) -> str:
        """An entity with mentions that follow one another in the text."""
        ident, mentions, place = f"e{len(self.entities) + 1}", [], 0
        for name in names:
            span = self.span(name, place)
            mentions.append(Mention(span.start, span.end, form))
            place = span.end
        self.entities.append(Entity(ident, label, names[0], tuple(mentions), **more))
        return ident

    def event(self, trigger: str, kind: str, actor: str | None = None, **more: Any) -> str:
        span = self.span(trigger)
        actors = (Party(span.start, span.end, actor),) if actor else ()
        ident = f"v{len(self.events) + 1}"
        self.events.append(Event(ident, (span,), kind, actors=actors, **more))
        return ident

    def incident(self, trigger: str, *figures: Figure, **more: Any) -> Incident:
        """A battle, told by a word, with the figures that belong to it."""
        event = self.event(trigger, "Battles")
        made = Incident(
            id=f"i{len(self.incidents) + 1}",
            **{"kind": "Battles", "subkind": None, **more},
            events=(event,),
            mentions=(self.span(trigger),),
            figures=tuple(figure.id for figure in figures),
        )
        self.incidents.append(made)
        return made

    def charge(self, words: str, source: str | None, entity: str | None, stance: str) -> Charge:
        """What a source says of who did it."""
        span = self.span(words)
        return Charge(Party(span.start, span.end, entity), stance, source, "v1")

    @property
    def reading(self) -> Reading:
        return replace(
            self._base,
            figures=tuple(self.figures),
            attributions=tuple(self.attributions),
            sources=tuple(self.sources),
            entities=tuple(self.entities),
            events=tuple(self.events),
            incidents=tuple(self.incidents),
        )

    def raised(self, check: Callable[[Page], Iterator[Check]]) -> list[Check]:
        """What a check raises on the report."""
        return list(check(Page(self.doc, self.reading)))
