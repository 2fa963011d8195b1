"""Cardinal numbers in digits and in words: "11,000", "2.7m", "two dozen", "several hundred"."""

import re
from dataclasses import replace

from extract.doc.words import is_people
from extract.lexicon import cached
from extract.lexicon.using import alternation
from extract.quantities.numeral import (
    GREATEST,
    HUNDRED,
    HYPHENS,
    SCALES,
    THOUSAND,
    Kind,
    Lexeme,
    Numeral,
    Parsed,
    Pieces,
    times,
)
from extract.quantities.units import is_length, money_before, money_letters
from extract.quantities.words import BLANK, any_listed, listed, number_words, outcome_told_by

_LETTERS_BEFORE = re.compile(r"(?<![^\W_])[A-Za-z]{1,3}$")
_LONGEST_PREFIX = 7
"""Characters before a hyphen."""


def in_digits(pieces: Pieces, place: int) -> Parsed:
    """Return the number that begins with digits at the piece."""
    first = pieces.lexemes[place]
    if not _stands_free(pieces.text, first):
        return None, place + 1
    return Numeral(first.start, first.end, first.value, digits=True), place + 1


def hangs_on_name(text: str, hyphen: int) -> bool:
    """Return whether letters before a hyphen make a name of the number: "F-16",
    but not "sub-500"."""
    if not text[max(0, hyphen - 1) : hyphen].isalpha():
        return False
    return _open_hyphen().search(text, max(0, hyphen - _LONGEST_PREFIX), hyphen) is None


def with_part(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """Return the number with a part of one behind it, "2½", "1 1/2", and the index of the piece
    behind."""
    part = pieces.at(after)
    if part is None or part.kind not in (Kind.SIGN, Kind.SLASHED) or part.value >= 1:
        return found, after
    gap = pieces.text[found.end : part.start]
    if gap and not (gap == " " and found.value.is_integer() and found.value < HUNDRED):
        return found, after
    return replace(found, end=part.end, value=found.value + part.value), after + 1


def _stands_free(text: str, piece: Lexeme) -> bool:
    """Whether no letter, digit or point beside them makes the digits part of something else."""
    after = text[piece.end : piece.end + 2]
    if after[:1] in tuple("/.,:_") and after[1:].isdigit():
        return False
    before = text[max(0, piece.start - 1) : piece.start]
    if not before:
        return True
    if before in "_@\\" or (before.isalnum() and not _currency_before(text, piece.start)):
        return False
    if before in ".,:/" and text[max(0, piece.start - 2) : piece.start - 1].isalnum():
        return False
    return not (before in HYPHENS and hangs_on_name(text, piece.start - 1))


def _currency_before(text: str, start: int) -> bool:
    letters = _LETTERS_BEFORE.search(text, max(0, start - 4), start)
    return letters is not None and letters[0] in money_letters()


def with_suffix(pieces: Pieces, found: Numeral, after: int) -> tuple[Numeral, int]:
    """Return the number with letters that stand for a scale, "5bn", and the index of the piece
    behind.

    The "m" of "300m from" stays a metre.
    """
    return _with_letters(pieces.text, found), after


def _with_letters(text: str, found: Numeral) -> Numeral:
    match = _suffix().match(text, found.end)
    if match is None:
        return found
    letters = match[1].lower()
    money = money_before(text, found.start) is not None
    if match.start(1) > found.end and len(letters) == 1 and not (match[1].isupper() or money):
        return found
    if not money and is_length(text, found.start, match.end(), letters, found.value):
        return found
    factor = number_words().suffixes[letters]
    if found.value * factor > GREATEST:
        return found
    return replace(found, end=match.end(1), value=found.value * factor, scale=factor)


@cached
def _open_hyphen() -> re.Pattern[str]:
    """Letters that a hyphen joins to digits which stay a number."""
    return re.compile(rf"(?<![A-Za-z]){any_listed('words', 'hyphened')}$", re.IGNORECASE)


@cached
def _suffix() -> re.Pattern[str]:
    """Letters behind digits that stand for a scale."""
    letters = alternation(number_words().suffixes)
    return re.compile(rf"{BLANK}?({letters})(?!\w)", re.IGNORECASE)


_OF_AFTER = re.compile(rf"{BLANK}{{1,2}}of\b")
_SCORE_AFTER = re.compile(rf"{BLANK}{{1,2}}(?:of|or{BLANK}so|or{BLANK}more)\b")
_OF_WORD = re.compile(rf"{BLANK}of{BLANK}(\w+)")
_COUPLE_LINK = re.compile(rf"{BLANK}{{1,2}}(?:of{BLANK}{{1,2}})?")
_LONGEST_ARTICLE = 12
"""Characters before a scale."""
_WORD_BEFORE = re.compile(rf"([^\W\d_]+){BLANK}$")
_LOOK_BACK = 24
"""Characters before "scores"."""


def in_words(pieces: Pieces, place: int) -> Parsed:
    """Return the number that begins with a word at the piece."""
    first = pieces.lexemes[place]
    before = pieces.text[max(0, first.start - 1) : first.start]
    if before and before in HYPHENS + "'’" and hangs_on_name(pieces.text, first.start - 1):
        return None, place + 1
    if first.kind != Kind.WORD and not _opens_alone(pieces.text, first):
        return None, place + 1
    if first.word in listed("words", "pair"):
        return _couple(pieces, place)
    value, after = _Sum(pieces, place).value()
    last = pieces.lexemes[after - 1]
    scale = last.value if last.kind in SCALES else 1.0
    return Numeral(first.start, last.end, value, scale=scale), after


def _couple(pieces: Pieces, place: int) -> Parsed:
    """ "a couple of hundred" is about two hundred; "a couple of men" are two."""
    first, scale = pieces.lexemes[place], pieces.at(place + 1)
    found = Numeral(first.start, first.end, first.value)
    link = _COUPLE_LINK.fullmatch(pieces.text, first.end, scale.start) if scale else None
    if scale is None or link is None or scale.kind not in SCALES:
        return (found if _OF_AFTER.match(pieces.text, first.end) else None), place + 1
    return pieces.scaled(replace(times(found, scale), rough=True), place + 2)


def _opens_alone(text: str, piece: Lexeme) -> bool:
    """Whether a scale or group may begin a number: "a hundred", "a couple of"."""
    if piece.word in listed("words", "group") and not _SCORE_AFTER.match(text, piece.end):
        return False
    low = max(0, piece.start - _LONGEST_ARTICLE)
    return _article().search(text, low, piece.start) is not None


def vague(pieces: Pieces, place: int) -> Parsed:
    """Return the vague number that begins at the piece: "dozens", "tens of thousands", "several
    hundred"."""
    piece = pieces.lexemes[place]
    word = " ".join(piece.word.split())
    if _is_part_of_name(pieces.text, piece, word) or not _is_many(pieces.text, piece, word):
        return None, place + 1
    found = Numeral(piece.start, piece.end, 1.0, vague=word)
    following = place + 1
    if piece.kind == Kind.SIZE or not pieces.joint(following):
        return found, following
    scale = pieces.lexemes[following]
    if scale.kind == Kind.SIZE:
        return replace(found, end=scale.end, vague=scale.word), following + 1
    if pieces.scale_at(following):
        vague = f"{word} {scale.word}"
        return replace(found, end=scale.end, vague=vague, value=scale.value), following + 1
    return found, following


def _is_part_of_name(text: str, piece: Lexeme, word: str) -> bool:
    """Whether a size tells nothing by itself: "tens" counts people alone, "tens of villagers"."""
    if word not in listed("words", "never_alone"):
        return False
    of = _OF_WORD.match(text, piece.end)
    return of is None or not is_people(of[1])


def _is_many(text: str, piece: Lexeme, word: str) -> bool:
    """Whether "scores" are many and no results: "scores of villagers", "killing scores"."""
    if word not in listed("words", "many") or _many_after().match(text, piece.end):
        return True
    before = _WORD_BEFORE.search(text, max(0, piece.start - _LOOK_BACK), piece.start)
    return before is not None and outcome_told_by(before[1]) is not None


@cached
def _article() -> re.Pattern[str]:
    """What stands before a scale or group that begins a number."""
    opening = any_listed("words", "opening")
    return re.compile(rf"(?:^|[^\w]){opening}{BLANK}{{1,2}}$", re.IGNORECASE)


@cached
def _many_after() -> re.Pattern[str]:
    """What stands behind "scores" that are many."""
    return re.compile(
        rf"{BLANK}(?:of{BLANK}(?!\d)|{any_listed('words', 'harmed')}\b"
        r"|(?<=S\w{5}.)(?:were|are|have|had)\b)"
    )


class _Sum:
    """Adds up the words of one number, as far as they go on."""

    def __init__(self, pieces: Pieces, place: int) -> None:
        self._pieces = pieces
        self._first = place
        self._total = 0.0
        """Of the thousands, millions that are closed."""
        self._current = 0.0
        """Of what stands behind the last of them."""
        self._least = float("inf")
        """The last scale: the next must be smaller."""

    def value(self) -> tuple[float, int]:
        """Return the sum, and the index of the piece behind the number."""
        after = self._first
        while after < len(self._pieces.lexemes) and self._takes(after):
            group = self._pieces.lexemes[after].kind == Kind.GROUP
            after += 1
            if group:
                break
        return self._total + self._current, after

    def _takes(self, place: int) -> bool:
        """Add the piece, if it goes on with the number."""
        gap = self._pieces.joint(place) if place > self._first else ""
        if gap is None:
            return False
        piece = self._pieces.lexemes[place]
        if piece.kind == Kind.WORD and self._word_fits(piece.value, gap, place):
            self._current += piece.value
            return True
        if piece.kind not in SCALES or "and" in gap or not self._scale_fits(piece):
            return False
        self._multiply(piece)
        return True

    def _multiply(self, piece: Lexeme) -> None:
        self._current = (self._current or 1.0) * piece.value
        if piece.kind == Kind.SCALE and piece.value >= THOUSAND:
            self._total += self._current
            self._current, self._least = 0.0, piece.value

    def _scale_fits(self, piece: Lexeme) -> bool:
        opens = not self._total and not self._current
        if piece.word in listed("words", "pair") or not self._current:
            return opens
        if piece.value == HUNDRED:
            return self._current < HUNDRED
        return piece.value < self._least

    def _word_fits(self, value: float, gap: str, place: int) -> bool:
        """Whether a word goes on with what was read so far: "twenty" "-" "eight"."""
        if not gap:
            return True
        joined = "and" in gap
        if joined and (not self._closed() or self._pieces.scale_at(place + 1)):
            return False
        if not self._current:
            return bool(self._total)
        tail = self._current % HUNDRED
        if not tail:
            return self._current >= HUNDRED
        return not joined and 0 < value < 10 and tail % 10 == 0 and tail >= 20

    def _closed(self) -> bool:
        """Whether "and" may follow: behind a hundred or a thousand."""
        return bool(self._total) or self._current >= HUNDRED
