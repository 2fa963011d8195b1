"""The step of the reading that finds entities."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.entities.entity_typing import assign_kinds
from extract.entities.groups import (
    GroupPhrase,
    clusters_of_groups,
    clusters_of_peoples,
    group_phrases,
)
from extract.entities.mention_detection import tagged_names, with_missed_names
from extract.entities.mentions import Candidate, Cluster, entities_of
from extract.entities.nominal_coreference import NominalCoreference, headings_of
from extract.entities.organisations import Organisations, assign_types, with_whole_names
from extract.entities.persons import Persons
from extract.entities.places import Places, with_datelines, with_generic_nouns
from extract.entities.tokens import Tokens
from extract.records import Article, Reading


def find_entities(doc: Doc, reading: Reading) -> Reading:
    """Find people, places, groups, organisations and outlets, each under all its names."""
    tokens = Tokens(doc)
    clusters = _clusters(tokens, doc.article)
    return replace(reading, entities=entities_of(tokens, clusters))


def _clusters(tokens: Tokens, article: Article) -> list[Cluster]:
    names = with_datelines(tokens, tagged_names(tokens))
    names = with_missed_names(tokens, with_whole_names(tokens, names))
    assign_kinds(tokens, names)
    names = with_generic_nouns(tokens, names)
    taken = _taken(tokens, names)
    groups = [group for group in group_phrases(tokens) if not taken[group.head]]
    covered = _taken(tokens, groups)  # such as "Syrian" in "Syrian troops"
    by_kind: dict[str, list[Candidate]] = defaultdict(list)
    for name in names:
        if not any(covered[name.first : name.last]):
            by_kind[name.kind].append(name)
    organisations = Organisations(tokens).join(by_kind["ORG"])
    assign_types(tokens, organisations, article.publisher)
    clusters = [
        *Persons(tokens).join(by_kind["PER"]),
        *Places(tokens).join(by_kind["LOC"]),
        *organisations,
        *clusters_of_peoples(tokens, by_kind["GROUP"]),
        *clusters_of_groups(tokens, groups),
    ]
    mentions = [mention for cluster in clusters for mention in cluster.mentions]
    headings = headings_of(article.blocks)
    NominalCoreference(tokens, clusters, headings).attach(_taken(tokens, mentions))
    return clusters


def _taken(tokens: Tokens, runs: Sequence[Candidate | GroupPhrase]) -> bytearray:
    """Return for each token whether it stands in one of the runs."""
    taken = bytearray(len(tokens))
    for run in runs:
        taken[run.first : run.last] = b"\1" * (run.last - run.first)
    return taken
