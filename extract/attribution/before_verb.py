"""Statements that stand before their cue: "C, S says", "C1, S said, C2", "C, said S"."""

from extract.attribution.cues import CLAUSE, QUOTE
from extract.attribution.extent import content_start, places_after, quote_at
from extract.attribution.governing_verb import GoverningVerb
from extract.attribution.subjects import ends_statement, inverted
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.phrases import clause_at, is_infinitive, is_participle
from extract.doc.syntax import TokenSpan
from extract.lexicon.closed import RELATIVES

_CLOSING = frozenset({",", ";", "—", "--", ")"})
_MEANWHILE = frozenset({"as", "after", "before", "when", "while", "since", "because"})
_SHORTEST_QUOTE = 5
"""Tokens, marks included, of a quotation that a verb like "begins" may belong to."""
_SHORTEST_HEADLINE = 4
"""Tokens that a headline without a verb has at least: "Four dead in clashes, police say"."""


def said_before(governing: GoverningVerb) -> Candidate | None:
    """ "C, S says" and "C, said S", with what follows the cue's own clause."""
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
