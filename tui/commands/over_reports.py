"""The incidents of a library over its reports: all of them, one of them, and the way back."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from extract.accounts import AccountKey
from store.incidents.values import Column
from store.items import Kind
from tui.commands.articles import open_article
from tui.commands.context import Context

if TYPE_CHECKING:
    from tui.screens.incidents.incident import Visit
    from tui.session.all_incidents import AllIncidents


class _Place(NamedTuple):
    """Where the screen of an incident begins, and what lies under it."""

    account: AccountKey = AccountKey("", "")
    claim: str = ""
    column: Column = Column.KILLED
    from_list: bool = False


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
    _open_account(context, _Place(AccountKey(session.key, item.id)))


def go_back(context: Context) -> None:
    """Back to the incident that the report was opened from."""
    back, context.way_back = context.way_back, None
    context.screen.show_chosen(None)
    context.screen.show_keys()
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
            _show_one(context, work, ident, _Place(from_list=True))

    context.screen.app.push_screen(Overview(context, work), go)


def _show_one(context: Context, work: "AllIncidents", ident: str, place: _Place) -> None:
    from tui.screens.incidents.incident import IncidentScreen

    def go(visit: "Visit | None") -> None:
        if visit is not None:
            _visit(context, visit, place.from_list)
        elif place.from_list:
            _show_all(context, work)

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
        work = _work(context)
        stale = work.stale()
        if len(stale) > 1:
            context.tell(f"Reading {len(stale)} reports …")
        context.in_background(
            "read the reports",
            lambda: work.read_all(stale),
            lambda _: _show_account(context, work, stale, place),
            alone=True,
        )


def _show_account(
    context: Context, work: "AllIncidents", fresh: Sequence[str], place: _Place
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
