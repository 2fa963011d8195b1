"""Places of the world with their country, names and peoples of countries, names of persons.

Imports nothing but the lexicon, and loads its lists when first asked.
"""

from extract.gazetteer.countries import (
    WORLD,
    countries_of_people,
    country_named,
    is_a_people,
    is_country,
    name_of_country,
    region_named,
)
from extract.gazetteer.persons import is_given_name, is_surname
from extract.gazetteer.places import Place, is_place, key_of, places_named

__all__ = [
    "WORLD",
    "Place",
    "countries_of_people",
    "country_named",
    "is_a_people",
    "is_country",
    "is_given_name",
    "is_place",
    "is_surname",
    "key_of",
    "name_of_country",
    "places_named",
    "region_named",
]
