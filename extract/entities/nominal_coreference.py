"""Descriptions that stand for something named: "the watchdog", "the minister", "the province".

A description joins the last entity said before it that its noun fits: a noun said of it by its
name, a title or an apposition, or a sort of body or place that the noun may stand for. In a
heading, where articles are left out, it joins the first one after it. Only the place in "the
Geneva-based watchdog" is a mention inside a mention.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from extract.doc.syntax import Phrase
from extract.entities import lists
from extract.entities.cluster import Cluster
from extract.entities.nouns import first_modifier, is_plural, singular
from extract.entities.view import NONE, Draft, View
from extract.lexicon import cached, table
from extract.records import Block, BlockKind, Label, MentionForm

_Sayings = defaultdict[str, list[tuple[int, Cluster]]]
_REACH = 600
"""Tokens back that a description looks; some 25 sentences."""


class Descriptions:
    """Who can be meant by a common noun, by where each was last said."""

    def __init__(
        self, view: View, clusters: Iterable[Cluster], headings: Iterable[tuple[int, int]]
    ) -> None:
        self._view = view
        self._headings = list(headings)
        self._said: _Sayings = defaultdict(list)
        self._possible: _Sayings = defaultdict(list)
        for cluster in clusters:
            places = [(draft.first, cluster) for draft in cluster.drafts]
            for noun in cluster.roles:
                self._said[noun] += places
            for noun in _possible(cluster):
                self._possible[noun] += places
        for sayings in (*self._said.values(), *self._possible.values()):
            sayings.sort(key=lambda saying: saying[0])

    def attach(self, taken: bytearray) -> None:
        """Add to each cluster the descriptions that mean it, where no other mention stands."""
        for phrase in self._view.nouns:
            found = None if self._is_taken(phrase, taken) else self._meant(phrase)
            if found is not None:
                cluster, probable = found
                first = self._start(phrase, taken)
                cluster.add(Draft(first, phrase.head + 1, "", MentionForm.NOMINAL), probable)

    def _start(self, phrase: Phrase, taken: bytearray) -> int:
        """Where the description begins; a place it is based in lies inside."""
        based = self._based(phrase)
        if based == NONE:
            return first_modifier(self._view, phrase)
        start = based - 2
        while start > phrase.first and taken[start - 1]:
            start -= 1
        return start

    def _meant(self, phrase: Phrase) -> tuple[Cluster, bool] | None:
        """Who is meant, and whether that is only probable."""
        if is_plural(self._view.low[phrase.head]):
            return None
        noun = self._noun(phrase)
        if self._is_definite(phrase):
            for sayings, probable in ((self._said, False), (self._possible, True)):
                found = self._last_of(sayings.get(noun, ()), phrase.head)
                if found is not None:
                    return found, probable
        if self._in_heading(phrase.head) or self._based(phrase) != NONE:
            return self._first_of(noun)
        return None

    @staticmethod
    def _last_of(sayings: Sequence[tuple[int, Cluster]], token: int) -> Cluster | None:
        place = bisect_left(sayings, token, key=lambda saying: saying[0])
        if place and token - sayings[place - 1][0] < _REACH:
            return sayings[place - 1][1]
        return None

    def _first_of(self, noun: str) -> tuple[Cluster, bool] | None:
        one_sort = len(lists.body_nouns().get(noun, ())) == 1
        sayings = self._said.get(noun) or (self._possible.get(noun) if one_sort else None)
        return (sayings[0][1], True) if sayings else None

    def _is_taken(self, phrase: Phrase, taken: bytearray) -> bool:
        """Whether a name stands in the phrase, other than in "Geneva-based"."""
        start = max(self._based(phrase), phrase.first)
        return any(taken[start : phrase.last]) or any(
            self._names_something(place) for place in range(start + 1, phrase.last)
        )

    def _names_something(self, token: int) -> bool:
        """Whether a capital word inside a phrase is more than an office: "the Foreign Minister"."""
        word = self._view.low[token]
        is_office = word in lists.office_modifiers() or word in lists.roles()
        return self._view.tells_name(token) and not is_office and word not in lists.body_nouns()

    def _is_definite(self, phrase: Phrase) -> bool:
        """Whether an article says that the reader knows which one; "the head of ..." is another."""
        if self._view.word(phrase.head + 1) == "of":
            return False
        return self._view.low[phrase.first] in lists.definite_words() or self._in_heading(
            phrase.head
        )

    def _based(self, phrase: Phrase) -> int:
        """The token of the last "based" behind a hyphen; `NONE` without one."""
        places = range(phrase.head - 1, phrase.first + 1, -1)
        hyphen = (
            p for p in places if self._view.low[p] == "based" and self._view.word(p - 1) == "-"
        )
        return next(hyphen, NONE)

    def _in_heading(self, token: int) -> bool:
        offset = self._view.syntax.starts[token]
        place = bisect_right(self._headings, (offset, len(self._view.syntax.text) + 1)) - 1
        return place >= 0 and offset < self._headings[place][1]

    def _noun(self, phrase: Phrase) -> str:
        """The head with the word before it where the two are one noun: "rights group"."""
        noun = singular(self._view.low[phrase.head])
        if phrase.head > phrase.first:
            double = f"{self._view.low[phrase.head - 1]} {noun}"
            if double in lists.body_nouns():
                return double
        return noun


def headings_of(blocks: Iterable[Block]) -> list[tuple[int, int]]:
    """Offsets of the titles and headings, in order."""
    kinds = (BlockKind.TITLE, BlockKind.HEADING)
    return [(block.start, block.end) for block in blocks if block.kind in kinds]


def _possible(cluster: Cluster) -> set[str]:
    """Common nouns that can stand for an entity without having been said of it."""
    if cluster.label is Label.PERSON:
        return set()
    if cluster.label is Label.PLACE:
        return cluster.sorts - cluster.roles
    return {noun for sort in cluster.sorts for noun in _by_sort().get(sort, ())} - cluster.roles


@cached
def _by_sort() -> dict[str, frozenset[str]]:
    return {
        sort: frozenset(words.get("noun", ())) for sort, words in table("organisations").items()
    }
