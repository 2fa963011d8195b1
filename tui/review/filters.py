"""What a list can be narrowed to: by state, by what a person left on items, by source, by kind."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from store.items import Item, Standing, State
from tui.kinds import view
from tui.kinds.rows import source_name

NO_SOURCE = "no source"


@dataclass(frozen=True, slots=True)
class Filter:
    """A part of a list, with words for it."""

    id: str
    words: str
    keeps: Callable[[Item], bool]
    group: str = "state"
    """What it goes by."""


_BY_STATE = (
    Filter("undecided", "undecided", lambda item: item.state is State.UNDECIDED),
    Filter("skipped", "skipped", lambda item: item.state is State.SKIPPED),
    Filter("accepted", "accepted", lambda item: item.state is State.ACCEPTED),
    Filter("corrected", "corrected", lambda item: item.state is State.CORRECTED),
    Filter("added", "added by hand", lambda item: item.state is State.ADDED),
    Filter("rejected", "rejected", lambda item: item.state is State.REJECTED),
    Filter("noted", "with a note", lambda item: bool(item.note)),
    Filter("flagged", "flagged", lambda item: item.flag),
    Filter("moved", "to be looked over", lambda item: item.standing is not Standing.FIRM),
    Filter("probable", "with a probable join", lambda item: any(_probable(item))),
)


def filters(items: Iterable[Item]) -> list[tuple[Filter, int]]:
    """Return the filters that keep some of the items, with how many."""
    there = list(items)
    made = [*_BY_STATE, *_by("tag", there, _tags)]
    made += [*_by("source", there, _sources), *_by("kind", there, _kinds)]
    counted = ((one, sum(map(one.keeps, there))) for one in made)
    return [(one, number) for one, number in counted if number]


def _by(
    what: str, items: Iterable[Item], values: Callable[[Item], Iterable[str]]
) -> Iterator[Filter]:
    """A filter for each value, the most frequent first."""
    found = Counter(value for item in items for value in values(item))
    for value, _ in found.most_common():
        yield Filter(
            f"{what}:{value}",
            f"{what} {value}",
            lambda item, value=value: value in values(item),  # type: ignore[misc]
            what,
        )


def _sources(item: Item) -> tuple[str, ...]:
    return (source_name(item) or NO_SOURCE,) if view(item.kind).by_source else ()


def _kinds(item: Item) -> tuple[str, ...]:
    found = (item.fields.get(name) for name in view(item.kind).filter_fields)
    return tuple(str(value) for value in found if value)


def _tags(item: Item) -> tuple[str, ...]:
    return item.tags


def _probable(item: Item) -> list[bool]:
    found = item.fields.get("probable")
    return found if isinstance(found, list) else []
