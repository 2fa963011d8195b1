"""Accounts of the incidents of a reading; also as lines of JSON, to travel between processes."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import msgspec

from extract.accounts.account import Account, Telling
from extract.accounts.near_copies import fingerprint
from extract.accounts.words import words_in
from extract.gazetteer import WORLD
from extract.records import Article, Entity, Incident, Party, Reading, Span, Toll, When
from extract.vocabulary import BlockKind, EventType, Label

_HOUR = re.compile(r"T\d\d(?::\d\d)?")
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z])|\n")
_HEADS = (BlockKind.TITLE, BlockKind.STANDFIRST)
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Telling)


def telling_of(article: Article, reading: Reading) -> Telling:
    """Return what a joiner asks of a report: its accounts, and its text as a fingerprint."""
    return Telling(article.key, accounts_of(article, reading), fingerprint(article.text))


def accounts_of(article: Article, reading: Reading) -> tuple[Account, ...]:
    """Return an account for each incident of a reading, in their order."""
    maker = _Maker(article, reading)
    return tuple(maker.account(incident) for incident in reading.incidents)


def line(article: Article, reading: Reading) -> str:
    """Return what a joiner asks of a report as one line, without its line end."""
    return _encoder.encode(telling_of(article, reading)).decode()


def read_line(words: str) -> Telling:
    """Return what `line` wrote.

    Raises:
        ValueError: if it is no such line.
    """
    return _decoder.decode(words)


class _Maker:
    """Looks up what the incidents of one report name by id."""

    def __init__(self, article: Article, reading: Reading) -> None:
        self._article = article
        self._entities = {entity.id: entity for entity in reading.entities}
        self._dates = {when.id: when for when in reading.dates}
        self._sources = {source.id: source.name for source in reading.sources}
        persons = (entity for entity in reading.entities if entity.label is Label.PERSON)
        found = [(mention.span, entity) for entity in persons for mention in entity.mentions]
        self._persons = sorted(found, key=lambda named: named[0])
        self._headed = _first_told(reading.incidents)
        """The incident that the headings are of, where the report is said to be about none."""

    def account(self, incident: Incident) -> Account:
        """Return what the report tells of an incident."""
        article = self._article
        when = self._dates.get(incident.when or "")
        parts = [Span(0, len(article.text))] if incident.main else self._sentences(incident)
        if incident.id == self._headed:
            parts = sorted({*self._heads(), *parts})
        affected = [entity for entity in map(self._entity, incident.side_b) if entity]
        victims = _distinct(e.name for e in affected if e.label is Label.PERSON)
        return Account(
            article.key,
            incident.id,
            article.published,
            _days(when),
            _hour(when),
            str(incident.kind),
            str(incident.subkind) if incident.subkind else None,
            places=_distinct(map(self._name, incident.places)),
            countries=self._countries(incident.places),
            side_a=_distinct(map(self._name, incident.side_a)),
            side_b=_distinct(map(self._name, incident.side_b)),
            victims=victims,
            persons=tuple(name for name in self._named(parts) if name not in victims),
            tolls=tuple(map(self._toll, incident.tolls)),
            sources=_distinct(self._sources.get(ident, "") for ident in incident.sources),
            words=words_in("\n".join(part.of(article.text) for part in parts)),
            mentions=incident.mentions,
            main=incident.main,
            background=incident.background,
            aggregate=incident.aggregate,
        )

    def _entity(self, party: Party) -> Entity | None:
        return self._entities.get(party.entity or "")

    def _name(self, party: Party) -> str:
        entity = self._entity(party)
        return entity.name if entity else party.telling.of(self._article.text)

    def _countries(self, places: Iterable[Party]) -> tuple[str, ...]:
        entities = [entity for entity in map(self._entity, places) if entity]
        return _distinct(e.country for e in entities if e.country and e.country != WORLD)

    def _toll(self, toll: Toll) -> Toll:
        """The toll with its sources by name."""
        names = _distinct(self._sources.get(ident, "") for ident in toll.sources)
        return replace(toll, sources=names)

    def _sentences(self, incident: Incident) -> list[Span]:
        """The sentences that tell it, as far as signs at their ends show, each once."""
        return sorted({self._sentence(mention) for mention in incident.mentions})

    def _heads(self) -> list[Span]:
        """The title, and what stands with it above the text."""
        return [block.span for block in self._article.blocks if block.kind in _HEADS]

    def _sentence(self, mention: Span) -> Span:
        text = self._article.text
        block = next((b for b in self._article.blocks if b.span.holds(mention)), None)
        first, last = (block.start, block.end) if block else (0, len(text))
        for found in _SENTENCE_END.finditer(text, first, last):
            if found.end() <= mention.start:
                first = found.end()
            elif found.start() >= mention.end:
                return Span(first, found.end())
        return Span(first, last)

    def _named(self, parts: Iterable[Span]) -> tuple[str, ...]:
        """Names of the persons in some parts of the text."""
        parts = list(parts)
        return _distinct(
            entity.name for span, entity in self._persons if any(part.holds(span) for part in parts)
        )


def _first_told(incidents: Sequence[Incident]) -> str | None:
    """The first violent incident of a report that is about none of them."""
    if any(one.main for one in incidents):
        return None
    told = (one for one in incidents if not (one.aggregate or one.background))
    return next((one.id for one in told if one.kind != EventType.STRATEGIC), None)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names but for empty ones, each once, in their order."""
    return tuple(dict.fromkeys(name for name in names if name))


def _days(when: When | None) -> tuple[date, date] | None:
    if when is None or when.start is None or when.end is None:
        return None
    return when.start, when.end


def _hour(when: When | None) -> str | None:
    found = _HOUR.search(when.value or "") if when else None
    return found.group() if found else None
