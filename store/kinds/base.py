"""What the store has to know of a kind of item, whichever it is."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.records import Span
from store.items import Fields, Item
from store.kinds import Kind
from store.kinds.reading import ReadingReferences
from store.references import moved

Found = tuple[tuple[Span, ...], Fields]
"""Where something stands that a reading suggests, in one or more stretches, and its values."""


@dataclass(frozen=True, slots=True)
class Correction:
    """An item that a person corrected, for the items that name it."""

    spans: tuple[Span, ...]
    """Where it stood before."""
    old: Fields
    """Its values before."""
    item: Item
    """As it stands now."""


def _none(words: str) -> Fields:
    return {}


def _alone(item: Item, changes: Fields, correction: Correction) -> Fields:
    return changes


def _same(one: Item, other: Item) -> bool:
    return one.spans == other.spans and dict(one.fields) == dict(other.fields)


def _never(item: Item) -> bool:
    return False


def _kind_alone(item: Item) -> str:
    return item.kind.value.capitalize()


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A kind of item: its values, words, origin, and how it is compared and known again."""

    letter: str
    """What the ids of its items begin with."""
    title: str
    """What its items are called above a list of them: "Events"."""
    plural: str
    """What they are called behind a number: "events"."""

    # Its values
    fields: Any
    """A typed class with a key for each field that an item of the kind may have."""
    needed: tuple[str, ...] = ()
    """The fields that an item of the kind cannot do without."""
    rising: tuple[tuple[str, ...], ...] = ()
    """Fields in groups, none of which may be above the next of its group."""
    usual: Callable[[str], Fields] = _none
    """Values of a new item of which nothing but its words is known."""
    former: Mapping[str, str] = field(default_factory=dict)
    """Fields that files of earlier versions have under another name, and their names now."""

    # What a reading suggests
    suggested: Callable[[ReadingReferences], Iterator[Found]]
    """Find the items of the kind in a reading."""

    # In words
    claim: Callable[[Item, bool], str]
    """Return the whole of an item in one sentence without a full stop; in ASCII, if told so."""
    columns: tuple[str, ...]
    """Heads of the columns that tell an item in the exports for people."""
    cells: Callable[[Item], tuple[str, ...]]
    """Return what stands in these columns."""
    label: Callable[[Item], str] = _kind_alone
    """Return the label of an item in annotation formats, before it is made one word."""
    main: Callable[[Item], bool] = _never
    """Return whether an item is the main one, which lists have first."""
    label_fields: tuple[str, ...] = ()
    """The fields that the label tells."""

    # Known again in another reading, another text
    anywhere: bool = False
    """Its first place may change from reading to reading while another mention stays."""
    told_apart_by: str = ""
    """A field that tells apart items at one place; without one, their order does."""
    moved: Callable[[Any, Callable[[Span], Span | None]], Any] = moved
    """Return a field's value with all places in it moved into a changed text."""

    # What a correction of another item changes in it, and its own in others
    reach: int = 0
    """Rank, from 1, among the kinds whose corrections reach the items that name them."""
    named: bool = False
    """Items of other kinds name it by its field `name`."""
    quoting: frozenset[str] = frozenset()
    """Fields that quote words of the text, which no correction changes."""
    follow: Callable[[Item, Fields, Correction], Fields] = _alone
    """Return the changes of an item that a correction brings, given those of names it has."""

    # Compared
    alike: tuple[str, ...] = ()
    """Fields that items of the same words share where they are to be decided alike."""
    same: Callable[[Item, Item], bool] = _same
    """Return whether two annotators' items come to the same."""
    compared: Mapping[str, Callable[[Item], Any]] = field(default_factory=dict)
    """Values in which the agreement of two annotators is measured, by their names."""

    # What it is made of
    members: Mapping[str, Kind] = field(default_factory=dict)
    """Fields that name the items it is made of, and their kind: accepting it accepts them."""
