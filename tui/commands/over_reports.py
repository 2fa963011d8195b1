"""The incidents of a library over its reports: all of them, one of them, and the way back."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from store.items import Kind
from tui.commands.articles import open_article
from tui.commands.context import Context

if TYPE_CHECKING:
    from store.incidents.values import Column
    from tui.screens.incidents.incident import Visit
    from tui.screens.incidents.overview import Overview
    from tui.session.all_incidents import AllIncidents


_AT_ONCE = 500
"""Reports of a library whose incidents are opened within a key's own time."""


class _Place(NamedTuple):
    """Where the screen of an incident begins, and what lies under it."""

    account: tuple[str, str] = ("", "")
    """Report, and item in it."""
    claim: str = ""
    column: "Column | None" = None
    from_list: bool = False


def all_incidents(context: Context) -> None:
    """Show all incidents of the library."""
    with context.telling():
        context.session.remember()
        _with_work(context, partial(_show_all, context))


def this_incident(context: Context) -> None:
    """Show the incident under the cursor with what all reports say of it."""
    session = context.session
    review = session.review
    item = review.item
    if item is None or item.kind is not Kind.INCIDENT:
        context.tell("Go to an incident first; I shows all of the library.")
        return
    _open_account(context, _Place((session.key, item.id)))


def tell_reports(context: Context) -> None:
    """Say of the incidents of this report in how many others they are, where that is known."""
    if context.over_reports is not None:
        _mark(context, context.over_reports)
        return
    from tui.session.all_incidents import is_remembered

    if is_remembered(context.session.library):
        _look_up(context, partial(_mark, context))


def _mark(context: Context, work: "AllIncidents") -> None:
    notes, review = context.session.annotations, context.session.review
    if changed := notes.suggest_besides(work.checked(notes.article)):
        context.changed(changed)
        context.screen.show_list()
    found = work.told_in(context.session.key)
    if found != review.told_in:
        review.told_in = found
        context.screen.list.touch_all()


def go_back(context: Context) -> None:
    """Back to the incident that the report was opened from."""
    back, context.way_back = context.way_back, None
    context.screen.show_chosen(None)
    context.screen.show_keys()
    if back is not None:
        back()


def _with_work(context: Context, then: "Callable[[AllIncidents], object]") -> None:
    """Do something with the incidents of the library, which are opened when first asked for."""
    from tui.session.all_incidents import AllIncidents  # with all rules: not needed to read

    library = context.session.library
    if context.over_reports is None and len(library.keys) < _AT_ONCE:
        context.over_reports = AllIncidents(library)
    if context.over_reports is not None:
        then(context.over_reports)
        return
    context.tell("Looking up the incidents …")
    _look_up(context, then)


def _look_up(context: Context, then: "Callable[[AllIncidents], object]") -> None:
    """Open the incidents of the library in a thread."""
    from tui.session.all_incidents import AllIncidents

    library = context.session.library

    def take_in(work: AllIncidents) -> None:
        context.over_reports = context.over_reports or work
        then(context.over_reports)

    context.in_background("look up the incidents", lambda: AllIncidents(library), take_in)


def _show_all(context: Context, work: "AllIncidents") -> None:
    from tui.screens.incidents.overview import Overview

    def open_one(ident: str) -> None:
        _show_one(context, work, ident, _Place(from_list=True), overview)

    overview = Overview(context, work, open_one)
    context.screen.app.push_screen(overview, lambda _: _mark(context, work))


def _show_one(
    context: Context,
    work: "AllIncidents",
    ident: str,
    place: _Place,
    overview: "Overview | None" = None,
) -> None:
    """Show an incident, over the list where that is on the screen."""
    from tui.screens.incidents.incident import IncidentScreen

    def go(visit: "Visit | None") -> None:
        if visit is not None:
            if overview is not None:
                overview.dismiss(None)
            _visit(context, visit, place.from_list)
        elif overview is not None:
            overview.show()
        elif place.from_list:
            _show_all(context, work)
        else:
            _mark(context, work)

    with context.telling():
        work.current = ident
        screen = IncidentScreen(context, work, ident, place.claim, place.column)
        context.screen.app.push_screen(screen, go)


def _visit(context: Context, visit: "Visit", from_list: bool) -> None:
    """Show the words of a claim in its report, with a way back."""
    claim = visit.claim
    open_article(context, claim.account.report, visit.span.start)
    context.screen.show_chosen(visit.span)
    place = _Place(claim.account, claim.id, visit.column, from_list)
    context.way_back = partial(_open_account, context, place)
    context.screen.show_keys()


def _open_account(context: Context, place: _Place) -> None:
    """Show the incident of an account, once all reports that have changed are read."""
    with context.telling():
        context.session.remember()
        _with_work(context, partial(_read_for, context, place))


def _read_for(context: Context, place: _Place, work: "AllIncidents") -> None:
    def read() -> Sequence[str]:
        stale = work.stale()
        work.read_all(stale)
        return stale

    context.in_background(
        "read the reports", read, partial(_show_account, context, work, place), alone=True
    )


def _show_account(
    context: Context, work: "AllIncidents", place: _Place, fresh: Sequence[str]
) -> None:
    for report in fresh:
        work.take_in(report)
    if fresh or not work.kept.complete:
        work.join()
    row = work.incident_of(*place.account)
    if row is None:
        context.tell("No account of it is left: it was rejected, or its words are gone.")
    else:
        _show_one(context, work, row.id, place)
