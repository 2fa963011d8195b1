"""Dates of a report that do not fit each other."""

from collections.abc import Iterator

from extract.checks.page import Page, raised
from extract.lexicon import cached, table
from extract.records import Check, Precision, Severity, When

_LEAST_DAYS = 5
"""Fewer days ago are told by the day, not by counting back to an event of their own."""
_OFF = (1, 2)
"""Days between the two that are no chance, yet more than none."""


def counted_days(page: Page) -> Iterator[Check]:
    """ "35 days ago" beside a stated date that is a day or two off."""
    stated = [when for when in page.reading.dates if _is_stated(when)]
    for when in page.reading.dates:
        if when.rule != "ago" or when.start is None or when.precision is Precision.UNKNOWN:
            continue
        rival = next((other for other in stated if _is_just_off(page, when, other)), None)
        if rival is not None and rival.start is not None:
            yield raised(
                "counted-days",
                Severity.MEDIUM,
                [when.span, rival.span],
                f"“{when.words}” comes to {_day(when)}, but the report also says “{rival.words}”.",
            )


def wrong_weekdays(page: Page) -> Iterator[Check]:
    """ "Monday, 26 July 2022", which was a Tuesday."""
    for when in page.reading.dates:
        if (
            when.start is None
            or when.precision is not Precision.DAY
            or not when.words[-1].isdigit()
        ):
            continue
        named = next((d for d in _weekdays() if when.words.lower().startswith(d)), None)
        year = str(when.start.year)
        if named and when.words.endswith(year) and named != _weekdays()[when.start.weekday()]:
            actual = _weekdays()[when.start.weekday()].capitalize()
            yield raised(
                "wrong-weekday",
                Severity.HIGH,
                [when.span],
                f"“{when.words}” is not a {named.capitalize()} but a {actual}.",
            )


def _is_stated(when: When) -> bool:
    return when.rule in ("month-day", "day-month", "digits") and when.precision is Precision.DAY


def _is_just_off(page: Page, counted: When, stated: When) -> bool:
    published = page.article.published
    if published is None or counted.start is None or stated.start is None:
        return False
    if (published - counted.start).days < _LEAST_DAYS:
        return False
    return _OFF[0] <= abs((counted.start - stated.start).days) <= _OFF[1]


def _day(when: When) -> str:
    assert when.start is not None, "only dates with a day are told"
    return f"{when.start.day} {when.start:%B %Y}"


@cached
def _weekdays() -> tuple[str, ...]:
    return tuple(table("dates")["weekday"]["names"])
