"""The step that finds the figures of a report."""

from collections.abc import Iterator
from dataclasses import replace

from extract.doc import Doc
from extract.doc.datelines import dateline_at
from extract.doc.syntax import NO_PROSE
from extract.doc.tables import Cell
from extract.quantities.appositions import is_age
from extract.quantities.cells import Cells
from extract.quantities.counted import Page, View, counted_tokens, measure_span
from extract.quantities.counting import (
    HARMED,
    Labels,
    all_but,
    counts_nobody,
    is_unharmed,
    with_nobody,
)
from extract.quantities.outcomes import outcome_of, states_own_outcome
from extract.quantities.persons import persons
from extract.quantities.quantity import Quantity, bound_behind, quantities
from extract.quantities.relations import Placed, role_of, with_wholes
from extract.quantities.tabled import Told, label_of
from extract.quantities.units import Unit, time_named
from extract.quantities.words import bounds, number_words, outcome_words
from extract.records import Figure, Reading, Span
from extract.vocabulary import FigureRole, Qualifier

_QUALIFIERS = {
    "exact": Qualifier.EXACT,
    "at_least": Qualifier.AT_LEAST,
    "more_than": Qualifier.AT_LEAST,
    "up_to": Qualifier.UP_TO,
    "fewer_than": Qualifier.UP_TO,
    "about": Qualifier.ABOUT,
}
_TOLD = frozenset(
    {
        *("killed", "wounded", "casualties", "missing", "captured", "abducted", "displaced"),
        *("destroyed", "surrendered"),
    }
)


def find_figures(doc: Doc, reading: Reading) -> Reading:
    """Find the numbers that count or measure, what they count, and what became of it."""
    cells = Cells(doc, reading)
    found = list(_figures(doc, Labels(reading, doc.syntax), cells))
    found += persons(reading, doc, found)
    found.sort(key=lambda p: p.figure.start)
    placed = [replace(p, figure=replace(p.figure, id=f"f{n}")) for n, p in enumerate(found, 1)]
    return replace(reading, figures=tuple(cells.with_totals(with_wholes(doc.text, placed))))


def _figures(doc: Doc, labels: Labels, cells: Cells) -> Iterator[Placed]:
    page, syntax = Page(doc), doc.syntax
    numbers = list(all_but(syntax.text, list(quantities(syntax.text, labels.dates))))
    for quantity, none in with_nobody(syntax.text, numbers):
        view = page.view(quantity.start, quantity.after)
        if view is None or view.pos(view.first) == NO_PROSE or _is_sent(doc, quantity):
            continue
        cell = cells.at(quantity.start)
        if cell is not None and cells.is_silent(cell):
            continue
        figure = None
        counted = None
        if none:
            figure = _of_nobody(quantity, view)
        elif is_age(syntax.text, quantity):
            figure = _age(quantity)
        elif (told := _told(quantity, cell, cells, syntax.text)) is not None:
            figure = _labelled(_figure(quantity, view), told)
        elif labels.counts(quantity, view):
            figure = _figure(quantity, view)
            counted = counted_tokens(view, _left_of(quantity, view))
        if figure is not None and _is_told(figure):
            refers_back = quantity.around.role != FigureRole.SUBSET
            own = states_own_outcome(view, counted)
            yield Placed(figure, page.number_of(view.sentence), refers_back, own)


def _told(found: Quantity, cell: Cell | None, cells: Cells, text: str) -> Told | None:
    """What the label beside a number says of it, or its column and row."""
    if cell is not None:
        return cells.told(found, cell)
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return label_of(text, Span(start, end if end >= 0 else len(text)), found)


def _is_sent(doc: Doc, found: Quantity) -> bool:
    """Whether it stands in a dateline, behind the place: "MERROW, 25 May 89 --"."""
    dateline = dateline_at(doc, found.start)
    return dateline is not None and dateline.start < found.start


def _of_nobody(found: Quantity, view: View) -> Figure | None:
    """The figure of a word for none, where somebody or harm to somebody is meant."""
    counted = counted_tokens(view, view.first - 1)
    if not counts_nobody(view.page.syntax.text, found, view, counted):
        return None
    figure = _figure(found, view)
    if figure.outcome in HARMED and is_unharmed(view.page.syntax.text, found):
        figure = replace(figure, outcome="casualties")
    return figure if figure.outcome in HARMED else None


def _is_told(figure: Figure) -> bool:
    """Words like "several" make a figure only where something became of those counted."""
    return figure.vague not in number_words().quantifiers or figure.outcome in _TOLD


def _figure(found: Quantity, view: View) -> Figure:
    left = _left_of(found, view)
    measured = found.unit is not None and found.unit.kind != "share"
    counted = None if measured else counted_tokens(view, left)
    found = _timed(found, view, counted)
    found, with_outcome = _bounded(found, view, counted)
    low, point, high, qualifier = _amount(found)
    return Figure(
        id="",
        start=found.start,
        end=found.end,
        low=low,
        point=point,
        high=high,
        qualifier=qualifier,
        counted=Span(*view.page.syntax.span_of(*counted)) if counted else measure_span(found),
        unit=found.unit.name if found.unit else None,
        outcome=outcome_of(found, with_outcome, counted, left),
        role=role_of(found, view, left, counted),
        vague=found.vague,
    )


def _bounded(found: Quantity, view: View, counted: tuple[int, int] | None) -> tuple[Quantity, View]:
    """With a bound behind what is counted, and the view past it: "40 people at least were hurt"."""
    syntax = view.page.syntax
    with_outcome = counted is not None and view.lower(counted[1]) in outcome_words().beside
    end = syntax.ends[counted[1] - 1 + with_outcome] if counted else found.after
    behind = bound_behind(syntax.text, end) if end >= found.after else None
    if behind is None or found.vague or found.is_range:
        return found, view
    past = syntax.tokens_in(behind[1] - 1, behind[1])
    view = replace(view, after=past[-1] + 1) if past and not with_outcome else view
    if found.around.bound not in ("exact", "about"):
        return found, view
    return replace(found, around=replace(found.around, bound=behind[0])), view


def _labelled(figure: Figure, told: Told) -> Figure:
    """The figure with what its label says rather than what stands around it."""
    if told.scale != 1:
        times = (
            (value and value * told.scale) for value in (figure.low, figure.point, figure.high)
        )
        low, point, high = times
        figure = replace(figure, low=low, point=point, high=high)
    return replace(
        figure,
        outcome=told.outcome,
        counted=told.counted,
        unit=told.unit.name if told.unit else figure.unit,
        role=FigureRole.CUMULATIVE if told.sums_up else figure.role,
    )


def _timed(found: Quantity, view: View, counted: tuple[int, int] | None) -> Quantity:
    """With a measure of time that stands apart from its number: "four more days"."""
    if counted is None or found.unit is not None:
        return found
    name = time_named(view.lower(counted[1] - 1))
    if name is None:
        return found
    start, end = view.page.syntax.span_of(*counted)
    return replace(found, unit=Unit(start, end, name, "time"))


def _left_of(found: Quantity, view: View) -> int:
    """The token before the number and the words that qualify it."""
    tokens = view.page.syntax.tokens_in(found.around.start, found.around.start + 1)
    return (tokens[0] if tokens else view.first) - 1


def _amount(found: Quantity) -> tuple[float | None, float | None, float | None, Qualifier]:
    """Lowest, stated and highest number, as the codebooks keep them."""
    if found.vague:
        low, high = bounds(found.vague)
        return low, None, high, Qualifier.VAGUE
    if found.is_range:
        return found.low, None, found.high, Qualifier.RANGE
    value, qualifier = found.low, _QUALIFIERS[found.around.bound]
    if qualifier is Qualifier.AT_LEAST:
        return value, None, None, qualifier
    if qualifier is Qualifier.UP_TO:
        return None, None, value, qualifier
    if qualifier is Qualifier.ABOUT:
        return None, value, None, qualifier
    return value, value, value, qualifier


def _age(found: Quantity) -> Figure:
    low, point, high, qualifier = _amount(found)
    return Figure(
        "", found.start, found.end, low, point, high, qualifier, measure_span(found), "years", "age"
    )
