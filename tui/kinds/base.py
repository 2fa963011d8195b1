"""What the screen has to know of a kind of item, whichever it is."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from extract.records import Span
from store.items import Fields, Item
from store.kinds import Kind
from tui.review.fields import Field
from tui.text.entry import Entry
from tui.text.looks import Look

if TYPE_CHECKING:
    from tui.kinds.nameable import Nameable
    from tui.review.review import Review


def _no_lead(items: Sequence[Item]) -> int:
    return 0


@dataclass(frozen=True, slots=True, eq=False)
class Tab:
    """A list beside the article."""

    name: str
    """What it is called; its action is `reader.` with this name."""
    tooltip: str
    """What the key that shows it does, in one sentence."""
    empty: str
    """What is said where it holds nothing."""
    lead: Callable[[Sequence[Item]], int] = _no_lead
    """Return how many cells stand before the heads of its first entries."""
    counted: Kind | None = None
    """The kind of item that is counted; none where all are."""
    even: bool = True
    """Whether all its entries take two rows."""

    @property
    def title(self) -> str:
        """Its name as it is shown."""
        return self.name.capitalize()


@dataclass(frozen=True, slots=True)
class Making:
    """What words of the text can be made by hand, with the values that it begins with."""

    id: str
    words: str
    """What it is, with its article: "a person"."""
    kind: Kind
    fields: Fields
    digit: int = 0
    """The digit that makes it; 0 where it is only chosen from a list."""


def _no_look(item: Item) -> Look:
    return Look(0)


def _first_alone(item: Item, span: Span) -> Span:
    return span


def _as_typed(before: Fields, changed: Fields) -> Fields:
    return changed


def _nothing(words: str) -> Fields:
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """A kind of item on the screen: its list, row, form, marks in the text and filters."""

    tab: Tab
    """The list that it stands in."""
    row: Callable[[Item, "Review"], Entry]
    """Return its entry in that list."""
    rows: Callable[[Item], int] = lambda item: 2
    """Return how many rows its entry takes in a list whose entries are not even."""
    under: str = ""
    """A field that names the item of the list below which it stands: a statement's source."""

    # Its form
    form: Callable[[Item, "Nameable"], tuple[Field, ...]] | None = None
    """Return the fields of its form, those most often wrong first; none where it has no form."""
    letters: Mapping[str, str] = field(default_factory=dict)
    """Keys that go straight to a field of its form, and the names of these fields."""
    settled: Callable[[Fields, Fields], Fields] = _as_typed
    """Return the values that a form has changed, with those that go with them; from what it showed
    and what was changed."""
    repeated: tuple[str, ...] = ()
    """Fields that are often the same in the next item, and may be taken from the last one."""
    carried: tuple[str, ...] = ()
    """Fields of which the same correction is offered to the report's other items of the value."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """What fields are called where their form has another word than their name."""
    noted: bool = False
    """Its form has a line for the note on the item."""
    no_form: str = ""
    """What is said in place of a form."""
    told: Callable[[Item], str] = lambda item: item.words
    """Return what tells it from others where a field of a form may name it."""
    makings: tuple[Making, ...] = ()
    """What words can be made of this kind."""
    made: Callable[[str], Fields] = _nothing
    """Return the values of a new item that its words tell."""
    filled_in: bool = False
    """Its form is opened as soon as it is made: its words alone say too little."""

    # Its marks in the text
    look: Callable[[Item], Look] = _no_look
    """Return how its words look; nothing where they are not marked."""
    whole: bool = False
    """The cursor covers all its words at once, and not one of its places."""
    covered: Callable[[Item, Span], Span] = _first_alone
    """Return what the cursor covers at one of its places."""

    # What its list can be narrowed to
    filter_fields: tuple[str, ...] = ()
    """Fields whose values are offered as kinds."""
    by_source: bool = False
    """Whether it can be narrowed to what a source says."""
