"""Settling what two annotators decided differently."""

from tui.commands.context import Context
from tui.commands.moving import go_on


def take_first(context: Context) -> None:
    """Settle the item as the first has it."""
    _take(context, 1)


def take_second(context: Context) -> None:
    """Settle the item as the second has it."""
    _take(context, 2)


def _take(context: Context, which: int) -> None:
    """Settle the item under the cursor as one of the two has it, and go on."""
    from tui.session.adjudication import AdjudicationSession  # few readers need it

    session, item = context.session, context.session.review.item
    if item is None or not isinstance(session, AdjudicationSession) or session.reading:
        return
    if not session.differs(item):
        context.tell(f"{' and '.join(session.between)} agree on this item.")
        return
    with context.telling():
        context.changed(session.take(item, which))
        go_on(context)
