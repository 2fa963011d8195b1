"""Persons counted though no number stands there: "a man was shot dead", "his wife was wounded"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from extract.doc import Doc, PhraseNode
from extract.doc.clauses import clauses_of
from extract.doc.phrase_node import SentenceNodes, nodes_in
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.lexicon.closed import POSSESSIVES, REFLEXIVES
from extract.quantities.appositions import ages_behind, is_described_again
from extract.quantities.numeral import HYPHENS
from extract.quantities.relations import Placed
from extract.quantities.undergone import (
    KILLED,
    OUTCOMES,
    Undergone,
    are_several,
    explains,
    is_part,
    listed_among,
    may_hold,
    own_deaths,
    undergone,
)
from extract.quantities.words import listed, outcome_words
from extract.records import Figure, Reading, Span
from extract.vocabulary import FigureRole, Label, Qualifier

_INDEFINITE = frozenset({"a", "an", "another", "one"})

_Fates = dict[PhraseNode, str]
"""Noun phrases for persons, each with what became of them."""


def persons(reading: Reading, doc: Doc, numbered: Sequence[Placed]) -> list[Placed]:
    """Return one figure of one for each person who was killed, wounded, seized or lost.

    None where a number stands already, and one alone for a person who is mentioned again.
    """
    return list(_Roll(reading, doc, numbered).called())


def tokens_of_names(reading: Reading, syntax: Syntax) -> set[int]:
    """Return tokens of the names of persons."""
    known: dict[bool, set[int]] = {True: set(), False: set()}
    for entity in reading.entities:
        for mention in entity.mentions:
            tokens = syntax.tokens_in(mention.start, mention.end)
            known[entity.label is Label.PERSON].update(tokens)
    tagged = {
        t for name in syntax.names if name.kind == "PER" for t in range(name.first, name.last)
    }
    found = known[True] or tagged - known[False]
    return {t for t in found if syntax.pos[t] == "PROPN"}


class _Roll:
    """Persons in the order of the text, with those who are counted already."""

    def __init__(self, reading: Reading, doc: Doc, numbered: Sequence[Placed]) -> None:
        self._doc = doc
        self._syntax = syntax = doc.syntax
        self._names = tokens_of_names(reading, syntax)
        self._others = {
            token
            for entity in reading.entities
            if entity.label is not Label.PERSON
            for mention in entity.mentions
            for token in syntax.tokens_in(mention.start, mention.end)
            if syntax.pos[token] == "PROPN"
        }
        self._counted = _counted_tokens(syntax, numbered)
        self._ages = {p.figure.start: p.figure.end for p in numbered if p.figure.outcome == "age"}
        self._by_sentence: dict[int, list[Placed]] = {}
        for placed in numbered:
            self._by_sentence.setdefault(placed.sentence, []).append(placed)
        self._known: set[tuple[str, str]] = set()

    def called(self) -> Iterator[Placed]:
        """Yield the figures, sentence by sentence."""
        for number, sentence in enumerate(self._syntax.sentences):
            phrases = nodes_in(clauses_of(self._doc, sentence))
            told = _worst(undergone(phrases))
            among = dict(listed_among(phrases))
            opened = sentence.last > sentence.first and self._syntax.pos[sentence.first] == "VERB"
            told = {**self._parts(phrases, number, told), **among, **told}
            yield from self._own_deaths(phrases, number, told)
            for noun in sorted(told, key=lambda one: one.place):
                yield from self._person(noun, told[noun], number, noun in among and not opened)

    def _own_deaths(self, phrases: SentenceNodes, number: int, told: _Fates) -> Iterator[Placed]:
        """Attackers who killed themselves, once a report; beside their victims one more."""
        victims = any(
            outcome == KILLED and noun.word not in REFLEXIVES for noun, outcome in told.items()
        )
        for first, last in own_deaths(phrases):
            if ("", KILLED) in self._known:
                return
            self._known.add(("", KILLED))
            span = Span(*self._syntax.span_of(first, last))
            role = FigureRole.ADDITIVE if victims else FigureRole.PLAIN
            yield Placed(_one_killed(span, role), number, refers_back=False)

    def _parts(self, phrases: SentenceNodes, number: int, told: _Fates) -> _Fates:
        """Those told to be among others who are counted: "12 people, including a child"."""
        wholes = [p.figure for p in self._by_sentence.get(number, ()) if may_hold(p.figure)]
        found: _Fates = {}
        for noun in phrases.nodes if wholes else ():
            if not noun.is_noun or noun in told:
                continue
            before = [w for w in wholes if w.end <= noun.span[0]]
            if before and is_part(noun):
                found.update(dict.fromkeys(noun.conjuncts, before[-1].outcome))
        return found

    def _person(self, noun: PhraseNode, outcome: str, number: int, among: bool) -> Iterator[Placed]:
        sentence = noun.sentence.clauses.sentence
        phrase = self._whole(noun.phrase, sentence)
        number_of = float(self._several(phrase))
        one = self._is_one_person(phrase, sentence) and not is_described_again(noun, self._names)
        if not (one or number_of) or self._again(phrase, outcome):
            return
        number_of = number_of or 1
        first, last = noun.extent
        start, end = self._syntax.span_of(min(first, phrase.first), last)
        if self._syntax.lower(phrase.first) == "another":
            outcome = outcome_words().beside.get(self._syntax.lower(phrase.head), outcome)
        role = FigureRole.SUBSET if among else self._role(noun, number)
        figure = Figure(
            "",
            start,
            end,
            number_of,
            number_of,
            number_of,
            Qualifier.EXACT,
            self._description(phrase),
            None,
            outcome,
            role=role,
        )
        yield Placed(figure, number, refers_back=among)

    def _is_next(self, phrase: Phrase) -> bool:
        """ "A third soldier": one more than those told before."""
        words = (self._syntax.lower(token) for token in range(phrase.first + 1, phrase.last))
        opening = self._syntax.lower(phrase.first) in ("a", "an")
        return opening and any(word in _single()["following"] for word in words)

    def _several(self, phrase: Phrase) -> int:
        """How many there are of whom no number tells: "a couple", "his sons, 8 and 11"; else 0."""
        if any(token in self._counted for token in range(phrase.first, phrase.last)):
            return 0
        head, words = self._syntax.lower(phrase.head), table("people")["several"]
        of = self._syntax.lower(phrase.last) if phrase.last < len(self._syntax) else ""
        if head in words and of != "of":
            return int(words[head])
        if not is_people(head) or not are_several(head):
            return 0
        if self._syntax.lower(phrase.first) == "both":
            return 2
        told = ages_behind(self._syntax, phrase, self._ages)
        return told if told > 1 else 0

    def _whole(self, phrase: Phrase, sentence: Sentence) -> Phrase:
        """The phrase with what a hyphen joins to it: "an off-duty policeman"."""
        first = phrase.first
        while first - 2 >= sentence.first and self._is_tied(first - 1):
            first -= 2
        joined = first < phrase.first and first > sentence.first
        if joined and self._syntax.pos[first - 1] in ("DET", "PRON"):
            first -= 1
        return replace(phrase, first=first)

    def _is_tied(self, hyphen: int) -> bool:
        """Whether a hyphen joins words: none does behind a dateline, "May 2024 - The mayor"."""
        syntax = self._syntax
        close = syntax.ends[hyphen - 1] == syntax.starts[hyphen]
        return close and syntax.lower(hyphen) in HYPHENS

    def _description(self, phrase: Phrase) -> Span:
        first = phrase.first
        while first < phrase.head and self._syntax.pos[first] in ("DET", "PRON"):
            first += 1
        return Span(*self._syntax.span_of(first, phrase.last))

    def _role(self, noun: PhraseNode, number: int) -> str:
        another = noun.low(noun.first) == "another"
        victim = noun.word in table("outcomes")["noun"]["casualties"]
        if victim and (another or self._is_counted_to(noun)):
            return FigureRole.PLAIN  # "another victim, Aro, was a nurse": one of those counted
        if another or self._is_next(noun.phrase):
            return FigureRole.ADDITIVE
        lead = _lead_of(noun)
        if lead.place > noun.place:
            return FigureRole.PLAIN
        listed = lead != noun and explains(lead, noun, self._by_sentence.get(number, ()))
        return FigureRole.SUBSET if listed or is_part(lead) else FigureRole.PLAIN

    def _is_counted_to(self, noun: PhraseNode) -> bool:
        """Whether as many are counted somewhere as an ordinal tells: "a third victim" of three."""
        following = table("people")["single"]["following"]
        words = (noun.low(token) for token in range(noun.first, noun.last))
        told = next((following.index(word) for word in words if word in following), None)
        numbered = (placed.figure for group in self._by_sentence.values() for placed in group)
        return told is not None and any(
            (figure.low or 0) >= told + 2 for figure in numbered if figure.outcome in OUTCOMES
        )

    def _is_one_person(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether a noun phrase names or brings in a single person who is not counted yet."""
        if self._is_counted(phrase) or self._denies_one(phrase, sentence):
            return False
        if phrase.head in self._names:
            return True
        if are_several(self._syntax.lower(phrase.head)):
            return False
        if self._is_one_more(phrase):
            return phrase.first == sentence.first or self._after_another(phrase, sentence)
        return self._means_somebody(phrase) and self._is_introduced(phrase, sentence)

    def _is_counted(self, phrase: Phrase) -> bool:
        """Whether a number counts the phrase, or its head belongs to what is no person's name."""
        tokens = range(phrase.first, phrase.last)
        return phrase.head in self._others or any(token in self._counted for token in tokens)

    def _denies_one(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether the first word, or the one before it, tells of no single person: "every man"."""
        words = _single()
        before = self._syntax.lower(phrase.first - 1) if phrase.first > sentence.first else ""
        return self._syntax.lower(phrase.first) in words["not_one"] or before in words["not_after"]

    def _is_one_more(self, phrase: Phrase) -> bool:
        """ "another", "another wounded", "a third": the noun stands before."""
        first, head = self._syntax.lower(phrase.first), self._syntax.lower(phrase.head)
        if first == "another":
            return head == first or head in outcome_words().beside
        return first in ("a", "an") and head in _single()["following"]

    def _means_somebody(self, phrase: Phrase) -> bool:
        """Whether the head stands for a person, be it by an age: "a nurse", "a 12-year-old"."""
        head, words = self._syntax.lower(phrase.head), _single()
        if head in words["never"] or self._syntax.pos[phrase.head] == "PROPN":
            return False
        if head.endswith(tuple(listed("age", "old"))) or self._is_age(phrase):
            return True
        return is_people(head) or head in words["more"] | words["remains"]

    def _is_age(self, phrase: Phrase) -> bool:
        """Whether the phrase is an age in several tokens: "a 6-year-old"."""
        start, end = self._syntax.starts[phrase.first], self._syntax.ends[phrase.last - 1]
        return self._syntax.text[start:end].lower().endswith(tuple(listed("age", "old")))

    def _after_another(self, phrase: Phrase, sentence: Sentence) -> bool:
        """ "One soldier was killed and another wounded": who is meant has stood before."""
        return any(
            sentence.first <= token < phrase.first and is_people(self._syntax.word(token))
            for token in range(sentence.first, phrase.first)
        )

    def _is_introduced(self, phrase: Phrase, sentence: Sentence) -> bool:
        """Whether the words bring a person in, rather than go back to one: "the man"."""
        words, first = _single(), self._syntax.lower(phrase.first)
        if first == "the":
            ordinal = any(self._syntax.lower(t) in words["ordinals"] for t in _inner(phrase))
            return self._syntax.lower(phrase.head) in words["definite"] and not ordinal
        if first in _INDEFINITE or first in POSSESSIVES or phrase.role == "conj":
            return True
        owned = phrase.first > sentence.first and self._syntax.lower(phrase.first - 1) in (
            "'s",
            "’s",
        )
        return owned or phrase.first == sentence.first

    def _again(self, phrase: Phrase, outcome: str) -> bool:
        """Whether a person of that name or part is counted with the outcome; remembers this one."""
        keys = {(key, outcome) for key in self._keys(phrase)}
        new_one = self._syntax.lower(phrase.first) in _INDEFINITE
        known = not new_one and (self._key(phrase), outcome) in self._known
        self._known |= keys
        return known

    def _keys(self, phrase: Phrase) -> Iterator[str]:
        for token in range(phrase.first, phrase.last):
            if self._syntax.pos[token] in ("NOUN", "PROPN"):
                yield self._syntax.lower(token)

    def _key(self, phrase: Phrase) -> str:
        return self._syntax.lower(phrase.head)


def _one_killed(words: Span, role: str) -> Figure:
    exact = Qualifier.EXACT
    return Figure("", words.start, words.end, 1, 1, 1, exact, words, None, KILLED, role=role)


def _worst(undergone: Iterable[Undergone]) -> _Fates:
    """One outcome for each: who was shot and killed was killed."""
    told: _Fates = {}
    for noun, outcome in undergone:
        if told.setdefault(noun, outcome) != KILLED and outcome == KILLED:
            told[noun] = KILLED
    return told


def _lead_of(noun: PhraseNode) -> PhraseNode:
    """The first of a list that a noun stands in, or what it is in apposition to."""
    lead = noun
    while lead.role in ("conj", "appos") and lead.place <= noun.place:
        above = lead.governor
        if above is None or not above.is_noun:
            break
        lead = above
    return lead


def _inner(phrase: Phrase) -> range:
    return range(phrase.first + 1, phrase.head)


def _counted_tokens(syntax: Syntax, numbered: Sequence[Placed]) -> set[int]:
    """Tokens of the numbers, and of what they count; ages leave out nobody."""
    found: set[int] = set()
    for placed in numbered:
        figure = placed.figure
        if figure.unit is None:
            spans = [figure.span, *([figure.counted] if figure.counted else [])]
            found.update(t for span in spans for t in syntax.tokens_in(span.start, span.end))
    return found


@cached
def _single() -> dict[str, frozenset[str]]:
    """Words about single persons, by what they tell."""
    lists = table("people")
    words = {name: frozenset(own) for name, own in lists["single"].items()}
    roles = [*lists["role"]["office"], *lists["role"]["trade"], *lists["role"]["kin"]]
    known = frozenset(roles) | words["unique"]
    return {**words, "definite": known - words["returning"]}
