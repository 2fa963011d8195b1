"""Inflected forms of English base forms and back, by rules and lists of irregular words."""

import re
from collections.abc import Iterable

from extract.lexicon import cached, table

_VOWELS = "aeiou"
_DOUBLES = re.compile(r"^(?:[^aeiou]*|.*[^aeiou])[aeiou][bdgklmnprtvz]$")


@cached
def _irregular() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = table("irregular")["forms"]
    return forms


@cached
def _irregular_plurals() -> dict[str, list[str]]:
    plurals: dict[str, list[str]] = table("irregular")["plurals"]
    return plurals


@cached
def _doubling() -> frozenset[str]:
    return frozenset(table("irregular")["doubling"]["verbs"])


def spellings(base: str) -> tuple[str, ...]:
    """Return the base form in British and American spelling, where "-ise" tells them apart."""
    if base.endswith("ise") and len(base) > 6:
        return (base, base[:-3] + "ize")
    if base.endswith("isation"):
        return (base, base[:-7] + "ization")
    return (base,)


def verb_forms(base: str) -> frozenset[str]:
    """Return all forms of a verb, base form included, both spellings."""
    return frozenset(form for spelling in spellings(base) for form in _verb_forms(spelling))


def noun_forms(base: str) -> frozenset[str]:
    """Return singular and plural of a noun, both spellings."""
    return frozenset(form for s in spellings(base) for form in (s, *_plurals(s)))


def all_verb_forms(entries: Iterable[str]) -> frozenset[str]:
    """Return all forms of all the verbs; of an entry of several words the first is the verb:
    "step up"."""
    pairs = [entry.partition(" ") for entry in entries]
    return frozenset(
        f"{form} {rest}".strip() for verb, _, rest in pairs for form in verb_forms(verb)
    )


def all_noun_forms(nouns: Iterable[str]) -> frozenset[str]:
    """Return singular and plural of all the nouns."""
    return frozenset(form for noun in nouns for form in noun_forms(noun))


def _verb_forms(base: str) -> list[str]:
    stem = _before_suffix(base)
    past = _irregular().get(base) or [base + "d" if base.endswith("e") else stem + "ed"]
    if base.endswith("y") and base[-2] not in _VOWELS and base not in _irregular():
        past = [base[:-1] + "ied"]
    return [base, _with_s(base), *past, _ing_stem(base, stem) + "ing"]


def _ing_stem(base: str, stem: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "y"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and len(base) > 2:
        return base[:-1]
    return stem


def _before_suffix(base: str) -> str:
    """The base with its last consonant doubled where "-ed" and "-ing" ask for it."""
    one_syllable = len(re.findall(r"[aeiouy]+", base)) == 1
    if base in _doubling() or (one_syllable and _DOUBLES.match(base)):
        return base + base[-1]
    return base


def _plurals(base: str) -> tuple[str, ...]:
    """The plural; both spellings after -o, where usage wavers: "commandos", "torpedoes"."""
    irregular = _irregular_plurals().get(base)
    if irregular:
        return tuple(irregular)
    if base.endswith("man"):
        return (base[:-3] + "men",)
    return (base + "s", base + "es") if base.endswith("o") else (_with_s(base),)


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh", "do", "go")):
        return base + "es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def singular(noun: str) -> str:
    """Return a noun without its plural ending, in lower case; a guess for nouns in no list."""
    low = noun.lower()
    known = _singulars().get(low)
    if known is not None:
        return known
    if low.endswith("men") and len(low) > 5:
        return low[:-3] + "man"
    if low.endswith("children"):
        return low[:-3]
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def is_plural(noun: str) -> bool:
    """Return whether a noun has the form of a plural, or is always one: "people", "police"."""
    low = noun.lower()
    return singular(noun) != low or low.endswith("people") or low == "police"


@cached
def _singulars() -> dict[str, str]:
    return dict(table("nouns")["plural"])
