"""What each kind of decision makes of an item: plain functions, item in, item out."""

from collections.abc import Iterable
from dataclasses import replace

from extract.records import Span
from store.anchoring.quoting import quotes
from store.errors import InvalidValueError
from store.fields import checked, complete
from store.items import Fields, Item, Kind, Standing, State


def settled(item: Item, state: State) -> Item:
    """Return the item under a decision.

    Accepting what was corrected or added keeps it so. Taking a decision back takes the correction
    back with it.

    Raises:
        InvalidValueError: for a state that is not decided on but comes with a change.
    """
    if state in (State.CORRECTED, State.ADDED):
        raise InvalidValueError(f"an item becomes '{state}' by a change", then="change its values")
    if state in (State.REJECTED, State.SKIPPED):
        return replace(item, state=state)
    if item.own:
        return replace(item, state=State.ADDED)
    if state is State.UNDECIDED:
        return replace(item, state=state, correction={}, boundaries=())
    return replace(item, state=_approved(item))


def corrected(
    item: Item, text: str, fields: Fields | None = None, spans: Iterable[Span] | None = None
) -> Item:
    """Return the item with values or boundaries of a person's own, which makes it approved.

    Raises:
        InvalidValueError: naming the field that is wrong or missing, or the span.
    """
    suggested = item.suggestion.fields if item.suggestion else {}
    values = {**item.correction, **checked(item.kind, fields or {})}
    own = {name: value for name, value in values.items() if not _same(suggested, name, value)}
    complete(item.kind, {**suggested, **own})
    boundaries = item.boundaries if spans is None else quotes(text, spans)
    if item.suggestion is None and not boundaries:
        raise InvalidValueError("no words are selected", then="select words of the text")
    if item.suggestion and boundaries == item.suggestion.quotes:
        boundaries = ()
    changed = replace(item, correction=own, boundaries=boundaries)
    return replace(changed, state=_approved(changed))


def added(ident: str, kind: Kind, text: str, spans: Iterable[Span], fields: Fields) -> Item:
    """Return an item of a person's own.

    Raises:
        InvalidValueError: naming the field that is wrong or missing, or the span.
    """
    # All of it is the person's: an item without a suggestion is nothing but correction.
    return corrected(Item(ident, kind, origin=""), text, fields, spans)


def confirmed(item: Item, text: str, spans: Iterable[Span] | None = None) -> Item:
    """Return the item standing firmly, where its words were found again or at the spans given.

    Raises:
        InvalidValueError: for an orphan without spans, or spans outside the text.
    """
    if spans is None:
        if item.standing is Standing.ORPHAN:
            raise InvalidValueError("its words are gone", then="select where it stands now")
        return replace(item, standing=Standing.FIRM)
    return replace(item, standing=Standing.FIRM, stood=None, boundaries=quotes(text, spans))


def touched(item: Item) -> bool:
    """Return whether a person has left anything on the item."""
    left = item.note or item.tags or item.flag or item.correction
    return bool(item.state is not State.UNDECIDED or left)


def _approved(item: Item) -> State:
    if item.own:
        return State.ADDED
    return State.CORRECTED if item.correction or item.boundaries else State.ACCEPTED


def _same(suggested: Fields, name: str, value: object) -> bool:
    return name in suggested and suggested[name] == value
