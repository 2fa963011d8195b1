"""Narrowing a list to a part of it."""

from tui.review.filters import Filter, filters
from tui.screens.choice import Choice
from tui.screens.reader.base import ReaderBase

_ALL = "all"


class Narrowing(ReaderBase):
    """The action that filters."""

    def action_filter(self) -> None:
        review = self.review
        items = review.whole(review.tab)
        found = filters(items)
        current = review.filters.get(review.tab)
        choices = [Choice(_ALL, "all", str(len(items)))]
        choices += [Choice(one.id, one.words, str(number)) for one, number in found]
        known = {one.id: one for one, _ in found}
        title = f"Show of the {review.tab.name}"
        self.choose(
            title,
            choices,
            lambda ident: self._narrow(known.get(ident)),
            current=current.id if current else _ALL,
        )

    def _narrow(self, to: Filter | None) -> None:
        review = self.review
        review.filters.pop(review.tab, None)
        if to is not None:
            review.filters[review.tab] = to
        review.narrow()
        self.show_list()
