"""Which list is shown, what it is narrowed to, and which pane has the keys."""

from tui.commands.context import Context
from tui.review.filters import Filter, filters
from tui.review.tabs import Tab
from tui.screens.choice import Choice

_ALL = "all"


def events(context: Context) -> None:
    """List the events."""
    pick(context, Tab.EVENTS)


def figures(context: Context) -> None:
    """List the figures."""
    pick(context, Tab.FIGURES)


def sources(context: Context) -> None:
    """List the sources and what they say."""
    pick(context, Tab.SOURCES)


def names(context: Context) -> None:
    """List the names and dates."""
    pick(context, Tab.NAMES)


def checks(context: Context) -> None:
    """List what an attentive reader would question."""
    pick(context, Tab.CHECKS)


def pick(context: Context, tab: Tab) -> None:
    """Show a list; where the screen is narrow it takes the place of the text."""
    context.show_tab(tab)
    if context.screen.has_class("-narrow"):
        context.screen.turn_to(context.screen.list)


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
    choices += [Choice(one.id, one.words, str(number)) for one, number in found]
    known = {one.id: one for one, _ in found}
    context.choose(
        f"Show of the {review.tab}",
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
    context.screen.show_list()
