"""Where and when something took place: from its clause, else its sentence, else its paragraph."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from extract.doc.cell_settings import CellSettings
from extract.doc.clauses import Clauses
from extract.doc.datelines import dateline_at
from extract.doc.doc import Doc
from extract.doc.phrases import token_before
from extract.doc.setting_scope import (
    ActScope,
    dates_a_statement,
    is_origin,
    is_to_come,
    of_another,
    words,
)
from extract.doc.syntax import Syntax
from extract.doc.tables import Cell
from extract.lexicon import table
from extract.records import Party, When

_LOOKED_AT = 4
"""Places or dates to each side of a trigger that are compared."""
_OPENING_SENTENCES = 5
"""Sentences, title included, in which a report tells the day of its news."""
_FRESH = timedelta(days=7)
_NEWS = timedelta(days=3)
"""Before publication, in which what is said is news of the report."""
_T = TypeVar("_T", Party, When)


@dataclass(frozen=True, slots=True)
class Setting:
    """Place and date of a trigger or count; `near` tells whether its own clause gives them."""

    place: Party | None
    place_near: bool
    when: When | None
    when_near: bool
    tried: bool = False
    """Whether it is told as what somebody stands trial or was sentenced for."""


NOWHERE = Setting(None, False, None, False)
"""Where neither place nor date is given."""


class _Placed(Generic[_T]):
    """Places or dates in the order of the text."""

    def __init__(self, items: Iterable[_T]) -> None:
        self._items: list[_T] = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def around(self, offset: int, start: int, end: int) -> list[_T]:
        """Return those next to an offset and between two others, the nearest first."""
        here = bisect_left(self._starts, offset)
        beside = range(max(here - _LOOKED_AT, 0), min(here + _LOOKED_AT, len(self._items)))
        inside = [place for place in beside if start <= self._starts[place] < end]
        inside.sort(key=lambda place: distance(offset, self._starts[place]))
        return [self._items[place] for place in inside]


def distance(trigger: int, told: int) -> int:
    """Return how far a place or date is from a trigger, by their offsets: in characters, which
    count twice where it stands before."""
    gap = told - trigger
    return gap if gap >= 0 else -2 * gap


class PlaceAndTime:
    """The places and dates of a report, to be asked for those of an event or a figure."""

    def __init__(
        self,
        doc: Doc,
        places: Iterable[Party],
        dates: Iterable[When],
        statement_at: Callable[[int], int] | None = None,
    ) -> None:
        """`statement_at` numbers the statement at an offset, where counts are asked for.

        The dates of a count are those of its own statement, and what leads to its place is wider:
        "people of Merrow". Of an event, which is found before statements are, the governor of a
        date tells whether that is one of saying; what was said days before the report came
        out is dated by it: "Last week the army said that it had taken the town".
        """
        self._syntax = syntax = doc.syntax
        self._blocks = doc.article.blocks
        self._statement_at = statement_at
        self._published = doc.article.published
        leading = words().counting if statement_at else words().locating
        places, dates = list(places), list(dates)
        self._cells = CellSettings(doc, places, [when for when in dates if when.calendar])
        named = [place for place in places if dateline_at(doc, place.start) is None]
        self._places = _Placed(named)
        self._introduced = _Placed(p for p in named if _is_introduced(p, syntax, leading))
        self._streets = _Placed(place for place in named if _is_street(place, syntax))
        self._dates = _Placed(
            when for when in dates if when.calendar and dateline_at(doc, when.start_offset) is None
        )

    def of(self, token: int, clauses: Clauses) -> Setting:
        """Return where and when that took place which the token tells or counts."""
        found = self._told_beside(token, clauses)
        cell = self._cells.cell_at(self._syntax.starts[token])
        return found if cell is None else self._of_cell(cell, found)

    def _of_cell(self, cell: Cell, found: Setting) -> Setting:
        """Of a cell what its own words tell, and then what stands around it in the table."""
        place, when = found.place, found.when
        if place is None or not cell.span.holds(place.span):
            place = self._cells.place(cell)
        if when is None or not cell.span.holds(when.span):
            when = self._cells.when(cell)
        return Setting(place, place is not None, when, when is not None, found.tried)

    def _told_beside(self, token: int, clauses: Clauses) -> Setting:
        act = ActScope(token, clauses)
        own = self._attached(self._places, act)
        place, near = (own, True) if own else self._beside(self._introduced, act)
        if place is None or not clauses.sentence.start <= place.start < clauses.sentence.end:
            street, beside = self._beside(self._streets, act)
            place, near = (street, True) if street and beside else (place, near)
        told = self._attached(self._dates, act)
        when, when_near = (told, True) if told else self._beside(self._dates, act)
        return Setting(place, near, when, when_near, act.is_tried)

    def _attached(self, found: _Placed[_T], act: ActScope) -> _T | None:
        """What modifies the trigger: "clashes in the town", "the May attack", "fled on Monday"."""
        for start, end in act.attached:
            inside = (i for i in found.around(end, start, end) if not self._is_aside(i))
            first = next(inside, None)
            if first is not None:
                return first
        return None

    def _is_aside(self, found: Party | When) -> bool:
        """Whether a date is of what is to come, or a place from which something came."""
        return is_to_come(found, self._syntax) or is_origin(found, self._syntax)

    def _beside(self, found: _Placed[_T], act: ActScope) -> tuple[_T | None, bool]:
        """The nearest in the clause, then in the sentence, then the last before in the block."""
        sentence, block = act.sentence, self._blocks[act.sentence.block]
        for start, end in (act.clause, (sentence.start, sentence.end)):
            near = found.around(act.offset, start, end)
            inside = [i for i in near if self._goes_with(i, act)]
            if (start, end) != act.clause:  # "since 2016" elsewhere is of what is told there
                inside = [i for i in inside if not (_is_open(i) or act.is_over_clause_of(i))]
            own = [i for i in inside if not of_another(i, self._syntax)]
            if own or (inside and not self._is_aside(inside[0])):
                return (own or inside)[0], (start, end) == act.clause
        before = found.around(sentence.start, block.start, sentence.start)
        return next((item for item in before if not _is_open(item)), None), False

    def _goes_with(self, found: Party | When, act: ActScope) -> bool:
        """Whether a date or place is of what is reported, and not of the report itself."""
        if act.has_reaction_of(found) or act.has_charge_of(found):
            return False
        if self._statement_at is not None:
            same = self._statement_at(found.span.start) == self._statement_at(act.offset)
            return same or isinstance(found, Party)
        return not act.is_said_at(found) or self._is_old(found) or act.is_reported_at(found)

    def _is_old(self, found: Party | When) -> bool:
        """Whether a date lies days before that of the report."""
        if self._published is None or not isinstance(found, When):
            return False
        if found.start is None or found.end is None:
            return False
        return found.start < self._published - _NEWS and found.end < self._published


def _is_open(found: Party | When) -> bool:
    """Whether a date has one end only, as "since 2016", and so tells the day of nothing else."""
    return isinstance(found, When) and found.is_open


def _is_introduced(place: Party, syntax: Syntax, leading: frozenset[str]) -> bool:
    """Whether a preposition of place stands before: not "Paris" in "the Paris talks"."""
    before = token_before(place.span, syntax)
    return before >= 0 and syntax.lower(before) in leading


def _is_street(place: Party, syntax: Syntax) -> bool:
    """Whether a place is so narrow that what is on it takes place there: "on Corrin Street"."""
    tokens = syntax.tokens_in(place.start, place.end)
    if not tokens or tokens[0] == 0 or syntax.lower(tokens[0] - 1) != "on":
        return False
    return syntax.lower(tokens[-1]) in table("incidents")["width"]["site"]


def news_day(doc: Doc, dates: Iterable[When]) -> When | None:
    """Return the day that a report gives for its news, in its first sentences;
    none where it gives none.

    News without another date is of that day: "on Thursday" in the lead.
    """
    opening = doc.sentences[:_OPENING_SENTENCES]
    end = opening[-1].end if opening else 0
    days = (
        when
        for when in sorted(dates, key=lambda when: when.start_offset)
        if when.start_offset < end and _is_fresh(when, doc.article.published)
    )
    told = (day for day in days if dateline_at(doc, day.start_offset) is None)
    return next((day for day in told if not dates_a_statement(day, doc)), None)


def _is_fresh(when: When, published: date | None) -> bool:
    """Whether a date is one day, not long before publication."""
    if published is None or when.start is None or not when.calendar:
        return False
    return when.start == when.end and published - _FRESH <= when.start <= published
