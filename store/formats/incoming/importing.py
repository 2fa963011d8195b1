"""A file of another program into a library: read whole, placed whole, then written."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from extract.errors import DatelineError
from store.formats.incoming.finding import Finder
from store.formats.incoming.meaning import labels_of
from store.formats.incoming.merging import Merging, Outcome, Terms
from store.formats.incoming.placing import Placer
from store.formats.incoming.proposal import Incoming, UnreadableImportError
from store.formats.incoming.restoring import restore
from store.formats.incoming.values import shown
from store.library.library import Library

_Found = TypeVar("_Found")
_NOWHERE = "remarks on words that are no item"


@dataclass(slots=True)
class Brought:
    """What an import came to."""

    new: int = 0
    changed: int = 0
    same: int = 0
    """Items that stood there already, as they are in the file."""
    restored: int = 0
    """Items of notes that were put in place whole, or were there already."""
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


def bring(found: Iterable[Incoming | DatelineError], library: Library, terms: Terms) -> Brought:
    """Take all that has its place in the library's reports into their notes; return what came of
    it.

    Raises:
        LoadError: if the file that it comes from cannot be read.
    """
    brought = Brought()
    for key, there in _by_report(found, library, brought).items():
        for incoming in there:
            if incoming.notes is not None:
                _restore(key, incoming, library, terms, brought)
        try:
            _take_in(key, [one for one in there if one.notes is None], library, terms, brought)
        except DatelineError as error:
            brought.problems.append(error)
    return brought


def _by_report(
    found: Iterable[Incoming | DatelineError], library: Library, brought: Brought
) -> dict[str, list[Incoming]]:
    finder = Finder(library)
    by_key: dict[str, list[Incoming]] = {}
    for incoming in found:
        if isinstance(incoming, DatelineError):
            brought.problems.append(incoming)
            continue
        brought.left_out += incoming.left_out
        article = finder.article(incoming)
        if article is not None:
            by_key.setdefault(article.key, []).append(incoming)
        else:
            brought.problems.append(_homeless(incoming))
    return by_key


def _homeless(incoming: Incoming) -> UnreadableImportError:
    called = f" called '{shown(incoming.key)}' or" if incoming.key else ""
    what = f"the library has no report{called} with its text"
    then = "rename what is called so there" if incoming.notes else "add the report first"
    return UnreadableImportError(what, incoming.where, then)


def _restore(
    key: str, incoming: Incoming, library: Library, terms: Terms, brought: Brought
) -> None:
    try:
        brought.reports += restore(incoming, library, key, terms.decided_by)
        brought.restored += len(incoming.notes.kept.items) if incoming.notes else 0
    except DatelineError as error:
        brought.problems.append(error)


def _take_in(
    key: str, found: list[Incoming], library: Library, terms: Terms, brought: Brought
) -> None:
    if not found:
        return
    reviewed = library.open_with_reading(key)
    try:
        brought.told += reviewed.notes_file.messages
        merging = Merging(reviewed, terms)
        for incoming in found:
            placer = Placer(incoming, reviewed.article, labels_of(reviewed.items()))
            merging.take(list(_each(placer.placed(), brought)))
            for remark, span in _each(placer.remarks(), brought):
                if not merging.mark(remark, span):
                    brought.left_out[_NOWHERE] += 1
        outcome = merging.outcome
        reviewed.take_in(outcome.items.values(), remark=f"import {terms.form}")
    finally:
        reviewed.close()
    brought.problems += outcome.problems
    brought.add(outcome)


def _each(found: Iterable[_Found | UnreadableImportError], brought: Brought) -> Iterator[_Found]:
    """What has its place; what has none is a problem."""
    for one in found:
        if isinstance(one, UnreadableImportError):
            brought.problems.append(one)
        else:
            yield one
