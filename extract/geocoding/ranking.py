"""Which of the places that go by a name is meant: all of them ranked, with the reasons."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from math import exp, log

from extract.gazetteer import (
    WORLD,
    Location,
    country_named,
    divisions_named,
    divisions_with,
    is_country,
    key_of,
    kilometres,
    middle_of,
    name_of_country,
    point_from,
    region_named,
    town_nearest,
    towns_named,
)
from extract.geocoding.divisions import divisions_called
from extract.geocoding.spelling import spelled_otherwise
from extract.geocoding.surroundings import Surroundings
from extract.geocoding.wording import Offset, Parsed, PlaceName, is_near, offset, parsed
from extract.lexicon import table
from extract.vocabulary import Extent, LocationKind

_CHOSEN, _OWN = 100.0, 60.0
_SUPPORTED, _UNSUPPORTED = 9.0, -6.0
_HELD, _NOT_HELD = 12.0, -20.0
_CAPITAL = 1.0
_NEAR, _NEAR_KM = 4.0, 120.0
"""How much nearness to another town of the report says, and the distance at which it is a third."""
_MISSPELLED = -2.0
_OTHER_NAME, _OTHER_NAME_OF_SMALL = -1.0, -5.0
"""For a name that is not the one that the gazetteer has for the place first."""
_WITH_NAMES = 20_000
"""People of a town that may well be known by several names."""
_DIVISION, _DIVISION_TOLD = log(2_000), log(10_000_000)
"""A division counts as a town of so many people, where no noun says that it is one, and where one
does."""
_KNOWN_BY_ALL = 300_000
"""People of a town that needs no country: a report names it without saying where it is."""
_KNOWN_ANYWHERE = 1_000_000
"""People of a town that is meant even in a report that names other countries alone."""
_KNOWN_BY_NAME = 50_000
"""People of a town that needs no country where all towns of its name are in one."""
_TOLD_KM = 200
_SMALL = 1000
_NO_HOLDERS = frozenset({Extent.POINT, Extent.LANDSCAPE, Extent.WATER})
_WIDE = frozenset({Extent.DIVISION, Extent.PART, Extent.LANDSCAPE})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant."""

    location: Location
    extent: Extent
    score: float
    reasons: tuple[str, ...]
    """Why, each in a few words for a person."""
    is_likely: bool = True
    """False for one that only shares the name: in a country of which the report says nothing."""


def extent_without_point(place: PlaceName) -> Extent | None:
    """Return the extent of a place that has no candidates by its nature, such as a sea; none
    where the name is only unknown."""
    return Extent.WATER if parsed(place.name).head is Extent.WATER else None


def country_of_names(names: Iterable[str]) -> str | None:
    """Return the ISO code of the country that wider places are or lie in, by the first that tells
    one; none where none does."""
    for name in names:
        words = parsed(name)
        division = next(iter(divisions_called(words.core)), None)
        found = country_named(words.core) or region_named(words.core)
        if found not in (None, WORLD):
            return found
        if division is not None:
            return division.country
    return None


def likeliest(found: Iterable[Candidate]) -> Candidate | None:
    """Return the first candidate, unless it only shares the name; none if there is none."""
    first = next(iter(found), None)
    return first if first is not None and first.is_likely else None


def candidates(
    place: PlaceName, report: Surroundings, *, any_spelling: bool = True
) -> tuple[Candidate, ...]:
    """Return the places that may be meant, the likeliest first; none for seas and unknown names.

    What a person chose for the name before comes first, then a person's own places. Of the others
    those are likelier that lie in a country of the report, in what holds the place, or near another
    town of the report, and those with more people. Of a name that nobody knows, what holds it
    stands for it. To look for it in `any_spelling` takes some hundredths of a second.
    """
    words = parsed(place.name)
    own = _own(place, words, report)
    if words.head is Extent.WATER and not own:
        return ()
    if words.head is Extent.POINT and not own:
        return tuple(_held_by(place, words, report))
    found = sorted(_ranked(place, words, report, any_spelling), key=lambda one: -one.score)
    if likeliest(found) is None:
        found = [*_held_by(place, words, report), *found]
    return tuple(_at_points(found))


def _at_points(found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The first at each point: a town and the province that is put there are one choice."""
    seen: set[tuple[float, float]] = set()
    for one in found:
        point = one.location.latitude, one.location.longitude
        if point not in seen:
            seen.add(point)
            yield one


def _ranked(
    place: PlaceName, words: Parsed, report: Surroundings, any_spelling: bool
) -> Iterator[Candidate]:
    near, away = is_near(place.before), offset(place.before)
    own = _own(place, words, report)
    known = _known(place.name, words)
    alike = _alike(place, words, known, report) if any_spelling else []
    for location in dict.fromkeys((*own, *known, *alike)):
        scored = list(_marks(location, words, place, report))
        if location in alike and location not in known:
            scored.append((_MISSPELLED, f"spelled {location.name}"))
        extent = _extent(location, words, near)
        reasons = tuple(why for _, why in scored if why)
        score = sum(score for score, _ in scored)
        likely = location in own or _is_likely(location, place, report)
        candidate = Candidate(location, extent, score, reasons, likely)
        yield _moved(candidate, away) if away and extent is Extent.AROUND else candidate


def _own(place: PlaceName, words: Parsed, report: Surroundings) -> tuple[Location, ...]:
    found = [report.own.get(key, ()) for key in (key_of(place.name), words.core)]
    chosen = [report.chosen[key] for key in (key_of(place.name),) if key in report.chosen]
    return tuple(dict.fromkeys([*chosen, *(one for some in found for one in some)]))


def _alike(
    place: PlaceName, words: Parsed, known: Iterable[Location], report: Surroundings
) -> list[Location]:
    """The towns in the countries of the report that may be spelled otherwise, where none there, and
    no large one elsewhere, has the name as it is spelled."""
    has_town = any(
        report.support(one.country, place.name) or one.population >= _KNOWN_BY_ALL for one in known
    )
    if has_town or words.head in _WIDE or is_country(words.core):
        return []
    found = spelled_otherwise(words.core) if report.says_something(place.name) else ()
    countries = table("geocoding")["spelled"]["countries"]
    return [
        town
        for town in found
        if town.country in countries and report.support(town.country, place.name)
    ]


def _known(name: str, words: Parsed) -> list[Location]:
    """What the gazetteer has under a name, of the kind that its noun tells."""
    country = country_named(words.core) or (words.head is None and country_named(words.bare))
    if country and words.head in (None, Extent.DIVISION):
        middle = middle_of(country)
        return [replace(middle, name=name_of_country(country) or "")] if middle else []
    found = list(divisions_named(name))
    for key in dict.fromkeys((words.core, words.bare)):
        found += divisions_called(key)
        if words.head is Extent.DIVISION and not found:
            found += _divisions_of(towns_named(key))
        if words.head is not Extent.DIVISION:
            found += towns_named(key)
        if found:
            break
    if not found and (words.head is not None or region_named(words.core) is not None):
        found += divisions_with(words.bare)
    return found


def _divisions_of(towns: Iterable[Location]) -> list[Location]:
    """The divisions of which towns are the chief ones, so that they are named after them:
    "Aleppo province"."""
    return [
        division
        for town in towns
        for division in divisions_named(town.admin1)
        if division.country == town.country and kilometres(division, town) < 1
    ]


def _marks(
    location: Location, words: Parsed, place: PlaceName, report: Surroundings
) -> Iterator[tuple[float, str]]:
    """What speaks for and against a place, and how much."""
    people = location.population
    yield (log(people + _SMALL), "") if people else (0.0, "")
    if location.kind is LocationKind.DIVISION:
        known = region_named(words.core) is not None and not any(
            key_of(town.name) == words.core for town in towns_named(words.core)
        )
        is_told = known or words.head in _WIDE
        yield (_DIVISION_TOLD if is_told else _DIVISION), ""
    elif not people:
        yield log(_SMALL), ""
    if report.chosen.get(key_of(place.name)) == location:
        yield _CHOSEN, "a person chose it before"
    elif location.kind is LocationKind.OWN:
        yield _OWN, "from the list of own places"
    if location.kind is LocationKind.CAPITAL:
        yield _CAPITAL, ""
    if location.kind is LocationKind.TOWN and key_of(location.name) != words.core:
        yield (_OTHER_NAME if people >= _WITH_NAMES else _OTHER_NAME_OF_SMALL), ""
    yield from _of_country(location, place, report)
    yield from _near_others(location, place, report)


def _of_country(
    location: Location, place: PlaceName, report: Surroundings
) -> Iterator[tuple[float, str]]:
    """Whether the report speaks of the country, and what holds the place."""
    told = name_of_country(location.country) or location.country
    share = report.support(location.country, place.name)
    if share:
        yield _SUPPORTED * share, f"the report speaks of {told}"
    elif report.says_something(place.name):
        yield _UNSUPPORTED, ""
    for name in place.around:
        holds = _holds(name, location)
        if holds is not None:
            yield (_HELD, f"in {name}") if holds else (_NOT_HELD, "")


def _holds(name: str, location: Location) -> bool | None:
    """Whether a wider place holds another; none where that is not known."""
    words = parsed(name)
    country = country_named(words.core) or country_named(words.bare)
    if country is not None:
        return country == location.country
    divisions = divisions_called(words.core) or divisions_called(words.bare)
    if divisions:
        return any((d.country, d.name) == (location.country, location.admin1) for d in divisions)
    region = region_named(words.core)
    return region == location.country if region not in (None, WORLD) else None


def _near_others(
    location: Location, place: PlaceName, report: Surroundings
) -> Iterator[tuple[float, str]]:
    """How near it is to the nearest other town of the report."""
    key = key_of(place.name)
    away = [(kilometres(location, town), town) for other, town in report.towns if other != key]
    distance, town = min(away, key=lambda one: one[0], default=(0.0, None))
    if town is not None:
        told = f"{distance:.0f} km from {town.name}" if distance <= _TOLD_KM else ""
        yield _NEAR * exp(-distance / _NEAR_KM), told


def _is_likely(location: Location, place: PlaceName, report: Surroundings) -> bool:
    """Whether it is no place that only shares the name with an unknown one.

    It is in a country of the report, or what holds it is told; else its name is that of one country
    alone, or it is so large that a report names it without more.
    """
    held = [_holds(name, location) for name in place.around]
    if False in held:
        return False
    if True in held or report.speaks_of(location.country, place.name):
        return True
    if location.kind is LocationKind.COUNTRY:
        return True
    countries = {town.country for town in towns_named(place.name)}
    if countries == {location.country} and location.population >= _KNOWN_BY_NAME:
        return True
    least = _KNOWN_ANYWHERE if report.says_something(place.name) else _KNOWN_BY_ALL
    is_own_name = key_of(location.name) == parsed(place.name).core
    is_its_name = is_own_name or location.kind is LocationKind.CAPITAL
    return is_its_name and location.population >= least


def _extent(location: Location, words: Parsed, near: bool) -> Extent:
    """How wide the place is that the report speaks of."""
    if location.kind is LocationKind.COUNTRY:
        return Extent.COUNTRY
    if location.kind is LocationKind.DIVISION:
        if words.head is Extent.LANDSCAPE:
            return Extent.LANDSCAPE
        is_part = words.bare != words.core and key_of(location.name) == words.bare
        return Extent.PART if is_part or words.head is Extent.AROUND else Extent.DIVISION
    if words.head in (Extent.DISTRICT, Extent.LANDSCAPE, Extent.AROUND):
        return words.head
    return Extent.AROUND if near else Extent.POINT


def _moved(candidate: Candidate, away: Offset) -> Candidate:
    """The point that lies so far away from a place, with the division of the town nearest to it."""
    place, told = candidate.location, candidate.reasons
    if away.bearing is None:
        return candidate
    latitude, longitude = point_from(place, away.kilometres, away.bearing)
    nearest = town_nearest(latitude, longitude)
    point = replace(
        place,
        latitude=round(latitude, 3),
        longitude=round(longitude, 3),
        admin1=nearest.admin1 if nearest and nearest.country == place.country else place.admin1,
    )
    why = f"{away.kilometres:g} km from {place.name}"
    return replace(candidate, location=point, reasons=(*told, why))


def _held_by(place: PlaceName, words: Parsed, report: Surroundings) -> list[Candidate]:
    """What holds an unknown place, which stands for it.

    What lies in a town is as exact as the town, but for a village beside it: no one can tell.
    """
    for name in place.around:
        if parsed(name).head in _NO_HOLDERS:
            continue
        found = [
            one for one in candidates(PlaceName(name), report) if one.extent is not Extent.COUNTRY
        ]
        first = likeliest(found)
        if first is not None:
            within = first.extent is Extent.POINT and words.head is not Extent.POINT
            extent = Extent.AROUND if within else first.extent
            why = f"{place.name} is not known; in {name}"
            return [replace(first, extent=extent, reasons=(why, *first.reasons))]
    return []
