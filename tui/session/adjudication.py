"""The session of a third annotator: where two differ is undecided, both decisions side by side."""

from collections.abc import Callable
from typing import Self

from store.adjudication import Adjudication
from store.annotations import Annotations, Ids
from store.items import Item
from store.library.library import Library
from store.wording import claim
from tui.review.telling import state_words
from tui.session.session import Session

_NONE = "has no such item"


class AdjudicationSession(Session):
    """An article that two annotators have reviewed, under a third."""

    panes = ("adjudication",)

    def __init__(
        self, library: Library, annotations: Annotations, between: tuple[str, str]
    ) -> None:
        """`between` names the two whose differences this one settles."""
        super().__init__(library, annotations)
        self.between = between
        self._adjudication: Adjudication | None = None

    def over(self, annotations: Annotations) -> Self:
        """Return a session between the same two over the notes on another article."""
        return type(self)(self.library, annotations, self.between)

    def read(self) -> Callable[[], None]:
        """Look at both annotators' notes, in any thread, since that takes a reading; return what
        lays them side by side.

        Raises:
            DatelineError: if they cannot be read.
        """
        notes = self.annotations
        first, second = (self.library.look(notes.article, who) for who in self.between)

        def lay() -> None:
            self._adjudication = adjudication = Adjudication(notes, first, second)
            try:
                adjudication.begin()
            finally:
                self.review.gather()
                self.place_cursor()
                number = len(adjudication.differences())
                self.remark = f"{' and '.join(self.between)} differ on {number} items."

        return lay

    def differs(self, item: Item) -> bool:
        """Return whether the two decided differently on an item."""
        return self._adjudication is not None and bool(self._adjudication.difference(item.id))

    def take(self, item: Item, which: int) -> Ids:
        """Settle an item as the first or the second of the two has it; return the ids of what
        changed.

        Raises:
            ReadOnlyError: if the notes cannot be changed.
        """
        return self._adjudication.take(item.id, which) if self._adjudication is not None else ()

    def standing(self, item: Item) -> tuple[tuple[str, str], ...]:
        """Return words on how an item stands; for a difference what each of the two decided."""
        found = self._adjudication.difference(item.id) if self._adjudication else None
        if found is None:
            return super().standing(item)
        sides = zip(self.between, (found.first, found.second), strict=True)
        words = [
            f"{number} {name}: {_stand(theirs, item)}"
            for number, (name, theirs) in enumerate(sides, 1)
        ]
        return (("   ".join(words), "ink-key"), (f"   {state_words(item)}", "ink-muted"))


def _stand(theirs: Item | None, item: Item) -> str:
    """What one annotator decided, with the values that differ from those shown."""
    if theirs is None:
        return _NONE
    shown = claim(theirs)
    return state_words(theirs) + (f", {shown}" if shown != claim(item) else "")
