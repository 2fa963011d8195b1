"""The field for the place on the map: one of those that go by the name, or a point."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from extract.gazetteer import Location, name_of_country
from extract.geocoding import Candidate, likeliest
from extract.vocabulary import Extent
from store.errors import InvalidValueError
from store.items import Fields
from store.places.where import NOWHERE, located
from store.wording import filled
from tui.review.fields import Field

_MOST = 9
"""Places that have a number of one digit."""
_NONE = "none"
_POINT = re.compile(r"(-?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)")


@dataclass(frozen=True)
class OnMap(Field):
    """Which place it is of those that go by the name: its number, its name, or coordinates."""

    name: str
    label: str
    rivals: Callable[[], tuple[Candidate, ...]]
    """Return the places that may be meant, the likeliest first."""

    @cached_property
    def _rivals(self) -> tuple[Candidate, ...]:
        return self.rivals()[:_MOST]

    @property
    def standing(self) -> str:
        """Why the likeliest is that, and how many others there are."""
        first = likeliest(self._rivals)
        others = len(self._rivals) - bool(first)
        told = f"{others} other{'s' * (others != 1)} of the name" if others else ""
        return " · ".join(filled("; ".join(first.reasons) if first else "", told))

    @property
    def offers(self) -> Iterable[str]:
        """The names of the places."""
        return [_called(one.location) for one in self._rivals]

    def show(self, fields: Fields) -> str:
        """Return the place that a person chose, else the likeliest."""
        chosen = fields.get(self.name)
        if chosen is not None:
            return _chosen_words(chosen)
        first = likeliest(self._rivals)
        return _called(first.location) if first else ""

    def read(self, words: str) -> Fields:
        """Return the place that is meant; none for no words, so that the likeliest stands."""
        told = " ".join(words.split())
        if not told:
            return {self.name: None}
        if told in ("0", _NONE):
            return {self.name: dict(NOWHERE)}
        if told.isdecimal() and len(told) == 1 and int(told) <= len(self._rivals):
            return {self.name: _as_value(self._rivals[int(told) - 1])}
        found = self._named(told)
        if found is not None:
            return {self.name: _as_value(found)}
        return {self.name: located(_point(told), Extent.POINT)}

    def remark(self, words: str) -> str:
        """Return the places with their numbers."""
        told = [f"{n} {_called(one.location)}" for n, one in enumerate(self._rivals, 1)]
        return " · ".join([*told, "0 none", "or 32.62, 36.10"])

    def completed(self, words: str) -> str:
        """Return the place that a number or the beginning of a name means."""
        try:
            value = self.read(words)[self.name]
        except InvalidValueError:
            return words
        return _chosen_words(value) if value is not None else words

    def _named(self, words: str) -> Candidate | None:
        """The one place whose name begins so."""
        begun = words.casefold()
        named = [one for one in self._rivals if _called(one.location).casefold().startswith(begun)]
        return named[0] if named and (len(named) == 1 or begun == self._whole(named[0])) else None

    def _whole(self, one: Candidate) -> str:
        return _called(one.location).casefold()


def _point(words: str) -> Location:
    """The place at coordinates.

    Raises:
        InvalidValueError: if there are none in the words.
    """
    found = _POINT.fullmatch(words)
    if found is None:
        raise InvalidValueError("the number of a place, coordinates such as 32.62, 36.10, or 0")
    north, east = float(found[1]), float(found[2])
    if abs(north) > 90 or abs(east) > 180:
        raise InvalidValueError("latitude up to 90, longitude up to 180")
    from extract.gazetteer import town_nearest  # asked only where a person writes coordinates

    near = town_nearest(north, east)
    return Location("", near.country if near else "", near.admin1 if near else "", north, east)


def _as_value(candidate: Candidate) -> dict[str, Any]:
    return located(candidate.location, candidate.extent)


def _chosen_words(value: Mapping[str, Any]) -> str:
    if value.get("latitude") is None or value.get("longitude") is None:
        return _NONE
    name, country = str(value.get("location") or ""), str(value.get("country") or "")
    point = float(value["latitude"]), float(value["longitude"])
    return _called(Location(name, country, str(value.get("admin1") or ""), *point))


def _called(location: Location) -> str:
    """Name, division and country of a place; its coordinates where it has no name."""
    if not location.name:
        return f"{location.latitude:g}, {location.longitude:g}"
    country = name_of_country(location.country) or location.country
    parts = dict.fromkeys(filled(location.name, location.admin1, country))
    return ", ".join(parts)
