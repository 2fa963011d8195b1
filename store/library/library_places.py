"""What is known of places in a library: its own, and what its annotator chose before."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from store.items import Fields, Item

if TYPE_CHECKING:
    from extract.gazetteer import Location
    from store.places.where import KnownPlaces


class LibraryPlaces:
    """The places of a library."""

    def __init__(
        self,
        own: "Mapping[str, tuple[Location, ...]]",
        remembered: Callable[[], Mapping[str, Fields]],
    ) -> None:
        """`own` are the library's places by key of name; `remembered` gives those chosen before by
        their names, and is asked once."""
        self.own = own
        self._remembered = remembered
        self._chosen: dict[str, Location] | None = None

    def known(self, items: Iterable[Item] = ()) -> "KnownPlaces":
        """Return what is known, with what was chosen in some items over what was before."""
        # With the rules of geocoding, which no opening of a report needs.
        from store.places.where import KnownPlaces, choices_in, chosen_by_name

        if self._chosen is None:
            self._chosen = chosen_by_name(self._remembered())
        self._chosen |= choices_in(items)
        return KnownPlaces(self.own, self._chosen)
