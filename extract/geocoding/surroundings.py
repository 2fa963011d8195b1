"""What else a report speaks of, which tells where its places are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from math import sqrt

from extract.gazetteer import (
    WORLD,
    Location,
    countries_of_people,
    country_named,
    key_of,
    region_named,
    towns_named,
)
from extract.geocoding.divisions import divisions_called
from extract.geocoding.wording import Parsed, parsed

_COUNTRY, _PEOPLE, _REGION, _TOWN = 3.0, 2.0, 2.0, 1.0
"""How much the name of a country, of its people, of a part of it, and of a town says for a country.
"""
_KNOWN = 100_000
"""People of a town that speaks for its country; a smaller one does so as much less."""
_ENOUGH = 0.5
_SOMETHING = 1.5
_FIRST = 2.0
"""How much more the first place of a report says: it is where it was sent from."""
_SMALL = 1000
"""People that a place has at least, for what is not known to be empty."""
_NOTHING = 1e-9
"""Sums of weights below it are none."""
_SURE = 0.7
"""Share of all places of a name, by their people, above which one of them is taken as given."""


@dataclass(frozen=True, slots=True)
class Told:
    """Words for a place of the report, or for a people of it."""

    name: str
    """As the report has it: "Congolese" tells less than "Republic of the Congo"."""
    mentions: int = 1
    is_place: bool = True
    """False for a group, of which only the people count that its name has: "Malian troops"."""


@dataclass(frozen=True)
class Surroundings:
    """The places of a report in the order of its text, and what a person said of places."""

    places: tuple[Told, ...] = ()
    own: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    """A person's own places by key of name."""
    chosen: Mapping[str, Location] = field(default_factory=dict)
    """What a person chose for a name before, by its key."""

    @cached_property
    def _said(self) -> dict[str, dict[str, float]]:
        """How much each place says for each country, by its key."""
        found: dict[str, dict[str, float]] = {}
        for number, place in enumerate(self.places):
            first = number == 0 and not _peoples_in(place)
            weight = sqrt(place.mentions) * (_FIRST if first else 1.0)
            mine = found.setdefault(key_of(place.name), {})
            for country, share in _told_by(place):
                mine[country] = mine.get(country, 0.0) + weight * share
        return found

    @cached_property
    def _in_all(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for mine in self._said.values():
            for country, weight in mine.items():
                found[country] = found.get(country, 0.0) + weight
        return found

    def support(self, country: str, name: str) -> float:
        """Return the share of what all other places than `name` say, that is for a country;
        0 where they say nothing."""
        mine = self._said.get(key_of(name), {})
        others = self._by_others(name)
        told = self._in_all.get(country, 0.0) - mine.get(country, 0.0)
        return told / others if others > _NOTHING else 0.0

    def speaks_of(self, country: str, name: str) -> bool:
        """Return whether other places than `name` say enough for a country: it is named, or a part
        of it, or towns that are known beyond it."""
        mine = self._said.get(key_of(name), {})
        return self._in_all.get(country, 0.0) - mine.get(country, 0.0) >= _ENOUGH

    def _by_others(self, name: str) -> float:
        """How much all places but one say."""
        return sum(self._in_all.values()) - sum(self._said.get(key_of(name), {}).values())

    def says_something(self, name: str) -> bool:
        """Return whether the names beside a place tell of any country: one of a country, of a part
        of one, or of the town that the report was sent from."""
        return self._by_others(name) >= _SOMETHING

    def home(self) -> str | None:
        """Return the country that most places are in; none where no country has half of them."""
        if not self._in_all:
            return None
        country = max(self._in_all, key=self._in_all.__getitem__)
        weight = self._in_all[country]
        return country if weight >= max(_ENOUGH, sum(self._in_all.values()) / 2) else None

    @cached_property
    def towns(self) -> tuple[tuple[str, Location], ...]:
        """The towns of the report that are sure, each with its key."""
        return tuple(self._sure_towns())

    def _sure_towns(self) -> Iterator[tuple[str, Location]]:
        for place in self.places:
            words = parsed(place.name)
            if not place.is_place or _country_of(words) is not None:
                continue
            found = towns_named(words.core)
            inside = [town for town in found if self.support(town.country, place.name) > 0] or found
            best = max(inside, key=_people, default=None)
            if best is not None and _people(best) >= _SURE * sum(map(_people, inside)):
                yield key_of(place.name), best


def _people(town: Location) -> int:
    return town.population + _SMALL


def _told_by(place: Told) -> Iterator[tuple[str, float]]:
    """The countries that a place or the people in a name speak for, and how much."""
    codes = _peoples_in(place)
    for code in codes:
        yield code, _PEOPLE / len(codes)
    if not codes and place.is_place:
        yield from _countries_of(parsed(place.name))


def _peoples_in(place: Told) -> list[str]:
    """The countries of the peoples in a name: "Malian troops" may act abroad."""
    return [code for word in place.name.split() for code in countries_of_people(word)]


def _country_of(words: Parsed) -> str | None:
    return country_named(words.core) or country_named(words.bare)


def _countries_of(words: Parsed) -> Iterator[tuple[str, float]]:
    """The countries that a name speaks for, and how much."""
    country = _country_of(words)
    if country is not None:
        yield country, _COUNTRY
        return
    region = region_named(words.core)
    if region is not None:
        if region != WORLD:
            yield region, _REGION
        return
    divisions = {division.country for division in divisions_called(words.core)}
    if len(divisions) == 1:
        yield divisions.pop(), _REGION
        return
    yield from _shares(towns_named(words.core) or towns_named(words.bare))


def _shares(towns: Iterable[Location]) -> Iterator[tuple[str, float]]:
    people: Counter[str] = Counter()
    for town in towns:
        people[town.country] += _people(town)
    known = min(1.0, people.total() / _KNOWN)
    for country, number in people.items():
        yield country, _TOWN * known * number / people.total()
