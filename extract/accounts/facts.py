"""An account as it is compared: names as sounds, days as numbers, words with their weights.

Only those are compared that share a key, or several rare words ("blocking" in record linkage). Keys
are a day with a place, a rare word or one for those affected, and two names of a victim as they
sound. Words count where few reports of the library have them. All are so narrow that what stands
behind one stays short however large a library grows.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice, pairwise

from extract.accounts.account import Account, AccountKey
from extract.accounts.words import Counts, Vector, words_in
from extract.entities import skeleton
from extract.gazetteer import (
    countries_of_people,
    country_named,
    is_country,
    key_of,
    region_named,
)
from extract.lexicon import cached, cached_by, table
from extract.records import Toll
from extract.vocabulary import Outcome

_TELLING = 40
"""Words by which an account is looked for, at most."""
QUIET = "quiet"
"""The family of what is told of without violence: arrests, agreements."""
PROTEST = "protest"
"""The family of protests, each an incident of its own beside attacks."""
_COMMON = 2.0
"""How rare a word is that many reports have: it tells no target from others."""
_DATED = 10
"""Days from which on a time is no day of the incident, only a season."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one account is compared by."""

    account: Account
    key: AccountKey
    family: str
    """What reports of one incident may call it by: the kind, roughly."""
    quiet: bool
    """Whether it is told of without violence, and not what the report is about: an arrest."""
    first: int | None
    """First and last day as numbers; none where the account has no day or only a season."""
    last: int | None
    published: int | None
    places: dict[str, frozenset[str]]
    """The places that are no countries, with the words that tell each from others."""
    sites: tuple[frozenset[str], ...]
    """The words of those places that are streets or buildings."""
    hour: int | None
    sounds: frozenset[str]
    """How the words of these places sound and look: none shared, no place shared."""
    exact: bool
    """Whether some place is more exact than a province or state."""
    rarity: dict[str, float]
    """Of each of these places, and of each name: how rare its rarest word is."""
    countries: frozenset[str]
    victims: frozenset[str]
    """The names of those affected, as keys."""
    names: frozenset[str]
    """The names of all persons, those affected among them."""
    name_words: frozenset[str]
    """The words of all these names."""
    targets: dict[str, float]
    """Words for who or what was affected, but for names and places, and how rare each is."""
    nations: frozenset[str]
    """Countries that those who did it are of."""
    killed: Toll | None
    hurt: bool | None
    """Whether anybody was killed or wounded; none where that is not told."""
    words: Vector
    telling: dict[str, int]
    """The words by which it is looked for, and how rare each is."""
    enough: int
    """How rare the words are, added up, that it must share with another to be compared with it."""


def facts_of(account: Account, counts: Counts) -> Facts:
    """Return what an account is compared by, its words weighed by counts."""
    days, family = account.days, _family(account)
    dated = days is not None and (days[1] - days[0]).days < _DATED
    words = counts.vector(account.words)
    victims = frozenset(map(key_of, account.victims))
    names = victims | frozenset(map(key_of, account.persons))
    places = {name: words_of_place(name) for name in account.places if not is_country(name)}
    told = {name: name.split() for name in names} | places
    name_words = frozenset(word for name in names for word in name.split())
    return Facts(
        account,
        account.key,
        family,
        family == QUIET and not account.main,
        days[0].toordinal() if days and dated else None,
        days[1].toordinal() if days and dated else None,
        _number(account.published),
        places,
        tuple(words for name, words in places.items() if _is_site(name)),
        _hour(account.hour),
        frozenset(sound for some in places.values() for word in some for sound in _sounds(word)),
        not all(map(_is_region, places)),
        {name: max(map(counts.rarity, some), default=0.0) for name, some in told.items()},
        frozenset(account.countries),
        victims,
        names,
        name_words,
        _targets(account, counts, name_words.union(*places.values())),
        _nations(account.side_a),
        account.toll(Outcome.KILLED),
        _hurt(account),
        words,
        counts.rarest(words, _TELLING),
        counts.enough,
    )


def _family(account: Account) -> str:
    return _families().get(account.subkind or account.kind, account.kind)


@cached
def _families() -> dict[str, str]:
    lists = table("accounts")["family"]
    return {name: family for family, names in lists.items() for name in names}


def _nations(parties: Iterable[str]) -> frozenset[str]:
    """Countries that some parties are of, by their names or descriptions: "Turkish drones"."""
    found: set[str] = set()
    for party in parties:
        country = country_named(party)
        found.update([country] if country else ())
        for word in party.split():
            found.update(countries_of_people(word))
    return frozenset(found)


def _hurt(account: Account) -> bool | None:
    tolls = [account.toll(outcome) for outcome in (Outcome.KILLED, Outcome.WOUNDED)]
    told = [toll.best > 0 for toll in tolls if toll]
    return any(told) if told else None


def _targets(account: Account, counts: Counts, known: frozenset[str]) -> dict[str, float]:
    """The rare words for those affected, but for words that are `known` to name them."""
    words = [word for word, _ in words_in(" ".join(account.side_b)) if word not in known]
    rarities = {word: counts.rarity(word) for word in words}
    return {word: rarity for word, rarity in rarities.items() if rarity > _COMMON}


@cached_by(20_000)
def _is_region(name: str) -> bool:
    """Whether a place is a province, a state or a part of a country, by its name."""
    heads = frozenset(table("incidents")["width"]["region"])
    return region_named(name) is not None or not heads.isdisjoint(key_of(name).split())


@cached_by(20_000)
def _is_site(name: str) -> bool:
    """Whether a place is a street or a building, by its name."""
    return not frozenset(table("incidents")["width"]["site"]).isdisjoint(key_of(name).split())


def _hour(told: str | None) -> int | None:
    """The hour of a time of day as TIMEX3 has it: 10 for "T10:30"."""
    return int(told[1:3]) if told and told[1:3].isdigit() else None


@cached_by(20_000)
def words_of_place(name: str) -> frozenset[str]:
    """Return the words of a place's name that tell it from others: not "city", "north"."""
    words = frozenset(key_of(name).split())
    return words - frozenset(table("incidents")["width"]["common"]) or words


@cached_by(20_000)
def _sounds(word: str) -> tuple[str, ...]:
    """A word of a place's name, its consonants, and its first and last letters."""
    return word, f"{skeleton(word)}|", _frame(word)


@cached_by(20_000)
def sound_of_place(name: str) -> str:
    """Return the consonants of a place's name, by which its spellings are found."""
    return "".join(sorted(skeleton(word) for word in words_of_place(name)))


@cached_by(20_000)
def frame_of_place(name: str) -> str:
    """Return how a place's longest word begins and ends: "o-ra" for Oshkara and Ochkara."""
    longest = max(words_of_place(name), key=lambda word: (len(word), word))
    return _frame(longest)


def _frame(word: str) -> str:
    return f"{word[:1]}-{word[-2:]}"


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None


Key = tuple[str | int, ...]

_OF_TARGETS, _OF_WORDS = 1, 2
"""Tell keys of a day with a word from those with a place."""
_SLACK = 1
"""Days that two accounts of one incident may be apart: night, time zones."""
_SAID = 6
"""Words that tell most, of which two accounts of one day share one to be compared."""
_BEFORE = 4
"""Days before publication in which an incident without a day most likely was."""


class Blocks:
    """The accounts of a library by their keys and words."""

    def __init__(self) -> None:
        self._held: dict[Key | str, set[int]] = {}
        """The accounts of a key or a word, by number: quick to count."""
        self._numbers: dict[AccountKey, int] = {}
        self._keys: dict[int, AccountKey] = {}
        self._next = 0

    def near(self, facts: Facts) -> set[AccountKey]:
        """Return the accounts of other reports to compare one with."""
        if facts.account.aggregate:
            return set()
        found = self._by_words(facts)
        found.update(*(self._held.get(key, ()) for key in keys_of(facts)))
        keys = map(self._keys.__getitem__, found)
        return {key for key in keys if key.report != facts.key.report}

    def _by_words(self, facts: Facts) -> set[int]:
        """The accounts that share words which are rare enough when added up."""
        shared: dict[int, int] = {}
        for word, rarity in facts.telling.items():
            for number in self._held.get(word, ()):
                shared[number] = shared.get(number, 0) + rarity
        return {number for number, rarity in shared.items() if rarity >= facts.enough}

    def add(self, facts: Facts) -> None:
        """Take an account in; sums over many incidents are compared with nothing."""
        number = self._numbers[facts.key] = self._next
        self._keys[number] = facts.key
        self._next += 1
        for key in _standing(facts):
            self._held.setdefault(key, set()).add(number)

    def remove(self, facts: Facts) -> None:
        """Take an account out."""
        number = self._numbers.pop(facts.key)
        del self._keys[number]
        for key in _standing(facts):
            self._held[key].discard(number)
            if not self._held[key]:
                del self._held[key]


def _standing(facts: Facts) -> Iterator[Key | str]:
    """The keys and words under which an account stands."""
    if not facts.account.aggregate:
        yield from keys_of(facts)
        yield from facts.telling


def keys_of(facts: Facts) -> frozenset[Key]:
    """Return the keys under which an account is found, and looks for others."""
    return frozenset((*_by_day(facts), *_by_name(facts)))


def _by_day(facts: Facts) -> Iterable[Key]:
    for day in _days(facts):
        for place in facts.places:
            yield day, sound_of_place(place)
            yield day, frame_of_place(place)
        for word in facts.targets:
            yield day, _OF_TARGETS, word
        for word in islice(facts.telling, _SAID if facts.first == facts.last else 0):
            yield day, _OF_WORDS, word


def _days(facts: Facts) -> range:
    """The days on which an account may meet another."""
    if facts.first is not None and facts.last is not None:
        return range(facts.first, facts.last + 1 + _SLACK)
    if facts.published is not None and not facts.account.background:
        return range(facts.published - _BEFORE, facts.published + 1)
    return range(0)


def _by_name(facts: Facts) -> Iterable[Key]:
    """Two words of a victim's name that stand together: reports give more or fewer of them."""
    for name in facts.victims:
        yield from pairwise(map(skeleton, name.split()))
