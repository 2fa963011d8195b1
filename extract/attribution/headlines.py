"""Headline forms and speaker labels: "S: C", "C: S", "C - S"."""

from collections.abc import Iterator

from extract.attribution.draft import Draft
from extract.attribution.kinds import UNKNOWN, kind_of
from extract.attribution.page import Line, Run
from extract.doc.sentence_view import NONE

_LONGEST_NAME = 5
_SHORTEST_STATEMENT = 3
_DASHES = frozenset({"–", "—", "-", "--"})
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART"})


def headline_statements(line: Line) -> Iterator[Draft]:
    """The statement that the first colon or dash of a heading reports."""
    token = _first_sign(line, _DASHES | {":"})
    if token is None:
        return
    before, after = Run(line.first, token), Run(token + 1, line.closing)
    if line.low(token) == ":" and _is_name(line, before) and _says_much(after):
        yield _draft(token, after, before)
    elif _is_name(line, after) and _says_much(before):
        yield _draft(token, before, after)


def labelled_statements(line: Line) -> Iterator[Draft]:
    """What follows a speaker's name and a colon at the start of a sentence, as in a transcript."""
    token = _first_sign(line, frozenset({":"}))
    if token is None:
        return
    before, after = Run(line.first, token), Run(token + 1, line.closing)
    names = range(before.first, before.last)
    proper = all(_is_proper(line, place) or line.low(place) == "." for place in names)
    if proper and _is_name(line, before) and _says_much(after):
        yield _draft(token, after, before)


def _draft(token: int, content: Run, source: Run) -> Draft:
    return Draft(Run(token, token + 1), [content], "neutral", source, frame="headline")


def _first_sign(line: Line, signs: frozenset[str]) -> int | None:
    """The first of the signs that stands outside quotations, with words on both sides."""
    inside = range(line.first + 1, line.closing - 1)
    return next((t for t in inside if line.low(t) in signs and _stands_free(line, t)), None)


def _stands_free(line: Line, token: int) -> bool:
    """Whether the sign parts the line: outside quotations, and a dash between spaces."""
    if line.quoted(token):
        return False
    syntax = line.page.syntax
    apart = syntax.ends[token - 1] < syntax.starts[token]
    return line.low(token) == ":" or apart


def _is_name(line: Line, run: Run) -> bool:
    """Whether the words are one short noun phrase that a speaker may have."""
    tokens = range(run.first, run.last)
    if not 0 < len(tokens) <= _LONGEST_NAME or any(line.pos(t) not in _IN_NAMES for t in tokens):
        return False
    if any(line.quoted(token) for token in tokens):
        return False
    if any(_is_proper(line, token) for token in tokens):
        return True
    return kind_of([line.page.words(run)], line.low(run.last - 1), None) != UNKNOWN


def _is_proper(line: Line, token: int) -> bool:
    """Whether the token is part of a name: by its part of speech, or in that of a person."""
    return line.pos(token) == "PROPN" or line.page.person[token] != NONE


def _says_much(run: Run) -> bool:
    return run.last - run.first >= _SHORTEST_STATEMENT
