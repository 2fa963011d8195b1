"""The outcome that stands behind a number: "12 people were killed", "12 dead"."""

from extract.doc.syntax import Phrase
from extract.lexicon.closed import BE, GET, RELATIVES
from extract.quantities.counted import end_of_nouns
from extract.quantities.view import View
from extract.quantities.words import if_fatal, listed, outcome_words

_AUXILIARIES = BE | GET
"""Of a passive."""
_ENDS = frozenset({";", ".", "!", "?", ":", "but"})
_KILLED = "killed"
_MOST_CONJUNCTS = 8
_REACH = 30
_PHRASE_REACH = 14
_COMPLEMENT = 4
_MOST_COMMAS = 2


def outcome_beside(view: View, token: int) -> str | None:
    """Return a participle or adjective right behind those counted,
    or behind others listed with them."""
    for _ in range(_MOST_CONJUNCTS):
        outcome = participle_at(view, token)
        if outcome:
            return outcome
        following = _next_conjunct(view, token)
        if following is None:
            return None
        token = following
    return None


def participle_at(view: View, token: int) -> str | None:
    """Return the outcome that a participle or adjective at the token states,
    adverbs before it passed."""
    words = outcome_words()
    while view.lower(token) == ")" or (
        view.pos(token) == "ADV" and view.lower(token) not in words.beside
    ):
        token += 1
    word = view.lower(token)
    pair = f"{word} {view.lower(token + 1)}"
    told = words.objects.get(pair) or words.beside.get(word)
    outcome = if_fatal(told, view.lower(token - 1), _two_behind(view, token))
    if outcome in listed("counted", "before_death") and _and_killed(view, token + 1):
        return _KILLED
    return outcome if outcome and not _has_object(view, token) else None


def _two_behind(view: View, token: int) -> str:
    return f"{view.lower(token + 1)} {view.lower(token + 2)}"


def _has_object(view: View, verb: int) -> bool:
    """Whether a noun phrase follows at once, so that the verb is active: "killed two soldiers"."""
    if view.lower(verb) not in outcome_words().objects:
        return False
    phrase = view.noun_phrase(verb + 1)
    return (
        phrase is not None
        and view.lower(verb + 1) not in outcome_words().times
        and phrase.first == verb + 1
    )


def _next_conjunct(view: View, token: int) -> int | None:
    """Behind the next member of a list with numbers: "35 guerrillas and 5 soldiers dead"."""
    if view.lower(token) not in ("and", ","):
        return None
    if view.lower(token + 1) == "and":
        token += 1
    phrase = view.noun_phrase(token + 1)
    if phrase is None or view.pos(token + 1) != "NUM":
        return None
    return end_of_nouns(view, token + 2, phrase.last)


def outcome_of_predicate(view: View, token: int) -> str | None:
    """Return the outcome that the verb gives whose subject those counted are."""
    relative = False
    commas = 0
    limit = token + _REACH
    while token < limit and view.inside(token):
        phrase = view.phrase(token)
        if phrase is not None and phrase.kind == "VG":
            outcome = _outcome_of_group(view, phrase)
            if outcome or not (relative or _is_reduced(phrase)):
                return outcome
            relative = False
        commas += _parts_clauses(view, token)
        if _closes(view, token) or commas > _MOST_COMMAS:
            return None
        relative = relative or view.lower(token) in RELATIVES
        token = max(phrase.last if phrase else 0, token + 1)
    return None


def _parts_clauses(view: View, token: int) -> bool:
    """Whether a comma stands at the token that is none of a list."""
    return view.lower(token) == "," and view.pos(token + 1) not in ("NUM", "CCONJ")


def _closes(view: View, token: int) -> bool:
    """Whether the clause ends at the token, or one begins whose subject is another: "of whom"."""
    if view.lower(token) in RELATIVES:
        return view.pos(token - 1) == "ADP"
    return view.lower(token) in _ENDS or view.pos(token) == "SCONJ"


def _outcome_of_group(view: View, group: Phrase) -> str | None:
    """Of a verb group whose subject stands before it."""
    words = outcome_words()
    head = view.lower(group.head)
    pair = f"{head} {view.lower(group.head + 1)}"
    if _passive(view, group):
        told = words.objects.get(pair) or words.beside.get(head)
        outcome = if_fatal(told, view.lower(group.head - 1), _two_behind(view, group.head))
    else:
        outcome = words.subjects.get(head)
    if outcome in listed("counted", "before_death") and _and_killed(view, group.last):
        return _KILLED
    return outcome or _complement(view, group.last)


def _and_killed(view: View, token: int) -> bool:
    """Whether it ended in death: "were abducted and later killed"."""
    if view.lower(token) != "and":
        return False
    token += 1
    while view.pos(token) == "ADV":
        token += 1
    word, words = view.lower(token), outcome_words()
    outcome = words.objects.get(f"{word} {view.lower(token + 1)}") or words.beside.get(word)
    return outcome == _KILLED and not _has_object(view, token)


def _is_reduced(group: Phrase) -> bool:
    """A participle alone, before the verb of the clause: "men dressed in black set fire to"."""
    return group.head == group.first and (group.role == "passive" or group.clause == "acl")


def _passive(view: View, group: Phrase) -> bool:
    if group.role == "passive":
        return True
    auxiliaries = {view.lower(token) for token in range(group.first, group.head)}
    if auxiliaries:
        return not auxiliaries.isdisjoint(_AUXILIARIES) and not view.lower(group.head).endswith(
            "ing"
        )
    return view.lower(group.head) in outcome_words().beside and not _has_object(view, group.head)


def _complement(view: View, token: int) -> str | None:
    """ "were found dead", "are still missing", "were reported killed"."""
    for place in view.rightward(token, _COMPLEMENT):
        told = outcome_words().beside.get(view.lower(place))
        outcome = if_fatal(told, view.lower(place - 1), _two_behind(view, place))
        if outcome:
            return outcome
        if view.pos(place) not in ("ADV", "ADJ", "VERB", "AUX", "PART"):
            return None
    return None


def outcome_in_phrase(view: View, token: int) -> str | None:
    """Return words of several behind those counted: "are in detention", "living under siege".

    What stands behind an object is said of the object: "two men stabbed him to death".
    """
    for place in view.rightward(token, _PHRASE_REACH):
        if view.lower(place) in _ENDS or view.pos(place) == "NUM":
            return None
        for words, outcome in outcome_words().phrases.get(view.lower(place), ()):
            if view.reads(place + 1, words):
                return outcome
        phrase = view.noun_phrase(place)
        if phrase is not None and phrase.role == "obj" and place == phrase.last - 1:
            return None
    return None
