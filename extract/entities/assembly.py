"""Clusters of mentions as entities of the reading."""

from collections.abc import Iterable

from extract.entities.cluster import Cluster
from extract.entities.view import View
from extract.records import Entity, Mention


def assembled(view: View, clusters: Iterable[Cluster]) -> tuple[Entity, ...]:
    """The entities, numbered by their first mentions."""
    filled = sorted((c for c in clusters if c.drafts), key=lambda cluster: cluster.first)
    return tuple(_entity(view, number, cluster) for number, cluster in enumerate(filled, 1))


def _entity(view: View, number: int, cluster: Cluster) -> Entity:
    mentions = []
    for draft in sorted(cluster.drafts, key=lambda draft: draft.first):
        span = view.span(draft)
        mentions.append(Mention(span.start, span.end, draft.form, draft.probable))
    return Entity(
        id=f"e{number}",
        label=cluster.label,
        name=cluster.name,
        mentions=tuple(mentions),
        country=cluster.country,
        former=cluster.former,
        role=cluster.role,
        side=cluster.side,
        armed=cluster.armed,
    )
