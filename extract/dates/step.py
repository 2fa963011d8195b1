"""The step that finds the dates of a report."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extract.dates.calendar import Period, UnresolvedError
from extract.dates.dateline import day_of_dateline
from extract.dates.edges import joined, narrowed, opened, timed
from extract.dates.found import Context, Found
from extract.dates.grammar import matches
from extract.dates.rule import Rule
from extract.dates.scan import scan
from extract.dates.tense import tense_at
from extract.doc import Doc
from extract.records import Precision, Reading, When

_UNRESOLVED = Period(None, None, Precision.UNKNOWN, None)


def find_dates(doc: Doc, reading: Reading) -> Reading:
    """Find the date expressions of the article and tell what days they stand for."""
    article, syntax = doc.article, doc.syntax
    found = sorted(matches(scan(article.text)), key=lambda pair: pair[1].first)
    published = article.published or day_of_dateline(article, (one for _, one in found))
    context = Context(published, lambda one: tense_at(syntax, one.start, one.end))
    dates = list(_resolved(article.text, found, context))
    return replace(reading, dates=tuple(joined(dates, article.text)))


def _resolved(text: str, found: Iterable[tuple[Rule, Found]], context: Context) -> Iterator[When]:
    number = 0
    for rule, one in found:
        period = _period(rule, one, context)
        if period is None:
            continue
        number += 1
        if rule.calendar and period.value:
            context.remember(period, rule.name)
        period = opened(period, one.lead, goes_on=one.goes_on)
        yield When(
            id=f"d{number}",
            start_offset=one.start,
            end_offset=one.end,
            words=text[one.start : one.end],
            start=period.start,
            end=period.end,
            precision=period.precision,
            rule=rule.name,
            value=period.value,
            calendar=rule.calendar,
        )


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
