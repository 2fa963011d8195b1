"""The step of the reading that finds entities."""

from collections.abc import Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.entities.assembly import assembled
from extract.entities.cluster import Cluster
from extract.entities.datelines import with_datelines
from extract.entities.entity_typing import settle
from extract.entities.generic import extended
from extract.entities.groupings import joined_groups
from extract.entities.groups import Described, described_groups
from extract.entities.known_mentions import with_known
from extract.entities.mention_detection import tagged_names
from extract.entities.nominal_coreference import Descriptions, headings_of
from extract.entities.organisation_names import with_whole_bodies
from extract.entities.organisation_types import sort_out
from extract.entities.organisations import Bodies
from extract.entities.peoples import joined_peoples
from extract.entities.persons import People
from extract.entities.places import Places
from extract.entities.view import Draft, View
from extract.records import Article, Reading


def find_entities(doc: Doc, reading: Reading) -> Reading:
    """Find people, places, groups, organisations and outlets, each under all its names."""
    view = View(doc)
    clusters = _clusters(view, doc.article)
    return replace(reading, entities=assembled(view, clusters))


def _clusters(view: View, article: Article) -> list[Cluster]:
    drafts = with_known(view, with_whole_bodies(view, with_datelines(view, tagged_names(view))))
    settle(view, drafts)
    drafts = extended(view, drafts)
    taken = _taken(view, drafts)
    groups = [group for group in described_groups(view) if not taken[group.head]]
    drafts = _uncovered(view, drafts, groups)
    bodies = Bodies(view).join([draft for draft in drafts if draft.kind == "ORG"])
    sort_out(view, bodies, article.publisher)
    clusters = [
        *People(view).join([draft for draft in drafts if draft.kind == "PER"]),
        *Places(view).join([draft for draft in drafts if draft.kind == "LOC"]),
        *bodies,
        *joined_peoples(view, [draft for draft in drafts if draft.kind == "GROUP"]),
        *joined_groups(view, groups),
    ]
    named = [draft for cluster in clusters for draft in cluster.drafts]
    Descriptions(view, clusters, headings_of(article.blocks)).attach(_taken(view, named))
    return clusters


def _uncovered(view: View, drafts: list[Draft], groups: list[Described]) -> list[Draft]:
    """The names that are no part of a group's description, such as "Syrian" in "Syrian troops"."""
    covered = _taken(view, groups)
    return [draft for draft in drafts if not any(covered[draft.first : draft.last])]


def _taken(view: View, runs: Sequence[Draft | Described]) -> bytearray:
    """For each token whether it stands in one of the runs."""
    taken = bytearray(len(view))
    for run in runs:
        taken[run.first : run.last] = b"\1" * (run.last - run.first)
    return taken
