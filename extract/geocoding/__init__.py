"""Where a place is: which of several places of a name is meant, its coordinates and precision.

Pure functions over names and the words around them, so that names that a person corrected count as
well as those that the machine found.
"""

from extract.geocoding.precision import acled_precision, ucdp_precision
from extract.geocoding.ranking import (
    Candidate,
    candidates,
    country_of_names,
    extent_without_point,
    likeliest,
)
from extract.geocoding.surroundings import Surroundings, Told
from extract.geocoding.wording import PlaceName, bare_name, offset

__all__ = [
    "Candidate",
    "PlaceName",
    "Surroundings",
    "Told",
    "acled_precision",
    "bare_name",
    "candidates",
    "country_of_names",
    "extent_without_point",
    "likeliest",
    "offset",
    "ucdp_precision",
]
