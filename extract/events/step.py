"""The step that finds the events of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from extract.events.casting import Casting
from extract.events.clauses import NONE, Clauses
from extract.events.drafts import Draft
from extract.events.joining import Joined, joined
from extract.events.matching import Hit, hits_in
from extract.events.parties import Cast
from extract.events.predicates import predicates_in
from extract.events.roles import roles_of
from extract.events.settings import Setting, Settings
from extract.events.status import status_of
from extract.events.triggers import triggers
from extract.records import Article, Event, Party, Precision, Reading, Span, Status, When
from extract.syntax import Syntax

_CONFLICT_SHARE = 120
"""A report is on conflict if it has a strong trigger for every so many words."""
_CONFLICT_LEAST = 2
_RECENT = timedelta(days=31)
"""How long before publication an event may lie and still be news rather than background."""
_LONG = frozenset({Precision.YEAR})


def find_events(article: Article, reading: Reading) -> Reading:
    """Find what happened, was planned, denied or recalled: who, to whom, where and when.

    Raises:
        ValueError: if the reading has no syntax yet.
    """
    syntax = reading.syntax
    if syntax is None:
        raise ValueError("events need the syntax of the text: run find_syntax first")
    drafts = list(_drafts(article, reading, syntax))
    events = (_event(n, event) for n, event in enumerate(joined(drafts), start=1))
    return replace(reading, events=tuple(events))


def _drafts(article: Article, reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    cast = Cast(reading.entities)
    settings = Settings(syntax, article.blocks, cast, reading.dates)
    by_sentence = [(sentence, hits_in(syntax, sentence)) for sentence in syntax.sentences]
    strong = sum(not hit.weak for _, hits in by_sentence for hit in hits)
    on_conflict = strong >= max(_CONFLICT_LEAST, len(syntax) / _CONFLICT_SHARE)
    casting = Casting(cast, reading.dates)
    for sentence, hits in by_sentence:
        clauses = Clauses(syntax, sentence)
        for hit in hits if on_conflict else _in_other_news(hits, clauses):
            yield _draft(hit, clauses, casting, settings, article.published)


def _in_other_news(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    """In a report that is on no conflict: the sure triggers, and any other verb."""
    sure = [hit for hit in hits if not hit.weak]
    return sorted([*sure, *predicates_in(clauses, sure)], key=lambda hit: hit.first)


def _draft(
    hit: Hit, clauses: Clauses, casting: Casting, settings: Settings, published: date | None
) -> Draft:
    roles = roles_of(hit, clauses)
    category = triggers().categories[hit.category]
    violent = category.incident is not None
    setting = settings.of(hit, clauses)
    status = status_of(hit, clauses)
    if status is Status.ACTUAL and _is_past(hit, clauses, setting, published):
        status = Status.BACKGROUND
    return Draft(
        hit,
        Span(*clauses.syntax.span_of(hit.first, hit.last)),
        category,
        status,
        setting,
        _present(casting.actor(place, clauses, violent=violent) for place in roles.actors),
        _present(casting.target(place, clauses) for place in roles.targets),
    )


def _present(parties: Iterable[Party | None]) -> list[Party]:
    return list(dict.fromkeys(party for party in parties if party))


def _is_past(hit: Hit, clauses: Clauses, setting: Setting, published: date | None) -> bool:
    """Whether the event lies well before the report: by its date, else by the past perfect."""
    if setting.when and (setting.when_near or setting.when.precision in _LONG):
        when = setting.when
        return bool(published and when.end and _lies_back(when, published))
    place = clauses.place_of(hit.head)
    if place == NONE or not clauses.is_verb(place):
        return False
    phrase = clauses.phrases[place]
    return clauses.syntax.lower(phrase.first) == "had" and phrase.first < phrase.head


def _lies_back(when: When, published: date) -> bool:
    return when.end is not None and published - when.end > _RECENT


def _event(number: int, event: Joined) -> Event:
    first = event.drafts[0]
    with_place = next((d for d in event.drafts if d.setting.place_near), first)
    with_date = next((d for d in event.drafts if d.setting.when_near), first)
    when = with_date.setting.when
    return Event(
        id=f"v{number}",
        triggers=tuple(draft.span for draft in event.drafts),
        kind=first.category.kind,
        subkind=first.category.subkind,
        actors=_distinct([party for draft in event.drafts for party in draft.actors]),
        targets=_distinct([party for draft in event.drafts for party in draft.targets]),
        place=with_place.setting.place,
        when=when.id if when else None,
        status=first.status,
        category=first.category.name,
    )


def _distinct(parties: list[Party]) -> tuple[Party, ...]:
    """Each party once: by entity, else by its words' place."""
    found: dict[object, Party] = {}
    for party in parties:
        found.setdefault(party.entity or (party.start, party.end), party)
    return tuple(found.values())
