"""Where an incident of a report took place: a person's choice, else the likeliest place."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.gazetteer import Location, key_of, name_of_country
from extract.geocoding import (
    Candidate,
    PlaceName,
    Surroundings,
    Told,
    candidates,
    country_of_names,
    extent_without_point,
    likeliest,
    offset,
)
from extract.records import Span
from extract.vocabulary import Extent, Label
from store.items import Item, Kind, Standing, State
from store.references import span_of
from store.wording import filled, name

_CHOSEN = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})
BY_HAND = "chosen by hand"


@dataclass(frozen=True, slots=True)
class Where:
    """Where something took place, as far as it is known."""

    country: str = ""
    """ISO 3166-1 alpha-2 code; empty where it is not known."""
    location: Location | None = None
    """None where there are no coordinates."""
    extent: Extent | None = None
    """How wide the place is; none where nothing is known of it."""
    reasons: tuple[str, ...] = ()

    @property
    def has_point(self) -> bool:
        """Whether its coordinates are those of a place, and not of the middle of a country."""
        return self.location is not None and self.extent is not Extent.COUNTRY

    @property
    def told(self) -> str:
        """Return division and country, and the coordinates in brackets, as far as known."""
        location = self.location if self.has_point else None
        names = filled(location.admin1 if location else "", self.country_name)
        point = f"({location.latitude:g}, {location.longitude:g})" if location else ""
        return " ".join(filled(", ".join(dict.fromkeys(names)), point))

    @property
    def country_name(self) -> str:
        """The usual English name of the country."""
        return name_of_country(self.country) or self.country


@dataclass(slots=True)
class KnownPlaces:
    """What is known of places beside the gazetteer, for all reports of a library."""

    own: Mapping[str, tuple[Location, ...]] = field(default_factory=dict)
    """The library's own places by key of name."""
    chosen: Mapping[str, Location] = field(default_factory=dict)
    """What the annotator chose before, by key of name."""
    _last: tuple[Sequence[Item], Surroundings] | None = None
    """Those of the report that was asked about last."""

    def where(self, item: Item, text: str, items: Sequence[Item]) -> Where:
        """Return where an incident or event took place, in a report with its text and items.

        Where the place has no coordinates, its country is that of most places of the report.
        """
        chosen = item.fields.get("located")
        if chosen is not None:
            return _by_hand(chosen)
        place = _place_name(item, text, items)
        report = self._surroundings(items)
        found = likeliest(candidates(place, report)) if place else None
        if found is not None:
            country = found.location.country or report.home() or ""
            return Where(country, found.location, found.extent, found.reasons)
        extent = extent_without_point(place) if place else None
        if extent is Extent.WATER:
            return Where("", None, extent)
        around = country_of_names(place.around) if place else None
        return Where(around or report.home() or "", None, extent)

    def rivals(self, item: Item, text: str, items: Sequence[Item]) -> tuple[Candidate, ...]:
        """Return all places that may be meant, the likeliest first."""
        place = _place_name(item, text, items)
        return candidates(place, self._surroundings(items)) if place else ()

    def _surroundings(self, items: Sequence[Item]) -> Surroundings:
        if self._last is None or self._last[0] is not items:
            self._last = items, Surroundings(_told(items), self.own, self.chosen)
        return self._last[1]


def located(location: Location, extent: Extent) -> dict[str, Any]:
    """Return a place as the value of an incident's field `located`."""
    return {
        "location": location.name,
        "country": location.country,
        "admin1": location.admin1,
        "latitude": location.latitude,
        "longitude": location.longitude,
        "extent": extent.value,
    }


NOWHERE: dict[str, Any] = {"location": "", "country": "", "admin1": ""}
"""The value of an incident's field `located` where a person says that no place is right."""


def choices_in(items: Iterable[Item]) -> dict[str, Location]:
    """Return the places that a person chose in some items, by the key of the place's name."""
    return {
        key_of(name(item.fields.get("place"))): chosen.location
        for item in items
        if item.state in _CHOSEN and item.correction.get("located")
        for chosen in [_by_hand(item.correction["located"])]
        if chosen.location is not None
    }


def chosen_by_name(places: Mapping[str, Mapping[str, Any]]) -> dict[str, Location]:
    """Return places that were chosen before, values of the field `located` by their names, by the
    key of the name."""
    found = {key_of(name): _by_hand(value).location for name, value in places.items()}
    return {key: location for key, location in found.items() if location is not None}


def _by_hand(chosen: Mapping[str, Any]) -> Where:
    latitude, longitude = chosen.get("latitude"), chosen.get("longitude")
    country = str(chosen.get("country") or "")
    if latitude is None or longitude is None:
        return Where(country, reasons=(BY_HAND,))
    location = Location(
        str(chosen.get("location") or ""),
        country,
        str(chosen.get("admin1") or ""),
        float(latitude),
        float(longitude),
    )
    return Where(country, location, Extent(chosen.get("extent") or Extent.POINT), (BY_HAND,))


def _place_name(item: Item, text: str, items: Sequence[Item]) -> PlaceName | None:
    """The place of an incident with the words before and around it; none where it has no place."""
    place = item.fields.get("place")
    if not place or not name(place):
        return None
    around = tuple(name(one) for one in item.fields.get("around") or ())
    mentions = _mentions(items)
    told = [
        PlaceName.at(text, span, mentions)
        for span in _told_at(item, text, mentions)
        if span.end <= len(text)
    ]
    best = next((one for one in told if offset(one.before)), told[0] if told else None)
    if best is None:
        return PlaceName(name(place), around=around)
    return PlaceName(name(place), best.before, tuple(dict.fromkeys((*best.around, *around))))


def _told_at(item: Item, text: str, mentions: Sequence[tuple[Span, str]]) -> Iterator[Span]:
    """Where the place of an incident is named: by its own field, then in each paragraph that tells
    of the incident; a heading may leave out that it was "25 km east of" the place."""
    place = item.fields["place"]
    own = span_of(place)
    if own is not None:
        yield own
    for span, told in mentions:
        if told == name(place) and any(_share_a_line(span, other, text) for other in item.spans):
            yield span


def _share_a_line(one: Span, other: Span, text: str) -> bool:
    return "\n" not in text[min(one.end, other.end) : max(one.start, other.start)]


def _mentions(items: Sequence[Item]) -> list[tuple[Span, str]]:
    """Where the places of a report are named, in the order of its text."""
    return sorted(
        (span, str(item.fields.get("name")))
        for item in items
        if _is_there(item) and item.fields.get("label") == Label.PLACE
        for span in item.spans
    )


def _told(items: Sequence[Item]) -> tuple[Told, ...]:
    """The names of places and groups as the text has them, in its order."""
    said = sorted(
        (quote.start, quote.exact, item.fields.get("label") == Label.PLACE)
        for item in items
        if _is_there(item)
        for quote in item.quotes
    )
    counted = Counter((words, is_place) for _, words, is_place in said)
    return tuple(Told(words, number, place) for (words, place), number in counted.items())


def _is_there(item: Item) -> bool:
    known = item.kind is Kind.ENTITY and item.fields.get("label") != Label.DATE
    return known and item.state is not State.REJECTED and item.standing is not Standing.ORPHAN
