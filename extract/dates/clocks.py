"""Times of day: "03:00", "8.30 p.m.", "half past two", "the 1800 curfew"."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from extract.dates.words import ClockWords, Way, any_of, clock_words
from extract.lexicon import cached, cached_by, table
from extract.lexicon.using import alternation

_NOON, _HOURS, _MINUTES = 12, 24, 60
_NIGHT_BEGINS = 5
"""Up to this hour, a time "at night" is one of the small hours."""
_DIGITS = re.compile(
    r"(?P<hour>\d{2})(?P<minute>\d{2})|(?P<early>\d{1,2})(?:[:.h](?P<late>\d{2}))?"
)
_WAY = re.compile(r"[\s-](past|to)[\s-]")


def hour_code(said: str, numbers: Mapping[str, int], *, turned: bool) -> str:
    """Return the TIMEX3 letters of a time; `turned` where it is in minutes past or to an hour.

    Hours are those of 24 where the half of the day is said, else as they are said.
    """
    folded = said.lower()
    hour, minute = _turned(folded, numbers) if turned else _plain(folded, numbers)
    return f"T{_of_the_day(hour, folded):02}:{minute:02}"


def _turned(folded: str, numbers: Mapping[str, int]) -> tuple[int, int]:
    """Half past two, ten to six."""
    before, way, behind = _WAY.split(folded, maxsplit=1)
    minutes = _minutes(before, numbers)
    hour = _plain(behind, numbers)[0]
    return (hour, minutes) if way == "past" else ((hour - 1) % _HOURS, _MINUTES - minutes)


def _minutes(words: str, numbers: Mapping[str, int]) -> int:
    shares = table("dates")["past"]
    parts = re.findall(r"[a-z]+|\d+", words)
    share = next((shares[one] for one in parts if one in shares), None)
    if share is not None:
        return share
    return sum(int(one) if one.isdecimal() else numbers.get(one, 0) for one in parts)


def _plain(folded: str, numbers: Mapping[str, int]) -> tuple[int, int]:
    """The first time of "3:15", "1800", "two or three o'clock"."""
    digits = _DIGITS.search(folded)
    if digits is None:
        spelled = (numbers[word] for word in re.findall(r"[a-z]+", folded) if word in numbers)
        return next(spelled, 0), 0
    hour = digits["hour"] or digits["early"]
    return int(hour) % (_HOURS + 1), int(digits["minute"] or digits["late"] or 0)


def _of_the_day(hour: int, folded: str) -> int:
    lists = table("dates")["clock"]
    late = _holds(folded, lists["night"]) and hour > _NIGHT_BEGINS
    if hour < _NOON and (late or _half_of_day("p", "afternoon").search(folded)):
        return hour + _NOON
    if hour == _NOON and _holds(folded, lists["midnight"]):
        return _HOURS
    return 0 if hour == _NOON and _half_of_day("a", "morning").search(folded) else hour


def _holds(said: str, words: list[str]) -> bool:
    return any(word in said for word in words)


@cached_by(size=4)
def _half_of_day(letter: str, name: str) -> re.Pattern[str]:
    """What tells that an hour is of one half of the day: "p.m.", "afternoon"."""
    words = any_of(table("dates")["clock"][name])
    return re.compile(rf"(?<![a-z]){letter}\.?\s?m\b|\b(?:{words})\b")


TOLD = 1
_IN_FULL = re.compile(r"[ap]\.?\s?m\b|\s[A-Z]{3,4}$", re.IGNORECASE)
_LOOK_BACK = 48
"""Characters before a time."""
_MODERN_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True)
class Clock:
    """Where a time of day stands, and what it is."""

    start: int
    end: int
    code: str
    """Its TIMEX3 letters: "T17:00"."""
    told: int = 0
    """`TOLD` where the half of the day or the time zone is said."""


def clocks_in(text: str) -> Iterator[Clock]:
    """Yield the times of day in a text, in order."""
    words = clock_words()
    place = last = 0
    while match := words.shape.search(text, place):
        place = match.end()
        kind = match.lastgroup or ""
        ends_range = last and _LINK.fullmatch(text, last, match.start()) is not None
        if (kind == Way.MILITARY and ends_range) or _ACCEPTS[kind](text, match, words):
            last = match.end()
            yield _clock(match, kind, words)
        else:
            place = match.start() + 1


def _clock(match: re.Match[str], kind: str, words: ClockWords) -> Clock:
    said = match.group()
    code = hour_code(said, words.hours, turned=kind in (Way.PAST, Way.TO))
    return Clock(*match.span(), code, TOLD if _IN_FULL.search(said) else 0)


def _always(text: str, match: re.Match[str], words: ClockWords) -> bool:
    return True


def _is_dotted(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "8.30" is a time: behind "at" or "about", and nothing is measured by it."""
    if words.counted.match(text, match.end()) or not _on_the_hour(text, match, words):
        return False
    return _led_by_at(text, match) or (
        _led(text, match, words) and _stands_alone(text, match, words)
    )


def _stands_alone(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether nothing follows that the number could count."""
    return bool(words.ends.match(text, match.end()) or words.day.match(text, match.end()))


def _on_the_hour(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether a number behind "at" is no toll or price that stands there."""
    return not words.tolls.search(text, max(0, match.start() - _LOOK_BACK), match.start())


def _is_military(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "1800" is a time: of a curfew, or behind "at"; a year is none."""
    if words.labels.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
        return False
    if _MORE_DIGITS.match(text, match.end()) and match.group()[0] != "0":
        return False
    if words.nouns.match(text, match.end()):
        return int(match.group()[:4]) not in _MODERN_YEARS or match.group().endswith("00")
    return _is_told_as_hour(text, match, words)


def _is_told_as_hour(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether the words around four digits lead to a time, and nothing is counted by them."""
    if words.counted.match(text, match.end()):
        return False
    if _goes_on(text, match) or _is_by(text, match, words):
        return True
    if words.day.match(text, match.end()):
        return _led(text, match, words)
    if match.group()[0] == "0":
        return _led(text, match, words) or words.ends.match(text, match.end()) is not None
    return _led_by_at(text, match) and words.ends.match(text, match.end()) is not None


def _is_by(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "by 1830" is a time: nothing rose by it, and no past year is named near."""
    start, end = max(0, match.start() - _LOOK_BACK), match.end()
    if match.group()[:4] in _LIKELY_YEARS or not words.by.search(text, start, match.start()):
        return False
    if int(match.group()[:4]) in _MODERN_YEARS and match.group()[2:4] != "00":
        return False
    alone = words.ends.match(text, end) or words.after_by.match(text, end)
    around = text[max(0, match.start() - _AGE_REACH) : end + _AGE_REACH]
    years = [year for year in _old_year().findall(around) if year != match.group()[:4]]
    return alone is not None and not years


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Whether "until 0600" follows."""
    return _TO_PADDED.match(text, match.end()) is not None


def _is_of_work(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "1800 hours" is a time, and not so many hours of work."""
    if not words.of_work.search(match.group()):
        return True
    return match.group()[0] == "0" or _led(text, match, words)


def _is_led(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "three in the morning" is a time: behind "at", "until", "about"."""
    return _led(text, match, words)


def _is_to(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "ten to six" is a time and no range: behind "at", where nothing is counted."""
    return _led(text, match, words) and _stands_alone(text, match, words)


def _is_at(text: str, match: re.Match[str], words: ClockWords) -> bool:
    """Whether "8" before a day is a time: behind "at", where no toll stands."""
    return _led_by_at(text, match) and _on_the_hour(text, match, words)


def _led(text: str, match: re.Match[str], words: ClockWords) -> bool:
    return words.lead.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


def _led_by_at(text: str, match: re.Match[str]) -> bool:
    return _AT.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


_LIKELY_YEARS = frozenset({"2000"})
_AGE_REACH = 300
"""Characters around in which another past year is a sign of history."""
_MORE_DIGITS = re.compile(r"[-\s]\d{2,}")
_LINK = re.compile(r"\s?[-–]\s?|\s(?:to|until|till|and|or)\s", re.IGNORECASE)
_TO_PADDED = re.compile(rf"(?:{_LINK.pattern})0\d[0-5]\d(?![\w,.]?\d)", re.IGNORECASE)
_AT = re.compile(r"\bat\s(?:about\s|around\s|exactly\s|roughly\s|precisely\s)?$", re.IGNORECASE)
_ACCEPTS: dict[str, Callable[[str, re.Match[str], ClockWords], bool]] = {
    Way.COLON: _always,
    Way.SAID: _always,
    Way.NAMED: _always,
    Way.PAST: _always,
    Way.ZONED: _is_of_work,
    Way.DOTTED: _is_dotted,
    Way.MILITARY: _is_military,
    Way.TO: _is_to,
    Way.PART: _is_led,
    Way.BARE: _is_at,
}


@cached
def _old_year() -> re.Pattern[str]:
    """What tells of history: a year of old, or a century."""
    lists = table("dates")["clock"]
    hours = alternation([*lists["hours"], "GMT", "UTC"])
    ages = alternation(lists["ages"])
    return re.compile(rf"(?<![\w,.:])1[4-9]\d\ds?(?![\w:]|[,.]\d)(?!\s{hours})|{ages}")
