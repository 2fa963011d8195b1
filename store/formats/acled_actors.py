"""The columns of ACLED's that tell of the actors: names, those beside them, and codes."""

from store.formats.actors import Coded, Parties
from store.formats.tables import Cell
from store.items import Item

CIVILIAN_TARGETING = "Civilian targeting"
"""What stands in `civilian_targeting` where civilians are the main or only target."""

_SIDES = (("actor1", "assoc_actor_1", "inter1"), ("actor2", "assoc_actor_2", "inter2"))
_FIRST = ("External/Other forces", "Civilians")
"""The one pair whose names stand the other way round than their codes: 78."""


def actor_columns(parties: Parties, event: Item) -> dict[str, Cell | str]:
    """Return the cells of both sides, with the codes of their kinds in words."""
    row: dict[str, Cell | str] = {}
    beside = (parties.with_first, parties.with_second)
    for columns, coded, allies in zip(_SIDES, (parties.first, parties.second), beside, strict=True):
        if coded is not None:
            row |= _side(columns, coded, allies, event)
    if told := interaction(parties):
        row["interaction"] = Cell.of(told, event)
    return row


def _side(
    columns: tuple[str, str, str], coded: Coded, allies: tuple[str, ...], event: Item
) -> dict[str, Cell | str]:
    actor, associated, inter = columns
    row: dict[str, Cell | str] = {actor: Cell.of(coded.actor.name, event, coded.reference)}
    if allies:
        row[associated] = Cell.of("; ".join(allies), event)
    if coded.actor.kind:
        row[inter] = Cell.of(coded.actor.kind, event, coded.reference)
    return row


def interaction(parties: Parties) -> str:
    """Return the kinds of both actors in one, whichever is first: "State forces-Rebel group".

    That of one side alone is "State forces only"; nothing where a kind is not known.
    """
    sides = [coded.actor.kind for coded in (parties.first, parties.second) if coded]
    kinds = [kind for kind in sides if kind]
    if not kinds or len(kinds) < len(sides):
        return ""
    if len(kinds) == 1:
        return f"{kinds[0]} only"
    told = tuple(str(kind) for kind in sorted(kinds, key=lambda kind: kind.number))
    return "-".join(_FIRST if set(told) == set(_FIRST) else told)
