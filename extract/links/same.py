"""Figures that count the same people: a later toll, another source's count, a part of a sum."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from extract.doc.syntax import Sentence, Syntax
from extract.lexicon import cached, table
from extract.links.cues import (
    ANYONE,
    class_of,
    counts_bodies,
    died_later,
    is_broad,
    is_in_brackets,
    is_perhaps,
    modifier_of,
    was_before,
)
from extract.records import Figure
from extract.vocabulary import FigureRole

_PEOPLE = frozenset(
    {"killed", "wounded", "casualties", "missing", "captured", "abducted", "displaced"}
)
_MOST_GROUPS = 12
"""Groups of people of one event that a figure is compared with, latest first."""
_MOST_PARTS, _NEAR = 6, 240
"""Figures behind a sum that may be its parts; characters before a figure among which "earlier"
stands."""
_HALF = 2
"""A count of another source that is smaller by more is rather of a part."""


@dataclass(slots=True)
class _Group:
    """Counts of the same people."""

    first: Figure
    kind: str
    last: Figure
    figures: list[str] = field(default_factory=list)


class Same:
    """Tells which figures of one event count the same people."""

    def __init__(self, syntax: Syntax) -> None:
        self._syntax = syntax
        self._text = syntax.text
        self._groups: dict[tuple[str, str], list[_Group]] = {}
        self._parts: dict[str, str] = {}
        self._told: dict[int, set[str]] = {}

    def told(self, figures: Sequence[Figure]) -> list[Figure]:
        """Return the figures with what each counts again,
        and what each turns out to be a part of."""
        known = {figure.id: figure for figure in figures}
        figures = self._broken_down(figures)
        placed = [self._placed(figure, known) for figure in figures]
        return [self._as_part(figure) for figure in placed]

    def _take_in(self, toll: Figure, groups: list[_Group]) -> None:
        """Make those told as further ones parts of the toll that sums up."""
        further = [group for group in groups if group.first.role == FigureRole.ADDITIVE]
        self._parts.update((one, toll.id) for group in further for one in group.figures)
        groups[:] = [group for group in groups if group.first.role != FigureRole.ADDITIVE]

    def _role_of(self, figure: Figure, other: Figure) -> str:
        """Whether a count of people told before is the newer one or a rival: "later", "put at"."""
        if was_before(self._text, figure):
            return FigureRole.EARLIER
        if self._says(figure, "earlier"):
            alone = self._sentence(other) != self._sentence(figure)
            near = max(other.end, figure.start - _NEAR)
            between = self._text[near : figure.start].lower().split()
            older = alone or not _words()["earlier"].isdisjoint(between)
            return FigureRole.EARLIER if older else FigureRole.CUMULATIVE
        if self._says(figure, "later"):
            return FigureRole.CUMULATIVE
        return FigureRole.PLAIN if self._says(figure, "rival") else figure.role

    def _as_part(self, figure: Figure) -> Figure:
        whole = self._parts.get(figure.id)
        if whole is None or figure.part_of:
            return figure
        return replace(figure, part_of=whole, role=FigureRole.SUBSET, same_as=None)

    def _placed(self, figure: Figure, known: dict[str, Figure]) -> Figure:
        if not self._counts(figure) or _lies_inside(figure, known):
            return figure
        groups = self._groups.setdefault((figure.event or "", figure.outcome), [])
        if (known_group := _group_with(figure.same_as, groups)) is not None:
            return self._again(figure, known_group, groups)
        if (
            groups
            and figure.role in (FigureRole.PLAIN, FigureRole.CUMULATIVE)
            and died_later(self._text, figure)
        ):
            figure = replace(figure, role=FigureRole.ADDITIVE)
        near = groups[-_MOST_GROUPS:]
        kind = class_of(self._text, figure)
        if (whole := self._found_of(figure, near)) is not None:
            return replace(figure, part_of=whole.first.id, role=FigureRole.SUBSET)
        group = self._group_of(figure, kind, near)
        if group is None:
            return self._apart(figure, kind, groups)
        role = self._role_of(figure, group.last)
        again = self._again(figure, group, groups)
        return replace(again, same_as=group.first.id, role=role)

    def _again(self, figure: Figure, group: _Group, groups: list[_Group]) -> Figure:
        """Keep that a figure counts the people of a group again; a toll of all takes in others."""
        group.last = figure
        group.figures.append(figure.id)
        if figure.role == FigureRole.CUMULATIVE and class_of(self._text, figure) == ANYONE:
            self._take_in(figure, groups)
        return figure

    def _apart(self, figure: Figure, kind: str, groups: list[_Group]) -> Figure:
        """A figure of people not counted before: new ones, or a part or the sum of those known."""
        whole = self._whole_of(figure, kind, groups[-_MOST_GROUPS:])
        if whole is not None:
            return replace(figure, part_of=whole.first.id, role=FigureRole.SUBSET)
        near = groups[-_MOST_GROUPS:]
        if near and kind == ANYONE and self._sums_up(figure, near):
            self._parts.update((one, figure.id) for group in near for one in group.figures)
            del groups[-_MOST_GROUPS:]
        groups.append(_Group(figure, kind, figure, [figure.id]))
        return figure

    def _counts(self, figure: Figure) -> bool:
        return figure.outcome in _PEOPLE and figure.unit is None and figure.event is not None

    def _group_of(self, figure: Figure, kind: str, groups: list[_Group]) -> _Group | None:
        if figure.role == FigureRole.CUMULATIVE:
            return self._before_toll(kind, groups)
        if figure.role != FigureRole.PLAIN:
            return None
        return next((g for g in reversed(groups) if self._is_same(figure, kind, g)), None)

    def _before_toll(self, kind: str, groups: list[_Group]) -> _Group | None:
        """The first count of a toll: of its own kind, else the only one there is.

        Those who were reported as more than that are taken in.
        """
        told = [group for group in groups if group.first.role != FigureRole.ADDITIVE]
        own = [g for g in told if kind != ANYONE and g.kind == kind]
        return own[0] if own else told[0] if len(told) == 1 and kind == ANYONE else None

    def _broken_down(self, figures: Sequence[Figure]) -> list[Figure]:
        """With the parts of a sum that its own sentence lists: "16 people: nine rebels, ..."."""
        found = list(figures)
        for place, figure in enumerate(figures):
            if self._counts(figure):
                for part in self._parts_of(figure, figures[place + 1 : place + 1 + _MOST_PARTS]):
                    at = place + 1 + part
                    found[at] = replace(found[at], part_of=figure.id, role=FigureRole.SUBSET)
        return found

    def _parts_of(self, whole: Figure, following: Sequence[Figure]) -> range:
        """How many that follow make up the sum; none where they do not."""
        bracketed = [
            is_in_brackets(self._text, whole, part) and _least(part) <= _most(whole)
            for part in following
        ]
        if any(bracketed):
            return range(bracketed.index(False) if False in bracketed else len(bracketed))
        if class_of(self._text, whole) != ANYONE:
            return range(0)
        total = 0.0
        for number, part in enumerate(following, 1):
            alike = (part.event, part.outcome, part.role) == (
                whole.event,
                whole.outcome,
                FigureRole.PLAIN,
            )
            if not alike or part.part_of or self._sentence(part) != self._sentence(whole):
                break
            total += _least(part)
            if total >= _least(whole):
                exact = total == _least(whole) and number > 1
                return range(number if exact else 0)
        return range(0)

    def _is_same(self, figure: Figure, kind: str, group: _Group) -> bool:
        other = group.last
        rival = bool(figure.source and other.source and figure.source != other.source)
        if not rival and self._sentence(figure) == self._sentence(other):
            last = other.role == FigureRole.CUMULATIVE and was_before(self._text, figure)
            return last or is_perhaps(self._text, figure)
        if not rival and self._of_others(figure):
            return False
        return self._fits(figure, kind, group, rival=rival)

    def _fits(self, figure: Figure, kind: str, group: _Group, *, rival: bool) -> bool:
        """Whether number and noun of a count go with those of the group."""
        if 0 in (_least(figure), _least(group.last)):
            return kind == group.kind or ANYONE in (kind, group.kind)
        if kind == group.kind:
            return not self._are_two_sides(figure, group.last)
        return self._is_broader(figure, kind, group, rival=rival)

    def _is_broader(self, figure: Figure, kind: str, group: _Group, *, rival: bool) -> bool:
        """Whether "14 people" and "16 villagers" may be the same."""
        if ANYONE not in (kind, group.kind):
            return False
        special, general = (figure, group.last) if group.kind == ANYONE else (group.last, figure)
        if not is_broad(kind if group.kind == ANYONE else group.kind):
            return _least(special) == _least(general) or _least(special) > _most(general)
        close = _least(special) * _HALF >= _least(general)
        return _least(special) >= _least(general) or (rival and close)

    def _whole_of(self, figure: Figure, kind: str, groups: list[_Group]) -> _Group | None:
        """The people at large that a smaller count of another sentence is taken of."""
        if figure.role != FigureRole.PLAIN or kind == ANYONE or self._of_others(figure):
            return None
        for group in reversed(groups):
            other = self._sentence(group.last) != self._sentence(figure)
            if other and group.kind == ANYONE and _least(figure) < _most(group.last):
                return group
        return None

    def _found_of(self, figure: Figure, groups: list[_Group]) -> _Group | None:
        """The dead of whom so many bodies were found: a count of bodies is no rival claim."""
        if figure.role != FigureRole.PLAIN or not counts_bodies(self._text, figure):
            return None
        larger = (g for g in reversed(groups) if _least(g.last) > _most(figure))
        return next(larger, None)

    def _sums_up(self, figure: Figure, groups: list[_Group]) -> bool:
        if figure.role == FigureRole.ADDITIVE:
            return False
        total = sum(_least(group.last) for group in groups)
        later = figure.role == FigureRole.CUMULATIVE or all(
            self._sentence(g.last) != self._sentence(figure) for g in groups
        )
        return later and not self._of_others(figure) and _least(figure) >= total

    def _are_two_sides(self, figure: Figure, other: Figure) -> bool:
        """ "three Chadian soldiers" and "two Sudanese soldiers" are not the same."""
        mine, theirs = (modifier_of(self._text, one) for one in (figure, other))
        return bool(mine and theirs and mine != theirs) and figure.source == other.source

    def _of_others(self, figure: Figure) -> bool:
        return self._says(figure, "others")

    def _says(self, figure: Figure, name: str) -> bool:
        """Whether the sentence has one of the words."""
        sentence = self._sentence(figure)
        if sentence is None:
            return False
        if sentence.first not in self._told:
            words = {self._syntax.lower(t) for t in range(sentence.first, sentence.last)}
            self._told[sentence.first] = {n for n, some in _words().items() if words & some}
        return name in self._told[sentence.first]

    def _sentence(self, figure: Figure) -> Sentence | None:
        return self._syntax.sentence_at(figure.start)


def _group_with(first: str | None, groups: Iterable[_Group]) -> _Group | None:
    """The group of the figure of an id: what is known to count the same people stays so."""
    return next((group for group in groups if first in group.figures), None)


def in_wholes(figures: Sequence[Figure]) -> list[Figure]:
    """Return the figures, each part of the event of its whole;
    a toll that has none of the last one's."""
    known = {figure.id: figure for figure in figures}
    last: dict[str, Figure] = {}
    placed = []
    for figure in figures:
        whole = known.get(figure.part_of) if figure.part_of else None
        if whole is not None and whole.outcome == figure.outcome:
            figure = replace(figure, event=whole.event)
        elif (
            figure.role == FigureRole.CUMULATIVE and figure.event is None and figure.outcome in last
        ):
            event = last[figure.outcome]
            figure = replace(figure, event=event.event, place=event.place, when=event.when)
        if figure.event is not None and figure.unit is None:
            last[figure.outcome] = figure
        placed.append(figure)
    return placed


def _lies_inside(figure: Figure, known: dict[str, Figure]) -> bool:
    """Whether it is a part of what is counted already."""
    whole = known.get(figure.part_of) if figure.part_of else None
    return whole is not None and whole.outcome == figure.outcome


def _least(figure: Figure) -> float:
    return next((n for n in (figure.low, figure.point, figure.high) if n is not None), 0)


def _most(figure: Figure) -> float:
    return next((n for n in (figure.high, figure.point, figure.low) if n is not None), 0)


def same_people(figures: Iterable[Figure], syntax: Syntax) -> list[Figure]:
    """Return the figures with `same_as`, and `part_of` where a later sentence tells the sum.

    A later toll, a rival source's count and the same people under another noun name the first
    count of those people.
    """
    return Same(syntax).told(list(figures))


@cached
def _words() -> dict[str, frozenset[str]]:
    lists = table("outcomes")
    return {
        name: frozenset(lists[name]["words"]) for name in ("others", "later", "rival", "earlier")
    }
