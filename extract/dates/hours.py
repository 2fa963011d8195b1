"""What a time of day is: "T20:30" for "half past eight in the evening"."""

import re
from collections.abc import Mapping

_NOON, _HOURS, _MINUTES = 12, 24, 60
_HALF, _QUARTER = 30, 15
_NIGHT_BEGINS = 5
"""Up to this hour, a time "at night" is one of the small hours."""
_DIGITS = re.compile(
    r"(?P<hour>\d{2})(?P<minute>\d{2})|(?P<early>\d{1,2})(?:[:.h](?P<late>\d{2}))?"
)
_WAY = re.compile(r"[\s-](past|to)[\s-]")
_AFTERNOON = re.compile(r"(?<![a-z])p\.?\s?m\b|\b(?:afternoon|evening)\b")
_MORNING = re.compile(r"(?<![a-z])a\.?\s?m\b|\bmorning\b")


def hour_code(said: str, numbers: Mapping[str, int], *, turned: bool) -> str:
    """The TIMEX3 letters of a time; `turned` where it is told as minutes past or to an hour.

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
    if "half" in words:
        return _HALF
    if "quarter" in words:
        return _QUARTER
    parts = re.findall(r"[a-z]+|\d+", words)
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
    late = "night" in folded and hour > _NIGHT_BEGINS
    if hour < _NOON and (late or _AFTERNOON.search(folded)):
        return hour + _NOON
    if hour == _NOON and "midnight" in folded:
        return _HOURS
    return 0 if hour == _NOON and _MORNING.search(folded) else hour
