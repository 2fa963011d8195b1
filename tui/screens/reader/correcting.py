"""Correcting the item under the cursor."""

from extract.records import Span
from store.items import Item, Kind
from tui.screens.reader.base import ReaderBase
from tui.text.looks import Look
from tui.text.marks import Marks

_CHOSEN_LAYER = "chosen"


class Correcting(ReaderBase):
    """The action that opens the form of an item."""

    def action_correct(self) -> None:
        item = self.review.item
        if item is None:
            self.tell("Go to an item first: ] goes to the next.")
        elif item.kind is Kind.CHECK:
            self.tell("A check is accepted with a or dismissed with x.")
        else:
            self.open_form(item)

    def open_form(self, item: Item) -> None:
        """Open the form of an item beside the text."""
        from tui.review.forms import (
            form,
        )  # with the rules for dates and numbers: not needed to read
        from tui.screens.correct.form import Draft, Form

        notes = self.review.annotations
        span = self.review.span or item.span

        def keep(draft: Draft) -> None:
            spans = None if draft.span is None else moved(item, span, draft.span)
            if draft.fields or spans:
                self.changed(notes.correct(item.id, draft.fields, spans))

        def close(_: object) -> None:
            self.show_chosen(None)

        fields = form(item, notes, self.library.names())
        boundary = (self.edges, span)
        title = f"Correct {item.kind}"
        self.app.push_screen(
            Form(title, fields, item.fields, boundary, keep, self.show_chosen), close
        )

    def show_chosen(self, span: Span | None) -> None:
        """Show which words are chosen."""
        marks = None if span is None else Marks([(span.start, span.end)], [Look.CHOSEN])
        self.article.set_layer(_CHOSEN_LAYER, marks)
        if span is not None:
            self.article.reveal_span(span.start, span.end)


def moved(item: Item, old: Span, new: Span) -> list[Span]:
    """The item's places with one of them moved."""
    return [new if span == old else span for span in item.spans]
