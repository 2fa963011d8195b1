"""Statements that stand before their cue: "C, S says", "C1, S said, C2", "C, said S"."""

from extract.attribution.cue_reading import Spoken
from extract.attribution.cues import CLAUSE, QUOTE
from extract.attribution.draft import Draft
from extract.attribution.extent import content_start
from extract.attribution.following import places_after, quote_at
from extract.attribution.inversion import ends_statement, inverted
from extract.attribution.page import Line, Run
from extract.doc.clause_starts import clause_at
from extract.doc.verb_groups import is_infinitive, is_participle
from extract.lexicon.closed import RELATIVES

_CLOSING = frozenset({",", ";", "—", "--", ")"})
_MEANWHILE = frozenset({"as", "after", "before", "when", "while", "since", "because"})
_SHORTEST_QUOTE = 5
"""Tokens, marks included, of a quotation that a verb like "begins" may belong to."""
_SHORTEST_HEADLINE = 4
"""Tokens that a headline without a verb has at least: "Four dead in clashes, police say"."""


def said_before(spoken: Spoken) -> Draft | None:
    """ "C, S says" and "C, said S", with what follows the cue's own clause."""
    line, group = spoken.line, spoken.group
    if not spoken.takes(CLAUSE, QUOTE):
        return None
    after = inverted(line, group)
    source = after or spoken.subject
    if source is None or (after is None and _is_apart(spoken, source)):
        return None
    before = (group.first if after else source.first) - 1
    if not ends_statement(line, before) or not (after or _is_parenthesis(spoken, before)):
        return None
    if not spoken.takes(CLAUSE) and not _quotes_much(line, before):
        return None
    contents = [Run(content_start(line, before), before + (line.low(before) != ","))]
    contents += _continued(spoken, after)
    start = after.last if after else spoken.after
    places = places_after(line, start, spoken.cue.addressee and not after)
    via = next((place.via for place in places if place.via), None)
    return spoken.draft(CLAUSE, contents, source, via)


def _quotes_much(line: Line, before: int) -> bool:
    """Whether a quotation of some length ends at the token, or before a comma there."""
    page = line.page
    if page.low[before] == "," and not line.quoted(before):
        before -= 1
    quotation = page.quotation_of(before)
    if quotation is None:
        return False
    run = page.quote_run(quotation)
    return run.last == before + 1 and run.last - run.first >= _SHORTEST_QUOTE


def _is_apart(spoken: Spoken, source: Run) -> bool:
    """Whether the cue is not said right after its source: "S left, saying"."""
    line, group = spoken.line, spoken.group
    if source.last > group.first:
        return True
    if is_infinitive(line, group):
        return True
    return is_participle(line, group) and line.low(group.first - 1) != "as"


def _is_parenthesis(spoken: Spoken, before: int) -> bool:
    """Whether the clause of the cue says nothing more: it ends, or a comma follows."""
    line = spoken.line
    places = list(places_after(line, spoken.after, spoken.cue.addressee))
    ends = any(_closes(line, place.token) for place in places)
    if before < line.first:
        return ends
    if line.quoted(before - 1) or line.quoted(before):
        whole = content_start(line, before) <= line.first
        return ends or whole or not clause_at(line, places[0].token)
    enclosed = any(place.near and line.low(place.token) == "," for place in places)
    return enclosed or (ends and _is_statement(line, before))


def _is_statement(line: Line, before: int) -> bool:
    """Whether what stands before a cue says something, if only as a headline does."""
    if any(group.first < before for group in line.groups):
        return True
    return before - line.first >= _SHORTEST_HEADLINE and line.pos(line.first) != "ADP"


def _closes(line: Line, token: int) -> bool:
    return token >= line.closing or line.low(token) in _CLOSING | _MEANWHILE


def _continued(spoken: Spoken, after: Run | None) -> list[Run]:
    """What is said after the cue's own clause, in the same sentence: "C1, S said, C2"."""
    line = spoken.line
    token = after.last if after else spoken.after
    while token < line.closing and line.low(token) != "," and not line.quoted(token):
        token += 1
    token += line.low(token) == ","
    if token >= line.closing:
        return []
    if quote_at(line, token) is None and (after or not _goes_on_plainly(line, token)):
        return []
    return [spoken.rest(token)]


def _goes_on_plainly(line: Line, token: int) -> bool:
    """Whether neither a participle nor a relative clause follows, which would be the reporter's."""
    group = line.verb(token)
    if group is not None and is_participle(line, group):
        return False
    return line.low(token) == "that" or line.low(token) not in RELATIVES
