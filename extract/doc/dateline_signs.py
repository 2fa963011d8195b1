"""The sign that ends a dateline: the dash of "NAIROBI, May 3 (Reuters) - Gunmen killed two"."""

from collections.abc import Sequence

from extract.doc.syntax import Sentence, Syntax
from extract.lexicon.closed import DASHES

_REACH = 30
"""Tokens of a paragraph among which the sign after its dateline stands."""
_SIGNS = DASHES | {"_"}
_BEHIND_DAY = _SIGNS | {":"}
"""Signs that end a dateline right behind its year: "BOGOTA, 4 Sep 2019: "."""
_YEAR = 4
"""Digits of a year."""
_VERBS = frozenset({"VERB", "AUX"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_LONGEST_NOTE = 12
"""Tokens of a note in brackets behind a dateline."""
_FEW = 1
"""Words in small letters that a dateline may have outside brackets: "11 may 90", "Gulf of Aden"."""


def behind_dateline(syntax: Syntax, sentence: Sentence) -> int:
    """Return the token behind the sign of a dateline that opens a sentence, else its first."""
    opens = sentence.first == 0 or syntax.sentence_at(syntax.starts[sentence.first - 1])
    if not opens or (opens is not True and opens.block == sentence.block):
        return sentence.first
    sign = sign_in(syntax, sentence)
    if sign is None:
        return sentence.first
    words = [syntax.word(token) for token in range(sign, min(sentence.last, sign + _REACH))]
    return sign + behind_sign(words, 0)


def behind_sign(words: Sequence[str], sign: int) -> int:
    """Return the place behind the sign at a place of some words, and behind what a monitor's
    editor put there in brackets: "-- [Text] Gunmen"."""
    place = sign + 1
    while words[place : place + 1] == ["["] and "]" in words[place : place + _LONGEST_NOTE]:
        place = words.index("]", place) + 1
    return place


def sign_in(syntax: Syntax, sentence: Sentence) -> int | None:
    """Return the token of the sign that ends the dateline of a sentence, if it opens with one."""
    tokens = range(sentence.first, min(sentence.last, sentence.first + 2 * _REACH))
    sign = sign_of_dateline(
        [syntax.word(token) for token in tokens],
        [syntax.pos[token] for token in tokens],
        [token > 0 and syntax.starts[token] > syntax.ends[token - 1] for token in tokens],
    )
    return None if sign is None else sentence.first + sign


def sign_of_dateline(
    words: Sequence[str], tags: Sequence[str], spaced: Sequence[bool]
) -> int | None:
    """Return the place of the sign that ends the dateline of a sentence, if it opens with one.

    That is the first dash with space before it, a sign behind a year, or a colon behind capitals;
    names and numbers stand before it, and a sentence begins behind. A dash between figures or
    words, as in "5-6 May", has no space before it. `tags` are parts of speech; `spaced` tells of
    each word whether white space stands before it.
    """
    for place in range(1, min(len(words), _REACH)):
        if _is_sign(words, spaced, place):
            return place if _opens(words, place) and _begins(words, place + 1) else None
        if tags[place] in _VERBS and not _is_of_date(words, place):
            return None
    return None


def _is_sign(words: Sequence[str], spaced: Sequence[bool], place: int) -> bool:
    word, before = words[place], words[place - 1]
    if word in _SIGNS and spaced[place]:
        return True
    if spaced[place + 1 : place + 2] != [True]:
        return False
    year = before.isdigit() and len(before) == _YEAR
    return word in _BEHIND_DAY and (year or (word == ":" and all(map(is_capitals, words[:place]))))


def _is_of_date(words: Sequence[str], place: int) -> bool:
    """Whether a word that may be a verb is a month: "10 may 90", "March 14"."""
    return any(word.isdigit() for word in (words[place - 1], *words[place + 1 : place + 2]))


def _opens(words: Sequence[str], sign: int) -> bool:
    """Whether what stands before the sign are names and numbers, but for what is in brackets."""
    outside, depth = [], 0
    for word in words[:sign]:
        depth += (word in _OPENING) - (word in _CLOSING)
        outside += [word] if depth == 0 else []
    plain = [word for word in outside if word.isalpha() and word.islower()]
    if len(plain) > _FEW or not words[0][:1].isupper():
        return False
    marked = len(outside) < sign or any(map(str.isdigit, outside)) or is_capitals(words[0])
    return marked or (not plain and _SIGNS.isdisjoint(words[sign + 1 : sign + _REACH]))


def _begins(words: Sequence[str], place: int) -> bool:
    """Whether a sentence may begin there: with a capital, a number or a mark that opens."""
    first = words[place : place + 1]
    return bool(first) and not first[0][0].islower()


def is_capitals(word: str) -> bool:
    """Return whether a word of several letters is all capitals."""
    return word.isupper() and word.isalpha() and len(word) > 1
