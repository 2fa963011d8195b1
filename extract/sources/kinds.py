"""What kind of source a name stands for, from its head noun and the words around it."""

import re
from dataclasses import dataclass

from extract.events.forms import noun_forms
from extract.lexicon import cached, table
from extract.records import Entity, Label

UNKNOWN = "unknown"
_BY_LABEL = {Label.MEDIA: "media", Label.GROUP: "party"}


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    words: re.Pattern[str]
    heads: frozenset[str]


@cached
def _kinds() -> tuple[_Kind, ...]:
    lists = table("source_kinds")
    return tuple(_compiled(name, lists[name]) for name in lists["order"])


def _compiled(name: str, lists: dict[str, list[str]]) -> _Kind:
    forms = sorted({form for word in lists["words"] for form in noun_forms(word)}, key=len)
    pattern = "|".join(re.escape(form) for form in reversed(forms))
    heads = frozenset(form for word in lists["head"] for form in noun_forms(word))
    return _Kind(name, re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), heads)


def kind_of(description: str, head: str, entity: Entity | None) -> str:
    """The kind of source that the words, and the entity they stand for, name."""
    words = description.lower()
    if entity is not None and entity.label is Label.MEDIA and "state" not in words:
        return "media"
    for kind in _kinds():
        if head.lower() in kind.heads or kind.words.search(words):
            return kind.name
    return _BY_LABEL.get(entity.label, UNKNOWN) if entity else UNKNOWN
