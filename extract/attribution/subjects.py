"""Who says what a verb of speech reports: its subject, before it or after."""

from extract.attribution.cues import OBJECT, cues
from extract.attribution.view import IndexedSentence
from extract.doc.doc import NONE
from extract.doc.phrases import (
    apposition_end,
    has_verb,
    is_finite,
    is_infinitive,
    is_participle,
    noun_end,
)
from extract.doc.syntax import Phrase, TokenSpan
from extract.doc.word_order import Subjects
from extract.lexicon.closed import OBJECT_FORMS, REFLEXIVES, RELATIVES

_LEADS_ON = frozenset({",", "?", "!", "—", "--", "…", ".", "...", ":"})
"""Signs at the end of a quotation after which its cue may follow."""


def inverted(view: IndexedSentence, group: Phrase) -> TokenSpan | None:
    """Return the source after its cue: "C, said the mayor of the town"."""
    low, before = view.low(group.head), group.first - 1
    if low not in cues().verbs or low in cues().never_inverted or not ends_statement(view, before):
        return None
    noun = view.noun(group.last)
    if noun is None or is_infinitive(view, group) or view.indexed.date[noun.head] != NONE:
        return None
    end = noun_end(view, noun)
    if has_verb(view, end) or view.low(noun.head) in OBJECT_FORMS | REFLEXIVES:
        return None
    if view.low(before) == "," and (_may_take_object(low) or _leads_on(view, end)):
        return None
    return TokenSpan(noun.first, apposition_end(view, end))


def _may_take_object(verb: str) -> bool:
    """Whether a noun after the verb may be what is said rather than who says it."""
    return verb.endswith("ing") or any(OBJECT in cue.frames for cue in cues().verbs[verb])


def _leads_on(view: IndexedSentence, token: int) -> bool:
    """Whether a verb or "who" comes before the next comma, so that a clause began at the noun."""
    for place in range(token, view.closing):
        if view.low(place) in (",", ";", ":"):
            return False
        if view.low(place) in RELATIVES:
            return True
        group = view.verb(place)
        if group is not None and is_finite(view, group):
            return True
    return False


def ends_statement(view: IndexedSentence, token: int) -> bool:
    """Return whether a comma or a closing quotation mark stands there,
    after which a cue may follow."""
    if token < 0:
        return False
    indexed = view.indexed
    if view.low(token) == ",":
        return True
    quotation = indexed.quotation_of(token)
    if quotation is None or indexed.quote_run(quotation).last != token + 1:
        return False
    last_word = indexed.low[max(token - 1, 0)]
    return last_word in _LEADS_ON if token >= view.first else last_word in _LEADS_ON - {"."}


class Speakers(Subjects):
    """Finds the subjects of verb groups, behind cues as well: "C, said the mayor"."""

    def __init__(self, view: IndexedSentence) -> None:
        super().__init__(view, cues().verbs)
        self._indexed = view

    def find(self, group: Phrase) -> TokenSpan | None:
        """Return the subject behind a cue, else the one before the verb."""
        may_precede = not is_participle(self._indexed, group)
        behind = inverted(self._indexed, group) if may_precede else None
        return behind or super().find(group)
