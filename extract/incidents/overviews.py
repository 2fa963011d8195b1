"""What opens a report on several incidents and is none of them: "gunmen attacked two churches".

The two follow, each with its place: whoever counted the opening as well would have three rows.
"""

from collections.abc import Sequence

from extract.doc import Doc
from extract.doc.morphology import is_plural, singular
from extract.incidents.clusters import Cluster, is_quiet
from extract.incidents.places import ground_words
from extract.lexicon import table

_MOST = 6
"""Incidents that an opening counts, and sentences behind it among which they are told."""
_LONGEST = 4
"""Words of what is counted: "two Catholic churches"."""


def without_overviews(doc: Doc, clusters: Sequence[Cluster]) -> list[Cluster]:
    """Return the incidents without those that only count others behind them."""
    kept: list[Cluster] = []
    for place, cluster in enumerate(clusters):
        number = 0 if is_quiet(cluster) else _counted(doc, cluster)
        told = _told_behind(cluster, clusters[place + 1 :]) if number else []
        if not number or len(told) < number:
            kept.append(cluster)
        else:
            told[0].leads |= cluster.leads
    return kept


def _counted(doc: Doc, cluster: Cluster) -> int:
    """How many places or sites its words count: "two churches"; 0 where they count none."""
    words = (t.telling.of(doc.text).lower().split() for a in cluster.acts for t in a.event.targets)
    numbers = [_number(told) for told in words if 1 < len(told) <= _LONGEST]
    return max(numbers, default=0)


def _number(words: Sequence[str]) -> int:
    if not is_plural(words[-1]) or singular(words[-1]) not in ground_words():
        return 0
    number = int(table("numbers")["words"].get(words[0], 0))
    number = int(words[0]) if words[0].isdecimal() and len(words[0]) == 1 else number
    return number if 1 < number <= _MOST else 0


def _told_behind(cluster: Cluster, others: Sequence[Cluster]) -> list[Cluster]:
    """Violent incidents told right behind it, each at another place, on no other day."""
    last, found, places = cluster.sentences[-1], [], set(cluster.own_places)
    for other in others:
        near = last < other.sentences[0] <= last + _MOST and not is_quiet(other)
        days = not other.own_days or not cluster.own_days or other.own_days & cluster.own_days
        new = other.own_places - places
        if near and days and new:
            places |= new
            found.append(other)
    return found
