"""Datelines: what opens a paragraph to tell where and when the report was sent from.

"NAIROBI, May 3 (Reuters) - Gunmen killed a trader": all before the dash. A place and a day in it
are those of the reporter, not of what happened.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.doc.doc import Doc
from extract.doc.syntax import Sentence, Syntax
from extract.lexicon.closed import DASHES
from extract.records import Span

_REACH = 30
"""Tokens of a paragraph among which the sign after its dateline stands."""
_SIGNS = DASHES | {"_"}
_BEHIND_DAY = _SIGNS | {":"}
"""Signs that end a dateline right behind its year: "BOGOTA, 4 Sep 2019: "."""
_YEAR = 4
"""Digits of a year."""
_BEHIND_PLACE = frozenset({"(", "-", "–", "—", "--", ","})
_LONGEST_PLACE = 4
_VERBS = frozenset({"VERB", "AUX"})
_OPENING, _CLOSING = frozenset({"(", "["}), frozenset({")", "]"})
_FEW = 1
"""Words in small letters that a dateline may have outside brackets: "11 may 90", "Gulf of Aden"."""
_LEAST_LETTERS = 3


def datelines_of(doc: Doc) -> tuple[Span, ...]:
    """Return the datelines of a document, from the first word up to the sign, in order."""
    if datelines_of not in doc.kept:
        doc.kept[datelines_of] = datelines_in(doc.syntax)
    found: tuple[Span, ...] = doc.kept[datelines_of]
    return found


def dateline_at(doc: Doc, offset: int) -> Span | None:
    """Return the dateline that an offset stands in, if any."""
    datelines = datelines_of(doc)
    place = bisect_right(datelines, offset, key=lambda span: span.start) - 1
    return datelines[place] if place >= 0 and offset < datelines[place].end else None


def opening_sentences(syntax: Syntax) -> Iterator[Sentence]:
    """Find the first sentence of each block."""
    block = -1
    for sentence in syntax.sentences:
        if sentence.block != block:
            block = sentence.block
            yield sentence


def place_in_capitals(doc: Doc, sentence: Sentence) -> range | None:
    """Return the tokens of a place in capitals that opens a sentence: "NAIROBI (Reuters) -"."""
    first = last = sentence.first
    while last < min(sentence.last, first + _LONGEST_PLACE) and _is_capitals(doc.words[last]):
        last += 1
    long_enough = sum(map(len, doc.words[first:last])) >= _LEAST_LETTERS
    closed = last < len(doc) and doc.words[last] in _BEHIND_PLACE
    return range(first, last) if long_enough and closed else None


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1


def datelines_in(syntax: Syntax) -> tuple[Span, ...]:
    """Return the datelines of a text, in order."""
    signs = ((one, _sign_in(syntax, one)) for one in opening_sentences(syntax))
    return tuple(Span(one.start, syntax.starts[sign]) for one, sign in signs if sign is not None)


def _sign_in(syntax: Syntax, sentence: Sentence) -> int | None:
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
    return word in _BEHIND_DAY and (year or (word == ":" and all(map(_is_capitals, words[:place]))))


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
    marked = len(outside) < sign or any(map(str.isdigit, outside)) or _is_capitals(words[0])
    return marked or (not plain and _SIGNS.isdisjoint(words[sign + 1 : sign + _REACH]))


def _begins(words: Sequence[str], place: int) -> bool:
    """Whether a sentence may begin there: with a capital, a number or a mark that opens."""
    first = words[place : place + 1]
    return bool(first) and not first[0][0].islower()
