"""Events with the figures that belong to them, as the conflict codebooks count them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.records import Span
from store.items import Item, Kind
from store.references import span_of

KILLED = "killed"


@dataclass(frozen=True, slots=True)
class Incident:
    """One event and the figures that rest on it."""

    event: Item
    figures: tuple[Item, ...]

    def field(self, name: str) -> Any:
        """A value of the event."""
        return self.event.fields.get(name)

    @property
    def deaths(self) -> tuple[Item, ...]:
        """The figures that count people killed, subsets of others left out."""
        return tuple(
            figure
            for figure in self.figures
            if figure.fields.get("fate") == KILLED and not figure.fields.get("part_of")
        )


def incidents(items: Iterable[Item]) -> Iterator[Incident]:
    """The events among the items, each with its figures, in the order of the text."""
    items = tuple(items)
    owned: dict[Span, list[Item]] = {}
    for item in items:
        reference = item.fields.get("event") if item.kind is Kind.FIGURE else None
        place = span_of(reference) if reference else None
        if place is not None:
            owned.setdefault(place, []).append(item)
    for item in items:
        if item.kind is Kind.EVENT:
            figures = [figure for span in item.spans for figure in owned.get(span, ())]
            yield Incident(item, tuple(figures))


def names(references: Iterable[Mapping[str, Any]] | None) -> list[str]:
    """The names that references give, each once."""
    found = (" ".join(str(one.get("name") or "").split()) for one in references or ())
    return [name for name in dict.fromkeys(found) if name]


def name(reference: Mapping[str, Any] | None) -> str:
    """The name that a reference gives, or nothing."""
    return " ".join(str((reference or {}).get("name") or "").split())
