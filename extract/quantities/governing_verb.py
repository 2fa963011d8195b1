"""The outcome that stands before a number: "killed 12 people", "the death of seven fighters"."""

from extract.lexicon import table
from extract.lexicon.closed import BE
from extract.quantities.view import View
from extract.quantities.words import if_fatal, listed, outcome_words

_MOST_CONTAINERS, _OPENING_REACH = 4, 24


def outcome_before(view: View, left: int) -> str | None:
    """Return the outcome that a verb or noun before token `left` + 1 gives to what stands there."""
    for _ in range(_MOST_CONTAINERS):
        left = _before_modifiers(view, left)
        outcome = _of_verb(view, left) or _of_noun(view, left) or _opening(view, left)
        container = _container_start(view, left)
        if outcome or container is None:
            return outcome
        left = container - 1
    return None


def outcome_of_list(view: View, left: int) -> str | None:
    """Return the outcome that is given to the first of the list whose last member stands behind
    `left`.

    What is found is kept for the next members, so that a list of any length takes one walk.
    """
    known = view.page.outcomes
    passed = []
    outcome = None
    while left not in known:
        passed.append(left)
        outcome = outcome_before(view, left)
        start = None if outcome else _conjunct_start(view, _before_modifiers(view, left))
        if start is None:
            break
        left = start - 1
    else:
        outcome = known[left]
    known.update(dict.fromkeys(passed, outcome))
    return outcome


def _before_modifiers(view: View, token: int) -> int:
    """Past articles, possessives and adjectives that stand before the number.

    The "dead" of "shot dead two men" is of the verb.
    """
    while (
        f"{view.lower(token - 1)} {view.lower(token)}" not in outcome_words().objects
        and _modifies(view, token)
    ):
        if f"{view.lower(token - 1)} {view.lower(token)}" in outcome_words().objects:
            break  # "shot dead" her two sons
        token -= 1
    return token


def _modifies(view: View, token: int) -> bool:
    return view.pos(token) in ("DET", "ADJ") or (
        view.pos(token) == "PRON" and view.lower(token) != "who"
    )


def _of_verb(view: View, token: int) -> str | None:
    objects = outcome_words().objects
    pair = f"{view.lower(token - 1)} {view.lower(token)}"
    if pair in objects:
        return objects[pair]
    if pair in table("outcomes")["fatal"]["behind"]:  # "shot to death two men"
        return if_fatal(objects.get(view.lower(token - 2)), "", pair)
    while view.pos(token) == "ADV":
        token -= 1
    if view.pos(token) not in ("VERB", "AUX", "X"):
        return None
    if view.lower(token - 1) == "to" and view.lower(token - 2) in _attempting():
        return None
    outcome = if_fatal(objects.get(view.lower(token)), view.lower(token - 1))
    return None if outcome and _is_passive(view, token) else outcome


def _attempting() -> list[str]:
    """ "tried to kill two others"."""
    words: list[str] = table("people")["single"]["attempting"]
    return words


def _opening(view: View, token: int) -> str | None:
    """From the participle that opens the sentence: "Killed were three men", "Also killed were"."""
    if view.lower(token) not in BE or not view.inside(token - 1):
        return None
    first = view.sentence.first
    if token - first > _OPENING_REACH:
        return None
    before = {view.lower(place) for place in range(first, token)}
    if view.pos(first) in ("VERB", "ADJ") and not before & {",", ";", ":"}:
        return outcome_words().beside.get(view.lower(first))  # "Killed in the attack were two men"
    told = outcome_words().beside.get(view.lower(token - 1))
    return (
        told if listed("counted", "openers").issuperset(before - {view.lower(token - 1)}) else None
    )


def _is_passive(view: View, token: int) -> bool:
    before = token - 1
    while view.pos(before) == "ADV":
        before -= 1
    return view.lower(before) in BE and not view.lower(token).endswith("ing")


def _of_noun(view: View, token: int) -> str | None:
    if view.lower(token) != "of":
        return None
    return outcome_words().of.get(view.lower(token - 1))


def _container_start(view: View, of: int) -> int | None:
    """Where "a group" begins in "a group of 12 soldiers"."""
    if view.lower(of) != "of" or view.lower(of - 1) not in outcome_words().containers:
        return None
    phrase = view.noun_phrase(of - 1)
    if phrase is None:
        return of - 1
    counted = view.pos(phrase.first) == "NUM"  # "five members of one family"
    return None if counted else phrase.first


def _conjunct_start(view: View, token: int) -> int | None:
    """Where the member of the list before this one begins."""
    if view.lower(token) not in listed("counted", "links"):
        return None
    while view.lower(token) in listed("counted", "links"):
        token -= 1
    phrase = view.noun_phrase(token)
    if phrase is None:
        return None
    first = phrase.first
    while view.lower(first - 1) == "of" and view.lower(first - 2) in outcome_words().containers:
        outer = view.noun_phrase(first - 2)
        first = outer.first if outer else first - 2
    return first
