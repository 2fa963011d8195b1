"""Datelines: what opens a paragraph to tell where and when the report was sent from.

"NAIROBI, May 3 (Reuters) - Gunmen killed a trader": all before the dash. A place and a day in it
are those of the reporter, not of what happened.
"""

from bisect import bisect_right
from collections.abc import Iterator

from extract.doc.dateline_signs import is_capitals, sign_in
from extract.doc.doc import Doc
from extract.doc.syntax import Sentence, Syntax
from extract.records import Span

_BEHIND_PLACE = frozenset({"(", "-", "–", "—", "--", ","})
_LONGEST_PLACE = 4
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
    while last < min(sentence.last, first + _LONGEST_PLACE) and is_capitals(doc.words[last]):
        last += 1
    long_enough = sum(map(len, doc.words[first:last])) >= _LEAST_LETTERS
    closed = last < len(doc) and doc.words[last] in _BEHIND_PLACE
    return range(first, last) if long_enough and closed else None


def datelines_in(syntax: Syntax) -> tuple[Span, ...]:
    """Return the datelines of a text, in order."""
    signs = ((one, sign_in(syntax, one)) for one in opening_sentences(syntax))
    return tuple(Span(one.start, syntax.starts[sign]) for one, sign in signs if sign is not None)
