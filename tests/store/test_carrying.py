"""A correction carried to other items: which have the value, and what becomes of it."""

from typing import Any

import pytest

from store.carrying import carried
from store.items import Fields, Item, Kind, State


def item(ident: str, state: State = State.ADDED, **fields: Any) -> Item:
    return Item(ident, Kind.INCIDENT, state=state, correction=fields)


def name(told: str, start: int | None = None) -> Fields:
    return {"name": told} if start is None else {"name": told, "start": start, "end": start + 1}


def day(iso: str, words: str = "Monday") -> Fields:
    return {"name": words, "from": iso, "to": iso}


def values(field: str, old: Any, new: Any, *others: Any) -> list[Any]:
    """What becomes of others' values of a field, in their order; those left out as they were."""
    found = carried(
        {field: old},
        item("corrected", **{field: new}),
        [field],
        [item(str(n), **{field: value}) for n, value in enumerate(others)],
    )
    changed = {ident: value for one in found for ident, value in one.values.items()}
    return [changed.get(str(n), value) for n, value in enumerate(others)]


OSHKARA, KESTEN, TEMU = name("Oshkara"), name("Kesten"), name("Temu")


@pytest.mark.parametrize(
    ("old", "new", "other", "after"),
    [
        (KESTEN, OSHKARA, KESTEN, OSHKARA),
        (name("Kesten", 3), OSHKARA, name("kesten", 80), OSHKARA),
        (KESTEN, OSHKARA, TEMU, TEMU),
        (KESTEN, OSHKARA, None, None),
        (None, OSHKARA, None, None),
        (KESTEN, None, KESTEN, KESTEN),
        (day("2024-03-04"), day("2024-03-05"), day("2024-03-04", "4 March"), day("2024-03-05")),
        (day("2024-03-04"), day("2024-03-05"), day("2024-03-06"), day("2024-03-06")),
        ([KESTEN], [OSHKARA], [TEMU, KESTEN], [TEMU, OSHKARA]),
        ([KESTEN, TEMU], [KESTEN, OSHKARA], [TEMU], [OSHKARA]),
        ([KESTEN], [OSHKARA], [OSHKARA, KESTEN], [OSHKARA]),
        ([KESTEN], [KESTEN, OSHKARA], [KESTEN], [KESTEN]),
        ([KESTEN, TEMU], [OSHKARA], [KESTEN], [KESTEN]),
        ("Attack", "Riot", "Attack", "Riot"),
    ],
)
def test_the_same_value_takes_the_same_correction(
    old: Any, new: Any, other: Any, after: Any
) -> None:
    assert values("place", old, new, other) == [after]


def test_what_is_rejected_and_other_kinds_are_left() -> None:
    others = [
        item("rejected", State.REJECTED, place=KESTEN),
        Item("event", Kind.EVENT, state=State.ADDED, correction={"place": KESTEN}),
        item("corrected", place=KESTEN),
    ]
    after = item("corrected", place=OSHKARA)
    assert not list(carried({"place": KESTEN}, after, ["place"], others))
