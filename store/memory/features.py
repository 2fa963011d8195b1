"""By what a suggestion is known again that is of no use: its word, its name, its kind."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from extract.vocabulary import Label
from store.items import Item, Kind
from store.library_tables import looked_up
from store.wording import counted

REJECTED = "rejected"
"""The answer in the table of that name that folds an item away."""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing by which items are alike."""

    of: str
    """In words, as the file has it: "incident: march (Peaceful protest)"."""
    broad: bool = False
    """Whether it is a whole kind, for which more has to speak than for a word."""


def features(item: Item) -> Iterator[Feature]:
    """Yield what an item has in common with others that may be rejected like it; the narrowest
    first. Of an item that a person added there is nothing."""
    if item.suggestion is not None:
        yield from _OF_KIND.get(item.kind, _nothing)(item)


def type_of_words(item: Item) -> str:
    """Return the word of a suggested event with its type: "march (Peaceful protest)"."""
    fields = item.suggestion.fields if item.suggestion else item.fields
    quotes = item.suggestion.quotes if item.suggestion else item.quotes
    word = " ".join(quotes[0].exact.casefold().split())
    return f"{word} ({fields.get('subkind') or fields.get('kind')})"


def _of_happening(item: Item) -> Iterator[Feature]:
    fields = item.suggestion.fields if item.suggestion else {}
    yield Feature(f"{item.kind}: {type_of_words(item)}")
    for mark in ("background", "aggregate"):
        if fields.get(mark):
            yield Feature(f"{item.kind}: {mark}", broad=True)
    yield Feature(f"{item.kind}: all {fields.get('subkind') or fields.get('kind')}", broad=True)


def _of_name(item: Item) -> Iterator[Feature]:
    label = item.suggestion.fields.get("label") if item.suggestion else None
    if label != Label.DATE:
        yield Feature(f"name: {_name(item)}")
    yield Feature(f"name: all {label}", broad=True)


def _of_figure(item: Item) -> Iterator[Feature]:
    fields = item.suggestion.fields if item.suggestion else {}
    if fields.get("counted"):
        yield Feature(f"figure: {looked_up(counted(fields))} ({fields.get('outcome')})")
    yield Feature(f"figure: all {fields.get('outcome')}", broad=True)


def _of_source(item: Item) -> Iterator[Feature]:
    yield Feature(f"source: {_name(item)}")
    kind = item.suggestion.fields.get("kind") if item.suggestion else None
    yield Feature(f"source: all {kind}", broad=True)


def _of_check(item: Item) -> Iterator[Feature]:
    kind = item.suggestion.fields.get("check") if item.suggestion else None
    yield Feature(f"check: all {kind}", broad=True)


def _nothing(item: Item) -> Iterator[Feature]:
    return iter(())


def _name(item: Item) -> str:
    return looked_up(str(item.suggestion.fields.get("name")) if item.suggestion else "")


_OF_KIND: Mapping[Kind, Callable[[Item], Iterator[Feature]]] = {
    Kind.INCIDENT: _of_happening,
    Kind.EVENT: _of_happening,
    Kind.FIGURE: _of_figure,
    Kind.SOURCE: _of_source,
    Kind.ENTITY: _of_name,
    Kind.CHECK: _of_check,
}
