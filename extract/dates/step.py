"""The step that finds the dates of a report."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from extract.dates.calendar import Period, UnresolvedError, dated, full_year
from extract.dates.edges import joined, narrowed, opened, timed
from extract.dates.grammar import matches
from extract.dates.rule import Context, Found, Rule
from extract.dates.scan import scan
from extract.dates.tense import tense_at
from extract.dates.units import counted_from, leads_to
from extract.dates.written import month_first
from extract.doc import Doc
from extract.doc.datelines import dateline_at
from extract.records import Reading, When
from extract.vocabulary import BlockKind, Precision

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
