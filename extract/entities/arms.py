"""Who bears arms, by the words of a description: "soldiers", "rebel leaders", "a police patrol".

Whether an attack is a battle or violence against civilians turns on it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.doc.morphology import noun_forms
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
    civil: frozenset[str]
    """Nouns for people of a side who bear no arms: "officials", "supporters"."""
    marks: frozenset[str]
    """Words that say so beside a vague noun."""
    fighting: frozenset[str]
    """Of those the words that arm even leaders and members: "rebel leaders", "army members"."""


@cached
def _arms() -> _Arms:
    groups, own = table("groups"), table("armed")
    irregular = forms_of(groups["armed"]["irregular"])
    armed = forms_of([*groups["armed"]["force"], *own["nouns"]]) | irregular
    police = forms_of(own["police"])
    unarmed = forms_of(own["not_armed"])
    return _Arms(
        nouns=armed - police - unarmed,
        police=police,
        vague=forms_of([*groups["armed"]["with_side"], *own["vague"]]),
        civil=forms_of([*groups["civil"]["with_side"], *groups["people"]["deserted"]]),
        marks=(armed - unarmed) | forms_of([*groups["side"]["fighting"], *own["marks"]]),
        fighting=(armed - unarmed) | forms_of([*groups["side"]["fighting"], "armed"]),
    )


def bears_arms(words: str, *, police: bool = True) -> bool:
    """Return whether a description, such as "two soldiers of the garrison",
    is of people who bear arms.

    `police` tells whether police count as armed.
    """
    base = head_words(words)
    if not base:
        return False
    arms = _arms()
    if base[-1] in arms.nouns or (police and base[-1] in arms.police):
        return True
    others = words_in(words) - {base[-1]}
    if base[-1] in arms.civil:
        return base[-1] in _led() and bool(others & arms.fighting)
    if base[-1] not in arms.vague:
        return False
    return bool(others & (arms.marks if police else arms.marks - arms.police))


def is_civil(words: str) -> bool:
    """Return whether a description is of a side's people who bear no arms:
    "a government delegation"."""
    base = head_words(words)
    return bool(base) and base[-1] in _arms().civil and not bears_arms(words)


def is_civil_thing(words: str) -> bool:
    """Return whether a place or vehicle of civilians is meant: "a market", "the bus station"."""
    base, things = head_words(words), _civil_things()
    if not base or bears_arms(words):
        return False
    marked = base[-1] in things.sites and bool(things.marks & set(base[:-1]))
    return marked or base[-1] in things.nouns


@dataclass(frozen=True, slots=True)
class _CivilThings:
    nouns: frozenset[str]
    sites: frozenset[str]
    marks: frozenset[str]
    """Words before a site that tell whose it is."""


@cached
def _civil_things() -> _CivilThings:
    own = table("armed")
    return _CivilThings(
        nouns=forms_of(own["civil_things"]),
        sites=forms_of(own["civil_sites"]),
        marks=frozenset(own["civil_marks"]),
    )


@cached
def _led() -> frozenset[str]:
    return forms_of(table("groups")["civil"]["or_fighters"])


def head_words(words: str) -> list[str]:
    """Return the words of a description up to its head, in lower case."""
    return [word.lower() for word in _WORD.findall(_BEHIND.split(words, maxsplit=1)[0])]


def words_in(words: str) -> set[str]:
    """Return all words of a description, in lower case."""
    return {word.lower() for word in _WORD.findall(words)}


def head_of(words: str) -> str:
    """Return the head noun of a description, in lower case; nothing where there is none."""
    base = head_words(words)
    return base[-1] if base else ""


def forms_of(words: Iterable[str]) -> frozenset[str]:
    """Return all forms of nouns."""
    return frozenset(form for word in words for form in noun_forms(word))
