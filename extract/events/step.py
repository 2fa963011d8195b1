"""The step that finds the events of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from extract.doc import Doc
from extract.doc.clauses import clauses_of
from extract.doc.place_and_time import PlaceAndTime, news_day
from extract.doc.syntax import Sentence
from extract.doc.tables import is_entry, tables_of
from extract.entities import EntityIndex
from extract.events.causes import tie_causes
from extract.events.earlier import Earlier
from extract.events.event_coreference import EventCluster, clusters
from extract.events.event_mentions import EventMention, MentionFinder, type_of, weapons
from extract.events.role_filling import RoleFiller, memberships_in
from extract.events.trigger_lexicon import Hit, hits_in, triggers
from extract.events.trigger_selection import is_on_accident, selection
from extract.records import Event, Party, Reading, When
from extract.vocabulary import Status

_FEW = 4
"""Tokens of a cell that names a weapon rather than tells of it."""


def find_events(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with what happened, was planned, denied or recalled: who did it, to whom,
    where and when."""
    article = doc.article
    index = EntityIndex(reading.entities)
    mentions = list(_mentions(doc, reading, index))
    events = enumerate(clusters(mentions, article.text), start=1)
    news = news_day(doc, reading.dates)
    found = tuple(_event(number, event, index, article.text, news) for number, event in events)
    return replace(reading, events=found)


def _mentions(doc: Doc, reading: Reading, index: EntityIndex) -> Iterator[EventMention]:
    syntax = doc.syntax
    dated = {offset for w in reading.dates for offset in range(w.start_offset, w.end_offset)}
    by_sentence = [
        (
            sentence,
            [hit for hit in _hits(doc, sentence) if syntax.starts[hit.head] not in dated],
        )
        for sentence in _telling(doc)
    ]
    all_hits = [hit for _, hits in by_sentence for hit in hits]
    finder = MentionFinder(
        RoleFiller(syntax, index, reading.dates, doc.quotations),
        PlaceAndTime(doc, index.places(), reading.dates),
        doc.article.published,
        is_on_accident(all_hits, syntax),
    )
    earlier = Earlier(doc.text, reading.dates)
    select = selection(all_hits, syntax)
    for sentence, hits in by_sentence:
        clauses = clauses_of(doc, sentence)
        chosen = select(hits, clauses)
        members = [hit for hit in memberships_in(clauses) if not _is_among(hit, chosen)]
        found = finder.mentions(sorted([*chosen, *members], key=_first), clauses)
        earlier.mark(found, sentence)
        tie_causes(found, clauses)
        yield from found


def _hits(doc: Doc, sentence: Sentence) -> list[Hit]:
    """The triggers of a sentence; in a cell of a few words a weapon is one: "Roadside bomb"."""
    found = hits_in(doc.syntax, sentence)
    if found or sentence.last - sentence.first > _FEW or not tables_of(doc).at(sentence.start):
        return found
    tokens = (t for t in range(sentence.first, sentence.last) if doc.low[t] in weapons())
    return [
        Hit(t, t + 1, t, triggers().categories[weapons()[doc.low[t]]], verbal=False, weak=False)
        for t in tokens
    ][:1]


def _telling(doc: Doc) -> Iterator[Sentence]:
    """The sentences that may tell what happened: no heads and labels of tables."""
    tables = tables_of(doc)
    for sentence in doc.sentences:
        cell = tables.at(sentence.start) if tables.all else None
        if cell.tells if cell is not None else not is_entry(doc, sentence, tables):
            yield sentence


def _first(hit: Hit) -> int:
    return hit.first


def _is_among(hit: Hit, others: Iterable[Hit]) -> bool:
    return any(other.first <= hit.first < other.last and other.head != hit.head for other in others)


def _event(
    number: int, event: EventCluster, index: EntityIndex, text: str, news: When | None
) -> Event:
    first = event.lead
    place, when = _place_and_time(event, news)
    actors, targets = _parties(event)
    whom = targets or _distinct(p for mention in event.pointed_to for p in mention.targets)
    category = first.weapon or first.category
    kind, subkind = type_of(category, actors, whom, index, text)
    return Event(
        id=f"v{number}",
        triggers=tuple(sorted(mention.span for mention in event.mentions)),
        kind=kind,
        subkind=subkind,
        actors=actors,
        targets=targets,
        place=place,
        when=when.id if when else None,
        status=first.status,
        stance="accuse" if first.accuses else "neutral",
        category=category.name,
    )


def _place_and_time(event: EventCluster, news: When | None) -> tuple[Party | None, When | None]:
    """Where and when it took place, by the first mention whose own clause tells."""
    near = (m for m in event.mentions if m.setting.place_near)
    told = (m for m in (event.lead, *event.mentions) if m.setting.place is not None)
    placed = next(near, None) or next(told, event.lead)
    dated = next((m for m in event.mentions if m.setting.when_near), event.lead)
    told_now = not (event.lead.setting.tried or event.lead.earlier)
    is_news = event.status is Status.ACTUAL and told_now
    assumed = news if is_news else None
    return placed.setting.place, _narrowest(dated.setting.when, event) or assumed


def _narrowest(when: When | None, event: EventCluster) -> When | None:
    """The date, or the shortest one that lies within it and stands in the clause of a mention:
    "2019 bombing" in the heading, "were killed on 4 November 2019" in the story."""
    if when is None or when.start is None or when.end is None:
        return when
    own = (m.setting.when for m in event.mentions if m.setting.when_near)
    inside = [
        w for w in own if w and w.start and w.end and when.start <= w.start <= w.end <= when.end
    ]
    return min([when, *inside], key=lambda w: (w.end or date.max) - (w.start or date.min))


def _parties(event: EventCluster) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
    """The actors and targets of all mentions; a side only hinted at for want of other actors."""
    told = _distinct(party for mention in event.mentions for party in mention.actors)
    hinted = _distinct(party for mention in event.mentions for party in mention.hinted)
    targets = _distinct(party for mention in event.mentions for party in mention.targets)
    return told or hinted, targets


def _distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once: by entity, else by its words' place."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(party.entity or (party.start, party.end), party)
    return tuple(found.values())
