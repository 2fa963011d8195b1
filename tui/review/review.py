"""Where the reader is among the items, and where the next one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from extract.records import Span
from store.annotations import Annotations
from store.items import Item, State
from tui.review.filters import Filter
from tui.review.gathering import Gathered, gathered, speech
from tui.review.tabs import TAB_OF, TABS, Tab, source_name

_FAR = 1 << 60
"""More than any offset."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """An item, and one of the places where it stands."""

    id: str
    place: int = 0


class Review:
    """The items of one article in their lists, and the cursor among them."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.tab = Tab.EVENTS
        self.cursor: Cursor | None = None
        self._entries: dict[Tab, Cursor] = {}
        self.filters: dict[Tab, Filter] = {}
        """What the lists are narrowed to; a list without one is whole."""
        self._shown: dict[Tab, list[str]] = {}
        self._index: dict[str, int] = {}
        self.gather()

    def gather(self, made: Gathered | None = None) -> None:
        """List and mark anew, after items have come or gone; `made` is that done beforehand."""
        made = made or gathered(self.annotations.items())
        self._lists, self._sources = made.lists, made.sources
        self._known, self._speech = made.known, made.speech
        self.marking, self.statements = made.marking, made.statements
        self.voices = made.voices
        """The letter and colour of each source, by its name."""
        self.margin = made.margin
        """Who is speaking where."""
        self.narrow()
        if self.cursor and self.cursor.id not in self.annotations:
            self.cursor = None

    def narrow(self) -> None:
        """Apply the filters anew; until then a list keeps what it has, decided or not."""
        self._shown = {
            tab: [i for i in ids if self.filters[tab].keeps(self.annotations[i])]
            if tab in self.filters
            else ids
            for tab, ids in self._lists.items()
        }
        self._index = {i: n for ids in self._shown.values() for n, i in enumerate(ids)}

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.annotations[self.cursor.id] if self.cursor else None

    @property
    def span(self) -> Span | None:
        """Where the cursor stands."""
        item = self.item
        if item is None or self.cursor is None:
            return None
        return item.spans[min(self.cursor.place, len(item.spans) - 1)]

    def count(self, tab: Tab) -> int:
        """How much a list holds in whole; of the sources' list, the sources."""
        return len(self._sources) if tab is Tab.SOURCES else len(self._lists[tab])

    def whole(self, tab: Tab) -> list[Item]:
        """The items of a list, whatever it is narrowed to."""
        return [self.annotations[ident] for ident in self._lists[tab]]

    def ids(self, tab: Tab | None = None) -> list[str]:
        """Ids of the items in a list, the present one unless told."""
        return self._shown[tab or self.tab]

    def index_of(self, ident: str) -> int | None:
        """Place of an item in its list."""
        return self._index.get(ident)

    def go_to(self, ident: str, place: int = 0) -> None:
        """Put the cursor on an item, and show its list."""
        self.cursor = Cursor(ident, place)
        self.tab = TAB_OF[self.annotations[ident].kind]
        self._entries[self.tab] = self.cursor

    def entry_of(self, tab: Tab) -> Cursor | None:
        """Where the cursor was last in a list, else its first undecided item, else its first."""
        last = self._entries.get(tab)
        if last is not None and last.id in self._index:
            return last
        ids = self.ids(tab)
        undecided = (ident for ident in ids if _undecided(self.annotations[ident]))
        first = next(undecided, ids[0] if ids else None)
        return Cursor(first) if first else None

    def source(self, name: str) -> Item | None:
        """The source of that name."""
        ident = self._sources.get(name)
        return self.annotations[ident] if ident else None

    def source_of(self, item: Item) -> Item | None:
        """The source that stands behind an item."""
        return self.source(source_name(item))

    def statement_of(self, item: Item) -> Item | None:
        """The statement that an item lies in and whose source stands behind it."""
        name, span = source_name(item), item.span
        for ident in self.statements.owners(span.start, span.end) if name else ():
            said = self.annotations[ident]
            if source_name(said) == name and any(one.holds(span) for one in said.spans):
                return said
        return None

    def fits(self, item: Item) -> bool:
        """Whether an item stands in the lists, on the text and beside it as it is to stand now."""
        return (
            item.id in self._known
            and self.marking.fits(item)
            and self.statements.fits(item)
            and self._speech.get(item.id) == speech(item)
        )

    def update(self, item: Item) -> list[tuple[int, int]]:
        """Bring the marks of an item that fits up to its present state; where they are."""
        hidden = self.margin.hidden
        (hidden.add if item.state is State.REJECTED else hidden.discard)(item.id)
        beside = [(span.start, span.end) for span in item.spans] if speech(item) else []
        return [*self.marking.update(item), *beside]

    # What comes next

    def open_after(self, back: bool = False) -> str | None:
        """The next undecided item: on in this list, then in the lists after it, and around.

        Skipped ones come when nothing else is left.
        """
        for wanted in (_undecided, _skipped):
            for ident in self._ahead(back):
                if wanted(self.annotations[ident]):
                    return ident
        return None

    def _ahead(self, back: bool) -> Iterator[str]:
        """All items in the order of the lists, from the cursor around to the cursor."""
        here = TABS.index(self.tab)
        order = [TABS[(here + step) % len(TABS)] for step in range(len(TABS))]
        item = self.item
        ids = self._shown[self.tab]
        start = 0
        if item is not None and TAB_OF[item.kind] is self.tab and item.id in self._index:
            start = self._index[item.id] + (not back)
        ahead = ids[start:], *(self._shown[tab] for tab in order[1:]), ids[:start]
        yield from (
            chain(*ahead) if not back else chain(*(reversed(part) for part in reversed(ahead)))
        )

    def mark_after(self, offset: int | None, back: bool = False) -> Cursor | None:
        """The next marked words after the cursor, or after an offset, in the order of the text."""
        order, standing = self.marking.order, self.marking.standing
        if offset is not None:
            place = bisect_left(order, (offset, -_FAR, "", 0), key=standing) - back
        elif (span := self.span) is not None and self.cursor is not None:
            here = (span.start, -span.end, self.cursor.id)
            if back:
                place = bisect_left(order, (*here, 0), key=standing) - 1
            else:
                place = bisect_right(order, (*here, _FAR), key=standing)
        else:
            place = len(order) - 1 if back else 0
        while 0 <= place < len(order):
            ident, part = self.marking.owner(order[place])
            if ident in self._index:
                return Cursor(ident, part)
            place += -1 if back else 1
        return None

    def mark_at(self, offset: int) -> Cursor | None:
        """The shortest marked words that an offset lies in."""
        found = self.marking.at(offset)
        return Cursor(*found) if found else None


def _undecided(item: Item) -> bool:
    return item.state is State.UNDECIDED


def _skipped(item: Item) -> bool:
    return item.state is State.SKIPPED
