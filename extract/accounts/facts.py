"""An account as it is compared: names as sounds, days as numbers, words with their weights."""

from dataclasses import dataclass
from datetime import date
from math import sqrt

from extract.accounts.account import Account, AccountKey
from extract.accounts.words import rarest, weight_of
from extract.entities import skeleton
from extract.gazetteer import is_country, key_of
from extract.lexicon import cached_by, table

_TELLING = 8
"""Words by which an account is looked for."""
_DATED = 10
"""Days from which on a time is no day of the incident, only a season."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What one account is compared by."""

    account: Account
    key: AccountKey
    first: int | None
    """First and last day as numbers; none where the account has no day or only a season."""
    last: int | None
    published: int | None
    places: dict[str, frozenset[str]]
    """The places that are no countries, with the words that tell each from others."""
    countries: frozenset[str]
    victims: frozenset[str]
    """The names of those affected, as keys."""
    surnames: frozenset[str]
    words: frozenset[str]
    length: float
    """Of the vector of its words."""
    telling: tuple[str, ...]
    """The words that tell it from most others."""


def facts_of(account: Account) -> Facts:
    """Return what an account is compared by."""
    days = account.days
    dated = days is not None and (days[1] - days[0]).days < _DATED
    words = frozenset(account.words)
    victims = frozenset(map(key_of, account.victims))
    return Facts(
        account,
        account.key,
        days[0].toordinal() if days and dated else None,
        days[1].toordinal() if days and dated else None,
        _number(account.published),
        {name: words_of_place(name) for name in account.places if not is_country(name)},
        frozenset(account.countries),
        victims,
        frozenset(name.split()[-1] for name in victims),
        words,
        sqrt(sum(weight_of(word) ** 2 for word in words)),
        rarest(words, _TELLING),
    )


@cached_by(20_000)
def words_of_place(name: str) -> frozenset[str]:
    """Return the words of a place's name that tell it from others: not "city", "north"."""
    words = frozenset(key_of(name).split())
    return words - frozenset(table("incidents")["width"]["common"]) or words


@cached_by(20_000)
def sound_of_place(name: str) -> str:
    """Return the consonants of a place's name, by which its spellings are found."""
    return "".join(sorted(skeleton(word) for word in words_of_place(name)))


@cached_by(20_000)
def frame_of_place(name: str) -> str:
    """Return how a place's longest word begins and ends: "o-ra" for Oshkara and Ochkara."""
    longest = max(words_of_place(name), key=lambda word: (len(word), word))
    return f"{longest[:1]}-{longest[-2:]}"


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
