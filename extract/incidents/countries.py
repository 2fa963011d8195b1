"""The country that an incident took place in, as far as the report tells."""

from collections import Counter
from collections.abc import Iterable

from extract.gazetteer import is_country, name_of_country
from extract.records import Party, Reading
from extract.vocabulary import Label

_FIRST = 2
"""What the first place of a report counts more than others: it is where it was sent from."""


class Countries:
    """The countries of a report's places.

    What has no place of its own lies where most others of its kind do, else in the country that
    the report speaks of most.
    """

    def __init__(self, reading: Reading, places: Iterable[Party | None]) -> None:
        self._of = _by_place(reading)
        told = Counter(code for code in map(self._code, places) if code)
        home = (told or _spoken_of(reading, set(self._of.values()))).most_common(1)
        self._home = home[0][0] if home else None

    def name(self, place: Party | None) -> str | None:
        """Name of the country of a place, or of where it most likely was."""
        code = self._code(place) or self._home
        return name_of_country(code) if code else None

    def _code(self, place: Party | None) -> str | None:
        return self._of.get(place.entity or "") if place else None


def _by_place(reading: Reading) -> dict[str, str]:
    """The country of each place; a town elsewhere than in a country named is taken for another."""
    places = [e for e in reading.entities if e.label is Label.PLACE and e.country]
    named = {entity.country for entity in places if is_country(entity.name)}
    named.add(places[0].country if places else None)
    return {e.id: e.country for e in places if e.country and e.country in named}


def _spoken_of(reading: Reading, countries: set[str]) -> Counter[str]:
    """How often each country and its places are mentioned."""
    counted: Counter[str] = Counter()
    for entity in reading.entities:
        if entity.label is Label.PLACE and entity.country in countries:
            first = 0 if counted else _FIRST
            counted[entity.country or ""] += len(entity.mentions) + first
    return counted
