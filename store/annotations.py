"""One article under review by one annotator: what is suggested, decided, noted; and undo."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from typing import Any

from extract.records import Article, Span
from store.contents import Contents, Ids
from store.errors import InvalidValueError, ReadOnlyError
from store.history.article_notes import ArticleNotes, with_seen
from store.history.decisions import added, confirmed, corrected, settled
from store.history.history import History, PlannedSuggestions
from store.history.journal import ARTICLE, Step, Verb
from store.items import Fields, Item, Standing, State
from store.kinds import Kind, definition
from store.notes.notes_file import NotesFile
from store.renaming import caught_up, echoes
from store.suggestions import identity

__all__ = ["Annotations", "Ids", "utc_now"]


def utc_now() -> datetime:
    """Return the time, to the second, in UTC."""
    return datetime.now(UTC).replace(microsecond=0)


class Annotations(Contents):
    """The items of one article, and every change to them.

    Changes are in memory at once and on their way to the disk; none waits for it. All methods are
    for one thread. A method that changes something raises `ReadOnlyError` where nothing may be
    changed, and `UnknownItemError` for an id that no item has.
    """

    def __init__(
        self,
        article: Article,
        annotator: str,
        notes_file: NotesFile | None = None,
        *,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        """Open an article for an annotator; without a notes_file nothing outlives the program."""
        self.annotator = annotator
        self.notes_file = notes_file or NotesFile()
        """The file: what is saved, who holds it, what to tell the person about it."""
        self._clock = clock
        self._suggested: tuple[Item, ...] | None = None
        self._besides: tuple[Item, ...] = ()
        self._unsaved: list[tuple[int, Ids]] = []
        article = _sharing_text(article, self.notes_file.kept.texts)
        super().__init__(article, self._opened(article))

    # What the machine says

    def suggest(self, items: Iterable[Item]) -> Ids:
        """Take in what a reading suggests, decisions staying as they are; return the ids of what
        changed."""
        self._suggested = tuple(items)
        return self._history.suggest((*self._suggested, *self._besides))

    def suggest_besides(self, items: Iterable[Item]) -> Ids:
        """Take in what is suggested beside the reading, as by other reports of the library, in
        place of what was before; return the ids of what changed."""
        self._besides = tuple(items)
        return self._history.suggest((*self._suggested, *self._besides)) if self._suggested else ()

    def foresee(self, items: Iterable[Item]) -> PlannedSuggestions:
        """Return what `suggest` would make of the items; the one method that is safe in any
        thread."""
        return self._history.foresee(items)

    def adopt(self, items: Iterable[Item], foreseen: PlannedSuggestions) -> bool:
        """Suggest what was foreseen, in no time; return whether it held, or was worked out anew."""
        self._suggested = tuple(items)
        held = self._history.take_in(foreseen)
        if not held or self._besides:
            self._history.suggest((*self._suggested, *self._besides))
        return held and not self._besides

    @property
    def complete(self) -> bool:
        """Whether a reading's suggestions are in, so that counts are of all there is."""
        return self._suggested is not None

    # What a person says

    def decide(self, ident: str, state: State) -> Ids:
        """Accept, reject or skip an item, or take that back; return the ids of what changed.

        Raises:
            InvalidValueError: for a state that a change brings about.
        """
        return self.decide_many((ident,), state)

    def decide_many(self, idents: Iterable[str], state: State, remark: str = "") -> Ids:
        """Decide on several items in one step, with a remark for the journal; return the ids of
        what changed.

        Accepting an item accepts what it is made of, as far as that is not decided.

        Raises:
            InvalidValueError: for a state that a change brings about.
        """
        if state is State.ACCEPTED:
            idents = self._with_members(idents)
        taken = self.as_filled if state is State.ACCEPTED else self.as_kept
        after = {ident: settled(taken(ident), state) for ident in idents}
        if state is State.ACCEPTED:
            after = {ident: self._caught_up(item) for ident, item in after.items()}
        return self._change(Verb.DECIDE, after, remark=remark)

    def correct(
        self,
        ident: str,
        fields: Fields | None = None,
        spans: Iterable[Span] | None = None,
        note: str | None = None,
    ) -> Ids:
        """Give an item other values, other boundaries or both, and a note where one is told; return
        the ids of what changed.

        In the same step, approved items that name it have its new name, and approved figures of
        an event its new place; what it is made of is accepted, as far as that is not decided.

        Raises:
            InvalidValueError: naming the field that is wrong; nothing is changed.
        """
        before, text = self.as_filled(ident), self.article.text
        after = corrected(before, text, fields, spans)
        after = replace(after, note=before.note if note is None else note.strip())
        others = echoes(before, after, self._history.index, text) if fields else ()
        members = [self.as_filled(one) for one in self._with_members((ident,)) if one != ident]
        changed = [after, *(settled(one, State.ACCEPTED) for one in members), *others]
        return self._change(Verb.CORRECT, {one.id: one for one in changed})

    def carry(self, values: Mapping[str, Fields]) -> Ids:
        """Give several items, by id, other values in one step; return the ids of what changed.

        What is decided is corrected; what is open stays so, with the values filled in.

        Raises:
            InvalidValueError: naming the field that is wrong; nothing is changed.
        """
        after: dict[str, Item] = {}
        for ident, fields in values.items():
            before = self.as_kept(ident)
            item = corrected(before, self.article.text, fields)
            after[ident] = item if before.decided else replace(item, state=before.state)
        return self._change(Verb.CORRECT, after)

    def add(self, kind: Kind, spans: Iterable[Span], fields: Fields) -> str:
        """Add an item of one's own; return its id.

        Raises:
            InvalidValueError: naming the field that is wrong or missing, or the span.
        """
        item = self.own(kind, spans, fields)
        self._change(Verb.ADD, {item.id: item})
        return item.id

    def delete(self, ident: str) -> Ids:
        """Remove an item of one's own; return the ids of what changed.

        Raises:
            InvalidValueError: if the machine suggested it.
        """
        if not self[ident].own:
            raise InvalidValueError("a suggestion cannot be deleted", then="reject it")
        return self._change(Verb.DELETE, {ident: None})

    def join(self, ident: str, into: str) -> Ids:
        """Give an entity's places to another, which was the same all along, in one step; return the
        ids of what changed.

        The entity is rejected, or deleted if it was a person's own.

        Raises:
            InvalidValueError: if it is the same item.
        """
        item, target = self.as_kept(ident), self.as_filled(into)
        if ident == into:
            raise InvalidValueError("an item cannot be joined to itself", then="choose another")
        joined = corrected(target, self.article.text, spans=[*target.spans, *item.spans])
        gone = None if item.own else settled(item, State.REJECTED)
        return self._change(Verb.CORRECT, {into: joined, ident: gone})

    def split(self, ident: str, span: Span) -> str:
        """Make one place of an entity another entity, in one step; return the id of the new one.

        Raises:
            InvalidValueError: if the entity has no other place, or not this one.
        """
        item, text = self.as_kept(ident), self.article.text
        rest = [place for place in item.spans if place != span]
        if not rest or len(rest) == len(item.spans):
            raise InvalidValueError("nothing to split: it stands in no other place")
        fields = {"label": item.fields["label"], "name": " ".join(span.of(text).split())}
        new = self.own(item.kind, [span], fields)
        left = corrected(item, text, spans=rest)
        self._change(Verb.CORRECT, {ident: left, new.id: new})
        return new.id

    def put(self, after: Mapping[str, Item | None]) -> Ids:
        """Put items in place of those of their ids, or none to remove one, in one step; return the
        ids of what changed."""
        return self._change(Verb.CORRECT, after)

    def own(self, kind: Kind, spans: Iterable[Span], fields: Fields) -> Item:
        """Return an item of one's own that is not put in yet.

        Raises:
            InvalidValueError: naming the field that is wrong or missing, or the span.
        """
        item = added("", kind, self.article.text, spans, fields)
        return replace(item, id=self._free(item), origin=self.annotator)

    def take_in(self, items: Iterable[Item], remark: str = "") -> Ids:
        """Put in items made elsewhere, with their decisions, in one step; return the ids of what
        changed."""
        return self._change(Verb.IMPORT, {item.id: item for item in items}, remark=remark)

    def note(self, ident: str, words: str) -> Ids:
        """Write a note on an item or on the article, or with no words remove it; return the ids of
        what changed."""
        return self._jot(Verb.NOTE, ident, note=words.strip())

    def tag(self, ident: str, tags: Iterable[str]) -> Ids:
        """Set the tags of an item or of the article; return the ids of what changed."""
        named = dict.fromkeys(tag.strip() for tag in tags if tag.strip())
        return self._jot(Verb.TAG, ident, tags=tuple(named))

    def confirm(self, ident: str, spans: Iterable[Span] | None = None) -> Ids:
        """Say that moved words are the right ones, or which are, after the text changed; return the
        ids of what changed.

        Raises:
            InvalidValueError: for an orphan without spans, or spans outside the text.
        """
        return self._change(
            Verb.CONFIRM, {ident: confirmed(self.as_kept(ident), self.article.text, spans)}
        )

    def flag(self, ident: str, on: bool) -> Ids:
        """Flag an item or the article, or take the flag off; return the ids of what changed."""
        return self._jot(Verb.FLAG, ident, flag=on)

    def mark_read(self, read: bool = True) -> Ids:
        """Say that nothing more is to be found in the article; return the ids of what changed."""
        return self._change(
            Verb.READ, {}, article_notes=replace(self._history.article_notes, read=read)
        )

    def see(self, span: Span) -> None:
        """Count a stretch of the text as read."""
        self._history.visit = replace(
            self._history.visit, seen=with_seen(self._history.visit.seen, span)
        )

    # Taking back

    def undo(self) -> Step | None:
        """Take back the last step; return that step, or none if there is none."""
        return self._replay(Verb.UNDO, self._history.journal.next_undo)

    def redo(self) -> Step | None:
        """Do again what was taken back last; return that step, or none if there is none."""
        return self._replay(Verb.REDO, self._history.journal.next_redo)

    # Keeping

    def unsaved(self) -> frozenset[str]:
        """Return ids of the items whose last change is not on disk yet."""
        saved = self.notes_file.saving.saved
        self._unsaved = [(number, ids) for number, ids in self._unsaved if number > saved]
        return frozenset(ident for _, ids in self._unsaved for ident in ids)

    def take_over(self) -> bool:
        """Become the one who writes, once the program that was has ended; return whether that came
        about.

        Where that came about, everything is to be painted anew.

        Raises:
            StoreError: if the notes cannot be read.
        """
        if not self.notes_file.take_over():
            return False
        self._history = self._opened(self.article)
        self._history.suggest((*(self._suggested or ()), *self._besides))
        return True

    def close(self) -> None:
        """Write down where the reader is, wait until all is on disk, let go of the file.

        Raises:
            SaveError: if it cannot be put there.
        """
        if not self.notes_file.read_only:
            self._history.put_visit()
        self.notes_file.close()

    def _opened(self, article: Article) -> History:
        file = self.notes_file
        history = History(article, self.annotator, file.notes, file.kept, self._clock)
        followed = history.follow_words(writing=not file.read_only)
        if followed is not None:
            file.messages.append(f"the report's text has changed; items: {followed or 'none'}")
        return history

    def _jot(self, verb: Verb, ident: str, **values: Any) -> Ids:
        if ident == ARTICLE:
            return self._change(verb, {}, article_notes=replace(self.article_notes, **values))
        return self._change(verb, {ident: replace(self.as_kept(ident), **values)})

    def _change(
        self,
        verb: Verb,
        after: Mapping[str, Item | None],
        *,
        article_notes: ArticleNotes | None = None,
        remark: str = "",
    ) -> Ids:
        self.check_changeable()
        return self._handed(
            self._history.change(verb, after, article_notes=article_notes, remark=remark)
        )

    def _replay(self, verb: Verb, step: Step | None) -> Step | None:
        self.check_changeable()
        if step:
            self._history.replay(verb, step)
            self._handed(step.ids)
        return step

    def check_changeable(self) -> None:
        """See that the notes can be changed now.

        Raises:
            ReadOnlyError: saying why they cannot.
        """
        if self.notes_file.read_only:
            raise ReadOnlyError(self.notes_file.read_only, self.article.key)

    def _handed(self, ids: Ids) -> Ids:
        self._unsaved.append((self.notes_file.saving.handed, ids))
        return ids

    def _with_members(self, idents: Iterable[str]) -> list[str]:
        """The ids, and those of the open items that these are made of, and so on."""
        found = list(dict.fromkeys(idents))
        for ident in found:
            members = self.members(self[ident])
            found += [one.id for one in members if not one.decided and one.id not in found]
        return found

    def _caught_up(self, item: Item) -> Item:
        named = self._history.index.corrected(*_reaching())
        standing = (one for one in named if one.standing is not Standing.ORPHAN)
        return caught_up(item, standing, self.article.text)

    def _free(self, item: Item) -> str:
        """An id for a new item that no other has, or has had."""
        head = item.quotes[0]
        ident = identity(item.kind, head)
        number = 1
        while self._history.has_had(ident):
            number += 1
            ident = identity(item.kind, head, f"{self.annotator}\0{number}")
        return ident


def _sharing_text(article: Article, texts: Mapping[str, str]) -> Article:
    """The article with the very text that its notes keep: a long one is held once."""
    kept = texts.get(article.sha256)
    return replace(article, text=kept) if kept == article.text else article


@cache
def _reaching() -> tuple[Kind, ...]:
    """The kinds whose corrections reach the items that name them, in the order in which they do."""
    ranked = [kind for kind in Kind if definition(kind).reach]
    return tuple(sorted(ranked, key=lambda kind: definition(kind).reach))
