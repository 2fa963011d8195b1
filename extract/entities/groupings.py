"""Descriptions of groups that mean the same group."""

from dataclasses import replace

from extract.entities.cluster import Cluster
from extract.entities.groups import Described
from extract.entities.sides import PARTIES, Side, bears_arms
from extract.entities.view import Draft, View
from extract.records import Label, MentionForm


def joined_groups(view: View, groups: list[Described]) -> list[Cluster]:
    """Groups by description, those with the same side, kind and country joined.

    Sure is a join of descriptions one of which holds the words of the other; others are probable.
    """
    clusters: dict[Side, Cluster] = {}
    wordings: dict[Side, list[str]] = {}
    sides = {group.side for group in groups}
    homes = _homes(groups)
    for group in groups:
        side = _of_country(homes.get(group.side, group.side), sides)
        words = view.words_of(group.first, group.last)
        label = Label.ORG if side.kind == "office" else Label.GROUP
        cluster = clusters.setdefault(side, _cluster(label, words, side))
        cluster.armed = cluster.armed or bears_arms(words)
        form = MentionForm.NAME if group.side.countries else MentionForm.NOMINAL
        sure = _is_sure(words, wordings.setdefault(side, []))
        cluster.add(Draft(group.first, group.last, "GROUP", form), not sure)
        cluster.name = max(cluster.name, words, key=lambda name: (name[:1].isupper(), len(name)))
    return list(clusters.values())


def _cluster(label: Label, words: str, side: Side) -> Cluster:
    party = side.party if side.party in PARTIES and not side.former else ""
    return Cluster(label, words, former=side.former, side=party)


def _homes(groups: list[Described]) -> dict[Side, Side]:
    """For a side said without a country, the first that is said with one."""
    homes: dict[Side, Side] = {}
    for group in groups:
        if group.side.countries and (group.side.party or group.side.own):
            homes.setdefault(replace(group.side, countries=()), group.side)
    return homes


def _of_country(side: Side, sides: set[Side]) -> Side:
    """Troops of a country are its government's, where the report speaks of those too."""
    governed = replace(side, party="government")
    is_plain = side.kind == "force" and not side.party and not side.own
    return governed if is_plain and governed in sides else side


def _is_sure(words: str, said: list[str]) -> bool:
    """Whether the description goes with the sure ones before it, to which it is then added."""
    low = words.lower()
    sure = not said or any(low in known or known in low for known in said)
    if sure and low not in said:
        said.append(low)
    return sure
