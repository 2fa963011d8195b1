"""Statements behind their verb: "S says that C", "S denies C", "C was condemned by S"."""

from extract.attribution.cues import (
    BARE,
    CLAUSE,
    INFINITIVE,
    LABEL,
    NAMING,
    OBJECT,
    PASSIVE,
    QUOTE,
    SEEMING,
)
from extract.attribution.extent import Place, counts, near_place, places_after, quote_at
from extract.attribution.governing_verb import GoverningVerb
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import clause_at, has_verb, is_participle, noun_end
from extract.doc.syntax import TokenSpan
from extract.lexicon.closed import RELATIVES

_PERSONAL = frozenset({"he", "she", "him", "her", "who"})
_OWN = frozenset({"his", "her"})


def said_after(governing: GoverningVerb) -> Candidate | None:
    """ "S says that C", "S told R that C", "S said in a statement: C"."""
    view = governing.view
    for place in places_after(view, governing.after, governing.cue.addressee):
        start = quote_at(view, place.token) if governing.takes(CLAUSE, QUOTE) else None
        if start is None and governing.takes(CLAUSE) and _leads_to_clause(governing, place):
            start = place.token
        if start is not None:
            return governing.candidate(
                CLAUSE, [governing.rest(start)], governing.subject, place.via
            )
    return None


def _leads_to_clause(governing: GoverningVerb, place: Place) -> bool:
    view = governing.view
    if view.low(place.token) == "that":
        return clause_at(view, place.token)
    return place.near and (clause_at(view, place.token) or _has_gap(governing, place.token))


def _has_gap(governing: GoverningVerb, token: int) -> bool:
    """ "what S said were the failures": a verb at once, whose subject stands before S."""
    view, source = governing.view, governing.subject
    if source is None or view.low(source.first - 1) not in RELATIVES | {"what"}:
        return False
    return has_verb(view, token)


def labelled(governing: GoverningVerb) -> Candidate | None:
    """ "S calls X C", "S describes X as C"."""
    if not governing.takes(LABEL):
        return None
    view, content = governing.view, governing.rest(governing.after, tight=True)
    tokens = range(content.first, content.last)
    called = any(view.low(token) == "as" or view.quoted(token) for token in tokens)
    if not called and not governing.takes(NAMING):
        return None
    return governing.candidate(LABEL, [content], governing.subject)


def meant(governing: GoverningVerb) -> Candidate | None:
    """ "S promises to C"."""
    view, start = governing.view, near_place(governing.view, governing.after)
    if not governing.takes(INFINITIVE) or view.low(start) != "to" or view.pos(start) == "ADP":
        return None
    return governing.candidate(INFINITIVE, [governing.rest(start, tight=True)], governing.subject)


def named(governing: GoverningVerb) -> Candidate | None:
    """ "S denies C", "S says C", where C is a noun phrase or a gerund."""
    view, start = governing.view, near_place(governing.view, governing.after)
    thing = governing.takes(OBJECT, BARE) and _thing_at(view, start)
    if not thing and not (governing.takes(BARE) and view.verb(start) is not None):
        return None
    if governing.cue.addressee and _says_nothing(view, start):
        return None
    if governing.cue.personal and not _between_persons(governing, start):
        return None
    frame = OBJECT if governing.takes(OBJECT) else CLAUSE
    content = governing.rest(start, tight=frame == OBJECT)
    return governing.candidate(
        frame, [_announced_quote(view, content) or content], governing.subject
    )


def _says_nothing(view: IndexedSentence, start: int) -> bool:
    """Whether all that follows is to whom it was said: "told reporters on Friday"."""
    noun = view.noun(start)
    if noun is None or noun.role != "iobj":
        return False
    return near_place(view, noun_end(view, noun)) >= view.closing


def _between_persons(governing: GoverningVerb, start: int) -> bool:
    """Whether a person speaks of a person: "the senator attacked his rival"."""
    view, subject, noun = governing.view, governing.subject, governing.view.noun(start)
    actor = view.noun(subject.first) if subject is not None else None
    if actor is None or noun is None or not _is_person(view, actor.head):
        return False
    return _is_person(view, noun.head) or view.low(noun.first) in _OWN


def _is_person(view: IndexedSentence, token: int) -> bool:
    return view.indexed.person[token] != NONE or view.low(token) in _PERSONAL


def _thing_at(view: IndexedSentence, token: int) -> bool:
    """Whether a noun phrase, a gerund or a quotation begins at the token."""
    if view.noun(token) is not None or view.quoted(token):
        return True
    gerund = view.verb(token)
    if gerund is not None:
        return is_participle(view, gerund)
    return view.pos(token) in ("DET", "NUM", "ADJ") or counts(view, token)


def _announced_quote(view: IndexedSentence, content: TokenSpan) -> TokenSpan | None:
    """The quotation that an object leads to: "issued a statement: C"."""
    lows = view.indexed.low[content.first : min(content.last, view.closing)]
    for token in (content.first + n for n, low in enumerate(lows) if low in (",", ":")):
        start = quote_at(view, token)
        if start is not None:
            quotation = view.indexed.quotation_of(start)
            end = view.indexed.quote_run(quotation).last if quotation else start
            return TokenSpan(start, max(content.last, end))
    return None


def seemed(governing: GoverningVerb) -> Candidate | None:
    """ "C seems to C": nobody's statement, but not the reporter's own either."""
    return governing.around(SEEMING, governing.after, None) if governing.takes(SEEMING) else None


_FARTHEST_AGENT = 6
_ENDS_SEARCH = frozenset({",", ";", "that"})


def told(governing: GoverningVerb) -> Candidate | None:
    """Return what a passive says, by its agent or by nobody."""
    if governing.cue.personal:
        return None
    agent = _agent(governing.view, governing.after)
    if not governing.cue.passive and (agent is None or not governing.takes(OBJECT, LABEL)):
        return None
    return _told_that(governing, agent) or _told_of(governing, agent)


def _told_that(governing: GoverningVerb, agent: TokenSpan | None) -> Candidate | None:
    """ "S was told that C", "it was argued by S that C"."""
    view = governing.view
    for place in places_after(view, governing.after, False):
        if view.low(place.token) in ("that", "whether") and clause_at(view, place.token):
            return governing.candidate(CLAUSE, [governing.rest(place.token)], agent)
    return None


def _told_of(governing: GoverningVerb, agent: TokenSpan | None) -> Candidate | None:
    """ "C was criticised by S for C"."""
    if governing.takes(LABEL) and governing.view.low(governing.after) == "to":
        return None
    candidate = governing.around(PASSIVE, governing.after, agent)
    if candidate is not None and agent is not None:
        candidate.contents = _without(candidate.contents, TokenSpan(agent.first - 1, agent.last))
    return candidate if candidate is not None and candidate.contents else None


def _without(runs: list[TokenSpan], hole: TokenSpan) -> list[TokenSpan]:
    """The runs without the tokens of another."""
    parts: list[TokenSpan] = []
    for run in runs:
        parts.append(TokenSpan(run.first, min(run.last, max(hole.first, run.first))))
        if hole.last > run.first:
            parts.append(TokenSpan(max(run.first, hole.last), run.last))
    return [part for part in parts if part.first < part.last]


def _agent(view: IndexedSentence, token: int) -> TokenSpan | None:
    """Who stands after "by"."""
    for place in range(token, min(token + _FARTHEST_AGENT, view.closing)):
        if view.low(place) == "by" and (noun := view.noun(place + 1)) is not None:
            return TokenSpan(noun.first, noun_end(view, noun))
        if view.low(place) in _ENDS_SEARCH:
            return None
    return None
