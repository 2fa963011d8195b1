"""Going from item to item, from list to list, and from pane to pane."""

from dataclasses import replace

from tui.commands.context import Context


def next_open(context: Context) -> None:
    """To the next undecided item."""
    go_on(context)


def previous_open(context: Context) -> None:
    """To the undecided item before."""
    go_on(context, back=True)


def next_item(context: Context) -> None:
    """To the next marked words in the text."""
    _go_to_mark(context, back=False)


def previous_item(context: Context) -> None:
    """To the marked words before."""
    _go_to_mark(context, back=True)


def evidence(context: Context) -> None:
    """To the item's words in the text; from there, on to its next place."""
    review, screen = context.session.review, context.screen
    item, cursor = review.item, review.cursor
    if item is None or cursor is None:
        return
    if screen.article.has_focus:
        context.go_to(replace(cursor, place=(cursor.place + 1) % len(item.spans)))
    else:
        screen.turn_to(screen.article)
        context.go_to(cursor)


def statement(context: Context) -> None:
    """To the statement of the item's source, and back."""
    item = context.session.review.item
    if item is None:
        return
    cursor = context.session.source_or_back(item)
    if cursor is not None:
        context.go_to(cursor)
    else:
        context.tell("No source stands behind this item.")


def release(context: Context) -> None:
    """Let go of the item and of the search."""
    session, screen = context.session, context.screen
    session.search.forget()
    screen.show_found(())
    screen.show_counts()
    session.review.cursor = None
    screen.list.point_at(None)
    screen.show_cursor()


def go_on(context: Context, back: bool = False) -> None:
    """To the next item that is not decided."""
    cursor = context.session.review.open_after(back)
    if cursor is not None:
        context.go_to(cursor)
    elif not context.session.reading:
        review = context.session.review
        told = "Every incident is decided" if review.is_of_rows else "Every item is decided"
        folded = 0 if review.shows_folded else len(review.folded(review.tab))
        if folded:
            more = "A rejects them, " if review.is_of_rows else ""
            context.tell(f"{told} but {folded} folded: {more}F shows them.")
        else:
            then = ": ctrl+n goes to the next report" if review.is_of_rows else ""
            context.tell(f"{told}{then}.")


def _go_to_mark(context: Context, back: bool) -> None:
    review, article = context.session.review, context.screen.article
    span = review.span
    offset = None
    if span is None or not article.is_in_view(span.start, span.end):
        first, last = article.in_view
        offset = last if back else first
    cursor = review.mark_after(offset, back)
    if cursor is not None:
        context.go_to(cursor)
