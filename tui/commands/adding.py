"""Items of a person's own: made of selected words, and deleted again."""

from collections.abc import Callable

from extract.records import Span
from store.items import Kind, Standing
from tui.commands.context import Context
from tui.commands.correcting import open_form
from tui.commands.moving import go_on
from tui.kinds import MAKINGS, view
from tui.kinds.base import Making
from tui.review.making import elsewhere, fields_of
from tui.review.review import Cursor
from tui.screens.choice import Choice


def add(context: Context) -> None:
    """Have words selected and make an item of them."""
    if context.may_change():
        _select(context, lambda span, number: _make(context, span, number))
        _warm_up(context)


def _warm_up(context: Context) -> None:
    """Have the reader loaded while words are selected, so that it reads their sentence at once."""
    session = context.session

    def read() -> None:
        session.draft(Kind.EVENT, Span(0, 1))

    context.in_background("load the reader", read, lambda _: None, alone=True)


def delete(context: Context) -> None:
    """Delete an item of a person's own."""
    item = context.session.review.item
    if item is None:
        return
    with context.telling():
        context.changed(context.session.annotations.delete(item.id))
        go_on(context)


def lost(context: Context) -> None:
    """List the items whose words a changed report has no more, and put them elsewhere."""
    items = context.session.annotations.standing(Standing.ORPHAN)
    choices = [Choice(item.id, item.words, f"{item.kind}, {item.state}") for item in items]
    context.choose(
        "Lost: choose, then select its words",
        choices,
        lambda ident: _find_again(context, ident),
        empty="Every item has its words.",
    )


def _find_again(context: Context, ident: str) -> None:
    def put(span: Span, number: int) -> None:
        with context.telling():
            context.changed(context.session.annotations.confirm(ident, [span]))
            context.go_to(Cursor(ident))

    _select(context, put)


def _select(context: Context, then: Callable[[Span, int], None]) -> None:
    """Have words selected; `then` gets them and the digit that ended it, 0 for enter."""
    from tui.screens.select import Select, Selected

    screen = context.screen

    def made(selected: Selected | None) -> None:
        screen.show_chosen(None)
        if selected is not None:
            then(selected.span, selected.number)

    start = _begin_at(context)
    if start is not None:
        across = screen.article.offset_across
        panel = Select(context.session.edges, start, across, screen.show_chosen)
        screen.app.push_screen(panel, made)


def _begin_at(context: Context) -> Span | None:
    """The words that a selection begins with: those found, the item's, or the first in view."""
    session, article = context.session, context.screen.article
    if session.search.here is not None:
        return Span(*session.search.here)
    span = session.review.span
    if span is not None and article.is_in_view(span.start, span.end):
        return session.edges.word_at(span.start)
    if not session.edges.text.strip():
        return None
    return session.edges.word_at(article.in_view[0])


def _make(context: Context, span: Span, number: int) -> None:
    """Make what the number says of the words; 0 asks, with what the list shows as the first."""
    if number:
        _add(context, next(one for one in MAKINGS if one.digit == number), span)
        return
    here = context.session.review.tab
    makings = sorted(MAKINGS, key=lambda one: view(one.kind).tab is not here)
    choices = [Choice(one.id, one.words, str(one.digit or "")) for one in makings]
    known = {one.id: one for one in MAKINGS}
    title = f"“{span.of(context.session.edges.text)}” is"
    context.choose(title, choices, lambda ident: _add(context, known[ident], span))


def _add(context: Context, making: Making, span: Span) -> None:
    session = context.session
    notes, before = session.annotations, session.review.cursor
    with context.telling():
        drafted = session.draft(making.kind, span) if view(making.kind).filled_in else {}
        fields = fields_of(making, span.of(session.edges.text), drafted)
        ident = notes.add(making.kind, [span], fields)
        context.changed((ident,))
        context.go_to(Cursor(ident))
        if view(making.kind).filled_in:
            open_form(context, notes[ident], lambda: _leave_nothing(context, ident, before))
        elif making.kind is Kind.ENTITY:
            _offer_others(context, ident, span)


def _leave_nothing(context: Context, ident: str, before: Cursor | None) -> None:
    """Leave nothing of an item whose form was left, and go back to where the cursor was."""
    session = context.session
    with context.telling():
        session.undo()
        context.changed((ident,))
        context.screen.show_all()
        if before is not None and before.id in session.annotations:
            context.go_to(before)


def _offer_others(context: Context, ident: str, span: Span) -> None:
    """Offer to take in the same words where they stand elsewhere unmarked."""
    notes, text = context.session.annotations, context.session.edges.text
    taken = {one for item in notes.items(Kind.ENTITY) for one in item.spans}
    others = elsewhere(text, span, taken)
    if not others:
        return
    number = len(others)

    def take_in(chosen: str) -> None:
        if chosen == "all":
            with context.telling():
                context.changed(notes.correct(ident, None, [span, *others]))

    places = f"the {number} other places" if number > 1 else "the one other place"
    choices = [Choice("all", f"{places} too"), Choice("one", "this place alone")]
    context.choose(f"Mark “{span.of(text)}” at", choices, take_in)
