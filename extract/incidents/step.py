"""The step that joins what a report tells into incidents."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.incidents.acts import Act, Acts
from extract.incidents.clusters import Cluster, Twins, is_none, is_quiet
from extract.incidents.digest import Digest
from extract.incidents.figures import Figures
from extract.incidents.kinds import kind_of_row
from extract.incidents.overviews import without_overviews
from extract.incidents.persons import Persons
from extract.incidents.places import EXACT, Areas
from extract.incidents.relating import Relations
from extract.incidents.sides import Opponents
from extract.incidents.testimony import Testimony
from extract.incidents.tolls import Tolls
from extract.incidents.trials import dated_later
from extract.records import Figure, Incident, Party, Reading
from extract.vocabulary import EventType

_ENOUGH = 2
"""How many of day, place, doer, victim, number and lead a violent incident has at least:
"the violence" alone is none."""


def find_incidents(doc: Doc, reading: Reading) -> Reading:
    """Return the reading with the incidents of the report, in the order of the text."""
    areas = Areas(doc, reading)
    events = Testimony(doc).events_beside(reading.events)
    acts = Acts(doc, replace(reading, events=events), areas).told()
    digest = Digest(doc, reading, areas)
    clusters = [c for c in digest.clusters(dated_later(doc, acts)) if not is_none(c)]
    clusters = without_overviews(doc, clusters)
    twins = Twins(clusters)
    persons = Persons(doc, reading)
    relations, tolls = Relations(doc, persons), Tolls(persons)
    opponents = Opponents(doc, reading, clusters, areas, twins)
    counted = Figures(doc, reading, clusters, areas, digest)
    kept = [(cluster, counted.of(cluster)) for cluster in clusters]
    kept = [(cluster, figures) for cluster, figures in kept if _is_told(cluster, figures)]
    main = next((cluster for cluster, _ in kept if cluster.leads and not is_quiet(cluster)), None)
    found: list[Incident] = []
    related: dict[str, Figure] = {}
    for number, (cluster, figures) in enumerate(kept, 1):
        lead = _kind_of(cluster)
        side_a, side_b, charges = opponents.of(cluster)
        told = relations.of(figures)
        related |= {figure.id: figure for figure in told}
        counted_as = tolls.of(cluster, told)
        kind, subkind = kind_of_row(lead, cluster.acts, (side_a, side_b), counted_as, doc.text)
        found.append(
            Incident(
                f"i{number}",
                kind,
                subkind,
                events=tuple(dict.fromkeys(act.event.id for act in cluster.acts)),
                mentions=tuple(sorted({t for act in cluster.acts for t in act.event.triggers})),
                figures=tuple(figure.id for figure in figures),
                side_a=side_a,
                side_b=side_b,
                charges=charges,
                places=digest.with_region(cluster, _places(cluster.acts, areas)),
                when=_when(twins.dated(cluster)),
                tolls=counted_as,
                sources=_sources(cluster, figures),
                main=cluster is main,
                background=all(act.is_background for act in cluster.acts),
                aggregate=cluster.lead.aggregate,
            )
        )
    told_of = tuple(related.get(figure.id, figure) for figure in reading.figures)
    return replace(reading, figures=told_of, incidents=tuple(found))


def _is_told(cluster: Cluster, figures: Sequence[Figure]) -> bool:
    """Whether enough is known of it to be an incident of its own."""
    acts = cluster.acts
    signs = (
        any(act.own_place for act in acts),
        any(act.own_day for act in acts),
        any(act.actors for act in acts),
        any(act.targets for act in acts),
        bool(figures),
        cluster.leads,
    )
    if not any((*signs[:2], *signs[4:])) and all(act.is_general for act in acts):
        return False  # "similar attacks have been blamed on bandits"
    taken = all(act.category.territorial and act.is_background for act in acts)
    if taken and not any(act.actors or act.own_day for act in acts):
        return False  # "the worst since it came under their control"
    return sum(signs) >= _ENOUGH


def _kind_of(cluster: Cluster) -> Act:
    """The act that gives the kind: the fighting of a battle, else what was done with its parties.

    Harm gives it only where nothing else is told.
    """
    acts = [act for act in cluster.acts if not act.is_harm] or cluster.acts
    violent = [act for act in acts if act.event.kind != EventType.STRATEGIC] or acts
    battles = [act for act in violent if act.event.kind == EventType.BATTLES]
    fights = [act for act in battles if act.category.reciprocal] if cluster.is_battle else []
    return max(fights or violent, key=lambda act: bool(act.actors) + bool(act.targets))


def _places(acts: Iterable[Act], areas: Areas) -> tuple[Party, ...]:
    """Where it took place, each place once: those told with it, the most exact first."""
    told = [act for act in acts if act.event.place]
    own = [act for act in told if act.own_place] or told[:1]
    found: dict[str, Party] = {}
    for act in own:
        if act.event.place:
            place = areas.inside(act.event.place)
            key = act.place if place is act.event.place else place.entity
            found.setdefault(key or act.event.id, place)
    return tuple(sorted(found.values(), key=lambda place: EXACT.index(areas.width(place.entity))))


def _when(acts: Sequence[Act]) -> str | None:
    """The date that tells its day best: told with it, a single day before a longer time."""
    dated = [act for act in acts if act.days]
    if not dated:
        return next((act.event.when for act in acts if act.event.when and act.own_day), None)
    best = min(dated, key=lambda act: (not act.own_day, act.days and act.days[1] - act.days[0]))
    return best.event.when


def _sources(cluster: Cluster, figures: Iterable[Figure]) -> tuple[str, ...]:
    told = [act.event.source for act in cluster.acts] + [figure.source for figure in figures]
    return tuple(dict.fromkeys(source for source in told if source))
