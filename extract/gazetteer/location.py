"""A place with its coordinates, and how far two of them are apart."""

from dataclasses import dataclass
from math import asin, atan2, cos, degrees, radians, sin, sqrt

from extract.vocabulary import LocationKind

EARTH_KM = 6371.0
"""Mean radius of the Earth (IUGG), in kilometres."""


@dataclass(frozen=True, slots=True)
class Location:
    """A place with coordinates."""

    name: str
    """As the gazetteer has it; empty for a point that has no name of its own."""
    country: str
    """ISO 3166-1 alpha-2 code; empty where it is not known."""
    admin1: str
    """Name of the first-order administrative division; empty where it is not known."""
    latitude: float
    """Degrees, north positive (WGS 84)."""
    longitude: float
    """Degrees, east positive (WGS 84)."""
    population: int = 0
    """0 where it is not known."""
    kind: LocationKind = LocationKind.TOWN


def kilometres(one: Location, other: Location) -> float:
    """Return the distance between two places on the great circle, in kilometres."""
    return distance(one.latitude, one.longitude, other.latitude, other.longitude)


def distance(north: float, east: float, other_north: float, other_east: float) -> float:
    """Return the kilometres between two points in degrees, by the haversine formula."""
    first, second = radians(north), radians(other_north)
    across = sin((second - first) / 2) ** 2
    along = sin(radians(other_east - east) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(across + cos(first) * cos(second) * along)))


def point_from(start: Location, kilometres: float, bearing: float) -> tuple[float, float]:
    """Return latitude and longitude of the point at a distance and bearing from a start.

    On the great circle: https://www.movable-type.co.uk/scripts/latlong.html.
    """
    north, east, turn = radians(start.latitude), radians(start.longitude), radians(bearing)
    arc = kilometres / EARTH_KM
    latitude = asin(sin(north) * cos(arc) + cos(north) * sin(arc) * cos(turn))
    across = sin(turn) * sin(arc) * cos(north)
    longitude = east + atan2(across, cos(arc) - sin(north) * sin(latitude))
    return degrees(latitude), (degrees(longitude) + 180) % 360 - 180
