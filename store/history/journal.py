"""Every change, with who and when, and what is needed to take it back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from store.items import Fields

ARTICLE = "article"
"""Stands for the article itself where a change names an item."""

_MISSING = object()
_T = TypeVar("_T")


class Verb(StrEnum):
    """What a step did."""

    DECIDE = "decide"
    CORRECT = "correct"
    ADD = "add"
    DELETE = "delete"
    NOTE = "note"
    TAG = "tag"
    FLAG = "flag"
    READ = "read"
    CONFIRM = "confirm"
    """A person said where moved words stand now."""
    IMPORT = "import"
    UNDO = "undo"
    REDO = "redo"
    MOVE = "move"
    """The report's text changed and items followed their words; cannot be undone."""


@dataclass(frozen=True, slots=True)
class Change:
    """What became of one item, or of the article."""

    id: str
    was: Fields | None
    """The values that changed, as they were; none where there was no item."""
    now: Fields | None
    """The same, as they are now; none where the item is gone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One act of a person: it is undone as a whole."""

    number: int
    verb: Verb
    by: str
    at: datetime
    changes: tuple[Change, ...]
    of: int | None = None
    """For an undo or redo, the number of the step it is about."""
    remark: str = ""

    @property
    def ids(self) -> tuple[str, ...]:
        """What it changed: ids of items, or `ARTICLE`."""
        return tuple(change.id for change in self.changes)


def plain(record: Any) -> dict[str, Any]:
    """Return a record as it is written down."""
    values: dict[str, Any] = msgspec.to_builtins(record)
    return values


def difference(ident: str, before: Any, after: Any) -> Change:
    """Return the change from one record to another of the same type; either may be none."""
    if before is None or after is None:
        return Change(ident, before and plain(before), after and plain(after))
    old, new = plain(before), plain(after)
    changed = [name for name in new if old.get(name, _MISSING) != new[name]]
    return Change(ident, {n: old[n] for n in changed}, {n: new[n] for n in changed})


def changed(record: _T | None, values: Fields | None, kind: type[_T]) -> _T | None:
    """Return the record with the values written over it; none for no values.

    Raises:
        ValueError: if the values are not those of such a record.
    """
    if values is None:
        return None
    return msgspec.convert({**(plain(record) if record else {}), **values}, kind)


class Journal:
    """The steps of one file, and which of them can be undone and redone."""

    def __init__(self, steps: Iterable[Step] = ()) -> None:
        self._steps: dict[int, Step] = {}
        self._undo: list[int] = []
        self._redo: list[int] = []
        self.next_number = 1
        """What the next step is to have."""
        for step in steps:
            self.add(step)

    def __contains__(self, step: Step) -> bool:
        return step.number in self._steps

    @property
    def steps(self) -> tuple[Step, ...]:
        """All steps, oldest first."""
        return tuple(self._steps.values())

    @property
    def next_undo(self) -> Step | None:
        """The step that an undo would take back."""
        return self._steps[self._undo[-1]] if self._undo else None

    @property
    def next_redo(self) -> Step | None:
        """The step that a redo would do again."""
        return self._steps[self._redo[-1]] if self._redo else None

    def add(self, step: Step) -> None:
        """Take in the next step."""
        self._steps[step.number] = step
        self.next_number = max(self.next_number, step.number + 1)
        if step.verb is Verb.UNDO:
            _shift(self._undo, self._redo, step.of)
        elif step.verb is Verb.REDO:
            _shift(self._redo, self._undo, step.of)
        elif step.verb is Verb.MOVE:
            self._undo.clear()
            self._redo.clear()
        else:
            self._redo.clear()
            self._undo.append(step.number)


def _shift(source: list[int], target: list[int], number: int | None) -> None:
    if source and source[-1] == number:
        target.append(source.pop())
