"""A phrase as an object: what it is, what it depends on, and what belongs to it.

    verb = phrase_at(doc, token)
    verb.subjects, verb.objects, verb.is_passive, verb.governor

Nodes are made once a sentence, when first asked for, so that each phrase is one object.
"""

from collections.abc import Container, Sequence
from functools import cached_property

from extract.doc.clauses import Clauses, clauses_of
from extract.doc.doc import Doc
from extract.doc.status import status_of
from extract.doc.syntax import Phrase, Sentence
from extract.doc.tree import Form
from extract.lexicon.closed import ALONG
from extract.vocabulary import Status

_WITH = "with"
Obliques = list[tuple[str, "PhraseNode"]]
"""Noun phrases, each with the preposition before it."""


class PhraseNode:
    """A base noun phrase or verb group in the tree of its sentence."""

    def __init__(self, sentence: "SentenceNodes", place: int) -> None:
        self._nodes = sentence
        self._clauses = sentence.clauses
        self.place = place
        """Its number among the phrases of the sentence, from 0."""
        self.phrase: Phrase = sentence.clauses.phrases[place]

    def __repr__(self) -> str:
        return f"<{self.phrase.kind} {self.text!r}>"

    @property
    def head(self) -> int:
        """Token of the head: last noun of a noun phrase, main verb of a verb group."""
        return self.phrase.head

    @property
    def first(self) -> int:
        """Its first token."""
        return self.phrase.first

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.phrase.last

    @property
    def word(self) -> str:
        """The head word, in lower case."""
        return self._clauses.head(self.place)

    @property
    def text(self) -> str:
        """The words of the phrase."""
        return self._clauses.doc.text[slice(*self.span)]

    @property
    def span(self) -> tuple[int, int]:
        """The offsets of its words in the text."""
        return self._clauses.syntax.span_of(self.phrase.first, self.phrase.last)

    @property
    def sentence(self) -> "SentenceNodes":
        """Its sentence."""
        return self._nodes

    @property
    def is_verb(self) -> bool:
        """Whether it is a verb group."""
        return self.phrase.kind == "VG"

    @property
    def is_noun(self) -> bool:
        """Whether it is a noun phrase."""
        return self.phrase.kind == "NP"

    @property
    def role(self) -> str:
        """What a noun phrase does in its clause, as in `Phrase.role`."""
        return self.phrase.role

    @property
    def clause(self) -> str:
        """What the clause of a verb group is to its governor, as in `Phrase.clause`."""
        return self.phrase.clause

    @cached_property
    def is_passive(self) -> bool:
        """Whether it is a passive verb group."""
        return self.is_verb and self._clauses.is_passive(self.place)

    @property
    def opener(self) -> str:
        """The word that opens the clause of a verb, in lower case; "" without one."""
        return self._clauses.opener(self.place)

    @property
    def inflection(self) -> str:
        """The verb form of its head as the Penn treebank has it ("VBD"); "" where none is told."""
        forms = self._clauses.syntax.forms
        return forms[self.phrase.head] if forms else ""

    @cached_property
    def form(self) -> Form:
        """What kind of verb form a verb group is."""
        return self._clauses.form(self.place)

    @property
    def preposition(self) -> str:
        """The preposition before a noun phrase, in lower case; "" without one."""
        return self._clauses.preposition(self.place)

    @cached_property
    def governor(self) -> "PhraseNode | None":
        """The phrase that it depends on."""
        return self._nodes.at(self._clauses.governor(self.place))

    @property
    def tags(self) -> tuple[str, ...]:
        """The parts of speech of its words."""
        return self._clauses.syntax.pos[self.phrase.first : self.phrase.last]

    def holding(self, token: int) -> "PhraseNode | None":
        """Return the phrase of the same sentence that holds a token."""
        return self._nodes.holding(token)

    def noun_at(self, token: int) -> "PhraseNode | None":
        """Return the noun phrase of the same sentence that holds a token."""
        found = self.holding(token)
        return found if found is not None and found.is_noun else None

    def verb_at(self, token: int) -> "PhraseNode | None":
        """Return the verb group of the same sentence that holds a token."""
        found = self.holding(token)
        return found if found is not None and found.is_verb else None

    def low(self, token: int) -> str:
        """Return a token of its sentence in lower case; "" outside."""
        return self._clauses.low(token)

    def pos(self, token: int) -> str:
        """Return the part of speech of a token of its sentence; "" outside."""
        return self._clauses.pos(token)

    @property
    def before(self) -> "PhraseNode | None":
        """The phrase before it in its sentence."""
        return self._nodes.at(self.place - 1)

    @property
    def after(self) -> "PhraseNode | None":
        """The phrase behind it in its sentence."""
        return self._nodes.at(self.place + 1)

    @property
    def following(self) -> tuple["PhraseNode", ...]:
        """The phrases behind it in its sentence."""
        return self._nodes.nodes[self.place + 1 :]

    @property
    def children(self) -> list["PhraseNode"]:
        """The phrases that depend on it, in the order of the text."""
        return self._nodes.of(self._clauses.children(self.place))

    @property
    def nouns_behind(self) -> list["PhraseNode"]:
        """The noun phrases behind it that depend on it."""
        return [one for one in self.children if one.place > self.place and one.is_noun]

    @cached_property
    def conjuncts(self) -> list["PhraseNode"]:
        """A noun phrase and those joined to it by "and" or "or"."""
        return self._nodes.of(self._clauses.conjuncts(self.place))

    @cached_property
    def subjects(self) -> list["PhraseNode"]:
        """The subjects of a verb, shared and left out ones too, and whoever is along with them."""
        own = self._nodes.of(self._clauses.subjects(self.place))
        return own if self._clauses.objects(self.place) else [*own, *self._companions]

    @cached_property
    def objects(self) -> list["PhraseNode"]:
        """The objects of a verb, and whoever is along with them; of a relative clause the noun that
        it is on."""
        own = self._nodes.of(self._clauses.objects(self.place))
        return [*own, *self._companions] if own else own

    @property
    def _companions(self) -> list["PhraseNode"]:
        """Those who share in what a verb tells: "was killed along with her guard"."""
        behind = [noun for preposition, noun in self.obliques if preposition == _WITH]
        sharing = (noun for noun in behind if noun.low(noun.first - 2) in ALONG)
        return [one for noun in sharing for one in noun.conjuncts]

    @property
    def agents(self) -> list["PhraseNode"]:
        """The phrases behind "by" of a verb."""
        return self._nodes.of(self._clauses.agents(self.place))

    @property
    def obliques(self) -> Obliques:
        """The phrases behind prepositions that depend on a verb."""
        return self._nodes.placed(self._clauses.obliques(self.place))

    @property
    def modifiers(self) -> Obliques:
        """The phrases behind prepositions that depend on a noun."""
        return self._nodes.placed(self._clauses.modifiers(self.place))

    @property
    def possessors(self) -> list["PhraseNode"]:
        """Whose a noun is: "the senator 's murder"."""
        return self._nodes.of(self._clauses.possessors(self.place))

    @property
    def is_set_off(self) -> bool:
        """Whether a comma stands before its preposition."""
        return self._clauses.is_set_off(self.place)

    @property
    def verbs_on(self) -> list["PhraseNode"]:
        """The verbs of the clauses that depend on it."""
        return self._nodes.of(self._clauses.verbs_on(self.place))

    @property
    def verbs_behind(self) -> list["PhraseNode"]:
        """The verbs of the clauses that modify a noun, a participle right behind it too."""
        return self._nodes.of(self._clauses.verbs_behind(self.place))

    @cached_property
    def status(self) -> Status:
        """Whether what a verb or noun tells took place, was denied, planned or imagined."""
        return status_of(self._clauses, self.first, self.head, verbal=self.is_verb)

    @property
    def extent(self) -> tuple[int, int]:
        """First token and end of a noun phrase with its possessor and what "of" adds."""
        return self._clauses.extent(self.place)

    @property
    def region(self) -> tuple[int, int]:
        """First token and end of the clause around it, between the marks that part clauses."""
        return self._clauses.region(self.head)

    def region_at(self, token: int) -> tuple[int, int]:
        """Return first token and end of the clause around a token of its sentence."""
        return self._clauses.region(token)

    def relatives_behind(self, verbs: frozenset[str]) -> list["PhraseNode"]:
        """Return the first clause behind a noun that ", which" opens, if one of the verbs
        heads it."""
        return self._nodes.of(self._clauses.relatives_behind(self.place, verbs))

    def last_verb(self, noun: "PhraseNode") -> "PhraseNode":
        """Return the last verb before a noun that depends on this one, else this one."""
        return self._nodes.nodes[self._clauses.last_verb(self.place, noun.place)]

    def words_between(self, other: "PhraseNode") -> list[str]:
        """Return the words between this phrase and another behind it, in lower case."""
        return self._clauses.words_between(self.place, other.place)

    def words_to(self, noun: "PhraseNode") -> set[str]:
        """Return the words of a verb and of what stands between it and a noun behind, in lower
        case."""
        return self._clauses.words_from(self.place, noun.place)


class SentenceNodes:
    """The phrases of one sentence as nodes."""

    def __init__(self, clauses: Clauses) -> None:
        self.clauses = clauses

    @property
    def first(self) -> int:
        """Its first token."""
        return self.clauses.first

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.clauses.last

    @property
    def lows(self) -> Sequence[str]:
        """Its tokens in lower case."""
        return self.clauses.syntax.lows[self.first : self.last]

    def verbs_among(self, words: Container[str]) -> list[PhraseNode]:
        """Return its verb groups whose head, in lower case, is one of the words."""
        places = range(len(self.clauses.phrases))
        found = (p for p in places if self.clauses.head(p) in words and self.clauses.is_verb(p))
        return [self.nodes[place] for place in found]

    @cached_property
    def nodes(self) -> tuple[PhraseNode, ...]:
        """All of them, in the order of the text."""
        return tuple(PhraseNode(self, place) for place in range(len(self.clauses.phrases)))

    def at(self, place: int) -> PhraseNode | None:
        """Return the phrase at a place, if there is one."""
        return self.nodes[place] if 0 <= place < len(self.nodes) else None

    def holding(self, token: int) -> PhraseNode | None:
        """Return the phrase that holds a token of the sentence, if one does."""
        return self.at(self.clauses.place_of(token))

    def of(self, places: list[int]) -> list[PhraseNode]:
        """Return the phrases at the places, in their order."""
        return [self.nodes[place] for place in places]

    def placed(self, places: list[tuple[str, int]]) -> Obliques:
        """Return the phrases at the places, each with its preposition."""
        return [(preposition, self.nodes[place]) for preposition, place in places]


def nodes_in(clauses: Clauses) -> SentenceNodes:
    """Return the phrases of a sentence whose clauses are known, made once."""
    key = (SentenceNodes, clauses.first)
    kept = clauses.doc.kept
    if key not in kept:
        kept[key] = SentenceNodes(clauses)
    found: SentenceNodes = kept[key]
    return found


def phrases_of(doc: Doc, sentence: Sentence) -> tuple[PhraseNode, ...]:
    """Return the phrases of a sentence, in the order of the text."""
    return nodes_in(clauses_of(doc, sentence)).nodes


def phrase_at(doc: Doc, token: int) -> PhraseNode | None:
    """Return the phrase that holds a token, by the token's index in the document."""
    sentence = doc.syntax.sentence_at(doc.syntax.starts[token])
    if sentence is None:
        return None
    return nodes_in(clauses_of(doc, sentence)).holding(token)
