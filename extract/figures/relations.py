"""How a figure stands to another one: added to it, part of it, or the sum so far."""

from dataclasses import replace

from extract.figures.quantities import Quantity
from extract.figures.view import View
from extract.lexicon import cached, table
from extract.records import Figure

PLAIN, ADDITIVE, SUBSET, CUMULATIVE = "plain", "additive", "subset", "cumulative"
_REACH = 14
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


def with_wholes(
    figures: list[Figure], sentences: list[int], units: list[str | None]
) -> list[Figure]:
    """Each subset with the id of the figure that it is a part of: the nearest before it.

    It must be of the same sentence or the one before, and be counted rather than measured.
    """
    joined: list[Figure] = []
    whole: int | None = None
    for place, figure in enumerate(figures):
        if figure.role == SUBSET and whole is not None and sentences[place] - sentences[whole] <= 1:
            figure = replace(
                figure, part_of=figures[whole].id, fate=_fate_of_part(figure, figures[whole])
            )
        elif units[place] is None:
            whole = place
        joined.append(figure)
    return joined


def _fate_of_part(part: Figure, whole: Figure) -> str:
    return whole.fate if part.fate == "other" else part.fate
