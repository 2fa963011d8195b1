"""What is known of places in a library: its own, and what its annotator chose before."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from store.items import Item

if TYPE_CHECKING:
    from extract.gazetteer import Location
    from store.places.where import KnownPlaces

NOTED = '"latitude"'
"""What stands in every file of notes with a place that a person chose."""


class LibraryPlaces:
    """The places of a library."""

    def __init__(
        self, own: "Mapping[str, tuple[Location, ...]]", decided: Callable[[], Iterable[Item]]
    ) -> None:
        """`own` are the library's places by key of name; `decided` finds the items in which a
        place may have been chosen, and is asked once."""
        self.own = own
        self._decided = decided
        self._chosen: dict[str, Location] | None = None

    def known(self, items: Iterable[Item] = ()) -> "KnownPlaces":
        """Return what is known, with what was chosen in some items over what was before."""
        from store.places.where import KnownPlaces, choices_in  # with the rules of geocoding

        if self._chosen is None:
            self._chosen = choices_in(self._decided())
        self._chosen |= choices_in(items)
        return KnownPlaces(self.own, self._chosen)
