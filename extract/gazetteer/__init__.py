"""Places of the world with their country and coordinates, countries, names of persons.

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
from extract.gazetteer.location import Location, kilometres, point_from
from extract.gazetteer.locations import (
    divisions_like,
    divisions_named,
    divisions_with,
    iso_number,
    middle_of,
    names_like,
    town_nearest,
    towns_named,
)
from extract.gazetteer.persons import is_given_name, is_surname
from extract.gazetteer.places import Place, is_place, key_of, places_named

__all__ = [
    "WORLD",
    "Location",
    "Place",
    "countries_of_people",
    "country_named",
    "divisions_like",
    "divisions_named",
    "divisions_with",
    "is_a_people",
    "is_country",
    "is_given_name",
    "is_place",
    "is_surname",
    "iso_number",
    "key_of",
    "kilometres",
    "middle_of",
    "name_of_country",
    "names_like",
    "places_named",
    "point_from",
    "region_named",
    "town_nearest",
    "towns_named",
]
