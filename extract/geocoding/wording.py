"""What the words of a place, and those before it, tell of how wide it is and where it lies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.gazetteer import is_country, key_of, towns_named
from extract.lexicon import cached, name_words, table
from extract.lexicon.using import alternation
from extract.records import Span
from extract.vocabulary import Extent

_REACH = 80
"""Characters before a name in which "25 km (16 miles) to the east of the town of" stands."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as a report speaks of it."""

    name: str
    before: str = ""
    """The text before it, as far as it tells how far away it was: "25 km east of"."""
    around: tuple[str, ...] = ()
    """Names of what holds it, the most exact first: "Deraa province", "Syria"."""

    @classmethod
    def at(cls, text: str, span: Span, mentions: Sequence[tuple[Span, str]]) -> "PlaceName":
        """Return the place at some words of a text, given all places named there, in order.

        What stands behind a comma or "in" holds it: "Birmingham, Alabama".
        """
        around, end = [], span.end
        for other, name in mentions:
            if other.start >= end and _holding().fullmatch(text, end, other.start):
                around.append(name)
                end = other.end
        before = text[max(0, span.start - _REACH) : span.start]
        return cls(span.of(text), before, tuple(around))


@dataclass(frozen=True, slots=True)
class Offset:
    """So far, and in which direction, from a place."""

    kilometres: float
    bearing: float | None
    """Degrees from north, clockwise; none where no direction is told."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name without the nouns and directions around it, and what these tell."""

    core: str
    """Key of the name itself, with the directions that may belong to it: "north kivu"."""
    bare: str
    """Key without directions: "kivu"."""
    head: Extent | None
    """The extent that a noun tells: "province"; none where there is no such noun."""


def parsed(name: str) -> Parsed:
    """Return a name taken apart.

    >>> parsed("the eastern countryside of Homs")
    Parsed(core='homs', bare='homs', head=<Extent.AROUND: 'around'>)
    """
    key = key_of(name)
    if is_country(key):
        return Parsed(key, key, None)  # "Dominican Republic"
    words = key.split()
    head: Extent | None = None
    if "of" in words[1:-1] and words[words.index("of") - 1] in _nouns():
        at = words.index("of")
        head = _extents().get(words[at - 1])
        words = words[at + 1 :]
    while len(words) > 1 and words[-1] in _nouns():
        head = head or _extents().get(words[-1])
        words = words[:-1]
    if head is None and towns_named(key):
        words = key.split()  # "Mexico City"
    if len(words) > 1 and head is None and words[0] in _extents():
        head = _extents()[words[0]]  # "Lake Chad"
    bare = list(words)
    while len(bare) > 1 and bare[0] in name_words.directions():
        bare = bare[1:]
    return Parsed(" ".join(words), " ".join(bare), head)


def bare_name(name: str) -> str:
    """Return the name of a place as a coding sheet has it, without a common noun behind it; rivers,
    mountains and seas keep theirs.

    >>> bare_name("Macomia district"), bare_name("Baro river"), bare_name("the capital")
    ('Macomia', 'Baro river', 'the capital')
    """
    words, kept = name.split(), _landscapes()
    while len(words) > 1 and words[-1].islower() and words[-1] in _nouns() - kept:
        words = words[:-1]
    return name if " ".join(words).islower() else " ".join(words)


def is_near(before: str) -> bool:
    """Return whether the words before a place say that it was near it, not in it."""
    return _near().search(before[-_REACH:]) is not None or offset(before) is not None


def offset(before: str) -> Offset | None:
    """Return how far away from the place behind these words something was.

    >>> offset("killed some 25 km (16 miles) east of the town of ")
    Offset(kilometres=25.0, bearing=90.0)
    """
    found = _away().search(before[-_REACH:])
    if found is None:
        return None
    number = _value(found["number"])
    unit = _by_word("unit")[found["unit"].casefold()]
    told = " ".join((found["bearing"] or "").casefold().split())
    bearing = float(_by_word("bearing")[told]) if told else None
    return Offset(number * float(unit) / 1000, bearing)


def _value(number: str) -> float:
    words = table("numbers")["words"]
    return float(words[number.casefold()] if number.isalpha() else number.replace(",", ""))


def _by_word(section: str) -> dict[str, str]:
    return {word: key for key, words in table("geocoding")[section].items() for word in words}


@cached
def _extents() -> dict[str, Extent]:
    lists = table("geocoding")["extent"]
    return {word: Extent(kind) for kind, words in reversed(lists.items()) for word in words}


@cached
def _landscapes() -> frozenset[str]:
    lists = table("geocoding")["extent"]
    return frozenset({*lists["landscape"], *lists["water"]})


@cached
def _nouns() -> frozenset[str]:
    """Nouns around the name of a place that are no part of it."""
    return frozenset({*_extents(), *name_words.place_heads(), *name_words.place_parts()})


@cached
def _holding() -> re.Pattern[str]:
    """What may stand between a place and what holds it."""
    kind = alternation(table("geocoding")["kind"]["words"])
    return re.compile(rf",?\s(?:(?:in|of)\s)?(?:the\s)?(?:\w+ern\s)?(?:{kind}\s(?:of\s)?)?|,\s")


_LEADING = r"(?:\s+the)?(?:\s+{kind}(?:\s+of)?)?\s*$"


@cached
def _near() -> re.Pattern[str]:
    lists = table("geocoding")
    leading = _LEADING.format(kind=alternation(lists["kind"]["words"]))
    some = alternation([*lists["near"]["words"], *(f"{b} of" for b in _by_word("bearing"))])
    return re.compile(rf"\b{some}{leading}", re.IGNORECASE)


@cached
def _away() -> re.Pattern[str]:
    lists = table("geocoding")
    number = rf"(?P<number>\d[\d,]*(?:\.\d+)?|{alternation(table('numbers')['words'])})"
    unit = rf"(?P<unit>{alternation(_by_word('unit'))})"
    bearing = rf"(?:(?:to\s+)?(?:the\s+)?(?P<bearing>{alternation(_by_word('bearing'))})\s+)?"
    leading = _LEADING.format(kind=alternation(lists["kind"]["words"]))
    pattern = (
        rf"\b{number}[\s-]*{unit}\b(?:\s*\([^)]*\))?\s+(?:away\s+)?{bearing}(?:of|from){leading}"
    )
    return re.compile(pattern, re.IGNORECASE)
