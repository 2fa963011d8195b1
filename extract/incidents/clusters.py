"""Clusters of acts, one an incident: which a sentence tells, and which are told together."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from extract.incidents.acts import Act, Days
from extract.lexicon import cached, table


@dataclass(slots=True)
class Cluster:
    """The acts of one incident, with what is known of them together."""

    acts: list[Act] = field(default_factory=list)
    families: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    named: set[str] = field(default_factory=set)
    killed: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    """Ids of the events that its acts are parts of."""
    sentences: list[int] = field(default_factory=list)
    """Numbers of the sentences that tell it, in order."""
    days: set[Days] = field(default_factory=set)
    own_days: set[Days] = field(default_factory=set)
    """Days told in the sentences of its acts."""
    own_places: set[str] = field(default_factory=set)
    """Entity ids of the places told in the sentences of its acts."""
    leads: bool = False
    """Whether a heading or the first sentence tells it."""
    is_battle: bool = False
    """Whether armed parties fight in it."""
    past: int = 0
    """How many of its acts are told as what went before."""
    past_is_dated: bool = False
    """Whether one of these is told with a date of its own."""

    @property
    def lead(self) -> Act:
        """The act that says best what it was: what was done before the harm that came of it."""
        return next((act for act in self.acts if not act.is_harm), self.acts[0])

    def add(self, act: Act) -> None:
        """Take an act in."""
        self.acts.append(act)
        self.families.add(family_of(act))
        self.actors |= act.actors
        self.targets |= act.targets
        self.named |= act.named
        self.killed |= act.killed
        self.events.add(act.event.id)
        self.leads |= act.leads
        self.is_battle |= act.is_battle
        self._add_where_and_when(act)

    def _add_where_and_when(self, act: Act) -> None:
        for number in act.sentences:
            place = bisect_left(self.sentences, number)
            if self.sentences[place : place + 1] != [number]:
                self.sentences.insert(place, number)
        if act.days:
            self.days.add(act.days)
            self.own_days |= {act.days} if act.own_day else set()
        if act.place and act.own_place:
            self.own_places.add(act.place)
        self.past += act.is_background
        self.past_is_dated |= act.is_background and act.own_day


def family_of(act: Act) -> str:
    """Return the kind of act: fighting, bombing, abduction, harm alone, ..."""
    return _families().get(act.category.name, act.category.name)


def is_none(cluster: Cluster) -> bool:
    """Return whether it is of a kind that no list of incidents has: an order, a refusal."""
    return cluster.families <= frozenset(table("incidents")["kin"]["none"])


def is_quiet(cluster: Cluster) -> bool:
    """Return whether nothing violent is told: an agreement, an arrest, a deployment."""
    return cluster.families <= quiet_families()


@cached
def _families() -> dict[str, str]:
    lists = table("incidents")["family"]
    return {name: family for family, names in lists.items() for name in names}


@cached
def quiet_families() -> frozenset[str]:
    """Return the kinds of acts that tell nothing violent."""
    return frozenset(table("incidents")["kin"]["quiet"])


class Told:
    """Incidents by the sentences that tell them; of several in one, the first of the report."""

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._at: dict[int, Cluster] = {}
        for cluster in clusters:
            for number in cluster.sentences:
                self._at.setdefault(number, cluster)
        self._numbers = sorted(self._at)

    def before(self, number: int) -> tuple[int, Cluster] | None:
        """Return the last incident told up to a sentence, behind how many sentences ago."""
        place = bisect_right(self._numbers, number)
        if not place:
            return None
        told = self._numbers[place - 1]
        return number - told, self._at[told]

    def nearest(self, number: int) -> tuple[int, Cluster] | None:
        """Return the incident told nearest to a sentence, behind how many lie between.

        Of two as near, the one before it.
        """
        before = self.before(number)
        place = bisect_right(self._numbers, number)
        if place == len(self._numbers):
            return before
        told = self._numbers[place]
        if before is not None and before[0] <= told - number:
            return before
        return told - number, self._at[told]


class Twins:
    """Tells which incidents of a report are told with one another by the same words.

    "The bombings in Dessa and Vemu" are two rows, one a place; what is later said of both together
    ("the 7 August bombings", who is charged with them) holds for each.
    """

    def __init__(self, clusters: Iterable[Cluster]) -> None:
        self._by_words: dict[object, list[Cluster]] = {}
        for cluster in clusters:
            for words in {_words(act) for act in cluster.acts if act.is_part}:
                self._by_words.setdefault(words, []).append(cluster)

    def of(self, cluster: Cluster) -> list[Cluster]:
        """Return the incident itself, then its twins in the order of the text."""
        told = (self._by_words[_words(act)] for act in cluster.acts if act.is_part)
        found = {id(twin): twin for twins in told for twin in twins}
        return list({id(cluster): cluster, **found}.values())

    def dated(self, cluster: Cluster) -> Sequence[Act]:
        """Return its acts, or where these tell no day those of the twin whose words do."""
        if cluster.own_days:
            return cluster.acts
        return next((twin.acts for twin in self.of(cluster) if twin.own_days), cluster.acts)


def _words(act: Act) -> object:
    return act.event.id, act.event.triggers
