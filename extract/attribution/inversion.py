"""The source after its cue: "C, said the mayor of the town"."""

from extract.attribution.cues import OBJECT, cues
from extract.attribution.page import Line, Run
from extract.doc.clause_starts import has_verb
from extract.doc.noun_phrases import apposition_end, noun_end
from extract.doc.sentence_view import NONE
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_finite, is_infinitive
from extract.lexicon.closed import RELATIVES

_LEADS_ON = frozenset({",", "?", "!", "—", "--", "…", ".", "...", ":"})
"""Signs at the end of a quotation after which its cue may follow."""
_NEVER_INVERTED = frozenset({"told", "tell", "tells"})
_OBJECT_FORMS = frozenset(
    {"me", "him", "her", "us", "them", "himself", "herself", "themselves", "itself"}
)


def inverted(line: Line, group: Phrase) -> Run | None:
    """The source after its cue: "C, said the mayor of the town"."""
    low, before = line.low(group.head), group.first - 1
    if low not in cues().verbs or low in _NEVER_INVERTED or not ends_statement(line, before):
        return None
    noun = line.noun(group.last)
    if noun is None or is_infinitive(line, group) or line.page.date[noun.head] != NONE:
        return None
    end = noun_end(line, noun)
    if has_verb(line, end) or line.low(noun.head) in _OBJECT_FORMS:
        return None
    if line.low(before) == "," and (_may_take_object(low) or _leads_on(line, end)):
        return None
    return Run(noun.first, apposition_end(line, end))


def _may_take_object(verb: str) -> bool:
    """Whether a noun after the verb may be what is said rather than who says it."""
    return verb.endswith("ing") or any(OBJECT in cue.frames for cue in cues().verbs[verb])


def _leads_on(line: Line, token: int) -> bool:
    """Whether a verb or "who" comes before the next comma, so that a clause began at the noun."""
    for place in range(token, line.closing):
        if line.low(place) in (",", ";", ":"):
            return False
        if line.low(place) in RELATIVES:
            return True
        group = line.verb(place)
        if group is not None and is_finite(line, group):
            return True
    return False


def ends_statement(line: Line, token: int) -> bool:
    """Whether a comma or a closing quotation mark stands there, after which a cue may follow."""
    if token < 0:
        return False
    page = line.page
    if line.low(token) == ",":
        return True
    quotation = page.quotation_of(token)
    if quotation is None or page.quote_run(quotation).last != token + 1:
        return False
    last_word = page.low[max(token - 1, 0)]
    return last_word in _LEADS_ON if token >= line.first else last_word in _LEADS_ON - {"."}
