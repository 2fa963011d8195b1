"""Gazetteer priors: what is known of a name before the report is read.

Places, peoples, groups that fight, and words that name none of them.
"""

from extract.entities.name_matching import folded
from extract.gazetteer import countries_of_people, country_named, places_named, region_named
from extract.lexicon import cached, table

COUNTRY = 100
"""Points of a country's name: more than a tagger can give against it."""
REGION = 20
"""Points of the name of a part of the world or of a country."""


def place_weight(name: str) -> int:
    """Return the points of a name for a place, by what is known of it; 0 where nothing is."""
    if country_named(name) is not None:
        return COUNTRY
    if region_named(name) is not None:
        return REGION
    found = places_named(name) if not (name.isupper() and len(name) < 6) else ()
    return min(2 + len(str(found[0].population // 1000)) * 2, 10) if found else 0


def is_a_people(word: str) -> bool:
    """Return whether the word is for a nation, a people, a faith or a creed: "Kurdish", "Sikhs"."""
    if countries_of_people(word):
        return country_named(word) is None
    return word in _peoples()


def is_no_name(name: str) -> bool:
    """Return whether the name, standing alone, is a title, a month, a measure or a thing."""
    return name.lower() in _no_names()


@cached
def _peoples() -> frozenset[str]:
    return frozenset(word for entry in table("peoples").values() for word in entry["words"])


@cached
def _no_names() -> frozenset[str]:
    return frozenset(word for words in table("notnames")["words"].values() for word in words)


def is_known_group(name: str) -> bool:
    """Return whether the name is that of a group that fights, by the lists: "Tatmadaw"."""
    return folded(name) in _known_groups()


def known_groups() -> tuple[str, ...]:
    """Return the names of groups that fight, as they are written."""
    names: list[str] = table("groups")["known"]["names"]
    return tuple(names)


@cached
def _known_groups() -> frozenset[str]:
    return frozenset(folded(name) for name in known_groups())
