"""Mentions of one event joined: same kind, compatible parties, place and date."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from extract.doc.morphology import all_verb_forms
from extract.events.event_mentions import EventMention
from extract.events.trigger_lexicon import ACCIDENTS, GENERAL, POINTER
from extract.events.words import is_at_large
from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.records import Party, When
from extract.vocabulary import Status

_LOOKED_BACK = 12
"""Events of a kind that a mention is compared with, latest first."""
_DATES_KEPT = 4
"""Dates of an event that those of a mention are compared with, the first told."""
_LONGEST_GAP = 240
"""Characters between an act and the harm that a later sentence adds to it."""
_ENDS = re.compile(r"[.!?][\"”’']?\s")
_LONGEST_REST = 120
"""Characters behind harm that are searched for what it came of."""
_T = TypeVar("_T", bound=Hashable)
_POINTED_BACK = 4
"""Events of any kind, latest first, that "the attack" may mean."""
_NEVER_JOINED = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})


class EventCluster:
    """The mentions that are one event."""

    def __init__(self, mentions: Sequence[EventMention], text: str) -> None:
        self.mentions = list(mentions)
        self.lead = next((mention for mention in mentions if mention.cause is None), mentions[0])
        """The mention that says best what it was: a cause before what came of it."""
        self._actors = {who_is_meant(party, text) for m in mentions for party in m.actors}
        self._targets = {who_is_meant(party, text) for m in mentions for party in m.targets}
        self.pointed_to: list[EventMention] = []
        """The mentions of the event that it points back to, where it cannot be the same event."""
        near = [mention.setting for mention in mentions]
        self._numbers = {number for mention in mentions for number in _numbers(mention, text)}
        self._places = {s.place.entity for s in near if s.place and s.place_near}
        self._whens = [s.when for s in near if s.when and s.when_near]

    @property
    def kind(self) -> tuple[str, str | None]:
        """Type and sub-type of the event."""
        return self.lead.category.kind, self.lead.category.subkind

    @property
    def status(self) -> Status:
        """The status of its leading mention."""
        return self.lead.status

    @property
    def brought_harm(self) -> bool:
        """Whether its mentions report harm too: "were killed in the attack"."""
        return any(mention.category.consequence for mention in self.mentions)

    def takes(self, other: "EventCluster") -> bool:
        """Return whether both may be the same event."""
        mine, theirs = self.lead.category, other.lead.category
        is_act = mine.incident is not None or mine.name in ACCIDENTS
        pointed_to = other.lead.points_back and is_act
        if self.is_set_before(other):
            return False
        if other.status is not self.status or not (mine.name == theirs.name or pointed_to):
            return False
        return (
            _compatible(self._actors, other._actors)
            # "the attack" is the one told before, by whatever noun its victims go there
            and ((pointed_to and other.brought_harm) or _compatible(self._targets, other._targets))
            and _compatible(self._places, other._places)
            and _meet(self._whens, other._whens)
            and not self._is_another_toll(other)
        )

    def is_set_before(self, other: "EventCluster") -> bool:
        """Return whether a sentence sets one before the other: "two days after gunmen killed"."""
        told = {(m.beside, m.earlier) for m in self.mentions if m.beside >= 0}
        return any((m.beside, not m.earlier) in told for m in other.mentions)

    def _is_another_toll(self, other: "EventCluster") -> bool:
        """Whether a later mention counts others, on a day of its own: "44 were killed in May"."""
        if not self._numbers or not other._numbers or self._numbers & other._numbers:
            return False
        days = {when.start for when in self._whens} - {None}
        words = {when.words.lower() for when in self._whens}
        return any(w.start not in days and w.words.lower() not in words for w in other._whens)

    def is_of_those_in(self, act: "EventCluster", text: str) -> bool:
        """Return whether those harmed are people at large,
        or those whom the act hit by the same noun."""
        targets = self.lead.targets
        return (
            not targets
            or bool(self._targets & (act._targets | act._actors))
            or any(is_at_large(target.span.of(text)) for target in targets)
        )

    def is_at(self, place: Party) -> bool:
        """Return whether the place is one that it took place at."""
        return place.entity in self._places

    def harms_of(self, act: "EventCluster") -> bool:
        """Return whether somebody is harmed who has part in an act."""
        return bool(self._targets & act._targets)

    def add(self, other: "EventCluster") -> None:
        """Take the mentions of the other in."""
        self.mentions += other.mentions
        self._actors |= other._actors
        self._targets |= other._targets
        self._numbers |= other._numbers
        self._places |= other._places
        self._whens = (self._whens + other._whens)[:_DATES_KEPT]


def who_is_meant(party: Party, text: str) -> str:
    """Return the entity's id, else the words without the number or article before them."""
    return party.entity or _counted().sub("", party.telling.of(text).lower())


def _numbers(mention: EventMention, text: str) -> set[str]:
    """The numbers that those affected are counted with."""
    told = (_counted().match(party.telling.of(text).lower()) for party in mention.targets)
    number_words = table("numbers")["words"]
    words = {word for found in told if found for word in found.group().split()}
    return {word for word in words if word[0].isdigit() or word in number_words}


def clusters(mentions: Iterable[EventMention], text: str) -> list[EventCluster]:
    """Return the mentions by event, in the order of each event's first mention."""
    events: list[EventCluster] = []
    by_kind: dict[tuple[str, str | None], list[EventCluster]] = {}
    for one in _with_causes(mentions, text):
        known = by_kind.setdefault(one.kind, [])
        event = None if _is_alone(one) else _told_before(one, known, events, text)
        if event is not None:
            event.add(one)
        if event is not None or one.lead.category.name == POINTER:
            continue
        if one.lead.points_back and (before := _act_before(events)):
            one.pointed_to = [*before.mentions, *before.pointed_to]
        known.append(one)
        events.append(one)
    return events


def _is_alone(one: EventCluster) -> bool:
    """Whether it is joined to no other: what did not take place, and what is of no class."""
    return one.status in _NEVER_JOINED or one.lead.category.name == GENERAL


def _told_before(
    one: EventCluster, known: Sequence[EventCluster], events: Sequence[EventCluster], text: str
) -> EventCluster | None:
    """The event that was reported before, if it is the same; `known` are those of the same type."""
    candidates = _candidates(one, known, events)
    event = next((old for old in reversed(candidates) if old.takes(one)), None)
    if event is not None or not events:
        return event
    latest = max(events[-_POINTED_BACK:], key=lambda known: known.mentions[-1].span)
    return latest if _came_of(one, latest, text) else None


def _candidates(
    one: EventCluster, known: Sequence[EventCluster], events: Sequence[EventCluster]
) -> list[EventCluster]:
    """The events that it may be, the last of them the likeliest."""
    candidates = [*known[-_LOOKED_BACK:]]
    if not one.lead.points_back:
        return candidates
    others = [event for event in events[-_POINTED_BACK:] if event not in candidates]
    # "the clashes" are rather those told before than a bombing told since
    reciprocal = one.lead.category.reciprocal
    return [*others, *candidates] if reciprocal else [*candidates, *others]


def _came_of(harm: EventCluster, act: EventCluster, text: str) -> bool:
    """Whether harm told without doer, place or day is what the act told just before did."""
    if not _may_come_of(harm, act):
        return False
    mention, last = harm.lead, act.mentions[-1]
    between = text[last.span.end : mention.span.start]
    ends = [match.end() for match in _ENDS.finditer(between)]
    if "\n\n" in between or len(ends) > 1:
        return False
    start = last.span.end + (ends[-1] if ends else 0)
    if _is_placed(mention, act, start) or not (ends or harm.is_of_those_in(act, text)):
        return False
    if _is_death_of_wounds(harm, act, text, start):
        return True
    return not mention.setting.when_near and not _tells_apart().search(between)


def _may_come_of(harm: EventCluster, act: EventCluster) -> bool:
    """Whether harm without an actor is reported by a verb, close behind an act or other harm."""
    near = harm.lead.span.start - act.mentions[-1].span.end <= _LONGEST_GAP
    brings = act.lead.category.cause or act.lead.category.consequence
    if act.is_set_before(harm):
        return False
    if harm.status is not act.status or not (near and brings and harm.lead.hit.verbal):
        return False
    return all(one.category.consequence and not one.actors for one in harm.mentions)


def _is_placed(mention: EventMention, act: EventCluster, start: int) -> bool:
    """Whether its own sentence, from the offset on, names a place that is not the act's."""
    place, near = mention.setting.place, mention.setting.place_near
    return place is not None and (near or place.start >= start) and not act.is_at(place)


def _is_death_of_wounds(harm: EventCluster, act: EventCluster, text: str, start: int) -> bool:
    """Whether somebody died, on whatever day, of what was done: "a fourth miner died on Monday"."""
    span = harm.lead.span
    if span.of(text).lower() not in _dying():
        return False
    rest = text[span.end : span.end + _LONGEST_REST]
    end = _ENDS.search(rest)
    sentence = text[start : span.end] + (rest[: end.start()] if end else rest)
    return harm.harms_of(act) or _of_wounds().search(sentence) is not None


def _act_before(events: Sequence[EventCluster]) -> EventCluster | None:
    """The last act of violence, which "the attack" may mean."""
    acts = (e for e in reversed(events[-_POINTED_BACK:]) if e.lead.category.incident is not None)
    return next(acts, None)


def _with_causes(mentions: Iterable[EventMention], text: str) -> list[EventCluster]:
    """Each mention with those that it brought about."""
    by_root: dict[int, list[EventMention]] = {}
    for mention in mentions:
        root = mention.cause or mention
        root = root.cause or root
        by_root.setdefault(id(root), []).append(mention)
    return [EventCluster(found, text) for found in by_root.values()]


def _compatible(one: set[_T], other: set[_T]) -> bool:
    """Whether they share somebody, or one says nothing."""
    return not one or not other or bool(one & other)


def _meet(some: list[When], others: list[When]) -> bool:
    """Whether two dates have a day in common; what is not resolved may be any day."""
    return not some or not others or any(_overlap(one, other) for one in some for other in others)


def _overlap(one: When, other: When) -> bool:
    if one.start is None or other.start is None:
        return True
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)


@cached
def _counted() -> re.Pattern[str]:
    """Numbers and articles before the noun that tells who is meant, in lower case."""
    words = alternation(table("coreference")["counted"]["words"])
    number = alternation(table("numbers")["words"])
    return re.compile(rf"^(?:(?:{words}|{number}(?:-\w+)?|\d[\d,.]*)\s+)+")


@cached
def _tells_apart() -> re.Pattern[str]:
    """What sets a happening apart from the one before: "elsewhere", "in a second attack"."""
    lists = table("coreference")["apart"]
    words = alternation([*lists["alone"], *lists["words"]])
    units, behind = alternation(lists["units"]), alternation(lists["behind"])
    before, others = alternation(lists["before"]), alternation(lists["others"])
    patterns = (words, rf"{units} {behind}", rf"{before} (?:(?:a|an|the) )?{others}")
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.IGNORECASE)


@cached
def _dying() -> frozenset[str]:
    """All forms of the verbs for dying."""
    return all_verb_forms(table("coreference")["wounds"]["verbs"])


@cached
def _of_wounds() -> re.Pattern[str]:
    """What tells that who died was hurt before: "a fourth miner", "in hospital"."""
    lists = table("coreference")["wounds"]
    words, before, sites = (alternation(lists[name]) for name in ("words", "before", "sites"))
    at = rf"{before} (?:a |the )?(?:\w+ )?{sites}"
    return re.compile(rf"\b(?:{words}|{at})\b", re.IGNORECASE)
