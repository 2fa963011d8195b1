"""Mentions of one event joined: same kind, compatible parties, place and date."""

import re
from collections.abc import Hashable, Iterable, Sequence
from typing import TypeVar

from extract.doc.morphology import verb_forms
from extract.events.drafts import Draft
from extract.events.triggers import ACCIDENTS, GENERAL, POINTER
from extract.events.words import is_at_large
from extract.lexicon import cached, table
from extract.records import Party, Status, When

_LOOKED_BACK = 12
"""Events of a kind that a mention is compared with, latest first."""
_DATES_KEPT = 4
_COUNTED = re.compile(
    r"^(?:(?:the|a|an|this|these|those|some|several|many|his|their|at least|more than|up to"
    r"|about|\d[\d,.]*"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?|dozens of|dozen|scores of)\s+)+"
)
_LONGEST_GAP = 240
"""Characters between an act and the harm that a later sentence tells of it."""
_ENDS = re.compile(r"[.!?][\"”’']?\s")
_APART = re.compile(
    r"\b(?:elsewhere|separate(?:ly)?|meanwhile|in one case|while|whereas"
    r"|(?:days?|weeks?|months?|years?) (?:later|earlier)"
    r"|(?:in|at|near|on|by) (?:(?:a|an|the) )?(?:another|second|third|fourth|different|other))\b",
    re.IGNORECASE,
)
_OF_WOUNDS = re.compile(
    r"\b(?:another|more|further|additional|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|others?"
    r"|wounded|injured|wounds|injuries|(?:in|at|to) (?:a |the )?(?:\w+ )?(?:hospital|clinic))\b",
    re.IGNORECASE,
)
_LONGEST_REST = 120
"""Characters behind harm that are searched for what it came of."""
_T = TypeVar("_T", bound=Hashable)
_POINTED_BACK = 4
"""Events of any kind, latest first, that "the attack" may mean."""
_NEVER_JOINED = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})


class Joined:
    """The mentions that are one event."""

    def __init__(self, drafts: Sequence[Draft], text: str) -> None:
        self.drafts = list(drafts)
        self.lead = next((draft for draft in drafts if draft.cause is None), drafts[0])
        """The mention that says best what it was: a cause before what came of it."""
        self._actors = {_key(party, text) for draft in drafts for party in draft.actors}
        self._targets = {_key(party, text) for draft in drafts for party in draft.targets}
        self.pointed_to: list[Draft] = []
        """The mentions of the event that it points back to, where it cannot be the same event."""
        near = [draft.setting for draft in drafts]
        self._numbers = {number for draft in drafts for number in _numbers(draft, text)}
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
        """Whether its mentions tell of harm too: "were killed in the attack"."""
        return any(draft.category.consequence for draft in self.drafts)

    def takes(self, other: "Joined") -> bool:
        """Whether both may be the same event."""
        mine, theirs = self.lead.category, other.lead.category
        deed = mine.incident is not None or mine.name in ACCIDENTS
        pointed_to = other.lead.points_back and deed
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

    def _is_another_toll(self, other: "Joined") -> bool:
        """Whether a later mention counts others, on a day of its own: "44 were killed in May"."""
        if not self._numbers or not other._numbers or self._numbers & other._numbers:
            return False
        days = {when.start for when in self._whens} - {None}
        words = {when.words.lower() for when in self._whens}
        return any(w.start not in days and w.words.lower() not in words for w in other._whens)

    def is_of_those_in(self, act: "Joined", text: str) -> bool:
        """Whether those harmed are people at large, or those whom the act hit by the same noun."""
        targets = self.lead.targets
        return (
            not targets
            or bool(self._targets & (act._targets | act._actors))
            or any(is_at_large(target.span.of(text)) for target in targets)
        )

    def is_at(self, place: Party) -> bool:
        """Whether the place is one that it took place at."""
        return place.entity in self._places

    def harms_of(self, act: "Joined") -> bool:
        """Whether somebody is harmed who has part in an act."""
        return bool(self._targets & act._targets)

    def add(self, other: "Joined") -> None:
        """Take the mentions of the other in."""
        self.drafts += other.drafts
        self._actors |= other._actors
        self._targets |= other._targets
        self._numbers |= other._numbers
        self._places |= other._places
        self._whens = (self._whens + other._whens)[:_DATES_KEPT]


def _key(party: Party, text: str) -> str:
    """Who it is: the entity, else the words without the number or article before them."""
    return party.entity or _COUNTED.sub("", party.telling.of(text).lower())


def _numbers(draft: Draft, text: str) -> set[str]:
    """The numbers that those whom it befell are counted with."""
    told = (_COUNTED.match(party.telling.of(text).lower()) for party in draft.targets)
    number_words = table("numbers")["words"]
    words = {word for found in told if found for word in found.group().split()}
    return {word for word in words if word[0].isdigit() or word in number_words}


def joined(drafts: Iterable[Draft], text: str) -> list[Joined]:
    """The mentions by event, in the order of each event's first mention."""
    events: list[Joined] = []
    by_kind: dict[tuple[str, str | None], list[Joined]] = {}
    for one in _with_causes(drafts, text):
        known = by_kind.setdefault(one.kind, [])
        alone = one.status in _NEVER_JOINED or one.lead.category.name == GENERAL
        candidates = [] if alone else known[-_LOOKED_BACK:]
        if one.lead.points_back and not alone:
            others = [e for e in events[-_POINTED_BACK:] if e not in candidates]
            # "the clashes" are rather those told before than a bombing told since
            reciprocal = one.lead.category.reciprocal
            candidates = [*others, *candidates] if reciprocal else [*candidates, *others]
        event = next((old for old in reversed(candidates) if old.takes(one)), None)
        if event is None and events and not alone:
            latest = max(events[-_POINTED_BACK:], key=lambda known: known.drafts[-1].span)
            event = latest if _came_of(one, latest, text) else None
        if event:
            event.add(one)
        elif one.lead.category.name != POINTER:
            if one.lead.points_back and (before := _act_before(events)):
                one.pointed_to = [*before.drafts, *before.pointed_to]
            known.append(one)
            events.append(one)
    return events


def _came_of(harm: Joined, act: Joined, text: str) -> bool:
    """Whether harm told without doer, place or day is what the act told just before did."""
    draft, last = harm.lead, act.drafts[-1]
    if harm.status is not act.status or draft.span.start - last.span.end > _LONGEST_GAP:
        return False
    if not all(one.category.consequence and not one.actors for one in harm.drafts):
        return False
    between = text[last.span.end : draft.span.start]
    ends = [match.end() for match in _ENDS.finditer(between)]
    if "\n\n" in between or len(ends) > 1 or not draft.hit.verbal:
        return False
    if not (act.lead.category.cause or act.lead.category.consequence):
        return False
    start = last.span.end + (ends[-1] if ends else 0)
    if _is_placed(draft, act, start) or not (ends or harm.is_of_those_in(act, text)):
        return False
    if _is_death_of_wounds(harm, act, text, start):
        return True
    return not draft.setting.when_near and not _APART.search(between)


def _is_placed(draft: Draft, act: Joined, start: int) -> bool:
    """Whether its own sentence, from the offset on, names a place that is not the act's."""
    place, near = draft.setting.place, draft.setting.place_near
    return place is not None and (near or place.start >= start) and not act.is_at(place)


def _is_death_of_wounds(harm: Joined, act: Joined, text: str, start: int) -> bool:
    """Whether somebody died, on whatever day, of what was done: "a fourth miner died on Monday"."""
    span = harm.lead.span
    if span.of(text).lower() not in _dying():
        return False
    rest = text[span.end : span.end + _LONGEST_REST]
    end = _ENDS.search(rest)
    sentence = text[start : span.end] + (rest[: end.start()] if end else rest)
    return harm.harms_of(act) or _OF_WOUNDS.search(sentence) is not None


@cached
def _dying() -> frozenset[str]:
    """All forms of the verbs for dying."""
    return frozenset(verb_forms("die")) | frozenset(verb_forms("succumb"))


def _act_before(events: Sequence[Joined]) -> Joined | None:
    """The last act of violence, which "the attack" may mean."""
    acts = (e for e in reversed(events[-_POINTED_BACK:]) if e.lead.category.incident is not None)
    return next(acts, None)


def _with_causes(drafts: Iterable[Draft], text: str) -> list[Joined]:
    """Each mention with those that it brought about."""
    by_root: dict[int, list[Draft]] = {}
    for draft in drafts:
        root = draft.cause or draft
        root = root.cause or root
        by_root.setdefault(id(root), []).append(draft)
    return [Joined(found, text) for found in by_root.values()]


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
