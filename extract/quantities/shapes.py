"""Digits that are no count by their shape: times, dates in digits, references, telephones."""

import re
from dataclasses import dataclass

from extract.lexicon import cached, table
from extract.lexicon.patterns import alternation
from extract.records import Span

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
