"""Organisations, outlets and named groups under their names, acronyms and short forms."""

from bisect import bisect_left
from collections import defaultdict

from extract.entities import lists
from extract.entities.cluster import Cluster
from extract.entities.name_matching import are_variants, folded, skeleton
from extract.entities.view import Draft, View
from extract.records import Label

_LEAST_HEARD = 3


class Bodies:
    """The bodies of one report: full names first, then what stands for them."""

    def __init__(self, view: View) -> None:
        self._view = view
        self.clusters: list[Cluster] = []
        self._by_key: dict[str, Cluster] = {}
        self._by_words: dict[frozenset[str], Cluster] = {}
        self._by_skeleton: dict[str, Cluster] = {}
        self._by_initials: dict[str, Cluster] = {}
        self._ending: dict[int, Cluster] = {}
        """By the token behind a long name, what it names."""
        self._seen: dict[str, list[tuple[int, Cluster]]] = defaultdict(list)
        """For a word that can stand for a whole name, where that name was said."""

    def join(self, drafts: list[Draft]) -> list[Cluster]:
        """The bodies that the mentions name; mentions in the order of the text."""
        named = [(draft, self._view.words_of(draft.first, draft.last)) for draft in drafts]
        long = [(draft, name) for draft, name in named if " " in name]
        for draft, name in sorted(long, key=lambda entry: entry[0].first):
            self._add_long(draft, name)
        for sayings in self._seen.values():
            sayings.sort(key=lambda saying: saying[0])
        for draft, name in named:
            if " " not in name:
                self._add_short(draft, name)
        return sorted(self.clusters, key=lambda cluster: cluster.first)

    def _add_long(self, draft: Draft, name: str) -> None:
        words = _words(name)
        cluster = self._by_key.get(folded(name)) or self._by_words.get(frozenset(words))
        probable = False
        if cluster is None:
            cluster = self._shorter(draft, words)
        if cluster is None:
            heard = self._by_skeleton.get(skeleton(name))
            if heard is not None and are_variants(name, heard.name, _LEAST_HEARD):
                cluster, probable = heard, True
        if cluster is None:
            cluster = self._new(name, words)
        cluster.add(draft, probable)
        self._ending[draft.last] = cluster
        self._by_key.setdefault(folded(name), cluster)
        for word in _stand_ins(name, words):
            self._seen[word].append((draft.first, cluster))

    def _shorter(self, draft: Draft, words: list[str]) -> Cluster | None:
        """The longer name said before that opens or closes with these words."""
        for place, cluster in reversed(self._seen.get(words[0], [])[-3:]):
            long = _words(cluster.name)
            if place < draft.first and (
                long[: len(words)] == words or long[-len(words) :] == words
            ):
                return cluster
        return None

    def _new(self, name: str, words: list[str]) -> Cluster:
        cluster = Cluster(Label.ORG, name)
        self.clusters.append(cluster)
        self._by_key[folded(name)] = cluster
        if len(words) > 1:
            self._by_words[frozenset(words)] = cluster
            for initials in _initials(name):
                self._by_initials.setdefault(initials, cluster)
        self._by_skeleton.setdefault(skeleton(name), cluster)
        return cluster

    def _add_short(self, draft: Draft, name: str) -> None:
        key = folded(name)
        cluster, probable = self._by_key.get(key), False
        if cluster is None:
            cluster, probable = self._spelled_out(draft, name)
        if cluster is None:
            cluster = self._last_said(key, draft.first)
        if cluster is None:
            heard = self._by_skeleton.get(skeleton(name))
            if heard is not None and are_variants(name, heard.name, _LEAST_HEARD):
                cluster, probable = heard, True
        if cluster is None:
            cluster = self._new(name, [key])
        cluster.add(draft, probable)

    def _spelled_out(self, draft: Draft, name: str) -> tuple[Cluster | None, bool]:
        """Whose initials a name in capitals is; sure where it stands in brackets behind."""
        letters = name.replace(".", "")
        if not (letters.isupper() and 2 <= len(letters) <= 8) and not _mixed(letters):
            return None, False
        cluster = self._by_initials.get(letters.upper())
        if cluster is None:
            return self._bracketed(draft), False
        self._by_key[folded(name)] = cluster
        return cluster, len(letters) < 3 and self._bracketed(draft) is not cluster

    def _bracketed(self, draft: Draft) -> Cluster | None:
        """The long name that stands right before the bracket that opens before the mention."""
        if self._view.word(draft.first - 1) != "(":
            return None
        cluster = self._ending.get(draft.first - 1)
        if cluster is not None:
            self._by_key[folded(self._view.words_of(draft.first, draft.last))] = cluster
        return cluster

    def _last_said(self, word: str, token: int) -> Cluster | None:
        sayings = self._seen.get(word)
        if not sayings:
            return None
        place = bisect_left(sayings, token, key=lambda saying: saying[0])
        return sayings[place - 1][1] if place else sayings[0][1]


def _words(name: str) -> list[str]:
    return [word for word in folded(name).split() if word not in lists.joining_words()] or [
        folded(name)
    ]


def _stand_ins(name: str, words: list[str]) -> set[str]:
    """Words that can stand for the whole: its head, and a first word of its own.

    Not a first word in capitals: that is another body, as in "UNHCR Regional Office".
    """
    found = {word for word in words if word in lists.body_heads()}
    if words[0] not in lists.body_names() and not name.split()[0].isupper():
        found.add(words[0])
    return found


def _initials(name: str) -> list[str]:
    """Initials of the words, with and without the small ones."""
    words = name.replace("-", " ").split()
    tall = "".join(word[0] for word in words if word[:1].isupper())
    every = "".join(word[0] for word in words if word[:1].isalnum()).upper()
    return [tall.upper(), every]


def _mixed(letters: str) -> bool:
    """ "MoD", "AfDB": short with two capitals or more."""
    return len(letters) < 7 and letters.isalpha() and sum(c.isupper() for c in letters) > 1
