"""One article under review by one annotator: what is suggested, decided, noted; and undo."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from extract.records import Article, Span
from store.decisions import added, corrected, settled
from store.errors import InvalidValueError, ReadOnlyError, UnknownItemError
from store.items import Fields, Item, Kind, Standing, State
from store.journal import ARTICLE, Change, Step, Verb, changed, difference, stacks
from store.merging import merged, visible
from store.notes import Kept, Notes
from store.references import Reference
from store.sheet import Position, Progress, Sheet, with_seen
from store.shelf import Shelf
from store.suggestions import identity

Ids = tuple[str, ...]
"""Ids of the items that a change touched (`journal.ARTICLE` for the article): what to repaint."""


def utc_now() -> datetime:
    """The time, to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


class Annotations:
    """The items of one article, and every change to them.

    Changes are in memory at once and on their way to the disk; none waits for it. All methods are
    for one thread.
    """

    def __init__(
        self,
        article: Article,
        annotator: str,
        notes: Notes,
        *,
        kept: Kept | None = None,
        read_only: str | None = None,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self.article = article
        self.annotator = annotator
        self.read_only = read_only
        """Why nothing can be changed; none where it can."""
        self._notes = notes
        self._clock = clock
        kept = kept or notes.read()
        self._new = kept.sha256 is None
        self._known = dict(kept.items)
        self._shelf = Shelf(item for item in kept.items.values() if visible(item))
        self._steps = {step.number: step for step in kept.steps}
        self._stacks = stacks(kept.steps)
        self._sheet = kept.sheet
        self._visit = kept.visit

    # What there is

    def __getitem__(self, ident: str) -> Item:
        """The item of that id.

        Raises:
            UnknownItemError: if there is none.
        """
        item = self._shelf.get(ident)
        if item is None:
            raise UnknownItemError(f"there is no item '{ident}'", self.article.key)
        return item

    def __contains__(self, ident: str) -> bool:
        return ident in self._shelf

    def items(self, kind: Kind | None = None) -> tuple[Item, ...]:
        """The items of a kind, or all, in the order of the text; orphans are left out."""
        return tuple(
            item
            for item in self._shelf
            if (kind is None or item.kind is kind) and item.standing is not Standing.ORPHAN
        )

    def standing(self, standing: Standing) -> tuple[Item, ...]:
        """The items that moved, are uncertain or lost their words when the text changed."""
        return tuple(item for item in self._shelf if item.standing is standing)

    def find(self, reference: Reference, kind: Kind) -> Item | None:
        """The item that a field's reference names, if it is one of these."""
        return self._shelf.find(reference, kind)

    def alike(self, ident: str) -> Ids:
        """The items of the same kind, words and label as this one, itself included."""
        model = _likeness(self[ident])
        return tuple(item.id for item in self.items() if _likeness(item) == model)

    @property
    def sheet(self) -> Sheet:
        """Note, tags and flag of the article, and whether it is marked read."""
        return self._sheet

    @property
    def position(self) -> Position:
        """Where the reader left off."""
        return self._visit.position

    @position.setter
    def position(self, position: Position) -> None:
        self._visit = replace(self._visit, position=position)

    @property
    def coverage(self) -> float:
        """The share of the text that has been on the screen, from 0 to 1."""
        seen = sum(span.end - span.start for span in self._visit.seen)
        return min(1.0, seen / max(1, len(self.article.text)))

    def progress(self) -> Progress:
        """How far the article is reviewed."""
        counts = {state.value: self._shelf.states(state) for state in State}
        open_ones = counts["undecided"] + counts["skipped"]
        return Progress(
            items=len(self._shelf),
            decided=len(self._shelf) - open_ones,
            **counts,
            notes=self._shelf.marked("note") + bool(self._sheet.note),
            orphans=self._shelf.marked("orphan"),
            flags=self._shelf.marked("flag") + self._sheet.flag,
            read=self._sheet.read,
        )

    def history(self) -> tuple[Step, ...]:
        """Every step since the article was first opened, oldest first."""
        return tuple(self._steps.values())

    # What the machine says

    def suggest(self, items: Iterable[Item]) -> Ids:
        """Take in what a reading suggests; decisions stay as they are."""
        self._known = merged(self._known, items)
        before = {item.id: item for item in self._shelf}
        self._shelf = Shelf(item for item in self._known.values() if visible(item))
        gone = tuple(ident for ident in before if ident not in self._shelf)
        return gone + tuple(i.id for i in self._shelf if before.get(i.id) != i)

    # What a person says

    def decide(self, ident: str, state: State) -> Ids:
        """Accept, reject or skip an item, or take that back.

        Raises:
            UnknownItemError, InvalidValueError, ReadOnlyError.
        """
        return self.decide_many((ident,), state)

    def decide_many(self, idents: Iterable[str], state: State) -> Ids:
        """Decide on several items in one step.

        Raises:
            UnknownItemError, InvalidValueError, ReadOnlyError.
        """
        after = {ident: settled(self[ident], state) for ident in idents}
        return self._step(Verb.DECIDE, after)

    def correct(
        self, ident: str, fields: Fields | None = None, spans: Iterable[Span] | None = None
    ) -> Ids:
        """Give an item other values, other boundaries or both.

        Raises:
            InvalidValueError: naming the field that is wrong; nothing is changed.
            UnknownItemError, ReadOnlyError.
        """
        after = corrected(self[ident], self.article.text, fields, spans)
        return self._step(Verb.CORRECT, {ident: after})

    def add(self, kind: Kind, spans: Iterable[Span], fields: Fields) -> str:
        """Add an item of one's own; its id.

        Raises:
            InvalidValueError: naming the field that is wrong or missing, or the span.
            ReadOnlyError.
        """
        text = self.article.text
        item = added("", kind, text, spans, fields)
        ident = self._free(item)
        self._step(Verb.ADD, {ident: replace(item, id=ident, origin=self.annotator)})
        return ident

    def delete(self, ident: str) -> Ids:
        """Remove an item of one's own.

        Raises:
            InvalidValueError: if the machine suggested it.
            UnknownItemError, ReadOnlyError.
        """
        if not self[ident].own:
            raise InvalidValueError("a suggestion cannot be deleted", then="reject it")
        return self._step(Verb.DELETE, {ident: None})

    def take_in(self, items: Iterable[Item], remark: str = "") -> Ids:
        """Put in items made elsewhere, with their decisions, in one step.

        Raises:
            ReadOnlyError.
        """
        return self._step(Verb.IMPORT, {item.id: item for item in items}, remark=remark)

    def note(self, ident: str, words: str) -> Ids:
        """Write a note on an item or on the article; no words remove it.

        Raises:
            UnknownItemError, ReadOnlyError.
        """
        return self._jot(Verb.NOTE, ident, note=words.strip())

    def tag(self, ident: str, tags: Iterable[str]) -> Ids:
        """Set the tags of an item or of the article.

        Raises:
            UnknownItemError, ReadOnlyError.
        """
        named = dict.fromkeys(tag.strip() for tag in tags if tag.strip())
        return self._jot(Verb.TAG, ident, tags=tuple(named))

    def flag(self, ident: str, on: bool) -> Ids:
        """Flag an item or the article, or take the flag off.

        Raises:
            UnknownItemError, ReadOnlyError.
        """
        return self._jot(Verb.FLAG, ident, flag=on)

    def mark_read(self, read: bool = True) -> Ids:
        """Say that nothing more is to be found in the article.

        Raises:
            ReadOnlyError.
        """
        return self._step(Verb.READ, {}, sheet=replace(self._sheet, read=read))

    def see(self, span: Span) -> None:
        """Count a stretch of the text as read."""
        self._visit = replace(self._visit, seen=with_seen(self._visit.seen, span))

    # Taking back

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._stacks.undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._stacks.redo)

    def undo(self) -> Step | None:
        """Take back the last step; that step, or none if there is none.

        Raises:
            ReadOnlyError.
        """
        if not self._stacks.undo:
            return None
        step = self._steps[self._stacks.undo[-1]]
        self._replay(Verb.UNDO, step, {change.id: change.was for change in step.changes})
        return step

    def redo(self) -> Step | None:
        """Do again what was taken back last; that step, or none if there is none.

        Raises:
            ReadOnlyError.
        """
        if not self._stacks.redo:
            return None
        step = self._steps[self._stacks.redo[-1]]
        self._replay(Verb.REDO, step, {change.id: change.now for change in step.changes})
        return step

    # Keeping

    def close(self) -> None:
        """Write down where the reader is, and let go of the file."""
        if not self.read_only:
            self._notes.put_visit(self._visit)
        self._notes.close()

    def _jot(self, verb: Verb, ident: str, **values: object) -> Ids:
        if ident == ARTICLE:
            return self._step(verb, {}, sheet=replace(self._sheet, **values))  # type: ignore[arg-type]
        return self._step(verb, {ident: replace(self[ident], **values)})  # type: ignore[arg-type]

    def _replay(self, verb: Verb, step: Step, values: Mapping[str, Fields | None]) -> None:
        after = {i: changed(self._known.get(i), v) for i, v in values.items() if i != ARTICLE}
        sheet = replace(self._sheet, **(values.get(ARTICLE) or {}))
        self._step(verb, after, sheet=sheet, of=step.number)

    def _step(
        self,
        verb: Verb,
        after: Mapping[str, Item | None],
        *,
        sheet: Sheet | None = None,
        of: int | None = None,
        remark: str = "",
    ) -> Ids:
        """Make a change: in memory, in the journal, and on its way to the disk."""
        if self.read_only:
            raise ReadOnlyError(self.read_only, self.article.key)
        now = self._clock()
        if of is None:
            after = {i: item and self._signed(item, now) for i, item in after.items()}
        changes = self._changes(after, sheet or self._sheet)
        if not changes and of is None:
            return ()
        step = Step(len(self._steps) + 1, verb, self.annotator, now, changes, of, remark)
        self._sheet = sheet or self._sheet
        for ident, item in after.items():
            self._place(ident, item)
        self._steps[step.number] = step
        self._stacks.take(step)
        self._keep({ident: self._known.get(ident) for ident in after}, step)
        return step.ids

    def _signed(self, item: Item, now: datetime) -> Item:
        same = self._known.get(item.id) == item
        return item if same else replace(item, by=self.annotator, at=now)

    def _changes(self, after: Mapping[str, Item | None], sheet: Sheet) -> tuple[Change, ...]:
        pairs = [(ident, self._known.get(ident), item) for ident, item in after.items()]
        found = [difference(i, old, new) for i, old, new in pairs if old != new]
        if sheet != self._sheet:
            found.append(difference(ARTICLE, self._sheet, sheet))
        return tuple(found)

    def _place(self, ident: str, item: Item | None) -> None:
        if item is None:
            self._known.pop(ident, None)
        else:
            self._known[ident] = item
        self._shelf.put(ident, item if item and visible(item) else None)

    def _keep(self, items: Mapping[str, Item | None], step: Step) -> None:
        with self._notes.together():
            if self._new:
                self._notes.start(self.article, self.annotator)
                self._new = False
            self._notes.put(items, (step,), self._sheet)
            self._notes.put_visit(self._visit)

    def _free(self, item: Item) -> str:
        """An id for a new item that no other has, or has had."""
        had = {change.id for step in self._steps.values() for change in step.changes}
        number = 0
        while True:
            more = f"{self.annotator}\0{number}" if number else ""
            ident = identity(item.kind, item.quotes[0], more)
            if ident not in self._known and ident not in had:
                return ident
            number += 1


def _likeness(item: Item) -> tuple[object, ...]:
    kinds = ("label", "kind", "fate", "check")
    return (item.kind, item.words.casefold(), *(item.fields.get(name) for name in kinds))
