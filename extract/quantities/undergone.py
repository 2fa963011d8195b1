"""What single persons underwent, numbered or not: killed, hurt, seized, lost, by their own hand."""

from collections.abc import Collection, Iterator, Sequence

from extract.doc import PhraseNode
from extract.doc.clauses import Clauses
from extract.doc.morphology import is_plural
from extract.doc.phrase_node import SentenceNodes, nodes_in
from extract.doc.tree import Form
from extract.doc.words import is_people
from extract.lexicon import table
from extract.lexicon.closed import BETWEEN_CLAUSES, INDEFINITES
from extract.quantities.affected import (
    Told,
    affected,
    is_passive,
    opening_outcome,
    single,
)
from extract.quantities.counted import Tokens
from extract.quantities.relations import Placed
from extract.quantities.words import listed, outcome_words
from extract.records import Figure, Span
from extract.vocabulary import Status

KILLED = "killed"
OUTCOMES = frozenset({KILLED, "wounded", "missing", "captured", "abducted"})
"""Outcomes that a person is counted for."""

_OF_THINGS = frozenset({"held", "destroyed"})
"""Outcomes of verbs that say too little of one person: "blew up", "charged"."""

Undergone = tuple[PhraseNode, str]
"""A noun phrase, and the outcome."""


def undergone(sentence: SentenceNodes) -> Iterator[Undergone]:
    """Yield each noun phrase of the sentence that underwent something, as a fact,
    with its outcome."""
    for noun, told in affected(sentence):
        for one in told:
            outcome = _of_person(noun, one)
            if outcome in OUTCOMES and took_place(one.by):
                yield noun, outcome
    for verb in sentence.verbs_among(single("finding")):
        yield from _remains(verb)


def _of_person(noun: PhraseNode, told: Told) -> str | None:
    """What a single person underwent; none from words that say too little of one."""
    by = told.by
    if told.construction == "beside" and noun.verb_at(noun.last):
        return None  # the verb tells it, with its negation
    if told.construction == "noun" and by.word in single("not_of"):
        return None
    if by.is_verb and by.word in single("weak") and not by.is_passive:
        return None
    if told.outcome in _OF_THINGS or (
        told.outcome == "beaten" and by.word not in single("shooting")
    ):
        return None
    return outcome_words().of_people.get(told.outcome, told.outcome)


def _remains(verb: PhraseNode) -> Iterator[Undergone]:
    """ "a body was found": of whom is not told."""
    if not took_place(verb):
        return
    for noun in verb.subjects if is_passive(verb) else verb.objects:
        whose = noun.possessors or "of" in dict(noun.modifiers)
        if noun.word in single("remains") and not whose:
            yield noun, KILLED


def took_place(phrase: PhraseNode) -> bool:
    """Return whether it is told as a fact: not denied, planned, feared,
    asked or said of any such case."""
    if phrase.status is not Status.ACTUAL or phrase.low(phrase.sentence.last - 1) == "?":
        return False
    if _is_denied(phrase):
        return False
    of_any_case = phrase.is_verb and _opens_case(phrase) and _is_present(phrase)
    return not (of_any_case or (phrase.is_verb and _is_attempt(phrase)))


def _is_denied(phrase: PhraseNode) -> bool:
    """ "denied that it had shot a boy"."""
    return phrase.governor is not None and phrase.governor.word in single("denying")


def _is_attempt(verb: PhraseNode) -> bool:
    """ "tried to kill the president", "an attempt to abduct a judge", "illegal to detain"."""
    if verb.form is not Form.INFINITIVE:
        return False
    above = (verb.governor, verb.before)
    attempting = any(one is not None and one.word in single("attempting") for one in above)
    return attempting or verb.pos(verb.first - 1) == "ADJ"


def _opens_case(verb: PhraseNode) -> bool:
    """Whether "when" or the like stands before the clause."""
    first = min([verb.first, *(one.first for one in verb.children if one.is_noun)])
    return verb.low(first - 1) in single("whenever")


def _is_present(verb: PhraseNode) -> bool:
    return verb.low(verb.first) in ("is", "are", "gets") or verb.inflection in ("VBZ", "VBP")


_PERSONAL = frozenset({"he", "she", "him", "her"})


def single_persons(clauses: Clauses, names: Collection[int]) -> Iterator[tuple[Span, str]]:
    """Yield each single person of a sentence to whom something happened, with the outcome.

    "The boy later died", "she was pronounced dead": a person told of before counts as well as one
    brought in; `names` are the tokens of the names of persons.
    """
    for noun, outcome in undergone(nodes_in(clauses)):
        if _is_single(noun, names):
            yield Span(*noun.span), outcome


def _is_single(noun: PhraseNode, names: Collection[int]) -> bool:
    first, head, words = noun.low(noun.first), noun.word, table("people")["single"]
    if first in words["not_one"] or head in words["never"] or head in INDEFINITES:
        return False
    if head in _PERSONAL or noun.head in names:
        return True
    if noun.text.lower().endswith(tuple(listed("age", "old"))):
        return True
    return is_people(head) and not are_several(head)


def are_several(head: str) -> bool:
    """Return whether a noun, in lower case, stands for more than one: "villagers", "clergy"."""
    return is_plural(head) or head in table("people")["single"]["plural"]


_ALONE = frozenset({"himself", "herself"})
_JOINING = frozenset({"and", "then"})
_LIFE_REACH = 4
"""Tokens from the verb to the end of "took his own life"."""


def own_deaths(sentence: SentenceNodes) -> Iterator[Tokens]:
    """Yield the tokens of words for the own death of one person.

    "Killed three people and then himself", "before taking his own life". Codebooks count it: ACLED,
    UCDP and the Gun Violence Archive have attackers among the dead.
    """
    for phrase in sentence.nodes if _tells_of_own(sentence) else ():
        if phrase.is_noun and phrase.word in _ALONE and _is_killed(phrase):
            yield phrase.head, phrase.head + 1
        elif phrase.is_verb and (taken := _taken(phrase)) and took_place(phrase):
            yield taken


def _tells_of_own(sentence: SentenceNodes) -> bool:
    """Whether a word for it stands in the sentence at all."""
    told = table("figures")["own_death"]
    return not _ALONE.union(told["taking"], told["committing"]).isdisjoint(sentence.lows)


def _is_killed(noun: PhraseNode) -> bool:
    killed = [one for one, outcome in undergone(noun.sentence) if outcome == KILLED]
    joined = noun.low(noun.first - 1) in _JOINING
    return noun in killed or (joined and any(one.place < noun.place for one in killed))


def _taken(verb: PhraseNode) -> Tokens | None:
    """ "took her own life", "committed suicide"."""
    behind, told = verb.head + 1, table("figures")["own_death"]
    words = [verb.low(token) for token in range(behind, verb.head + _LIFE_REACH)]
    if verb.word in told["taking"] and " ".join(words) in told["taken"]:
        return behind, verb.head + _LIFE_REACH
    committed = verb.word in told["committing"] and words[:1] == told["committed"]
    return (behind, behind + 1) if committed else None


_OPENS_LIST = frozenset({",", "-", "(", ":"}) | BETWEEN_CLAUSES
_CLOSES = frozenset({",", ".", "-", ")"}) | BETWEEN_CLAUSES
_LONGEST_LIST = 16
"""Phrases of a list, its first included."""
_LINKS = frozenset({",", "and"})
_TOLD = frozenset({"pred", "obj", "subj", "conj"})


def may_hold(figure: Figure) -> bool:
    """Return whether the figure counts several who were affected."""
    least = figure.low or figure.point or figure.high or 0
    return figure.outcome in OUTCOMES and figure.unit is None and least > 1


def is_part(noun: PhraseNode) -> bool:
    """Return whether "including" or "among them" stands before a noun phrase."""
    two_before, before = (noun.low(noun.first - back) for back in (2, 1))
    among = two_before == "among" and before in ("them", "whom")
    return among or before in listed("counted", "part")


def explains(lead: PhraseNode, noun: PhraseNode, wholes: Sequence[Placed]) -> bool:
    """Return whether those listed are those counted before: "Two people,
    a man and a woman, died"."""
    start, end = lead.span
    whole = next((p.figure for p in wholes if start <= p.figure.start < end), None)
    if whole is None or whole.unit is not None:
        return False
    if noun.role == "appos":
        return True
    if lead.word in single("own_kind"):
        return False
    closed = lead.low(lead.conjuncts[-1].last) or "."
    opened = lead.low(lead.last) in _OPENS_LIST and closed in _CLOSES
    return opened and whole.point == len(lead.conjuncts) - 1


def listed_among(sentence: SentenceNodes) -> Iterator[Undergone]:
    """Yield who is told to be one of those: "Among the dead was a doctor",
    "the wounded include ..."."""
    for verb in sentence.verbs_among(single("listing")):
        outcome = _outcome_of_those(verb)
        if outcome and took_place(verb):
            told = [lead for lead in verb.nouns_behind if lead.role in _TOLD]
            found = {one for lead in told for one in (*lead.conjuncts, *_chained(lead))}
            yield from ((noun, outcome) for noun in sorted(found, key=lambda one: one.place))


def _chained(lead: PhraseNode) -> Iterator[PhraseNode]:
    """The phrases that commas and "and" alone part from this one and from one another."""
    before = lead
    for noun in lead.following[: _LONGEST_LIST - 1]:
        words = before.words_between(noun)
        if not words or not _LINKS.issuperset(words) or not noun.is_noun:
            return
        yield noun
        before = noun


def _outcome_of_those(verb: PhraseNode) -> str | None:
    """Of "the dead", "those killed" right before the verb, or of "Killed" that opens it."""
    opened = opening_outcome(verb)
    if opened in OUTCOMES:
        return opened
    last = verb.first - 1
    before = verb.low(last - 1)
    if before and before not in single("those") and not is_plural(before):
        return None
    outcome = outcome_words().beside.get(verb.low(last))
    return outcome if outcome in OUTCOMES else None
