"""What the words of a description say of a group: its side, its country, whether it bears arms.

Whether an attack is a battle or violence against civilians turns on it.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from extract.doc.morphology import is_plural, noun_forms, singular
from extract.gazetteer import countries_of_people, country_named
from extract.lexicon import cached, group_words, table
from extract.records import Entity

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_BEHIND = re.compile(r"\s(?:of|from|in|at|who|which|that|with)\s|,")


@dataclass(frozen=True, slots=True)
class _Arms:
    nouns: frozenset[str]
    """Those who bear arms, in all forms."""
    police: frozenset[str]
    vague: frozenset[str]
    """Nouns that need another word to say that arms are borne: "members", "unit"."""
    civil: frozenset[str]
    """Nouns for people of a side who bear no arms: "officials", "supporters"."""
    marks: frozenset[str]
    """Words that say so beside a vague noun."""
    fighting: frozenset[str]
    """Of those the words that arm even leaders and members: "rebel leaders", "army members"."""


@cached
def _arms() -> _Arms:
    groups, own = table("groups"), table("armed")
    irregular = forms_of(groups["armed"]["irregular"])
    armed = forms_of([*groups["armed"]["force"], *own["nouns"]]) | irregular
    police = forms_of(own["police"])
    unarmed = forms_of(own["not_armed"])
    return _Arms(
        nouns=armed - police - unarmed,
        police=police,
        vague=forms_of([*groups["armed"]["with_side"], *own["vague"]]),
        civil=forms_of([*groups["civil"]["with_side"], *groups["people"]["deserted"]]),
        marks=(armed - unarmed) | forms_of([*groups["side"]["fighting"], *own["marks"]]),
        fighting=(armed - unarmed) | forms_of([*groups["side"]["fighting"], "armed"]),
    )


def bears_arms(words: str, *, police: bool = True) -> bool:
    """Return whether a description, such as "two soldiers of the garrison",
    is of people who bear arms.

    `police` tells whether police count as armed.
    """
    base = head_words(words)
    if not base:
        return False
    arms = _arms()
    if base[-1] in arms.nouns or (police and base[-1] in arms.police):
        return True
    others = words_in(words) - {base[-1]}
    if base[-1] in arms.civil:
        return base[-1] in _led() and bool(others & arms.fighting)
    if base[-1] not in arms.vague:
        return False
    return bool(others & (arms.marks if police else arms.marks - arms.police))


def is_civil(words: str) -> bool:
    """Return whether a description is of a side's people who bear no arms:
    "a government delegation"."""
    base = head_words(words)
    return bool(base) and base[-1] in _arms().civil and not bears_arms(words)


def is_civil_thing(words: str) -> bool:
    """Return whether a place or vehicle of civilians is meant: "a market", "the bus station"."""
    base, things = head_words(words), _civil_things()
    if not base or bears_arms(words):
        return False
    marked = base[-1] in things.sites and bool(things.marks & set(base[:-1]))
    return marked or base[-1] in things.nouns


@dataclass(frozen=True, slots=True)
class _CivilThings:
    nouns: frozenset[str]
    sites: frozenset[str]
    marks: frozenset[str]
    """Words before a site that tell whose it is."""


@cached
def _civil_things() -> _CivilThings:
    own = table("armed")
    return _CivilThings(
        nouns=forms_of(own["civil_things"]),
        sites=forms_of(own["civil_sites"]),
        marks=frozenset(own["civil_marks"]),
    )


@cached
def _led() -> frozenset[str]:
    return forms_of(table("groups")["civil"]["or_fighters"])


def head_words(words: str) -> list[str]:
    """Return the words of a description up to its head, in lower case."""
    return [word.lower() for word in _WORD.findall(_BEHIND.split(words, maxsplit=1)[0])]


def words_in(words: str) -> set[str]:
    """Return all words of a description, in lower case."""
    return {word.lower() for word in _WORD.findall(words)}


def head_of(words: str) -> str:
    """Return the head noun of a description, in lower case; nothing where there is none."""
    base = head_words(words)
    return base[-1] if base else ""


def forms_of(words: Iterable[str]) -> frozenset[str]:
    """Return all forms of nouns."""
    return frozenset(form for word in words for form in noun_forms(word))


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
