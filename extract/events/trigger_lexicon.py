"""The trigger lexicon, compiled, and its triggers found among the tokens of a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extract.doc.morphology import all_noun_forms, noun_forms, verb_forms
from extract.doc.syntax import Sentence, Syntax
from extract.events.words import frames
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

ATTACK, SHELLING = "attack", "shelling"
"""The class of attacks by means that are not told, and of who is said to be behind them."""

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


_LONGEST_GAP = 3
"""Tokens that may stand between two words of a trigger."""
_BEFORE, _AFTER = 6, 9
"""Tokens before and behind a word among which one stands that it counts beside."""
_OF = frozenset({"of"})
"""What parts the head of a phrase from what stands behind it: "exchange of fire"."""
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS = frozenset({"NUM", "DET"})
_IN_NOUN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_BREAKS = frozenset({";", ":", ".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found, as token indices, end exclusive."""

    first: int
    last: int
    head: int
    """The verb, or the noun that carries the number."""
    category: Category
    verbal: bool
    weak: bool


def hits_in(syntax: Syntax, sentence: Sentence) -> list[Hit]:
    """Return the triggers of one sentence, in order, none inside another."""
    found: list[Hit] = []
    entries = triggers().entries
    token = sentence.first
    while token < sentence.last:
        hit = _hit_at(syntax, sentence, token) if syntax.lows[token] in entries else None
        if hit and hit.category.name != NEVER:
            found.append(hit)
        token = hit.last if hit else token + 1
    return found


def _hit_at(syntax: Syntax, sentence: Sentence, token: int) -> Hit | None:
    for entry in triggers().entries.get(syntax.lower(token), ()):
        last = _end_of(entry, syntax, token, sentence.last)
        if last is None:
            continue
        head = _head_of(entry, syntax, token, last)
        category = triggers().categories[entry.category]
        if category.name == NEVER:
            return Hit(token, last, head, category, entry.verbal, entry.weak)
        if _part_fits(entry, syntax, token, head) and _near(entry, syntax, sentence, head):
            return Hit(token, last, head, category, entry.verbal, entry.weak)
    return None


def _end_of(entry: Entry, syntax: Syntax, token: int, limit: int) -> int | None:
    """Index after the entry's last word, if its words stand at the token."""
    place = token
    gap = 0
    for words in entry.words:
        if words == {GAP}:
            gap = _LONGEST_GAP
            continue
        place_found = _first_of(words, syntax, place, min(place + gap + 1, limit))
        if place_found is None:
            return None
        place, gap = place_found + 1, 0
    return place


def _first_of(words: frozenset[str], syntax: Syntax, low: int, high: int) -> int | None:
    return next((place for place in range(low, high) if syntax.lower(place) in words), None)


def _head_of(entry: Entry, syntax: Syntax, token: int, last: int) -> int:
    """The verb or noun of a trigger's words: of "fatally shot" and "shots were fired" the last."""
    if entry.verbal:
        return token if syntax.pos[token] in _VERBAL else last - 1
    return token if _OF in entry.words else last - 1


def _part_fits(entry: Entry, syntax: Syntax, token: int, head: int) -> bool:
    if entry.verbal:
        return syntax.pos[head] in _VERBAL or _is_felling(syntax, token)
    if syntax.pos[head] not in _NOMINAL and not _stands_for_noun(syntax, head):
        return False
    return not _starts_compound(syntax, head)


def _is_felling(syntax: Syntax, token: int) -> bool:
    """Whether "shot" stands before "dead", where taggers may take it for a noun."""
    return token + 1 < len(syntax) and syntax.lower(token + 1) in frames().results


def _stands_for_noun(syntax: Syntax, head: int) -> bool:
    """Whether the tagger's adjective is a noun: "four dead", "the dead", "the shooting death"."""
    if syntax.pos[head] != "ADJ":
        return False
    if head + 1 < len(syntax) and syntax.lower(head + 1) in frames().compound:
        return syntax.lower(head).endswith("ing")
    if head == 0 or syntax.pos[head - 1] not in _BEFORE_NOUNS:
        return False
    return head + 1 == len(syntax) or syntax.pos[head + 1] not in _IN_NOUN_PHRASE


def _starts_compound(syntax: Syntax, head: int) -> bool:
    """Whether another noun follows, whose modifier this is: "attack helicopter".

    "The shooting victim" is one of the shooting.

    A plural modifies nothing: in "Heavy clashes grip the city" the tagger takes a verb for a noun.
    """
    phrase = syntax.phrase_at(head)
    if phrase is None or head >= phrase.head or syntax.pos[head + 1] not in _NOMINAL:
        return False
    if syntax.lower(phrase.head) in frames().compound:
        return False
    word = syntax.lower(head)
    return not word.endswith("s") or word.endswith("ss")


def _near(entry: Entry, syntax: Syntax, sentence: Sentence, head: int) -> bool:
    if entry.beside is None:
        return True
    after = range(head + 1, min(head + 1 + _AFTER, sentence.last))
    before = range(head - 1, max(head - 1 - _BEFORE, sentence.first - 1), -1)
    return _reaches(entry.beside, syntax, after) or _reaches(entry.beside, syntax, before)


def _reaches(words: frozenset[str], syntax: Syntax, places: range) -> bool:
    for place in places:
        word = syntax.lower(place)
        if word in words:
            return True
        if word in _BREAKS:
            return False
    return False
