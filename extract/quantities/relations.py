"""How a figure stands to another one: added to it, part of it, or the sum so far."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.counted import View
from extract.quantities.quantity import Quantity, around
from extract.quantities.words import BLANK, any_listed, listed, outcome_words
from extract.records import Figure
from extract.vocabulary import FigureRole


def is_person(figure: Figure) -> bool:
    """Return whether the figure is one person described, rather than a number of them."""
    return figure.counted is not None and (
        figure.start <= figure.counted.start < figure.counted.end <= figure.end
    )


_REACH = 14
"""Tokens before a sum so far; characters before "by"."""
_LONGEST_JOINT = 12
"""Characters between two parts of a list."""
_LONGEST_LINK = 24
"""Characters between a part and its whole."""
_OF = re.compile(
    r"[^\S\n]of[^\S\n](?:(?:the|these|those|his|her|its|their|our|some|about)[^\S\n])?"
)
_WHOLE_REACH, _WHOLE = 6, 2
"""Tokens of a whole that opens a sentence, and those up to its number."""


def role_of(found: Quantity, view: View, left: int, counted: tuple[int, int] | None) -> str:
    """Return the role that the words around the number give it:
    plain, additive, subset or cumulative."""
    if found.around.role != FigureRole.PLAIN:
        return found.around.role
    if _is_subset(view, counted) or whole_before(view) is not None:
        return FigureRole.SUBSET
    if _is_sum(view, left):
        return FigureRole.CUMULATIVE
    words = _roles()["additive_after"]
    known = view.lower(left) == "the"  # "the two other guards"
    return (
        FigureRole.ADDITIVE if view.lower(view.after) in words and not known else FigureRole.PLAIN
    )


def whole_before(view: View) -> int | None:
    """Return the last token of the whole that opens the sentence before those counted: that of
    "wounded" in "Of the 30 wounded, 12 are children", "Of those killed, five"."""
    opening, last = view.sentence.first, view.first - 2
    if view.lower(opening) != "of" or view.lower(view.first - 1) != ",":
        return None
    if last - opening > _WHOLE_REACH:
        return None
    counts = [token for token in range(opening + 1, last + 1) if view.pos(token) == "NUM"]
    if not counts:
        words = outcome_words()
        told = view.lower(last) in words.beside or view.lower(last) in words.nouns
        return last if told else None
    near = len(counts) == 1 and counts[0] - opening <= _WHOLE
    return last if near and view.lower(counts[0] - 1) in ("the", "of") else None


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


_CLAIM_REACH = 60
"""Characters before a number among which "the army said" stands."""
_LISTED = re.compile(r"(?:,|,?[^\S\n]and)[^\S\n](?:an?[^\S\n]\w+[^\S\n]and[^\S\n])?")
_LONGEST_CLAIM_LINK = 24
"""Characters between a toll and what it was before, or between two of a list."""
_NEAR, _FAR = 4, 240
"""Figures back, and characters, to the toll that a bare number is another one for."""
_CLAIMED = frozenset({"killed", "wounded", "casualties", "missing", "captured", "abducted"})
_WHERE = "(?:in|at|near|outside|around)"
_FURTHEST_PLACE = 100
"""Characters from those in one place to the number of another."""
_ENDS = re.compile(r"[^\S\n]?(?:[.;,:!?]|$|\n)")


def of_the_dead(text: str, figures: Iterable[Figure]) -> list[Figure]:
    """Return the figures, those that are told as some of the dead as parts
    of the dead told last."""
    wholes: dict[str, Figure] = {}
    found: list[Figure] = []
    listed: set[str] = set()
    for figure in figures:
        if figure.part_of is None and figure.unit is None:
            figure = _by_place(text, _claimed(text, figure, found), found)
            outcome = _outcome_of_some(text, figure) or _of_list(text, figure, found, listed)
            whole = wholes.get(outcome or "")
            if outcome and whole is None:
                listed.add(figure.id)  # "the dead were two policemen, a cook and ..."
            figure = _as_some(figure, outcome, whole)
            if whole is None and figure.outcome != "other" and figure.id not in listed:
                wholes[figure.outcome] = figure
        found.append(figure)
    return found


def _as_some(figure: Figure, outcome: str | None, whole: Figure | None) -> Figure:
    """The figure with the outcome of the dead, and as a part of them where a toll was told."""
    if outcome is None:
        return figure
    if whole is None:
        return replace(figure, outcome=outcome)
    return replace(figure, outcome=outcome, role=FigureRole.SUBSET, part_of=whole.id)


def _claimed(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """With the outcome told last for a bare number that somebody gives: "the army said six"."""
    if figure.outcome != "other" or figure.counted is not None or figure.vague or not found:
        return figure
    last = next((f for f in reversed(found[-_NEAR:]) if f.outcome in _CLAIMED and not f.unit), None)
    if last is None or not (_was(text, last, figure) or _is_said(text, last, figure)):
        return figure
    return replace(figure, outcome=last.outcome)


def _was(text: str, last: Figure, figure: Figure) -> bool:
    """Whether it is what the toll before was until then: "rose to 17, up from 12"."""
    close = figure.start - last.end < _LONGEST_CLAIM_LINK
    return close and _changed_from().search(text, last.end, figure.start) is not None


def _is_said(text: str, last: Figure, figure: Figure) -> bool:
    """Whether somebody gives the number, and no more than that: "the army said six."."""
    end = around(text, figure.start, figure.end).end  # behind "or more"
    if figure.start - last.end >= _FAR or not _ENDS.match(text, end):
        return False
    return _said().search(text, max(0, figure.start - _CLAIM_REACH), figure.start) is not None


def _by_place(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """With the outcome of those elsewhere before it: "killed 15 in Sulta and 12 in Merrow"."""
    last = found[-1] if found else None
    if last is None or figure.outcome != "other" or last.outcome not in _CLAIMED or last.unit:
        return figure
    start, end = (one.counted.end if one.counted else one.end for one in (last, figure))
    if not 0 < figure.start - start < _FURTHEST_PLACE or not _placed().match(text, end):
        return figure
    listed = _in_place().fullmatch(text, start, figure.start) is not None
    return replace(figure, outcome=last.outcome) if listed else figure


def _outcome_of_some(text: str, figure: Figure) -> str | None:
    before = _among_before().search(text, max(0, figure.start - _CLAIM_REACH), figure.start)
    after = _among_after().match(text, figure.counted.end if figure.counted else figure.end)
    match = before or after
    return _outcomes()[" ".join(match[1].lower().split())] if match else None


def _of_list(text: str, figure: Figure, found: list[Figure], listed: Collection[str]) -> str | None:
    """Of the next one of a list: "the dead included four women and three children"."""
    last = found[-1] if found else None
    if last is None or last.counted is None:
        return None
    if last.id not in listed and (last.part_of is None or last.role != FigureRole.SUBSET):
        return None
    link = text[last.counted.end : figure.start]
    linked = len(link) < _LONGEST_CLAIM_LINK and _LISTED.fullmatch(link) is not None
    open_ended = figure.outcome == "other" or (last.id in listed and figure.outcome == last.outcome)
    return last.outcome if linked and open_ended else None


@cached
def _outcomes() -> dict[str, str]:
    return {
        word: outcome for outcome, words in table("outcomes")["those"].items() for word in words
    }


@cached
def _said() -> re.Pattern[str]:
    """Before a bare number that somebody gives: "the army said only"."""
    giving, sums, rough = (any_listed("harm", name) for name in ("giving", "sums", "rough"))
    return re.compile(
        rf"\b(?:{giving}|{sums}{BLANK}(?:of|at|as)){BLANK}(?:{rough}{BLANK})?$", re.IGNORECASE
    )


@cached
def _changed_from() -> re.Pattern[str]:
    """Before what a toll was: "up from"."""
    return re.compile(rf"\b{any_listed('harm', 'changed')}{BLANK}from{BLANK}$", re.IGNORECASE)


@cached
def _placed() -> re.Pattern[str]:
    """Behind a number, before its place: "others in"."""
    others = any_listed("harm", "others")
    return re.compile(rf"{BLANK}(?:{others}{BLANK})?{_WHERE}{BLANK}", re.IGNORECASE)


@cached
def _in_place() -> re.Pattern[str]:
    """Between those in one place and the number of another: "were shot in Sulta and at least"."""
    helping, more = any_listed("harm", "helping"), any_listed("harm", "more")
    return re.compile(
        rf"(?:(?:{BLANK}{helping}){{0,3}}{BLANK}\w+)?"
        rf"{BLANK}{_WHERE}{BLANK}[^.;:!?\n]{{2,80}}?(?:,|,?{BLANK}and){BLANK}(?:{more}{BLANK})?",
        re.IGNORECASE,
    )


@cached
def _among_before() -> re.Pattern[str]:
    """ "the dead included", "among the dead were", "of those killed,"."""
    holding, also, some = (any_listed("harm", name) for name in ("holding", "also", "some"))
    return re.compile(
        rf"\b(?:(?:among|of){BLANK})?({alternation(_outcomes(), BLANK)})"
        rf"(?:{BLANK}(?:{also}{BLANK})?{holding}|,){BLANK}(?:{some}{BLANK})?$",
        re.IGNORECASE,
    )


@cached
def _among_after() -> re.Pattern[str]:
    """ "... were among the dead"."""
    return re.compile(
        rf"(?:,?{BLANK}(?:and{BLANK})?[\w-]+){{0,8}}?{BLANK}(?:were|was|are|is|being){BLANK}"
        rf"(?:{any_listed('harm', 'also')}{BLANK})?"
        rf"(?:among|amongst){BLANK}({alternation(_outcomes(), BLANK)})\b",
        re.IGNORECASE,
    )
