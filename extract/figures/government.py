"""The fate that stands before a number: "killed 12 people", "the death of seven fighters"."""

from extract.figures.fatewords import fate_words
from extract.figures.view import View

_LINKS = frozenset({"and", ",", "or", "plus", "as", "well", "including", "both"})
_MOST_HOPS = 24
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})


def fate_before(view: View, left: int, hops: int = _MOST_HOPS) -> str | None:
    """The fate that a verb or noun before token `left` + 1 gives to what stands there.

    With hops, what is said of the first of a list is said of the others.
    """
    for _ in range(hops + 1):
        left = _before_modifiers(view, left)
        fate = _of_verb(view, left) or _of_noun(view, left)
        if fate:
            return fate
        further = (
            _container_start(view, left)
            if view.lower(left) == "of"
            else _conjunct_start(view, left)
        )
        if further is None or (view.lower(left) != "of" and not hops):
            return None
        left = further - 1
    return None


def _before_modifiers(view: View, token: int) -> int:
    """Past articles, possessives and adjectives that stand before the number."""
    while view.pos(token) in ("DET", "ADJ") or (
        view.pos(token) == "PRON" and view.lower(token) != "who"
    ):
        token -= 1
    return token


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
    if view.lower(of - 1) not in fate_words().containers:
        return None
    phrase = view.noun_phrase(of - 1)
    return phrase.first if phrase else of - 1


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
