"""Which list is shown, what it is narrowed to, and which pane has the keys."""

from tui.commands.context import Context
from tui.kinds.base import Tab
from tui.review.filters import Filter, filters
from tui.screens.choice import Choice

_ALL = "all"


def pick(context: Context, tab: Tab) -> None:
    """Show a list; where the screen is narrow it takes the place of the text."""
    context.show_tab(tab)
    if context.screen.has_class("-narrow"):
        context.screen.turn_to(context.screen.list)


def unfold(context: Context) -> None:
    """Show what the item under the cursor is made of below it."""
    fold_row(context, opened=True)


def fold(context: Context) -> None:
    """Hide what an item is made of."""
    fold_row(context, opened=False)


def fold_row(context: Context, opened: bool) -> None:
    """Show or hide what the item under the cursor is made of."""
    review, screen = context.session.review, context.screen
    item = review.item
    if item is None or not review.fold(item.id, opened):
        context.tell("This item is made of no others.")
        return
    screen.show_list()
    screen.show_cursor()


def show_folded(context: Context) -> None:
    """Show what is folded away since its like was rejected every time before, and fold it again."""
    review = context.session.review
    review.shows_folded = not review.shows_folded
    review.narrow()
    number = len(review.folded(review.tab))
    context.screen.show_list()
    context.screen.show_cursor()
    if not number:
        context.tell("Nothing is folded here.")


def other_pane(context: Context) -> None:
    """To the article from the lists, and to the lists from the article."""
    screen = context.screen
    screen.turn_to(screen.article if screen.list.has_focus else screen.list)


def narrow(context: Context) -> None:
    """Have chosen what the list is narrowed to."""
    review = context.session.review
    items = review.whole(review.tab)
    found = filters(items)
    current = review.filters.get(review.tab)
    choices = [Choice(_ALL, "all", str(len(items)))]
    choices += [Choice(one.id, one.words, str(number), one.group) for one, number in found]
    known = {one.id: one for one, _ in found}
    context.choose(
        f"Show of the {review.tab.name}",
        choices,
        lambda ident: _narrow_to(context, known.get(ident)),
        current=current.id if current else _ALL,
    )


def _narrow_to(context: Context, kept: Filter | None) -> None:
    review = context.session.review
    review.filters.pop(review.tab, None)
    if kept is not None:
        review.filters[review.tab] = kept
    review.narrow()
    if review.index is None:
        context.show_tab(review.tab)  # what was under the cursor is not listed any more
    context.screen.show_list()
