"""Countries by their names in the news, the words for their people, and regions.

A region is no city: a province or state, a part of the world, a sea, a river.
"""

from extract.gazetteer.places import key_of
from extract.lexicon import cached, table

WORLD = "world"
"""Stands for the country of what is in none or in several."""


def country_named(name: str) -> str | None:
    """Return the ISO 3166-1 code of the country that goes by the name ("Burma" is MM), or none.

    Where two share a name ("Congo"), the first in the list.
    """
    return _by_name().get(key_of(name))


def is_country(name: str) -> bool:
    """Return whether a country goes by the name."""
    return key_of(name) in _by_name()


def countries_of_people(word: str) -> tuple[str, ...]:
    """Return codes of the countries whose people or adjective the word is ("Congolese"), if any.

    Only a word with a capital counts, in whichever case the rest is.
    """
    return _by_people().get(key_of(word), ()) if word[:1].isupper() else ()


def is_a_people(word: str) -> bool:
    """Return whether the word is for a nation, a people, a faith or a creed: "Kurdish", "Sikhs"."""
    if countries_of_people(word):
        return country_named(word) is None
    return word in _peoples()


@cached
def _peoples() -> frozenset[str]:
    return frozenset(word for entry in table("peoples").values() for word in entry["words"])


def name_of_country(code: str) -> str | None:
    """Return the usual English name of the country with that code."""
    return next(iter(table("countries").get(code, {}).get("names", ())), None)


def region_named(name: str) -> str | None:
    """Return the ISO 3166-1 code of the country that the region is part of, or `WORLD`, or none.

    Where two share a name, the first in the list.
    """
    return _region_by_name().get(key_of(name))


@cached
def _by_name() -> dict[str, str]:
    return _codes_in("countries")


@cached
def _region_by_name() -> dict[str, str]:
    return _codes_in("regions")


def _codes_in(name: str) -> dict[str, str]:
    """Return for each name in a list its code; of two with one name, that of the first."""
    found: dict[str, str] = {}
    for code, entry in table(name).items():
        for one in entry["names"]:
            found.setdefault(key_of(one), code)
    return found


@cached
def _by_people() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, entry in table("countries").items():
        for word in entry["demonyms"]:
            key = key_of(word)
            found[key] = (*found.get(key, ()), code)
    return found
