"""Every change, with who and when, and what is needed to take it back."""

from collections.abc import Iterable
from dataclasses import dataclass, field
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


@dataclass(slots=True)
class Stacks:
    """Which steps can be undone and redone, oldest first."""

    undo: list[int] = field(default_factory=list)
    redo: list[int] = field(default_factory=list)

    def take(self, step: Step) -> None:
        """Follow one step of the journal."""
        if step.verb is Verb.UNDO:
            _shift(self.undo, self.redo, step.of)
        elif step.verb is Verb.REDO:
            _shift(self.redo, self.undo, step.of)
        elif step.verb is Verb.MOVE:
            self.undo.clear()
            self.redo.clear()
        else:
            self.redo.clear()
            self.undo.append(step.number)


def _shift(source: list[int], target: list[int], number: int | None) -> None:
    if source and source[-1] == number:
        target.append(source.pop())


def stacks(steps: Iterable[Step]) -> Stacks:
    """Return the stacks that a whole journal leads to."""
    both = Stacks()
    for step in steps:
        both.take(step)
    return both
