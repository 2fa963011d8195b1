"""Parties that nobody but the other side accuses of an incident."""

from collections.abc import Iterator, Sequence

from extract.checks.page import Page, listed, raised
from extract.entities import are_of_one_side, side_of
from extract.records import Charge, Check, Entity, Incident, Party, Source
from extract.vocabulary import Label, Severity, SourceKind, Stance

_BODIES = frozenset({Label.ORG, Label.GROUP})
_SIDES = {"government": "government", "allied": "government", "opposition": "opposition"}
"""The two sides of a conflict, by the parties that stand on them."""


def accused_by_enemies(page: Page) -> Iterator[Check]:
    """Find parties that are charged with an incident by their enemies, and by nobody else.

    The governor accuses the rebels: the other side.    A monitor does too: let be.
    """
    for incident in page.news:
        for charges in _by_party(page, incident):
            accusers = [page.sources.get(charge.source or "") for charge in charges]
            known = [source for source in accusers if source is not None]
            party = charges[0].party
            if len(known) == len(charges) and all(
                _is_enemy(page, source, party, incident) for source in known
            ):
                yield _check(page, incident, charges, known)


def _check(
    page: Page, incident: Incident, charges: Sequence[Charge], accusers: Sequence[Source]
) -> Check:
    party = charges[0].party
    names = list(dict.fromkeys(source.name for source in accusers))
    return raised(
        "accused-by-enemy",
        Severity.MEDIUM,
        [incident.mentions[0], *(charge.party.span for charge in charges)],
        f"Nobody but the other side accuses “{page.words(party.telling)}” of "
        f"{page.called(incident)}: {listed(names)}.",
    )


def _by_party(page: Page, incident: Incident) -> Iterator[list[Charge]]:
    """The accusations of each party that is not told as the doer and does not claim it."""
    owned = {_key(page, party) for party in incident.side_a}
    owned |= {_key(page, c.party) for c in incident.charges if c.stance == Stance.CLAIM}
    found: dict[str, list[Charge]] = {}
    for charge in incident.charges:
        if charge.stance == Stance.ACCUSE:
            found.setdefault(_key(page, charge.party), []).append(charge)
    return (charges for key, charges in found.items() if key not in owned)


def _key(page: Page, party: Party) -> str:
    return party.entity or page.words(party.telling).lower()


def _is_enemy(page: Page, source: Source, accused: Party, incident: Incident) -> bool:
    """Whether a source is of the other side, is accused itself, or is of those whom it befell."""
    speaks_for = _bodies_of(page, source)
    if any(entity.id == accused.entity for entity in speaks_for):
        return False
    others = {c.party.entity for c in incident.charges if c.party.entity != accused.entity}
    if any(entity.id in others for entity in speaks_for):
        return True
    befallen = [page.entities.get(party.entity or "") for party in incident.side_b]
    if any(e and (e == b or are_of_one_side(e, b)) for e in speaks_for for b in befallen if b):
        return True
    sides = {_side_of_source(page, source, speaks_for), _side(page, accused)}
    return "" not in sides and len(sides) == 2


def _bodies_of(page: Page, source: Source) -> list[Entity]:
    """The groups that a source is or speaks for: "a spokesman for the rebels"."""
    within = {
        entity.id
        for span in source.mentions
        for mention, entity in page.index.within(span.start, span.end)
        if span.holds(mention.span)
    }
    idents = within | {source.entity}
    return [e for e in page.reading.entities if e.id in idents and e.label in _BODIES]


def _side_of_source(page: Page, source: Source, speaks_for: Sequence[Entity]) -> str:
    """The side that a source is of: its group's, and of officials of no group the government's."""
    told = (_SIDES.get(entity.side, "") for entity in speaks_for)
    side = next(filter(None, told), "")
    is_office = source.kind == SourceKind.OFFICIAL and not speaks_for
    return "government" if is_office else side


def _side(page: Page, party: Party) -> str:
    """The side of a party: that of its entity, else what its words tell."""
    entity = page.entities.get(party.entity or "")
    if entity is not None and entity.side:
        return _SIDES.get(entity.side, "")
    told = side_of(page.words(party.telling).split())
    return _SIDES.get(told.party, "") if told else ""
