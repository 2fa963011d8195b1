"""Digits that are no count by their shape: times, references, telephones, lengths."""

import re
from dataclasses import dataclass

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.words import BLANK, any_listed, listed
from extract.records import Span

_ARTICLE = re.compile(rf"\b(?:an?|the|its|this|that|one|each|every){BLANK}{{1,2}}$", re.IGNORECASE)
_WORDS = re.compile(rf"(?:(?:{BLANK}{{1,2}}|-)([a-z]+)(?![\w’'])){{1,3}}")
_WORD = re.compile(r"[a-z]+")
_LOOK_BACK = 24
_LONGEST_NUMBER = 6
_MOST_METRES = 1000


def is_length(text: str, start: int, end: int, letter: str, value: float) -> bool:
    """Return whether the letter that ends at `end`, behind the number from `start`, is a length.

    A million is what is counted or paid; what has a size of so many metres is named by the noun.
    """
    nouns = _nouns().get(letter)
    if nouns is None:
        return False
    if _named(text, start, end, *nouns):
        return True
    words = _WORDS.match(text, end)
    if letter != "m" or (
        words is not None and _WORD.findall(words[0])[0] in listed("length", "strong")
    ):
        return False
    return _behind().match(text, end) is not None or (
        value < _MOST_METRES and _attributive(text, start, end)
    )


def kilometres(text: str, letter: int) -> bool:
    """Return whether a "k" stands at the offset, right behind digits, for a distance:
    "a 10k run"."""
    if text[letter : letter + 1] != "k" or text[letter + 1 : letter + 2].isalnum():
        return False
    start = letter
    while start > max(0, letter - _LONGEST_NUMBER) and text[start - 1] in "0123456789.":
        start -= 1
    return start < letter and _named(text, start, letter + 1, *_nouns()["k"])


def _named(
    text: str, start: int, end: int, before: re.Pattern[str], after: re.Pattern[str]
) -> bool:
    if before.search(text, max(0, start - _LOOK_BACK), start):
        return True
    words = _WORDS.match(text, end)
    return words is not None and after.search(text, end, words.end()) is not None


def _attributive(text: str, start: int, end: int) -> bool:
    """Between an article and one thing: "a 5m wall", but not "a 5m increase", "the 5m people"."""
    words = _WORDS.match(text, end)
    if words is None or not _ARTICLE.search(text, max(0, start - _LOOK_BACK), start):
        return False
    behind = _WORD.findall(words[0])
    sums = frozenset(table("units")["lengths"]["sums"])
    return sums.isdisjoint(behind) and not behind[0].endswith(("s", "men", "people", "children"))


@cached
def _behind() -> re.Pattern[str]:
    """Behind a metre."""
    words = any_listed("length", "behind")
    return re.compile(rf"(?:{BLANK}{{1,2}}|-){words}\b|{BLANK}{{0,2}}(?:[^\w\s$£€]|$|\n)")


@cached
def _nouns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """By the letter: what stands before such a length, and what behind it."""
    lists = table("units")["lengths"]
    return {
        letter: (
            re.compile(rf"\b{alternation(lists['before'][letter])}{BLANK}$", re.IGNORECASE),
            re.compile(rf"\b{alternation(lists['behind'][letter])}\b", re.IGNORECASE),
        )
        for letter in lists["behind"]
    }


_CLOCK_END = (
    r"(?:[ap]\.?\s?m\b\.?|noon\b|GMT\b|UTC\b|[A-Z]{1,4}[SD]?T\b|hours\b|hrs\b|local\stime\b)"
)
_PARTS = r"\d{1,4}(?:\.\d{1,9})?"


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of digits that count nothing."""

    name: str
    pattern: str
    """Names in braces are lists of words: `{counted}`."""
    example: str


SHAPES = (
    Shape("address", r"(?:https?://|www\.)\S{1,500}", "https://example.org/2019/12"),
    Shape("mail", r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}", "desk24@example.org"),
    Shape("ISO date", r"\d{4}-\d{2}-\d{2}(?:T[\d:.]{4,15}Z?)?", "2021-07-29T10:00Z"),
    Shape(
        "date or section",
        r"\d{1,4}(?P<mark>[/.])\d{1,4}(?P=mark)\d{1,4}(?:(?P=mark)\d{1,4})*",
        "3/4/2020",
    ),
    Shape(
        "span of hours",
        r"\d{1,2}(?::\d{2})?\s?(?:-|–|to|and)\s?\d{1,2}(?::\d{2})?\s?[ap]\.?m\b\.?",
        "5 to 10 p.m.",
    ),
    Shape("time", rf"\d{{1,2}}:\d{{2}}(?::\d{{2}})?(?:\s?{_CLOCK_END})?", "10:35 a.m."),
    Shape("time with a point", r"\d{1,2}[.]\d{2}\s?[ap]\.?m\b", "10.45pm"),
    Shape("hour", r"\d{1,2}\s?[ap]\.?\s?m\b\.?", "5am"),
    Shape("zoned hour", r"\d{4}\s?(?:GMT|UTC|hours\sGMT|hrs|[A-Z]ST|local\stime)\b", "1800 GMT"),
    Shape(
        "military hour",
        r"[012]\d{3}\shours\b(?=\s{hour})",
        "1830 hours on Monday",
    ),
    Shape("ordinal", r"(?<!\d)\d{1,9}(?:,\d{3}){0,4}\s?(?:st|nd|rd|th)\b", "the 21st"),
    Shape("decade", r"(?:\d{4}|\d0)['’]?s\b", "the 1970s"),
    Shape("short year", r"['’]\d\ds?\b", "the class of '88"),
    Shape(
        "note",
        r"[\[(]\s?\d{1,2}\s?[\])](?!\s?{counted})",
        "as told elsewhere [3]",
    ),
    Shape("years in brackets", r"\(\d{4}(?:\s?[-–—]\s?\d{2,4})?\)", "Lina Mora (1973)"),
    Shape(
        "co-ordinates with signs",
        rf"(?<!\d)-?{_PARTS}\s?°(?:\s?{_PARTS}\s?[′'’](?:\s?{_PARTS}\s?[″\"”])?)?"
        r"\s?[NSEWnsew]\b(?:[\s,]{1,3}-?\d+(?:\.\d+)?)?",
        "33° 47' N",
    ),
    Shape("co-ordinates", r"-?\d{1,3}\.\d{2,7}\s?[;,]\s?-?\d{1,3}\.\d{2,7}", "33.783; 44.500"),
    Shape("telephone", r"\+\d[\d\s().-]{6,20}\d", "+44 20 7946 0000"),
    Shape("telephone with area", r"\(\d{2,5}\)\s?\d{3}[\s-]?\d{3,4}", "(020) 794 6000"),
    Shape("plate or code", r"\d{1,5}(?:-\d{1,5}){2,5}", "12-345-67"),
    Shape("short telephone", r"\b\d{3}-\d{4}\b", "555-0100"),
    Shape(
        "number of something",
        r"(?:[#№]|\bNo\.?|\bNos\.?|\bno\.)\s?\d{1,15}(?:[-,–]\s?\d{1,15})*"
        r"(?![,.]?\d|\s?{no_label}\b)",
        "Resolution No. 1325",
    ),
    Shape("power of ten", r"(?<!\d)\d{1,9}(?:\.\d{1,9})?\s?[×x]\s?10[-−]?\d{0,9}", "1.9×10−30"),
    Shape("year in words", r"\b{century}[\s-]{tens}\b(?:[\s-]{ones}\b)?", "nineteen ninety-four"),
    Shape("name in digits", r"\b(?:24/7|9/11|7/7|50[/-]50)", "the 9/11 attacks"),
    Shape("item of a list", r"^[^\S\n]*\(?\d{1,2}[.)](?=\s)", "1. A grain depot was shelled."),
)
"""In their order: where two begin at one place, the first holds."""

_LIST = re.compile(r"\{([a-z_]+)\}")
_HUNDRED, _TWENTY, _TEN = 100, 20, 10
_CENTURIES = (18, 19)


def expression(shape: Shape) -> str:
    """Return the regular expression that a shape is, with the words of its lists."""
    return _LIST.sub(lambda found: _words()[found[1]], shape.pattern)


@cached
def _shapes() -> re.Pattern[str]:
    """All shapes in one."""
    return re.compile("|".join(f"(?:{expression(shape)})" for shape in SHAPES), re.MULTILINE)


@cached
def _words() -> dict[str, str]:
    """The lists that shapes name, as patterns."""
    worth = {**table("numbers")["words"], **table("numbers")["scales"]}
    tens = [*range(_TWENTY, _HUNDRED, _TEN), _HUNDRED]
    of_years = {"century": _CENTURIES, "tens": tens, "ones": range(1, _TEN)}
    lists = {
        name: [word for word, value in worth.items() if value in values]
        for name, values in of_years.items()
    }
    lists |= {name: table("figures")["label"][name] for name in ("hour", "counted", "no_label")}
    return {name: f"(?i:{alternation(words)})" for name, words in lists.items()}


def odd_digits(text: str) -> list[Span]:
    """Stretches whose digits count nothing, in order."""
    return [Span(*match.span()) for match in _shapes().finditer(text)]
