"""What stands between a cue and what is said, and how what is said begins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.attribution.page import Line, Run
from extract.doc.clause_starts import QUESTION, has_verb
from extract.doc.noun_phrases import noun_end
from extract.doc.sentence_view import NONE

_PLACES = frozenset(
    {"in", "on", "at", "during", "after", "before", "from", "through", "via", "by", "with"}
    | {"of", "about", "to"}
)
_BEFORE_QUOTE = frozenset({",", ":", "—", "-", "–"})
_TALKS = frozenset({"interview", "conversation", "call", "talk"})
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
    place = Place(token, None, True)
    for _ in range(_MOST_SKIPPED):
        yield place
        after = _after(line, place, addressee and place.via is None)
        if after is None:
            return
        place = after


def _after(line: Line, place: Place, addressee: bool) -> Place | None:
    """The place after one adverb, date, prepositional phrase or addressee."""
    token = place.token
    if token >= line.closing or line.quoted(token):
        return None
    if line.page.date[token] != NONE:
        return replace(place, token=_after_date(line, token))
    noun = line.noun(token)
    if noun is not None and addressee and not has_verb(line, noun_end(line, noun)):
        end = noun_end(line, noun)
        return Place(end, Run(token, end), place.near)
    if line.pos(token) == "ADV" and line.low(token) not in QUESTION and not counts(line, token):
        return replace(place, token=token + 1)
    return _after_preposition(line, place) if line.low(token) in _PLACES else None


def _after_preposition(line: Line, place: Place) -> Place | None:
    token = place.token
    if token + 1 < line.last and line.page.date[token + 1] != NONE:
        return replace(place, token=_after_date(line, token + 1))
    noun = line.noun(token + 1)
    if noun is None:
        return None
    end = noun_end(line, noun)
    if line.low(token) == "to":
        return Place(end, place.via or Run(token + 1, end), place.near)
    return Place(end, place.via or _interviewer(line, token, end), False)


def _interviewer(line: Line, first: int, last: int) -> Run | None:
    """Who it was said to in "in an interview with R"."""
    for token in range(first + 1, last - 1):
        if line.low(token) == "with" and line.low(token - 1) in _TALKS:
            return Run(token + 1, last)
    return None


def _after_date(line: Line, token: int) -> int:
    number = line.page.date[token]
    while token < line.last and line.page.date[token] == number:
        token += 1
    return token


def counts(line: Line, token: int) -> bool:
    """Whether the adverb belongs to a number: "more than 300", "nearly 40"."""
    return line.low(token + 1) in ("than", "least", "most") or line.pos(token + 1) == "NUM"


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
