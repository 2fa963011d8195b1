"""The columns of UCDP GED's that tell of the actors, and of whom the dead were."""

from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from extract.actors import Actor, ged_government
from extract.quantities import counts_civilians
from extract.vocabulary import ActorKind
from store.formats.actors import Parties, coded_of
from store.formats.claims import Incident
from store.formats.document import Document
from store.formats.fatalities import groups_of, toll
from store.formats.tables import Cell
from store.items import Item
from store.references import span_of


class Violence(StrEnum):
    """GED's `type_of_violence`."""

    STATE_BASED = "1"
    NON_STATE = "2"
    ONE_SIDED = "3"


CIVILIANS = "Civilians"
"""Side B of one-sided violence."""

_UNARMED = (ActorKind.CIVILIANS, ActorKind.PROTESTERS)
_PARTS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")


def violence_of(parties: Parties) -> Violence | None:
    """Return the type of violence; none where a side is not known, or is a crowd's own.

    One-sided: an organised actor against people without arms. State-based: one side at least is a
    state. Non-state: both are organised, and neither is.
    """
    if parties.first is None or parties.second is None:
        return None
    first, second = parties.first.actor, parties.second.actor
    if second.kind in _UNARMED or first.kind in _UNARMED:
        attacker = first if second.kind in _UNARMED else second
        return Violence.ONE_SIDED if attacker.is_armed else None
    if not (first.is_armed and second.is_armed):
        return None
    return Violence.STATE_BASED if first.is_state or second.is_state else Violence.NON_STATE


def in_order(parties: Parties) -> Parties:
    """Return the parties as GED has them: a government first, or who attacks civilians."""
    first, second = parties.first, parties.second
    if first is None or second is None:
        return parties
    behind = second.actor.is_state and not first.actor.is_state and first.actor.is_armed
    if behind or (first.actor.kind in _UNARMED and second.actor.is_armed):
        return replace(parties, first=second, second=first)
    return parties


def side_columns(parties: Parties, event: Item) -> dict[str, Cell | str]:
    """Return the type of violence, both sides and the dyad; `parties` in GED's order."""
    row: dict[str, Cell | str] = {}
    if violence := violence_of(parties):
        row["type_of_violence"] = Cell.of(violence, event)
    for column, coded in (("side_a", parties.first), ("side_b", parties.second)):
        if coded is not None:
            row[column] = Cell.of(_name(coded.actor), event, coded.reference)
    if parties.first and parties.second:
        names = (_name(one.actor) for one in (parties.first, parties.second))
        row["dyad_name"] = Cell.of(" - ".join(names), event)
    return row


def _name(actor: Actor) -> str:
    """As GED names a side: a government rather than its army, and civilians without a country."""
    if actor.kind in _UNARMED:
        return CIVILIANS
    government = ged_government(actor.state) if actor.state else None
    return government or actor.name


def deaths_by_side(
    incident: Incident, document: Document, parties: Parties, profile: str, best: float
) -> dict[str, float]:
    """Return the dead of either side, civilians, and those of whom the report does not tell.

    They come to `best`; where the figures do not, nobody knows of whom they are. Who is killed by
    one-sided violence is a civilian, if nothing else is said.
    """
    found = dict.fromkeys(_PARTS, 0.0)
    otherwise = _otherwise(parties)
    for group in groups_of(incident.deaths):
        side = _side_of(group[0], incident, document, parties) or otherwise
        found[side] += toll(group, profile).best or 0
    if sum(found.values()) != best:
        return {**dict.fromkeys(_PARTS, 0.0), otherwise: best}
    return found


def _otherwise(parties: Parties) -> str:
    one_sided = violence_of(parties) is Violence.ONE_SIDED
    return "deaths_civilians" if one_sided else "deaths_unknown"


def _side_of(figure: Item, incident: Incident, document: Document, parties: Parties) -> str:
    """The column of those that a figure counts; nothing where the words do not tell."""
    counted = figure.fields.get("counted") or {}
    noun = str(counted.get("name") or "")
    if not noun or span_of(counted) is None:
        return ""
    if counts_civilians(noun):
        return "deaths_civilians"
    actor = coded_of(counted, incident, document)
    sides = ((parties.first, "deaths_a"), (parties.second, "deaths_b"))
    named = [(one.actor, column) for one, column in sides if one and one.reference]
    armed = [(other, column) for other, column in named if other.is_armed]
    return _column_of(actor, armed) if actor else ""


def _column_of(actor: Actor, armed: Sequence[tuple[Actor, str]]) -> str:
    """The side that an actor is, or that it may be alone: "attackers" are of the only group."""
    if not actor.is_armed:
        return ""
    same = [column for other, column in armed if other.name == actor.name]
    groups = [column for other, column in armed if not other.is_state]
    alone = groups if not actor.is_state and len(groups) == 1 else []
    return next(iter(same or alone), "")
