"""The pieces that numbers are made of, and digits that are no number by their shape.

A `Numeral` is made of `Lexeme`s, against whose kinds the rules of `grammar.py` are matched. Times,
references, telephones, co-ordinates and the like stand in `SHAPES` and never become pieces.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.words import BLANK, any_listed, listed, number_words
from extract.records import Span


class Kind(StrEnum):
    """What a piece of a number is."""

    DIGITS = "digits"
    SLASHED = "slashed"
    """ "3/4"."""
    SIGN = "sign"
    """ "½"."""
    SIZE = "size"
    """ "dozens"."""
    QUANTIFIER = "quantifier"
    """ "several"."""
    WORD = "word"
    SCALE = "scale"
    """ "million"."""
    GROUP = "group"
    """ "dozen"."""
    FRACTION = "fraction"


SCALES = (Kind.SCALE, Kind.GROUP)
"""What the words before multiply."""
KINDS: dict[str, str] = {
    Kind.DIGITS: "d",
    Kind.SLASHED: "/",
    Kind.SIGN: "s",
    Kind.SIZE: "z",
    Kind.QUANTIFIER: "q",
    Kind.WORD: "w",
    Kind.SCALE: "S",
    Kind.GROUP: "g",
    Kind.FRACTION: "f",
}
"""The letter of each kind of piece."""
_MOST_DIGITS = 15
"""More make no count, and the number that is kept would no longer be the one that is written."""
_DIGITS = (
    r"\d{1,3}(?:,\d{2,3}){0,6},\d{3}(?!\d)(?:\.\d+)?"
    r"|(?<!\d )[1-9]\d{0,2}(?:[ \u00a0\u2007\u2009\u202f]\d{3}){1,6}(?!\w|[ \u00a0]\d{3})"
    r"|[1-9]\d{0,2}(?:['’]\d{3}){1,6}(?!\w)"
    r"|\d+(?:\.\d+)?|(?<!\.)\.\d+"
)
_DECIMAL_COMMA = re.compile(r"(\d{1,3}),(\d{1,2})")
"""Before "million" or "per cent" alone: thousands have three digits behind their comma."""
_MANY = ("a ", "an ", "large ")


class Lexeme(NamedTuple):
    """One piece of a number."""

    start: int
    end: int
    kind: str
    """A `Kind`."""
    value: float
    word: str
    """In lower case."""

    @property
    def multiplies(self) -> bool:
        """Whether the words before may multiply it: "million", "dozen", but not "couple"."""
        return self.kind in SCALES and self.word not in listed("words", "pair")


def lexemes(text: str, barred: Iterable[Span] = ()) -> Iterator[Lexeme]:
    """Yield the pieces of the text, in order, without digits that are no count by their shape.

    Nor those inside the spans that are barred.
    """
    closed = place = 0
    stops = iter(sorted([*odd_digits(text), *barred]))
    stop = next(stops, None)
    while match := _pattern().search(text, place):
        start, end = match.span()
        while stop is not None and stop.start < end:
            closed = max(closed, stop.end)
            stop = next(stops, None)
        # digits behind a date are no part of it, though a space joins them: "on April 12 200 men"
        place = closed if start < closed < end else end
        if closed <= start and not _too_long(match):
            word = match[0].lower()
            kind = match.lastgroup or ""
            yield Lexeme(start, end, kind, _value(kind, word), word)


def _too_long(match: re.Match[str]) -> bool:
    length = match.end() - match.start()
    return length > _MOST_DIGITS and sum(map(str.isdigit, match[0])) > _MOST_DIGITS


@cached
def _pattern() -> re.Pattern[str]:
    known = number_words()
    long = {word for word in known.quantifiers if word.startswith(_MANY)}
    digits = {Kind.SLASHED: r"\d{1,3}[/⁄]\d{1,3}", Kind.DIGITS: rf"{_decimal()}|{_DIGITS}"}
    words = {
        Kind.SIZE: _whole(known.sizes),
        Kind.QUANTIFIER: f"{_whole(long)}|{_whole(known.quantifiers - long)}",
        Kind.WORD: _whole(known.words),
        Kind.SCALE: _whole(known.scales),
        Kind.GROUP: _whole(known.groups),
        Kind.FRACTION: _whole(known.fractions),
    }
    # the first character is looked at first: most begin none, and a long text has many
    joined = (
        rf"(?=[\d.])(?:{_any_of(digits)})"
        rf"|{_any_of({Kind.SIGN: '|'.join(known.signs)})}|\b(?=\w)(?:{_any_of(words)})"
    )
    return re.compile(joined, re.IGNORECASE)


def _any_of(groups: Mapping[Kind, str]) -> str:
    return "|".join(f"(?P<{name}>{pattern})" for name, pattern in groups.items())


def _decimal() -> str:
    """Digits with a decimal comma, which the scale or the share behind them tells."""
    return rf"\d{{1,3}},\d{{1,2}}(?={BLANK}?{any_listed('words', 'decimal')}(?!\w))"


def _whole(words: Iterable[str]) -> str:
    return rf"{alternation(words)}\b"


@cached
def _worth() -> dict[str, dict[str, float]]:
    known = number_words()
    kinds: dict[str, Mapping[str, float]] = {
        Kind.SIGN: known.signs,
        Kind.WORD: known.words,
        Kind.SCALE: known.scales,
        Kind.GROUP: known.groups,
        Kind.FRACTION: known.fractions,
    }
    return {kind: {w: float(value) for w, value in words.items()} for kind, words in kinds.items()}


def _value(kind: str, word: str) -> float:
    if kind == Kind.DIGITS:
        decimal = _DECIMAL_COMMA.fullmatch(word)
        return float(".".join(decimal.groups()) if decimal else re.sub(r"[,\s'’]", "", word))
    if kind == Kind.SLASHED:
        above, below = re.split("[/⁄]", word)
        return float(above) / float(below) if float(below) else 0.0
    return _worth()[kind][word] if kind in _worth() else 1.0


HYPHENS = "-‑"
TEN, HUNDRED, THOUSAND = 10, 100, 1000
GREATEST = 1e15
"""No count is larger; floats still tell whole numbers apart up to here."""
_JOINT = re.compile(rf"{BLANK}{{1,2}}|[-‑]|{BLANK}{{1,2}}and{BLANK}{{1,2}}")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as the text writes it."""

    start: int
    end: int
    value: float
    """Of a vague word: of the scale beside it, or 1."""
    vague: str | None = None
    """The vague word, with its scale where it has one: "several hundred"."""
    share: bool = False
    """A part of a whole: "half of", "two thirds", "one in five"."""
    digits: bool = False
    scale: float = 1.0
    """The scale word: a million of "1.2 million", twelve of "two dozen"."""
    rough: bool = False
    """About as many by its own words: "a couple of hundred"."""


Parsed = tuple[Numeral | None, int]
"""A number, if there is one, and the index of the piece after it."""


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text and the pieces of its numbers."""

    text: str
    lexemes: Sequence[Lexeme]
    classes: str
    """The kinds of the pieces, a letter each, for rules to be matched against."""

    def at(self, place: int) -> Lexeme | None:
        """Return the piece at the index; none behind the last."""
        return self.lexemes[place] if place < len(self.lexemes) else None

    def joint(self, place: int) -> str | None:
        """Return what stands between the piece and the one before it, if that may join them."""
        if place >= len(self.lexemes):
            return None
        gap = self.text[self.lexemes[place - 1].end : self.lexemes[place].start]
        return gap if _JOINT.fullmatch(gap) else None

    def scale_at(self, place: int) -> Lexeme | None:
        """Return a scale or group that the words before multiply: "million", "dozen"."""
        gap = self.joint(place)
        if gap is None or "and" in gap:
            return None
        piece = self.lexemes[place]
        return piece if piece.multiplies else None

    def scaled(self, found: Numeral, after: int) -> tuple[Numeral, int]:
        """Return the number times the scales that follow, "2 hundred thousand", and the index
        behind."""
        while (piece := self.scale_at(after)) and found.value * piece.value <= GREATEST:
            found = times(found, piece)
            after += 1
        return found, after


def pieces_of(text: str, barred: Iterable[Span] = ()) -> Pieces:
    """Return the pieces of the numbers of a text outside the barred spans."""
    found = list(lexemes(text, barred))
    return Pieces(text, found, "".join(KINDS[piece.kind] for piece in found))


def times(found: Numeral, piece: Lexeme) -> Numeral:
    """Return the number multiplied by a scale behind it."""
    return replace(
        found, end=piece.end, value=found.value * piece.value, scale=found.scale * piece.value
    )


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

_WORD_LIST = re.compile(r"\{([a-z_]+)\}")
_OPENING = r"(?=[\d(\[+#№'’-]|\b\w|^\s)"
"""Where a shape may begin; looked at before the shapes, since most characters begin none."""
_TWENTY = 20
_CENTURIES = (18, 19)


def expression(shape: Shape) -> str:
    """Return the regular expression that a shape is, with the words of its lists."""
    return _WORD_LIST.sub(lambda found: _shape_words()[found[1]], shape.pattern)


@cached
def _shapes() -> re.Pattern[str]:
    """All shapes in one."""
    joined = "|".join(f"(?:{expression(shape)})" for shape in SHAPES)
    return re.compile(f"{_OPENING}(?:{joined})", re.MULTILINE)


@cached
def _shape_words() -> dict[str, str]:
    """The lists that shapes name, as patterns."""
    worth = {**table("numbers")["words"], **table("numbers")["scales"]}
    tens = [*range(_TWENTY, HUNDRED, TEN), HUNDRED]
    of_years = {"century": _CENTURIES, "tens": tens, "ones": range(1, TEN)}
    lists = {
        name: [word for word, value in worth.items() if value in values]
        for name, values in of_years.items()
    }
    lists |= {name: table("figures")["label"][name] for name in ("hour", "counted", "no_label")}
    return {name: f"(?i:{alternation(words)})" for name, words in lists.items()}


def odd_digits(text: str) -> list[Span]:
    """Find the stretches whose digits count nothing, in order."""
    return [Span(*match.span()) for match in _shapes().finditer(text)]
