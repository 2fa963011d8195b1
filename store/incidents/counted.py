"""The numbers of an incident after it was joined or split: from the figures that are its own now.

They are made as those of the conflict codebooks are. What a person has set stays, and so does what
counts persons without a figure, and what rests on the same figures as before.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from extract.quantities import CUMULATIVE
from store.formats.fatalities import PROFILES, counting, groups_of, toll
from store.items import Fields, Item, State
from store.kinds import Kind
from store.kinds.incident import BY_HAND, COUNTED

STATED, LATER, SUM, RANGE = "stated", "later", "sum", "range"
_ENDS = ("low", "best", "high")
Members = Sequence[Item]


def numbers_together(item: Item, other: Item, members: Mapping[str, Members]) -> Fields:
    """Return the numbers of two incidents that are one; `members` are those of each, by its id."""
    mine, theirs = members[item.id], members[other.id]
    found: dict[str, Any] = {}
    for head, outcome in COUNTED.items():
        both = counting(_united(mine, theirs), outcome)
        found |= _together(head, (item, other), _split_by(outcome, mine, theirs), both)
    tolls = {one["outcome"]: one for one in _tolls(other)} | {
        one["outcome"]: one for one in _tolls(item)
    }
    for outcome in tolls:
        both = counting(_united(mine, theirs), outcome)
        if all(_split_by(outcome, mine, theirs)):
            tolls[outcome] = _told(outcome, both) or tolls[outcome]
    return {**found, "tolls": list(tolls.values())}


def numbers_after(item: Item, gone: Members, left: Members) -> Fields:
    """Return the numbers of an incident without some of its members."""
    found: dict[str, Any] = {}
    for head, outcome in COUNTED.items():
        if counting(_standing(gone), outcome) and not _by_hand(item, head):
            found |= _row(head, counting(_standing(left), outcome))
    tolls = [_toll_after(one, gone, left) for one in _tolls(item)]
    return {**found, "tolls": [one for one in tolls if one is not None]}


def numbers_of(item: Item, members: Members) -> Fields:
    """Return the numbers of a new incident that is made of some of another's members."""
    found: dict[str, Any] = {}
    for head, outcome in COUNTED.items():
        found |= _row(head, counting(_standing(members), outcome))
    outcomes = [one["outcome"] for one in _tolls(item)]
    tolls = [_told(one, counting(_standing(members), one)) for one in outcomes]
    return {**found, "tolls": [one for one in tolls if one is not None]}


def _together(
    head: str, items: tuple[Item, Item], counts: tuple[Members, Members], both: Members
) -> Fields:
    """One number of a row: by hand before figures, and figures before persons."""
    (item, other), (mine, theirs) = items, counts
    if _by_hand(item, head):
        return {}
    if _by_hand(other, head) or (theirs and not mine):
        return _as_in(other, head)
    if mine and theirs:
        return _row(head, both)
    if mine or other.fields.get(f"{head}_rule") is None:
        return {}
    return _persons(head, item, other) if item.fields.get(f"{head}_rule") else _as_in(other, head)


def _persons(head: str, item: Item, other: Item) -> Fields:
    """Persons whom both tell of without a number are the same ones, as far as they go."""
    low = _known(min, f"{head}_low", item, other)
    best, high = (_known(max, f"{head}_{end}", item, other) for end in ("best", "high"))
    return {f"{head}_low": low, f"{head}_best": best, f"{head}_high": high}


def _known(choose: Callable[[Iterable[float]], float], name: str, *items: Item) -> float | None:
    values = [value for one in items if (value := one.fields.get(name)) is not None]
    return choose(values) if values else None


def _as_in(item: Item, head: str) -> Fields:
    return {f"{head}_{end}": item.fields.get(f"{head}_{end}") for end in (*_ENDS, "rule")}


def _row(head: str, figures: Members) -> Fields:
    """Low, best, high and rule of one number; none of them where no figure tells it."""
    found = toll(figures, PROFILES[0])
    values = dict(zip(_ENDS, (found.low, found.best, found.high), strict=True))
    named = {f"{head}_{end}": value for end, value in values.items()}
    return {**named, f"{head}_rule": _rule(figures) if figures else None}


def _toll_after(told: Fields, gone: Members, left: Members) -> Fields | None:
    outcome = told["outcome"]
    if not counting(_standing(gone), outcome):
        return told
    return _told(outcome, counting(_standing(left), outcome))


def _told(outcome: str, figures: Members) -> Fields | None:
    """The numbers of an outcome that no column of a row counts."""
    found = toll(figures, PROFILES[0])
    low = found.low if found.low is not None else found.best
    if low is None:
        return None
    best = found.best if found.best is not None else low
    ends = {"low": low, "best": best, "high": found.high}
    return {"outcome": outcome, **ends, "rule": _rule(figures)}


def _rule(figures: Members) -> str:
    """How `toll` makes one number of figures, in the words that rows have for it."""
    groups = groups_of(figures)
    if len(groups) > 1:
        return SUM
    (group,) = groups
    if len(group) == 1:
        return STATED
    return LATER if any(one.fields.get("role") == CUMULATIVE for one in group) else RANGE


def _split_by(outcome: str, mine: Members, theirs: Members) -> tuple[Members, Members]:
    """The figures of an outcome: those of one incident, and those that the other has besides."""
    known = {one.id for one in mine}
    others = [one for one in _standing(theirs) if one.id not in known]
    return counting(_standing(mine), outcome), counting(others, outcome)


def _united(mine: Members, theirs: Members) -> list[Item]:
    both = {one.id: one for one in _standing([*mine, *theirs])}
    return sorted(both.values(), key=lambda one: one.span)


def _standing(members: Members) -> list[Item]:
    """The figures among them that nobody has rejected."""
    figures = (one for one in members if one.kind is Kind.FIGURE)
    return [one for one in figures if one.state is not State.REJECTED]


def _by_hand(item: Item, head: str) -> bool:
    return item.fields.get(f"{head}_rule") == BY_HAND


def _tolls(item: Item) -> list[Fields]:
    return list(item.fields.get("tolls") or ())
