"""Dates of a report that do not fit each other."""

from collections.abc import Iterator
from datetime import date

from extract.checks.page import Page, raised
from extract.dates import month_first, other_way
from extract.lexicon import cached, table
from extract.records import Check, When
from extract.vocabulary import Precision, Severity

_LEAST_DAYS = 5
"""Fewer days ago are given by the day, not by counting back to an event of their own."""
_OFF = (1, -1, 2, -2)
"""Days between the two that are no chance, yet more than none."""


def counted_days(page: Page) -> Iterator[Check]:
    """Find "35 days ago" beside a stated date that is a day or two off."""
    stated = {_number(when): when for when in reversed(page.reading.dates) if _is_stated(when)}
    for when in page.reading.dates:
        day = _number(when)
        if not _is_counted_back(page, when) or day in stated:
            continue
        rival = next((stated[day + off] for off in _OFF if day + off in stated), None)
        if rival is not None:
            yield raised(
                "counted-days",
                Severity.MEDIUM,
                [when.span, rival.span],
                f"“{when.words}” comes to {_told(when)}, but the report also says “{rival.words}”.",
            )


def wrong_weekdays(page: Page) -> Iterator[Check]:
    """Find "Monday, 26 July 2022", which was a Tuesday."""
    for when in page.reading.dates:
        if when.start is None or not when.words.endswith(f"{when.start.year:04}"):
            continue
        words = when.words.lower()
        said = next((day for day in _weekdays() if words.startswith(day)), None)
        actual = _weekdays()[when.start.weekday()]
        if _is_stated(when) and said is not None and said != actual:
            yield raised(
                "wrong-weekday",
                Severity.HIGH,
                [when.span],
                f"“{when.words}” is not a {said.capitalize()} but a {actual.capitalize()}.",
            )


def turnable_dates(page: Page) -> Iterator[Check]:
    """Find "5/4/2024", which may be 5 April or 4 May, where no other date shows the order."""
    written = [when for when in page.reading.dates if when.rule == "digits"]
    if month_first(when.words for when in written) is not None:
        return
    for when in written:
        other = other_way(when.words, when.start) if when.start else None
        if other is not None:
            yield raised(
                "turnable-date",
                Severity.MEDIUM,
                [when.span],
                f"“{when.words}” is read as {_told(when)}, but may be {_spelled(other)}.",
            )


def _is_stated(when: When) -> bool:
    return when.rule in ("month-day", "day-month", "digits") and when.precision is Precision.DAY


def _is_counted_back(page: Page, when: When) -> bool:
    published = page.article.published
    if published is None or when.rule != "ago" or when.precision is Precision.UNKNOWN:
        return False
    exact = len(when.value or "") == len("2021-07-29")
    return exact and published.toordinal() - _number(when) >= _LEAST_DAYS


def _number(when: When) -> int:
    return when.start.toordinal() if when.start else 0


def _told(when: When) -> str:
    return _spelled(when.start) if when.start else when.words


def _spelled(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


@cached
def _weekdays() -> tuple[str, ...]:
    return tuple(table("dates")["weekday"]["names"])
