"""The columns of ACLED's that tell of the actors: names, those beside them, and codes."""

from extract.vocabulary import ActorKind
from store.formats.actors import Coded, Parties
from store.formats.tables import Cell
from store.items import Item

CIVILIAN_TARGETING = "Civilian targeting"
"""What stands in `civilian_targeting` where civilians are the main or only target."""

_SIDES = (("actor1", "assoc_actor_1", "inter1"), ("actor2", "assoc_actor_2", "inter2"))
_BOTH = 2
_FIRST = ("External/Other forces", "Civilians")
"""The one pair whose names stand the other way round than their codes: 78."""


def actor_columns(
    parties: Parties, event: Item, *, in_numbers: bool = False
) -> dict[str, Cell | str]:
    """Return the cells of both sides, with the codes of their kinds in words or numbers."""
    row: dict[str, Cell | str] = {}
    beside = (parties.with_first, parties.with_second)
    for columns, coded, allies in zip(_SIDES, (parties.first, parties.second), beside, strict=True):
        if coded is not None:
            row |= _side(columns, coded, allies, event, in_numbers)
    if told := interaction_number(parties) if in_numbers else interaction(parties):
        row["interaction"] = Cell.of(told, event)
    return row


def _side(
    columns: tuple[str, str, str],
    coded: Coded,
    allies: tuple[str, ...],
    event: Item,
    in_numbers: bool,
) -> dict[str, Cell | str]:
    actor, associated, inter = columns
    row: dict[str, Cell | str] = {actor: Cell.of(coded.actor.name, event, coded.reference)}
    if allies:
        row[associated] = Cell.of("; ".join(allies), event)
    if coded.actor.kind:
        kind = coded.actor.kind
        row[inter] = Cell.of(kind.number if in_numbers else kind, event, coded.reference)
    return row


def interaction(parties: Parties) -> str:
    """Return the kinds of both actors in one, whichever is first: "State forces-Rebel group".

    That of one side alone is "State forces only"; nothing where a kind is not known.
    """
    kinds = _kinds(parties)
    if len(kinds) < _BOTH:
        return "".join(f"{kind} only" for kind in kinds)
    told = tuple(str(kind) for kind in kinds)
    return "-".join(_FIRST if set(told) == set(_FIRST) else told)


def interaction_number(parties: Parties) -> str:
    """Return the numbers of both kinds side by side, the lower first: 12; of one alone 10."""
    digits = "".join(str(kind.number) for kind in _kinds(parties))
    return digits.ljust(_BOTH, "0") if digits else ""


def _kinds(parties: Parties) -> list[ActorKind]:
    """The kinds of both actors in the order of their numbers; none where one is not known."""
    sides = [coded.actor.kind for coded in (parties.first, parties.second) if coded]
    kinds = [kind for kind in sides if kind]
    return sorted(kinds, key=lambda kind: kind.number) if len(kinds) == len(sides) else []
