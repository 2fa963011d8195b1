"""What stands between a cue and what is said, and how what is said begins."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.attribution.cues import cues
from extract.attribution.view import IndexedSentence, TokenSpan
from extract.doc.clause_starts import QUESTION, has_verb
from extract.doc.noun_phrases import noun_end
from extract.doc.sentence_view import NONE
from extract.lexicon.closed import BETWEEN_CLAUSES

_PLACES = frozenset(
    {"in", "on", "at", "during", "after", "before", "from", "through", "via", "by", "with"}
    | {"of", "about", "to"}
)
_BEFORE_QUOTE = frozenset({",", ":", "-"}) | BETWEEN_CLAUSES
_MOST_SKIPPED = 5


@dataclass(frozen=True, slots=True)
class Place:
    """A place after a cue where what is said may begin."""

    token: int
    via: TokenSpan | None
    """Who it was said to."""
    near: bool
    """Nothing but adverbs, dates and the addressee stands between."""


def places_after(view: IndexedSentence, token: int, addressee: bool) -> Iterator[Place]:
    """Yield the places after the cue where a complement may begin, nearest first."""
    place = Place(token, None, True)
    for _ in range(_MOST_SKIPPED):
        yield place
        after = _after(view, place, addressee and place.via is None)
        if after is None:
            return
        place = after


def _after(view: IndexedSentence, place: Place, addressee: bool) -> Place | None:
    """The place after one adverb, date, prepositional phrase or addressee."""
    token = place.token
    if token >= view.closing or view.quoted(token):
        return None
    if view.indexed.date[token] != NONE:
        return replace(place, token=_after_date(view, token))
    noun = view.noun(token)
    if noun is not None and addressee and not has_verb(view, noun_end(view, noun)):
        end = noun_end(view, noun)
        return Place(end, TokenSpan(token, end), place.near)
    if view.pos(token) == "ADV" and view.low(token) not in QUESTION and not counts(view, token):
        return replace(place, token=token + 1)
    return _after_preposition(view, place) if view.low(token) in _PLACES else None


def _after_preposition(view: IndexedSentence, place: Place) -> Place | None:
    token = place.token
    if token + 1 < view.last and view.indexed.date[token + 1] != NONE:
        return replace(place, token=_after_date(view, token + 1))
    noun = view.noun(token + 1)
    if noun is None:
        return None
    end = noun_end(view, noun)
    if view.low(token) == "to":
        return Place(end, place.via or TokenSpan(token + 1, end), place.near)
    return Place(end, place.via or _interviewer(view, token, end), False)


def _interviewer(view: IndexedSentence, first: int, last: int) -> TokenSpan | None:
    """Who it was said to in "in an interview with R"."""
    for token in range(first + 1, last - 1):
        if view.low(token) == "with" and view.low(token - 1) in cues().talks:
            return TokenSpan(token + 1, last)
    return None


def _after_date(view: IndexedSentence, token: int) -> int:
    number = view.indexed.date[token]
    while token < view.last and view.indexed.date[token] == number:
        token += 1
    return token


def counts(view: IndexedSentence, token: int) -> bool:
    """Return whether the adverb belongs to a number: "more than 300", "nearly 40"."""
    return view.low(token + 1) in cues().of_number or view.pos(token + 1) == "NUM"


def near_place(view: IndexedSentence, token: int) -> int:
    """Return the place after the cue, adverbs and dates skipped."""
    place = token
    for found in places_after(view, token, False):
        if not found.near:
            break
        place = found.token
    return place


def quote_at(view: IndexedSentence, token: int) -> int | None:
    """Return where a quotation begins, at the token or after a comma or colon there."""
    token += view.low(token) in _BEFORE_QUOTE
    quotation = view.indexed.quotation_of(token) if view.quoted(token) else None
    if quotation is None or view.indexed.quote_run(quotation).first != token:
        return None
    return token
