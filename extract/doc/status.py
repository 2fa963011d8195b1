"""Whether an event took place: denied, planned, imagined, or told as what went before."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.morphology import all_noun_forms, all_verb_forms, noun_forms, verb_forms
from extract.doc.tree import Form
from extract.doc.words import grammar
from extract.lexicon import cached, table
from extract.vocabulary import Status

_BEFORE = 5
"""Tokens before a trigger that are searched for "instead of" and the like."""
_GOVERNED = frozenset({"obj", "subjpass", "obl"})
_DEEPEST = 5
"""Phrases that lead up to a verb of denial."""
_ASIDE = frozenset({"advcl", "relcl", "parataxis", "root"})
"""Clauses that what is said of the verb above does not hold for."""
_HIGHEST = 3
"""Governing verbs and nouns that are asked: "denied planning to attack"."""


def status_of(clauses: Clauses, first: int, head: int, *, verbal: bool) -> Status:
    """Return the status that the words around a verb or noun give what it tells, dates left aside.

    `first` is the first token of the words that tell it, `head` the verb or noun itself.
    """
    place = clauses.place_of(head)
    signals = (
        _by_words_before(first, clauses),
        _by_own_phrase(head, place, clauses),
        _by_opener(place, clauses),
        _by_denial(place, clauses),
        _by_governors(place, clauses),
        None if verbal else _by_custom(head, clauses),
    )
    return next((status for status in signals if status), Status.ACTUAL)


def _by_words_before(first: int, clauses: Clauses) -> Status | None:
    place = clauses.place_of(first)
    start = clauses.phrases[place].first if place != NONE else first
    words = [
        clauses.syntax.lower(t) for t in range(max(start - _BEFORE, clauses.sentence.first), start)
    ]
    for phrase, status in signs().before.get(words[-1], ()) if words else ():
        if words[-len(phrase) :] == phrase:
            return status
    return None


def _by_own_phrase(head: int, place: int, clauses: Clauses) -> Status | None:
    """From the verb group, or from what modifies the noun."""
    if place == NONE:
        return None
    phrase = clauses.phrases[place]
    words = signs().auxiliaries if clauses.is_verb(place) else signs().modifiers
    found = [words.get(clauses.syntax.lower(token)) for token in range(phrase.first, head)]
    return next((status for status in found if status), None)


def _by_opener(place: int, clauses: Clauses) -> Status | None:
    """From a conjunction before the clause: "if rebels attack"."""
    verb = place
    for _ in range(_HIGHEST):
        if verb == NONE or clauses.is_verb(verb):
            break
        verb = clauses.governor(verb)
    if not clauses.is_verb(verb):
        return None
    opener = clauses.opener(verb)
    return signs().openers.get(opener) if opener else None


def _by_denial(place: int, clauses: Clauses) -> Status | None:
    """From somebody who denies it: "denied that its men had carried out the attack"."""
    named = False
    for _ in range(_DEEPEST):
        above = clauses.governor(place) if place != NONE else NONE
        accused = _is_accusation(above, clauses)
        if above == NONE or (_is_aside(place, clauses) and not accused):
            return None
        named = named or accused
        if clauses.is_verb(above) and _is_governed(place, clauses):
            named = named or any(_is_accusation(p, clauses) for p in clauses.objects(above))
            settled, status = _settled_by(above, place, named, clauses)
            if settled:
                return status
        place = above
    return None


def _is_accusation(place: int, clauses: Clauses) -> bool:
    return clauses.is_noun(place) and clauses.head(place) in grammar().accusations


def _is_aside(place: int, clauses: Clauses) -> bool:
    """Whether what is said of the verb above does not hold for a clause."""
    return clauses.is_verb(place) and clauses.phrases[place].clause in _ASIDE


def _settled_by(verb: int, place: int, named: bool, clauses: Clauses) -> tuple[bool, Status | None]:
    """Whether a verb above settles what is denied, and how; `named` if an accusation is named."""
    head = clauses.head(verb)
    if head in grammar().denying or (named and head in grammar().dismissing):
        kept = _is_beside(place, clauses) or _verb_status(verb, clauses)
        return True, None if kept else Status.NEGATED
    if _dismissed_before(verb, clauses):
        return True, Status.NEGATED
    return head in grammar().saying, None


def _dismissed_before(place: int, clauses: Clauses) -> bool:
    """Whether "claims" behind "rejected" is a noun that the tagger takes for a verb."""
    before = place - 1
    adjoins = before >= 0 and clauses.phrases[before].last == clauses.phrases[place].first
    noun = clauses.head(place) in grammar().accusations
    return noun and adjoins and clauses.head(before) in grammar().dismissing


def _is_beside(place: int, clauses: Clauses) -> bool:
    """Whether a clause is only joined to the one above: "denied it and attacked the town"."""
    joined = clauses.is_verb(place) and clauses.phrases[place].clause == "conj"
    return joined and clauses.form(place) is Form.FINITE


def is_custom(words: Iterable[str]) -> bool:
    """Return whether words, in lower case, tell of no single event: "have become routine"."""
    return any(word in signs().custom for word in words)


def _by_custom(head: int, clauses: Clauses) -> Status | None:
    """From words for no single event: "attacks have become routine"."""
    first, last = clauses.region(head)
    words = (clauses.syntax.lower(token) for token in range(first, last))
    return Status.BACKGROUND if is_custom(words) else None


def _by_governors(place: int, clauses: Clauses) -> Status | None:
    """From the verbs and nouns that the trigger depends on."""
    for _ in range(_HIGHEST):
        above = clauses.governor(place) if place != NONE else NONE
        if above == NONE or _is_presupposed(place, above, clauses):
            return None
        if _is_to_happen(place, above, clauses):
            return Status.PLANNED
        status = _by_noun_before(place, clauses) or _by_governor(place, above, clauses)
        if status:
            return status
        if not _passes_on(place, above, clauses):
            return None
        place = above
    return None


def _is_to_happen(place: int, above: int, clauses: Clauses) -> bool:
    """Whether what a noun tells is still to come: "the strike will take place on Friday"."""
    happens = clauses.is_verb(above) and clauses.head(above) in signs().happening
    subject = clauses.is_noun(place) and place in clauses.subjects(above)
    return happens and subject and _verb_status(above, clauses) is Status.PLANNED


def _is_presupposed(place: int, above: int, clauses: Clauses) -> bool:
    """Whether what governs a noun takes it for a fact: "an inquiry into the attack", "to stop
    the attacks"."""
    if not clauses.is_noun(place):
        return False
    # "Called for an end to the attacks": for the tagger the attacks hang on the verb.
    beside = clauses.place_of(clauses.extent(place)[0] - 2)
    return not {clauses.head(above), clauses.head(beside)}.isdisjoint(signs().factive)


def _by_noun_before(place: int, clauses: Clauses) -> Status | None:
    """From a noun right before an infinitive: "an order to surrender", "orders not to bomb"."""
    if place == 0 or not clauses.is_verb(place) or clauses.form(place) is not Form.INFINITIVE:
        return None
    if clauses.low(clauses.phrases[place].first - 1) == "not":
        return Status.NEGATED
    before = clauses.phrases[place - 1]
    if before.kind != "NP" or before.last != clauses.phrases[place].first:
        return None
    return signs().governing_nouns.get(clauses.head(place - 1))


def _by_governor(place: int, above: int, clauses: Clauses) -> Status | None:
    if clauses.is_noun(above):
        return signs().governing_nouns.get(clauses.head(above))
    if clauses.is_verb(place) and clauses.form(place) is Form.FINITE:
        return None
    head, verbs = clauses.head(above), signs().governing_verbs
    told = verbs.get(f"{head} {clauses.link(place)}")
    if told or not _is_governed(place, clauses):
        return told
    alone = verbs.get(head) if clauses.role(place) != "obl" else None
    return _verb_status(above, clauses) or alone or _by_purpose(place, head, clauses)


def _is_governed(place: int, clauses: Clauses) -> bool:
    """Whether what holds for the verb above holds for the phrase: it is no subject of it."""
    return clauses.is_verb(place) or clauses.role(place) in _GOVERNED


def _by_purpose(place: int, head: str, clauses: Clauses) -> Status | None:
    """An infinitive of purpose tells what was meant: "sent troops to retake the town"."""
    purpose = clauses.is_verb(place) and clauses.form(place) is Form.INFINITIVE
    return Status.PLANNED if purpose and head not in signs().implicative else None


def _verb_status(verb: int, clauses: Clauses) -> Status | None:
    phrase = clauses.phrases[verb]
    found = [
        signs().auxiliaries.get(clauses.syntax.lower(token))
        for token in range(phrase.first, phrase.head)
    ]
    return next((status for status in found if status), None)


def _passes_on(place: int, above: int, clauses: Clauses) -> bool:
    """Whether the next phrase up may still tell: through infinitives, participles and objects."""
    if clauses.is_verb(place):
        return clauses.form(place) is not Form.FINITE
    return clauses.is_noun(above) or clauses.head(above) in signs().implicative


@dataclass(frozen=True, slots=True)
class Signs:
    """Words that tell whether an event took place, each with the status it gives."""

    auxiliaries: dict[str, Status]
    governing_verbs: dict[str, Status]
    governing_nouns: dict[str, Status]
    modifiers: dict[str, Status]
    openers: dict[str, Status]
    before: dict[str, list[tuple[list[str], Status]]]
    """By the last of the words."""
    implicative: frozenset[str]
    factive: frozenset[str]
    custom: frozenset[str]
    happening: frozenset[str]
    """Verbs that say of a happening that it is: "take place"."""


@cached
def signs() -> Signs:
    """Return the compiled list `status`."""
    lists = table("status")
    return Signs(
        auxiliaries=_by_status(lists["auxiliary"]),
        governing_verbs=_by_status(lists["governor"], verb_forms),
        governing_nouns=_by_status(lists["noun"], noun_forms),
        modifiers=_by_status(lists["modifier"]),
        openers=_by_status(lists["opener"]),
        before=_by_last_word(lists["before"]),
        implicative=all_verb_forms(lists["implicative"]["verbs"]),
        factive=all_noun_forms(lists["factive"]["nouns"])
        | all_verb_forms(lists["factive"]["verbs"]),
        custom=frozenset(lists["custom"]["words"]),
        happening=all_verb_forms(lists["happening"]["verbs"]),
    )


def _by_last_word(lists: dict[str, list[str]]) -> dict[str, list[tuple[list[str], Status]]]:
    found: dict[str, list[tuple[list[str], Status]]] = {}
    for phrase, status in _by_status(lists).items():
        words = phrase.split()
        found.setdefault(words[-1], []).append((words, status))
    return found


_Inflect = Callable[[str], Iterable[str]]


def _by_status(lists: dict[str, list[str]], inflect: _Inflect | None = None) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for name, words in lists.items():
        for word in words:
            for form in _inflected(word, inflect):
                found.setdefault(form, Status(name))
    return found


def _inflected(word: str, inflect: _Inflect | None) -> Iterable[str]:
    if inflect is None:
        return (word,)
    first, _, rest = word.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in inflect(first))
