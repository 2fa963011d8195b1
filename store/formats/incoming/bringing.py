"""A file of another program into a library: read whole, placed whole, then written."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.errors import DatelineError
from store.annotations import Annotations
from store.formats.incoming.brat import brat
from store.formats.incoming.doccano import doccano
from store.formats.incoming.finding import Finder
from store.formats.incoming.meaning import labels_of
from store.formats.incoming.meeting import Meeting, Outcome, Terms
from store.formats.incoming.placing import Placed, Placer
from store.formats.incoming.proposal import Incoming, UnreadableImportError
from store.formats.incoming.raw import data_of, shown
from store.formats.incoming.rows import prodigy
from store.formats.incoming.webanno import webanno
from store.library import Library

_READERS: dict[str, Callable[[bytes, str], Iterator[Incoming | UnreadableImportError]]] = {
    "webanno": webanno,
    "prodigy": prodigy,
    "doccano": doccano,
}


@dataclass(slots=True)
class Brought:
    """What an import came to."""

    new: int = 0
    changed: int = 0
    same: int = 0
    """Items that stood there already, as they are in the file."""
    reports: int = 0
    """Reports whose notes were changed."""
    told: list[str] = field(default_factory=list)
    """What is other than it stood, a line each."""
    left_out: Counter[str] = field(default_factory=Counter)
    """What the file has and nothing here can take, counted by what it is."""
    problems: list[DatelineError] = field(default_factory=list)
    """What could not be understood or written."""

    def add(self, outcome: Outcome) -> None:
        """Count what came in on one report."""
        self.new += outcome.new
        self.changed += outcome.changed
        self.same += outcome.same
        self.reports += bool(outcome.items)
        self.told += outcome.told


def bring(path: Path, form: str, library: Library, terms: Terms) -> Brought:
    """Take everything in a file that has its place in the library's reports into their notes.

    Raises:
        LoadError: if the file cannot be read.
    """
    brought = Brought()
    for key, found in _by_report(path, form, library, brought).items():
        try:
            _take_in(key, found, library, terms, brought)
        except DatelineError as error:
            brought.problems.append(error)
    return brought


def _by_report(
    path: Path, form: str, library: Library, brought: Brought
) -> dict[str, list[Incoming]]:
    finder = Finder(library)
    found: dict[str, list[Incoming]] = {}
    for incoming in _incoming(path, form):
        if isinstance(incoming, UnreadableImportError):
            brought.problems.append(incoming)
            continue
        brought.left_out += incoming.left_out
        article = finder.article(incoming)
        if article is not None:
            found.setdefault(article.key, []).append(incoming)
        else:
            brought.problems.append(_homeless(incoming))
    return found


def _homeless(incoming: Incoming) -> UnreadableImportError:
    called = f" called '{shown(incoming.key)}' or" if incoming.key else ""
    what = f"the library has no report{called} with its text"
    return UnreadableImportError(what, incoming.where, "add the report first")


def _incoming(path: Path, form: str) -> Iterator[Incoming | UnreadableImportError]:
    if form == "brat":
        return brat(path)
    return _READERS[form](data_of(path), str(path))


def _take_in(
    key: str, found: list[Incoming], library: Library, terms: Terms, brought: Brought
) -> None:
    reviewed = library.open_with_reading(key)
    try:
        brought.told += reviewed.notes_file.messages
        meeting = Meeting(reviewed, terms)
        for incoming in found:
            meeting.take(_placed(incoming, reviewed, brought))
        outcome = meeting.outcome
        reviewed.take_in(outcome.items.values(), remark=f"import {terms.form}")
    finally:
        reviewed.close()
    brought.problems += outcome.problems
    brought.add(outcome)


def _placed(incoming: Incoming, reviewed: Annotations, brought: Brought) -> list[Placed]:
    found = []
    for one in Placer(incoming, reviewed.article, labels_of(reviewed.items())).placed():
        if isinstance(one, UnreadableImportError):
            brought.problems.append(one)
        else:
            found.append(one)
    return found
