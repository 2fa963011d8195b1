"""What the words of a description say of a group: its side, its kind, its country.

The one place that tells whose people are meant: which entities are one turns on it, who is behind
"a rebel attack", who regains territory, and which side a check names. Who bears arms: `arms`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.doc.morphology import is_plural, singular
from extract.entities.arms import bears_arms, forms_of, words_in
from extract.gazetteer import countries_of_people, country_named
from extract.lexicon import cached, group_words, table
from extract.records import Entity

_FORMERLY = "ex-"
PARTIES = frozenset({"government", "opposition", "allied", "other"})
"""The parties of descriptions that are sides of a conflict."""


@dataclass(frozen=True, slots=True)
class Side:
    """What a description says of a group: descriptions that say the same mean the same."""

    party: str
    """government, opposition, allied, other, loaded, the noun for people who are no side, or ""."""
    kind: str
    """force, irregular, civil, office, people or source."""
    countries: tuple[str, ...] = ()
    former: bool = False
    own: str = ""
    """Words that set it apart: a collective noun such as "army", a loaded or unknown word."""


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
        """Return the side of a party and kind, with what the modifiers add."""
        return Side(party, kind, self.countries, self.former, own)


def side_of(words: Sequence[str]) -> Side | None:
    """Return what the words of a description, its head last, say of a group, if of one."""
    noun = words[-1].lower()
    base = singular(noun)
    said = _modifiers(words[:-1])
    alone = group_words.sides_alone().get(noun)
    if alone is not None:
        return said.side(alone, "irregular" if alone == "opposition" else "force")
    armed = group_words.armed_heads().get(noun) or group_words.armed_heads().get(base)
    if armed is not None:
        return _armed(noun, base, armed, said)
    if base in group_words.civil_heads() and said.party in _SIDES:
        return _civil(words, said)
    if base in group_words.sided_heads() and (said.armed or said.party in _SIDES):
        return said.side(said.party or "opposition", "irregular")
    if noun in group_words.governing():
        return said.side("government", "office", base)
    return _people(noun, base, said)


_SIDES = frozenset({"government", "opposition", "allied"})


def _armed(noun: str, base: str, armed: str, said: _Modifiers) -> Side | None:
    """What a noun for armed people says; a single soldier is no group."""
    if base in group_words.armed_organisations():
        return said.side(said.party or "government", "force", base)
    if not is_plural(noun) or (base == "force" and not said.tells):
        return None
    if base in group_words.loaded_words():
        return said.side(said.party or "loaded", armed, base)
    if armed == "irregular" or said.party == "opposition":
        return _irregular(base, said)
    # troops of no named side are not the government's: a report on two armies has both
    return said.side(said.party, armed, "" if said.tells else base)


def _civil(words: Sequence[str], said: _Modifiers) -> Side:
    """People of a side who may bear no arms: its officials, negotiators, supporters."""
    armed = bears_arms(" ".join(words))
    return said.side(said.party, "irregular" if armed else "civil")


def _irregular(base: str, said: _Modifiers) -> Side:
    """Fighters who are no army: of the government's side only where that is said."""
    if said.party in ("government", "allied"):
        return said.side("allied", "irregular")
    if said.party or base in group_words.opposed():
        return said.side(said.party or "opposition", "irregular")
    return said.side("", "irregular", base)  # gunmen and militias may be anybody's


def _people(noun: str, base: str, said: _Modifiers) -> Side | None:
    kind = group_words.people_heads().get(noun) or group_words.people_heads().get(base)
    if kind is None or (kind == "any" and not said.countries):
        return None
    if not is_plural(noun) and kind not in ("crowd", "any"):
        return None
    return said.side(base, "source" if kind == "source" else "people")


def _modifiers(words: Sequence[str]) -> _Modifiers:
    lows = [word.lower() for word in words]
    bare = [low.removeprefix(_FORMERLY) for low in lows]
    found = {group_words.sides()[word] for word in bare if word in group_words.sides()}
    order = ("allied", "government", "opposition", "other")
    return _Modifiers(
        party=next((party for party in order if party in found), ""),
        countries=_countries(words),
        former=bare != lows or any(low in group_words.former_words() for low in lows),
        armed="armed" in lows,
    )


def _countries(words: Sequence[str]) -> tuple[str, ...]:
    """Return codes of the countries that the words name."""
    codes: list[str] = []
    for word in words:
        named = country_named(word) if word[:1].isupper() else None
        codes += countries_of_people(word) or ((named,) if named else ())
    return tuple(dict.fromkeys(codes))


def are_of_one_side(one: Entity, other: Entity) -> bool:
    """Return whether two groups are of one side of a conflict;
    the armies of two countries are of two."""
    if not one.side or one.side != other.side:
        return False
    countries, others = _countries(one.name.split()), _countries(other.name.split())
    return not countries or not others or not set(countries).isdisjoint(others)


def party_told_by(word: str) -> str | None:
    """Return the party that a word before a noun tells, such as "rebel" before "attack".

    "" where it names armed people of no party ("gunmen attack"), none where it names nobody:
    "terrorist attack" tells what kind of attack it is.
    """
    party = group_words.sides().get(word, "")
    if party in _SIDES:
        return party
    return "" if names_armed_people(word) and word not in group_words.loaded_words() else None


def is_side_modifier(word: str) -> bool:
    """Return whether a word tells a side before a noun: "security" in "security forces attack"."""
    return word in group_words.sides()


def names_armed_people(noun: str) -> bool:
    """Return whether a noun alone is for armed people: "gunmen", "police"."""
    return noun in group_words.armed_heads() or singular(noun) in group_words.armed_heads()


def collective_nouns() -> frozenset[str]:
    """Return nouns in the singular for many people of a side: "army", "government"."""
    return group_words.armed_organisations() | group_words.governing()


def is_irregular(words: str) -> bool:
    """Return whether a description, such as "Red Dawn guerrillas",
    is of armed people of no state."""
    found = words_in(words)
    return bool(found & _sides_by_words().irregular) and not is_government(words)


def is_government(words: str) -> bool:
    """Return whether a description, such as "regime forces", is of a state's own side.

    Those who left it are of no side: "army deserters".
    """
    found = words_in(words)
    known = _sides_by_words()
    return bool(found & known.government) and not found & (known.opposition | known.deserted)


@dataclass(frozen=True, slots=True)
class _ByWords:
    government: frozenset[str]
    opposition: frozenset[str]
    irregular: frozenset[str]
    deserted: frozenset[str]


@cached
def _sides_by_words() -> _ByWords:
    groups = table("groups")
    return _ByWords(
        government=forms_of([*groups["side"]["government"], *table("armed")["state"]]),
        opposition=forms_of(groups["side"]["opposition"]),
        irregular=forms_of(groups["armed"]["irregular"]),
        deserted=forms_of(groups["people"]["deserted"]),
    )
