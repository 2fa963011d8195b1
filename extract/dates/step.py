"""The step that finds the dates, and what stands around each: "since", "from ... to"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise

from extract.dates.calendar import Period, UnresolvedError, dated, full_year, narrowed
from extract.dates.durations import counted_from, leads_to
from extract.dates.grammar import matches
from extract.dates.rule import Context, Found, Rule
from extract.dates.scan import scan
from extract.dates.underspecified import month_first
from extract.doc import Doc
from extract.doc.datelines import dateline_at
from extract.doc.tense import tense_at
from extract.records import Reading, When
from extract.vocabulary import BlockKind, Precision

_IN_DIGITS = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{8}")
_UNRESOLVED = Period(None, None, Precision.UNKNOWN, None)


def find_dates(doc: Doc, reading: Reading) -> Reading:
    """Find the date expressions of the article and tell what days they stand for."""
    article, syntax = doc.article, doc.syntax
    found = sorted(matches(scan(article.text)), key=lambda pair: pair[1].first)
    published = article.published or day_of_dateline(doc, (one for _, one in found))
    context = Context(
        published,
        lambda one: tense_at(syntax, one.start, one.end),
        month_first(one.words("digits") for _, one in found if one.has("digits")),
    )
    dates = list(_resolved(article.text, found, context))
    return replace(reading, dates=tuple(joined(dates, article.text)))


def find_dates_in_digits(doc: Doc, reading: Reading) -> Reading:
    """Find the dates that are told without a word, for a report whose language is not read:
    "2025-03-19", "19/03/2025"."""
    found = find_dates(doc, reading).dates
    told = (when for when in found if when.start and _IN_DIGITS.fullmatch(when.words))
    return replace(reading, dates=tuple(told))


def _resolved(text: str, found: Sequence[tuple[Rule, Found]], context: Context) -> Iterator[When]:
    number = place = 0
    while place < len(found):
        rule, one = found[place]
        period, behind = _counted(found, place, context)
        last = found[behind - 1][1]
        place = behind
        if period is None:
            continue
        number += 1
        if rule.calendar and period.value:
            context.remember(period, rule.name, last.last)
        period = opened(period, one.lead, goes_on=last.goes_on)
        yield When(
            id=f"d{number}",
            start_offset=one.start,
            end_offset=last.end,
            words=text[one.start : last.end],
            start=period.start,
            end=period.end,
            precision=period.precision,
            rule=rule.name,
            value=period.value,
            calendar=rule.calendar,
        )


def _counted(
    found: Sequence[tuple[Rule, Found]], place: int, context: Context
) -> tuple[Period | None, int]:
    """What stands at the place, counted from the date behind it where it says so, and the place
    behind."""
    rule, one = found[place]
    base_rule, base = found[place + 1] if place + 1 < len(found) else (rule, None)
    if base is not None and leads_to(rule.name, one, base):
        told = _period(base_rule, base, context)
        period = counted_from(one, told) if told else None
        if period is not None:
            return period, place + 2
    return _period(rule, one, context), place + 1


def _period(rule: Rule, found: Found, context: Context) -> Period | None:
    try:
        period = rule.resolve(found, context)
    except UnresolvedError:
        return _UNRESOLVED
    if period is None:
        return None
    if found.has("edge"):
        period = narrowed(period, found.kind("edge"), context.published)
    return timed(period, found)


def day_of_dateline(doc: Doc, found: Iterable[Found]) -> date | None:
    """Return the full date in the dateline of the first paragraph, if there is one."""
    blocks = doc.article.blocks
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH), None)
    opening = dateline_at(doc, first.start) if first is not None else None
    if opening is None:
        return None
    inside = (one for one in found if opening.start <= one.start and one.end <= opening.end)
    full = next((one for one in inside if one.has("year") and one.has("day")), None)
    return _day(full) if full is not None else None


def _day(found: Found) -> date | None:
    try:
        return dated(full_year(found.number("year")), found.number("month"), found.number("day"))
    except UnresolvedError:
        return None


_RANGE_LINKS = {
    "from": ("to", "into", "until", "till", "through", "-", "–", "—"),
    "between": ("and",),
}
_BETWEEN = ("to", "through", "-", "–", "—", "−")
"""These make a range of two dates without a word before it."""
_LONGEST_LINK = 9
"""Characters of the longest of these words, with the spaces around it."""


def timed(period: Period, found: Found) -> Period:
    """Return the same day with the time of day in its value: "TMO" for a morning, "T17:00"."""
    time = _time(found)
    return period.at(time) if time and period.precision is Precision.DAY else period


def _time(found: Found) -> str:
    if found.has("part"):
        return found.code("part")
    if not found.has("clock"):
        return ""
    if found.code("clock"):
        return found.code("clock")
    hour, _, minute = found.words("clock").replace(".", ":").partition(":")
    afternoon = any(word.kind == "K" and word.number for word in found.meanings("clock"))
    return f"T{int(hour) % 12 + 12 if afternoon else int(hour):02}:{minute or '00'}"


def opened(period: Period, lead: str, *, goes_on: bool = False) -> Period:
    """Return the days from a date on behind "since" or before "onwards",
    up to it behind "until"."""
    if period.start is None:
        return period
    if lead == "since" or goes_on:
        return replace(period, end=None, precision=Precision.RANGE)
    if lead in ("until", "till"):
        return replace(period, start=None, precision=Precision.RANGE)
    return period


def joined(dates: Sequence[When], text: str) -> list[When]:
    """Return the dates, those in "from A to B" and "between A and B" given the whole range."""
    found = list(dates)
    for place, (first, last) in enumerate(pairwise(dates)):
        start, end = first.start, last.end
        if start and end and start < end and _is_range(text, first, last):
            found[place : place + 2] = [
                replace(one, start=start, end=end, precision=Precision.RANGE)
                for one in (first, last)
            ]
    return found


def _is_range(text: str, first: When, last: When) -> bool:
    if last.start_offset - first.end_offset > _LONGEST_LINK:
        return False
    before = text[max(0, first.start_offset - _LONGEST_LINK) : first.start_offset].lower().split()
    between = text[first.end_offset : last.start_offset].strip().lower()
    led = before[-1] if before else ""
    return between in _RANGE_LINKS.get(led, ()) or (between in _BETWEEN and _are_alike(first, last))


def _are_alike(first: When, last: When) -> bool:
    """Whether two dates are as precise as each other, and are the ends of a range."""
    return first.precision is last.precision and first.calendar and last.calendar
