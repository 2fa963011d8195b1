"""The days of an incident as the codebooks of ACLED and UCDP have them.

An open date ("since 2014") and one that nobody can tell are no day. What is told as having happened
ends with the report's own day at the latest. "Two weeks ago" is about that day.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from extract.dates import counts_in_weeks, names_days
from extract.vocabulary import Label, Precision
from store.formats.claims import Incident
from store.formats.document import Document
from store.formats.tables import Cell, JoinedCell, TableRow
from store.items import Item, Kind
from store.references import span_of
from store.wording import name

_SEVERAL = 2
WEEK, MONTH, YEAR = 7, 31, 366
"""Days that they have at most."""
_ABOUT = timedelta(days=3)
"""Days before and after, within a week, of a day that is counted back in weeks."""
_LISTING = frozenset({"and", "&", "on"})
"""What stands between the days of a list."""
_UCDP = ((1, 1), (6, 2), (WEEK, 3), (MONTH, 4), (YEAR, 5))
"""Days an event may span at most, and GED's `date_prec` for it; GED has nothing longer."""


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both included."""

    first: date
    last: date
    named: tuple[date, ...] = ()
    """The days, where the report names them, so that something happened on each."""

    @property
    def length(self) -> int:
        """How many days there are from the first to the last."""
        return (self.last - self.first).days + 1


def days_of(incident: Incident, document: Document) -> Days | None:
    """Return the days of an incident; none where they are open or cannot be told."""
    when = incident.field("when") or {}
    days = days_told(when, document.article.published)
    further = _coordinated(when, days, document) if days and days.length == 1 else ()
    if days is None or not further:
        return days
    return Days(days.first, further[-1], (days.first, *further))


def _coordinated(when: Mapping[str, Any], days: Days, document: Document) -> tuple[date, ...]:
    """The days named in one list with a day, behind it: "on Friday and Saturday"."""
    span, found, last = span_of(dict(when)), list[date](), days.last
    text, published = document.article.text, document.article.published
    for item in sorted(_dates(document), key=lambda one: one.span):
        if span is None or item.span.start < span.end:
            continue
        between = text[span.end : item.span.start].replace(",", " ").casefold().split()
        told = days_told({**item.fields, "name": item.words}, published)
        if not set(between) <= _LISTING or told is None or told.length > 1 or told.first <= last:
            break
        found.append(told.first)
        span, last = item.span, told.first
    return tuple(found)


def _dates(document: Document) -> Iterator[Item]:
    return (
        item
        for item in document.present
        if item.kind is Kind.ENTITY and item.fields.get("label") == Label.DATE
    )


def days_told(when: Mapping[str, Any], published: date | None) -> Days | None:
    """Return the days that a reference to a date stands for, in a report of some day."""
    first, last = (_day(when.get(edge)) for edge in ("from", "to"))
    precision, words = when.get("precision"), name(when)
    if first is None or last is None or precision == Precision.UNKNOWN:
        return None
    if precision == Precision.DAY and counts_in_weeks(words):
        first, last = first - _ABOUT, last + _ABOUT
    if published and first <= published:
        last = min(last, published)
    days = Days(first, last)
    if precision != Precision.RANGE or not names_days(words) or days.length > MONTH:
        return days
    return replace(days, named=tuple(first + timedelta(days=n) for n in range(days.length)))


def _day(value: object) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) else None


def acled_day(days: Days) -> tuple[date, int] | None:
    """Return the day that stands for some days in ACLED's sheet, and its precision.

    1 is a day, 2 within a week: its middle. 3 is within a month: its middle, or its first or last
    day for its beginning or end. ACLED codes nothing vaguer.
    """
    if days.length > MONTH:
        return None
    middle = days.first + (days.last - days.first) // 2
    if days.length <= WEEK:
        return middle, 1 if days.length == 1 else 2
    ends_month = (days.last + timedelta(days=1)).day == 1
    if days.first.day == 1 and not ends_month and days.length < MONTH // 2:
        return days.first, 3
    if ends_month and days.first.day != 1 and days.length < MONTH // 2:
        return days.last, 3
    return middle, 3


def acled_columns(incident: Incident, document: Document) -> dict[str, Cell | str]:
    """Return ACLED's cells of the time; of a longer time within a year the year alone."""
    days, when = days_of(incident, document), incident.field("when")
    if days is None:
        return {}
    coded = acled_day(days)
    if coded is None:
        same = days.first.year == days.last.year
        return {"year": Cell.of(days.first.year, incident.event, when)} if same else {}
    day, precision = coded
    return {
        "event_date": Cell.of(day.isoformat(), incident.event, when),
        "year": Cell.of(day.year, incident.event, when),
        "time_precision": Cell.of(precision, incident.event, when),
    }


def ucdp_columns(incident: Incident, document: Document) -> dict[str, Cell | str]:
    """Return GED's cells of the time; none for more than a year."""
    days, event, when = days_of(incident, document), incident.event, incident.field("when")
    precision = next((code for most, code in _UCDP if days and days.length <= most), None)
    if days is None or precision is None:
        return {}
    return {
        "year": Cell.of(days.first.year, event, when),
        "date_prec": Cell.of(precision, event, when),
        "date_start": Cell.of(days.first.isoformat(), event, when),
        "date_end": Cell.of(days.last.isoformat(), event, when),
    }


def one_row_a_day(incident: Incident, document: Document, row: TableRow) -> list[TableRow]:
    """Return a row of ACLED's for each day that the report names; one alone where it names none.

    Those killed are shared out, the first days have one more, and the notes say so (ACLED,
    "Reported fatalities").
    """
    days = days_of(incident, document)
    if days is None or len(days.named) < _SEVERAL:
        return [row]
    when, found = incident.field("when"), list[TableRow]()
    for day, share in zip(days.named, _shares(row, len(days.named)), strict=True):
        told = {"event_date": day.isoformat(), "year": day.year, "time_precision": 1}
        cells = {column: Cell.of(value, incident.event, when) for column, value in told.items()}
        found.append({**row, **cells, **_share(row, share, len(days.named))})
    return found


def _shares(row: TableRow, number: int) -> list[int | None]:
    """How many of those killed each day has; none where nobody was, or nobody says how many."""
    total = _value(row, "fatalities")
    if not total or not int(total):
        return [None] * number
    whole, more = divmod(int(total), number)
    return [whole + (n < more) for n in range(number)]


def _share(row: TableRow, share: int | None, number: int) -> dict[str, Cell | JoinedCell | str]:
    cell = row.get("fatalities")
    if share is None or cell is None or isinstance(cell, str):
        return {}
    note = f"{_value(row, 'notes')} [{cell.value} killed over {number} days, shared out]"
    return {"fatalities": replace(cell, value=str(share)), "notes": note.strip()}


def _value(row: TableRow, column: str) -> str:
    cell = row.get(column, "")
    return cell if isinstance(cell, str) else cell.value
