"""What the words of a description say of a group: its side, its kind, its country."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.gazetteer import countries_of_people, country_named
from extract.names import groupwords
from extract.names.nouns import is_plural, singular

_FORMERLY = "ex-"


@dataclass(frozen=True, slots=True)
class Side:
    """What a description says of a group: descriptions that say the same mean the same."""

    party: str
    """government, opposition, allied, other, loaded, the noun for people who are no side, or ""."""
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

    @property
    def tells(self) -> bool:
        """Whether they tell whose people are meant."""
        return bool(self.party or self.countries)

    def side(self, party: str, kind: str, own: str = "") -> Side:
        """The side of a party and kind, with what the modifiers add."""
        return Side(party, kind, self.countries, self.former, own)


def side_of(words: Sequence[str]) -> Side | None:
    """What the words of a description, its head last, say of a group; none if of no group."""
    noun = words[-1].lower()
    base = singular(noun)
    said = _modifiers(words[:-1])
    alone = groupwords.sides_alone().get(noun)
    if alone is not None:
        return said.side(alone, "irregular" if alone == "opposition" else "force")
    armed = groupwords.armed_heads().get(noun) or groupwords.armed_heads().get(base)
    if armed is not None:
        return _armed(noun, base, armed, said)
    if base in groupwords.sided_heads() and (said.armed or said.party in _SIDES):
        return said.side(said.party or "opposition", "irregular")
    if noun in groupwords.governing():
        return said.side("government", "office", base)
    return _people(noun, base, said)


_SIDES = frozenset({"government", "opposition", "allied"})


def _armed(noun: str, base: str, armed: str, said: _Modifiers) -> Side | None:
    """What a noun for armed people says; a single soldier is no group."""
    if base in groupwords.fighting_bodies():
        return said.side(said.party or "government", "force", base)
    if not is_plural(noun) or (base == "force" and not said.tells):
        return None
    if base in groupwords.loaded_words():
        return said.side(said.party or "loaded", armed, base)
    if armed == "irregular" or said.party == "opposition":
        return _irregular(base, said)
    # troops of no named side are not the government's: a report on two armies has both
    return said.side(said.party, armed, "" if said.tells else base)


def _irregular(base: str, said: _Modifiers) -> Side:
    """Fighters who are no army: of the government's side only where that is said."""
    if said.party in ("government", "allied"):
        return said.side("allied", "irregular")
    known = bool(said.party) or base in groupwords.opposed()
    return said.side(said.party or "opposition", "irregular", "" if known else base)


def _people(noun: str, base: str, said: _Modifiers) -> Side | None:
    kind = groupwords.people_heads().get(noun) or groupwords.people_heads().get(base)
    if kind is None or (kind == "any" and not said.countries):
        return None
    if not is_plural(noun) and kind not in ("crowd", "any"):
        return None
    return said.side(base, "source" if kind == "source" else "people")


def _modifiers(words: Sequence[str]) -> _Modifiers:
    lows = [word.lower() for word in words]
    bare = [low.removeprefix(_FORMERLY) for low in lows]
    found = {groupwords.sides()[word] for word in bare if word in groupwords.sides()}
    order = ("allied", "government", "opposition", "other")
    return _Modifiers(
        party=next((party for party in order if party in found), ""),
        countries=_countries(words),
        former=bare != lows or any(low in groupwords.former_words() for low in lows),
        armed="armed" in lows,
    )


def _countries(words: Sequence[str]) -> tuple[str, ...]:
    """Codes of the countries that the words name."""
    codes: list[str] = []
    for word in words:
        named = country_named(word) if word[:1].isupper() else None
        codes += countries_of_people(word) or ((named,) if named else ())
    return tuple(dict.fromkeys(codes))
