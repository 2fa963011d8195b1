"""Naming one record from another's fields: canonical name and offsets, plain JSON.

A reference is an object with `name` and, where the text has the words, `start` and `end`. Where it
names a date it also has `from`, `to` (ISO days or none) and `precision`.
"""

import sys
from collections.abc import Callable
from typing import Any, TypeGuard

from extract.records import Span, When

Reference = dict[str, Any]


def reference(name: str, span: Span | None = None) -> Reference:
    """Return a reference to what is called `name` and stands at `span`."""
    if span is None:
        return {"name": name}
    return {"name": sys.intern(name), "start": span.start, "end": span.end}


def date_reference(when: When) -> Reference:
    """Return a reference to a date expression, with the days it stands for."""
    return {
        **reference(when.words, when.span),
        "from": when.start.isoformat() if when.start else None,
        "to": when.end.isoformat() if when.end else None,
        "precision": when.precision.value,
    }


def is_reference(value: object) -> TypeGuard[Reference]:
    """Return whether a field's value names another record."""
    return isinstance(value, dict) and isinstance(value.get("name"), str)


def span_of(value: Reference) -> Span | None:
    """Return where a reference points; none if it has only a name."""
    start, end = value.get("start"), value.get("end")
    if isinstance(start, int) and isinstance(end, int):
        return Span(start, end)
    return None


def moved(value: Any, move: Callable[[Span], Span | None]) -> Any:
    """Return the value with every reference in it moved; one that finds no place keeps its name."""
    if isinstance(value, list):
        return [moved(part, move) for part in value]
    if isinstance(value, dict) and not is_reference(value):
        return {name: moved(part, move) for name, part in value.items()}
    if not is_reference(value):
        return value
    span = span_of(value)
    if span is None:
        return value
    rest = {name: part for name, part in value.items() if name not in ("start", "end")}
    place = move(span)
    return {**rest, "start": place.start, "end": place.end} if place else rest
