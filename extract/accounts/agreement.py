"""How much speaks for two accounts telling of one incident.

Each sign adds to a sum or takes from it; above 0 the two are held to be one. The weights are set by
reason: what many incidents share (a kind, a country) weighs little, what two seldom share by chance
(a victim's name, rare words, a street on one day) weighs much, and a sign that readings often get
wrong weighs less than one that they seldom do.
"""

from collections.abc import Iterable

from rapidfuzz.distance import Levenshtein

from extract.accounts.facts import PROTEST, Facts
from extract.accounts.words import WHOLE, likeness
from extract.entities import are_variants
from extract.lexicon import cached, cached_by, table

_BASE = 0.1
"""What two accounts start with: most are not of one incident."""
_LEAST = -0.75
"""What tells two accounts apart at most, since readings take one day or place for another."""
_OTHER_THING = -3.0
"""An arrest and the attack, a protest and an attack in the same town."""
_APART = -2.0
"""Two that street or hour tell apart."""
_HOURS = 2
"""Hours that two reports of one incident may differ by."""
_SHORT = 40
"""Words below which an account has too few to be told by them from another."""
_SAID = 3
"""Words that the line which explains a link has, at most."""
_TOLD = 0.005
"""What a shared word adds to the likeness of two accounts, at least, to be told."""
_LONG = 6
"""Letters from which on one letter makes no other name: Daraa and Deraa are no Derna."""


def agreement(one: Facts, other: Facts) -> float:
    """Return the sum of the signs for two accounts; above 0 they are held to be one."""
    around = [by_day(one, other), by_place(one, other), by_kind(one, other)]
    if is_killed_in_both(one, other):
        around = [max(sign, 0.0) for sign in around]
    total = _BASE + sum(around) + by_words(one, other) + by_doers(one, other)
    total += by_names(one, other) + by_targets(one, other) + by_tolls(one, other)
    return min(total, _APART) if are_told_apart(one, other) else max(total, _LEAST)


def are_told_apart(one: Facts, other: Facts) -> bool:
    """Return whether street or hour tell two accounts of one day apart, and no victim is shared."""
    if days_apart(one, other) != 0 or same_victims(one, other):
        return False
    if one.hour is not None and other.hour is not None and abs(one.hour - other.hour) > _HOURS:
        return True
    if not one.sites or not other.sites:
        return False
    return not any(are_one_place(mine, theirs) for mine in one.sites for theirs in other.sites)


def by_day(one: Facts, other: Facts) -> float:
    """Return what the days say: one day for, days apart against.

    A day may be that of a charge or a funeral: readings often take one for the other.
    """
    apart = days_apart(one, other)
    if apart is not None:
        single = one.first == one.last and other.first == other.last
        if apart <= 1:
            return (1.5 if single else 0.75) if apart == 0 else 0.5
        return -1.75
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
    """Return what the words say: more alike than reports of two incidents are for, less against."""
    alike = 10.0 * (min(likeness(one.words, other.words), 0.6) - 0.2)
    return max(alike, -1.0) if min(len(one.words), len(other.words)) < _SHORT else alike


def by_kind(one: Facts, other: Facts) -> float:
    """Return what the kinds say."""
    mine, theirs = one.family, other.family
    if one.quiet != other.quiet or _is_beside_protest(mine, theirs):
        return _OTHER_THING
    if not mine or not theirs or mine == theirs:
        return 0.25
    return 0.0 if frozenset((mine, theirs)) in _kin() else -0.75


def _is_beside_protest(one: str, other: str) -> bool:
    """Whether one alone is a protest; riots and force against a crowd may be told of it."""
    return (one == PROTEST) != (other == PROTEST) and frozenset((one, other)) not in _kin()


def by_place(one: Facts, other: Facts) -> float:
    """Return what the places say: one town or street for, the rarer in the library the more.

    Other places say little, since reports name many around the one; other countries more.
    """
    if one.countries and other.countries and not one.countries & other.countries:
        return -1.5
    if not one.places or not other.places:
        return 0.0
    shared = shared_place(one, other)
    if not shared:
        return -0.75 if one.exact and other.exact else 0.0
    rare = min(one.rarity[shared[0]], other.rarity[shared[1]])
    near = days_apart(one, other)
    return min(0.3 * rare, 1.5) if near is not None and near <= 1 else min(0.15 * rare, 0.75)


def by_doers(one: Facts, other: Facts) -> float:
    """Return what those who did it say: those of two nations against."""
    apart = one.nations and other.nations and not one.nations & other.nations
    return -1.0 if apart else 0.0


def are_apart(one: Facts, other: Facts) -> bool:
    """Return whether two accounts tell of two places, both of them more exact than a province."""
    return one.exact and other.exact and shared_place(one, other) is None


def shared_place(one: Facts, other: Facts) -> tuple[str, str] | None:
    """Return the names of the first place that two accounts share, as each has it."""
    if one.sounds.isdisjoint(other.sounds):
        return None
    for mine, words in one.places.items():
        for theirs, others in other.places.items():
            if are_one_place(words, others):
                return mine, theirs
    return None


def are_one_place(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether one name has all the words of the other, each in some spelling."""
    few, many = (one, other) if len(one) <= len(other) else (other, one)
    if few <= many:
        return True
    return all(word in many or any(_are_one_word(word, b) for b in many) for word in few)


@cached_by(50_000)
def _are_one_word(one: str, other: str) -> bool:
    """Whether two words may be spellings of one: by sound, or one letter apart in a long word."""
    if are_variants(one, other, 3):
        return True
    long = min(len(one), len(other)) >= _LONG and one[:1] == other[:1]
    return long and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def by_names(one: Facts, other: Facts) -> float:
    """Return what the names of persons say: the same victim for, other persons less, both the more
    the rarer a name is in the library; two victims against, unless there are more than are named.
    """
    hit = same_victims(one, other)
    if hit:
        whole = max(len(name.split()) for name in hit) > 1
        return min(whole + 0.5 * max(_rarest(one, other, hit) - 2, 0), 3.0)
    shared = one.names & other.names
    if shared:
        return min(0.3 * max(_rarest(one, other, shared) - 3, 0), 1.5)
    told = one.victims and other.victims
    return -1.0 if told and not (_has_more(one) or _has_more(other)) else 0.0


def _rarest(one: Facts, other: Facts, names: Iterable[str]) -> float:
    """How rare the rarest of some names is, each as the one or the other has it."""
    least = one.rarity.keys() & other.rarity.keys()
    return max(
        min(one.rarity[name], other.rarity[name])
        if name in least
        else one.rarity.get(name, other.rarity.get(name, 0.0))
        for name in names
    )


def _has_more(facts: Facts) -> bool:
    """Whether more were killed than are named."""
    return facts.killed is not None and facts.killed.best > len(facts.victims)


def same_victims(one: Facts, other: Facts) -> frozenset[str]:
    """Return the names of victims whom the other account names as well, in full or in part."""
    if one.name_words.isdisjoint(other.name_words):
        return frozenset()
    exact = (one.victims & other.names) | (other.victims & one.names)
    if exact:
        return exact
    pairs = [(mine, name) for mine in one.victims for name in other.names]
    pairs += [(mine, name) for mine in other.victims for name in one.names]
    return frozenset(mine for mine, name in pairs if _are_one_person(mine, name))


def is_killed_in_both(one: Facts, other: Facts) -> bool:
    """Return whether both tell of the killing of one person: nobody is killed twice."""
    if not (one.killed and other.killed and one.killed.best and other.killed.best):
        return False
    if one.name_words.isdisjoint(other.name_words):
        return False
    return any(_are_one_person(a, b) for a in one.victims for b in other.victims)


@cached_by(50_000)
def _are_one_person(one: str, other: str) -> bool:
    """Whether one name has all words of the other, two at least: "Garcia", "Garcia Alvarado"."""
    few, many = sorted((frozenset(one.split()), frozenset(other.split())), key=len)
    return len(few) > 1 and are_one_place(few, many)


def by_targets(one: Facts, other: Facts) -> float:
    """Return what the words for those affected say: the same rare word for."""
    shared = one.targets.keys() & other.targets.keys()
    return min(0.2 * max((one.targets[word] for word in shared), default=0.0), 0.75)


def by_tolls(one: Facts, other: Facts) -> float:
    """Return what the numbers say: equal ones for, those that no toll can grow to against, as
    where one says that nobody came to harm."""
    if one.hurt is not None and other.hurt is not None and one.hurt != other.hurt:
        return -1.0
    mine, theirs = one.killed, other.killed
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
    weights = {w: one.words[w] * other.words[w] for w in one.words.keys() & other.words.keys()}
    shared = sorted(weights, key=lambda word: (-weights[word], word))[:_SAID]
    if told := [word for word in shared if weights[word] > _TOLD * WHOLE**2]:
        yield "both say " + " ".join(told)


def _numbers(one: Facts, other: Facts) -> Iterable[str]:
    mine, theirs = one.killed, other.killed
    if mine and theirs:
        few, many = sorted((mine.best, theirs.best))
        yield f"{few:g} killed" if few == many else f"{few:g} of {many:g} killed"


@cached
def _kin() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair.split()) for pair in table("accounts")["kin"]["pairs"])
