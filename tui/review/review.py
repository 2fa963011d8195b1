"""Where the reader is among the items, and where the next one is."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extract.records import Span
from store.annotations import Annotations
from store.incidents.counted import as_counted
from store.incidents.members import named_places, taken
from store.items import Item, State
from store.kinds import Kind
from store.memory import Remembered
from store.suggestions import place
from tui.kinds import TABS, view
from tui.kinds.base import Tab
from tui.kinds.rows import source_name
from tui.review.filters import Filter
from tui.review.gathering import Gathered, event_of, gathered, made_of, speech
from tui.review.rows import Rows

_FAR = 1 << 60
"""More than any offset."""


@dataclass(frozen=True, slots=True)
class Cursor:
    """An item, and one of the places where it stands."""

    id: str
    place: int = 0
    under: str = ""
    """The item that it is shown below, of several that are made of it; empty for any."""


class Review:
    """The items of one article in their lists, and the cursor among them."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.tab = TABS[0]
        self.cursor: Cursor | None = None
        self._entries: dict[Tab, Cursor] = {}
        self.filters: dict[Tab, Filter] = {}
        """What the lists are narrowed to; a list without one is whole."""
        self._narrowed: dict[Tab, list[str]] = {}
        self.shows_folded = False
        """Whether that is listed too whose like was rejected every time before."""
        self._leaning: frozenset[str] = frozenset()
        """Ids of what is made of others and will hardly be kept: it stands behind the others."""
        self._folded: dict[str, Remembered] = {}
        """By id why open items are folded away."""
        self._open: set[str] = set()
        """Ids of the items below which those that they are made of are shown."""
        self._rows: dict[Tab, Rows] = {}
        self.told_in: Mapping[str, str] = {}
        """For items that other reports tell of as well, in how many: "in 3 reports"."""
        self.gather()

    def gather(self, made: Gathered | None = None) -> None:
        """List and mark anew, after items have come or gone; `made` is that done beforehand."""
        made = made or gathered(self.annotations.items(), self.annotations.memory)
        self._lists, self._sources = made.lists, made.sources
        self._known, self._speech = made.known, made.speech
        self.marking, self.statements = made.marking, made.statements
        self.voices = made.voices
        """The letter and colour of each source, by its name."""
        self._made_of, self._at = made.made_of, made.at
        self._events, self._figures = made.events, made.figures
        self.margin = made.margin
        """Who is speaking where."""
        self._counts = {tab: self._counted(tab) for tab in TABS}
        self._folded, self._leaning = made.folded, made.leaning
        self.narrow()
        if self.cursor and self.cursor.id not in self.annotations:
            self.cursor = None

    def rows_touched(self, items: Sequence[Item]) -> list[int]:
        """Return the rows of the present list that tell of some items: theirs, and those of what
        is made of them.
        """
        touched = {item.id for item in items}
        places = {(item.kind, item.span) for item in items}
        holders = [ident for ident, (_, named) in self._made_of.items() if places & named.keys()]
        events = [ident for item in items for ident in self._events_at(event_of(item))]
        found = (self.rows.every(ident) for ident in (*touched, *holders, *events))
        return sorted({row for rows in found for row in rows})

    def narrow(self) -> None:
        """Apply the filters anew; until then a list keeps what it has, decided or not."""
        self._narrowed = {tab: self._wanted(tab) for tab in self._lists}
        self._unfold()

    def _wanted(self, tab: Tab) -> list[str]:
        ids = self._lists[tab]
        if not self._leaning.isdisjoint(ids):
            ids = sorted(ids, key=self._leaning.__contains__)
        away = set() if self.shows_folded else {*self.folded(tab)}
        kept = self.filters[tab].keeps if tab in self.filters else None
        if not away and kept is None:
            return ids
        left = (ident for ident in ids if ident not in away)
        return [ident for ident in left if kept is None or kept(self.annotations[ident])]

    def folded(self, tab: Tab) -> dict[str, Remembered]:
        """Return the open items of a list whose like was rejected every time, by id with why; they
        are not listed unless `shows_folded`."""
        ids = self._lists[tab] if self._folded else ()
        return {i: self._folded[i] for i in ids if i in self._folded and self._is_open_item(i)}

    def _is_open_item(self, ident: str) -> bool:
        return not self.annotations[ident].decided

    def fold(self, ident: str, opened: bool) -> bool:
        """Show or hide the items that one is made of below it; return whether it has any.

        For an item that is shown below another, that one is meant.
        """
        at = self.cursor
        holder = (self.holder if at and at.id == ident else None) or ident
        if not self.members(self.annotations[holder]):
            return False
        (self._open.add if opened else self._open.discard)(holder)
        if not opened and ident != holder:
            self.cursor = Cursor(holder)
        self._unfold()
        return True

    def is_open(self, ident: str) -> bool:
        """Return whether the items that an item is made of are shown below it."""
        return ident in self._open

    @property
    def holder(self) -> str | None:
        """The id of the item that the one under the cursor is shown below in the present list;
        none for the list's own rows.
        """
        index = self.index
        return None if index is None else self.rows.holder(index) or None

    def _unfold(self) -> None:
        """Lay out the rows of the lists, with what is shown below the items that are open."""
        self._rows = {tab: self._laid_out(ids) for tab, ids in self._narrowed.items()}

    def _laid_out(self, ids: list[str]) -> Rows:
        known = self.annotations
        opened = [ident for ident in self._open if ident in known]
        below = {ident: [one.id for one in self.members(known[ident])] for ident in opened}
        return Rows(ids, below)

    @property
    def rows(self) -> Rows:
        """The rows of the present list."""
        return self._rows[self.tab]

    @property
    def index(self) -> int | None:
        """The row of the cursor in the present list."""
        return self.rows.index(self.cursor.id, self.cursor.under) if self.cursor else None

    def cursor_at(self, index: int) -> Cursor:
        """Return the cursor on a row of the present list."""
        return Cursor(self.rows.ids[index], under=self.rows.holder(index))

    @property
    def item(self) -> Item | None:
        """The item under the cursor."""
        return self.annotations[self.cursor.id] if self.cursor else None

    def as_told(self, item: Item) -> Item:
        """Return an item as it is shown: an incident with the numbers that are delivered."""
        if item.id not in self._made_of:
            return item
        return as_counted(item, self.members(item))

    def members(self, item: Item) -> tuple[Item, ...]:
        """Return the items that one is made of, in the order of the text; none for most kinds.

        They are found by their places, at the same cost however many items there are.
        """
        if item.id not in self._made_of:
            return ()
        named = named_places(item)
        near = {ident for at in named for ident in self._at.get(at, ())}
        found = sorted((self.annotations[ident] for ident in near), key=place)
        return tuple(taken(named, found))

    def figures_of(self, item: Item) -> list[Item]:
        """Return the figures that are of an event, in the order of the text."""
        idents = (ident for span in item.spans for ident in self._figures.get(span, ()))
        return [self.annotations[ident] for ident in idents]

    def _events_at(self, span: Span | None) -> Iterator[str]:
        found = () if span is None else self._at.get((Kind.EVENT, span), ())
        yield from found

    @property
    def span(self) -> Span | None:
        """Where the cursor stands."""
        item = self.item
        if item is None or self.cursor is None:
            return None
        return item.spans[min(self.cursor.place, len(item.spans) - 1)]

    def count(self, tab: Tab) -> int:
        """Return how much a list holds in whole; of the sources' list, the sources."""
        return self._counts[tab]

    def _counted(self, tab: Tab) -> int:
        ids = self._lists[tab]
        if tab.counted is None:
            return len(ids)
        return sum(self.annotations[ident].kind is tab.counted for ident in ids)

    def whole(self, tab: Tab) -> list[Item]:
        """Return the items of a list, whatever it is narrowed to."""
        return [self.annotations[ident] for ident in self._lists[tab]]

    def ids(self, tab: Tab | None = None) -> list[str]:
        """Return ids of the items in a list, the present one unless told."""
        return self._rows[tab or self.tab].ids

    def is_listed(self, ident: str) -> bool:
        """Return whether an item is in its own list, which may be narrowed."""
        return ident in self.annotations and ident in self._rows[self._home(ident)]

    def _home(self, ident: str) -> Tab:
        return view(self.annotations[ident].kind).tab

    def go_to(self, ident: str, place: int = 0, under: str = "") -> None:
        """Put the cursor on an item, and show its list unless the present one has it too."""
        self.cursor = Cursor(ident, place, under)
        if ident not in self.rows:
            self.tab = self._home(ident)
        self._entries[self.tab] = self.cursor

    def entry_of(self, tab: Tab) -> Cursor | None:
        """Return where the cursor was last in a list, else its first undecided item, else its
        first."""
        last = self._entries.get(tab)
        if last is not None and last.id in self._rows[tab]:
            return last
        ids = self.ids(tab)
        undecided = (ident for ident in ids if _undecided(self.annotations[ident]))
        first = next(undecided, ids[0] if ids else None)
        return Cursor(first) if first else None

    def source(self, name: str) -> Item | None:
        """Return the source of that name."""
        ident = self._sources.get(name)
        return self.annotations[ident] if ident else None

    def source_of(self, item: Item) -> Item | None:
        """Return the source that stands behind an item."""
        return self.source(source_name(item))

    def statement_of(self, item: Item) -> Item | None:
        """Return the statement that an item is within and whose source stands behind it."""
        name, span = source_name(item), item.span
        for ident in self.statements.owners(span.start, span.end) if name else ():
            said = self.annotations[ident]
            if source_name(said) == name and any(one.holds(span) for one in said.spans):
                return said
        return None

    def fits(self, item: Item) -> bool:
        """Return whether an item stands in the lists, on the text and beside it as it is to stand
        now."""
        return (
            item.id in self._known
            and self.marking.fits(item)
            and self.statements.fits(item)
            and self._speech.get(item.id) == speech(item)
            and self._made_of.get(item.id) == made_of(item)
            and self._events.get(item.id) == event_of(item)
        )

    def update(self, item: Item) -> list[tuple[int, int]]:
        """Bring the marks of an item that fits up to its present state; return where they are."""
        hidden = self.margin.hidden
        (hidden.add if item.state is State.REJECTED else hidden.discard)(item.id)
        beside = [(span.start, span.end) for span in item.spans] if speech(item) else []
        return [*self.marking.update(item), *beside]

    # What comes next

    def open_after(self, back: bool = False) -> Cursor | None:
        """Return the next undecided item: on in this list, then in the lists after it, and around.

        From a list of items that are made of others no other list is gone to. Skipped ones come
        when nothing else is left.
        """
        for wanted in (_undecided, _skipped):
            for ident, holder in self._ahead(back):
                if wanted(self.annotations[ident]) and not self._is_settled(holder):
                    return Cursor(ident, under=holder)
        return None

    @property
    def is_of_rows(self) -> bool:
        """Whether the present list has items that are made of others: they are all there is to
        decide on, and no other list comes after it.
        """
        return any(ident in self._made_of for ident in self._lists[self.tab][:1])

    def _is_settled(self, holder: str) -> bool:
        """Whether the item that one is shown below is decided, so that it need not be."""
        return bool(holder) and self.annotations[holder].decided

    def _ahead(self, back: bool) -> Iterator[tuple[str, str]]:
        """All items in the order of the lists, from the cursor around to the cursor, each with the
        one that it is shown below.
        """
        first = TABS.index(self.tab)
        order = [TABS[(first + step) % len(TABS)] for step in range(len(TABS))]
        if self.is_of_rows:
            order = order[:1]
        index = self.index
        start = 0 if index is None else index + (not back)
        here, others = self.rows, [self._rows[tab] for tab in order[1:]]
        ahead = [(here, range(start, len(here))), *((one, range(len(one))) for one in others)]
        ahead.append((here, range(start)))
        for rows, numbers in reversed(ahead) if back else ahead:
            for row in reversed(numbers) if back else numbers:
                yield rows.ids[row], rows.holder(row)

    def mark_after(self, offset: int | None, back: bool = False) -> Cursor | None:
        """Return the next marked words after the cursor, or after an offset, in the order of the
        text."""
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
            if self.is_listed(ident):
                return Cursor(ident, part)
            place += -1 if back else 1
        return None

    def mark_at(self, offset: int) -> Cursor | None:
        """Return the shortest marked words that an offset is within."""
        found = self.marking.at(offset)
        return Cursor(*found) if found else None


def _undecided(item: Item) -> bool:
    return item.state is State.UNDECIDED


def _skipped(item: Item) -> bool:
    return item.state is State.SKIPPED
