"""A search in the text of an article: the places found, and the one it stands at."""

from bisect import bisect_left

from tui.text.finding import hits


class Search:
    """The places of some words in a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.words = ""
        """What is searched for; empty where nothing is."""
        self.places: tuple[tuple[int, int], ...] = ()
        self._at = 0

    @property
    def here(self) -> tuple[int, int] | None:
        """The place that the search stands at."""
        return self.places[self._at] if self.places else None

    @property
    def told(self) -> str:
        """What is searched for, and at which place of how many it stands; empty for nothing."""
        if not self.words:
            return ""
        return f"“{self.words}” {self.number}"

    @property
    def number(self) -> str:
        """Which place of how many it stands at: "2 of 7"."""
        return f"{self._at + 1} of {len(self.places)}" if self.places else "not found"

    def seek(self, words: str, start: int) -> None:
        """Find other words, and stand at the first place from an offset on."""
        self.words, self.places = words, hits(self._text, words)
        self.stand_at(bisect_left(self.places, (start,)))

    def step(self, by: int) -> None:
        """Stand at the place so many further, around the text."""
        self.stand_at(self._at + by)

    def stand_at(self, number: int) -> None:
        """Stand at the place of that number, counted around."""
        self._at = number % len(self.places) if self.places else 0

    def forget(self) -> None:
        """Search for nothing any more."""
        self.words, self.places, self._at = "", (), 0
