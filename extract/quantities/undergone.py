"""Who is affected by what a verb or noun tells: "was shot dead", "the arrest of"."""

from collections.abc import Iterator

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.status import status_of
from extract.doc.tree import Form
from extract.quantities.affected import Told, affected, is_passive, single
from extract.quantities.words import outcome_words
from extract.vocabulary import Status

KILLED = "killed"
OUTCOMES = frozenset({KILLED, "wounded", "missing", "captured", "abducted"})
"""Outcomes that a person is counted for."""

_OF_THINGS = frozenset({"held", "destroyed"})
"""Outcomes of verbs that say too little of one person: "blew up", "charged"."""

Undergone = tuple[int, str]
"""The place of a noun phrase in its clauses, and the outcome."""


def undergone(clauses: Clauses) -> Iterator[Undergone]:
    """Yield each noun phrase of the sentence that underwent something, as a fact,
    with its outcome."""
    for place, told in affected(clauses):
        for one in told:
            outcome = _of_person(clauses, place, one)
            if outcome in OUTCOMES and took_place(clauses, one.by, verbal=clauses.is_verb(one.by)):
                yield place, outcome
    for verb in range(len(clauses.phrases)):
        if clauses.is_verb(verb) and clauses.head(verb) in single("finding"):
            yield from _remains(clauses, verb)


def _of_person(clauses: Clauses, place: int, told: Told) -> str | None:
    """What a single person underwent; none from words that say too little of one."""
    head = clauses.head(told.by)
    if told.construction == "beside" and clauses.verb(clauses.phrases[place].last):
        return None  # the verb tells it, with its negation
    if told.construction == "noun" and head in single("not_of"):
        return None
    verbal = clauses.is_verb(told.by)
    if verbal and head in single("weak") and not clauses.is_passive(told.by):
        return None
    if told.outcome in _OF_THINGS or (told.outcome == "beaten" and head not in single("shooting")):
        return None
    return outcome_words().of_people.get(told.outcome, told.outcome)


def _remains(clauses: Clauses, verb: int) -> Iterator[Undergone]:
    """ "a body was found": of whom is not told."""
    if not took_place(clauses, verb, verbal=True):
        return
    told = clauses.subjects(verb) if is_passive(clauses, verb) else clauses.objects(verb)
    for place in told:
        whose = clauses.possessors(place) or "of" in dict(clauses.modifiers(place))
        if clauses.head(place) in single("remains") and not whose:
            yield place, KILLED


def took_place(clauses: Clauses, place: int, *, verbal: bool) -> bool:
    """Return whether it is told as a fact: not denied, planned, feared,
    asked or said of any such case."""
    phrase = clauses.phrases[place]
    if status_of(clauses, phrase.first, phrase.head, verbal=verbal) is not Status.ACTUAL:
        return False
    sentence = clauses.sentence
    if clauses.syntax.word(sentence.last - 1) == "?" or _is_denied(clauses, place):
        return False
    if verbal and _is_attempt(clauses, place):
        return False
    return not (verbal and _opens_case(clauses, place) and _present(clauses, place))


def _is_denied(clauses: Clauses, place: int) -> bool:
    """ "denied that it had shot a boy"."""
    above = clauses.governor(place)
    return above != NONE and clauses.head(above) in single("denying")


def _is_attempt(clauses: Clauses, verb: int) -> bool:
    """ "tried to kill the president", "an attempt to abduct a judge", "illegal to detain"."""
    if clauses.form(verb) is not Form.INFINITIVE:
        return False
    before = clauses.phrases[verb].first - 1
    if before >= clauses.sentence.first and clauses.syntax.pos[before] == "ADJ":
        return True
    above = [clauses.governor(verb), verb - 1]
    return any(place >= 0 and clauses.head(place) in single("attempting") for place in above)


def _opens_case(clauses: Clauses, verb: int) -> bool:
    """Whether "when" or the like stands before the clause."""
    first = min([verb, *(p for p in clauses.children(verb) if clauses.is_noun(p))])
    before = clauses.phrases[first].first - 1
    return before >= clauses.sentence.first and clauses.syntax.lower(before) in single("whenever")


def _present(clauses: Clauses, verb: int) -> bool:
    phrase = clauses.phrases[verb]
    first = clauses.syntax.lower(phrase.first)
    forms = clauses.syntax.forms
    return first in ("is", "are", "gets") or bool(forms and forms[phrase.head] in ("VBZ", "VBP"))
