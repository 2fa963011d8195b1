"""What is exported: a report with the items one annotator decided on, and which of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from extract.accounts import AccountKey
from extract.claims import Number
from extract.records import Article
from store.actors import ActorTable
from store.history.article_notes import ArticleNotes
from store.items import Item, Standing, State
from store.notes.tables import StoredNotes
from store.places.where import KnownPlaces


class Choice(StrEnum):
    """Which items go out."""

    ACCEPTED = "accepted"
    """Those that stand: accepted, corrected, added by hand."""
    DECIDED = "decided"
    """Those and the rejected ones, where the format can tell them apart."""
    ALL = "all"
    """Undecided and skipped ones too."""


class Unit(StrEnum):
    """What a row is, in the tables of the conflict codebooks."""

    INCIDENT = "incident"
    """One happening, as coders count."""
    MENTION = "mention"
    """One event of the text, with the figures that belong to it."""


class Table(StrEnum):
    """What kind of file the tables of the conflict codebooks are."""

    CSV = "csv"
    CSV_BOM = "csv-bom"
    """With the mark by which spreadsheets know UTF-8."""
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person asked for."""

    choice: Choice = Choice.ACCEPTED
    numbers: str = "literal"
    """The numbers profile: literal, acled or gtd."""
    unit: Unit = Unit.MENTION
    in_numbers: bool = False
    """Whether kinds of actors are ACLED's numbers, 1 to 8, rather than its words."""
    table: Table = Table.CSV
    split_days: bool = False
    """Whether what a report tells of several days has a row for each, where the codebook has it."""
    configuration: bool = False
    """Whether instead of the reports the configuration goes out that the other program needs."""
    over: Callable[[Mapping[AccountKey, Number]], Sequence[Any]] | None = None
    """Which accounts make one incident over several reports (`store.formats.over_reports`); none
    where each report is to have rows of its own."""


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
    """In the order of the text; orphans, whose words are gone from it, may be among them."""
    article_notes: ArticleNotes = field(default_factory=ArticleNotes)
    kept: StoredNotes = field(default_factory=StoredNotes)
    """What the annotator's file holds, for the format that loses nothing."""
    places: KnownPlaces = field(default_factory=KnownPlaces, compare=False)
    """What is known of places beside the gazetteer."""
    actors: ActorTable = field(default_factory=ActorTable)
    """The library's names and kinds of actors."""

    @property
    def present(self) -> tuple[Item, ...]:
        """All items whose words stand in the text, whatever was decided on them."""
        return tuple(item for item in self.items if item.standing is not Standing.ORPHAN)

    def chosen(self, choice: Choice) -> tuple[Item, ...]:
        """Return the items to export; orphans are left out."""
        return tuple(item for item in self.present if is_chosen(item, choice))


def is_chosen(item: Item, choice: Choice) -> bool:
    """Return whether the item's state is one of those that are to go out."""
    return item.state in _CHOSEN[choice]
