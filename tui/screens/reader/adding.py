"""Items of a person's own: made of selected words, and deleted again."""

from collections.abc import Callable

from extract.records import Span
from store.items import Kind, Standing
from tui.kinds import MAKINGS, view
from tui.kinds.base import Making
from tui.review.making import elsewhere, fields_of
from tui.review.review import Cursor
from tui.screens.choice import Choice
from tui.screens.reader.correcting import Correcting
from tui.screens.reader.moving import Moving


class Adding(Correcting, Moving):
    """The actions that make and delete items."""

    def action_add(self) -> None:
        if self.may_change():
            self._select(self._make)

    def action_lost(self) -> None:
        """List the items whose words a changed report has no more, and put them elsewhere."""
        lost = self.review.annotations.standing(Standing.ORPHAN)
        choices = [Choice(item.id, item.words, f"{item.kind}, {item.state}") for item in lost]
        title, empty = "Lost: choose, then select its words", "Every item has its words."
        self.choose(title, choices, self._find_again, empty=empty)

    def _find_again(self, ident: str) -> None:
        def put(span: Span, number: int) -> None:
            with self.telling():
                self.changed(self.review.annotations.confirm(ident, [span]))
                self.go_to(Cursor(ident))

        self._select(put)

    def _select(self, then: Callable[[Span, int], None]) -> None:
        """Have words selected; `then` gets them and the digit that ended it, 0 for enter."""
        from tui.screens.select import Select, Selected

        def made(selected: Selected | None) -> None:
            self.show_chosen(None)
            if selected is not None:
                then(selected.span, selected.number)

        start = self._begin_at()
        if start is not None:
            across = self.article.offset_across
            self.app.push_screen(Select(self.edges, start, across, self.show_chosen), made)

    def action_delete(self) -> None:
        item = self.review.item
        if item is None:
            return
        with self.telling():
            self.changed(self.review.annotations.delete(item.id))
            self.go_on()

    def _begin_at(self) -> Span | None:
        """The words that a selection begins with: those found, the item's, or the first in view."""
        found = self.found_here
        if found is not None:
            return Span(*found)
        span = self.review.span
        if span is not None and self.article.is_in_view(span.start, span.end):
            return self.edges.word_at(span.start)
        if not self.edges.text.strip():
            return None
        return self.edges.word_at(self.article.in_view[0])

    def _make(self, span: Span, number: int) -> None:
        """Make what the number says of the words; 0 asks."""
        if number:
            self._add(next(one for one in MAKINGS if one.digit == number), span)
            return
        choices = [Choice(one.id, one.words, str(one.digit or "")) for one in MAKINGS]
        known = {one.id: one for one in MAKINGS}
        title = f"“{span.of(self.edges.text)}” is"
        self.choose(title, choices, lambda ident: self._add(known[ident], span))

    def _add(self, making: Making, span: Span) -> None:
        notes, before = self.review.annotations, self.review.cursor
        with self.telling():
            fields = fields_of(making, span.of(self.edges.text))
            ident = notes.add(making.kind, [span], fields)
            self.changed((ident,))
            self.go_to(Cursor(ident))
            if view(making.kind).filled_in:
                self.open_form(notes[ident], lambda: self._leave_nothing(ident, before))
            elif making.kind is Kind.ENTITY:
                self._offer_others(ident, span)

    def _leave_nothing(self, ident: str, before: Cursor | None) -> None:
        """Leave nothing of an item whose form was left, and go back to where the cursor was."""
        notes = self.review.annotations
        with self.telling():
            notes.undo()
            self.changed((ident,))
            self.show_all()
            if before is not None and before.id in notes:
                self.go_to(before)

    def _offer_others(self, ident: str, span: Span) -> None:
        """Offer to take in the same words where they stand elsewhere unmarked."""
        notes = self.review.annotations
        taken = {one for item in notes.items(Kind.ENTITY) for one in item.spans}
        others = elsewhere(self.edges.text, span, taken)
        if not others:
            return
        number = len(others)

        def take_in(chosen: str) -> None:
            if chosen == "all":
                with self.telling():
                    self.changed(notes.correct(ident, None, [span, *others]))

        places = f"the {number} other places" if number > 1 else "the one other place"
        choices = [Choice("all", f"{places} too"), Choice("one", "this place alone")]
        self.choose(f"Mark “{span.of(self.edges.text)}” at", choices, take_in)
