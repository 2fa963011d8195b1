"""What became of those counted, from the verb or noun of their clause, active and passive."""

from extract.doc.morphology import noun_forms, verb_forms
from extract.doc.noun_phrases import is_people
from extract.lexicon import cached, table
from extract.quantities.counted import Tokens
from extract.quantities.governing_verb import outcome_before, outcome_of_list
from extract.quantities.predicates import (
    outcome_beside,
    outcome_in_phrase,
    outcome_of_predicate,
    participle_at,
)
from extract.quantities.quantity import Quantity
from extract.quantities.relations import is_step
from extract.quantities.units import outcome_of_kind
from extract.quantities.view import View
from extract.quantities.words import listed, outcome_words

OTHER = "other"
KILLED = "killed"
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
    outcome = _clause_outcome(view, counted, left)
    if _is_whole(view) and _of_its_part(outcome, view, counted):
        return _of_noun(view, counted) or _of_relative(view, counted) or OTHER
    return _adjusted(outcome, view, counted) if outcome else None


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
    return bool(_own_outcome(view, counted) or _of_noun(view, counted))


def _own_outcome(view: View, counted: Tokens | None) -> str | None:
    end = max(counted[1] if counted else 0, view.after)
    return participle_at(view, end) or _of_relative(view, counted)


def _of_relative(view: View, counted: Tokens | None) -> str | None:
    """From a relative clause right behind: "the 367 people who were arrested"."""
    end = max(counted[1] if counted else 0, view.after)
    relative = view.lower(end) in ("who", "that") or view.lower(end + 1) in ("who", "whom")
    return outcome_of_predicate(view, end) if relative else None


def _of_lives(view: View, left: int) -> str | None:
    """ "The bombing claimed 17 lives"."""
    lives = view.lower(view.after) in listed("counted", "lives")
    return "killed" if lives and view.lower(left) in _claiming() else None


@cached
def _claiming() -> frozenset[str]:
    return frozenset(
        form for verb in table("outcomes")["lives"]["words"] for form in verb_forms(verb)
    )


def _of_its_part(outcome: str | None, view: View, counted: Tokens | None) -> bool:
    """Whether the outcome found for a whole is that of the part which stands before it."""
    end = max(counted[1] if counted else 0, view.after)
    participle = outcome_beside(view, end) and view.lower(end) not in outcome_words().subjects
    participle = participle and _of_main_clause(view, end) is None
    return not participle and _adjusted(outcome or OTHER, view, counted) in _OF_PEOPLE


def _is_whole(view: View) -> bool:
    """Whether the number is what another one is taken of: "two of the 15 hostages"."""
    of = view.first - 1
    if view.lower(of) in _DETERMINERS:
        of -= 1
    return view.lower(of) == "of" and (
        view.pos(of - 1) == "NUM" or view.lower(of - 1) in ("none", "neither", "one")
    )


def _clause_outcome(view: View, counted: Tokens | None, left: int) -> str | None:
    end = max(counted[1] if counted else 0, view.after)
    if _is_aboard(view, left) and outcome_beside(view, end) not in _OF_PEOPLE:
        return None
    return (
        _of_lives(view, left)
        or _of_main_clause(view, end)
        or outcome_beside(view, end)
        or outcome_before(view, left)
        or _toll(view, left)
        or outcome_of_predicate(view, end)
        or outcome_in_phrase(view, end)
        or outcome_of_list(view, left)
        or _of_noun(view, counted)
    )


def _is_aboard(view: View, left: int) -> bool:
    """Whether what stands before is what the clause is about: "a ferry with 80 passengers"."""
    behind = view.phrase(left - 1)
    return view.lower(left) in listed("counted", "holding") and (
        behind is not None and behind.kind == "NP"
    )


def _of_main_clause(view: View, end: int) -> str | None:
    """Where those "held by the gang" or "wounded in the raid" were killed in the end."""
    group = view.phrase(end)
    if (
        group is None
        or group.kind != "VG"
        or group.clause != "acl"
        or not outcome_beside(view, end)
    ):
        return None
    for token in view.rightward(group.last, _MAIN_REACH):
        phrase = view.phrase(token)
        if phrase is not None and phrase.kind == "VG" and phrase.clause != "acl":
            break
        if view.pos(token) == "NUM" and view.lower(token - 1) == ",":
            return None  # "of the 30 people abducted, 11 were killed"
    return KILLED if outcome_of_predicate(view, group.last) == KILLED else None


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


def _named_toll(view: View, token: int) -> str | None:
    """The outcome that a noun for a toll at the token names, alone or with the word before it."""
    word, tolls = view.lower(token), outcome_words().tolls
    return tolls.get(f"{view.lower(token - 1)} {word}") or tolls.get(word)


def _ends_toll(view: View, token: int) -> bool:
    """Whether no toll behind the token is that of the number: another count stands there."""
    return view.lower(token) in (";", ",") or (
        view.pos(token) == "NUM" and not is_step(view, token)
    )
