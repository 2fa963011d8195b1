"""Times of day: "03:00", "8.30 p.m.", "2 o'clock", "half past two", "the 1800 curfew".

A time of day is one token of a date expression, whatever it is made of. Whether bare digits are one
is told by the words beside them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extract.lexicon import cached, table

_HOUR = r"(?:2[0-4]|1\d|0?\d)"
_HALF_PAST = 30
_AFTERNOON = frozenset({"afternoon", "evening"})
TOLD = 1
_IN_FULL = re.compile(r"[ap]\.?\s?m\b|\s[A-Z]{3,4}$", re.IGNORECASE)
_LOOK_BACK, _LOOK_AHEAD = 48, 24
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


@dataclass(frozen=True, slots=True)
class _Words:
    hours: dict[str, int]
    shape: re.Pattern[str]
    lead: re.Pattern[str]
    """Right before digits that are a time: "at", "until about"."""
    tolls: re.Pattern[str]
    """Before "at 8": what stands at a number is no hour."""
    counted: re.Pattern[str]
    """Right behind: what is counted or measured."""
    nouns: re.Pattern[str]
    """Right behind "1800": "curfew"."""
    day: re.Pattern[str]
    """Right behind: the day of a time."""
    ends: re.Pattern[str]
    labels: re.Pattern[str]


def clocks_in(text: str) -> Iterator[Clock]:
    """The times of day in a text, in order."""
    words = _words()
    place = 0
    while match := words.shape.search(text, place):
        place = match.end()
        kind = match.lastgroup or ""
        if _ACCEPTS[kind](text, match, words):
            yield Clock(match.start(), match.end(), _code(match.group(), words), _told(match.group()))
        else:
            place = match.start() + 1


def _told(found: str) -> int:
    return TOLD if _IN_FULL.search(found) else 0


def _code(found: str, words: _Words) -> str:
    """The hour and minute of a time, on a clock of 24 hours where the half of the day is told."""
    folded = found.lower()
    parts = re.findall(r"\d+|[^\W\d_]+", folded)
    hour, minute = _past(parts, words) or _plain(parts, words)
    afternoon = re.search(r"(?<![a-z])p\.?\s?m\b", folded) or _AFTERNOON.intersection(parts)
    morning = re.search(r"(?<![a-z])a\.?\s?m\b", folded) or "morning" in parts
    if (afternoon or "night" in parts and hour > 5) and hour < 12:  # noqa: PLR2004
        hour += 12
    elif morning and hour == 12:  # noqa: PLR2004
        hour = 0
    return f"T{hour:02}:{minute:02}"


def _past(parts: list[str], words: _Words) -> tuple[int, int] | None:
    """The hour and minute of "half past two" and "ten to six"."""
    way = next((place for place, word in enumerate(parts) if word in ("past", "to")), 0)
    if not way or way + 1 == len(parts) or not {"half", "quarter", "minutes", "minute"} & {*parts[:way]}:
        return None
    number = next((words.hours.get(word, 0) or _number(word) for word in parts[:way] if word in words.hours or word.isdigit()), 0)
    minutes = _HALF_PAST if "half" in parts else 15 if "quarter" in parts else number
    hour = _hour(parts[way + 1], words)
    return (hour, minutes) if parts[way] == "past" else ((hour - 1) % 24, 60 - minutes)


def _plain(parts: list[str], words: _Words) -> tuple[int, int]:
    """The hour and minute of the last number with its minutes."""
    numbers = [word for word in parts if word.isdigit() or word in words.hours]
    first = numbers[0]
    if len(first) == 4 and first.isdigit():  # noqa: PLR2004
        return int(first[:2]) % 24, int(first[2:])
    minute = numbers[1] if len(numbers) > 1 and len(numbers[1]) == 2 and numbers[1].isdigit() else "0"  # noqa: PLR2004
    return _hour(first, words), int(minute) % 60


def _hour(word: str, words: _Words) -> int:
    return words.hours[word] if word in words.hours else _number(word) % 25


def _number(word: str) -> int:
    return int(word) if word.isdigit() else 0


def _always(text: str, match: re.Match[str], words: _Words) -> bool:
    return True


def _is_dotted(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether "8.30" is a time: behind "at" or "about", and nothing is measured by it."""
    if words.counted.match(text, match.end()) or not _on_the_hour(text, match, words):
        return False
    return _led_by_at(text, match) or (_led(text, match, words) and _stands_alone(text, match, words))


def _stands_alone(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether nothing follows that the number could count."""
    return bool(words.ends.match(text, match.end()) or words.day.match(text, match.end()))


def _on_the_hour(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether a number behind "at" is no toll or price that stands there."""
    return not words.tolls.search(text, max(0, match.start() - _LOOK_BACK), match.start())


def _is_military(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether "1800" is a time: of a curfew, or behind "at"; a year is none."""
    if words.labels.search(text, max(0, match.start() - _LOOK_BACK), match.start()):
        return False
    if re.compile(r"[-\s]\d{2,}").match(text, match.end()) and match.group()[0] != "0":
        return False
    year = int(match.group()[:4]) in _MODERN_YEARS and not match.group().endswith("00")
    if words.nouns.match(text, match.end()):
        return not year
    if words.counted.match(text, match.end()):
        return False
    if words.day.match(text, match.end()):
        return _led(text, match, words)
    if match.group()[0] == "0":
        return _led(text, match, words) or words.ends.match(text, match.end()) is not None
    return _led_by_at(text, match) and words.ends.match(text, match.end()) is not None


def _is_of_work(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether "1800 hours" is a time, and not so many hours of work."""
    if not re.search("hours|hrs", match.group().lower()):
        return True
    return match.group()[0] == "0" or _led(text, match, words)


def _is_led(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether "three in the morning" is a time: behind "at", "until", "about"."""
    return _led(text, match, words)


def _is_at(text: str, match: re.Match[str], words: _Words) -> bool:
    """Whether "8" before a day is a time: behind "at", where no toll stands."""
    return _led_by_at(text, match) and _on_the_hour(text, match, words)


def _led(text: str, match: re.Match[str], words: _Words) -> bool:
    return words.lead.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


def _led_by_at(text: str, match: re.Match[str]) -> bool:
    return _AT.search(text, max(0, match.start() - _LOOK_BACK), match.start()) is not None


_AT = re.compile(r"\bat\s(?:about\s|around\s|exactly\s|roughly\s|precisely\s)?$", re.IGNORECASE)
_ACCEPTS = {
    "colon": _always,
    "said": _always,
    "past": _always,
    "zoned": _is_of_work,
    "dotted": _is_dotted,
    "military": _is_military,
    "part": _is_led,
    "bare": _is_at,
}


@cached
def _words() -> _Words:
    lists = table("dates")
    hours: dict[str, int] = lists["number"]
    clock = lists["clock"]
    days = [*lists["weekday"]["names"], *lists["deictic"]]
    return _Words(
        hours={word: number for word, number in hours.items() if number <= 20},  # noqa: PLR2004
        shape=_shape(lists),
        lead=re.compile(rf"\b(?:{_any(clock['lead'])})\s$", re.IGNORECASE),
        tolls=re.compile(rf"\b(?:{_any(clock['tolls'])})\b[^.;\n]{{0,32}}$", re.IGNORECASE),
        counted=re.compile(
            rf"\s?[%$€£°]|[-\s](?:{_any(clock['counted'])})\b|[.,]?\d", re.IGNORECASE
        ),
        nouns=re.compile(rf"[\s-](?:{_any(clock['nouns'])})\b", re.IGNORECASE),
        day=re.compile(_day(days), re.IGNORECASE),
        ends=re.compile(
            rf"\s?(?:[.,;:)\n–—-](?!\d)|$)|\s(?:{_any(clock['behind'])})\b", re.IGNORECASE
        ),
        labels=re.compile(rf"(?:\b(?:{_any(clock['labels'])})\.?|[#№$£€+])\s?$", re.IGNORECASE),
    )


def _day(days: list[str]) -> str:
    return rf",?\s(?:on\s|early\s|late\s)?(?:(?:{_any(days)})\b|(?:this|that|last)\s(?:morning|afternoon|evening|night)\b)"


def _shape(lists: dict[str, dict[str, list[str]]]) -> re.Pattern[str]:
    hours = _any([word for word, number in lists["number"].items() if int(number) <= 12])  # noqa: PLR2004
    minutes = rf"(?:\d{{1,2}}|{_any(['five', 'ten', 'twenty', 'twenty-five'])})"
    zone = rf"(?:{_any(lists['word']['zone'])}|local\stime|local(?!\s[a-z]))"
    meridiem = r"(?:[ap]\.\s?m\.?|[ap]m)(?!\w)"
    said = rf"(?:{_HOUR}(?:[:.][0-5]\d)?|(?:{hours})(?=\W))"
    parts = "morning|afternoon|evening|night"
    part = rf"\s(?:in\sthe\s(?:early\s)?(?:{parts})|at\snight)\b"
    return re.compile(
        rf"""
        (?<![\w$£€\#:/.]) (?<!\d[,–-])
        (?:
          (?P<said> (?: {said} (?: \s?[-–]\s? | \s(?:to|and|or)\s ) )? {said}
              (?: \s?{meridiem} | \s?o['’]clock\b (?:{part})? ) (?: \s{zone}\b )? )
        | (?P<colon> {_HOUR}:[0-5]\d (?: [:.]\d{{2}} )? (?:Z|hrs?|h)? (?!\w)
              (?: \s(?:{zone}|hours|hrs)\b )? )
        | (?P<zoned> (?: 2[0-4]|[01]\d )[.]?[0-5]\d (?: [Zh](?!\w) | \s?(?:{zone}|hours|hrs)\b(?!\sof\b) )
              (?: \s{zone}\b )? | {_HOUR}h[0-5]\d (?!\w) | \d{{1,2}}\s(?:GMT|UTC)\b )
        | (?P<past> (?:half|(?:a\s)?quarter)[\s-](?:past|to)[\s-](?: (?:{hours})\b | {_HOUR}\b (?![,.]?\d|\s?%) ) (?:{part})?
              | {minutes}\s minutes?\s (?:past|to)\s (?: (?:{hours})\b | {_HOUR}\b ) (?:{part})? )
        | (?P<part> (?: {_HOUR} | {hours} ) {part} )
        | (?P<bare> (?: {_HOUR} | {hours} ) (?={_day([*lists["weekday"]["names"], *lists["deictic"]])}) )
        | (?P<dotted> {_HOUR}\.[0-5]\d (?![\w%]) )
        | (?P<military> (?: 2[0-3]|[01]\d )[0-5]\d (?![\w%]) (?: [-–](?:2[0-3]|[01]\d)[0-5]\d(?!\w) )? )
        )
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def _any(words: list[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
