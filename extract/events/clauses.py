"""Clauses read off the phrases of a sentence: each verb group with its subject and objects.

The tagger tells of each phrase what it does and what it hangs on; here the functions that a clause
only shares are filled in: subjects of coordinated verbs, infinitives, participles and relative
clauses.
"""

from enum import Enum

from extract.events.words import frames
from extract.syntax import Sentence, Syntax

NONE = -1
_SUBJECTS = frozenset({"subj", "subjpass"})
_OBJECTS = frozenset({"obj", "iobj"})
_ALONE = frozenset({"ccomp", "advcl", "parataxis", "csubj", "root"})
_COORDINATORS = frozenset({"and", "or", "&", "plus", "nor", "as"})
"""Words before the last of a list; "as" for "as well as"."""
_COORDINATOR_REACH = 3
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_DEEPEST = 6
"""Steps that a shared subject is followed over; longer chains are errors of the tagger."""
_PARTS = frozenset({",", ";", ":", "–", "—", "--", "(", ")"})
"""Marks that part one clause from the next."""
_LONGEST_CLAUSE = 40
"""Tokens to each side of a trigger that may be of its clause."""
_OPENING = frozenset({"SCONJ", "ADP"})
"""Parts of speech of conjunctions; taggers take "since" and "after" for prepositions."""
_OPENER_REACH = 3
"""Tokens before a clause's first phrase that are searched for its conjunction."""
_OF_OBJECT = frozenset({"of", "from"})
"""Before a gerund whose subject is the object: "accused rebels of attacking"."""
_CONTROL_BY_OBJECT = 2
"""Tokens between an object and the infinitive that it is the subject of."""


class Form(Enum):
    """What kind of verb form heads a clause."""

    FINITE = "finite"
    INFINITIVE = "infinitive"
    ING = "ing"
    PARTICIPLE = "participle"
    """A past participle without auxiliary: "fighters captured on Monday"."""


class Clauses:
    """The phrases of one sentence and how they hang together; phrases go by their place in it."""

    def __init__(self, syntax: Syntax, sentence: Sentence) -> None:
        self.syntax = syntax
        self.sentence = sentence
        self.phrases = syntax.phrases_in(sentence)
        self._place = {
            token: place
            for place, phrase in enumerate(self.phrases)
            for token in range(phrase.first, phrase.last)
        }
        self._children: dict[int, list[int]] = {}
        for place in range(len(self.phrases)):
            self._children.setdefault(self.governor(place), []).append(place)

    def place_of(self, token: int) -> int:
        """The phrase that holds the token, or `NONE`."""
        return self._place.get(token, NONE)

    def governor(self, place: int) -> int:
        """The phrase that this one hangs on, or `NONE`.

        "Of" hangs on the noun right before, whatever the tagger says; "by" behind a date or place
        of a passive verb hangs on the verb.
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
        if self.role(noun) == "obl" and self.is_verb(above) and self.passive(above):
            return above
        before = self.phrases[noun].first - 1
        of = self.role(noun) == "nmod" and self.syntax.lower(before) == "of"
        return above if of and self.is_noun(above) else noun

    def children(self, place: int) -> list[int]:
        """The phrases that hang on this one, in the order of the text."""
        return self._children.get(place, [])

    def is_verb(self, place: int) -> bool:
        """Whether a verb group stands at the place."""
        return place != NONE and self.phrases[place].kind == "VG"

    def is_noun(self, place: int) -> bool:
        """Whether a noun phrase stands at the place."""
        return place != NONE and self.phrases[place].kind == "NP"

    def head(self, place: int) -> str:
        """The head word, in lower case; nothing where there is no phrase."""
        return "" if place == NONE else self.syntax.lower(self.phrases[place].head)

    def role(self, place: int) -> str:
        """What the phrase does in its clause."""
        return self.phrases[place].role

    def passive(self, place: int) -> bool:
        """Whether the verb group is passive."""
        return self.phrases[place].role == "passive"

    def form(self, place: int) -> Form:
        """What kind of verb form the group is."""
        phrase = self.phrases[place]
        if self.syntax.lower(phrase.first) == "to":
            return Form.INFINITIVE
        if "AUX" in self.syntax.pos[phrase.first : phrase.head]:
            return Form.FINITE
        forms = self.syntax.forms
        if forms[phrase.head] == "VBG" if forms else self.head(place).endswith("ing"):
            return Form.ING
        return Form.PARTICIPLE if self.passive(place) else Form.FINITE

    def preposition(self, place: int) -> str:
        """The preposition before a noun phrase, in lower case; a list shares that of its first."""
        for _ in range(_DEEPEST):
            before = self.phrases[place].first - 1
            if before >= self.sentence.first and self.syntax.pos[before] == "ADP":
                return self.syntax.lower(before)
            if self.role(place) != "conj" or not self.is_noun(self.governor(place)):
                break
            place = self.governor(place)
        return ""

    def link(self, place: int) -> str:
        """What joins a phrase to what it hangs on: its preposition, or "to" of an infinitive."""
        if self.is_noun(place):
            return self.preposition(place)
        if self.form(place) is Form.INFINITIVE:
            return "to"
        before = self.phrases[place].first - 1
        joined = before >= self.sentence.first and self.syntax.pos[before] in _OPENING
        return self.syntax.lower(before) if joined else ""

    def listed(self, place: int) -> list[int]:
        """The noun phrase and those joined to it: "the army, the police and militias".

        Without an "and" before one of them they are no list but one in apposition to the other.
        """
        found = [place]
        for lead in found:
            found += [p for p in self.children(lead) if self._joined(p, place, found)]
        joined = any(self._follows_coordinator(p) for p in found[1:])
        return found if joined else found[:1]

    def _follows_coordinator(self, place: int) -> bool:
        before = self.phrases[place].first - 1
        near = range(before, max(before - _COORDINATOR_REACH, self.sentence.first - 1), -1)
        return any(self.syntax.lower(t) in _COORDINATORS for t in near)

    def _joined(self, place: int, lead: int, found: list[int]) -> bool:
        joined = self.role(place) == "conj" and self.is_noun(place)
        return joined and place > lead and place not in found

    def objects(self, verb: int) -> list[int]:
        """The objects of a verb; for a relative clause without one, the noun it hangs on."""
        own = [p for p in self.children(verb) if self.role(p) in _OBJECTS and self.is_noun(p)]
        named = [self._antecedent(p) for p in own]
        return [place for lead in named for place in self.listed(lead)]

    def obliques(self, verb: int) -> list[tuple[str, int]]:
        """What hangs on a verb behind prepositions."""
        own = [p for p in self.children(verb) if self.is_noun(p) and self.role(p) not in _SUBJECTS]
        return [
            (self.preposition(lead), place)
            for lead in own
            if self.preposition(lead)
            for place in self.listed(lead)
        ]

    def subjects(self, verb: int) -> list[int]:
        """The subjects of a verb, its own or shared with the clause it hangs on."""
        for _ in range(_DEEPEST):
            own = [p for p in self.children(verb) if self.role(p) in _SUBJECTS]
            if own:
                return [place for lead in own for place in self.listed(self._antecedent(lead))]
            above = self.governor(verb)
            if above == NONE or self._stands_alone(verb):
                return []
            if self.head(above) in frames().saying and self.phrases[verb].clause == "conj":
                above = self._last_said(above, verb)
            if self.is_noun(above):
                return [above]
            controller = self._controller(verb, above)
            if controller != NONE:
                return self.listed(controller)
            verb = above
        return []

    def _last_said(self, saying: int, verb: int) -> int:
        """For "said rebels attacked a post and burned a bus": the clause within what is said."""
        said = [p for p in self.children(saying) if self.phrases[p].clause == "ccomp" and p < verb]
        return said[-1] if said and self.head(verb) not in frames().saying else saying

    def _stands_alone(self, verb: int) -> bool:
        """Whether a clause must have a subject of its own, found or not."""
        alone = self.phrases[verb].clause in _ALONE
        return alone and self.form(verb) is Form.FINITE

    def _controller(self, verb: int, above: int) -> int:
        """The object that does it: "ordered troops to attack", "accused rebels of attacking"."""
        objects = [p for p in self.children(above) if self.role(p) in _OBJECTS and p < verb]
        if not objects or self.form(verb) not in {Form.INFINITIVE, Form.ING}:
            return NONE
        if self.head(above) in frames().subject_control:
            return NONE
        if self.form(verb) is Form.ING:
            before = self.syntax.lower(self.phrases[verb].first - 1)
            return objects[-1] if before in _OF_OBJECT else NONE
        gap = self.phrases[verb].first - self.phrases[objects[-1]].last
        return objects[-1] if gap < _CONTROL_BY_OBJECT else NONE

    def _antecedent(self, place: int) -> int:
        """What a relative pronoun stands for; any other phrase stands for itself."""
        if self.head(place) not in _RELATIVE:
            return place
        verb = self.governor(place)
        above = self.governor(verb) if verb != NONE else NONE
        return above if self.is_noun(above) else place

    def modifiers(self, noun: int) -> list[tuple[str, int]]:
        """What hangs on a noun behind prepositions."""
        return [
            (self.preposition(lead), place)
            for lead in self.children(noun)
            if self.is_noun(lead) and self.preposition(lead) and self.role(lead) != "conj"
            for place in self.listed(lead)
        ]

    def possessors(self, noun: int) -> list[int]:
        """Whose it is: "the senator 's murder"."""
        return [p for p in self.children(noun) if self.role(p) == "poss" and p < noun]

    def verbs_on(self, place: int) -> list[int]:
        """The clauses that hang on a phrase: participles, relative clauses, "when" and the like."""
        return [p for p in self.children(place) if self.is_verb(p)]

    def extent(self, noun: int) -> tuple[int, int]:
        """Tokens of a noun phrase with its possessor and what follows with "of"."""
        owners = (self.phrases[place].first for place in self.possessors(noun))
        first = min([self.phrases[noun].first, *owners])
        last = self.phrases[noun].last
        for _ in range(_DEEPEST):
            behind = [p for p in self.children(noun) if self._adjoins(p, last)]
            if not behind:
                break
            noun, last = behind[0], self.phrases[behind[0]].last
        return first, last

    def _adjoins(self, place: int, last: int) -> bool:
        return (
            self.is_noun(place)
            and self.phrases[place].first == last + 1
            and self.syntax.lower(last) == "of"
        )

    def last_verb(self, verb: int, noun: int) -> int:
        """The last verb group before a noun phrase, from one that it hangs on."""
        between = (p for p in range(noun - 1, verb, -1) if self.is_verb(p))
        return next(between, verb)

    def words_from(self, verb: int, noun: int) -> set[str]:
        """The words of a verb group and of what stands between it and a noun phrase behind."""
        group = self.phrases[verb]
        last = max(group.last, min(self.phrases[noun].first, group.last + _LONGEST_CLAUSE))
        return {self.syntax.lower(token) for token in range(group.first, last)}

    def region(self, token: int) -> tuple[int, int]:
        """Tokens of the clause around a token: between the marks that part clauses."""
        first = last = token
        lowest = max(self.sentence.first, token - _LONGEST_CLAUSE)
        highest = min(self.sentence.last, token + _LONGEST_CLAUSE)
        while first > lowest and self.syntax.word(first - 1) not in _PARTS:
            first -= 1
        while last + 1 < highest and self.syntax.word(last + 1) not in _PARTS:
            last += 1
        return first, last + 1

    def opener(self, verb: int) -> str:
        """The word that opens the verb's clause, in lower case; nothing where none does."""
        subjects = [place for place in self.children(verb) if self.role(place) in _SUBJECTS]
        first = min([self.phrases[verb].first, *(self.phrases[p].first for p in subjects)])
        for token in range(first - 1, max(self.sentence.first, first - _OPENER_REACH) - 1, -1):
            if self.syntax.pos[token] in _OPENING:
                return self.syntax.lower(token)
            if self.syntax.pos[token] not in {"ADV", "PART", "PUNCT"}:
                break
        return ""
