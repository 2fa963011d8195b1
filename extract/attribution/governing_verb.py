"""A verb group that may be a cue, its subject before it or after, and the candidates it gives."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.attribution.cues import OBJECT, Cue, cues
from extract.attribution.extent import content_end
from extract.attribution.view import Candidate, IndexedSentence
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

# ------------------------------------------------------------------------------ subjects
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


# ------------------------------------------------------------------------------ verbs
_NO_CONTENT = RELATIVES | {"it", "what", "there"}
"""Subjects that say nothing of what is said: "it is feared that"."""


@dataclass(frozen=True, slots=True)
class GoverningVerb:
    """One reading of a verb group as a cue."""

    view: IndexedSentence
    group: Phrase
    cue: Cue
    after: int
    """Index after the cue's last word."""
    subjects: Speakers

    @property
    def subject(self) -> TokenSpan | None:
        """Who or what the verb is said of."""
        return self.subjects.of(self.group)

    def takes(self, *frames: str) -> bool:
        """Return whether the cue may be followed by one of these."""
        return any(frame in self.cue.frames for frame in frames)

    def rest(self, start: int, *, tight: bool = False) -> TokenSpan:
        """Return the tokens from `start` to where what is said ends."""
        return TokenSpan(start, content_end(self.view, start, self.group, tight=tight))

    def candidate(
        self,
        frame: str,
        contents: list[TokenSpan],
        source: TokenSpan | None,
        via: TokenSpan | None = None,
    ) -> Candidate | None:
        """Return an attribution, unless there is nothing in it."""
        kept = [run for run in contents if run.first < run.last]
        if not kept:
            return None
        stance = self.cue.frames.get(frame) or next(iter(self.cue.frames.values()), "neutral")
        cue, evidence = TokenSpan(self.group.first, self.after), self.cue.evidence
        return Candidate(cue, kept, stance, source, via, evidence=evidence, frame=frame)

    def around(self, frame: str, start: int, source: TokenSpan | None) -> Candidate | None:
        """Return what the subject and the words from `start` on say together."""
        contents = [self.rest(start, tight=True)]
        subject = self.subject
        if subject is not None and self.view.low(subject.first) not in _NO_CONTENT:
            contents.insert(0, subject)
        return self.candidate(frame, contents, source)


def readings(view: IndexedSentence, group: Phrase, subjects: Speakers) -> Iterator[GoverningVerb]:
    """Yield the cues of the lexicon that the verb group may be, longest first."""
    for cue in cues().verbs.get(view.low(group.head), ()):
        after = group.head + 1
        if cue.tail and view.pos(after) == "ADV" and view.low(after) != cue.tail[0]:
            after += 1
        tail = tuple(view.low(after + place) for place in range(len(cue.tail)))
        if tail == cue.tail:
            yield GoverningVerb(view, group, cue, max(group.last, after + len(tail)), subjects)
