"""How much speaks for two accounts telling of one incident.

Each sign adds to a sum or takes from it; above 0 the two are held to be one. The weights are set by
reason: what many incidents share (a kind, a country) weighs little, what two seldom share by chance
(a victim's name, rare words, a street on one day) weighs much, and a sign that readings often get
wrong weighs less than one that they seldom do.
"""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from extract.accounts.facts import Facts
from extract.accounts.words import weight_of
from extract.entities import are_variants
from extract.lexicon import cached, cached_by, table
from extract.vocabulary import Outcome

_BASE = -3.0
"""What two accounts start with: most are not of one incident."""
_LONG = 6
"""Letters from which on one letter makes no other name: Daraa and Deraa are no Derna."""


def agreement(one: Facts, other: Facts) -> float:
    """Return the sum of the signs for two accounts; above 0 they are held to be one."""
    total = _BASE + by_day(one, other) + by_words(one, other)
    total += by_kind(one, other) + by_place(one, other)
    return total + by_victims(one, other) + by_tolls(one, other)


def by_day(one: Facts, other: Facts) -> float:
    """Return what the days say: one day for, days apart against, more the farther."""
    apart = days_apart(one, other)
    if apart is not None:
        single = one.first == one.last and other.first == other.last
        return (1.5 if single else 0.75) if apart == 0 else 0.5 if apart == 1 else -2.5
    if one.published is None or other.published is None:
        return 0.0
    return _by_publication(abs(one.published - other.published))


def days_apart(one: Facts, other: Facts) -> int | None:
    """Return how many days lie between two accounts, 0 where they meet; none if one has none."""
    if one.first is None or one.last is None or other.first is None or other.last is None:
        return None
    return max(one.first - other.last, other.first - one.last, 0)


def _by_publication(apart: int) -> float:
    return 0.5 if apart <= 2 else 0.0 if apart <= 7 else -0.75 if apart <= 60 else -1.5


def by_words(one: Facts, other: Facts) -> float:
    """Return what the words say."""
    return 12.0 * min(likeness(one, other), 0.5)


def likeness(one: Facts, other: Facts) -> float:
    """Return how alike the words of two accounts are, 0 to 1: the cosine of their weights."""
    if not one.length or not other.length:
        return 0.0
    return sum(weight_of(w) ** 2 for w in one.words & other.words) / (one.length * other.length)


def by_kind(one: Facts, other: Facts) -> float:
    """Return what the kinds say."""
    mine, theirs = _family(one), _family(other)
    if not mine or not theirs or mine == theirs:
        return 0.5
    return 0.0 if frozenset((mine, theirs)) in _kin() else -2.0


def by_place(one: Facts, other: Facts) -> float:
    """Return what the places say: one town or street for, other countries against."""
    if one.countries and other.countries and not one.countries & other.countries:
        return -2.5
    if not one.places or not other.places:
        return 0.0
    return 1.5 if shared_place(one, other) else -1.0


def shared_place(one: Facts, other: Facts) -> tuple[str, str] | None:
    """Return the names of the first place that two accounts share, as each has it."""
    for mine, words in one.places.items():
        for theirs, others in other.places.items():
            if are_one_place(words, others):
                return mine, theirs
    return None


def are_one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether one name has all the words of the other, each in some spelling."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    return few <= many or all(any(_are_one_word(a, b) for b in many) for a in few)


@cached_by(50_000)
def _are_one_word(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: by sound, or one letter apart in a long word."""
    if are_variants(one, other, 3):
        return True
    long = min(len(one), len(other)) >= _LONG and one[:1] == other[:1]
    return long and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def by_victims(one: Facts, other: Facts) -> float:
    """Return what the victims' names say."""
    if not one.victims or not other.victims:
        return 0.0
    return 3.0 if one.victims & other.victims else 2.0 if one.surnames & other.surnames else -1.5


def by_tolls(one: Facts, other: Facts) -> float:
    """Return what the numbers say: equal ones for, those that no toll can grow to against."""
    mine, theirs = one.account.toll(Outcome.KILLED), other.account.toll(Outcome.KILLED)
    if mine is None or theirs is None:
        return 0.0
    if mine.best == theirs.best:
        return 0.25 if mine.best <= 1 else 1.0
    few, many = sorted((mine.best, theirs.best))
    return 0.0 if many <= 2 * few + 2 else -1.0


def why(one: Facts, other: Facts) -> str:
    """Return in a line what joins two accounts."""
    return ", ".join(_reasons(one, other))


def _reasons(one: Facts, other: Facts) -> Iterable[str]:
    apart = days_apart(one, other)
    if apart is not None:
        yield "same day" if not apart else f"{apart} day{'s' * (apart > 1)} apart"
    place = shared_place(one, other)
    if place:
        yield place[0] if place[0] == place[1] else " / ".join(place)
    if one.account.subkind or other.account.subkind:
        kinds = dict.fromkeys(k.lower() for f in (one, other) if (k := f.account.subkind))
        yield " / ".join(kinds)
    names = sorted(name for name in one.account.victims if name in other.account.victims)
    yield from names[:2]
    yield from _numbers(one, other)
    shared = sorted(one.words & other.words, key=lambda w: (-weight_of(w), w))[:3]
    if shared:
        yield "both say " + " ".join(shared)


def _numbers(one: Facts, other: Facts) -> Iterable[str]:
    mine, theirs = one.account.toll(Outcome.KILLED), other.account.toll(Outcome.KILLED)
    if mine and theirs:
        few, many = sorted((mine.best, theirs.best))
        yield f"{few:g} killed" if few == many else f"{few:g} of {many:g} killed"


def _family(facts: Facts) -> str:
    account = facts.account
    return _families().get(account.subkind or account.kind, account.kind)


@cached
def _families() -> dict[str, str]:
    lists = table("accounts")["family"]
    return {name: family for family, names in lists.items() for name in names}


@cached
def _kin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in table("accounts")["kin"]["pairs"])
