"""What is exported: a report with the items one annotator decided on, and what a format loses."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from extract.records import Article
from store.article_notes import ArticleNotes
from store.items import Item, Standing, State
from store.notes import Kept


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
    article_notes: ArticleNotes = field(default_factory=ArticleNotes)
    kept: Kept = field(default_factory=Kept)
    """What the annotator's file holds, for the format that loses nothing."""

    def chosen(self, choice: Choice) -> tuple[Item, ...]:
        """The items to export; orphans, whose words are gone from the text, are left out."""
        return tuple(
            item
            for item in self.items
            if is_chosen(item, choice) and item.standing is not Standing.ORPHAN
        )


def is_chosen(item: Item, choice: Choice) -> bool:
    """Whether the item's state is one of those that are to go out."""
    return item.state in _CHOSEN[choice]


_ONE = {
    "items": "item",
    "events": "event",
    "figures": "figure",
    "sources": "source",
    "statements": "statement",
    "names": "name",
    "checks": "check",
    "notes": "note",
    "flags": "flag",
    "characters": "character",
    "tags": "tag",
    "spans": "span",
    "boundaries": "boundary",
    "go": "goes",
}
"""What is counted, for one of them."""


@dataclass(slots=True)
class Losses:
    """What a format could not carry, counted by what it is; and what a person should know."""

    counts: Counter[str] = field(default_factory=Counter)
    """What was to go out and does not."""
    asides: Counter[str] = field(default_factory=Counter)
    """What was not to go out, or does but is to be looked over: no losses."""

    def add(self, what: str, number: int = 1) -> None:
        """Count something that is left out; none counts nothing."""
        if number:
            self.counts[what] += number

    def mention(self, what: str, number: int = 1) -> None:
        """Count something that is no loss and still to be told."""
        if number:
            self.asides[what] += number

    def lines(self) -> Iterator[str]:
        """One line for each kind of loss, most first."""
        return _told(self.counts)

    def remarks(self) -> Iterator[str]:
        """One line for each thing that is no loss, most first."""
        return _told(self.asides)

    def __bool__(self) -> bool:
        return bool(self.counts)


def _told(counts: Counter[str]) -> Iterator[str]:
    for what, number in counts.most_common():
        yield f"{number} {_of_one(what) if number == 1 else what}"


def _of_one(what: str) -> str:
    """The words for one: "rejected item", "event that is planned"."""
    head, *rest = what.split(" (", 1)
    words = [_ONE.get(word, word) for word in head.split()]
    return " (".join([" ".join(words), *rest])
