"""How a figure stands to another one: added to it, part of it, or the sum so far."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.figures.quantities import Quantity
from extract.figures.view import View
from extract.lexicon import cached, table
from extract.records import Figure

PLAIN, ADDITIVE, SUBSET, CUMULATIVE = "plain", "additive", "subset", "cumulative"
_REACH = 14
_LONGEST_JOINT = 8
_SUM_LINKS = frozenset(
    {"to", "at", "of", "as", "reached", "is", "was", "now", "reaching", "hit", "passed"}
)


def role_of(found: Quantity, view: View, left: int, counted: tuple[int, int] | None) -> str:
    """plain, additive, subset or cumulative, from the words around the number."""
    if found.around.role != PLAIN:
        return found.around.role
    if _is_subset(view, counted):
        return SUBSET
    if _is_sum(view, left):
        return CUMULATIVE
    words = _roles()["additive_after"]
    return ADDITIVE if view.lower(view.after) in words else PLAIN


def _is_subset(view: View, counted: tuple[int, int] | None) -> bool:
    behind = counted[1] if counted else view.after
    return any(_reads_any(view, token, "subset_after") for token in (behind, view.after)) or (
        _reads_any(view, view.after, "subset_of")
    )


def _reads_any(view: View, token: int, name: str) -> bool:
    return any(view.reads(token, tuple(phrase.split())) for phrase in _roles()[name])


def _is_sum(view: View, left: int) -> bool:
    """ "bringing the toll to 30", "a total of 30"."""
    if view.lower(left) not in _SUM_LINKS and view.lower(left) not in _roles()["cumulative_verbs"]:
        return False
    for token in view.leftward(left + 1, _REACH):
        if view.lower(token) in _roles()["totals"]:
            return True
        if view.lower(token) in (";", ":") or view.pos(token) == "NUM":
            return False
    return False


@cached
def _roles() -> dict[str, list[str]]:
    roles: dict[str, list[str]] = table("numbers")["roles"]
    return roles


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure, and where it stands."""

    figure: Figure
    sentence: int
    """Index of its sentence."""
    refers_back: bool
    """Tells by "of them" rather than "including" that it is a part."""


def with_wholes(text: str, placed: Sequence[Placed]) -> list[Figure]:
    """Each subset with the id of the figure that it is a part of: the nearest before it.

    That one must be counted rather than measured, and stand in the same sentence, or in the one
    before if the part refers back.
    """
    joined: list[Figure] = []
    whole: Placed | None = None
    for item in placed:
        figure = item.figure
        if joined and _goes_on(text, joined[-1], figure):
            figure = replace(figure, role=SUBSET)
        if figure.role == SUBSET and whole and item.sentence - whole.sentence <= item.refers_back:
            fate = whole.figure.fate if figure.fate == "other" else figure.fate
            figure = replace(figure, part_of=whole.figure.id, fate=fate)
        elif figure.unit is None:
            whole = item
        joined.append(figure)
    return joined


def _goes_on(text: str, before: Figure, figure: Figure) -> bool:
    """Whether a figure is listed with a part: "including three boys and two girls"."""
    if before.part_of is None or before.counted is None or figure.unit is not None:
        return False
    between = text[before.counted.end : figure.start][:_LONGEST_JOINT]
    return figure.role == PLAIN and between.strip(" ,") == "and"
