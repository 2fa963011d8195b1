"""What became of those counted, from the verb or noun of their clause, active and passive."""

from extract.doc.clauses import Clauses
from extract.doc.doc import NONE
from extract.doc.morphology import noun_forms, verb_forms
from extract.doc.status import status_of
from extract.doc.syntax import Phrase
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.quantities.affected import Told, affected, is_passive
from extract.quantities.counted import Tokens, View
from extract.quantities.quantity import Quantity
from extract.quantities.relations import is_step
from extract.quantities.units import outcome_of_kind
from extract.quantities.words import listed, outcome_words
from extract.vocabulary import Status

OTHER = "other"
_WEAK = frozenset({"participants", "strikes"})
KILLED = "killed"
_ALL, _BUT = frozenset({"all", "everyone", "everybody"}), "but"
_TO_COME = frozenset({Status.PLANNED, Status.HYPOTHETICAL})
_TOLL_REACH, _MAIN_REACH = 14, 30
_OF_PEOPLE = frozenset({"killed", "wounded", "casualties", "captured", "abducted", "released"})
_DETERMINERS = frozenset({"the", "these", "those", "his", "her", "its", "their", "our"})
_TOLL_LINKS = frozenset(
    {"to", "at", "of", "by", "from", "is", "was", "as", "than", "past", ":", "around", "near"}
)


def outcome_of(found: Quantity, view: View, counted: Tokens | None, left: int) -> str:
    """Return the outcome of the figure; `left` is the token before the number
    and its qualifiers."""
    if _is_of_others(view, counted):
        return OTHER
    measured = outcome_of_kind(found.unit.kind) if found.unit else None
    if found.unit and found.unit.kind != "share":
        return measured or OTHER
    told = _told_outcome(view, counted, left)
    return told or measured or ("share" if found.share else OTHER)


def _told_outcome(view: View, counted: Tokens | None, left: int) -> str | None:
    """The outcome that the words around the number tell; none where they tell nothing."""
    outcome = (
        _of_lives(view, left)
        or _of_clause(view, counted)
        or _toll(view, left)
        or _of_noun(view, counted)
    )
    return _adjusted(outcome, view, counted) if outcome else None


def _of_clause(view: View, counted: Tokens | None) -> str | None:
    """From the verb or noun of which those counted are subject, object or complement."""
    own = own_word(view, counted)
    found = (_of_place(view, place, counted, own) for place in view.places)
    return next((outcome for outcome in found if outcome), own)


def _of_place(view: View, place: int, counted: Tokens | None, own: str | None) -> str | None:
    """What the clause tells of those counted by the noun phrase at a place."""
    clauses = view.clauses
    if not _is_head(view, clauses.phrases[place], counted):
        return None
    told = [
        (_rank(t.outcome, clauses.is_verb(t.by) and t.by in clauses.verbs_on(place)), t.outcome)
        for t in _told_of(clauses, place, counted)
        if not _is_to_come(clauses, t)
    ]
    if own and (clauses.role(place) == "conj" or not told):
        return own  # "six were shot and four wounded"
    if own:
        told.append((_rank(own, modifies=True), own))
    return min(told, key=lambda one: one[0])[1] if told else None


def _is_head(view: View, phrase: Phrase, counted: Tokens | None) -> bool:
    """Whether the number counts the head of its phrase, unlike "detachment no 1"."""
    if phrase.head < view.first:
        return False
    if counted is not None and counted[0] <= phrase.head < counted[1]:
        return True
    between = {view.lower(token) for token in range(view.first, phrase.head)}
    return not between & {"and", ","}


def _told_of(clauses: Clauses, place: int, counted: Tokens | None) -> list[Told]:
    """What is told of those counted, of the group that they make up, or of whom they are some."""
    found = affected(clauses)
    told = found.of(place)
    outer = clauses.governor(place)
    contains = clauses.head(outer) in outcome_words().containers and not _is_counted(clauses, outer)
    if contains and clauses.preposition(place) == "of":
        told = told + found.of(outer)
    if counted is None:
        told = told + _of_ellipsis(clauses, place)
    whole = [p for link, p in clauses.modifiers(place) if link == "of"]
    told = told + [t for p in whole if counted for t in found.of(p)]
    if clauses.head(outer) in _ALL and clauses.words_between(outer, place)[:1] == [_BUT]:
        return told + found.of(outer)  # "all but four of the 19 hostages seized in May were killed"
    return told or _of_outer(clauses, place, counted)


def _of_outer(clauses: Clauses, place: int, counted: Tokens | None) -> list[Told]:
    """What is told of what the number belongs to.

    "A family of seven", "of whom four died", "eight people - 11, says another", "Karim Dostal, a
    lawyer, and two of his colleagues".
    """
    outer = clauses.governor(place)
    described = clauses.role(place) == "conj" and clauses.role(outer) == "appos"
    listed_with = described and not _is_counted(clauses, outer)
    outer = clauses.governor(outer) if listed_with else outer
    if not clauses.is_noun(outer):
        return []
    found, of = affected(clauses).of(outer), clauses.preposition(place) == "of"
    of_people = of and is_people(clauses.head(outer))
    alone = counted is None and (of_people or not clauses.role(place))
    if listed_with or alone:
        return found
    behind = [verb for verb in clauses.verbs_on(outer) if verb > place]
    return [told for told in found if of and told.by in behind]  # "12 of the 30 they had seized"


def _is_counted(clauses: Clauses, noun: int) -> bool:
    """Whether a noun has a number of its own: "five members of one family"."""
    phrase = clauses.phrases[noun]
    return any(clauses.pos(token) == "NUM" for token in range(phrase.first, phrase.head))


def _is_to_come(clauses: Clauses, told: Told) -> bool:
    """Whether it is threatened, planned or imagined: "threatened to kill three"."""
    phrase, verbal = clauses.phrases[told.by], clauses.is_verb(told.by)
    return status_of(clauses, phrase.first, phrase.head, verbal=verbal) in _TO_COME


def _of_ellipsis(clauses: Clauses, place: int) -> list[Told]:
    """What is told of those that a number alone is some of.

    "61 people: 40 in Varn", "sixteen were wounded, four seriously".
    """
    above = clauses.governor(place)
    if clauses.role(place) == "appos" and clauses.is_noun(above):
        return affected(clauses).of(above)
    alone = clauses.role(place) == "obl" and not clauses.preposition(place)
    if not (alone and clauses.is_verb(above)):
        return []
    return [t for p in clauses.subjects(above) for t in affected(clauses).of(p)]


def _rank(outcome: str, modifies: bool) -> int:
    """Death counts first, then what the clause tells, then what a participle or relative adds."""
    if outcome == KILLED:
        return 0
    return (3 if outcome in _WEAK else 1) + modifies


def own_word(view: View, counted: Tokens | None) -> str | None:
    """Return the outcome of the word right behind the number or those counted: "4 wounded"."""
    words, token = outcome_words(), counted[1] if counted else view.after
    while view.lower(token) == ")" or (
        view.pos(token) == "ADV" and view.lower(token) not in words.beside
    ):
        token += 1
    verb = view.clauses.place_of(token)
    if view.clauses.is_verb(verb):
        subjects = view.clauses.subjects(verb)
        passed = any(view.clauses.is_verb(p) for s in subjects[:1] for p in range(s, verb))
        other = bool(subjects) and view.place not in subjects and not passed
        if not is_passive(view.clauses, verb) or other:
            return None  # "a ferry with 80 passengers sank"
    pair = f"{view.lower(token)} {view.lower(token + 1)}"
    return words.objects.get(pair) or words.beside.get(view.lower(token))


def _is_of_others(view: View, counted: Tokens | None) -> bool:
    """Whether occasions or charges are counted, or the children of "a father of three"."""
    if counted is not None and view.lower(counted[1] - 1) in _occasions():
        return True
    if view.lower(view.after) in _charges():
        return True  # "two counts of murder"
    return view.lower(view.first - 1) == "of" and view.lower(view.first - 2) in _parents()


@cached
def _occasions() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["occasions"]["words"] for form in noun_forms(noun)
    )


@cached
def _charges() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["charges"]["words"] for form in noun_forms(noun)
    )


@cached
def _parents() -> frozenset[str]:
    return frozenset(
        form for noun in table("outcomes")["parents"]["words"] for form in noun_forms(noun)
    )


def states_own_outcome(view: View, counted: Tokens | None) -> bool:
    """Return whether the words right behind those counted say what became of them: "4 wounded"."""
    clauses, place = view.clauses, view.place
    relative = place != NONE and any(
        t.by in clauses.verbs_on(place) or (t.construction == "subject" and counted is None)
        for t in affected(clauses).of(place)
    )
    return bool(relative or own_word(view, counted) or _of_noun(view, counted))


def _of_lives(view: View, left: int) -> str | None:
    """ "The bombing claimed 17 lives"."""
    lives = view.lower(view.after) in listed("counted", "lives")
    return "killed" if lives and view.lower(left) in _claiming() else None


@cached
def _claiming() -> frozenset[str]:
    return frozenset(
        form for verb in table("outcomes")["lives"]["words"] for form in verb_forms(verb)
    )


def _adjusted(outcome: str, view: View, counted: Tokens | None) -> str:
    """ "captured 12 villages" has them seized, "captured 12 rebels" has them captured."""
    if counted is None:
        return outcome_words().of_people.get(outcome, outcome)
    words = outcome_words()
    meant = words.of_people if _counts_people(view, counted) else words.of_things
    return meant.get(outcome, outcome)


def _counts_people(view: View, counted: Tokens) -> bool:
    first, last = counted
    of = next((token for token in range(first, last) if view.lower(token) == "of"), last)
    return is_people(view.word(of - 1)) or is_people(view.word(last - 1))


def _of_noun(view: View, counted: Tokens | None) -> str | None:
    """The outcome that the noun itself or a participle before it names: "12 deaths"."""
    if counted is None:
        return None
    words = outcome_words()
    first, last = counted
    for token in range(last - 1, first - 1, -1):
        pair = f"{view.lower(token - 1)} {view.lower(token)}"
        outcome = words.nouns.get(pair) or words.nouns.get(view.lower(token))
        if outcome:
            return outcome
        if view.lower(token) in words.beside and token < last - 1:
            return words.beside[view.lower(token)]
    return None


def _toll(view: View, left: int) -> str | None:
    """ "the death toll rose to 40"."""
    if view.lower(left) not in _TOLL_LINKS and view.pos(left) not in ("VERB", "AUX"):
        return None
    if subject := _subject_toll(view):
        return subject
    words, counted = outcome_words(), None
    lists = table("outcomes")["toll_words"]
    for token in view.leftward(left + 1, _TOLL_REACH):
        word = view.lower(token)
        if word in lists["falls"] and view.lower(left) == "by":
            return OTHER
        outcome = _named_toll(view, token) or (counted if word in lists["numbers"] else None)
        if outcome or _ends_toll(view, token):
            return outcome
        counted = words.beside.get(word) or words.nouns.get(word) or counted
    return None


def _subject_toll(view: View) -> str | None:
    """From the subject of the verb: "the toll, which stood at 350, has climbed to 400"."""
    clauses, place = view.clauses, view.place
    verb = clauses.governor(place)
    if not clauses.is_verb(verb) or clauses.role(place) not in ("obl", "obj", "pred"):
        return None
    tolls = (_named_toll(view, clauses.phrases[p].head) for p in clauses.subjects(verb))
    return next((outcome for outcome in tolls if outcome), None)


def _named_toll(view: View, token: int) -> str | None:
    """The outcome that a noun for a toll at the token names, alone or with the word before it."""
    word, tolls = view.lower(token), outcome_words().tolls
    return tolls.get(f"{view.lower(token - 1)} {word}") or tolls.get(word)


def _ends_toll(view: View, token: int) -> bool:
    """Whether no toll behind the token is that of the number: another count stands there."""
    return view.lower(token) in (";", ",") or (
        view.pos(token) == "NUM" and not is_step(view, token)
    )
