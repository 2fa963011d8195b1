"""Acts joined into incidents.

Two acts are of one incident when kind, day, place and parties agree and nothing tells them apart,
as coders count: ACLED's actor pair x place x day, UCDP's event, MUC's template. Nearness in the
text, shared parties, pointing back ("the attack") and the heading speak for it; other parties,
another street, "in a separate incident" against it.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice

from extract.incidents.acts import Act, Days
from extract.incidents.areas import Areas
from extract.lexicon import cached, table
from extract.vocabulary import EventType

_NEVER = -9.0
_BESIDE_BATTLE = -1.5
"""Violence against people without arms, told in another sentence than the fighting."""
_BESIDE_BATTLE_OWN = -3.0
"""What was taken or shelled, told in another sentence than the fighting."""
_BESIDE_GATHERING = -2.0
"""Violence told in another sentence than the protest, or the other way round."""
_SAME_EVENT = 1.0
"""Its words were found to tell of the same event."""
_ELSEWHERE = -1.5
"""A town, and a place that may be another one."""
_SURELY = 9.0
"""Nobody is killed twice."""
_ENOUGH = 0.25
"""What speaks for one incident must outweigh what speaks against it by this."""
_UNSURE = -0.75
"""Days that differ where one of them was taken from another sentence."""
_SLACK, _EXACT, _WEEK = timedelta(days=2), timedelta(0), timedelta(days=7)
_LOOKED_AT = 60
"""Incidents, those told last, that an act is compared with."""
_WITHIN = 1000
"""Incidents back to which these are looked for."""
_NEXT, _CLOSE, _FAR = 1, 3, 8
"""Sentences between two acts."""


@dataclass(slots=True)
class Group:
    """The acts of one incident, with what is known of them together."""

    acts: list[Act] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    killed: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    """Ids of the events that its acts are parts of."""
    sentences: list[int] = field(default_factory=list)
    """Numbers of the sentences that tell it, in order."""
    days: set[Days] = field(default_factory=set)
    own_days: set[Days] = field(default_factory=set)
    """Days told in the sentences of its acts."""
    own_places: set[str] = field(default_factory=set)
    """Entity ids of the places told in the sentences of its acts."""
    leads: bool = False
    """Whether a heading or the first sentence tells it."""
    is_battle: bool = False
    """Whether armed parties fight in it."""
    past: int = 0
    """How many of its acts are told as what went before."""
    past_is_dated: bool = False
    """Whether one of these is told with a date of its own."""

    @property
    def lead(self) -> Act:
        """The act that says best what it was: what was done before the harm that came of it."""
        return next((act for act in self.acts if not act.is_harm), self.acts[0])

    def add(self, act: Act) -> None:
        """Take an act in."""
        self.acts.append(act)
        self.families.add(family_of(act))
        self.actors |= act.actors
        self.targets |= act.targets
        self.named |= act.named
        self.killed |= act.killed
        self.events.add(act.event.id)
        self.leads |= act.leads
        self.is_battle |= act.is_battle
        self._add_where_and_when(act)

    def _add_where_and_when(self, act: Act) -> None:
        for number in act.sentences:
            place = bisect_left(self.sentences, number)
            if self.sentences[place : place + 1] != [number]:
                self.sentences.insert(place, number)
        if act.days:
            self.days.add(act.days)
            self.own_days |= {act.days} if act.own_day else set()
        if act.place and act.own_place:
            self.own_places.add(act.place)
        self.past += act.is_background
        self.past_is_dated |= act.is_background and act.own_day


def joined(acts: Iterable[Act], areas: Areas) -> list[Group]:
    """The acts by incident, in the order of each incident's first act.

    An act is compared with the incidents told last and with those of the lead: a report of many
    pages is read in time that grows as it does.
    """
    groups: list[Group] = []
    told: dict[int, Group] = {}
    for act in acts:
        scores = [(_agreement(act, group, areas), group) for group in _compared(told, groups)]
        best, group = max(scores, key=lambda scored: scored[0], default=(_NEVER, Group()))
        if best < _ENOUGH:
            group = Group()
            groups.append(group)
        group.add(act)
        told.pop(id(group), None)
        told[id(group)] = group
    return groups


def _compared(told: dict[int, Group], groups: Sequence[Group]) -> Sequence[Group]:
    """The incidents that an act may be of, in their order; `told` has the last one told last."""
    if len(groups) <= _LOOKED_AT:
        return groups
    last = set(islice(reversed(told), _LOOKED_AT))
    leading = (group for group in groups[:_LOOKED_AT] if group.leads)
    near = (group for group in groups[-_WITHIN:] if id(group) in last)
    return list({id(group): group for group in (*leading, *near)}.values())


def family_of(act: Act) -> str:
    """The kind of act: fighting, bombing, abduction, harm alone, ..."""
    return _families().get(act.category.name, act.category.name)


def is_gathering(act: Act) -> bool:
    """Whether people gather in it: a protest, a riot."""
    return family_of(act) in _gatherings()


def is_none(group: Group) -> bool:
    """Whether it is of a kind that no list of incidents has: an order, a refusal."""
    return group.families <= frozenset(table("incidents")["kin"]["none"])


def is_quiet(group: Group) -> bool:
    """Whether nothing violent is told: an agreement, an arrest, a deployment."""
    return group.families <= _quiet()


def _agreement(act: Act, group: Group, areas: Areas) -> float:
    """How much speaks for the act being of the incident, less what speaks against it."""
    if act.killed & group.killed:
        return _SURELY
    signs = (
        _by_kind(act, group),
        _by_day(act, group),
        _by_place(act, group, areas),
        _by_distance(act, group),
        _by_parties(act, group),
        _by_telling(act, group),
        _SAME_EVENT * (act.event.id in group.events),
    )
    return _NEVER if _NEVER in signs else sum(signs)


def _by_kind(act: Act, group: Group) -> float:
    mine, theirs = family_of(act), group.families
    if act.aggregate != group.lead.aggregate:
        return _NEVER
    if act.on_civilians and group.is_battle and _gap(act, group):
        return _BESIDE_BATTLE
    if _is_taken_beside(act, group):
        return _BESIDE_BATTLE_OWN
    if mine in theirs:
        return 0.5
    if mine in _quiet() or theirs <= _quiet():
        return _NEVER
    if "accident" in {mine, *theirs}:
        return _beside_accident(mine, theirs)
    if _is_beside_gathering(act, group):
        return _BESIDE_GATHERING
    if group.is_battle and _gap(act, group) and not act.points_back:
        return _beside_battle(act, group)
    return _by_kinship(mine, theirs)


def _beside_accident(mine: str, theirs: Set[str]) -> float:
    """How well an accident and other acts agree: harm alone may be its own."""
    return 0.25 if mine == "harm" or theirs <= {"harm", "accident"} else _NEVER


def _is_beside_gathering(act: Act, group: Group) -> bool:
    """Whether one alone is of people who gather; force told right behind a protest met it."""
    gather = is_gathering(act)
    theirs = bool(group.families & _gatherings())
    return gather != theirs and _gap(act, group) > (0 if gather else _NEXT)


def _is_taken_beside(act: Act, group: Group) -> bool:
    """Whether something named is taken or shelled, told in another sentence than the fighting."""
    apart = group.is_battle and _gap(act, group) and family_of(act) in _apart_from_battles()
    return bool(apart and act.targets - group.targets)


def _by_kinship(mine: str, theirs: Set[str]) -> float:
    if mine in _any() or theirs & _any():
        return 0.25
    kin = any(frozenset((mine, other)) in _kin() for other in theirs)
    return 0.0 if kin else -0.75


def _beside_battle(act: Act, group: Group) -> float:
    """How well an act of another kind fits a battle told before: one on civilians hardly."""
    if act.event.kind == EventType.BATTLES and family_of(act) not in ("land",):
        return 0.25
    return -1.0 if act.targets else 0.0


def _by_day(act: Act, group: Group) -> float:
    if act.days is None or not group.days:
        return 0.0
    if act.own_day and group.own_days:
        if _any_meets(act.days, group.own_days, _EXACT):
            return 0.75
        return _UNSURE if _any_meets(act.days, group.own_days) else _NEVER
    if _any_meets(act.days, group.days):
        return 0.0
    return _UNSURE if act.own_day or group.own_days else 0.0


def _apart_in_time(act: Act, group: Group) -> bool:
    """Whether one alone is told as past, with a date of its own."""
    if act.is_background:
        return act.own_day and group.past < len(group.acts)
    return group.past == len(group.acts) and group.past_is_dated


def _by_place(act: Act, group: Group, areas: Areas) -> float:
    sure = group.own_places
    if not act.place or not act.own_place or not sure:
        return 0.0
    if act.place in sure:
        return 0.75
    if not _gap(act, group) and all(areas.are_two_towns(act.place, place) for place in sure):
        return _NEVER
    near = [place for place in sure if areas.meet(act.place, place)]
    if near and all(areas.may_be_two_towns(act.place, place) for place in near):
        return _ELSEWHERE
    return 0.25 if near else _NEVER


def _by_distance(act: Act, group: Group) -> float:
    gap = _gap(act, group)
    if gap <= _NEXT:
        return 0.75
    return 0.25 if gap <= _CLOSE else 0.0 if gap <= _FAR else -0.25


def _by_parties(act: Act, group: Group) -> float:
    total = 0.0
    if act.targets and group.targets:
        total += 1.0 if act.targets & group.targets else -0.25
    if act.named and group.named and not act.named & group.named:
        total -= 0.75
    if act.actors and group.actors:
        total += 0.75 if act.actors & group.actors else -0.5
    return total


def _by_telling(act: Act, group: Group) -> float:
    total = 1.0 * act.points_back + 0.75 * group.leads
    total -= 2.0 * _apart_in_time(act, group)
    if act.section != group.acts[-1].section and not act.points_back:
        total -= 0.75
    if act.counts_alone:
        total -= 6.0
    if act.told_apart and _gap(act, group):
        total -= 3.0
    return total - 1.0 * (act.event.status is not group.lead.event.status)


def _gap(act: Act, group: Group) -> int:
    """Sentences between an act and the nearest one of an incident."""
    return min(_distance(number, group.sentences) for number in act.sentences)


def _distance(number: int, numbers: Sequence[int]) -> int:
    """How far a number is from the nearest of some in order."""
    place = bisect_left(numbers, number)
    return min(abs(number - near) for near in numbers[max(place - 1, 0) : place + 1])


def _any_meets(days: Days, others: Iterable[Days], slack: timedelta = _SLACK) -> bool:
    """Whether some other days have one in common with these."""
    return any(_meet(days, other, slack) for other in others)


def _meet(one: Days, other: Days, most: timedelta) -> bool:
    """Whether two times have a day in common; "this week" may be a day or two out, no month is."""
    about_a_week = any(_EXACT < last - first <= _WEEK for first, last in (one, other))
    slack = most if about_a_week else _EXACT
    return one[0] <= other[1] + slack and other[0] <= one[1] + slack


@cached
def _families() -> dict[str, str]:
    lists = table("incidents")["family"]
    return {name: family for family, names in lists.items() for name in names}


@cached
def _quiet() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["quiet"])


@cached
def _any() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["any"])


@cached
def _apart_from_battles() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["beside_battle"])


@cached
def _gatherings() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["gathering"])


@cached
def _kin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in table("incidents")["kin"]["pairs"])
