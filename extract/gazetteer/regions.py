"""Regions that are no cities: provinces and states, parts of the world, seas and rivers."""

from extract.gazetteer.keys import key_of
from extract.lexicon import cached, table

WORLD = "world"
"""Stands for the country of what lies in none or in several."""


def region_named(name: str) -> str | None:
    """ISO 3166-1 code of the country that the region is part of, or `WORLD`; none if there is none.

    Where two share a name, the first in the list.
    """
    return _by_name().get(key_of(name))


@cached
def _by_name() -> dict[str, str]:
    found: dict[str, str] = {}
    for code, entry in table("regions").items():
        for name in entry["names"]:
            found.setdefault(key_of(name), code)
    return found
