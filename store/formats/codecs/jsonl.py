"""Dateline's own JSON lines: all that is kept of a report, to be brought back to an equal store."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from extract.records import Article
from store.anchoring.quoting import stands
from store.errors import InvalidValueError
from store.fields import checked, complete
from store.formats.document import Document, Wishes
from store.formats.escaping import json_bytes
from store.formats.incoming.proposal import Incoming, OwnNotes, UnreadableImportError
from store.formats.incoming.values import data_of, json_of, listed, shown, tabled, words
from store.formats.losses import Carries, Losses
from store.formats.registry import Files, Found, Row, export_format, import_format
from store.history.article_notes import ArticleNotes, Visit
from store.history.journal import Step
from store.items import Item, Quote, Standing
from store.names import annotator_name
from store.notes.tables import StoredNotes, document
from store.notes.upgrades import (
    with_present_article_notes,
    with_renamed_changes,
    with_renamed_fields,
)

FORMAT = "dateline-export"
VERSION = 2
"""Raised with every change that an older program could not read."""
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One line."""

    article: Article
    annotator: str
    items: tuple[dict[str, Any], ...]
    """Every item as it stands: suggestion, decision, correction, words, offsets, notes, tags."""
    notes: StoredNotes
    """What the annotator's file holds, journal included."""
    format: str = FORMAT
    version: int = VERSION


def _is_row(row: Row) -> bool:
    return row.get("format") == FORMAT


@export_format(
    "jsonl",
    "Dateline's own, lossless: comes back with `import`",
    suffix=".jsonl",
    carries=Carries(everything=True),
    is_own=lambda start: _is_row(start.row),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one line of JSON a document, whatever was chosen of it."""
    yield "", json_bytes("".join(f"{_line(found)}\n" for found in documents))


def _line(found: Document) -> str:
    """Return the line of a document; paths of this machine are left out."""
    row = OwnRow(
        replace(found.article, path=None),
        found.annotator,
        tuple(document(item) for item in found.items),
        found.kept,
    )
    return json.dumps(msgspec.to_builtins(row), ensure_ascii=False, separators=(",", ":"))


@import_format("jsonl", "rows of Dateline's own export", is_row=_is_row)
def read(path: Path) -> Found:
    """Return the rows with the notes that they hold."""
    return own_rows(data_of(path), str(path))


def own_rows(data: bytes, where: str) -> Found:
    """Return the rows of an export, and errors for what of them cannot be kept."""
    lines = [(n, line) for n, line in enumerate(data.split(b"\n"), 1) if line.strip()]
    if not lines:
        yield UnreadableImportError("there is nothing in it", where, "check its name")
    for number, line in lines:
        read = _Reading(f"{where}, line {number}")
        try:
            yield read.row(json_of(line, read.where))
        except UnreadableImportError as error:
            yield error
        yield from read.problems


class _Reading:
    """The reading of one row."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.problems: list[UnreadableImportError] = []

    def row(self, value: object) -> Incoming:
        """Return the row, without what of it cannot be kept.

        Raises:
            UnreadableImportError: if nothing of it can be.
        """
        raw = tabled(value, "row", self.where)
        self._check_format(raw)
        article = self._typed(raw.get("article"), Article, "article")
        if _digest(article.text) != article.sha256:
            raise UnreadableImportError("its text is not the one that its hash is of", self.where)
        try:
            annotator = annotator_name(words(raw.get("annotator"), "annotator", self.where))
        except InvalidValueError as error:
            raise UnreadableImportError(error.what, self.where, error.then) from None
        told = with_present_article_notes(tabled(raw.get("notes"), "notes", self.where))
        notes = self._notes(told, article)
        own = OwnNotes(article, annotator, notes)
        return Incoming(self.where, (), article.key, article.sha256, article.text, notes=own)

    def _check_format(self, raw: Row) -> None:
        if raw.get("format") != FORMAT:
            raise UnreadableImportError("not a line of Dateline's export", self.where)
        version = raw.get("version")
        if not isinstance(version, int) or version > VERSION:
            what = f"written by a newer Dateline (version {shown(version)})"
            raise UnreadableImportError(what, self.where, "update Dateline")

    def _notes(self, raw: Row, article: Article) -> StoredNotes:
        texts = {sha: text for sha, text in self._texts(raw, article) if _digest(text) == sha}
        sha256 = raw.get("sha256")
        if sha256 is None:
            return StoredNotes()
        if not isinstance(sha256, str) or sha256 not in texts:
            raise UnreadableImportError("its notes are on a text that it does not have", self.where)
        items = dict(self._items(raw, texts, sha256))
        gone = tabled(raw.get("items"), "items", self.where).keys() - items.keys()
        return StoredNotes(
            items,
            tuple(self._steps(raw, gone)),
            self._one(raw.get("article_notes"), ArticleNotes, "article_notes"),
            self._one(raw.get("visit"), Visit, "visit"),
            sha256,
            texts,
        )

    def _texts(self, raw: Row, article: Article) -> Iterator[tuple[str, str]]:
        yield article.sha256, article.text
        for sha256, text in tabled(raw.get("texts"), "texts", self.where).items():
            if isinstance(text, str):
                yield sha256, text

    def _items(self, raw: Row, texts: Mapping[str, str], sha256: str) -> Iterator[tuple[str, Item]]:
        for ident, value in tabled(raw.get("items"), "items", self.where).items():
            try:
                item = self._typed(with_renamed_fields(value), Item, f"item {shown(ident)}")
                self._check(ident, item, texts.get(item.stood or sha256))
            except (UnreadableImportError, InvalidValueError) as error:
                where = f"{self.where}, item {shown(ident)}"
                self.problems.append(UnreadableImportError(error.what, where))
            else:
                yield ident, item

    def _check(self, ident: str, item: Item, text: str | None) -> None:
        if item.id != ident:
            raise InvalidValueError(f"it is called {shown(item.id)} too")
        if not item.quotes:
            raise InvalidValueError("no words are selected")
        if text is None:
            raise InvalidValueError("the text that it stands in is not there")
        firm = item.standing is Standing.FIRM
        for quote in item.quotes:
            _check_quote(quote, text, firm)
        checked(item.kind, item.fields)
        complete(item.kind, item.fields)

    def _steps(self, raw: Row, gone: set[str]) -> Iterator[Step]:
        """The journal without what is of items that cannot be kept."""
        for number, value in enumerate(listed(raw.get("steps"), "steps", self.where), 1):
            try:
                step = self._typed(with_renamed_changes(value), Step, f"step {number}")
            except UnreadableImportError as error:
                self.problems.append(error)
                continue
            kept = tuple(change for change in step.changes if change.id not in gone)
            if kept or not step.changes:
                yield replace(step, changes=kept)

    def _one(self, value: object, kind: type[_T], name: str) -> _T:
        if value is None:
            return kind()
        try:
            return self._typed(value, kind, name)
        except UnreadableImportError as error:
            self.problems.append(error)
            return kind()

    def _typed(self, value: Any, kind: type[_T], name: str) -> _T:
        try:
            found = msgspec.convert(value, kind)
            msgspec.to_builtins(found)  # what may be any value must be one that can be written
            return found
        except (msgspec.ValidationError, TypeError, RecursionError) as error:
            what = shown(f"{str(error)[:1].lower()}{str(error)[1:]}")
            raise UnreadableImportError(f"{name}: {what}", self.where) from None


def _check_quote(quote: Quote, text: str, firm: bool) -> None:
    if not 0 <= quote.start < quote.end <= len(text):
        raise InvalidValueError(f"no words at {quote.start} to {quote.end} of its text")
    if firm and not stands(text, quote):
        raise InvalidValueError(f"“{shown(quote.exact)}” is not at {quote.start} of its text")


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
