"""Notes that another program changed while they were open here: both keep what they decided."""

from collections.abc import Mapping
from typing import Any

from store.notes.encoding import Documents
from store.notes.storage import Tables

JOURNAL = "journal"
_ABOUT_ITSELF = ("number", "of")
"""The fields of a step that name steps by number, which may be others in another file."""


def joined(first: Documents, ours: Documents, theirs: Documents) -> Tables:
    """Return what two programs made of the tables they both began with.

    Of a document that both changed ours stands, since a person has just decided it; what the other
    one had made of it stays in the journal, which has the steps of both.
    """
    tables: Tables = {}
    for name in dict.fromkeys([*theirs, *ours]):
        tables[name] = _both(first.get(name, {}), ours.get(name, {}), theirs.get(name, {}))
    tables[JOURNAL] = _journal(
        first.get(JOURNAL, {}), ours.get(JOURNAL, {}), theirs.get(JOURNAL, {})
    )
    return tables


def _both(
    first: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    result = dict(theirs)
    for ident in dict.fromkeys([*first, *ours]):
        if ours.get(ident) == first.get(ident):
            continue
        if ident in ours:
            result[ident] = ours[ident]
        else:
            result.pop(ident, None)
    return result


def _journal(
    first: Mapping[str, Any], ours: Mapping[str, Any], theirs: Mapping[str, Any]
) -> dict[str, Any]:
    """Their steps, and ours after them under new numbers where theirs have taken them."""
    result = dict(theirs)
    free = max((int(number) for number in [*first, *theirs]), default=0) + 1
    known = [number for number in theirs if number not in first]
    numbers: dict[int, int] = {}
    for name, step in ours.items():
        if first.get(name) == step:
            result.setdefault(name, step)
            continue
        same = next((each for each in known if _alike(theirs[each], step)), None)
        if same is None:
            numbers[int(name)], free = free, free + 1
        else:
            known.remove(same)
            numbers[int(name)] = int(same)
        result[str(numbers[int(name)])] = _renumbered(step, int(name), numbers)
    return result


def _alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return _told(one) == _told(other)


def _told(step: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in step.items() if name not in _ABOUT_ITSELF}


def _renumbered(step: Mapping[str, Any], number: int, numbers: Mapping[int, int]) -> dict[str, Any]:
    about = step.get("of")
    if numbers[number] == number and (about is None or numbers.get(about, about) == about):
        return dict(step)
    return {**step, "number": numbers[number], "of": numbers.get(about, about) if about else about}
