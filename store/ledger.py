"""The items of one article, the journal of all changes to them, and the way back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from extract.records import Article
from store.items import Fields, Item
from store.journal import ARTICLE, Change, Step, Verb, changed, difference, stacks
from store.merging import merged, visible
from store.notes import Kept, Notes
from store.sheet import Sheet
from store.shelf import Shelf

Items = Mapping[str, Item | None]
"""Items by id; none where there is to be no item."""


class Ledger:
    """Every change goes through here: into memory, into the journal, on its way to the disk."""

    def __init__(self, article: Article, annotator: str, notes: Notes, kept: Kept) -> None:
        self._article = article
        self._annotator = annotator
        self._notes = notes
        self._new = kept.sha256 is None
        self._known = dict(kept.items)
        """All items that the file has, those too that are neither suggested nor touched now."""
        self._steps = {step.number: step for step in kept.steps}
        self._stacks = stacks(kept.steps)
        self.shelf = Shelf(item for item in kept.items.values() if visible(item))
        self.sheet = kept.sheet
        self.visit = kept.visit

    @property
    def steps(self) -> tuple[Step, ...]:
        """The journal, oldest first."""
        return tuple(self._steps.values())

    @property
    def next_undo(self) -> Step | None:
        """The step that an undo would take back."""
        return self._steps[self._stacks.undo[-1]] if self._stacks.undo else None

    @property
    def next_redo(self) -> Step | None:
        """The step that a redo would do again."""
        return self._steps[self._stacks.redo[-1]] if self._stacks.redo else None

    def suggest(self, items: Iterable[Item]) -> tuple[str, ...]:
        """Take in what a reading suggests; ids of the items that are new, other or gone."""
        before = {item.id: item for item in self.shelf}
        self._known = merged(self._known, items)
        self.shelf = Shelf(item for item in self._known.values() if visible(item))
        gone = tuple(ident for ident in before if ident not in self.shelf)
        return gone + tuple(item.id for item in self.shelf if before.get(item.id) != item)

    def has_had(self, ident: str) -> bool:
        """Whether an item has, or once had, the id."""
        return ident in self._known or any(ident in step.ids for step in self._steps.values())

    def change(
        self,
        verb: Verb,
        after: Items,
        now: datetime,
        *,
        sheet: Sheet | None = None,
        remark: str = "",
    ) -> tuple[str, ...]:
        """Put items, and the article's sheet, in place of what was; the ids that changed."""
        signed = {ident: self._signed(item, now) for ident, item in after.items()}
        return self._step(verb, signed, sheet or self.sheet, now, remark=remark)

    def replay(self, verb: Verb, step: Step, now: datetime) -> None:
        """Undo a step or do it again."""
        back = verb is Verb.UNDO
        values = {change.id: change.was if back else change.now for change in step.changes}
        sheet = replace(self.sheet, **(values.pop(ARTICLE, None) or {}))
        after = {ident: self._restored(ident, fields) for ident, fields in values.items()}
        self._step(verb, after, sheet, now, of=step.number)

    def put_visit(self) -> None:
        """Write down where the reader is."""
        if not self._new:
            self._notes.put_visit(self.visit)

    def _restored(self, ident: str, values: Fields | None) -> Item | None:
        return changed(self._known.get(ident), values)

    def _step(
        self,
        verb: Verb,
        after: Items,
        sheet: Sheet,
        now: datetime,
        of: int | None = None,
        remark: str = "",
    ) -> tuple[str, ...]:
        changes = self._changes(after, sheet)
        if not changes and of is None:
            return ()
        number = max(self._steps, default=0) + 1
        step = Step(number, verb, self._annotator, now, changes, of, remark)
        self._steps[number] = step
        self._stacks.take(step)
        self.sheet = sheet
        for ident, item in after.items():
            self._place(ident, item)
        self._keep(after, step)
        return step.ids

    def _signed(self, item: Item | None, now: datetime) -> Item | None:
        if item is None or self._known.get(item.id) == item:
            return item
        return replace(item, by=self._annotator, at=now)

    def _changes(self, after: Items, sheet: Sheet) -> tuple[Change, ...]:
        pairs = [(ident, self._known.get(ident), item) for ident, item in after.items()]
        found = [difference(ident, old, new) for ident, old, new in pairs if old != new]
        if sheet != self.sheet:
            found.append(difference(ARTICLE, self.sheet, sheet))
        return tuple(found)

    def _place(self, ident: str, item: Item | None) -> None:
        if item is None:
            self._known.pop(ident, None)
        else:
            self._known[ident] = item
        self.shelf.put(ident, item if item and visible(item) else None)

    def _keep(self, after: Items, step: Step) -> None:
        with self._notes.together():
            if self._new:
                self._notes.start(self._article, self._annotator)
                self._new = False
            self._notes.put(after, (step,), self.sheet)
            self._notes.put_visit(self.visit)
