"""The day that a report gives in its dateline: "BOGOTA, 4 Sep 2019 (AFP) --"."""

from collections.abc import Iterable
from datetime import date

from extract.dates.calendar import UnresolvedError, dated, full_year
from extract.dates.found import Found
from extract.doc import Doc
from extract.doc.datelines import dateline_at
from extract.records import BlockKind


def day_of_dateline(doc: Doc, found: Iterable[Found]) -> date | None:
    """The full date in the dateline of the first paragraph, if there is one."""
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
