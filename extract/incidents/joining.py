"""Acts joined into incidents.

Two acts are of one incident when kind, day, place and parties agree and nothing tells them apart,
as coders count: ACLED's actor pair x place x day, UCDP's event, MUC's template. Nearness in the
text, shared parties, pointing back ("the attack") and the heading speak for it; other parties,
another street, "in a separate incident" against it. The weights are set by hand, in quarters: what
agrees adds, what differs takes away, and the sum is no probability.
"""

from bisect import bisect_left
from collections.abc import Iterable, Sequence, Set
from datetime import timedelta
from itertools import islice

from extract.incidents.acts import Act, Days
from extract.incidents.clusters import Cluster, family_of, quiet_families
from extract.incidents.places import Areas
from extract.lexicon import cached, table
from extract.vocabulary import EventType

_NEVER = -9.0
"""What cannot be one incident, whatever else agrees."""
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
"""By how much times of about a week may miss each other, single days, and what about a week is."""
_LOOKED_AT = 60
"""Incidents, those told last, that an act is compared with."""
_WITHIN = 1000
"""Incidents back to which these are looked for."""
_OTHER_HOUR = 3.0
"""Others did it to others, "earlier on Friday"."""
_TOLD_APART = 5.0
"""Words like "separately" outweigh the same day, place and parties."""
_NEXT, _CLOSE, _FAR = 1, 3, 8
"""Sentences between two acts."""


def joined(acts: Iterable[Act], areas: Areas) -> list[Cluster]:
    """Return the acts by incident, in the order of each incident's first act.

    An act is compared with the incidents told last and with those of the lead: a report of many
    pages is read in time that grows as it does.
    """
    clusters: list[Cluster] = []
    told: dict[int, Cluster] = {}
    for act in acts:
        scores = [
            (_agreement(act, cluster, areas), cluster) for cluster in _compared(told, clusters)
        ]
        best, cluster = max(scores, key=lambda scored: scored[0], default=(_NEVER, Cluster()))
        if best < _ENOUGH:
            cluster = Cluster()
            clusters.append(cluster)
        cluster.add(act)
        told.pop(id(cluster), None)
        told[id(cluster)] = cluster
    return clusters


def _compared(told: dict[int, Cluster], clusters: Sequence[Cluster]) -> Sequence[Cluster]:
    """The incidents that an act may be of, in their order; `told` has the last one told last."""
    if len(clusters) <= _LOOKED_AT:
        return clusters
    last = set(islice(reversed(told), _LOOKED_AT))
    leading = (cluster for cluster in clusters[:_LOOKED_AT] if cluster.leads)
    near = (cluster for cluster in clusters[-_WITHIN:] if id(cluster) in last)
    return list({id(cluster): cluster for cluster in (*leading, *near)}.values())


def is_gathering(act: Act) -> bool:
    """Return whether people gather in it: a protest, a riot."""
    return family_of(act) in _gatherings()


def _agreement(act: Act, cluster: Cluster, areas: Areas) -> float:
    """How much speaks for the act being of the incident, less what speaks against it."""
    if act.killed & cluster.killed:
        return _SURELY
    signs = (
        _by_kind(act, cluster),
        _by_day(act, cluster),
        _by_place(act, cluster, areas),
        _by_distance(act, cluster),
        _by_parties(act, cluster),
        _by_telling(act, cluster),
        _SAME_EVENT * (act.event.id in cluster.events),
    )
    return _NEVER if _NEVER in signs else sum(signs)


def _by_kind(act: Act, cluster: Cluster) -> float:
    mine, theirs = family_of(act), cluster.families
    if act.aggregate != cluster.lead.aggregate:
        return _NEVER
    if act.on_civilians and cluster.is_battle and _gap(act, cluster):
        return _BESIDE_BATTLE
    if _is_taken_beside(act, cluster):
        return _BESIDE_BATTLE_OWN
    if mine in theirs:
        return 0.5
    if mine in quiet_families() or theirs <= quiet_families():
        return _NEVER
    if "accident" in {mine, *theirs}:
        return _beside_accident(mine, theirs)
    if _is_beside_gathering(act, cluster):
        return _BESIDE_GATHERING
    if cluster.is_battle and _gap(act, cluster) and not act.points_back:
        return _beside_battle(act, cluster)
    return _by_kinship(mine, theirs)


def _beside_accident(mine: str, theirs: Set[str]) -> float:
    """How well an accident and other acts agree: harm alone may be its own."""
    return 0.25 if mine == "harm" or theirs <= {"harm", "accident"} else _NEVER


def _is_beside_gathering(act: Act, cluster: Cluster) -> bool:
    """Whether one alone is of people who gather; force told right behind a protest met it."""
    gather = is_gathering(act)
    theirs = bool(cluster.families & _gatherings())
    return gather != theirs and _gap(act, cluster) > (0 if gather else _NEXT)


def _is_taken_beside(act: Act, cluster: Cluster) -> bool:
    """Whether something named is taken or shelled, told in another sentence than the fighting."""
    apart = cluster.is_battle and _gap(act, cluster) and family_of(act) in _apart_from_battles()
    return bool(apart and act.targets - cluster.targets)


def _by_kinship(mine: str, theirs: Set[str]) -> float:
    if mine in _any() or theirs & _any():
        return 0.25
    kin = any(frozenset((mine, other)) in _kin() for other in theirs)
    return 0.0 if kin else -0.75


def _beside_battle(act: Act, cluster: Cluster) -> float:
    """How well an act of another kind fits a battle told before: one on civilians hardly."""
    if act.event.kind == EventType.BATTLES and family_of(act) not in ("land",):
        return 0.25
    return -1.0 if act.targets else 0.0


def _by_day(act: Act, cluster: Cluster) -> float:
    if act.days is None or not cluster.days:
        return 0.0
    if act.own_day and cluster.own_days:
        if _any_meets(act.days, cluster.own_days, _EXACT):
            return 0.75
        return _UNSURE if _any_meets(act.days, cluster.own_days) else _NEVER
    if _any_meets(act.days, cluster.days):
        return 0.0
    return _UNSURE if act.own_day or cluster.own_days else 0.0


def _apart_in_time(act: Act, cluster: Cluster) -> bool:
    """Whether one alone is told as past, with a date of its own."""
    if act.is_background:
        return act.own_day and cluster.past < len(cluster.acts)
    return cluster.past == len(cluster.acts) and cluster.past_is_dated


def _by_place(act: Act, cluster: Cluster, areas: Areas) -> float:
    sure = cluster.own_places
    if not act.place or not act.own_place or not sure:
        return 0.0
    if act.place in sure:
        return 0.75
    if not _gap(act, cluster) and all(areas.are_two_towns(act.place, place) for place in sure):
        return _NEVER
    if any(areas.are_two_parts(act.place, place) for place in sure):
        return _NEVER
    exact = areas.most_exact(sure)
    near = [place for place in exact if areas.meet(act.place, place)]
    if near and all(areas.may_be_two_towns(act.place, place) for place in near):
        return _ELSEWHERE
    return 0.25 if near else _NEVER


def _by_distance(act: Act, cluster: Cluster) -> float:
    gap = _gap(act, cluster)
    if gap <= _NEXT:
        return 0.75
    return 0.25 if gap <= _CLOSE else 0.0 if gap <= _FAR else -0.25


def _by_parties(act: Act, cluster: Cluster) -> float:
    total = 0.0
    if act.targets and cluster.targets:
        total += 1.0 if act.targets & cluster.targets else -0.25
    if act.named and cluster.named and not act.named & cluster.named:
        total -= 0.75
    if act.actors and cluster.actors:
        total += 0.75 if act.actors & cluster.actors else -0.5
    return total


def _by_telling(act: Act, cluster: Cluster) -> float:
    total = 1.0 * act.points_back + 0.75 * cluster.leads
    total -= 2.0 * _apart_in_time(act, cluster)
    if act.section != cluster.acts[-1].section and not act.points_back:
        total -= 0.75
    if act.counts_alone:
        total -= 6.0
    if act.other_hour and _are_others(act, cluster):
        total -= _OTHER_HOUR
    if act.told_apart and not _tells_apart_too(act, cluster):
        total -= _TOLD_APART
    return total - 1.0 * (act.event.status is not cluster.lead.event.status)


def _are_others(act: Act, cluster: Cluster) -> bool:
    """Whether those who did it and those affected are told in both, and none of them alike."""
    told = act.actors and act.targets and cluster.actors and cluster.targets
    return bool(told) and not (act.actors & cluster.actors or act.targets & cluster.targets)


def _tells_apart_too(act: Act, cluster: Cluster) -> bool:
    """Whether its sentence tells an incident of other acts that are set apart with it."""
    beside = (one for one in cluster.acts if set(one.sentences) & set(act.sentences))
    return any(one.told_apart for one in beside)


def _gap(act: Act, cluster: Cluster) -> int:
    """Sentences between an act and the nearest one of an incident."""
    return min(_distance(number, cluster.sentences) for number in act.sentences)


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
def _any() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["any"])


@cached
def _apart_from_battles() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["beside_battle"])


@cached
def _kin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in table("incidents")["kin"]["pairs"])


@cached
def _gatherings() -> frozenset[str]:
    return frozenset(table("incidents")["kin"]["gathering"])
