"""Correcting the item under the cursor."""

from collections.abc import Callable

from extract.records import Span
from store.items import Fields, Item, Kind, State
from tui.kinds import view
from tui.review.review import Cursor
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
        elif view(item.kind).form is None:
            self.tell(view(item.kind).no_form)
        elif self.may_change():
            self.open_form(item)

    def open_form(self, item: Item, left: Callable[[], None] | None = None) -> None:
        """Open the form of an item beside the text; `left` is called where nothing is kept."""
        from tui.kinds.nameable import Nameable
        from tui.review.amounts import settled  # with the rules for numbers: not needed to read
        from tui.screens.correct.form import Draft, Form

        notes = self.review.annotations
        span = self.review.span or item.span

        def keep(draft: Draft) -> None:
            spans = None if draft.span is None else moved(item, span, draft.span)
            values = settled(item.fields, draft.fields)
            same = self._namesake(item, values)
            if same is not None:
                self.changed(notes.join(item.id, same.id))
                self.go_to(Cursor(same.id))
            elif values or spans:
                self.changed(notes.correct(item.id, values, spans))

        def close(kept: bool | None) -> None:
            self.show_chosen(None)
            if not kept and left is not None:
                left()

        form = view(item.kind).form
        fields = form(item, Nameable(notes, self.library.names())) if form else ()
        boundary = (self.edges, span)
        title = f"Correct {item.kind}"
        self.app.push_screen(
            Form(title, fields, item.fields, boundary, keep, self.show_chosen), close
        )

    def action_split(self) -> None:
        """Make the place under the cursor an entity of its own."""
        item, span = self.review.item, self.review.span
        if item is None or span is None or item.kind is not Kind.ENTITY:
            self.tell("Only one place of a name can be split off it.")
            return
        with self.telling():
            new = self.review.annotations.split(item.id, span)
            self.changed((item.id, new))
            self.go_to(Cursor(new))
            self.tell("Split off; e gives it another name, u takes it back.")

    def _namesake(self, item: Item, fields: Fields) -> Item | None:
        """The other entity whose name an entity is given: the two are one."""
        if item.kind is not Kind.ENTITY or not fields.get("name"):
            return None
        others = (one for one in self.review.annotations.items(Kind.ENTITY) if one.id != item.id)
        alike = (one for one in others if one.state is not State.REJECTED)
        return next((one for one in alike if one.fields.get("name") == fields["name"]), None)

    def show_chosen(self, span: Span | None) -> None:
        """Show which words are chosen."""
        marks = None if span is None else Marks([(span.start, span.end)], [Look.CHOSEN])
        self.article.set_layer(_CHOSEN_LAYER, marks)
        if span is not None:
            self.article.reveal_span(span.start, span.end)


def moved(item: Item, old: Span, new: Span) -> list[Span]:
    """The item's places with one of them moved."""
    return [new if span == old else span for span in item.spans]
