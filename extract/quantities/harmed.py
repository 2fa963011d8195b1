"""Parts of those told before: "the dead included four women", "two soldiers were among them"."""

import re
from collections.abc import Collection, Iterable
from dataclasses import replace

from extract.lexicon import cached, table
from extract.lexicon.using import alternation
from extract.quantities.words import BLANK, any_listed
from extract.records import Figure
from extract.vocabulary import FigureRole

_REACH = 60
_LISTED = re.compile(r"(?:,|,?[^\S\n]and)[^\S\n](?:an?[^\S\n]\w+[^\S\n]and[^\S\n])?")
_LONGEST_LINK = 24
_NEAR, _FAR = 4, 240
_CLAIMED = frozenset({"killed", "wounded", "casualties", "missing", "captured", "abducted"})
_WHERE = "(?:in|at|near|outside|around)"
_FURTHEST_PLACE = 100
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
            outcome = _outcome_of_some(text, figure) or _goes_on(text, figure, found, listed)
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
    close = figure.start - last.end < _LONGEST_LINK
    return close and _changed_from().search(text, last.end, figure.start) is not None


def _is_said(text: str, last: Figure, figure: Figure) -> bool:
    """Whether somebody gives the number, and no more than that: "the army said six."."""
    if figure.start - last.end >= _FAR or not _ENDS.match(text, figure.end):
        return False
    return _said().search(text, max(0, figure.start - _REACH), figure.start) is not None


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
    before = _before().search(text, max(0, figure.start - _REACH), figure.start)
    after = _after().match(text, figure.counted.end if figure.counted else figure.end)
    match = before or after
    return _outcomes()[" ".join(match[1].lower().split())] if match else None


def _goes_on(text: str, figure: Figure, found: list[Figure], listed: Collection[str]) -> str | None:
    """Of the next one of a list: "the dead included four women and three children"."""
    last = found[-1] if found else None
    if last is None or last.counted is None:
        return None
    if last.id not in listed and (last.part_of is None or last.role != FigureRole.SUBSET):
        return None
    link = text[last.counted.end : figure.start]
    linked = len(link) < _LONGEST_LINK and _LISTED.fullmatch(link) is not None
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
def _before() -> re.Pattern[str]:
    """ "the dead included", "among the dead were", "of those killed,"."""
    holding, also, some = (any_listed("harm", name) for name in ("holding", "also", "some"))
    return re.compile(
        rf"\b(?:(?:among|of){BLANK})?({alternation(_outcomes(), BLANK)})"
        rf"(?:{BLANK}(?:{also}{BLANK})?{holding}|,){BLANK}(?:{some}{BLANK})?$",
        re.IGNORECASE,
    )


@cached
def _after() -> re.Pattern[str]:
    """ "... were among the dead"."""
    return re.compile(
        rf"(?:,?{BLANK}(?:and{BLANK})?[\w-]+){{0,8}}?{BLANK}(?:were|was|are|is|being){BLANK}"
        rf"(?:{any_listed('harm', 'also')}{BLANK})?"
        rf"(?:among|amongst){BLANK}({alternation(_outcomes(), BLANK)})\b",
        re.IGNORECASE,
    )
