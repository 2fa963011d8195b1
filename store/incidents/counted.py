"""The numbers of an incident: as it is delivered, and after it was joined or split.

They are made of its figures as those of the conflict codebooks are. What a person has set stays,
and so does what counts persons without a figure, and what rests on the same figures as before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extract.claims import PERSONS
from store.formats.fatalities import PROFILES, counting, toll
from store.incidents.members import named_places, taken
from store.items import Fields, Item, State
from store.kinds import Kind
from store.kinds.incident import BY_HAND, COUNTED, ENDS, spanned

Members = Sequence[Item]


def counted_rows(items: Iterable[Item]) -> tuple[Item, ...]:
    """Return items with each incident among them as it is delivered."""
    known = tuple(items)
    figures = [one for one in known if one.kind is Kind.FIGURE]
    return tuple(
        as_counted(one, taken(named_places(one), figures)) if one.kind is Kind.INCIDENT else one
        for one in known
    )


def as_counted(item: Item, members: Iterable[Item], profile: str = PROFILES[0]) -> Item:
    """Return an incident with the numbers that it is delivered with.

    Those that a person has set stand; else its figures tell them, which nobody has rejected, after
    the numbers profile; without figures it is what was read.
    """
    known = tuple(members)
    found = dict(_delivered(item, known, profile))
    return replace(item, correction={**item.correction, **found}) if found else item


def _delivered(item: Item, members: Members, profile: str) -> Iterator[tuple[str, Any]]:
    """The numbers, and their rules, that are others than those that the incident has."""
    every = [one for one in members if one.kind is Kind.FIGURE]
    unchanged = _is_as_read(item, every)
    for head, outcome in COUNTED.items():
        told = counting(every, outcome)
        if not told or _by_hand(item, head):
            continue
        if unchanged and item.fields.get(f"{head}_rule") in (None, PERSONS):
            continue  # persons without a figure are counted, and no wounded who died
        values = _row(head, counting(_standing(every), outcome), profile)
        ends = {f"{head}_{end}" for end in ENDS}
        if any(item.fields.get(name) != values[name] for name in ends):
            yield from values.items()


def _is_as_read(item: Item, figures: Members) -> bool:
    """Whether an incident has the figures that it was read with, and nobody has changed them."""
    if item.suggestion is None:
        return False
    number = len(item.suggestion.fields.get("figures") or ())
    return number == len(figures) and all(
        one.suggested and not one.correction and one.state is not State.REJECTED for one in figures
    )


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
    return {f"{head}_{end}": item.fields.get(f"{head}_{end}") for end in (*ENDS, "rule")}


def _row(head: str, figures: Members, profile: str = PROFILES[0]) -> Fields:
    """Low, best, high and rule of one number; none of them where no figure tells it."""
    found = toll(figures, profile)
    values = dict(zip(ENDS, (found.low, found.best, found.high), strict=True))
    named = {f"{head}_{end}": value for end, value in values.items()}
    return {**named, f"{head}_rule": found.rule if figures else None}


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
    return {"outcome": outcome, **ends, "rule": found.rule}


def told_toll(figures: Members, outcome: str) -> str:
    """Return how many figures come to for an outcome, as an incident of these would have it:
    "killed 2 (2–3)"; nothing where none that stands counts it.
    """
    found = _told(outcome, counting(_standing(figures), outcome))
    if found is None:
        return ""
    return f"{outcome} {spanned(found['low'], found['best'], found['high'])}"


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
