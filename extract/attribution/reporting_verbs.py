"""What a reporting verb reports, before it or behind: "C, S says", "S says C", "S denies C"."""

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
from extract.attribution.extent import (
    Place,
    content_start,
    counts,
    near_place,
    places_after,
    quote_at,
)
from extract.attribution.governing_verb import GoverningVerb, ends_statement, inverted
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import clause_at, has_verb, is_infinitive, is_participle, noun_end
from extract.doc.syntax import TokenSpan
from extract.lexicon.closed import RELATIVES

# ------------------------------------------------------------------------------ before the verb
_CLOSING = frozenset({",", ";", "—", "--", ")"})
_MEANWHILE = frozenset({"as", "after", "before", "when", "while", "since", "because"})
_SHORTEST_QUOTE = 5
"""Tokens, marks included, of a quotation that a verb like "begins" may belong to."""
_SHORTEST_HEADLINE = 4
"""Tokens that a headline without a verb has at least: "Four dead in clashes, police say"."""


def said_before(governing: GoverningVerb) -> Candidate | None:
    """Find "C, S says" and "C, said S", with what follows the cue's own clause."""
    view, group = governing.view, governing.group
    if not governing.takes(CLAUSE, QUOTE):
        return None
    after = inverted(view, group)
    source = after or governing.subject
    if source is None or (after is None and _is_apart(governing, source)):
        return None
    before = (group.first if after else source.first) - 1
    if not _may_end(governing, before, after):
        return None
    contents = [TokenSpan(content_start(view, before), before + (view.low(before) != ","))]
    contents += _continued(governing, after)
    start = after.last if after else governing.after
    places = places_after(view, start, governing.cue.addressee and not after)
    via = next((place.via for place in places if place.via), None)
    return governing.candidate(CLAUSE, contents, source, via)


def _may_end(governing: GoverningVerb, before: int, after: TokenSpan | None) -> bool:
    """Whether what the cue reports may end at the token; `after` is a source behind the cue."""
    if not ends_statement(governing.view, before):
        return False
    if after is None and not _is_parenthesis(governing, before):
        return False
    return governing.takes(CLAUSE) or _quotes_much(governing.view, before)


def _quotes_much(view: IndexedSentence, before: int) -> bool:
    """Whether a quotation of some length ends at the token, or before a comma there."""
    indexed = view.indexed
    if indexed.low[before] == "," and not view.quoted(before):
        before -= 1
    quotation = indexed.quotation_of(before)
    if quotation is None:
        return False
    run = indexed.quote_run(quotation)
    return run.last == before + 1 and run.last - run.first >= _SHORTEST_QUOTE


def _is_apart(governing: GoverningVerb, source: TokenSpan) -> bool:
    """Whether the cue is not said right after its source: "S left, saying"."""
    view, group = governing.view, governing.group
    if source.last > group.first:
        return True
    if is_infinitive(view, group):
        return True
    return is_participle(view, group) and view.low(group.first - 1) != "as"


def _is_parenthesis(governing: GoverningVerb, before: int) -> bool:
    """Whether the clause of the cue says nothing more: it ends, or a comma follows."""
    view = governing.view
    places = list(places_after(view, governing.after, governing.cue.addressee))
    ends = any(_closes(view, place.token) for place in places)
    if before < view.first:
        return ends
    if view.quoted(before - 1) or view.quoted(before):
        whole = content_start(view, before) <= view.first
        return ends or whole or not clause_at(view, places[0].token)
    enclosed = any(place.near and view.low(place.token) == "," for place in places)
    return enclosed or (ends and _is_statement(view, before))


def _is_statement(view: IndexedSentence, before: int) -> bool:
    """Whether what stands before a cue says something, if only as a headline does."""
    if any(group.first < before for group in view.groups):
        return True
    return before - view.first >= _SHORTEST_HEADLINE and view.pos(view.first) != "ADP"


def _closes(view: IndexedSentence, token: int) -> bool:
    return token >= view.closing or view.low(token) in _CLOSING | _MEANWHILE


def _continued(governing: GoverningVerb, after: TokenSpan | None) -> list[TokenSpan]:
    """What is said after the cue's own clause, in the same sentence: "C1, S said, C2"."""
    view = governing.view
    token = after.last if after else governing.after
    while token < view.closing and view.low(token) != "," and not view.quoted(token):
        token += 1
    token += view.low(token) == ","
    if token >= view.closing:
        return []
    if quote_at(view, token) is None and (after or not _goes_on_plainly(view, token)):
        return []
    return [governing.rest(token)]


def _goes_on_plainly(view: IndexedSentence, token: int) -> bool:
    """Whether neither a participle nor a relative clause follows, which would be the reporter's."""
    group = view.verb(token)
    if group is not None and is_participle(view, group):
        return False
    return view.low(token) == "that" or view.low(token) not in RELATIVES


# ------------------------------------------------------------------------------ behind the verb
_PERSONAL = frozenset({"he", "she", "him", "her", "who"})
_OWN = frozenset({"his", "her"})


def said_after(governing: GoverningVerb) -> Candidate | None:
    """Find "S says that C", "S told R that C", "S said in a statement: C"."""
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
    """Find "S calls X C", "S describes X as C"."""
    if not governing.takes(LABEL):
        return None
    view, content = governing.view, governing.rest(governing.after, tight=True)
    tokens = range(content.first, content.last)
    called = any(view.low(token) == "as" or view.quoted(token) for token in tokens)
    if not called and not governing.takes(NAMING):
        return None
    return governing.candidate(LABEL, [content], governing.subject)


def meant(governing: GoverningVerb) -> Candidate | None:
    """Find "S promises to C"."""
    view, start = governing.view, near_place(governing.view, governing.after)
    if not governing.takes(INFINITIVE) or view.low(start) != "to" or view.pos(start) == "ADP":
        return None
    return governing.candidate(INFINITIVE, [governing.rest(start, tight=True)], governing.subject)


def named(governing: GoverningVerb) -> Candidate | None:
    """Find "S denies C", "S says C", where C is a noun phrase or a gerund."""
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
    """Find "C seems to C": nobody's statement, but not the reporter's own either."""
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
