"""By what a suggestion is known again that is of no use: its word, its name, its kind."""

from collections.abc import Callable, Iterator, Mapping

from extract.vocabulary import Label
from store.items import Item, Kind
from store.library_tables import looked_up
from store.wording import counted

REJECTED = "rejected"
"""The answer in the table of that name that folds an item away."""


_MARKS = ("background", "aggregate")
_EVERY, _MARKED = "every ", "marked "


def is_broad(feature: str) -> bool:
    """Return whether a feature is a whole kind, for which more has to speak than for a word."""
    return feature.startswith((_EVERY, _MARKED))


def kind_of(feature: str) -> str:
    """Return the kind of item that has a feature: "incident" of "every incident: Riots"."""
    return feature.partition(": ")[0].removeprefix(_EVERY).removeprefix(_MARKED)


def is_of_every(feature: str) -> bool:
    """Return whether a feature is the one of its sort that each item of a kind has."""
    return feature.startswith(_EVERY)


def features(item: Item) -> Iterator[str]:
    """Yield what an item has in common with others that may be rejected like it, the narrowest
    first, in words as the file has them: "incident: march (Peaceful protest)", "every incident:
    Riots". Of an item that a person added there is nothing."""
    if item.suggestion is not None:
        yield from _OF_KIND.get(item.kind, _nothing)(item)


def type_of_words(item: Item) -> str:
    """Return the word of a suggested event with its type: "march (Peaceful protest)"."""
    fields = item.suggestion.fields if item.suggestion else item.fields
    quotes = item.suggestion.quotes if item.suggestion else item.quotes
    word = " ".join(quotes[0].exact.casefold().split())
    return f"{word} ({fields.get('subkind') or fields.get('kind')})"


def _of_happening(item: Item) -> Iterator[str]:
    fields = item.suggestion.fields if item.suggestion else {}
    # Rows without dead that are of no use say nothing of one in which people died.
    dead = ", with dead" if fields.get("killed_best") else ""
    yield f"{item.kind}: {type_of_words(item)}{dead}"
    for mark in _MARKS:
        if fields.get(mark):
            yield f"{_MARKED}{item.kind}: {mark}{dead}"
    yield f"{_EVERY}{item.kind}: {fields.get('subkind') or fields.get('kind')}{dead}"


def _of_name(item: Item) -> Iterator[str]:
    label = item.suggestion.fields.get("label") if item.suggestion else None
    if label != Label.DATE:
        yield f"name: {_name(item)}"
    yield f"{_EVERY}name: {label}"


def _of_figure(item: Item) -> Iterator[str]:
    fields = item.suggestion.fields if item.suggestion else {}
    if fields.get("counted"):
        yield f"figure: {looked_up(counted(fields))} ({fields.get('outcome')})"
    yield f"{_EVERY}figure: {fields.get('outcome')}"


def _of_source(item: Item) -> Iterator[str]:
    yield f"source: {_name(item)}"
    kind = item.suggestion.fields.get("kind") if item.suggestion else None
    yield f"{_EVERY}source: {kind}"


def _of_check(item: Item) -> Iterator[str]:
    kind = item.suggestion.fields.get("check") if item.suggestion else None
    yield f"{_EVERY}check: {kind}"


def _nothing(item: Item) -> Iterator[str]:
    return iter(())


def _name(item: Item) -> str:
    return looked_up(str(item.suggestion.fields.get("name")) if item.suggestion else "")


_OF_KIND: Mapping[Kind, Callable[[Item], Iterator[str]]] = {
    Kind.INCIDENT: _of_happening,
    Kind.EVENT: _of_happening,
    Kind.FIGURE: _of_figure,
    Kind.SOURCE: _of_source,
    Kind.ENTITY: _of_name,
    Kind.CHECK: _of_check,
}
