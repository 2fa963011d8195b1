"""What was done to one item done to another: the values of the last one corrected, a correction
carried to all of the same value, the event that a figure belongs to.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from store.carrying import Carried, carried
from store.history.journal import Verb
from store.items import Fields, Item, Kind, State
from store.references import is_reference
from tui.commands.context import Context
from tui.kinds import view
from tui.screens.choice import Choice

_OWN = frozenset({State.CORRECTED, State.ADDED})
_SHOWN = 40
"""Characters that are shown of a value."""


def last_corrected(context: Context, kind: Kind, but: str) -> Item | None:
    """Return the item of a kind that was corrected or added last: in this report, else in those
    open before; `but` is left out. Of another report it has no places in the text."""
    notes = context.session.annotations
    for step in reversed(notes.history()):
        if step.verb not in (Verb.CORRECT, Verb.ADD):
            continue
        ids = (ident for ident in step.ids if ident in notes and ident != but)
        found = next((notes[one] for one in ids if notes[one].kind is kind), None)
        if found is not None and found.state in _OWN:
            return found
    return context.last_corrected.get(kind)


def as_before(item: Item, last: Item) -> tuple[Fields, frozenset[str]]:
    """Return the values of the last item for the form of another, and the fields that are taken
    from it at once: those often repeated that a person set."""
    names = view(item.kind).repeated
    taken = frozenset(name for name in names if name in last.correction)
    return last.fields, taken


def without_places(fields: Fields) -> dict[str, Any]:
    """Return values as they stand in another report, where references have names alone."""
    return {name: _placeless(value) for name, value in fields.items()}


def _placeless(value: Any) -> Any:
    if isinstance(value, list):
        return [_placeless(one) for one in value]
    if not is_reference(value):
        return value
    return {name: part for name, part in value.items() if name not in ("start", "end")}


def offer_to_carry(context: Context, before: Fields, ident: str) -> None:
    """Offer the correction that was made to the other items of the report with the same value."""
    from tui.screens.offer import Offer  # few corrections have others of the value

    notes = context.session.annotations
    after = notes[ident]
    others = notes.items(after.kind)
    found = list(carried(before, after, view(after.kind).carried, others))
    if not found:
        return

    def take(taken: bool | None) -> None:
        if taken:
            with context.telling():
                context.changed(notes.carry(_by_item(found)))
                number = len(_by_item(found))
                context.tell(f"Carried to {number} more; u takes that back.")

    told = " · ".join(_told(after.kind, one) for one in found)
    context.screen.app.push_screen(Offer(told), take)


def _by_item(found: Sequence[Carried]) -> Mapping[str, Fields]:
    values: dict[str, dict[str, Any]] = {}
    for one in found:
        for ident, value in one.values.items():
            values.setdefault(ident, {})[one.field] = value
    return values


def _told(kind: Kind, one: Carried) -> str:
    """A field with its value, and in how many items it is offered: "place Oshkara in 3 more"."""
    label = view(kind).labels.get(one.field, one.field)
    values = one.now if isinstance(one.now, list) else [one.now]
    shown = "; ".join(_value(value) for value in values)
    cut = f"{shown[:_SHOWN]}…" if len(shown) > _SHOWN else shown
    return f"{label} {cut} in {len(one.values)} more"


def _value(value: Any) -> str:
    if not is_reference(value):
        return str(value)
    day = value.get("from")
    return str(day) if day and day == value.get("to") else str(value["name"])


def link(context: Context) -> None:
    """Choose the event that the figure under the cursor belongs to, the nearest first."""
    from tui.kinds.nameable import Nameable

    item = context.session.review.item
    if item is None or item.kind is not Kind.FIGURE:
        context.tell("Go to a figure first.")
    elif context.may_change():
        notes = context.session.annotations
        known = Nameable(notes).told(Kind.EVENT, item)
        now = item.fields.get("event")
        choices = [
            Choice(told, told, "as it is" if now and now.get("start") == one["start"] else "")
            for told, one in known.items()
        ]

        def take(told: str) -> None:
            with context.telling():
                before = item.fields
                context.changed(notes.correct(item.id, {"event": known[told]}))
                offer_to_carry(context, before, item.id)

        title = f"“{item.words}” belongs to"
        context.choose(title, choices, take, empty="There is no event.")
