"""The day that a report gives in its dateline: "BOGOTA, 4 Sep 2019 (AFP) --"."""

import re
from collections.abc import Iterable
from datetime import date

from extract.dates.calendar import UnresolvedError, dated, full_year
from extract.dates.found import Found
from extract.records import Article, BlockKind

_LONGEST = 60
"""Characters of a paragraph in which a dateline may end."""
_CLOSES = re.compile(r"[)\]]?\s{0,2}(?:\([^()\n]{1,40}\)\s{0,2})?(?:[—–:]|--?|_)")


def day_of_dateline(article: Article, found: Iterable[Found]) -> date | None:
    """The full date in the dateline of the first paragraph, if there is one."""
    first = next((b for b in article.blocks if b.kind is BlockKind.PARAGRAPH), None)
    if first is None:
        return None
    for one in found:
        if one.start > first.start + _LONGEST:
            return None
        if one.start >= first.start and one.has("year") and one.has("day"):
            return _day(one) if _CLOSES.match(article.text, one.end) else None
    return None


def _day(found: Found) -> date | None:
    try:
        return dated(full_year(found.number("year")), found.number("month"), found.number("day"))
    except UnresolvedError:
        return None
