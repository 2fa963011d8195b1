"""Numbers in digits, of a report whose language is not read: how many, and nothing of what."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.records import Figure, Reading, Span
from extract.vocabulary import Qualifier

_GROUP = "[.,'’\u00a0\u202f\u2009 \u066c]"
_NUMBER = re.compile(
    rf"(?<![\w.,:/+-])(?:\d{{1,3}}(?P<sign>{_GROUP})\d{{3}}(?:(?P=sign)\d{{3}})*|\d{{1,9}})"
    r"(?P<part>[.,\u066b]\d{1,2})?(?![\w:/]|[.,]\d|-\d)"
)
_SHARE = re.compile(r"[^\S\n]?[%\u066a]")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_OPENS_ITEM = re.compile(r"[.)]\s")


def find_digits(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with the numbers in digits that are no dates, years, times or signs of
    lists. Three digits behind a stop or comma are thousands, as in most languages."""
    dates = sorted(when.span for when in reading.dates)
    found = enumerate((_figure(doc.text, match) for match in _numbers(doc, dates)), 1)
    return replace(reading, figures=tuple(replace(one, id=f"f{number}") for number, one in found))


def _numbers(doc: Doc, dates: Sequence[Span]) -> Iterator[re.Match[str]]:
    for block in doc.article.blocks:
        for part in block.cells or (block.span,):
            for match in _NUMBER.finditer(doc.text, part.start, part.end):
                place = bisect_right(dates, match.start(), key=lambda span: span.start) - 1
                is_dated = place >= 0 and match.start() < dates[place].end
                opens = match.start() == part.start and _OPENS_ITEM.match(doc.text, match.end())
                if not is_dated and not opens and not _YEAR.fullmatch(match.group()):
                    yield match


def _figure(text: str, match: re.Match[str]) -> Figure:
    part, sign = match["part"] or "", match["sign"]
    whole = match.group()[: len(match.group()) - len(part)]
    digits = whole.replace(sign, "") if sign else whole
    value = float("".join(str(unicodedata.digit(digit)) for digit in digits))
    if part:
        decimals = "".join(str(unicodedata.digit(digit)) for digit in part[1:])
        value += float(decimals) / 10 ** len(decimals)
    is_share = _SHARE.match(text, match.end()) is not None
    return Figure(
        "",
        match.start(),
        match.end(),
        value,
        value,
        value,
        Qualifier.EXACT,
        unit="%" if is_share else None,
        outcome="share" if is_share else "other",
    )
