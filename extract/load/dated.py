"""The day of publication that a report's own head tells, where no file or page states it.

"Published: Tuesday, 3 August 2022 09:15 GMT"     a line of its own near the title
"By Ana Kestrel | Aug. 3, 2022 | 4 min read"      beside the byline
"TARVIN, Peldania, 14 May 2023 (PNA) - A bus"     the dateline
"Weekly security brief, 6-12 June 2022"           the end of the title, whose last day counts

A date within a sentence of the story is none of these.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from extract.lexicon import cached, table
from extract.lexicon.closed import PREPOSITIONS
from extract.load.facts import is_possible
from extract.records import Block
from extract.vocabulary import BlockKind

_LINE = 160
"""Code points of the longest line of a head."""
_OPENING = 200
"""Code points of a paragraph among which its dateline ends."""
_FEW_WORDS = 6
"""Words of the shortest paragraph that a dateline may open."""
_MOST_WORDS = 14
"""Words that may stand beside a date in a line of the head."""
_STORY = frozenset({BlockKind.PARAGRAPH, BlockKind.STANDFIRST})
_LAST_OF_MONTHS = 12
_CLOCK = r"(?i:\d{1,2}[:.h]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?)"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2})(?:[+-]\d{1,2}(?::?\d{2})?)?\)?)?"
_DASH = r"\s*(?:--|[-–—:|])\s"
_AGENCY = r"(?:\s*(?:\([^()\n]{1,40}\)|\[[^\[\]\n]{1,40}\]|/[\w ]{1,30}/))?"


def day_told(text: str, blocks: Sequence[Block]) -> date | None:
    """Return the day of publication that the head of a report tells, if it tells one.

    A line that says so goes before one with a date alone, that before a dateline, and the end of
    the title comes last. Several days in lines of their own are those of a chronology.
    """
    lines = list(_lines(text, blocks))
    stated = [day for told, day in lines if told == "published"]
    if stated:
        return stated[0]
    plain = list(dict.fromkeys(day for told, day in lines if not told))
    if len(plain) == 1:
        return plain[0]
    updated = [day for told, day in lines if told == "updated"]
    found = (*updated[:1], _of_dateline(text, blocks), _of_title(text, blocks))
    return next((day for day in found if day is not None), None)


def day_in(words: str) -> date | None:
    """Return the day of the one full date in words, none where there is none or are several."""
    days = [_day(found) for found in _dates().finditer(words)]
    return days[0] if len(days) == 1 else None


def _lines(text: str, blocks: Sequence[Block]) -> Iterator[tuple[str, date]]:
    """The days that lines of the head tell, each with what it is said to be of; and those of
    further lines, which are a chronology's."""
    for block in blocks:
        words = block.span.of(text)
        if len(words) <= _LINE:
            for line in words.splitlines():
                yield from _of_line(line.strip(), block.kind is BlockKind.TITLE)


def _of_line(line: str, is_title: bool) -> Iterator[tuple[str, date]]:
    dates = list(_dates().finditer(line)) if any(map(str.isdigit, line)) else []
    days = [(found, _day(found)) for found in dates]
    if not days or not _is_of_head(line):
        return
    for found, day in days:
        before = line[: found.start()].rstrip(" :,|-–—([")
        told = not is_title or not before or _said(before)
        if day is not None and told and _is_apart(line, found):
            yield _said(before), day


def _said(before: str) -> str:
    """What a date is said to be of by the words before it."""
    lists = table("dates")["publication"]
    words = before.lower()
    for name in ("updated", "published"):
        if words.endswith(tuple(lists[name])):
            return name
    return ""


def _is_of_head(line: str) -> bool:
    """Whether a line has names, times and the words of such lines alone beside its dates."""
    rest = re.sub(rf"{_CLOCK}{_ZONE}", " ", _dates().sub(" ", line))
    words = re.findall(r"[^\W\d_][\w.'’]*", rest)
    small = [word for word in words if not word[:1].isupper()]
    return len(words) <= _MOST_WORDS and all(word.lower().rstrip(".") in _small() for word in small)


def _is_apart(line: str, found: re.Match[str]) -> bool:
    """Whether a date stands for itself in its line, by the signs or labels around it."""
    before, behind = line[: found.start()].rstrip(), line[found.end() :].lstrip()
    behind = re.sub(rf"^(?:at\s|,\s*)?{_CLOCK}{_ZONE}", "", behind).lstrip()
    opened = not before or before[-1] in "|·•—–-:,([" or bool(_said(before)) or _is_clock(before)
    return opened and (not behind or behind[0] in "|·•—–-,)]." or bool(_labels().match(behind)))


def _is_clock(before: str) -> bool:
    return re.search(rf"{_CLOCK}{_ZONE}(?:\son)?$", before) is not None


def _of_dateline(text: str, blocks: Sequence[Block]) -> date | None:
    story = (block for block in blocks if block.kind in _STORY)
    first = next((b for b in story if len(b.span.of(text).split()) >= _FEW_WORDS), None)
    if first is None:
        return None
    found = _dateline().match(text, first.start, min(first.end, first.start + _OPENING))
    named = found and any(map(str.isalpha, found["place"] + (found["agency"] or "")))
    return _day(found) if found and named and _names_alone(found["place"]) else None


def _names_alone(words: str) -> bool:
    """Whether the words before a date are names: not "On" of "On 3 August 2022 - a Tuesday"."""
    found = re.findall(r"[^\W\d_][\w.'’\-]*", words)
    first = found[0].lower() if found else ""
    return first not in PREPOSITIONS and all(
        word[:1].isupper() or word.lower() in _small() for word in found
    )


def _of_title(text: str, blocks: Sequence[Block]) -> date | None:
    first = blocks[0].span.of(text) if blocks else ""
    words = first.rstrip(" )]") if len(first) <= _LINE else ""
    found = next((one for one in _dates().finditer(words) if one.end() == len(words)), None)
    before = words[: found.start()].rstrip() if found else ""
    return _day(found) if found and (not before or before[-1] in ":,|–—-([") else None


def _day(found: re.Match[str]) -> date | None:
    """The day of a date, the last one of several: "6-12 June 2022"."""
    part = found.groupdict()
    try:
        day = date(*_parts(part))
    except ValueError:
        return None
    return day if is_possible(day) else None


def _parts(part: dict[str, str | None]) -> tuple[int, int, int]:
    """Year, month and day. Raises ValueError where digits leave open which is which."""
    for end in ("1", "2"):
        name = part[f"month{end}"]
        if name:
            return (
                int(part[f"year{end}"] or 0),
                _months()[name.lower()],
                int(part[f"day{end}"] or 0),
            )
    if part["iso"]:
        year, month, day = re.split(r"[-/.]", part["iso"])
        return int(year), int(month), int(day)
    first, second, year = re.split(r"[-/.]", part["digits"] or "")
    return int(year), *_in_order(int(first), int(second), "." in (part["digits"] or ""))


def _in_order(first: int, second: int, is_dotted: bool) -> tuple[int, int]:
    """Month and day of two numbers: with full stops the day goes first."""
    if is_dotted or first > _LAST_OF_MONTHS or first == second:
        return second, first
    if second > _LAST_OF_MONTHS:
        return first, second
    raise ValueError("day and month cannot be told apart")


@cached
def _months() -> dict[str, int]:
    """Numbers of the months by their names, long and short, in lower case."""
    lists = table("dates")["month"]
    named = zip(lists["names"], lists["short"], strict=True)
    return {name: n for n, (long, short) in enumerate(named, 1) for name in (long, *short)}


@cached
def _spelled() -> str:
    """The pattern of a full date, without names for its parts' groups twice."""
    lists = table("dates")["weekday"]
    weekdays = (*lists["names"], *(name for short in lists["short"] for name in short))
    months = "|".join(sorted(_months(), key=len, reverse=True))
    weekday = rf"(?:(?:{'|'.join(sorted(weekdays, key=len, reverse=True))})\.?,?\s+)?(?:the\s+)?"
    nth = r"(?:st|nd|rd|th)?"
    year = r"(?:19|20)\d{2}"
    return (
        rf"(?i:(?<![\w/.])(?<!\d-){weekday}(?:"
        rf"(?:\d{{1,2}}{nth}\s*(?:[-–—]|to|and)\s*)?(?P<day1>\d{{1,2}}){nth}[\s-]+(?:of\s+)?"
        rf"(?P<month1>{months})\.?,?[\s-]+(?P<year1>{year})"
        rf"|(?P<month2>{months})\.?\s+(?:\d{{1,2}}{nth}\s*[-–—]\s*)?(?P<day2>\d{{1,2}}){nth},?\s+"
        rf"(?P<year2>{year})"
        rf"|(?P<iso>{year}(?:-\d{{2}}-\d{{2}}|/\d{{1,2}}/\d{{1,2}}|\.\d{{2}}\.\d{{2}}))(?:T[\d:.]+Z?)?"
        rf"|(?P<digits>\d{{1,2}}(?:/\d{{1,2}}/|\.\d{{1,2}}\.|-\d{{1,2}}-){year})"
        r")(?![\w/]))"
    )


@cached
def _dates() -> re.Pattern[str]:
    return re.compile(_spelled())


@cached
def _dateline() -> re.Pattern[str]:
    """ "TARVIN, Peldania, 14 May 2023 (PNA) - ", "(Tarvin, 14 May 2023) "."""
    return re.compile(
        rf"(?P<place>[(\[]?[^\d.!?:;\n]{{0,80}}?){_AGENCY}[\s,]*{_spelled()}"
        rf"(?:,?\s*{_CLOCK}{_ZONE})?(?:(?P<agency>{_AGENCY})[\s,]*(?:/?[A-Z]{{2,8}}/?)?{_DASH}|[)\]]\s)"
    )


@cached
def _labels() -> re.Pattern[str]:
    """Words that open another part of a line of the head."""
    lists = table("dates")["publication"]
    words = sorted((*lists["updated"], *lists["byline"]), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


@cached
def _small() -> frozenset[str]:
    """Words in small letters that a line of the head may have."""
    lists = table("dates")["publication"]
    return frozenset(word for words in lists.values() for told in words for word in told.split())
