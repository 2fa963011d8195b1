"""Descriptions of groups that mean the same group."""

from dataclasses import replace

from extract.names.cluster import Cluster
from extract.names.groups import Described, Side
from extract.names.view import Draft, View
from extract.records import Label, MentionForm


def joined_groups(view: View, groups: list[Described]) -> list[Cluster]:
    """Groups by description, those with the same side, kind and country joined."""
    clusters: dict[Side, Cluster] = {}
    wordings: dict[int, set[str]] = {}
    homes = _homes(groups)
    for group in groups:
        side = group.side
        if not side.countries and replace(side, countries=()) in homes:
            side = homes[replace(side, countries=())]
        words = view.words_of(group.first, group.last)
        cluster = clusters.get(side)
        if cluster is None:
            cluster = clusters[side] = Cluster(Label.GROUP, words, former=side.former)
        form = MentionForm.NAME if group.side.countries else MentionForm.NOMINAL
        said = wordings.setdefault(id(cluster), set())
        probable = bool(said) and not _said_before(words, said)
        said.add(words.lower())
        cluster.add(Draft(group.first, group.last, "GROUP", form), probable)
        cluster.name = max(cluster.name, words, key=lambda name: (name[:1].isupper(), len(name)))
    return list(clusters.values())


def _homes(groups: list[Described]) -> dict[Side, Side]:
    """For a side said without a country, the first that is said with one."""
    homes: dict[Side, Side] = {}
    for group in groups:
        if group.side.countries:
            homes.setdefault(replace(group.side, countries=()), group.side)
    return homes


def _said_before(words: str, said: set[str]) -> bool:
    low = words.lower()
    return any(low in known or known in low for known in said)
