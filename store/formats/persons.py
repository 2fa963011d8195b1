"""Persons over the reports of one incident: who is named once is the same in all of them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.entities import are_variants, words_of
from store.formats.document import Document
from store.items import Item
from store.kinds.victim import OUTCOMES

Part = tuple[Document, Item]
"""A victim as one report tells of it."""
_FACTS = ("age", "sex", "role")


@dataclass(slots=True)
class Person:
    """One person, with the records of all reports that tell of the person."""

    parts: list[Part] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The fullest name; empty where no report gives one."""
        return max((str(item.fields.get("name") or "") for _, item in self.parts), key=len)

    @property
    def outcome(self) -> str:
        """The worst that is told of the person."""
        told = [str(item.fields.get("outcome") or "") for _, item in self.parts]
        return min(told, key=lambda one: [*OUTCOMES, one].index(one))

    def value(self, fact: str) -> object:
        """Return the first value of a fact that a report tells; none where none does."""
        values = (item.fields.get(fact) for _, item in self.parts)
        return next((value for value in values if value is not None), None)

    def is_same(self, document: Document, item: Item) -> bool:
        """Return whether a record is of this person: by name, whatever else is told; without one
        by the same age or role in another report, where nothing speaks against it.
        """
        own, other = self.name, str(item.fields.get("name") or "")
        if own and other:
            return _are_one(own, other)
        if any(one.article.key == document.article.key for one, _ in self.parts):
            return False
        pairs = [(self.value(fact), item.fields.get(fact)) for fact in _FACTS]
        known = [(one, two) for one, two in pairs if one is not None and two is not None]
        shared = any(self.value(fact) == item.fields.get(fact) != None for fact in ("age", "role"))  # noqa: E711
        return shared and all(one == two for one, two in known)


def persons(parts: Iterable[Part]) -> list[Person]:
    """Return the persons of one incident, in the order in which they are told; names go first, so
    that who is described alone finds the name.
    """
    found: list[Person] = []
    ordered = list(parts)
    places = {item.id: number for number, (_, item) in enumerate(ordered)}
    for document, item in sorted(ordered, key=lambda one: not one[1].fields.get("name")):
        same = next((one for one in found if one.is_same(document, item)), None)
        if same is None:
            found.append(Person([(document, item)]))
        else:
            same.parts.append((document, item))
    return sorted(found, key=lambda one: min(places[item.id] for _, item in one.parts))


def _are_one(one: str, other: str) -> bool:
    """Whether two names may be one person's: spelled alike, or one is a part of the other."""
    if one.casefold() == other.casefold() or are_variants(one, other):
        return True
    short, long = sorted((words_of(one), words_of(other)), key=len)
    return bool(short) and _is_part(short, long)


def _is_part(short: Sequence[str], long: Sequence[str]) -> bool:
    return len(short) < len(long) and tuple(long[-len(short) :]) == tuple(short)
