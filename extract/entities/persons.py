"""People under their full names, surnames, first names, initials and spellings."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from extract.doc.syntax import Phrase
from extract.entities import lists
from extract.entities.cluster import Cluster
from extract.entities.name_matching import are_variants, folded, skeleton, words_of
from extract.entities.nouns import first_modifier, singular
from extract.entities.view import Draft, View
from extract.records import Label

_NAMESAKES = 20
"""People of one surname that a full name is held against, the last first."""
_LEAST_HEARD = 3
"""Consonants that two spellings of one name must share."""


class People:
    """The people of one report; full names are joined first, single words to them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.clusters: list[Cluster] = []
        self._by_key: dict[tuple[str, ...], Cluster] = {}
        self._by_last: dict[str, list[Cluster]] = defaultdict(list)
        self._by_skeleton: dict[str, Cluster] = {}
        self._words: dict[int, tuple[str, ...]] = {}
        self._seen: dict[str, list[tuple[int, Cluster]]] = defaultdict(list)
        """For each word of a full name, where it was said and of whom."""
        self._shared: set[str] = set()
        """Words in the names of several people, any of whom they may mean."""

    def join(self, drafts: list[Draft]) -> list[Cluster]:
        """The people whom the mentions name."""
        keyed = [(draft, _key(self._view, draft)) for draft in drafts]
        for draft, key in keyed:
            if len(key) > 1:
                self._add_full(draft, key)
        for sayings in self._seen.values():
            sayings.sort(key=lambda saying: saying[0])
        for draft, key in keyed:
            if len(key) == 1:
                self._add_single(draft, key[0])
        for cluster in self.clusters:
            cluster.drafts.sort(key=lambda draft: draft.first)
            _learn(self._view, cluster)
        return sorted(self.clusters, key=lambda cluster: cluster.first)

    def _add_full(self, draft: Draft, key: tuple[str, ...]) -> None:
        cluster, probable = self._full_match(key)
        if cluster is None:
            cluster = self._new(draft, key)
        cluster.add(draft, probable)
        self._by_key.setdefault(key, cluster)
        for word in key:
            if self._seen[word] and self._seen[word][-1][1] is not cluster:
                self._shared.add(word)
            self._seen[word].append((draft.first, cluster))

    def _full_match(self, key: tuple[str, ...]) -> tuple[Cluster | None, bool]:
        if key in self._by_key:
            return self._by_key[key], False
        for cluster in reversed(self._by_last[key[-1]][-_NAMESAKES:]):
            if _same_person(key, self._words[id(cluster)]):
                return cluster, False
        heard = self._by_skeleton.get("".join(map(skeleton, key)))
        if heard and are_variants(" ".join(key), " ".join(self._words[id(heard)]), _LEAST_HEARD):
            return heard, True
        return None, False

    def _new(self, draft: Draft, key: tuple[str, ...]) -> Cluster:
        cluster = Cluster(Label.PERSON, self._view.words_of(draft.first, draft.last))
        self.clusters.append(cluster)
        self._by_key[key] = cluster
        self._words[id(cluster)] = key
        self._by_last[key[-1]].append(cluster)
        self._by_skeleton.setdefault("".join(map(skeleton, key)), cluster)
        return cluster

    def _add_single(self, draft: Draft, word: str) -> None:
        cluster = self._last_called(word, draft.first)
        if cluster is not None:
            cluster.add(draft, probable=word in self._shared)
            return
        cluster = self._by_key.get((word,))
        if cluster is None:
            heard = self._by_skeleton.get(skeleton(word))
            if heard and are_variants(word, heard.name, _LEAST_HEARD):
                heard.add(draft, probable=True)
                return
            cluster = self._new(draft, (word,))
        cluster.add(draft)

    def _last_called(self, word: str, token: int) -> Cluster | None:
        """Who was last called by a full name with the word in it; else who is first later on."""
        sayings = self._seen.get(word)
        if not sayings:
            return None
        place = bisect_left(sayings, token, key=lambda saying: saying[0])
        return sayings[place - 1][1] if place else sayings[0][1]


def _key(view: View, draft: Draft) -> tuple[str, ...]:
    """The words of a name as they are compared, without suffix and initials' stops."""
    words = words_of(view.words_of(draft.first, draft.last))
    kept = tuple(word for word in words if word not in lists.suffixes())
    return kept or words


def _same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names with the same last word can be one person's."""
    short, long = sorted((one, other), key=len)
    if _begins_alike(short[0], long[0]):
        return True
    return len(short) > 1 and set(short) <= set(long)


def _begins_alike(one: str, other: str) -> bool:
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return one == other


def _learn(view: View, cluster: Cluster) -> None:
    """Keep the fullest name, and the roles and the sex that the words around a person tell."""
    cluster.name = max(
        (view.words_of(draft.first, draft.last) for draft in cluster.drafts),
        key=lambda name: (len(name.split()), len(name)),
    )
    for draft in cluster.drafts:
        for phrase in (draft.title, *_apposed(view, draft)):
            _learn_role(cluster, phrase)


def _learn_role(cluster: Cluster, phrase: str) -> None:
    """Take what a title or an apposition says; the first is kept as it stands."""
    words = folded(phrase).split()
    for word in words:
        sex = lists.honorifics().get(word) or lists.sexes().get(word)
        if sex:
            cluster.sorts.add(sex)
    parts = {word for word in words if word in lists.roles() or word in lists.ranks()}
    cluster.roles |= parts
    if parts and cluster.role is None:
        cluster.role = phrase


def _apposed(view: View, draft: Draft) -> Iterator[str]:
    """Roles that stand beside a name: "NAME, the head of ...", "the head, NAME"."""
    behind = view.noun_at(draft.last + 1) if view.word(draft.last) == "," else None
    before = view.noun_at(draft.first - 2) if view.word(draft.first - 1) == "," else None
    if behind is not None and behind.first == draft.last + 1:
        yield from _role(view, behind)
    if before is not None and view.low[before.first] in lists.definite_words():
        yield from _role(view, before)


def _role(view: View, phrase: Phrase) -> Iterator[str]:
    if singular(view.low[phrase.head]) in lists.roles():
        yield view.words_of(first_modifier(view, phrase), phrase.head + 1)
