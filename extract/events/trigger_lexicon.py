"""The trigger lexicon, compiled: which words state an event, and of which class."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.doc.morphology import all_noun_forms, noun_forms, verb_forms
from extract.lexicon import LexiconError, cached, table, tables
from extract.vocabulary import SUB_TYPES, EventType

GAP = "~"
"""Stands in a phrase where up to three other words may stand."""

GENERAL = "general"
"""The class of predicates that belong to none of the lexicon's."""

ACCIDENT = "accident"
"""The class of harm that came of accidents or nature."""

DISASTER = "disaster"
ACCIDENTS = frozenset({ACCIDENT, DISASTER})
"""That class, and the one of what brought such harm about."""

POINTER = "pointer"
"""The class of nouns that only point back to what was reported before: "the incident"."""

NEVER = "never"
"""The class of phrases that look like triggers and state no event: "heart attack"."""

OTHER = EventType.OTHER
"""The kind of events of that class."""


@dataclass(frozen=True, slots=True)
class Category:
    """What a class of triggers stands for, in the coding schemes."""

    name: str
    kind: str
    subkind: str | None = None
    plover: str = ""
    cameo: str = ""
    mode: str | None = None
    incident: str | None = None
    """The word for an attack on people or property: bombing, kidnapping, ...; none for the rest."""
    reciprocal: bool = False
    """Both sides are actors: "rebels clashed with the army"."""
    of_target: bool = False
    """Its nouns have their target behind "of", not their actor: "the killing of"."""
    possessor_target: bool = False
    """The possessor of its nouns undergoes it: "the senator's murder"."""
    people: bool = False
    """It affects people, never places."""
    sited: bool = False
    """It hits the site that it is put at: "placed a bomb in the offices"."""
    consequence: bool = False
    """Harm that is one event with what brought it about: "a bomb killed three"."""
    disarms: bool = False
    """It affects weapons: "seized six rifles"."""
    cause: bool = False
    """It may bring harm about."""
    on_civilians: str | None = None
    """The sub-type of it where its target bears no arms; a battle where it does."""
    territorial: bool = False
    """Its sub-type turns on who it is that takes a place."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One trigger: its words and what must hold for it to count."""

    category: str
    words: tuple[frozenset[str], ...]
    """The forms that may stand at each place; a `GAP` set lets words through."""
    verbal: bool
    weak: bool = False
    """Counts only in a report on conflict."""
    beside: frozenset[str] | None = None
    """One of these must stand near it in its clause."""


@dataclass(frozen=True, slots=True)
class Triggers:
    """The lexicon as the matcher uses it."""

    categories: dict[str, Category]
    entries: dict[str, tuple[Entry, ...]]
    """By every form of the first word; longest entries first."""


@cached
def triggers() -> Triggers:
    """Return the compiled lexicon, the user's entries included.

    Raises:
        LexiconError: if an entry has a class or a set of words that is not there.
    """
    lists = table("triggers")
    categories = {name: _category(name, fields) for name, fields in lists["class"].items()}
    categories |= {name: Category(name, kind=OTHER) for name in (NEVER, GENERAL)}
    index: dict[str, list[Entry]] = {}
    for entry in _entries(lists):
        if entry.category not in categories:
            raise _unknown(f"class.{entry.category}")
        for form in entry.words[0]:
            index.setdefault(form, []).append(entry)
    ordered = {form: tuple(sorted(found, key=_rank)) for form, found in index.items()}
    return Triggers(categories, ordered)


@cached
def harmful() -> frozenset[str]:
    """Return all forms of the single verbs of the lexicon that report harm
    to somebody or something."""
    found = triggers().entries.items()
    return frozenset(form for form, entries in found if any(map(_is_harm, entries)))


def _is_harm(entry: Entry) -> bool:
    category = triggers().categories[entry.category]
    return entry.verbal and len(entry.words) == 1 and category.consequence


def _rank(entry: Entry) -> tuple[int, bool, bool, bool]:
    """Longer before shorter, bare of a gap, with context, strong: these first."""
    return -len(entry.words), {GAP} in entry.words, entry.beside is None, entry.weak


def _category(name: str, fields: dict[str, Any]) -> Category:
    try:
        found = Category(name=name, **fields)
    except TypeError as error:
        raise LexiconError(f"class.{name} is not understood ({error})", "triggers.toml") from None
    if found.kind not in SUB_TYPES or not (
        found.subkind is None or found.subkind in SUB_TYPES[EventType(found.kind)]
    ):
        what = f"class.{name} is of no event type ({found.kind}, {found.subkind})"
        raise LexiconError(what, "triggers.toml", "see extract/vocabulary.py for those there are")
    return found


def _unknown(name: str) -> LexiconError:
    return LexiconError(f"there is no {name}", "triggers.toml", "add it, or mend the entry")


def _entries(lists: tables.Triggers) -> Iterator[Entry]:
    for by_category, verbal, weak in (
        (lists["verb"], True, False),
        (lists["noun"], False, False),
        (lists["weak_verb"], True, True),
        (lists["weak_noun"], False, True),
        (lists["phrase"], True, False),
    ):
        for category, bases in by_category.items():
            for base in bases:
                yield from _plain_entries(category, base, verbal, weak)
    for base in lists["never"]["phrases"]:
        yield from _plain_entries(NEVER, base, False, False)
    for base in lists["never"]["verbs"]:
        yield from _plain_entries(NEVER, base, True, False)
    for category, pairs in lists["beside"].items():
        for pair in pairs:
            weak = category in lists["weak_beside"]["classes"]
            yield from _entries_beside(category, pair, lists["set"], weak)


def _plain_entries(category: str, base: str, verbal: bool, weak: bool) -> Iterator[Entry]:
    for words in _split(base):
        yield Entry(category, _forms(words, verbal), verbal, weak)


def _entries_beside(
    category: str, pair: str, sets: dict[str, list[str]], weak: bool
) -> Iterator[Entry]:
    base, _, name = pair.partition(" + ")
    if name not in sets:
        raise _unknown(f"set.{name}")
    near = all_noun_forms(sets[name])
    for verbal in (True, False):
        yield Entry(category, _forms(tuple(base.split()), verbal), verbal, weak, near)


def _split(base: str) -> Iterator[tuple[str, ...]]:
    """The words of an entry; a hyphen may be a token of its own or not."""
    yield tuple(base.split())
    if "-" in base:
        yield tuple(re.findall(r"[^\s-]+|-", base))


def _forms(words: tuple[str, ...], verbal: bool) -> tuple[frozenset[str], ...]:
    inflected = 0 if verbal or "of" in words else len(words) - 1
    inflect = verb_forms if verbal else noun_forms
    return tuple(
        inflect(word) if place == inflected else frozenset({word})
        for place, word in enumerate(words)
    )
