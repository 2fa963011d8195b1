"""The phrases of a sentence as a tree: what each is and what it depends on."""

from enum import Enum

from extract.doc.doc import NONE, Doc, SentenceView
from extract.doc.phrases import is_passive
from extract.doc.syntax import Sentence

__all__ = ["LONGEST_CLAUSE", "NONE", "OPENING", "Form", "Tree"]

_DEEPEST = 6
"""Steps that a preposition is looked for up a list."""
_PARTS = frozenset({",", ";", ":", "–", "—", "--", "(", ")"})
"""Marks that part one clause from the next."""
LONGEST_CLAUSE = 40
"""Tokens to each side of a trigger that may be of its clause."""
OPENING = frozenset({"SCONJ", "ADP"})
"""Parts of speech of conjunctions; taggers take "since" and "after" for prepositions."""


class Form(Enum):
    """What kind of verb form heads a clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    ING = "ing"
    PARTICIPLE = "participle"
    """A past participle without auxiliary: "fighters captured on Monday"."""


class Tree(SentenceView):
    """The phrases of one sentence; they go by their place in it."""

    def __init__(self, doc: Doc, sentence: Sentence) -> None:
        super().__init__(doc, sentence)
        self._heads = [doc.low[phrase.head] for phrase in self.phrases]
        self._place = {
            token: place
            for place, phrase in enumerate(self.phrases)
            for token in range(phrase.first, phrase.last)
        }
        self._passive: dict[int, bool] = {}
        self._governors = [self._governor(place) for place in range(len(self.phrases))]
        self._children: dict[int, list[int]] = {}
        for place, governor in enumerate(self._governors):
            self._children.setdefault(governor, []).append(place)
        self._regions: dict[int, tuple[int, int]] = {}

    def place_of(self, token: int) -> int:
        """Return the phrase that holds the token, or `NONE`."""
        return self._place.get(token, NONE)

    def governor(self, place: int) -> int:
        """Return the phrase that this one depends on, or `NONE`."""
        return self._governors[place] if place != NONE else NONE

    def _governor(self, place: int) -> int:
        """Return what a phrase depends on.

        "Of" depends on the noun right before, whatever the tagger says; "by" behind a date or place
        of a passive verb depends on the verb.
        """
        phrase = self.phrases[place]
        found = self.place_of(phrase.governor)
        if phrase.kind == "NP" and phrase.first - 2 >= self.sentence.first:
            before = self.place_of(phrase.first - 2)
            preposition = self.syntax.lower(phrase.first - 1)
            if preposition == "of" and self.is_noun(before):
                return before
            if preposition == "by" and self.is_noun(found):
                found = self._doing(found)
        return found if found != place else NONE

    def _doing(self, noun: int) -> int:
        """What "by" behind a noun tells the agent of: a passive verb, or the first of "of"s."""
        above = self.place_of(self.phrases[noun].governor)
        if self.is_noun(above) and self.phrases[above].last == self.phrases[noun].first:
            noun, above = above, self.place_of(self.phrases[above].governor)  # "12", "March"
        if self.role(noun) == "obl" and self.is_verb(above) and self.is_passive(above):
            return above
        before = self.phrases[noun].first - 1
        of = self.role(noun) == "nmod" and self.syntax.lower(before) == "of"
        return above if of and self.is_noun(above) else noun

    def children(self, place: int) -> list[int]:
        """Return the phrases that depend on this one, in the order of the text."""
        return self._children.get(place, [])

    def is_verb(self, place: int) -> bool:
        """Return whether a verb group stands at the place."""
        return place != NONE and self.phrases[place].kind == "VG"

    def is_noun(self, place: int) -> bool:
        """Return whether a noun phrase stands at the place."""
        return place != NONE and self.phrases[place].kind == "NP"

    def head(self, place: int) -> str:
        """Return the head word, in lower case; nothing where there is no phrase."""
        return "" if place == NONE else self._heads[place]

    def role(self, place: int) -> str:
        """Return what the phrase does in its clause."""
        return self.phrases[place].role

    def is_passive(self, place: int) -> bool:
        """Return whether the verb group is passive; "carried out by" is,
        whatever the tagger says."""
        if place not in self._passive:
            self._passive[place] = is_passive(self, self.phrases[place])
        return self._passive[place]

    def form(self, place: int) -> Form:
        """Return what kind of verb form the group is."""
        phrase = self.phrases[place]
        if self.syntax.lower(phrase.first) == "to":
            return Form.INFINITIVE
        if "AUX" in self.syntax.pos[phrase.first : phrase.head]:
            return Form.FINITE
        forms = self.syntax.forms
        if forms[phrase.head] == "VBG" if forms else self.head(place).endswith("ing"):
            return Form.ING
        return Form.PARTICIPLE if self.is_passive(place) else Form.FINITE

    def preposition(self, place: int) -> str:
        """Return the preposition before a noun phrase, in lower case;
        a list shares that of its first."""
        for _ in range(_DEEPEST):
            before = self._opening(place) - 1
            if before >= self.sentence.first and self.syntax.pos[before] == "ADP":
                return self.syntax.lower(before)
            if self.role(place) != "conj" or not self.is_noun(self.governor(place)):
                break
            place = self.governor(place)
        return ""

    def _opening(self, place: int) -> int:
        """The first token of a noun phrase, its owner included: of "the People 's Spear" the."""
        first = self.phrases[place].first
        owner = self.phrases[place - 1] if place else None
        owned = owner is not None and owner.role == "poss" and owner.last == first - 1
        return owner.first if owner is not None and owned else first

    def link(self, place: int) -> str:
        """Return what joins a phrase to its governor: its preposition, or "to" of an infinitive."""
        if self.is_noun(place):
            return self.preposition(place)
        if self.form(place) is Form.INFINITIVE:
            return "to"
        before = self.phrases[place].first - 1
        joined = before >= self.sentence.first and self.syntax.pos[before] in OPENING
        return self.syntax.lower(before) if joined else ""

    def region(self, token: int) -> tuple[int, int]:
        """Return tokens of the clause around a token: between the marks that part clauses."""
        if token not in self._regions:
            self._regions[token] = self._region(token)
        return self._regions[token]

    def _region(self, token: int) -> tuple[int, int]:
        first = last = token
        lowest = max(self.sentence.first, token - LONGEST_CLAUSE)
        highest = min(self.sentence.last, token + LONGEST_CLAUSE)
        while first > lowest and self.syntax.word(first - 1) not in _PARTS:
            first -= 1
        while last + 1 < highest and self.syntax.word(last + 1) not in _PARTS:
            last += 1
        return first, last + 1
