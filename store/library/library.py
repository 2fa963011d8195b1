"""A folder of reports with the notes on them, as one annotator works in it."""

import contextlib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from extract.errors import DatelineError, LoadError, MissingReportError
from extract.load import load, reports_in, walk
from extract.reader import LEXICON, SHIPPED, Reader
from extract.records import Article, Reading
from extract.subprocess_reader import SubprocessReader
from store.actors import ActorTable, put_name, read_actors
from store.annotations import Annotations
from store.errors import StoreError
from store.history.article_notes import Progress
from store.library.following import bring_home, follow, owner_by_text
from store.library.index import NOWHERE, Entry, Index, Stamp, stamp, unchanged
from store.library.keys import keys_of
from store.library.library_places import LibraryPlaces
from store.library.readings import Readings
from store.library.settings import Settings, read_settings
from store.library.texts import TEXTS, Texts
from store.memory.library_memory import LibraryMemory
from store.notes.notes_file import NotesFile
from store.notes.paths import CACHE, Places, annotator_name, make_notes_folder
from store.notes.tables import StoredNotes
from store.notes.writer import Writer
from store.places.table import read_places
from store.plainfiles import read_plain
from store.suggestions import suggestions

Stamps = tuple[Stamp, Stamp, Stamp]
"""Of a report, its sidecar and its notes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One article in the queue."""

    key: str
    title: str
    published: date | None = None
    publisher: str | None = None
    progress: Progress | None = None
    """None where it is not known yet, or not any more."""

    def as_status(self) -> dict[str, Any]:
        """Return the row for other programs."""
        counts = asdict(self.progress or Progress())
        published = self.published.isoformat() if self.published else None
        return {"key": self.key, "title": self.title, "published": published, **counts}


class Library:
    """Finds articles, reads them, opens their notes; keeps what can be made again in a cache."""

    def __init__(
        self,
        path: Path,
        annotator: str,
        *,
        notes: Path | None = None,
        published: date | None = None,
        tagger: str | None = None,
        in_subprocess: bool = False,
        read: Callable[[Article], Reading] | None = None,
        reader: str | None = None,
        memory: bool = True,
    ) -> None:
        """Open the library that a report or a folder belongs to.

        `published` goes over the dates of the reports. They are read with `tagger` and the
        library's own word lists, long ones `in_subprocess`; or by `read`, which is called
        `reader`. Without `memory` nothing comes of what was decided before.

        Raises:
            LoadError: if the path is not there or has no report.
            StoreError: if the annotator's name cannot be used.
        """
        _check_reviewable(path)
        self.annotator = annotator_name(annotator)
        path = Path(os.path.abspath(path))
        self.folder = path if path.is_dir() else path.parent
        self._notes, self._published = notes, published
        self._places = Places(self.folder, self.annotator, notes)
        self.notes = self._places.home
        """The folder of settings and cache, and of notes that have no nearer place."""
        self.is_new = not self.notes.exists()
        """Whether nobody has opened it before."""
        self.settings: Settings = read_settings(self.notes)
        self.actors: ActorTable = read_actors(self.folder)
        """What its reports call actors, and what its coding sheets do."""
        self.messages: list[str] = []
        """What the person should know of the library: one line each."""
        self.passed_over: tuple[LoadError, ...] = ()
        """What is called like a report, or is a folder, and cannot be read."""
        self._texts = Texts(self.notes / TEXTS)
        self._paths = self._found(path)
        self.named = tuple(self._paths) if path.is_dir() else (_key_at(self._paths, path),)
        """Keys of the articles that the path names: the one report, or all of the folder."""
        own = Reader(tagger or SHIPPED, self.folder / LEXICON)
        table = read_places(self.folder)
        self.places = LibraryPlaces(table.by_key, lambda: self.memory.now().places())
        """What is known of places beside the gazetteer."""
        self.problems: tuple[DatelineError, ...] = (
            *self.settings.problems,
            *self.actors.problems,
            *table.problems,
            *own.problems,
        )
        """What of the library's settings, actors, places and own word lists is passed over, and
        why."""
        self._subprocess_reader = SubprocessReader(own) if in_subprocess else None
        self._read = read or (self._subprocess_reader or own).read
        self.version = reader or own.version
        """Of the reader, its word lists among what it depends on."""
        self._readings = Readings(self.notes / CACHE, self.version)
        self._index = Index(self._places.index(self.annotator))
        self.memory = LibraryMemory(
            self._places.memory(self.annotator),
            self.annotator,
            lambda: self._paths,
            self.notes_file,
            lambda key: self.kept(key).items.values(),
            off=not memory,
        )
        """What was decided on like suggestions before."""
        self._read_at: dict[str, Stamps] = {}
        self._writer = Writer()
        self._follow()

    def under(self, annotator: str) -> "Library":
        """Return the same reports, read by the same reader, as another annotator has them.

        Raises:
            StoreError: if the annotator's name cannot be used.
        """
        return Library(
            self.folder, annotator, notes=self._notes, published=self._published,
            read=self._read, reader=self.version, memory=False,
        )  # fmt: skip

    @property
    def shown_version(self) -> str:
        """What items as they are shown depend on: the reader and the table of actors."""
        return f"{self.version}+{self.actors.digest}" if self.actors.digest else self.version

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all articles, in the order of their paths."""
        return tuple(self._paths)

    def path(self, key: str) -> Path:
        """Return the file of an article.

        Raises:
            MissingReportError: if the library has no such article.
        """
        if key not in self._paths:
            raise MissingReportError("no such report in this library", key, "check the name")
        return self._paths[key]

    def article(self, key: str) -> Article:
        """Return the article as its file has it now.

        Raises:
            LoadError: if it cannot be read.
        """
        path = self.path(key)
        self._read_at[key] = self.stamps(key)
        return load(path, key=key, published=self._published, converted=self._texts.converted)

    def reading(self, article: Article) -> Reading:
        """Return the machine's reading, kept or made now; safe to call in another thread."""
        known = self._readings.get(article)
        if known is None:
            known = self._read(article)
            self._readings.keep(article, known)
        return known

    def read_anew(self, article: Article) -> Reading:
        """Return a reading that is not kept, as of a sentence by itself; in any thread."""
        return self._read(article)

    def stop_reading(self, key: str) -> None:
        """Give up a reading under way that nobody waits for any more."""
        if self._subprocess_reader:
            self._subprocess_reader.stop(key)

    def notes_file(self, key: str, annotator: str | None = None) -> Path:
        """Return the file of notes on an article, this annotator's or another's, there or not.

        Raises:
            InvalidValueError: if the key leads out of the folder, or no folder can be called so.
        """
        return self._places.file(key, annotator_name(annotator) if annotator else self.annotator)

    def call(self, name: str, coded: str) -> None:
        """Have a name shown as another in all reports, by the library's table of actors; nothing
        takes that back.

        Notes that are open have it from their next `actors`.

        Raises:
            StoreError: if it cannot stand in the table, or that is wrong or cannot be written.
        """
        put_name(self.folder, name, coded)
        self.actors = read_actors(self.folder)

    def open(self, article: Article) -> Annotations:
        """Return the article's notes, for changing where nobody else has them open.

        Raises:
            StoreError: if they cannot be read.
        """
        with contextlib.suppress(OSError):  # the notes_file says so when it cannot write
            make_notes_folder(self.notes)
        path = self.notes_file(article.key)
        annotations = Annotations(article, self.annotator, NotesFile(path, self._writer))
        annotations.actors = self.actors
        annotations.notes_file.messages[:0] = [*self.messages, *map(str, self.passed_over)]
        self.passed_over = ()
        self.messages.clear()
        return annotations

    def open_with_reading(self, key: str) -> Annotations:
        """Return an article's notes, for changing, with what the machine suggests.

        Raises:
            DatelineError: if article or notes cannot be read.
        """
        article = self.article(key)
        annotations = self.open(article)
        annotations.suggest(suggestions(article, self.reading(article)))
        return annotations

    def notes_mention(self, key: str, words: str) -> bool:
        """Return whether the annotator's file on an article has the words in it,
        which are plain ASCII."""
        try:
            return words.encode("ascii") in read_plain(self.notes_file(key))
        except OSError:
            return False

    def look(
        self, article: Article, annotator: str | None = None, reading: Reading | None = None
    ) -> Annotations:
        """Return notes as they are on disk, with the reading, for reading only.

        Raises:
            StoreError: if they cannot be read.
        """
        who = annotator or self.annotator
        notes_file = NotesFile(self.notes_file(article.key, who), reading=True)
        annotations = Annotations(article, who, notes_file)
        annotations.actors = self.actors
        annotations.suggest(suggestions(article, reading or self.reading(article)))
        return annotations

    def kept(self, key: str, annotator: str | None = None) -> StoredNotes:
        """Return what an annotator's file on an article holds, as it stands there.

        Raises:
            StoreError: if it cannot be read.
        """
        return NotesFile(self.notes_file(key, annotator), reading=True).kept

    def annotators(self) -> tuple[str, ...]:
        """Return who has notes on this library."""
        for key in self._paths:
            self.notes_file(key)
        return self._places.annotators()

    def names(self) -> tuple[str, ...]:
        """Return canonical names in the reports seen so far, those of most reports first."""
        return _by_frequency(name for entry in self._index.entries() for name in entry.names)

    def tags(self) -> tuple[str, ...]:
        """Return the tags of the settings, then those in use, those of most reports first."""
        used = _by_frequency(tag for entry in self._index.entries() for tag in entry.tags)
        return tuple(dict.fromkeys([*self.settings.labels, *used]))

    def queue(self, keys: Iterable[str] | None = None) -> Iterator[Row]:
        """Yield the articles with what is remembered of them; nothing is read."""
        for key in self._paths if keys is None else keys:
            yield self._row(key)

    def stale(self, keys: Iterable[str] | None = None) -> tuple[str, ...]:
        """Return the keys whose progress is not known."""
        return tuple(row.key for row in self.queue(keys) if row.progress is None)

    def measure(self, key: str) -> Row:
        """Find out how far an article is reviewed; takes a reading where none is kept.

        Raises:
            DatelineError: if the article or the notes cannot be read.
        """
        row = self._row(key)
        if row.progress is None:
            self.remember(self.look(self.article(key)))
            row = self._row(key)
        return row

    def status(self, keys: Iterable[str] | None = None) -> Iterator[Row | DatelineError]:
        """Yield how far each article is reviewed; one that cannot be read comes as its error."""
        yield from self.passed_over
        for key in self._paths if keys is None else keys:
            try:
                yield self.measure(key)
            except DatelineError as error:
                yield error
        self._index.save()

    def remember(self, annotations: Annotations) -> None:
        """Note in the index how far an article is; call it when all is on disk."""
        if not annotations.complete:
            return
        article = annotations.article
        entry = Entry(
            *self._stamped(article.key, annotations),
            self.version,
            article.title,
            article.published,
            article.publisher,
            annotations.progress(),
            annotations.names(),
            annotations.tags(),
        )
        self._index.put(article.key, entry)
        if annotations.annotator == self.annotator:
            self.memory.learn(article.key, annotations.kept())

    def close(self) -> None:
        """Finish what is being saved, and write the index down."""
        self._writer.close()
        self._index.save()
        self.memory.save()

    def unchanged(self, key: str, since: Stamps) -> bool:
        """Return whether an article's files are as they were when they were stamped."""
        report, sidecar, notes = self._files(key)
        return (
            unchanged(report, since[0])
            and unchanged(sidecar, since[1])
            and unchanged(notes, since[2], plain=True)
        )

    def _row(self, key: str) -> Row:
        entry = self._index.get(key)
        if entry is None:
            return Row(key, key)
        fresh = self.unchanged(key, (entry.report, entry.sidecar, entry.notes))
        progress = entry.progress if fresh and entry.reader == self.version else None
        return Row(key, entry.title, entry.published, entry.publisher, progress)

    def _files(self, key: str) -> tuple[Path, Path, Path]:
        report = self._paths[key]
        return report, report.with_suffix(".toml"), self.notes_file(key)

    def stamps(self, key: str) -> Stamps:
        """Return the state of an article's files, to be taken before they are read."""
        report, sidecar, notes = self._files(key)
        return stamp(report), stamp(sidecar), stamp(notes, plain=True)

    def _stamped(self, key: str, annotations: Annotations) -> Stamps:
        """The files as they were when the article was read, notes that were written as written."""
        report, sidecar, notes = self._read_at.get(key) or self.stamps(key)
        if annotations.notes_file.read_only is None:
            notes = stamp(self.notes_file(key), plain=True)
            if not self._is_as_kept(annotations):  # another wrote since this one let go of it
                notes = NOWHERE
        return report, sidecar, notes

    def _is_as_kept(self, annotations: Annotations) -> bool:
        try:
            return len(self.kept(annotations.article.key).steps) == len(annotations.history())
        except StoreError:
            return False

    def _found(self, path: Path) -> dict[str, Path]:
        """The reports of a folder by key; beside one that is named, those next to it alone."""
        owner = owner_by_text(self._places, self._texts.converted)
        if not path.is_dir():
            return keys_of({path, *reports_in(self.folder)}, self.folder, owner)
        found = walk(self.folder)
        self.passed_over = tuple(error for error in found if isinstance(error, LoadError))
        reports = [report for report in found if isinstance(report, Path)]
        if not reports:
            raise self.passed_over[0]
        return keys_of(reports, self.folder, owner)

    def _follow(self) -> None:
        """Let notes follow reports that were renamed, and bring those home that are elsewhere."""
        for key in self._paths:
            self.notes_file(key)
        self.messages += bring_home(self._places, (self.annotator,))
        changed = [key for key in self._paths if self._is_another(key)]
        self.messages += follow(self._places, self._paths, changed, self._texts.converted)

    def _is_another(self, key: str) -> bool:
        """Whether a report's file is not one that was measured before."""
        entry = self._index.get(key)
        return entry is None or not unchanged(self._paths[key], entry.report)


def _check_reviewable(path: Path) -> None:
    """See that a report or folder is there, and no rows of reports."""
    if not path.exists():
        raise MissingReportError("no such file or folder", path, "check the name")
    if path.suffix.lower() == ".jsonl":
        what = "rows of reports are for `dateline extract`"
        raise LoadError(what, path, "save the reports as files to review them")


def _by_frequency(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(word for word, _ in Counter(words).most_common())


def _key_at(paths: dict[str, Path], path: Path) -> str:
    return next(key for key, found in paths.items() if found == path)
