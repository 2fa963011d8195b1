"""What the words of a description say of a group: its side, its kind, its country."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.gazetteer import countries_of_people, country_named
from extract.names import lists
from extract.names.nouns import is_plural, singular

_FORMERLY = "ex-"


@dataclass(frozen=True, slots=True)
class Side:
    """What a description says of a group: descriptions that say the same mean the same."""

    party: str
    """government, opposition, allied, other, loaded, or the noun for people who are no side."""
    kind: str
    """force, irregular, office, people or source."""
    countries: tuple[str, ...] = ()
    former: bool = False
    own: str = ""
    """Words that set it apart: the noun of a body such as "army", a loaded or unknown word."""


@dataclass(frozen=True, slots=True)
class _Modifiers:
    """What the words before a head say."""

    party: str
    countries: tuple[str, ...]
    former: bool
    armed: bool


def side_of(words: Sequence[str]) -> Side | None:
    """What the words of a description, its head last, say of a group; none if of no group."""
    noun = words[-1].lower()
    base = singular(noun)
    said = _modifiers(words[:-1])
    if noun in lists.sides_alone():
        kind = "irregular" if lists.sides_alone()[noun] == "opposition" else "force"
        return Side(lists.sides_alone()[noun], kind, said.countries, said.former)
    armed = lists.armed_heads().get(noun) or lists.armed_heads().get(base)
    if armed is not None:
        return _armed(noun, base, armed, said)
    if base in lists.sided_heads() and (said.armed or said.party in _SIDES):
        return Side(said.party or "opposition", "irregular", said.countries, said.former)
    if noun in lists.governing():
        return Side("government", "office", said.countries, said.former, base)
    return _people(noun, base, said)


_SIDES = frozenset({"government", "opposition", "allied"})


def _armed(noun: str, base: str, armed: str, said: _Modifiers) -> Side | None:
    if base in lists.fighting_bodies():
        return Side(said.party or "government", "force", said.countries, said.former, base)
    if not is_plural(noun) or (base == "force" and not said.party and not said.countries):
        return None
    if base in lists.loaded_words():
        return Side(said.party or "loaded", armed, said.countries, said.former, base)
    if armed == "irregular" and said.party in ("government", "allied"):
        return Side("allied", armed, said.countries, said.former)
    if armed == "irregular" or said.party == "opposition":
        own = "" if said.party or base in lists.opposed() else base
        return Side(said.party or "opposition", "irregular", said.countries, said.former, own)
    return Side(said.party or "government", armed, said.countries, said.former)


def _people(noun: str, base: str, said: _Modifiers) -> Side | None:
    kind = lists.people_heads().get(noun) or lists.people_heads().get(base)
    if kind is None or (kind == "any" and not said.countries):
        return None
    if not is_plural(noun) and kind not in ("crowd", "any"):
        return None
    return Side(base, "source" if kind == "source" else "people", said.countries, said.former)


def _modifiers(words: Sequence[str]) -> _Modifiers:
    lows = [word.lower() for word in words]
    bare = [low.removeprefix(_FORMERLY) for low in lows]
    found = {lists.sides()[word] for word in bare if word in lists.sides()}
    order = ("allied", "government", "opposition", "other")
    return _Modifiers(
        party=next((party for party in order if party in found), ""),
        countries=_countries(words),
        former=bare != lows or any(low in lists.former_words() for low in lows),
        armed="armed" in lows,
    )


def _countries(words: Sequence[str]) -> tuple[str, ...]:
    """Codes of the countries that the words name."""
    codes: list[str] = []
    for word in words:
        named = country_named(word) if word[:1].isupper() else None
        codes += countries_of_people(word) or ((named,) if named else ())
    return tuple(dict.fromkeys(codes))
