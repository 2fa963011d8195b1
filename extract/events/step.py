"""The step that finds the events of a report."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.events.casting import Casting
from extract.events.causes import tie_causes
from extract.events.clauses import Clauses
from extract.events.drafts import Draft
from extract.events.joining import Joined, joined
from extract.events.kinds import kind_of
from extract.events.matching import Hit, hits_in
from extract.events.parties import Cast
from extract.events.phrases import NONE
from extract.events.predicates import predicates_in
from extract.events.roles import roles_of
from extract.events.settings import Setting, Settings
from extract.events.status import status_of
from extract.events.triggers import triggers
from extract.events.words import frames
from extract.records import Article, Event, Party, Precision, Reading, Span, Status, When
from extract.syntax import Syntax

_ON_CONFLICT = 120
"""A report is on conflict if it has a sure trigger for every so many words."""
_ON_OTHER_THINGS = 400
"""It is on other things altogether if it has fewer violent ones."""
_CONFLICT_LEAST = 2
_RECENT = timedelta(days=60)
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
    cast = Cast(reading.entities)
    drafts = list(_drafts(article, reading, syntax, cast))
    events = enumerate(joined(drafts, article.text), start=1)
    found = tuple(_event(number, event, cast, article.text) for number, event in events)
    return replace(reading, events=found)


def _drafts(article: Article, reading: Reading, syntax: Syntax, cast: Cast) -> Iterator[Draft]:
    finder = _Finder(
        Casting(syntax, cast, reading.dates),
        Settings(syntax, article.blocks, cast, reading.dates),
        article.published,
    )
    dated = {offset for w in reading.dates for offset in range(w.start_offset, w.end_offset)}
    by_sentence = [
        (
            sentence,
            [hit for hit in hits_in(syntax, sentence) if syntax.starts[hit.head] not in dated],
        )
        for sentence in syntax.sentences
    ]
    choose = _choice([hit for _, hits in by_sentence for hit in hits], len(syntax))
    for sentence, hits in by_sentence:
        clauses = Clauses(syntax, sentence)
        yield from finder.drafts(choose(hits, clauses), clauses)


_Choice = Callable[[list[Hit], Clauses], list[Hit]]


def _choice(hits: list[Hit], words: int) -> _Choice:
    """Which triggers count in a report, by how much of it is on conflict."""
    sure = [hit for hit in hits if not hit.weak]
    violent = sum(triggers().categories[hit.category].incident is not None for hit in sure)
    if len(sure) >= max(_CONFLICT_LEAST, words / _ON_CONFLICT):
        return _all
    return _sure if violent > words / _ON_OTHER_THINGS else _with_predicates


def _all(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    return hits


def _sure(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    return [hit for hit in hits if not hit.weak]


def _with_predicates(hits: list[Hit], clauses: Clauses) -> list[Hit]:
    """In a report that is on no conflict: the sure triggers, and any other verb."""
    sure = _sure(hits, clauses)
    return sorted([*sure, *predicates_in(clauses, sure)], key=lambda hit: hit.first)


@dataclass(frozen=True, slots=True)
class _Finder:
    """Makes drafts of triggers."""

    casting: Casting
    settings: Settings
    published: date | None

    def drafts(self, hits: list[Hit], clauses: Clauses) -> list[Draft]:
        """The drafts of one sentence, causes told."""
        drafts = [self._draft(hit, clauses) for hit in hits]
        tie_causes(drafts, clauses)
        return drafts

    def _draft(self, hit: Hit, clauses: Clauses) -> Draft:
        roles = roles_of(hit, clauses)
        setting = self.settings.of(hit, clauses)
        status = status_of(hit, clauses)
        if status is Status.ACTUAL and _is_past(hit, clauses, setting, self.published):
            status = Status.BACKGROUND
        actors = self.casting.actors(roles.actors, clauses, hit.category)
        targets = self.casting.targets(roles.targets, clauses, hit.category)
        named = self.casting.named_before(hit, clauses)
        (targets if hit.category in frames().possessor_target else actors).extend(named)
        return Draft(
            hit,
            Span(*clauses.syntax.span_of(hit.first, hit.last)),
            triggers().categories[hit.category],
            status,
            setting,
            actors,
            targets,
        )


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


def _event(number: int, event: Joined, cast: Cast, text: str) -> Event:
    first = event.lead
    with_place = next((d for d in event.drafts if d.setting.place_near), first)
    with_date = next((d for d in event.drafts if d.setting.when_near), first)
    when = with_date.setting.when
    actors = _distinct([party for draft in event.drafts for party in draft.actors])
    targets = _distinct([party for draft in event.drafts for party in draft.targets])
    kind, subkind = kind_of(first.category, actors, targets, cast, text)
    return Event(
        id=f"v{number}",
        triggers=tuple(sorted(draft.span for draft in event.drafts)),
        kind=kind,
        subkind=subkind,
        actors=actors,
        targets=targets,
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
