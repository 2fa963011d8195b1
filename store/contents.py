"""What there is to see in one article under review."""

from collections.abc import Iterable
from dataclasses import replace

from extract.records import Article
from store.actors import ActorTable, shown
from store.errors import UnknownItemError
from store.history.article_notes import ArticleNotes, Position, Progress
from store.history.history import History
from store.history.journal import Step
from store.incidents.members import named_places, taken
from store.items import Item, Standing, State
from store.kinds import Kind, definition
from store.memory import Memory, Remembered, filled_in, filling, folding, leaning
from store.references import Reference

Ids = tuple[str, ...]
"""Ids of the items that a change touched (`journal.ARTICLE` for the article): what to repaint."""


class Contents:
    """The items of one article as they stand, what is said of it, and how far it is reviewed."""

    def __init__(self, article: Article, history: History) -> None:
        self.article = article
        self._history = history
        self._actors = ActorTable()
        self._memory = Memory()
        self._shown: dict[str, tuple[Item, Item]] = {}
        """By id the item as it is kept and as it was shown last."""
        self._known_countries: tuple[object, frozenset[str]] | None = None

    def __getitem__(self, ident: str) -> Item:
        """The item of that id, its parties under the names of the library's table of actors.

        Raises:
            UnknownItemError: if there is none.
        """
        return self._as_shown(self.as_kept(ident))

    def as_kept(self, ident: str) -> Item:
        """Return the item of that id as it is kept, whatever the table of actors says.

        Raises:
            UnknownItemError: if there is none.
        """
        item = self._history.index.get(ident)
        if item is None:
            raise UnknownItemError(f"there is no item '{ident}'", self.article.key)
        return item

    @property
    def actors(self) -> ActorTable:
        """The library's table of actors, by which parties are shown; nothing is kept of it."""
        return self._actors

    @actors.setter
    def actors(self, table: ActorTable) -> None:
        self._actors = table
        self._shown.clear()

    @property
    def memory(self) -> Memory:
        """What was decided on like suggestions before: open ones are shown with it. It is kept of
        those that a person accepts."""
        return self._memory

    def remember(self, memory: Memory, filled: Iterable[tuple[Item, Item]] = ()) -> None:
        """Show open items with what was decided before; `filled` has items as they are kept and as
        memory fills them in, where that was worked out beforehand."""
        self._memory = memory
        self._shown.clear()
        if not self._actors:
            self._shown.update({item.id: (item, after) for item, after in filled})

    def as_filled(self, ident: str) -> Item:
        """Return the item of that id as it is kept, an open one with what memory fills in.

        Raises:
            UnknownItemError: if there is none.
        """
        return self._filled(self.as_kept(ident))

    def remembered(self, ident: str) -> tuple[str, ...]:
        """Return what memory fills in on an open item, and from which decisions that comes: each
        once, in words."""
        fills = filling(self.as_kept(ident), self._memory, self.is_tabled)
        return tuple(dict.fromkeys(one.why for one in fills))

    def folding(self, ident: str) -> Remembered | None:
        """Return why an open item is folded away by memory; none where it is not."""
        return folding(self.as_kept(ident), self._memory) if self._memory else None

    def leaning(self, ident: str) -> Remembered | None:
        """Return why an item will hardly be kept, decided or not; none where nothing says so."""
        return leaning(self.as_kept(ident), self._memory) if self._memory else None

    def _filled(self, item: Item) -> Item:
        return filled_in(item, self._memory, self.is_tabled) if self._memory else item

    def is_tabled(self, name: str) -> bool:
        """Return whether the table of actors has a name: that goes before what is remembered."""
        found = self._actors and self._actors.find((name,), self.article.published, frozenset())
        return bool(found)

    def _as_shown(self, item: Item) -> Item:
        if not self._actors and not self._memory:
            return item
        before, after = self._shown.get(item.id, (None, None))
        if before is not item or after is None:
            after = self._filled(item)
            if self._actors:
                after = shown(after, self._actors, self.article.published, self._countries())
            self._shown[item.id] = item, after
        return after

    def _countries(self) -> frozenset[str]:
        """Codes of the countries that the report's places are in."""
        if self._known_countries is None or self._known_countries[0] is not self._history.index:
            found = (item.fields.get("country") for item in self._history.index)
            self._known_countries = self._history.index, frozenset(map(str, filter(None, found)))
        return self._known_countries[1]

    def __contains__(self, ident: str) -> bool:
        return ident in self._history.index

    def get(self, ident: str) -> Item | None:
        """Return the item of that id, if there is one."""
        return self._history.index.get(ident)

    def has_had(self, ident: str) -> bool:
        """Return whether an item has, or once had, the id."""
        return self._history.has_had(ident)

    def items(self, kind: Kind | None = None) -> tuple[Item, ...]:
        """Return the items of a kind, or all, in the order of the text; orphans are left out."""
        return tuple(
            self._as_shown(item)
            for item in self._history.index
            if (kind is None or item.kind is kind) and item.standing is not Standing.ORPHAN
        )

    def standing(self, standing: Standing) -> tuple[Item, ...]:
        """Return the items that moved, are uncertain or lost their words when the text changed."""
        found = (item for item in self._history.index if item.standing is standing)
        return tuple(map(self._as_shown, found))

    def text_of(self, item: Item) -> str:
        """Return the text that an item's offsets are for: the article's, or for an orphan its old
        one."""
        return self._history.text_of(item)

    def find(self, reference: Reference, kind: Kind) -> Item | None:
        """Return the item that a field's reference names, if it is one of these."""
        found = self._history.index.find(reference, kind)
        return self._as_shown(found) if found else None

    def kept(self) -> tuple[Item, ...]:
        """Return all items as they are kept, in the order of the text; orphans too."""
        return tuple(self._history.index)

    def members(self, item: Item) -> tuple[Item, ...]:
        """Return the items that one is made of, in the order of the text; none for most kinds."""
        named = named_places(item)
        return tuple(taken(named, self.items())) if named else ()

    def alike(self, model: Item) -> Ids:
        """Return the items of the kind, words and label of that one, which may be of another
        report."""
        wanted = _likeness(model)
        return tuple(item.id for item in self.items() if _likeness(item) == wanted)

    def names(self) -> tuple[str, ...]:
        """Return canonical names of the entities and sources that are not rejected, each once."""
        named = (item for item in self.items() if definition(item.kind).named)
        names = (item.fields.get("name") for item in named if item.state is not State.REJECTED)
        return tuple(dict.fromkeys(str(name) for name in names if name))

    def tags(self) -> tuple[str, ...]:
        """Return the tags in use, each once."""
        used = (tag for item in self.items() for tag in item.tags)
        return tuple(dict.fromkeys([*self.article_notes.tags, *used]))

    @property
    def article_notes(self) -> ArticleNotes:
        """Note, tags and flag of the article, and whether it is marked read."""
        return self._history.article_notes

    @property
    def position(self) -> Position:
        """Where the reader left off."""
        return self._history.visit.position

    @position.setter
    def position(self, position: Position) -> None:
        self._history.visit = replace(self._history.visit, position=position)

    @property
    def coverage(self) -> float:
        """The share of the text that has been on the screen, from 0 to 1."""
        seen = sum(span.end - span.start for span in self._history.visit.seen)
        return min(1.0, seen / max(1, len(self.article.text)))

    def progress(self) -> Progress:
        """Return how far the article is reviewed."""
        counts = {state.value: self._history.index.states(state) for state in State}
        open_ones = counts["undecided"] + counts["skipped"]
        rows = {state: self._history.index.states(state, Kind.INCIDENT) for state in State}
        open_rows = rows[State.UNDECIDED] + rows[State.SKIPPED]
        return Progress(
            items=len(self._history.index),
            decided=len(self._history.index) - open_ones,
            **counts,
            notes=self._history.index.marked("note") + bool(self._history.article_notes.note),
            orphans=self._history.index.marked("orphan"),
            uncertain=self._history.index.marked("uncertain"),
            flags=self._history.index.marked("flag") + self._history.article_notes.flag,
            read=self._history.article_notes.read,
            incidents=sum(rows.values()),
            incidents_decided=sum(rows.values()) - open_rows,
            incidents_undecided=rows[State.UNDECIDED],
        )

    @property
    def next_undo(self) -> Step | None:
        """The step that an undo would take back."""
        return self._history.journal.next_undo

    @property
    def next_redo(self) -> Step | None:
        """The step that a redo would do again."""
        return self._history.journal.next_redo

    def history(self) -> tuple[Step, ...]:
        """Return every step since the article was first opened, oldest first."""
        return self._history.journal.steps


def _likeness(item: Item) -> tuple[object, ...]:
    fields = definition(item.kind).alike
    return (item.kind, item.words.casefold(), *(item.fields.get(name) for name in fields))
