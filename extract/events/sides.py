"""Who bears arms, and what is a place: whether an attack is a battle turns on it."""

import re
from dataclasses import dataclass

from extract.events.forms import noun_forms
from extract.figures import is_people
from extract.lexicon import cached, table

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEHIND = re.compile(r"\s(?:of|from|in|at|who|which|that|with)\s|,")


@dataclass(frozen=True, slots=True)
class _Arms:
    nouns: frozenset[str]
    """Those who bear arms, in all forms."""
    police: frozenset[str]
    vague: frozenset[str]
    """Nouns that need another word to say that arms are borne: "members", "unit"."""
    marks: frozenset[str]
    """Words that say so beside a vague noun."""


@cached
def _arms() -> _Arms:
    groups, own = table("groups"), table("armed")
    armed = _forms([*groups["armed"]["force"], *groups["armed"]["irregular"], *own["nouns"]])
    police = _forms(own["police"])
    return _Arms(
        nouns=armed - police - _forms(own["not_armed"]),
        police=police,
        vague=_forms([*groups["armed"]["with_side"], *own["vague"]]),
        marks=armed | frozenset([*groups["side"]["opposition"], *own["marks"]]),
    )


def is_armed(words: str, *, police: bool = True) -> bool:
    """Whether a description, such as "two soldiers of the garrison", is of people who bear arms."""
    found = [word.lower() for word in _WORD.findall(words)]
    base = [word.lower() for word in _WORD.findall(_BEHIND.split(words, maxsplit=1)[0])]
    if not base:
        return False
    arms = _arms()
    if base[-1] in arms.nouns or (police and base[-1] in arms.police):
        return True
    if base[-1] not in arms.vague:
        return False
    others = set(found) - {base[-1]}
    return bool(others & (arms.marks if police else arms.marks - arms.police))


def is_irregular(words: str) -> bool:
    """Whether a description, such as "Red Dawn guerrillas", is of armed people of no state."""
    found = {word.lower() for word in _WORD.findall(words)}
    return bool(found & _irregular()) and not is_government(words)


@cached
def _irregular() -> frozenset[str]:
    return _forms(table("groups")["armed"]["irregular"])


def is_of_people(words: str) -> bool:
    """Whether a description, such as "18 civilians", is of people."""
    base = _WORD.findall(_BEHIND.split(words, maxsplit=1)[0])
    return bool(base) and is_people(base[-1])


def is_government(words: str) -> bool:
    """Whether a description, such as "regime forces", is of a state's own side."""
    found = {word.lower() for word in _WORD.findall(words)}
    return bool(found & _sides()[0]) and not found & _sides()[1]


@cached
def _sides() -> tuple[frozenset[str], frozenset[str]]:
    """Words of governments, and words of those who fight them."""
    sides, own = table("groups")["side"], table("armed")
    return _forms([*sides["government"], *own["state"]]), _forms(sides["opposition"])


def is_area(words: str) -> bool:
    """Whether a description, such as "four towns in the north", is of a place as a whole."""
    base = _WORD.findall(_BEHIND.split(words, maxsplit=1)[0])
    return bool(base) and base[-1].lower() in _areas()


@cached
def _areas() -> frozenset[str]:
    heads = table("places")["head"]
    return _forms([*heads["region"], *heads["settlement"], *table("armed")["areas"]])


def _forms(words: list[str]) -> frozenset[str]:
    return frozenset(form for word in words for form in noun_forms(word))
