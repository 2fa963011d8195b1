"""Narrowing the list of all incidents: what can be wanted, and words for it."""

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date

from store.errors import InvalidValueError
from store.incidents.rows import IncidentRow, Joined, Wanted
from store.incidents.wording import type_told
from store.wording import day
from tui.commands.context import Context
from tui.screens.choice import Choice
from tui.session.all_incidents import AllIncidents

Then = Callable[[], object]

_DAY = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{1,2}))?(?:-(?P<day>\d{1,2}))?")
_BETWEEN = re.compile(r"\s+to\s+|\s*\.\.\s*|\s*–\s*")


def told(wanted: Wanted) -> str:
    """Return what a list is narrowed to, in words; nothing where it is not."""
    days = [
        f"{word} {day(one)}" for word, one in (("from", wanted.first), ("to", wanted.last)) if one
    ]
    parts = [
        f"“{wanted.words}”" if wanted.words else "",
        *days,
        *(one for one in (wanted.place, wanted.kind, wanted.party) if one),
        f"killed ≥ {wanted.killed:g}" if wanted.killed is not None else "",
        "several reports" if wanted.several else "",
        "undecided joins" if wanted.undecided else "",
        "rival tolls" if wanted.rival_tolls else "",
        "with sums" if wanted.aggregates else "",
    ]
    return ", ".join(part for part in parts if part)


def narrow(context: Context, work: AllIncidents, then: Then) -> None:
    """Ask what to narrow the list by, and for its value where it has one; `then` shows it."""
    flags = _flags(work)
    asked: dict[str, Callable[[Context, AllIncidents, Then], None]] = {
        "days": _ask_days,
        "place": lambda c, w, t: _choose(c, w, t, "place", lambda row: (row.values.place,)),
        "kind": lambda c, w, t: _choose(c, w, t, "kind", lambda row: (type_told(row.values),)),
        "party": lambda c, w, t: _choose(c, w, t, "party", _parties),
        "killed": _ask_killed,
    }
    choices = [Choice(name, words, f"{number}") for name, (words, number) in flags.items()]
    choices += [Choice(name, f"{_NAMES[name]} …") for name in asked]
    choices += [Choice("all", "all of them")] if work.is_narrowed else []

    def take(name: str) -> None:
        if name in asked:
            asked[name](context, work, then)
            return
        if name == "all":
            work.unwant()
        else:
            work.want(**{name: not getattr(work.wanted, name)})
        then()

    context.choose("Show incidents", choices, take)


_NAMES = {
    "days": "of some days",
    "place": "in a place",
    "kind": "of a type",
    "party": "with a party",
    "killed": "with so many killed",
}


def _flags(work: AllIncidents) -> dict[str, tuple[str, int]]:
    every = work.kept.rows(Wanted(aggregates=True))
    return {
        "undecided": ("with undecided joins", sum(r.joined is Joined.UNDECIDED for r in every)),
        "rival_tolls": ("with rival tolls", sum(row.rival_tolls for row in every)),
        "several": ("in several reports", sum(len(row.reports) > 1 for row in every)),
        "aggregates": ("and sums over many incidents", sum(row.aggregate for row in every)),
    }


def _parties(row: IncidentRow) -> Iterator[str]:
    yield from row.values.side_a
    yield from row.values.side_b


def _choose(
    context: Context,
    work: AllIncidents,
    then: Then,
    name: str,
    values: Callable[[IncidentRow], Iterable[str]],
) -> None:
    """Have one of the values chosen that stand in a column, those of most incidents first."""
    found = Counter(value for row in work.kept.rows() for value in values(row) if value)

    def take(value: str) -> None:
        work.want(**{name: value})
        then()

    choices = [Choice(value, value, str(number)) for value, number in found.most_common()]
    context.choose(f"Incidents {_NAMES[name]}", choices, take)


def _ask_days(context: Context, work: AllIncidents, then: Then) -> None:
    def take(words: str) -> None:
        with context.telling():
            first, last = days_of(words)
            work.want(first=first, last=last)
            then()

    context.ask("Days, such as 2025-03, 2025-03-18, 2025-03-18 to 2025-04-02", take)


def _ask_killed(context: Context, work: AllIncidents, then: Then) -> None:
    def take(words: str) -> None:
        with context.telling():
            work.want(killed=_number(words) if words.strip() else None)
            then()

    context.ask("Killed at least", take)


def _number(words: str) -> float:
    if not words.strip().isdecimal():
        raise InvalidValueError(f"'{words}' is no number", then="write it in digits")
    return float(words)


def days_of(words: str) -> tuple[date | None, date | None]:
    """Return the first and the last day that words name, none where that end is open.

    "2025-03", "2025-03-18", "2025-03-18 to 2025-04-02", "to 2024", "2024 to"; nothing is all days.

    Raises:
        InvalidValueError: if they name none.
    """
    if not words.strip():
        return None, None
    parts = _BETWEEN.split(f" {words.strip()} ")
    if len(parts) > 2:
        raise InvalidValueError(f"'{words}' are no days", then="write them as 2025-03-18")
    ends = [_ends(part.strip()) for part in parts]
    return ends[0][0], ends[-1][1]


def _ends(words: str) -> tuple[date | None, date | None]:
    """The first and last day of a day, month or year."""
    if not words:
        return None, None
    found = _DAY.fullmatch(words)
    try:
        if found is None:
            raise ValueError
        year, month, one = (int(found[part]) if found[part] else None for part in _DAY.groupindex)
        first = date(year or 0, month or 1, one or 1)
        last = one or monthrange(first.year, month or 12)[1]
        return first, date(first.year, month or 12, last)
    except ValueError:
        raise InvalidValueError(f"'{words}' is no day", then="write it as 2025-03-18") from None
