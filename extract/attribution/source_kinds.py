"""What kind of source a name stands for, from its head noun and the words around it."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from extract.doc.morphology import noun_forms
from extract.lexicon import cached, table
from extract.lexicon.tables import Words
from extract.records import Entity, Label

UNKNOWN = "unknown"
_BY_LABEL = {Label.GROUP: "party", Label.PLACE: "official"}
"""What an entity is whose words tell nothing: a side, or the government of a place."""


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: re.Pattern[str]
    heads: frozenset[str]


@cached
def _kinds() -> tuple[_Kind, ...]:
    lists = table("source_kinds")
    by_name = cast(Mapping[str, Words], lists)
    return tuple(_compiled(name, by_name[name]) for name in lists["order"])


def _compiled(name: str, lists: dict[str, list[str]]) -> _Kind:
    anywhere, first = _either(lists["words"]), _either(lists.get("title", []))
    pattern = rf"(?<!\w)(?:{anywhere})(?!\w)" + (rf"|^(?:{first})(?!\w)" if first else "")
    return _Kind(name, re.compile(pattern), frozenset(_forms(lists["head"])))


def _either(words: Iterable[str]) -> str:
    """A pattern for any form of any of the words, longest first."""
    return "|".join(re.escape(form) for form in sorted(_forms(words), key=len, reverse=True))


def _forms(words: Iterable[str]) -> set[str]:
    return {form for word in words for form in noun_forms(word)}


def kind_of(descriptions: Iterable[str], head: str, entity: Entity | None) -> str:
    """Return the kind of source that its descriptions, its head noun and its entity tell."""
    said = [words.lower() for words in descriptions]
    if entity is not None and entity.label is Label.MEDIA:
        return "media"
    for kind in _kinds():
        if head.lower() in kind.heads or any(kind.words.search(words) for words in said):
            return kind.name
    return _BY_LABEL.get(entity.label, UNKNOWN) if entity is not None else UNKNOWN
