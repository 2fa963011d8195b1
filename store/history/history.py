"""The items of one article, the journal of all changes to them, and the way back."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from extract.records import Article
from store.errors import DamagedError
from store.history.article_notes import ArticleNotes
from store.history.item_index import ItemIndex
from store.history.journal import ARTICLE, Change, Journal, Step, Verb, changed, difference
from store.history.merging import merged, visible
from store.items import Item
from store.notes.tables import Notes, StoredNotes, check_item

Items = Mapping[str, Item | None]
"""Items by id; none where there is to be no item."""


@dataclass(frozen=True, slots=True)
class PlannedSuggestions:
    """What the items will be once suggestions are taken in, worked out beforehand."""

    step: int
    """Number of the step that was to come next; after a change the plan holds no more."""
    known: dict[str, Item]
    index: ItemIndex


class History:
    """Every change goes through here: into memory, into the journal, on its way to the disk."""

    def __init__(
        self,
        article: Article,
        annotator: str,
        notes: Notes,
        kept: StoredNotes,
        clock: Callable[[], datetime],
    ) -> None:
        self._article = article
        self._annotator = annotator
        self._notes = notes
        self._clock = clock
        self._new = kept.sha256 is None
        self._sha256 = kept.sha256 or article.sha256
        self._texts = {**kept.texts, article.sha256: article.text}
        self._known = dict(kept.items)
        """All items, those of the file too that are neither suggested nor touched now."""
        self._kept_ids = set(kept.items)
        """Ids of the items that are in the file."""
        self.journal = Journal(kept.steps)
        self.index = _index_of_items(self._known)
        self.article_notes = kept.article_notes
        self.visit = self._first_visit = kept.visit

    def text_of(self, item: Item) -> str:
        """Return the text that an item's offsets are for: the present one,
        or for an orphan its old."""
        return self._texts.get(item.stood or self._article.sha256, "")

    def has_had(self, ident: str) -> bool:
        """Return whether an item has, or once had, the id."""
        return ident in self._known or any(ident in step.ids for step in self.journal.steps)

    def follow_words(self, writing: bool) -> str | None:
        """Move all items to the article's text if theirs is another; return what became of them.

        Without `writing` that happens in memory alone.
        """
        old = self._sha256
        if old == self._article.sha256:
            return None
        from store.anchoring.reanchoring import (  # only where a report has changed
            Reanchoring,
            move,
            summary,
        )

        way = Reanchoring(self._texts.get(old, ""), self._article.text, old)
        before, self._known = self._known, way.items(self._known)
        self.visit = way.visit(self.visit)
        self.index = _index_of_items(self._known)
        self._sha256 = self._article.sha256
        remark = summary(self.index)
        if writing:
            self._keep_moved(
                tuple(move(before[i], item) for i, item in self._known.items()), remark
            )
        return remark

    def suggest(self, items: Iterable[Item]) -> tuple[str, ...]:
        """Take in what a reading suggests; return the ids of the items that are new, other or
        gone."""
        before = {item.id: item for item in self.index}
        self.take_in(self.foresee(items))
        gone = tuple(ident for ident in before if ident not in self.index)
        return gone + tuple(item.id for item in self.index if before.get(item.id) != item)

    def foresee(self, items: Iterable[Item]) -> PlannedSuggestions:
        """Return what suggestions would make of the items; safe in another thread."""
        step, known, kept = self.journal.next_number, dict(self._known), set(self._kept_ids)
        # What only an earlier reading suggested is forgotten; what the file has may be redone.
        after = merged({ident: known[ident] for ident in kept if ident in known}, items)
        return PlannedSuggestions(step, after, _index_of_items(after))

    def take_in(self, planned: PlannedSuggestions) -> bool:
        """Take in suggestions as planned; return whether the plan still held."""
        if planned.step != self.journal.next_number:
            return False
        self._known, self.index = planned.known, planned.index
        return True

    def change(
        self,
        verb: Verb,
        after: Items,
        *,
        article_notes: ArticleNotes | None = None,
        remark: str = "",
    ) -> tuple[str, ...]:
        """Put items, and the article's notes, in place of what was; return the ids that changed."""
        now = self._clock()
        signed = {ident: self._signed(item, now) for ident, item in after.items()}
        changes = self._changes(signed, article_notes or self.article_notes)
        if not changes:
            return ()
        step = self._step(verb, now, changes, remark=remark)
        self._make(step, signed, article_notes or self.article_notes)
        return step.ids

    def replay(self, verb: Verb, step: Step) -> None:
        """Undo a step or do it again.

        Raises:
            DamagedError: if the journal, changed by hand, has no items for it.
        """
        back = verb is Verb.UNDO
        values = {change.id: change.was if back else change.now for change in step.changes}
        try:
            article_notes = (
                changed(self.article_notes, values.pop(ARTICLE, {}), ArticleNotes)
                or self.article_notes
            )
            after = {i: changed(self._known.get(i), new, Item) for i, new in values.items()}
            for ident, item in after.items():
                if item is not None:
                    check_item(item, ident)
        except ValueError as error:
            what = f"journal.{step.number}: {error}"
            then = "nothing was changed; decide anew in place of going back"
            raise DamagedError(what, self._notes.where, then) from None
        # Written even without changes: the journal alone tells later what can be undone.
        changes = self._changes(after, article_notes)
        self._make(self._step(verb, self._clock(), changes, of=step.number), after, article_notes)

    def put_visit(self) -> None:
        """Write down where the reader is, if that is elsewhere than when the file was opened."""
        if self.visit == self._first_visit:
            return
        with self._notes.together():
            if self._new:
                self._notes.start(self._article, self._annotator)
                self._new = False
            self._notes.put_visit(self.visit)

    def _signed(self, item: Item | None, now: datetime) -> Item | None:
        if item is None or self._known.get(item.id) == item:
            return item
        return replace(item, by=self._annotator, at=now)

    def _changes(self, after: Items, article_notes: ArticleNotes) -> tuple[Change, ...]:
        pairs = [(ident, self._known.get(ident), item) for ident, item in after.items()]
        found = [difference(ident, old, new) for ident, old, new in pairs if old != new]
        if article_notes != self.article_notes:
            found.append(difference(ARTICLE, self.article_notes, article_notes))
        return tuple(found)

    def _step(
        self,
        verb: Verb,
        now: datetime,
        changes: tuple[Change, ...],
        *,
        of: int | None = None,
        remark: str = "",
    ) -> Step:
        step = Step(self.journal.next_number, verb, self._annotator, now, changes, of, remark)
        self.journal.add(step)
        return step

    def _make(self, step: Step, after: Items, article_notes: ArticleNotes) -> None:
        """Carry a step out, in memory and on its way to the disk."""
        self.article_notes = article_notes
        for ident, item in after.items():
            if item is None:
                self._known.pop(ident, None)
                self._kept_ids.discard(ident)
            else:
                self._known[ident] = item
                self._kept_ids.add(ident)
            self.index.put(ident, item if item and visible(item) else None)
        # Together: a file in which an item has changed and the journal has not cannot be undone.
        with self._notes.together():
            if self._new:
                self._notes.start(self._article, self._annotator)
                self._new = False
            self._notes.put(after, (step,), article_notes)
            self._notes.put_visit(self.visit)

    def _keep_moved(self, changes: tuple[Change, ...], remark: str) -> None:
        step = self._step(Verb.MOVE, self._clock(), changes, remark=remark)
        used = {item.stood for item in self._known.values()} | {self._article.sha256}
        self._texts = {name: text for name, text in self._texts.items() if name in used}
        with self._notes.together():
            self._notes.start(self._article, self._annotator)
            self._notes.keep_texts(self._texts)
            self._notes.put(self._known, (step,), self.article_notes)
            self._notes.put_visit(self.visit)


def _index_of_items(known: Mapping[str, Item]) -> ItemIndex:
    return ItemIndex(item for item in known.values() if visible(item))
