"""What stands between a cue and what is said, and how what is said begins."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.sources.grammar import has_subject, has_verb, noun_end
from extract.sources.page import NONE, QUESTION, Line, Run

_PLACES = frozenset(
    {"in", "on", "at", "during", "after", "before", "from", "through", "via", "by", "with"}
    | {"of", "about", "to"}
)
_BEFORE_QUOTE = frozenset({",", ":", "—", "-", "–"})
_MOST_SKIPPED = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A place after a cue where what is said may begin."""

    token: int
    via: Run | None
    """Who it was said to."""
    near: bool
    """Nothing but adverbs, dates and the addressee stands between."""


def places_after(line: Line, token: int, addressee: bool) -> Iterator[Place]:
    """The places after the cue where a complement may begin, nearest first."""
    via: Run | None = None
    near = True
    for _ in range(_MOST_SKIPPED):
        yield Place(token, via, near)
        step, addressed = _step(line, token, addressee and via is None)
        if step is None:
            return
        if addressed:
            via = Run(token if line.low(token) != "to" else token + 1, step)
        elif line.pos(token) == "ADP" and line.page.date[step - 1] == NONE:
            near = False
        token = step


def _step(line: Line, token: int, addressee: bool) -> tuple[int | None, bool]:
    """The place after one adverb, date, prepositional phrase or addressee at the token."""
    if token >= line.closing or line.quoted(token):
        return None, False
    if line.page.date[token] != NONE:
        return _after_date(line, token), False
    noun = line.noun(token)
    if noun is not None and addressee and not has_verb(line, noun_end(line, noun)):
        return noun_end(line, noun), True
    if line.pos(token) == "ADV" and line.low(token) not in QUESTION and not counts(line, token):
        return token + 1, False
    return _after_preposition(line, token) if line.low(token) in _PLACES else (None, False)


def _after_preposition(line: Line, token: int) -> tuple[int | None, bool]:
    if token + 1 < line.last and line.page.date[token + 1] != NONE:
        return _after_date(line, token + 1), False
    noun = line.noun(token + 1)
    return (noun_end(line, noun), line.low(token) == "to") if noun else (None, False)


def counts(line: Line, token: int) -> bool:
    """Whether the adverb belongs to a number: "more than 300", "nearly 40"."""
    return line.low(token + 1) in ("than", "least", "most") or line.pos(token + 1) == "NUM"


def _after_date(line: Line, token: int) -> int:
    number = line.page.date[token]
    while token < line.last and line.page.date[token] == number:
        token += 1
    return token


def near_place(line: Line, token: int) -> int:
    """The place after the cue, adverbs and dates skipped."""
    place = token
    for found in places_after(line, token, False):
        if not found.near:
            break
        place = found.token
    return place


def quote_at(line: Line, token: int) -> int | None:
    """Where a quotation begins, at the token or after a comma or colon there."""
    token += line.low(token) in _BEFORE_QUOTE
    quotation = line.page.quotation_of(token) if line.quoted(token) else None
    if quotation is None or line.page.quote_run(quotation).first != token:
        return None
    return token


def clause_at(line: Line, token: int) -> bool:
    """Whether a clause begins at the token, with "that", "whether" or its subject."""
    low = line.low(token)
    if low == "that":
        return (
            line.pos(token) == "SCONJ" or has_verb(line, token + 1) or has_subject(line, token + 1)
        )
    if low in QUESTION:
        return True
    return has_subject(line, token)
