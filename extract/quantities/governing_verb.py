"""The fate that stands before a number: "killed 12 people", "the death of seven fighters"."""

from extract.quantities.fatewords import fate_words
from extract.quantities.view import View

_LINKS = frozenset({"and", ",", "or", "plus", "as", "well", "including", "both"})
_MOST_CONTAINERS, _OPENING_REACH = 4, 24
_OPENERS = frozenset({"also", "among", "those", "and", "reported"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})


def fate_before(view: View, left: int) -> str | None:
    """The fate that a verb or noun before token `left` + 1 gives to what stands there."""
    for _ in range(_MOST_CONTAINERS):
        left = _before_modifiers(view, left)
        fate = _of_verb(view, left) or _of_noun(view, left) or _opening(view, left)
        container = _container_start(view, left)
        if fate or container is None:
            return fate
        left = container - 1
    return None


def fate_of_list(view: View, left: int) -> str | None:
    """The fate that is given to the first of the list whose last member stands behind `left`.

    What is found is kept for the next members, so that a list of any length takes one walk.
    """
    known = view.page.fates
    passed = []
    fate = None
    while left not in known:
        passed.append(left)
        fate = fate_before(view, left)
        start = None if fate else _conjunct_start(view, _before_modifiers(view, left))
        if start is None:
            break
        left = start - 1
    else:
        fate = known[left]
    known.update(dict.fromkeys(passed, fate))
    return fate


def _before_modifiers(view: View, token: int) -> int:
    """Past articles, possessives and adjectives that stand before the number.

    The "dead" of "shot dead two men" is of the verb.
    """
    while f"{view.lower(token - 1)} {view.lower(token)}" not in fate_words().objects and _modifies(
        view, token
    ):
        if f"{view.lower(token - 1)} {view.lower(token)}" in fate_words().objects:
            break  # "shot dead" her two sons
        token -= 1
    return token


def _modifies(view: View, token: int) -> bool:
    return view.pos(token) in ("DET", "ADJ") or (
        view.pos(token) == "PRON" and view.lower(token) != "who"
    )


def _of_verb(view: View, token: int) -> str | None:
    objects = fate_words().objects
    pair = f"{view.lower(token - 1)} {view.lower(token)}"
    if pair in objects:
        return objects[pair]
    while view.pos(token) == "ADV":
        token -= 1
    if view.pos(token) not in ("VERB", "AUX", "X"):
        return None
    fate = objects.get(view.lower(token))
    return None if fate and _is_passive(view, token) else fate


def _opening(view: View, token: int) -> str | None:
    """From the participle that opens the sentence: "Killed were three men", "Also killed were"."""
    if view.lower(token) not in _BE or not view.inside(token - 1):
        return None
    first = view.sentence.first
    if token - first > _OPENING_REACH:
        return None
    before = {view.lower(place) for place in range(first, token)}
    if view.pos(first) in ("VERB", "ADJ") and not before & {",", ";", ":"}:
        return fate_words().beside.get(view.lower(first))  # "Killed in the attack were two men"
    told = fate_words().beside.get(view.lower(token - 1))
    return told if _OPENERS.issuperset(before - {view.lower(token - 1)}) else None


def _is_passive(view: View, token: int) -> bool:
    before = token - 1
    while view.pos(before) == "ADV":
        before -= 1
    return view.lower(before) in _BE and not view.lower(token).endswith("ing")


def _of_noun(view: View, token: int) -> str | None:
    if view.lower(token) != "of":
        return None
    return fate_words().of.get(view.lower(token - 1))


def _container_start(view: View, of: int) -> int | None:
    """Where "a group" begins in "a group of 12 soldiers"."""
    if view.lower(of) != "of" or view.lower(of - 1) not in fate_words().containers:
        return None
    phrase = view.noun_phrase(of - 1)
    if phrase is None:
        return of - 1
    counted = view.pos(phrase.first) == "NUM"  # "five members of one family"
    return None if counted else phrase.first


def _conjunct_start(view: View, token: int) -> int | None:
    """Where the member of the list before this one begins."""
    if view.lower(token) not in _LINKS:
        return None
    while view.lower(token) in _LINKS:
        token -= 1
    phrase = view.noun_phrase(token)
    if phrase is None:
        return None
    first = phrase.first
    while view.lower(first - 1) == "of" and view.lower(first - 2) in fate_words().containers:
        outer = view.noun_phrase(first - 2)
        first = outer.first if outer else first - 2
    return first
