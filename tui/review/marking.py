"""The marks that items leave on the text."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from store.items import Item, State
from store.kinds import Kind
from tui.kinds import view
from tui.kinds.rows import source_name
from tui.text.looks import Look
from tui.text.marks import Marks
from tui.text.voices import Margin, Said, Voice, voices_of

_BARS = {"direct": "┃", "mixed": "┃", "indirect": "│"}
_INHERITED_BAR = "┊"

Spans = list[tuple[int, int]]


class Marking:
    """Marks with the items they belong to, and the order in which the reader meets them.

    `look` gives the bits of an item's marks, 0 for an item that leaves none.
    """

    def __init__(self, items: Iterable[Item], look: Callable[[Item], int]) -> None:
        self._look = look
        spans: Spans = []
        bits: list[int] = []
        self._owners: list[str] = []
        self._numbers: dict[str, range] = {}
        for item in items:
            found = look(item)
            if not found:
                continue
            own = [(span.start, span.end) for span in item.spans]
            self._numbers[item.id] = range(len(spans), len(spans) + len(own))
            self._owners += [item.id] * len(own)
            bits += [found] * len(own)
            spans += own
        self.marks = Marks(spans, bits)
        self.order = sorted(range(len(spans)), key=self.standing)
        """Numbers of the marks as the reader meets them."""

    @property
    def ids(self) -> Iterable[str]:
        """The items that have marks, in the order given."""
        return self._numbers

    def standing(self, number: int) -> tuple[int, int, str, int]:
        """Return where a mark stands in the order: start, end (negative: longer first),
        item, place."""
        start, end = self.marks.spans[number]
        return start, -end, *self.owner(number)

    def owner(self, number: int) -> tuple[str, int]:
        """Return the item that a mark belongs to, and which of its places it is."""
        ident = self._owners[number]
        return ident, number - self._numbers[ident].start

    def owners(self, start: int, end: int) -> Iterator[str]:
        """Return the items whose marks touch a range."""
        return (self._owners[number] for number in self.marks.touching(start, end))

    def update(self, item: Item) -> Spans:
        """Give an item's marks the look of its present state; return where they are."""
        numbers = self._numbers.get(item.id, ())
        look = self._look(item)
        for number in numbers:
            self.marks.bits[number] = look
        return [self.marks.spans[number] for number in numbers]

    def fits(self, item: Item) -> bool:
        """Return whether an item's marks stand where it has them now."""
        numbers = self._numbers.get(item.id, ())
        spans = [self.marks.spans[number] for number in numbers]
        return spans == ([(s.start, s.end) for s in item.spans] if self._look(item) else [])

    def at(self, offset: int) -> tuple[str, int] | None:
        """Return item and place of the shortest mark over an offset."""
        found = list(self.marks.touching(offset, offset + 1))
        if not found:
            return None
        spans = self.marks.spans
        return self.owner(min(found, key=lambda n: spans[n][1] - spans[n][0]))


def look_of(item: Item) -> int:
    """Return how an item's words look by its kind and state; 0 for kinds that are not marked."""
    look = view(item.kind).look(item)
    if not look or item.state is State.UNDECIDED:
        return int(look)
    if item.state is State.REJECTED:
        return int(Look.REJECTED)
    return int(look | (Look.SKIPPED if item.state is State.SKIPPED else Look.ACCEPTED))


def is_statement(item: Item) -> int:
    """Return 1 for a statement, 0 for all else: what the margin marks at all."""
    return int(item.kind is Kind.ATTRIBUTION)


def under_cursor(item: Item, place: int) -> Spans:
    """Return the words that the cursor covers at one of an item's places."""
    if view(item.kind).whole:
        return [(span.start, span.end) for span in item.spans]
    span = view(item.kind).covered(item, item.spans[min(place, len(item.spans) - 1)])
    return [(span.start, span.end)]


def echoes(item: Item, place: int) -> Spans:
    """Return the other places of the item under the cursor."""
    if view(item.kind).whole:
        return []
    return [(span.start, span.end) for number, span in enumerate(item.spans) if number != place]


def voices(items: Sequence[Item]) -> dict[str, Voice]:
    """Return a letter and a colour for each source, in the order they first speak."""
    speaking = [source_name(item) for item in items if item.kind is Kind.ATTRIBUTION]
    named = [str(item.fields.get("name")) for item in items if item.kind is Kind.SOURCE]
    return voices_of(name for name in [*speaking, *named] if name)


def margin(items: Iterable[Item], known: dict[str, Voice]) -> Margin:
    """Return who is speaking where, by the statements; those that are rejected are hidden."""
    said: list[Said] = []
    hidden: set[str] = set()
    for item in items:
        name = source_name(item)
        if item.kind is not Kind.ATTRIBUTION or name not in known:
            continue
        bar = bar_of(item)
        said += (Said(span.start, span.end, name, bar, item.id) for span in item.spans)
        if item.state is State.REJECTED:
            hidden.add(item.id)
    found = Margin(said, known)
    found.hidden |= hidden
    return found


def bar_of(item: Item) -> str:
    """Return the sign that tells quoted, reported and carried-over statements apart."""
    if item.fields.get("inherited"):
        return _INHERITED_BAR
    return _BARS.get(str(item.fields.get("directness")), "│")
