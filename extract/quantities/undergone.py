"""Who is affected by what a verb or noun tells: "was shot dead", "the arrest of"."""

from collections.abc import Iterator

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.status import status_of
from extract.doc.tree import Form
from extract.lexicon import cached, table
from extract.lexicon.closed import BE
from extract.quantities.words import OutcomeWords, if_fatal, listed, outcome_words
from extract.vocabulary import Status

KILLED = "killed"
OUTCOMES = frozenset({KILLED, "wounded", "missing", "captured", "abducted"})
"""Outcomes that a person is counted for."""

_BETWEEN = frozenset({"ADV", "ADJ", "VERB", "AUX", "PART"})
_OF_THINGS = frozenset({"held", "destroyed"})
"""Outcomes of verbs that say too little of one person: "blew up", "charged"."""
_COMPLEMENT = 4
_PHRASE = 3

Undergone = tuple[int, str]
"""The place of a noun phrase in its clauses, and the outcome."""


def undergone(clauses: Clauses) -> Iterator[Undergone]:
    """Yield each noun phrase of the sentence that underwent something, as a fact,
    with its outcome."""
    for place in range(len(clauses.phrases)):
        if clauses.is_verb(place):
            yield from _of_verb(clauses, place)
        elif clauses.is_noun(place):
            yield from _of_noun(clauses, place)


def _behind_pair(clauses: Clauses, noun: int) -> str | None:
    """Of "shot dead a guard", whatever the tagger takes "shot" for."""
    first = clauses.phrases[noun].first
    if first - 2 < clauses.sentence.first:
        return None
    pair = f"{clauses.syntax.lower(first - 2)} {clauses.syntax.lower(first - 1)}"
    outcome = outcome_words().objects.get(pair)
    verb = clauses.place_of(first - 2)
    if outcome not in OUTCOMES or (clauses.is_verb(verb) and clauses.objects(verb)):
        return None
    return outcome


def _of_verb(clauses: Clauses, verb: int) -> Iterator[Undergone]:
    if not took_place(clauses, verb, verbal=True):
        return
    if clauses.head(verb) in _lists()["finding"]:
        yield from _remains(clauses, verb)
    outcome = _passive_outcome(clauses, verb) if _is_passive(clauses, verb) else None
    if outcome is None and not clauses.is_passive(verb):
        outcome = _subject_outcome(clauses, verb)
        if outcome is None:
            yield from _of_objects(clauses, verb)
    if outcome in OUTCOMES:
        yield from ((place, outcome) for place in clauses.subjects(verb))


def _is_passive(clauses: Clauses, verb: int) -> bool:
    """Passive by its form, or a past participle alone: "left one dead and a nurse wounded".

    So is one that shares the auxiliary before: "a man was killed and his wife wounded".
    """
    if clauses.is_passive(verb):
        return True
    phrase, forms = clauses.phrases[verb], clauses.syntax.forms
    if phrase.first != phrase.head or not forms or clauses.objects(verb):
        return False
    above = clauses.governor(verb)
    shared = phrase.clause == "conj" and clauses.is_verb(above) and clauses.is_passive(above)
    return forms[phrase.head] == "VBN" or (shared and forms[phrase.head] == "VBD")


def _remains(clauses: Clauses, verb: int) -> Iterator[Undergone]:
    """ "a body was found": of whom is not told."""
    told = clauses.subjects(verb) if _is_passive(clauses, verb) else clauses.objects(verb)
    for place in told:
        whose = clauses.possessors(place) or "of" in dict(clauses.modifiers(place))
        if clauses.head(place) in _lists()["remains"] and not whose:
            yield place, "killed"


def _of_objects(clauses: Clauses, verb: int) -> Iterator[Undergone]:
    outcome = _base_outcome(clauses, verb)
    for place in clauses.objects(verb):
        told = outcome
        if clauses.head(verb) in _leaving():
            behind = _complement(clauses, clauses.phrases[clauses.conjuncts(place)[-1]].last)
            told = behind or _phrase(clauses, clauses.phrases[place].last) or outcome
        if told in OUTCOMES:
            yield place, told


def _of_noun(clauses: Clauses, noun: int) -> Iterator[Undergone]:
    """ "the body of a woman", "the mayor's murder", "the arrest of a teacher"."""
    paired = _behind_pair(clauses, noun)
    if paired:
        yield from ((place, paired) for place in clauses.conjuncts(noun))
    head = clauses.head(noun)
    outcome = outcome_words().of.get(head)
    if outcome not in OUTCOMES or head in _lists()["not_of"]:
        return
    if not took_place(clauses, noun, verbal=False):
        return
    whose = [place for link, place in clauses.modifiers(noun) if link == "of"]
    yield from ((place, outcome) for place in [*whose, *clauses.possessors(noun)])


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
    return above != NONE and clauses.head(above) in _lists()["denying"]


def _is_attempt(clauses: Clauses, verb: int) -> bool:
    """ "tried to kill the president", "an attempt to abduct a judge", "illegal to detain"."""
    if clauses.form(verb) is not Form.INFINITIVE:
        return False
    before = clauses.phrases[verb].first - 1
    if before >= clauses.sentence.first and clauses.syntax.pos[before] == "ADJ":
        return True
    above = [clauses.governor(verb), verb - 1]
    return any(place >= 0 and clauses.head(place) in _lists()["attempting"] for place in above)


def _opens_case(clauses: Clauses, verb: int) -> bool:
    """Whether "when" or the like stands before the clause."""
    first = min([verb, *(p for p in clauses.children(verb) if clauses.is_noun(p))])
    before = clauses.phrases[first].first - 1
    return before >= clauses.sentence.first and (
        clauses.syntax.lower(before) in _lists()["whenever"]
    )


def _present(clauses: Clauses, verb: int) -> bool:
    phrase = clauses.phrases[verb]
    first = clauses.syntax.lower(phrase.first)
    forms = clauses.syntax.forms
    return first in ("is", "are", "gets") or bool(forms and forms[phrase.head] in ("VBZ", "VBP"))


def _passive_outcome(clauses: Clauses, verb: int) -> str | None:
    head, last = clauses.phrases[verb].head, clauses.phrases[verb].last
    return (
        _phrase(clauses, head)
        or _complement(clauses, head + 1)
        or _phrase(clauses, last)
        or _base_outcome(clauses, verb)
    )


def _subject_outcome(clauses: Clauses, verb: int) -> str | None:
    """Of those who die, vanish, are missing or lose their lives."""
    head, words = clauses.head(verb), outcome_words()
    if head in BE or head in listed("counted", "remaining"):
        return _complement(clauses, clauses.phrases[verb].head + 1)
    objects = clauses.objects(verb)
    lost = any(clauses.head(place) in listed("counted", "lives") for place in objects)
    done = head in words.objects and objects and not lost
    told = None if done else _phrase(clauses, clauses.phrases[verb].head)
    subject = words.subjects.get(head) if head not in _weak() else None
    return subject if subject in OUTCOMES else told


def _base_outcome(clauses: Clauses, verb: int) -> str | None:
    """What the verb alone does to people; of a weak one, only with a word that makes it sure."""
    words: OutcomeWords = outcome_words()
    head, behind = clauses.head(verb), clauses.phrases[verb].head + 1
    pair = f"{head} {_lower(clauses, behind)}"
    outcome = words.objects.get(pair)
    if outcome is None and (head not in _weak() or clauses.is_passive(verb)):
        outcome = words.objects.get(head)
    told = f"{_lower(clauses, behind)} {_lower(clauses, behind + 1)}"
    outcome = if_fatal(outcome, _lower(clauses, behind - 2), told)
    if outcome == "beaten" and head not in _shooting():
        return None
    return words.of_people.get(outcome, outcome) if outcome and outcome not in _OF_THINGS else None


def _complement(clauses: Clauses, token: int) -> str | None:
    """ "was found dead", "left a man wounded", "was reported missing"."""
    for place in range(token, min(token + _COMPLEMENT, clauses.sentence.last)):
        word = clauses.syntax.lower(place)
        outcome = outcome_words().beside.get(word)
        if outcome in OUTCOMES and word not in _weak():
            return outcome
        if clauses.syntax.pos[place] not in _BETWEEN:
            return None
    return None


def _phrase(clauses: Clauses, token: int) -> str | None:
    """ "lost his life", "taken into custody", "stabbed ... to death"."""
    for place in range(token, min(token + _PHRASE, clauses.sentence.last)):
        for words, outcome in outcome_words().phrases.get(_lower(clauses, place), ()):
            reads = (_lower(clauses, place + 1 + n) == word for n, word in enumerate(words))
            if outcome in OUTCOMES and all(reads):
                return outcome
    return None


def _lower(clauses: Clauses, token: int) -> str:
    return clauses.syntax.lower(token) if token < clauses.sentence.last else ""


def _lists() -> dict[str, list[str]]:
    lists: dict[str, list[str]] = table("people")["single"]
    return lists


@cached
def _weak() -> frozenset[str]:
    return frozenset(_lists()["weak"])


@cached
def _leaving() -> frozenset[str]:
    return frozenset(_lists()["leaving"])


@cached
def _shooting() -> frozenset[str]:
    return frozenset(_lists()["shooting"])
