"""Correcting the item under the cursor, and splitting one place off a name."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from extract.records import Span
from store.items import Item, Kind
from store.wording import claim
from tui.commands.context import Context
from tui.kinds import view
from tui.review.review import Cursor


def correct(context: Context) -> None:
    """Open the form of the item."""
    item = context.session.review.item
    if item is None:
        context.tell("Go to an item first: ] goes to the next.")
    elif view(item.kind).form is None:
        context.tell(view(item.kind).no_form)
    elif context.may_change():
        open_form(context, item)


def correct_as_before(context: Context) -> None:
    """Open the form of the item with what was set in the last one corrected filled in."""
    from tui.commands.repeating import last_corrected

    item = context.session.review.item
    if item is None or view(item.kind).form is None:
        correct(context)
        return
    last = last_corrected(context, item.kind, item.id)
    if last is None:
        context.tell("Nothing of this kind was corrected before.")
    elif context.may_change():
        open_form(context, item, last=last)


def split(context: Context) -> None:
    """Make the place under the cursor an entity of its own."""
    review = context.session.review
    item, span = review.item, review.span
    if item is None or span is None or item.kind is not Kind.ENTITY:
        context.tell("Only one place of a name can be split off it.")
        return
    with context.telling():
        new = context.session.annotations.split(item.id, span)
        context.changed((item.id, new))
        context.go_to(Cursor(new))
        context.tell("Split off; e gives it another name, u takes it back.")


def open_form(
    context: Context,
    item: Item,
    left: Callable[[], None] | None = None,
    last: Item | None = None,
) -> None:
    """Open the form of an item beside the text; `left` is called where nothing is kept, `last` is
    an item whose values are filled in."""
    from tui.commands.repeating import as_before, last_corrected, offer_to_carry, without_places
    from tui.kinds.nameable import Nameable
    from tui.screens.correct.form import Draft, Form, Repeated

    session, screen = context.session, context.screen
    notes = session.annotations
    span = session.review.span or item.span
    shown, told = view(item.kind), session.review.as_told(item)

    def keep(draft: Draft) -> None:
        spans = None if draft.span is None else _moved(item, span, draft.span)
        values = dict(shown.settled(told.fields, draft.fields))
        note = values.pop("note", item.note) if shown.noted else item.note
        same = session.namesake(item, values)
        if same is not None:
            context.changed(notes.join(item.id, same.id))
            context.go_to(Cursor(same.id))
        elif values or spans:
            before = notes[item.id].fields
            context.changed(notes.correct(item.id, values, spans, note=note or ""))
            kept = notes[item.id]
            context.last_corrected[item.kind] = replace(
                kept, correction=without_places(kept.correction)
            )
            context.screen.call_later(offer_to_carry, context, before, item.id)
        elif note != item.note:
            context.changed(notes.note(item.id, note or ""))

    def close(kept: bool | None) -> None:
        screen.show_chosen(None)
        if not kept and left is not None:
            left()

    before = last or last_corrected(context, item.kind, item.id)
    repeated = None
    if before is not None:
        fields, taken = as_before(item, before)
        repeated = Repeated(fields, taken, at_once=last is not None)
    known = Nameable(notes, session.library.names(), session.library.places.known(notes.items()))
    panel = Form(
        f"Correct {item.kind}",
        shown.form(told, known) if shown.form else (),
        {**told.fields, "note": item.note} if shown.noted else told.fields,
        (session.edges, span),
        keep,
        screen.show_chosen,
        shown.letters,
        repeated,
        list(_about(context, item, span)),
    )
    screen.app.push_screen(panel, close)


def _about(context: Context, item: Item, span: Span) -> Iterator[tuple[str, str]]:
    """What helps to fill in a form: the figures of an event, what an incident is made of, and the
    sentence.
    """
    review = context.session.review
    figures = review.figures_of(item) if item.kind is Kind.EVENT else ()
    made_of = [one for one in review.members(item) if one.kind is Kind.FIGURE]
    for head, found in (("figures of it", figures), ("figures it stands on", made_of)):
        if found:
            yield head, "; ".join(claim(one) for one in found)
    sentence = context.session.edges.sentence(span).of(context.session.annotations.article.text)
    yield "the sentence", " ".join(sentence.split())


def _moved(item: Item, old: Span, new: Span) -> list[Span]:
    """The item's places with one of them moved."""
    return [new if span == old else span for span in item.spans]
