"""Sides, armed groups and the people of a conflict, where a report describes and does not name.

A description makes an entity where it is a party to the conflict: armed people, a side that
governs or stands against it. Those who bear no arms (residents, civilians, families) are parties
only in a report that has armed ones; elsewhere "residents" is a word and no name.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.gazetteer import countries_of_people, country_named
from extract.names import lists
from extract.names.nouns import first_modifier, is_plural, singular
from extract.names.view import View
from extract.syntax import Phrase

_CONFLICT_FROM = 1 / 150
"""Armed parties by description a word of text, from which on a report is on a conflict."""


@dataclass(frozen=True, slots=True)
class Side:
    """What a description says of a group: descriptions that say the same mean the same."""

    party: str
    """government, opposition, allied, other, or the noun for people who are no side."""
    kind: str
    """force, irregular, people or source."""
    countries: tuple[str, ...] = ()
    former: bool = False
    own: str = ""
    """Words that set it apart: the noun of a body such as "army", a loaded or unknown word."""


@dataclass(frozen=True, slots=True)
class Described:
    """A group by description: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    head: int
    side: Side


def described_groups(view: View) -> list[Described]:
    """The groups that a report describes, in order."""
    found = [group for phrase in view.nouns for group in _in_phrase(view, phrase)]
    armed = sum(group.side.kind in ("force", "irregular") for group in found)
    if armed > 1 and armed >= len(view) * _CONFLICT_FROM:
        return found
    return [group for group in found if _stands_alone(group.side)]


def _stands_alone(side: Side) -> bool:
    """Whether a group is a party even in a report that is on no conflict."""
    return side.kind == "irregular" or (side.kind == "force" and side.party != "other")


def _in_phrase(view: View, phrase: Phrase) -> Iterator[Described]:
    first = first_modifier(view, phrase)
    first = max(first, _after_compound(view, first, phrase.head))
    side = side_of(view, first, phrase.head)
    if side is not None:
        yield Described(first, phrase.head + 1, phrase.head, side)


def _after_compound(view: View, first: int, head: int) -> int:
    """Behind "Russian-backed" and the like: who stands behind a group is no part of its name."""
    for place in range(head - 1, first, -1):
        if view.words[place - 1] == "-" and view.low[place] in lists.backing_words():
            return place + 1
    return first


def side_of(view: View, first: int, head: int) -> Side | None:
    """What the words up to a head say of a group; none if they describe no group."""
    noun = view.low[head]
    base = singular(noun)
    modifiers = [view.low[place] for place in range(first, head)]
    former = any(word in lists.former_words() for word in modifiers)
    countries = _countries(view, first, head)
    party = _party(modifiers)
    if noun in lists.sides_alone():
        return Side(lists.sides_alone()[noun], _kind_alone(noun), countries, former)
    armed = lists.armed_heads().get(noun) or lists.armed_heads().get(base)
    if armed is not None:
        return _armed(noun, base, armed, party, countries, former)
    if base in lists.sided_heads() and (
        party in ("government", "opposition", "allied") or "armed" in modifiers
    ):
        return Side(party or "opposition", "irregular", countries, former)
    return _people(noun, base, countries, former)


def _armed(
    noun: str, base: str, armed: str, party: str, countries: tuple[str, ...], former: bool
) -> Side | None:
    if base in lists.loaded_words():
        return Side(party or "loaded", armed, countries, former, base) if is_plural(noun) else None
    if base in lists.fighting_bodies():
        return Side(party or "government", "force", countries, former, base)
    if not is_plural(noun) or (base == "force" and not party and not countries):
        return None
    if armed == "irregular" and party in ("government", "allied"):
        return Side("allied", "irregular", countries, former)
    if armed == "irregular":
        return Side(
            party or "opposition",
            armed,
            countries,
            former,
            "" if base in lists.opposed() or party else base,
        )
    return Side(party or "government", armed, countries, former)


def _people(noun: str, base: str, countries: tuple[str, ...], former: bool) -> Side | None:
    kind = lists.people_heads().get(noun) or lists.people_heads().get(base)
    if kind is None or kind == "any" or not (is_plural(noun) or kind == "crowd"):
        return None
    return Side(base, "source" if kind == "source" else "people", countries, former)


def _kind_alone(noun: str) -> str:
    return "force" if noun in ("regime", "junta") else "irregular"


def _party(modifiers: list[str]) -> str:
    found = {lists.sides()[word] for word in modifiers if word in lists.sides()}
    return next(
        (party for party in ("allied", "government", "opposition", "other") if party in found), ""
    )


def _countries(view: View, first: int, head: int) -> tuple[str, ...]:
    """Codes of the countries that the words before a head name."""
    codes: list[str] = []
    for place in range(first, head):
        word = view.words[place]
        named = country_named(word) if word[:1].isupper() else None
        codes += countries_of_people(word) or ((named,) if named else ())
    return tuple(dict.fromkeys(codes))
