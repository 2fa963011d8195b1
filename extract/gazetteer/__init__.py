"""Places of the world with their country, and the names and peoples of countries.

Imports nothing but the lexicon, and loads its lists when first asked.
"""

from extract.gazetteer.countries import (
    countries_of_people,
    country_named,
    is_country,
    name_of_country,
)
from extract.gazetteer.keys import key_of
from extract.gazetteer.places import Place, is_place, places_named

__all__ = [
    "Place",
    "countries_of_people",
    "country_named",
    "is_country",
    "is_place",
    "key_of",
    "name_of_country",
    "places_named",
]
