"""How far what is said goes, from what stands between it and its cue to where it ends."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.attribution.cues import CLAUSE, cues
from extract.attribution.view import IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import (
    QUESTION,
    has_verb,
    is_finite,
    is_infinitive,
    is_participle,
    noun_end,
    starts_clause,
    verb_from,
)
from extract.doc.syntax import Phrase, TokenSpan
from extract.lexicon.closed import BETWEEN_CLAUSES, RELATIVES

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


_DASHES = BETWEEN_CLAUSES | {"-"}
_FURTHER = frozenset({"and", "as", "because", "so", "which", "who"})
_FRONTING = frozenset(
    {"when", "where", "while", "if", "as", "although", "though", "because", "since", "after"}
    | {"before", "whenever", "unless", "once"}
)
_CONTRASTS = frozenset({"but", "though", "although", "whereas", "yet", "while"})
_SIGNS = frozenset({",", ";", ":", "and", "but"})
"""What alone can end what is said: no other word is looked at."""


def content_end(view: IndexedSentence, start: int, group: Phrase, *, tight: bool = False) -> int:
    """Return index after the last token of what is said, for a complement that starts at `start`.

    It runs to the end of the sentence, unless another cue goes on with the same subject, a
    contrast follows, or the cue stands in a clause that ends before. What is `tight`, such as the
    object of "supports", ends before any further clause.
    """
    indexed, limit = view.indexed, view.closing
    joining = _CONTRASTS | _FURTHER if tight else _CONTRASTS
    bound = _enclosing(view, group)
    watched = _SIGNS | bound.signs
    token = start
    while token < limit:
        if indexed.low[token] not in watched and indexed.quote[token] == NONE:
            token += 1
            continue
        quotation = indexed.quotation_of(token)
        if quotation is not None:
            run = indexed.quote_run(quotation)
            if run.last > view.last:
                return run.last
            token = max(run.last, token + 1)
            continue
        if _parts(view, token) or bound.ends_at(view, token) or _goes_on(view, token, group):
            return token
        if _joins_clause(view, token, joining):
            return token
        token += 1
    return limit


def _parts(view: IndexedSentence, token: int) -> bool:
    """Whether a semicolon, or a colon that leads to no quotation, ends the clause."""
    if view.low(token) == ":":
        return token + 1 >= view.last or view.indexed.quote[token + 1] == NONE
    return view.low(token) == ";"


@dataclass(frozen=True, slots=True)
class _Bound:
    """The sign that ends the clause the cue stands in, if it ends before the sentence."""

    signs: frozenset[str] = frozenset()
    before_clause: bool = False
    """It counts only where a clause follows."""

    def ends_at(self, view: IndexedSentence, token: int) -> bool:
        """Return whether the cue's clause ends before the token."""
        if view.low(token) not in self.signs:
            return False
        return not self.before_clause or starts_clause(view, token + 1)


def _enclosing(view: IndexedSentence, group: Phrase) -> _Bound:
    """What bounds the cue's clause: brackets, dashes, a relative clause, a fronted clause."""
    before = view.indexed.low[view.first : group.first]
    if before.count("(") + before.count("[") > before.count(")") + before.count("]"):
        return _Bound(frozenset({")", "]"}))
    in_dashes = sum(map(before.count, _DASHES)) % 2 == 1
    if in_dashes and any(view.low(token) in _DASHES for token in range(group.last, view.last)):
        return _Bound(_DASHES)
    if _is_relative(view, group) or _is_fronted(view, group):
        return _Bound(frozenset({","}), before_clause=True)
    return _Bound()


def _is_relative(view: IndexedSentence, group: Phrase) -> bool:
    token = group.first - 1
    while token > view.first and view.pos(token) in ("ADV", "AUX", "PART"):
        token -= 1
    return view.low(token) in RELATIVES and view.low(token - 1) == ","


def _is_fronted(view: IndexedSentence, group: Phrase) -> bool:
    """Whether the cue stands in a clause or phrase before the main one: "When S said C, ..."."""
    if not is_finite(view, group):
        return not any(g.first < group.first and is_finite(view, g) for g in view.groups)
    token = view.first
    while view.pos(token) in ("CCONJ", "ADV", "PUNCT") and view.low(token) not in _FRONTING:
        token += 1
    opener = view.low(token) in _FRONTING or view.pos(token) in ("SCONJ", "ADP")
    if not opener and group.first != token:
        return False
    return not any(
        view.low(comma) == "," and starts_clause(view, comma + 1)
        for comma in range(token, group.first)
    )


def _joins_clause(view: IndexedSentence, token: int, joining: frozenset[str]) -> bool:
    """Whether a comma and a conjunction lead to a clause with a subject of its own."""
    if view.low(token) != "," or view.low(token + 1) not in joining:
        return False
    return starts_clause(view, token + 2)


def _goes_on(view: IndexedSentence, token: int, group: Phrase) -> bool:
    """Whether another statement begins: ", adding that", "and warned that", ", according to"."""
    low, place = view.low(token), token + 1
    if low == "," and view.low(place) in ("and", "but", "or"):
        low, place = view.low(place), place + 1
    if low == ",":
        if view.low(place) in cues().leading or _says_at(view, place):
            return True
        after = verb_from(view, place)
        return after is not None and is_participle(view, after) and _is_cue(view, after)
    if low in ("and", "but"):
        after = verb_from(view, place)
        return after is not None and _says(view, after) and _alike(view, group, after)
    return False


def _says_at(view: IndexedSentence, token: int) -> bool:
    """Whether someone "says" at the token: ", the mayor said", ", said the mayor"."""
    noun = view.noun(token)
    group = verb_from(view, noun_end(view, noun) if noun else token)
    return group is not None and view.low(group.head) in cues().plain and is_finite(view, group)


def _is_cue(view: IndexedSentence, group: Phrase) -> bool:
    return view.low(group.head) in cues().verbs


def _says(view: IndexedSentence, group: Phrase) -> bool:
    """Whether the verb reports words rather than thoughts."""
    return any(
        cue.frames.get(CLAUSE, "think") != "think"
        for cue in cues().verbs.get(view.low(group.head), ())
    )


def _alike(view: IndexedSentence, one: Phrase, other: Phrase) -> bool:
    """Whether two verb groups have the same form, as coordinated ones have."""
    if is_participle(view, one) or is_participle(view, other):
        return is_participle(view, one) and is_participle(view, other)
    if is_infinitive(view, one):
        return view.pos(other.first) != "AUX"
    return not is_infinitive(view, other) and view.low(other.head)[-1] == view.low(one.head)[-1]


def content_start(view: IndexedSentence, before: int) -> int:
    """Return first token of what is said,
    where it ends with the token `before` and the cue follows."""
    quotation = view.indexed.quotation_of(before)
    if quotation is None and view.low(before) == "," and before > view.first:
        quotation = view.indexed.quotation_of(before - 1)
    if quotation is None:
        return view.first
    first = view.indexed.quote_run(quotation).first
    if first > view.first and view.low(first - 1) == ":":
        return first
    return min(view.first, first)
