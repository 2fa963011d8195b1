"""One file of notes: an article's decisions by one annotator, in TinyDB tables.

The tables are `dateline` (what the file is), `texts`, `items`, `journal` and `visit`; document ids
are names of our own. `docs/storage.md` describes each field.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypedDict, TypeVar, get_type_hints

import msgspec
from tinydb import TinyDB

from extract.records import Article
from extract.serial import article_facts
from store.errors import DamagedError
from store.fields import check_kept
from store.history.article_notes import ArticleNotes, Visit
from store.history.journal import ARTICLE, Step, plain
from store.items import Item
from store.notes.records import Document, RecordFile, Records
from store.notes.upgrades import FORMAT, SCHEMA_VERSION

_T = TypeVar("_T")

_ITEM_VALUES: Any = TypedDict("_ITEM_VALUES", get_type_hints(Item), total=False)  # type: ignore[misc]
_ARTICLE_VALUES: Any = TypedDict("_ARTICLE_VALUES", get_type_hints(ArticleNotes), total=False)  # type: ignore[misc]
"""Some of the values of an item or of the article's notes, as steps of the journal have them."""


class _Named(msgspec.Struct):
    sha256: str


class _About(msgspec.Struct):
    article: _Named


@dataclass(frozen=True, slots=True)
class StoredNotes:
    """All that a file of notes holds."""

    items: dict[str, Item] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    article_notes: ArticleNotes = field(default_factory=ArticleNotes)
    visit: Visit = field(default_factory=Visit)
    sha256: str | None = None
    """Of the text that the offsets are for; none in a new file."""
    texts: dict[str, str] = field(default_factory=dict)
    """By sha256 the text annotated, and those that orphans stand in."""


class Notes(RecordFile):
    """Reads and writes the records of one file; the database is handed in."""

    def __init__(self, database: TinyDB, where: object = None) -> None:
        super().__init__(database, where)
        self._about = self.table("dateline")
        self._texts = self.table("texts")
        self._items = self.table("items")
        self._visit = self.table("visit")

    def read(self) -> StoredNotes:
        """Return everything in the file; an empty `StoredNotes` for a new one.

        Raises:
            DamagedError: if a record is not what it should be.
        """
        about = self._about.documents().get("notes")
        if about is None:
            return StoredNotes()
        sha256 = self.typed(about, _About, "dateline.notes").article.sha256
        items, texts = self._read_items(), self._read_texts()
        self._check_ends(items, texts, sha256)
        return StoredNotes(
            items=items,
            steps=self._read_steps(),
            article_notes=self._one(self._visit, "article_notes", ArticleNotes, ArticleNotes()),
            visit=self._one(self._visit, "visit", Visit, Visit()),
            sha256=sha256,
            texts=texts,
        )

    def start(self, article: Article, annotator: str) -> None:
        """Write down what the file is about; the text is kept with it."""
        with self.together():
            about = {
                "format": FORMAT,
                "schema_version": SCHEMA_VERSION,
                "annotator": annotator,
                "article": {**article_facts(article), "path": None},
            }
            self._about.put({"notes": about})
            self._texts.put({article.sha256: {"text": article.text}})

    def keep_texts(self, sha256s: Iterable[str]) -> None:
        """Drop the texts that are not among these."""
        gone = set(self._texts.documents()) - set(sha256s)
        self._texts.put(dict.fromkeys(gone))

    def put(
        self, items: Mapping[str, Item | None], steps: Iterable[Step], article_notes: ArticleNotes
    ) -> None:
        """Write changed items and the steps that changed them."""
        with self.together():
            self._items.put(
                {ident: document(item) if item else None for ident, item in items.items()}
            )
            self.journal.put({str(step.number): plain(step) for step in steps})
            self._visit.put({"article_notes": plain(article_notes)})

    def restore(self, article: Article, annotator: str, kept: StoredNotes) -> None:
        """Write all that another file held, in one write."""
        with self.together():
            self.start(article, annotator)
            self._texts.put({sha256: {"text": text} for sha256, text in kept.texts.items()})
            self.put(kept.items, kept.steps, kept.article_notes)
            self.put_visit(kept.visit)

    def put_visit(self, visit: Visit) -> None:
        """Write down where the reader is."""
        self._visit.put({"visit": plain(visit)})

    def _read_texts(self) -> dict[str, str]:
        found = self._texts.documents().items()
        return {ident: self.typed(doc.get("text"), str, f"texts.{ident}") for ident, doc in found}

    def _read_items(self) -> dict[str, Item]:
        found = self._items.documents().items()
        return {ident: self._item(doc, ident) for ident, doc in found}

    def _check_ends(self, items: Mapping[str, Item], texts: Mapping[str, str], now: str) -> None:
        """See that no item stands behind the end of its text."""
        lengths = {sha256: len(text) for sha256, text in texts.items()}
        for ident, item in items.items():
            length = lengths.get(item.stood or now)
            if length is not None and any(quote.end > length for quote in item.quotes):
                raise DamagedError(f"items.{ident}: it stands behind the text's end", self.where)

    def _item(self, value: Document, ident: str) -> Item:
        item = self.typed(value, Item, f"items.{ident}")
        try:
            check_item(item, ident)
        except ValueError as error:
            raise DamagedError(f"items.{ident}: {error}", self.where) from None
        return item

    def _read_steps(self) -> tuple[Step, ...]:
        steps = self.steps()
        for step in steps:
            self._check_changes(step)
        return steps

    def _check_changes(self, step: Step) -> None:
        """See that a step took away and put there values of items, or of the article's notes."""
        for change in step.changes:
            for values, other in ((change.was, change.now), (change.now, change.was)):
                if values is not None:
                    kind = _values_of(change.id, whole=other is None)
                    self.typed(values, kind, f"journal.{step.number}")

    def _one(self, table: Records, ident: str, kind: type[_T], otherwise: _T) -> _T:
        found = table.documents().get(ident)
        return self.typed(found, kind, f"{table.name}.{ident}") if found else otherwise


def _values_of(ident: str, *, whole: bool) -> Any:
    """The type of what a change has of an item (all of one that came or went), or of the notes."""
    if ident == ARTICLE:
        return _ARTICLE_VALUES
    return Item if whole else _ITEM_VALUES


def check_item(item: Item, ident: str) -> None:
    """See that an item from a file hangs together and its values are those of its kind.

    Raises:
        ValueError: if not, saying what is wrong.
    """
    item.check(ident)
    if item.suggestion:
        check_kept(item.kind, {**item.suggestion.fields})
    check_kept(item.kind, item.fields)


def document(item: Item) -> Document:
    """Return an item as it is written down;
    whether it is still suggested is told by each reading."""
    values = plain(item)
    del values["suggested"]
    return values
