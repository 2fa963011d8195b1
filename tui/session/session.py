"""One article under review: opened, read by the machine, decided on, saved, closed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Self

from extract.errors import DatelineError
from extract.records import Span
from store.annotations import Annotations, Ids
from store.drafting import draft
from store.history.article_notes import Position
from store.history.journal import ARTICLE, Step
from store.items import Fields, Item, Kind, State
from store.library.library import Library
from store.memory import filled_in
from store.suggestions import suggestions
from tui.kinds import tab_named
from tui.review.gathering import gathered
from tui.review.review import Cursor, Review
from tui.review.telling import facts
from tui.session.search import Search
from tui.text.edges import Edges


@dataclass(frozen=True, slots=True)
class Touched:
    """What a change has touched of what is shown."""

    everything: bool = False
    """Items have come or gone, or stand elsewhere now: the rest is empty."""
    spans: tuple[tuple[int, int], ...] = ()
    """Words whose marks have changed."""
    rows: tuple[int, ...] = ()
    """Indices in the present list of the items that have changed."""


class Session:
    """One article, the cursor among its items, and what is decided on them."""

    panes: tuple[str, ...] = ()
    """Panes of the table of actions whose keys come before those of the reader."""
    remark = ""
    """What is said once the article has been read."""

    def __init__(self, library: Library, annotations: Annotations) -> None:
        self.library = library
        self.annotations = annotations
        self.review = Review(annotations)
        self.review.tab = tab_named(annotations.position.tab)
        self.search = Search(annotations.article.text)
        self.reading = True
        """The machine has not finished with the article."""
        self.unread = ""
        """Why the machine could not read it; empty where it could."""
        self.closed = False
        self._came_from: Cursor | None = None

    @property
    def key(self) -> str:
        """The key of the article in its library."""
        return self.annotations.article.key

    @cached_property
    def edges(self) -> Edges:
        """Where words and sentences of the article begin and end."""
        article = self.annotations.article
        return Edges(article.text, article.blocks)

    def opened(self, key: str) -> Self:
        """Return another article of the library, opened in the same way.

        Raises:
            LoadError: if it cannot be read.
            StoreError: if its notes cannot be opened.
        """
        return self.over(self.library.open(self.library.article(key)))

    def over(self, annotations: Annotations) -> Self:
        """Return a session of the same kind over the notes on another article."""
        return type(self)(self.library, annotations)

    # Reading

    def read(self) -> Callable[[], None]:
        """Have the article read, in any thread; return what takes in that which was found.

        What is returned is called in the thread of the screen and takes no time.

        Raises:
            DatelineError: if it cannot be read.
        """
        notes = self.annotations
        found = suggestions(notes.article, self.library.reading(notes.article))
        planned = notes.foresee(found)
        memory, known = self.library.memory.now(), tuple(planned.index)
        filled = [filled_in(one, memory, notes.is_tabled) for one in known]
        lists_and_marks = gathered(filled, memory)

        def take_in() -> None:
            notes.remember(memory, zip(known, filled, strict=True))
            held = notes.adopt(found, planned)
            self.review.gather(lists_and_marks if held else None)
            self.place_cursor()

        return take_in

    def finish_reading(self, why_not: str = "") -> None:
        """Wait for the machine no more: it is done, or could not read the article."""
        self.reading, self.unread = False, why_not

    def place_cursor(self) -> None:
        """Put a cursor that is nowhere where the reader left off, in a new article on the first
        item to decide.
        """
        review, left = self.review, self.annotations.position.item
        if review.cursor is not None:
            return
        if left is not None and review.is_listed(left):
            review.go_to(left)
        elif left is None and (first := review.open_after()) is not None:
            review.go_to(first.id)

    # Adding

    def draft(self, kind: Kind, span: Span) -> Fields:
        """Return values of a new item for words of the text, as the machine reads their sentence;
        nothing where it cannot."""
        notes = self.annotations
        try:
            return draft(kind, notes.article, span, notes.items(), self.library.read_anew)
        except DatelineError:
            return {}

    # Deciding

    def decide(self, state: State) -> Ids:
        """Decide on the item under the cursor, if there is one; return the ids of what has changed.

        Raises:
            ReadOnlyError: if the notes cannot be changed.
        """
        item = self.review.item
        return self.annotations.decide(item.id, state) if item is not None else ()

    def undo(self) -> Step | None:
        """Take back the last step; return that step, or none if there is none.

        Raises:
            ReadOnlyError: if the notes cannot be changed.
        """
        return self.annotations.undo()

    def redo(self) -> Step | None:
        """Do again what was taken back last; return that step, or none if there is none.

        Raises:
            ReadOnlyError: if the notes cannot be changed.
        """
        return self.annotations.redo()

    def touched(self, ids: Ids) -> Touched:
        """Bring lists and marks up to a change of these items; return what is to be painted
        again."""
        review, notes = self.review, self.annotations
        items = [notes[ident] for ident in ids if ident in notes]
        gone = len(items) < len(set(ids) - {ARTICLE})
        if gone or not all(review.fits(item) for item in items):
            review.gather()
            return Touched(everything=True)
        spans = tuple(span for item in items for span in review.update(item))
        return Touched(spans=spans, rows=tuple(review.rows_touched(items)))

    # Looking around

    def standing(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return words on how an item stands, each with the name of its colour."""
        return ((" · ".join(facts(item, self.review)), "ink-muted"),)

    def namesake(self, item: Item, values: Fields) -> Item | None:
        """Find the other entity whose name an entity is to be given: the two are one."""
        if item.kind is not Kind.ENTITY or not values.get("name"):
            return None
        others = (one for one in self.annotations.items(Kind.ENTITY) if one.id != item.id)
        alike = (one for one in others if one.state is not State.REJECTED)
        return next((one for one in alike if one.fields.get("name") == values["name"]), None)

    def source_or_back(self, item: Item) -> Cursor | None:
        """Find the statement of an item's source; from there, the item that it was left for."""
        review, back = self.review, self._came_from
        if back is not None and back.id in self.annotations and item.id != back.id:
            self._came_from = None
            return back
        said = review.statement_of(item) or review.source_of(item)
        if said is None:
            return None
        self._came_from = review.cursor
        return Cursor(said.id)

    # Saving

    def remember(self) -> None:
        """Save all, and note for the queue how far the article is.

        Raises:
            StoreError: if it cannot be put on disk.
        """
        self.annotations.notes_file.flush()
        self.library.remember(self.annotations)

    def take_over(self) -> bool:
        """Become the one who writes, once the program that was has ended; return whether that came
        about.

        Raises:
            StoreError: if the notes cannot be read.
        """
        if not self.annotations.take_over():
            return False
        self.review.gather()
        return True

    def close(self, top: int) -> None:
        """Let go of the article, with the offset that stands first in view.

        Raises:
            SaveError: if something cannot be put on disk; the article stays open.
        """
        if self.closed:
            return
        self.library.stop_reading(self.key)
        self.annotations.position = self._position(top)
        self.annotations.close()
        self.library.remember(self.annotations)
        self.closed = True

    def abandon(self) -> None:
        """Let go of the article without saving."""
        self.annotations.notes_file.abandon()
        self.closed = True

    def _position(self, top: int) -> Position:
        cursor, span = self.review.cursor, self.review.span
        return Position(
            item=cursor.id if cursor else None,
            offset=span.start if span else 0,
            top=top,
            tab=self.review.tab.name,
        )
