"""The rows that a coder is to deliver, made by hand, and which of the suggested ones tell them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.vocabulary import EventType
from store.items import Fields, Item
from store.wording import name, names

_SMALL = frozenset(
    "the a an of in at on and near city town province district village people".split()  # noqa: SIM905
)
_MENTIONS, _SLOT = 2.0, 1.0
"""What is worth how much where a row is paired with one that is wanted."""


@dataclass(frozen=True)
class Wanted:
    """A row made by hand; of several names of one party any will do."""

    spans: tuple[tuple[int, int], ...]
    """Where it is told."""
    type: str
    places: tuple[str, ...]
    first: date | None
    last: date | None
    side_a: tuple[str, ...]
    side_b: tuple[str, ...]
    killed: tuple[float, float] | None
    injured: tuple[float, float] | None
    sources: tuple[str, ...]

    def cell(self, column: str) -> str:
        """Return what stands in a cell of a spreadsheet; nothing in one that stays empty."""
        if column == "day":
            return _both(self.first, self.last)
        if column in ("killed", "injured"):
            ends = self.killed if column == "killed" else self.injured
            return _both(*(f"{one:g}" for one in ends)) if ends else ""
        if column == "sources":
            return "; ".join(self.sources)
        if column == "type":
            return self.type if self.type in set(EventType) else ""
        return next(iter(self._names(column)), "")

    def variants(self, column: str, known: Iterable[str]) -> Iterator[str]:
        """Yield what may be typed into a field: what the row says, and names that are the same."""
        if column in ("killed", "injured"):
            yield self.cell(column).partition("/")[0]
            return
        for one in self._names(column):
            yield one
            yield from (other for other in known if same(one, other))

    def _names(self, column: str) -> tuple[str, ...]:
        return {"place": self.places, "side A": self.side_a, "side B": self.side_b}[column]


def wanted_rows(text: str, rows: Iterable[Mapping[str, Any]]) -> list[Wanted]:
    """Return the rows of a report that are to be delivered: no sums, none the coder was unsure of.

    A row has the fields that `bench/coded.json` shows; a mention is words and which of their places
    it is, from 1.
    """
    return [_row(text, row) for row in rows if not row.get("aggregate") and not row.get("unsure")]


def _row(text: str, row: Mapping[str, Any]) -> Wanted:
    spans = tuple(_places(text, row.get("mentions") or ()))
    claims = [*(row.get("killed") or ()), *(row.get("injured") or ())]
    return Wanted(
        spans,
        str(row.get("type") or ""),
        tuple(row.get("places") or ()),
        _date(row.get("from")),
        _date(row.get("to") or row.get("from")),
        tuple(row.get("perpetrators") or ()),
        tuple(row.get("victims") or ()),
        _ends(row.get("killed") or ()),
        _ends(row.get("injured") or ()),
        tuple(dict.fromkeys(str(one["source"]) for one in claims if one.get("source"))),
    )


def _places(text: str, mentions: Iterable[Sequence[Any]]) -> Iterator[tuple[int, int]]:
    for words, nth in mentions:
        start = -1
        for _ in range(int(nth)):
            start = text.find(words, start + 1)
        if start >= 0:
            yield start, start + len(words)


def _date(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _ends(claims: Iterable[Mapping[str, Any]]) -> tuple[float, float] | None:
    found = [(one.get("low"), one.get("high")) for one in claims]
    lows = [low if low is not None else high for low, high in found]
    highs = [high if high is not None else low for low, high in found]
    known = [float(one) for one in lows if one is not None]
    return (min(known), max(float(one) for one in highs if one is not None)) if known else None


def _both(first: object, last: object) -> str:
    if first is None:
        return ""
    return str(first) if last in (None, first) else f"{first}/{last}"


def fits(column: str, wanted: Wanted, fields: Fields) -> bool:
    """Return whether a column of a row is as it is wanted; what nobody wants may stand, but for
    parties and numbers.
    """
    if column == "type":
        return not wanted.cell("type") or fields.get("kind") == wanted.type
    if column == "day":
        return _day_fits(wanted, fields.get("when") or {})
    if column == "place":
        told = filter(None, [name(fields.get("place")), *names(fields.get("around"))])
        return not wanted.places or _any_same(wanted.places, told)
    if column in ("killed", "injured"):
        ends = wanted.killed if column == "killed" else wanted.injured
        return _number_fits(ends, fields.get(f"{column}_best"))
    if column == "sources":
        told_by = names(fields.get("sources"))
        return all(_any_same([one], told_by) for one in wanted.sources)
    sides = {"side A": ("side_a", wanted.side_a), "side B": ("side_b", wanted.side_b)}
    field, parties = sides[column]
    told_of = names(fields.get(field))
    return _any_same(parties, told_of) if parties else not told_of


def _number_fits(ends: tuple[float, float] | None, told: float | None) -> bool:
    if ends is None or told is None:
        return (ends is None or ends == (0, 0)) and not told
    return ends[0] <= told <= ends[1]


def _day_fits(wanted: Wanted, when: Mapping[str, Any]) -> bool:
    if wanted.first is None or wanted.last is None:
        return True
    first, last = (_date(when.get(edge)) for edge in ("from", "to"))
    if first is None or last is None:
        return False
    return wanted.first <= last and first <= wanted.last


def same(one: str, other: str) -> bool:
    """Return whether one name has all words of the other, small ones aside."""
    first, second = _words(one), _words(other)
    return bool(first and second and (first <= second or second <= first))


def _words(told: str) -> set[str]:
    return {word for word in re.findall(r"\w+", told.lower()) if word not in _SMALL}


def _any_same(some: Iterable[str], others: Iterable[str]) -> bool:
    known = list(others)
    return any(same(one, other) for one in some for other in known)


def pairs(text: str, wanted: Sequence[Wanted], rows: Sequence[Item]) -> dict[str, Wanted]:
    """Return the rows that tell a wanted one, by their ids: one to one, those most alike first."""
    found = [
        (worth, -n, -m)
        for n, one in enumerate(wanted)
        for m, row in enumerate(rows)
        if (worth := _likeness(one, row)) > 0
    ]
    taken: dict[int, int] = {}
    for _, n, m in sorted(found, reverse=True):
        if -m not in taken and -n not in taken.values():
            taken[-m] = -n
    return {rows[m].id: wanted[n] for m, n in taken.items()}


def _likeness(wanted: Wanted, row: Item) -> float:
    """How alike a row is to one that is wanted; nothing where neither words nor day and a party
    or the place are shared.
    """
    shared = sum(
        start < span.end and span.start < end for start, end in wanted.spans for span in row.spans
    )
    slots = [
        column
        for column in ("day", "place", "killed", "side A", "side B")
        if wanted.cell(column) and fits(column, wanted, row.fields)
    ]
    if not shared and not ("day" in slots and len({"place", "side A", "side B"} & {*slots})):
        return 0
    return _MENTIONS * bool(shared) + 0.3 * min(shared, 3) + _SLOT * len(slots)
