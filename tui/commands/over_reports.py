"""The incidents of a library over its reports: all of them, one of them, and the way back."""

from functools import partial
from typing import TYPE_CHECKING

from store.incidents.values import Column
from store.items import Kind
from tui.commands.articles import open_article
from tui.commands.context import Context

if TYPE_CHECKING:
    from tui.screens.incidents.incident import Visit
    from tui.session.all_incidents import AllIncidents


def all_incidents(context: Context) -> None:
    """Show all incidents of the library."""
    with context.telling():
        context.session.remember()
        _show_all(context, _work(context))


def this_incident(context: Context) -> None:
    """Show the incident under the cursor with what all reports say of it."""
    session = context.session
    review = session.review
    item = review.item
    if item is None or item.kind is not Kind.INCIDENT:
        context.tell("Go to an incident first; I shows all of the library.")
        return
    with context.telling():
        session.remember()
        work = _work(context)
        for key in {session.key, *_unread_beside(work)} & {*work.stale()}:
            work.read(key)
            work.take_in(key)
        work.join()
        row = work.incident_of(session.key, item.id)
        if row is None:
            context.tell("No account of it is left: it was rejected, or its words are gone.")
        else:
            _show_one(context, work, row.id, from_list=False)


def go_back(context: Context) -> None:
    """Back to the incident that the report was opened from."""
    back, context.way_back = context.way_back, None
    if back is not None:
        back()


def _work(context: Context) -> "AllIncidents":
    """The incidents of the library, opened when first asked for."""
    from tui.session.all_incidents import AllIncidents  # with all rules: not needed to read

    if context.over_reports is None:
        context.over_reports = AllIncidents(context.session.library)
    return context.over_reports


def _show_all(context: Context, work: "AllIncidents") -> None:
    from tui.screens.incidents.overview import Overview

    def go(ident: str | None) -> None:
        if ident is not None:
            _show_one(context, work, ident, from_list=True)

    context.screen.app.push_screen(Overview(context, work), go)


def _show_one(
    context: Context,
    work: "AllIncidents",
    ident: str,
    claim: str = "",
    column: Column = Column.KILLED,
    *,
    from_list: bool,
) -> None:
    from tui.screens.incidents.incident import IncidentScreen

    def go(visit: "Visit | None") -> None:
        if visit is not None:
            _visit(context, work, visit, from_list)
        elif from_list:
            _show_all(context, work)

    with context.telling():
        screen = IncidentScreen(context, work, ident, claim, column)
        context.screen.app.push_screen(screen, go)


def _visit(context: Context, work: "AllIncidents", visit: "Visit", from_list: bool) -> None:
    """Show the words of a claim in its report, with a way back."""
    claim = visit.claim
    open_article(context, claim.account.report, visit.offset)

    def back() -> None:
        row = work.incident_of(*claim.account)
        if row is not None:
            _show_one(context, work, row.id, claim.id, visit.column, from_list=from_list)

    context.way_back = partial(back)
    context.screen.show_keys()
