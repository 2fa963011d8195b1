"""A text as date expressions see it: every token with its class, and the classes as one string.

A rule is a regular expression over that string, one letter a token; `spelled` has the names of the
letters. Tokens are cut finer than the tagger's ("mid-1990s" is three), so they are found here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.dates.clocks import clocks_in
from extract.dates.words import (
    HOLIDAY,
    MONTH,
    MONTH_SHORT,
    NUMBER_WORD,
    WEEKDAY,
    WEEKDAY_SHORT,
    Word,
    holidays,
    words,
)
from extract.dates.words import ORDINAL as ORDINAL_WORD

OTHER = Word("_")
DAY, TWO_DIGITS, YEAR, NUMBER, ORDINAL, DECADE = "d", "2", "y", "n", "o", "k"
DATE_IN_DIGITS, CLOCK, MERIDIEM, GENITIVE, QUARTER = "N", "C", "K", "'", "4"
_DASHES = dict.fromkeys("-‐‑–—−", Word("-"))
_SIGNS = {
    **{sign: Word(sign) for sign in ",./()&\n"},
    **_DASHES,
    **dict.fromkeys("$£€#", Word("$")),
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
"""Four digits between these may be a year."""
_LONGEST_NUMBER = 9
"""Digits; what a longer number is worth does not matter to dates."""
_FAR = 40
"""Tokens between two dates of which one is told from the other."""

_TOKEN = re.compile(
    r"""
    (?P<dated> \d{4}-\d{2}-\d{2} (?:T[\d:.]{2,15}Z?)? (?!\w)
             | (?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])
                   (?:T\d{4,6}Z?)? (?! \w | [.,]\d )
             | \d{4}(?P<stroke>[/.-])\d{1,2}(?P=stroke)\d{1,2} (?! [\w/-] | \.\d )
             | \d{1,2}(?P<join>[/.-]?)[^\W\d_]{3,9}\.?(?P=join)(?:\d{4}|\d{2}) (?![\w-])
             | [^\W\d_]{3,9}(?P<tie>[/-])\d{1,2}(?P=tie)\d{4} (?![\w-])
             | \d{4}(?P<knot>[/.-])[^\W\d_]{3,9}(?P=knot)\d{1,2} (?![\w-])
             | \d{1,2}(?P<seam>[/.-])\d{1,2}(?P=seam)(?:\d{4}|\d{2}) (?![\w.-]*\d) )
  | (?P<clock> [0-2]?\d:[0-5]\d (?:[:.]\d{2})? (?!\w) | \d{1,2}[:.]\d{2} (?= \s?[ap]\.?m\b) )
  | (?P<decade> ['’‘]?(?:\d{2})?\d(?:0['’]?|\d)s (?!\w) )
  | (?P<short> (?<![\w'’])['’]\d{2} (?![\w'’]) )
  | (?P<ordinal> \d{1,2}(?:st|nd|rd|th) (?!\w) )
  | (?P<quarter> Q[1-4](?!\w) | [1-4]Q(?!\w) )
  | (?P<number> \d+ (?: [.,]\d+ )*+ )
  | (?P<meridiem> [ap]\.m\.? | [ap]m (?!\w) )
  | (?P<genitive> ['’]s (?!\w) )
  | (?P<word> [^\W\d_]++ )
  | (?P<sign> \S | \n )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ONES = re.compile(r"[-‐‑\s]([^\W\d_]+)")
_TENS_OF_DAYS, _TEN = (20, 30), 10
_UNDATED = re.compile(r"\d+|[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Token:
    """A token and what it may mean in a date."""

    start: int
    end: int
    text: str
    word: Word


@dataclass(frozen=True, slots=True)
class Scan:
    """The tokens of a text and their classes, one letter each."""

    tokens: tuple[Token, ...]
    classes: str

    def word(self, place: int) -> str:
        """Return the token at a place in lower case, empty beyond the ends."""
        return self.tokens[place].text.lower() if 0 <= place < len(self.tokens) else ""

    def parted(self, first: int, last: int) -> bool:
        """Return whether a sentence or line ends between two places, or they are far apart."""
        return last - first > _FAR or not {".", "\n"}.isdisjoint(self.classes[first:last])


def scan(text: str) -> Scan:
    """Return the tokens of a text and the class of each."""
    tokens = tuple(_tokens(text))
    return Scan(tokens, "".join(token.word.kind for token in tokens))


def _tokens(text: str) -> Iterator[Token]:
    place = 0
    for clock in clocks_in(text):
        if clock.start < place:
            continue
        for token in _plain_tokens(text, place, clock.start):
            yield token
            place = token.end
        if clock.start >= place:
            yield Token(
                clock.start,
                clock.end,
                text[clock.start : clock.end],
                Word(CLOCK, clock.told, clock.code),
            )
            place = clock.end
    yield from _plain_tokens(text, place, len(text))


def _plain_tokens(text: str, place: int, limit: int) -> Iterator[Token]:
    """The tokens that begin between two offsets, but for times of day."""
    while (match := _TOKEN.search(text, place)) and match.start() < limit:
        token = _token(text, match)
        yield token
        place = token.end


def _token(text: str, match: re.Match[str]) -> Token:
    start, end = match.span()
    group = match.lastgroup or "sign"
    if (
        group == "dated"
        and any(map(str.isalpha, match.group()))
        and not _names_month(match.group())
    ):
        match = _UNDATED.match(text, start) or match
        end, group = match.end(), "word" if match.group().isalpha() else "number"
    if group == "word":
        return _word(text, start, end)
    return Token(start, end, match.group(), _meaning(text, start, match.group(), group))


def _names_month(spelled: str) -> bool:
    """Whether the letters between digits are a month, or the T before a time."""
    letters = re.findall(r"[^\W\d_]{2,}", spelled)
    return all(words().get(one.lower(), OTHER).kind in (MONTH, MONTH_SHORT) for one in letters)


_FULL_NAMES = {MONTH_SHORT: MONTH, WEEKDAY_SHORT: WEEKDAY}
"""What the short form of a name is with the full stop behind it."""


def _word(text: str, start: int, end: int) -> Token:
    """A word, with the full stop of a short form, or with the rest of a holiday's name."""
    spelled = text[start:end]
    folded = spelled.lower()
    named = holidays()
    if folded in named.first_words and spelled[0].isupper():
        holiday = named.pattern.match(text, start)
        if holiday:
            return Token(start, holiday.end(), holiday.group(), Word(HOLIDAY))
    meaning = words().get(folded, OTHER)
    if meaning.kind == NUMBER_WORD and (ordinal := _ordinal(text, start, end, meaning.number)):
        return ordinal
    if meaning.kind == MONTH and spelled.islower():
        return Token(start, end, spelled, Word(MONTH_SHORT, meaning.number))
    kind = _FULL_NAMES.get(meaning.kind)
    if kind and text.startswith(".", end) and spelled[0].isupper():
        return Token(start, end + 1, text[start : end + 1], Word(kind, meaning.number))
    return Token(start, end, spelled, meaning)


def _ordinal(text: str, start: int, end: int, tens: int) -> Token | None:
    """A day in words of two parts, its first before `end`: "twenty-first"."""
    ones = _ONES.match(text, end) if tens in _TENS_OF_DAYS else None
    unit = words().get(ones[1].lower(), OTHER) if ones else OTHER
    if ones is None or unit.kind != ORDINAL_WORD or unit.number >= _TEN:
        return None
    word = Word(ORDINAL_WORD, tens + unit.number)
    return Token(start, ones.end(), text[start : ones.end()], word)


def _meaning(text: str, start: int, found: str, group: str) -> Word:
    if group == "sign":
        return _SIGNS.get(found, OTHER)
    if group not in ("genitive", "meridiem") and start and text[start - 1].isalpha():
        return OTHER
    return _MEANINGS[group](found)


def _number(found: str) -> Word:
    plain = found.replace(",", "")
    if not plain.isdecimal() or len(plain) > _LONGEST_NUMBER:
        return Word(NUMBER, -1)
    number = int(plain)
    if len(found) <= 2 and 1 <= number <= 31:
        return Word(DAY, number)
    if len(found) == 2 and number > 31:
        return Word(TWO_DIGITS, number)
    if len(found) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        return Word(YEAR, number)
    return Word(NUMBER, number)


def _decade(found: str) -> Word:
    return Word(DECADE, int("".join(filter(str.isdecimal, found))))


_MEANINGS: dict[str, Callable[[str], Word]] = {
    "dated": lambda found: Word(DATE_IN_DIGITS),
    "clock": lambda found: Word(CLOCK),
    "decade": _decade,
    "short": lambda found: Word(YEAR, int(found[1:])),
    "ordinal": lambda found: Word(ORDINAL, int(found[:-2])),
    "quarter": lambda found: Word(QUARTER, int(found.strip("qQ"))),
    "number": _number,
    "meridiem": lambda found: Word(MERIDIEM, int(found[0] in "pP")),
    "genitive": lambda found: Word(GENITIVE),
}
