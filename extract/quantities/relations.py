"""How a figure stands to another one: added to it, part of it, or the sum so far."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extract.lexicon import cached, table
from extract.quantities.described import is_person
from extract.quantities.harmed import of_the_dead
from extract.quantities.quantity import Quantity
from extract.quantities.view import View
from extract.quantities.words import BLANK, any_listed, listed
from extract.records import Figure
from extract.vocabulary import FigureRole

_REACH = 14
_LONGEST_JOINT = 12
_LONGEST_LINK = 24
_OF = re.compile(
    r"[^\S\n]of[^\S\n](?:(?:the|these|those|his|her|its|their|our|some|about)[^\S\n])?"
)


def role_of(found: Quantity, view: View, left: int, counted: tuple[int, int] | None) -> str:
    """plain, additive, subset or cumulative, from the words around the number."""
    if found.around.role != FigureRole.PLAIN:
        return found.around.role
    if _is_subset(view, counted):
        return FigureRole.SUBSET
    if _is_sum(view, left):
        return FigureRole.CUMULATIVE
    words = _roles()["additive_after"]
    known = view.lower(left) == "the"  # "the two other guards"
    return (
        FigureRole.ADDITIVE if view.lower(view.after) in words and not known else FigureRole.PLAIN
    )


def _is_subset(view: View, counted: tuple[int, int] | None) -> bool:
    behind = counted[1] if counted else view.after
    return any(_reads_any(view, token, "subset_after") for token in (behind, view.after)) or (
        _reads_any(view, view.after, "subset_of")
    )


def _reads_any(view: View, token: int, name: str) -> bool:
    return any(view.reads(token, tuple(phrase.split())) for phrase in _roles()[name])


def _is_sum(view: View, left: int) -> bool:
    """ "bringing the toll to 30", "a total of 30"."""
    if (
        view.lower(left) not in listed("counted", "sum_links")
        and view.lower(left) not in _roles()["cumulative_verbs"]
    ):
        return False
    for token in view.leftward(left + 1, _REACH):
        if view.lower(token) in _roles()["totals"]:
            return True
        if view.lower(token) in (";", ":") or (
            view.pos(token) == "NUM" and not is_step(view, token)
        ):
            return False
    return False


def is_step(view: View, token: int) -> bool:
    """Return whether a number is what a count changed by or from: "rose by 12 to 45",
    "from 12 to 45"."""
    return view.lower(token - 1) in ("by", "from", "to")


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
    own: bool = False
    """The words right behind those counted say what became of them: "4 wounded"."""


def with_wholes(text: str, placed: Sequence[Placed]) -> list[Figure]:
    """Return each subset with the id of the figure that it is a part of: the nearest before it.

    That one must be counted rather than measured, and stand in the same sentence, or in the one
    before if the part refers back. A part has the outcome of its whole where its words tell none.
    """
    joined: list[Figure] = []
    whole: Placed | None = None
    before: Placed | None = None
    for item in placed:
        figure = item.figure
        if before is not None and _goes_on(text, joined[-1], before, item):
            outcome = figure.outcome if item.own else joined[-1].outcome
            figure = replace(figure, role=FigureRole.SUBSET, outcome=outcome)
        if joined and _is_listed(text, joined[-1], item, figure):
            figure = replace(figure, role=joined[-1].role, part_of=joined[-1].part_of)
        elif whole is not None and _is_part_of(whole, item, figure):
            figure = _as_part(figure, item, whole.figure)
        elif figure.unit is None:
            whole = item
        joined.append(figure)
        before = item
    return of_the_dead(text, [_of_next(text, one, other) for one, other in pairs(joined)])


def _is_part_of(whole: Placed, item: Placed, figure: Figure) -> bool:
    """Whether a subset is near enough to what is counted before to be taken of it."""
    return figure.role == FigureRole.SUBSET and item.sentence - whole.sentence <= item.refers_back


def _as_part(figure: Figure, item: Placed, whole: Figure) -> Figure:
    """The figure as a part of the whole, with its outcome where it has none of its own."""
    outcome = figure.outcome if item.own or item.refers_back else "other"
    outcome = whole.outcome if outcome == "other" else outcome
    return replace(figure, part_of=whole.id, outcome=outcome)


def _is_listed(text: str, last: Figure, item: Placed, figure: Figure) -> bool:
    """Whether a person follows in the list of the figure before: "two men, a nurse"."""
    if not item.refers_back or not is_person(figure):
        return False
    start = last.counted.end if last.counted else last.end
    return text[start : figure.start].strip() in (",", "and", ", and")


def pairs(figures: Sequence[Figure]) -> Iterator[tuple[Figure, Figure | None]]:
    """Return each figure with the one behind it."""
    return zip(figures, [*figures[1:], None][: len(figures)], strict=True)


def _of_next(text: str, figure: Figure, following: Figure | None) -> Figure:
    """A part that stands before its whole: "two of the 15 hostages", "rose by 12 to 45"."""
    if following is None or figure.part_of or following.unit or figure.unit:
        return figure
    between = text[figure.end : following.start][:_LONGEST_LINK]
    if _OF.fullmatch(between):
        return replace(figure, part_of=following.id, role=FigureRole.SUBSET)
    if _to().fullmatch(between) and _by().search(text, max(0, figure.start - _REACH), figure.start):
        return replace(figure, part_of=following.id)
    return figure


def _goes_on(text: str, before: Figure, placed: Placed, item: Placed) -> bool:
    """Whether a figure is listed with a part: "including three boys and two girls"."""
    figure = item.figure
    if before.part_of is None or before.counted is None or figure.unit is not None:
        return False
    if item.own and not placed.own:
        return False  # "including 4 women, and 31 injured"
    between = text[before.counted.end : figure.start][:_LONGEST_JOINT].lower()
    joined = between.strip(" ,").removesuffix(" his").removesuffix(" her").removesuffix(" their")
    return figure.role == FigureRole.PLAIN and joined in ("and", "") and bool(between.strip())


@cached
def _by() -> re.Pattern[str]:
    """Before what a count changed by: "by at least"."""
    return re.compile(rf"\bby{BLANK}(?:{any_listed('counted', 'by')}{BLANK})?$")


@cached
def _to() -> re.Pattern[str]:
    """Between that and the new count: " people to at least"."""
    changed, most = any_listed("counted", "changed"), any_listed("counted", "most")
    return re.compile(rf"{BLANK}(?:{changed}{BLANK})?to{BLANK}(?:{most}{BLANK})?")
