"""Passives: "C was condemned by S", "C is said to C", "was told that C"."""

from extract.attribution.cue_reading import Spoken
from extract.attribution.cues import CLAUSE, LABEL, OBJECT, PASSIVE
from extract.attribution.draft import Draft
from extract.attribution.following import places_after
from extract.attribution.page import Line, Run
from extract.doc.clause_starts import clause_at
from extract.doc.noun_phrases import noun_end

_FARTHEST_AGENT = 6
_ENDS_SEARCH = frozenset({",", ";", "that"})


def told(spoken: Spoken) -> Draft | None:
    """What a passive says, by its agent or by nobody."""
    if spoken.cue.personal:
        return None
    agent = _agent(spoken.line, spoken.after)
    if not spoken.cue.passive and (agent is None or not spoken.takes(OBJECT, LABEL)):
        return None
    return _told_that(spoken, agent) or _told_of(spoken, agent)


def _told_that(spoken: Spoken, agent: Run | None) -> Draft | None:
    """ "S was told that C", "it was argued by S that C"."""
    line = spoken.line
    for place in places_after(line, spoken.after, False):
        if line.low(place.token) in ("that", "whether") and clause_at(line, place.token):
            return spoken.draft(CLAUSE, [spoken.rest(place.token)], agent)
    return None


def _told_of(spoken: Spoken, agent: Run | None) -> Draft | None:
    """ "C was criticised by S for C"."""
    if spoken.takes(LABEL) and spoken.line.low(spoken.after) == "to":
        return None
    draft = spoken.around(PASSIVE, spoken.after, agent)
    if draft is not None and agent is not None:
        draft.contents = _without(draft.contents, Run(agent.first - 1, agent.last))
    return draft if draft is not None and draft.contents else None


def _without(runs: list[Run], hole: Run) -> list[Run]:
    """The runs without the tokens of another."""
    parts: list[Run] = []
    for run in runs:
        parts.append(Run(run.first, min(run.last, max(hole.first, run.first))))
        if hole.last > run.first:
            parts.append(Run(max(run.first, hole.last), run.last))
    return [part for part in parts if part.first < part.last]


def _agent(line: Line, token: int) -> Run | None:
    """Who stands after "by"."""
    for place in range(token, min(token + _FARTHEST_AGENT, line.closing)):
        if line.low(place) == "by" and (noun := line.noun(place + 1)) is not None:
            return Run(noun.first, noun_end(line, noun))
        if line.low(place) in _ENDS_SEARCH:
            return None
    return None
