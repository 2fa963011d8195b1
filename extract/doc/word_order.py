"""Who does what a verb says, told by the order of words: the subject of a verb group before it.

Over relative clauses and appositions ("the mayor, who was hurt, left"), shared by verbs that "and"
joins, of participles and infinitives. What the tree tells goes before it: that is set right by
`subject_repairs`, of which these rules are what is left where it tells none.
"""

from collections.abc import Container

from extract.doc.doc import NONE, SentenceView
from extract.doc.phrases import (
    BELONGING,
    has_auxiliary,
    has_verb,
    is_finite,
    is_infinitive,
    is_participle,
    noun_end,
    noun_start,
)
from extract.doc.syntax import SUBJECTS, Phrase, TokenSpan
from extract.lexicon.closed import RELATIVES

_OTHER = frozenset({"nmod", "obl", "poss", "appos", "obj", "iobj", "pred"})
_PASSED = frozenset({"ADV", "PART", "AUX", "INTJ"})
_BREAKS = frozenset({";", ":"})
_JOINING = frozenset({"CCONJ", "SCONJ"})
_BEFORE_VERB = frozenset({"ADV", "PART", "AUX", "CCONJ", "PUNCT"})
"""Parts of speech between a subject and its verb that belong to the verb."""
_MOST_CLAUSES = 8
"""Verbs that may stand between a subject and its own; no sentence that is meant has as many."""


class Subjects:
    """Finds the subjects of the verb groups of one sentence; `speech` are forms of verbs of speech,
    whose subjects such verbs share rather than those of others."""

    def __init__(self, view: SentenceView, speech: Container[str] = frozenset()) -> None:
        self._view = view
        self._speech = speech
        self._known: dict[int, TokenSpan | None] = {}

    def of(self, group: Phrase) -> TokenSpan | None:
        """Return the subject with all that belongs to it, or none."""
        if group.first not in self._known:
            # A group asked about while it is being looked for has no subject: no endless search.
            self._known[group.first] = None
            found = self.find(group)
            expletive = found is not None and self._view.low(found.first) == "there"
            self._known[group.first] = None if expletive else found
        return self._known[group.first]

    def find(self, group: Phrase) -> TokenSpan | None:
        """Return the subject by the rules of word order, a "there" included."""
        if is_participle(self._view, group):
            return self._of_participle(group)
        if is_infinitive(self._view, group):
            return self._shared(group)
        return (
            self._coordinated(group)
            or self._over_insertion(group)
            or self._left_of(group)
            or self._behind(group)
        )

    def _of_participle(self, group: Phrase) -> TokenSpan | None:
        """ "He resigned, saying ...": the subject of the sentence; "a letter saying": the noun."""
        view, before = self._view, group.first - 1
        while before > view.first and view.is_dated(before):
            before -= 1
        if view.low(before) == "as":
            return self._quoted_one(before - 1)
        noun = view.noun(before)
        if noun is not None:
            return TokenSpan(noun_start(view, noun), noun.last)
        return self._shared(group) or self._following(group)

    def _quoted_one(self, token: int) -> TokenSpan | None:
        """ "AFP quoted S as saying", "S was quoted as saying"."""
        noun, verb = self._view.noun(token), self._view.verb(token)
        if noun is not None:
            return TokenSpan(self._outermost(noun), noun.last)
        return self.of(verb) if verb is not None else None

    def _shared(self, group: Phrase) -> TokenSpan | None:
        """The subject of the finite verb group before, one that says something first."""
        view = self._view
        others = [o for o in self._before(group) if is_finite(view, o) and not self._is_relative(o)]
        if view.low(group.first - 1) == "," and view.low(group.head) in self._speech:
            others.sort(key=lambda o: view.low(o.head) in self._speech)
        return self.of(others[-1]) if others else None

    def _behind(self, group: Phrase) -> TokenSpan | None:
        """The noun phrase behind a verb of speech without subject: "C, said the mayor"."""
        view, noun = self._view, self._view.noun(group.last)
        speaks = view.low(group.head) in self._speech and view.pos(group.first - 1) == "PUNCT"
        if noun is None or not speaks or view.is_dated(noun.head):
            return None
        end = noun_end(view, noun)
        return None if has_verb(view, end) else TokenSpan(noun.first, end)

    def _coordinated(self, group: Phrase) -> TokenSpan | None:
        """ "S did this and said": the subject of a finite verb before "and", if none follows it."""
        view, token = self._view, group.first - 1
        while view.pos(token) in _PASSED or view.low(token) == ",":
            token -= 1
        if view.pos(token) != "CCONJ":
            return None
        others = [o for o in self._before(group) if is_finite(view, o) and o.last <= token]
        alike = [o for o in others if view.low(o.head)[-1] == view.low(group.head)[-1]]
        cue = [o for o in alike if view.low(o.head) in self._speech]
        for found in (*cue[-1:], *alike[-1:], *others[-1:]):
            return self.of(found)
        return None

    def _following(self, group: Phrase) -> TokenSpan | None:
        """The subject of the first finite verb group after one that opens the sentence."""
        for other in self._view.groups:
            if other.first > group.first and is_finite(self._view, other):
                return self.of(other)
        return None

    def _before(self, group: Phrase) -> list[Phrase]:
        return [other for other in self._view.groups if other.first < group.first]

    def _over_insertion(self, group: Phrase) -> TokenSpan | None:
        """ "S, who did this, said", "S, on Monday, said": the noun before the insertion."""
        view, comma = self._view, group.first - 1
        while view.pos(comma) in _PASSED:
            comma -= 1
        if view.low(comma) != ",":
            return None
        starts = [t for t in range(view.first + 1, comma) if view.low(t) == ","]
        relative = [t for t in starts if self._is_pronoun(t + 1)]
        for start in (*relative[-1:], *reversed(starts)):
            noun = view.noun(start - 1)
            if noun is None or not self._opens_insertion(start + 1, comma):
                continue
            first = self._outermost(noun)
            if view.pos(first - 1) not in ("ADP", "VERB"):
                return TokenSpan(first, comma)
        return None

    def _opens_insertion(self, token: int, comma: int) -> bool:
        """Whether what stands between two commas is no clause of its own."""
        view = self._view
        if self._is_pronoun(token):
            return True
        verbs = [g for g in view.groups if token <= g.first < comma and is_finite(view, g)]
        if view.pos(token) in ("ADP", "SCONJ") or view.verb(token) is not None:
            return True
        reduced = all(not has_auxiliary(view, verb) for verb in verbs) and len(verbs) < 2
        return reduced and view.pos(token) != "CCONJ"

    def _outermost(self, noun: Phrase) -> int:
        """The first token of the phrase that a noun ends: "the head of the army"."""
        view, first = self._view, noun_start(self._view, noun)
        while view.low(first - 1) in BELONGING:
            before = view.noun(first - 2)
            if before is None:
                break
            first = noun_start(view, before)
        return first

    def _left_of(self, group: Phrase) -> TokenSpan | None:
        """Walk left over what stands between a subject and its verb."""
        view, token = self._view, group.first - 1
        bounded, fallback = False, None
        clauses = 0
        while token >= view.first and clauses < _MOST_CLAUSES and not self._bars(token):
            noun, verb = view.noun(token), view.verb(token)
            if self._is_pronoun(token):
                return TokenSpan(token, token + 1)
            if verb is not None:
                token = self._over(verb, bounded)
                clauses += 1
            elif noun is not None:
                if self._may_be_subject(noun):
                    return self._whole(noun, group)
                fallback = fallback or self._at_a_pinch(noun)
                token = noun.first - 1
            else:
                bounded = bounded or view.low(token) == "," or view.pos(token) in _JOINING
                token -= 1
        return self._whole(fallback, group) if fallback else None

    def _bars(self, token: int) -> bool:
        """Whether no subject stands farther left: a colon, or "that" before the clause."""
        low = self._view.low(token)
        return low in _BREAKS or (low == "that" and self._view.pos(token) == "SCONJ")

    def _at_a_pinch(self, noun: Phrase) -> Phrase | None:
        """The noun phrase, if it may be the subject where there is no better."""
        return noun if self._view.pos(noun.first - 1) not in ("ADP", "VERB") else None

    def _is_pronoun(self, token: int) -> bool:
        """Whether a relative pronoun stands there, alone."""
        view = self._view
        noun = view.noun(token)
        if noun is not None and noun.last - noun.first > 1:
            return False
        return view.low(token) in RELATIVES and view.pos(token) in ("PRON", "DET")

    def _over(self, verb: Phrase, bounded: bool) -> int:
        """The token before a clause that stands between; `NONE` where it is no such clause."""
        view = self._view
        if not is_finite(view, verb):
            return verb.first - 1
        start = self._relative_start(verb)
        if start != NONE:
            return start - 1
        if bounded:
            return NONE
        noun = view.noun(verb.first - 1)
        if noun is not None and noun.first > view.first and view.noun(noun.first - 1):
            return noun.first - 1
        return verb.first - 1

    def _is_relative(self, verb: Phrase) -> bool:
        return self._relative_start(verb) != NONE

    def _relative_start(self, verb: Phrase) -> int:
        """Where the relative clause of the verb begins; `NONE` if it stands in none."""
        view, token = self._view, self._before_adverbs(verb.first - 1)
        if token < view.first:
            return NONE
        if self._is_pronoun(token):
            return token
        noun = view.noun(token)
        if noun is not None and noun.first > view.first and self._is_pronoun(noun.first - 1):
            return noun.first - 1
        if view.pos(token) == "CCONJ":
            others = [o for o in self._before(verb) if is_finite(view, o) and o.last <= token]
            return self._relative_start(others[-1]) if others else NONE
        return NONE

    def _before_adverbs(self, token: int) -> int:
        """Return the last token up to this one that is no comma and nothing to be passed over."""
        view = self._view
        while token >= view.first and (view.pos(token) in _PASSED or view.low(token) == ","):
            token -= 1
        return token

    def _may_be_subject(self, noun: Phrase) -> bool:
        view, before = self._view, self._view.pos(noun.first - 1)
        verb = view.verb(noun.first - 1)
        if verb is not None and is_participle(view, verb):
            return False
        if before == "ADP" or view.is_dated(noun.head):
            return False
        return noun.role in SUBJECTS or (noun.role not in _OTHER and before != "VERB")

    def _whole(self, noun: Phrase, group: Phrase) -> TokenSpan:
        """From the first conjunct to the verb, or to the end of what belongs to the noun."""
        view = self._view
        first = noun_start(view, noun)
        last = group.first
        while last > noun.last and _trails(view, last - 1):
            last -= 1
        return TokenSpan(first, last)


def _trails(view: SentenceView, token: int) -> bool:
    """Whether the token before a verb belongs to it rather than to its subject."""
    if view.pos(token) in _BEFORE_VERB or view.is_dated(token):
        return True
    return view.low(token) in ("on", "in") and view.noun(token) is None
