"""Clauses read off the phrases of a sentence: each verb group with its subject and objects."""

from functools import cached_property

from extract.doc.doc import NONE, Doc
from extract.doc.syntax import SUBJECTS, Sentence, TokenSpan
from extract.doc.tree import LONGEST_CLAUSE, OPENING, Form, Tree
from extract.doc.word_order import Subjects
from extract.doc.words import grammar, is_people
from extract.lexicon.closed import POSSESSIVE_ENDINGS

_OBJECTS = frozenset({"obj", "iobj"})
_ALONE = frozenset({"ccomp", "advcl", "parataxis", "csubj", "root"})
_COORDINATORS = frozenset({"and", "or", "&", "plus", "nor", "as"})
"""Words before the last of a list; "as" for "as well as"."""
_COORDINATOR_REACH = 3
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_PARTING = frozenset({"PUNCT", "CCONJ"})
"""Parts of speech between a noun and a clause that is none on it."""
_STRANDED_REACH = 12
"""Phrases before a verb among which its subject is looked for."""
_DEEPEST = 6
"""Steps that a shared subject is followed over; longer chains are errors of the tagger."""
_RELATIVE_REACH = 8
"""Phrases behind a noun among which its clause with "which" stands."""
_OPENER_REACH = 3
"""Tokens before a clause's first phrase that are searched for its conjunction."""
_OF_OBJECT = frozenset({"of", "from"})
"""Before a gerund whose subject is the object: "accused rebels of attacking"."""
_CONTROL_BY_OBJECT = 2
"""Tokens between an object and the infinitive that it is the subject of."""


class Clauses(Tree):
    """The clauses of one sentence: who and what belongs to each verb and noun."""

    def conjuncts(self, place: int) -> list[int]:
        """Return the noun phrase and those joined to it: "the army, the police and militias".

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
        """Return the objects of a verb; for a relative clause without one,
        the noun it depends on."""
        own = self._own_objects(verb) or self._relativised(verb)
        if not own and self._shares_object(verb):
            own = self._own_objects(verb + 1)
        named = [self._antecedent(p) for p in own] or self._contact(verb)
        return [place for lead in named for place in self.conjuncts(lead)]

    def _contact(self, verb: int) -> list[int]:
        """The noun of a clause without a pronoun: "the teachers they had kidnapped"."""
        subject, above = verb - 1, self.governor(verb)
        if self.phrases[verb].clause != "relcl" or self.is_passive(verb) or subject < 1:
            return []
        noun, before = self.phrases[subject], self.phrases[subject - 1]
        adjoins = noun.kind == before.kind == "NP" and noun.first == before.last
        own = noun.role in SUBJECTS and noun.governor == self.phrases[verb].head
        own = own and self.head(subject - 1) not in _RELATIVE  # "in which four soldiers died"
        return [subject - 1] if adjoins and own and above != NONE else []

    def _own_objects(self, verb: int) -> list[int]:
        return [p for p in self.children(verb) if self.role(p) in _OBJECTS and self.is_noun(p)]

    def _relativised(self, verb: int) -> list[int]:
        """The noun that a clause without a pronoun leaves out: "the sum it has received"."""
        noun = self.governor(verb)
        if self.phrases[verb].clause != "relcl" or not self.is_noun(noun) or self.is_passive(verb):
            return []
        own = [p for p in self.children(verb) if self.role(p) in SUBJECTS and p > noun]
        if not own or self.head(own[0]) in _RELATIVE:
            return []
        between = range(self.phrases[noun].last, self.phrases[own[0]].first)
        parted = any(
            self.syntax.pos[token] in _PARTING or self.syntax.lower(token) in _RELATIVE
            for token in between
        )
        return [] if parted else [noun]  # "in which four soldiers died" has its own place for it

    def _shares_object(self, verb: int) -> bool:
        """Whether "and" and another verb stand before the object: "shot and killed two men"."""
        if verb + 1 >= len(self.phrases) or self.is_passive(verb):
            return False
        return self._is_joined(verb, verb + 1)

    def _is_joined(self, verb: int, other: int) -> bool:
        """Whether nothing but "and" stands between two verbs: "shot and killed"."""
        last, first = self.phrases[verb].last, self.phrases[other].first
        joined = first == last + 1 and self.syntax.lower(last) == "and"
        return joined and self.is_verb(other) and self.phrases[other].clause == "conj"

    def obliques(self, verb: int) -> list[tuple[str, int]]:
        """Return the noun phrases behind prepositions that depend on a verb."""
        own = [p for p in self.children(verb) if self.is_noun(p) and self.role(p) not in SUBJECTS]
        return [
            (self.preposition(lead), place)
            for lead in own
            if self.preposition(lead)
            for place in self.conjuncts(lead)
        ]

    def agents(self, verb: int) -> list[int]:
        """Return the phrases behind "by" that a verb governs, or shares with the next: "was shot
        and killed by rebels"."""
        own = [place for preposition, place in self.obliques(verb) if preposition == "by"]
        if own or verb + 1 >= len(self.phrases) or not self._is_joined(verb, verb + 1):
            return own
        return self.agents(verb + 1) if self.is_passive(verb + 1) else own

    def subjects(self, verb: int) -> list[int]:
        """Return the subjects of a verb: its own, shared with the clause it depends on, or where
        the tree tells none the one that the order of words tells."""
        found, last = self._told_subjects(verb)
        return found or self._subjects_by_order(last)

    def _subjects_by_order(self, verb: int) -> list[int]:
        if self.form(verb) is not Form.FINITE:
            return []
        span = self._order.of(self.phrases[verb])
        if span is None:
            return []
        lead = self._lead(span)
        return self.conjuncts(lead) if lead != NONE else []

    def _lead(self, span: TokenSpan) -> int:
        """The noun phrase that heads some tokens; for a relative pronoun the one before it."""
        if self.syntax.lower(span.first) in _RELATIVE:
            found = self._before_pronoun(span.first)
            return found if self.is_noun(found) else NONE
        places = dict.fromkeys(self.place_of(t) for t in range(span.first, span.last))
        return next((p for p in places if self.is_noun(p) and self.role(p) != "poss"), NONE)

    @cached_property
    def _order(self) -> Subjects:
        return Subjects(self, grammar().saying)

    def _told_subjects(self, verb: int) -> tuple[list[int], int]:
        """The subjects by the tree, and the verb whose they are."""
        for _ in range(_DEEPEST):
            own = [p for p in self.children(verb) if self.role(p) in SUBJECTS]
            if own:
                leads = map(self._antecedent, own)
                return [place for lead in leads for place in self.conjuncts(lead)], verb
            above = self.governor(verb)
            if above == NONE or self._stands_alone(verb):
                return self._stranded(verb), verb
            if self.head(above) in grammar().saying and self.phrases[verb].clause == "conj":
                above = self._last_said(above, verb)
            if self.is_noun(above):
                return self._doers_on(above, verb), verb
            controller = self._controller(verb, above)
            if controller != NONE:
                return self.conjuncts(controller), verb
            verb = above
        return [], verb

    def _doers_on(self, noun: int, verb: int) -> list[int]:
        """Who does what a clause on a noun says: the noun, or for "to supply" on a thing its owner
        or the subject of its verb: "the army's decision to leave", "won a contract to supply"."""
        intends = self.form(verb) is Form.INFINITIVE and not self.is_passive(verb)
        if not intends or self._may_act(noun):
            return [noun]
        governor = self.governor(noun)
        is_object = self.is_verb(governor) and self.role(noun) in _OBJECTS
        doers = self.possessors(noun)
        if not doers and is_object and not self.is_passive(governor):
            doers = self.subjects(governor)
        return doers or [noun]

    def _may_act(self, noun: int) -> bool:
        """Whether a noun phrase may stand for somebody: a name, a pronoun or people."""
        head = self.phrases[noun].head
        return self.syntax.pos[head] in {"PROPN", "PRON"} or is_people(self.syntax.word(head))

    def _stranded(self, verb: int) -> list[int]:
        """The subject that a relative clause was given: "Aro, a man who led it, was shot"."""
        for place in range(verb - 1, max(NONE, verb - _STRANDED_REACH), -1):
            if not self.is_noun(place) or self.role(place) not in SUBJECTS:
                continue
            clause = self.governor(place)
            if clause == NONE or self.phrases[clause].clause != "relcl" or clause > verb:
                continue
            antecedent = self.governor(clause)
            if self.is_noun(antecedent) and place < antecedent:
                return self.conjuncts(place)
        return []

    def _last_said(self, saying: int, verb: int) -> int:
        """For "said rebels attacked a post and burned a bus": the clause within what is said."""
        said = [p for p in self.children(saying) if self.phrases[p].clause == "ccomp" and p < verb]
        return said[-1] if said and self.head(verb) not in grammar().saying else saying

    def _stands_alone(self, verb: int) -> bool:
        """Whether a clause must have a subject of its own, found or not."""
        alone = self.phrases[verb].clause in _ALONE
        return alone and self.form(verb) is Form.FINITE

    def _controller(self, verb: int, above: int) -> int:
        """The object that does it: "ordered troops to attack", "accused rebels of attacking"."""
        objects = [p for p in self.children(above) if self.role(p) in _OBJECTS and p < verb]
        if objects and self.form(verb) is Form.PARTICIPLE:
            completes = self.phrases[verb].clause == "xcomp"  # "found two men shot to death"
            return objects[-1] if completes else NONE
        if not objects or self.form(verb) not in {Form.INFINITIVE, Form.ING}:
            return NONE
        if self.head(above) in grammar().subject_control:
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
        if not self.is_noun(above):
            above = self._before_pronoun(self.phrases[place].first)
        return above if self.is_noun(above) else place

    def _before_pronoun(self, token: int) -> int:
        """The noun phrase that ends right before a relative pronoun, or before its comma."""
        return self.place_of(token - 1 - (self.low(token - 1) == ","))

    def modifiers(self, noun: int) -> list[tuple[str, int]]:
        """Return the noun phrases behind prepositions that depend on a noun."""
        return [
            (self.preposition(lead), place)
            for lead in self.children(noun)
            if self.is_noun(lead) and self.preposition(lead) and self.role(lead) != "conj"
            for place in self.conjuncts(lead)
        ]

    def is_set_off(self, noun: int) -> bool:
        """Return whether a comma stands before the preposition: "the fighting,
        with many displaced"."""
        before = self.phrases[noun].first - 2
        return before >= self.sentence.first and self.syntax.word(before) == ","

    def possessors(self, noun: int) -> list[int]:
        """Return whose a noun is: "the senator 's murder"."""
        return [p for p in self.children(noun) if self.role(p) == "poss" and p < noun]

    def verbs_on(self, place: int) -> list[int]:
        """Return the clauses that depend on a phrase: participles, relative clauses, "when" ..."""
        return [p for p in self.children(place) if self.is_verb(p)]

    def verbs_behind(self, noun: int) -> list[int]:
        """Return the clauses that modify a noun: those on it,
        and a passive participle right behind it.

        The tagger hangs that one on the noun before: "reports of atrocities committed by rebels".
        """
        found = self.verbs_on(noun)
        after = noun + 1
        if after < len(self.phrases) and after not in found and self.is_verb(after):
            adjoins = self.phrases[after].first == self.phrases[noun].last
            if adjoins and self.is_passive(after) and self.phrases[after].clause == "acl":
                found.append(after)
        return found

    def relatives_behind(self, noun: int, verbs: frozenset[str]) -> list[int]:
        """Return the first clause behind a noun that ", which" opens,
        if one of the verbs heads it."""
        near = range(noun + 1, min(noun + _RELATIVE_REACH, len(self.phrases)))
        which = next((p for p in near if self._follows_comma(p) and self.head(p) == "which"), NONE)
        found = [p for p in near if p > which != NONE and self.is_verb(p)][:1]
        return [p for p in found if self.head(p) in verbs and not self.is_passive(p)]

    def _follows_comma(self, place: int) -> bool:
        before = self.phrases[place].first - 1
        return before >= self.sentence.first and self.syntax.word(before) == ","

    def extent(self, noun: int) -> tuple[int, int]:
        """Return tokens of a noun phrase with its possessor and what follows with "of"."""
        owners = (self.phrases[place].first for place in self.possessors(noun))
        first = min([self.phrases[noun].first, *owners])
        last = self.phrases[noun].last
        for _ in range(_DEEPEST):
            behind = [p for p in self.children(noun) if self._adjoins(p, last)]
            if not behind:
                break
            noun = self._owned(behind[0])
            last = self.phrases[noun].last
        return first, last

    def _owned(self, noun: int) -> int:
        """The phrase itself, or behind a possessor what is owned: "of the Front's north wing"."""
        last, after = self.phrases[noun].last, noun + 1
        owns = last < self.sentence.last and self.syntax.lower(last) in POSSESSIVE_ENDINGS
        adjoins = after < len(self.phrases) and self.phrases[after].first == last + 1
        return after if owns and adjoins and self.is_noun(after) else noun

    def _adjoins(self, place: int, last: int) -> bool:
        return (
            self.is_noun(place)
            and self.phrases[place].first == last + 1
            and self.syntax.lower(last) == "of"
        )

    def last_verb(self, verb: int, noun: int) -> int:
        """Return the last verb group before a noun phrase, from one that it depends on."""
        between = (p for p in range(noun - 1, verb, -1) if self.is_verb(p))
        return next(between, verb)

    def words_from(self, verb: int, noun: int) -> set[str]:
        """Return the words of a verb group and of what stands between it
        and a noun phrase behind."""
        group = self.phrases[verb]
        last = max(group.last, min(self.phrases[noun].first, group.last + LONGEST_CLAUSE))
        return {self.syntax.lower(token) for token in range(group.first, last)}

    def words_between(self, first: int, second: int) -> list[str]:
        """Return the words, in small letters, between two phrases that follow each other."""
        tokens = range(self.phrases[first].last, self.phrases[second].first)
        return [self.syntax.lower(token) for token in tokens]

    def opener(self, verb: int) -> str:
        """Return the word that opens the verb's clause, in lower case; nothing where none does."""
        subjects = [place for place in self.children(verb) if self.role(place) in SUBJECTS]
        first = min([self.phrases[verb].first, *(self.phrases[p].first for p in subjects)])
        for token in range(first - 1, max(self.sentence.first, first - _OPENER_REACH) - 1, -1):
            if self.syntax.pos[token] in OPENING:
                return self.syntax.lower(token)
            if self.syntax.pos[token] not in {"ADV", "PART", "PUNCT"}:
                break
        return ""


def clauses_of(doc: Doc, sentence: Sentence) -> Clauses:
    """Return the clauses of a sentence, read off once for all rules."""
    key = (Clauses, sentence.first)
    if key not in doc.kept:
        doc.kept[key] = Clauses(doc, sentence)
    found: Clauses = doc.kept[key]
    return found
