"""Headline forms and speaker labels: "S: C", "C: S", "C - S"."""

from extract.attribution.cues import HEADLINE
from extract.attribution.source_kinds import UNKNOWN, kind_of
from extract.attribution.view import Candidate, IndexedSentence, TokenSpan
from extract.doc.sentence_view import NONE

_LONGEST_NAME = 5
_SHORTEST_STATEMENT = 3
_DASHES = frozenset({"–", "—", "-", "--"})
_IN_NAMES = frozenset({"PROPN", "NOUN", "ADJ", "DET", "ADP", "CCONJ", "PART"})


def headline(view: IndexedSentence) -> Candidate | None:
    """Return the statement that the first colon or dash of a heading reports."""
    token = _first_sign(view, _DASHES | {":"})
    if token is None:
        return None
    before, after = TokenSpan(view.first, token), TokenSpan(token + 1, view.closing)
    if view.low(token) == ":" and _is_name(view, before) and _says_much(after):
        return _candidate(token, after, before)
    elif _is_name(view, after) and _says_much(before):
        return _candidate(token, before, after)
    return None


def speaker_label(view: IndexedSentence) -> Candidate | None:
    """Return what follows a speaker's name and a colon, as in a transcript."""
    token = _first_sign(view, frozenset({":"}))
    if token is None:
        return None
    before, after = TokenSpan(view.first, token), TokenSpan(token + 1, view.closing)
    names = range(before.first, before.last)
    proper = all(_is_proper(view, place) or view.low(place) == "." for place in names)
    if proper and _is_name(view, before) and _says_much(after):
        return _candidate(token, after, before)
    return None


def _candidate(token: int, content: TokenSpan, source: TokenSpan) -> Candidate:
    return Candidate(TokenSpan(token, token + 1), [content], "neutral", source, frame=HEADLINE)


def _first_sign(view: IndexedSentence, signs: frozenset[str]) -> int | None:
    """The first of the signs that stands outside quotations, with words on both sides."""
    inside = range(view.first + 1, view.closing - 1)
    return next((t for t in inside if view.low(t) in signs and _stands_free(view, t)), None)


def _stands_free(view: IndexedSentence, token: int) -> bool:
    """Whether the sign parts the heading: outside quotations, and a dash between spaces."""
    if view.quoted(token):
        return False
    syntax = view.indexed.syntax
    apart = syntax.ends[token - 1] < syntax.starts[token]
    return view.low(token) == ":" or apart


def _is_name(view: IndexedSentence, run: TokenSpan) -> bool:
    """Whether the words are one short noun phrase that a speaker may have."""
    tokens = range(run.first, run.last)
    if not 0 < len(tokens) <= _LONGEST_NAME or any(view.pos(t) not in _IN_NAMES for t in tokens):
        return False
    if any(view.quoted(token) for token in tokens):
        return False
    if any(_is_proper(view, token) for token in tokens):
        return True
    return kind_of([view.indexed.words(run)], view.low(run.last - 1), None) != UNKNOWN


def _is_proper(view: IndexedSentence, token: int) -> bool:
    """Whether the token is part of a name: by its part of speech, or in that of a person."""
    return view.pos(token) == "PROPN" or view.indexed.person[token] != NONE


def _says_much(run: TokenSpan) -> bool:
    return run.last - run.first >= _SHORTEST_STATEMENT
