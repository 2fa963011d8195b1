"""What is exported: a report with the items one annotator decided on, and what a format loses."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from extract.records import Article
from store.items import Item, Standing, State
from store.notes import Kept
from store.sheet import Sheet


class Choice(StrEnum):
    """Which items go out."""

    ACCEPTED = "accepted"
    """Those that stand: accepted, corrected, added by hand."""
    DECIDED = "decided"
    """Those and the rejected ones, where the format can tell them apart."""
    ALL = "all"
    """Undecided and skipped ones too."""


STANDING_STATES = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})
"""States in which a person says that an item holds."""

_CHOSEN = {
    Choice.ACCEPTED: STANDING_STATES,
    Choice.DECIDED: STANDING_STATES | {State.REJECTED},
    Choice.ALL: frozenset(State),
}


@dataclass(frozen=True, slots=True)
class Document:
    """One report as one annotator left it."""

    article: Article
    annotator: str
    items: tuple[Item, ...]
    """In the order of the text."""
    sheet: Sheet = field(default_factory=Sheet)
    kept: Kept = field(default_factory=Kept)
    """What the annotator's file holds, for the format that loses nothing."""

    def chosen(self, choice: Choice) -> tuple[Item, ...]:
        """The items to export; orphans, whose words are gone from the text, are left out."""
        states = _CHOSEN[choice]
        return tuple(
            item
            for item in self.items
            if item.state in states and item.standing is not Standing.ORPHAN
        )


@dataclass(slots=True)
class Losses:
    """What a format could not carry, counted by what it is."""

    counts: Counter[str] = field(default_factory=Counter)

    def add(self, what: str, number: int = 1) -> None:
        """Count something that is left out; none counts nothing."""
        if number:
            self.counts[what] += number

    def lines(self) -> Iterator[str]:
        """One line for each kind of loss, most first."""
        return (f"{number} {what}" for what, number in self.counts.most_common())

    def __bool__(self) -> bool:
        return bool(self.counts)


def left_out(documents: Iterable[Document], choice: Choice, losses: Losses) -> None:
    """Count the items that the choice leaves at home."""
    for document in documents:
        chosen = {item.id for item in document.chosen(choice)}
        for item in document.items:
            if item.standing is Standing.ORPHAN:
                losses.add("items whose words are gone from the text")
            elif item.id not in chosen:
                losses.add(f"{item.state.value} items")
