"""Deciding on the item under the cursor, and taking back whatever was changed."""

from store.history.journal import Step, Verb
from store.items import Standing, State
from tui.commands import naming
from tui.commands.alike import replay_in_others
from tui.commands.context import Context
from tui.commands.moving import go_on
from tui.review.review import Cursor

_VERBS = {
    Verb.DECIDE: "a decision",
    Verb.CORRECT: "a correction",
    Verb.ADD: "an added item",
    Verb.DELETE: "a deletion",
    Verb.NOTE: "a note",
    Verb.TAG: "tags",
    Verb.FLAG: "a flag",
    Verb.READ: "the mark that the article is read",
}


def accept(context: Context) -> None:
    """Accept the item and go on."""
    _decide(context, State.ACCEPTED)


def reject(context: Context) -> None:
    """Reject the item and go on."""
    _decide(context, State.REJECTED)


def skip(context: Context) -> None:
    """Leave the item open and go on."""
    _decide(context, State.SKIPPED)


def confirm(context: Context) -> None:
    """Say that the item's words, which have moved, are the right ones."""
    item = context.session.review.item
    if item is None or item.standing is Standing.FIRM:
        context.tell("The words of this item have not moved.")
        return
    with context.telling():
        context.changed(context.session.annotations.confirm(item.id))


def undo(context: Context) -> None:
    """Take back the last step, or what was named last if that was later."""
    with context.telling():
        if naming.take_back(context):
            return
        _follow(context, context.session.undo(), undo=True)


def redo(context: Context) -> None:
    """Do again what was taken back last."""
    with context.telling():
        _follow(context, context.session.redo(), undo=False)


def _decide(context: Context, state: State) -> None:
    """Decide on the item under the cursor and go on; with none, go to the first one."""
    with context.telling():
        if context.session.review.item is not None:
            context.changed(context.session.decide(state))
        go_on(context)


def _follow(context: Context, step: Step | None, undo: bool) -> None:
    """Show a step that was taken back or done again, go to where it was, and say what it is."""
    if step is None:
        context.tell("Nothing to take back." if undo else "Nothing to do again.")
        return
    context.unsay()
    context.changed(step.ids)
    review = context.session.review
    idents = [ident for ident in step.ids if review.is_listed(ident)]
    if idents:
        context.go_to(Cursor(idents[0]))
    context.tell(f"{'Took back' if undo else 'Did again'}: {_words(step)}")
    if step.remark:
        replay_in_others(context, step.remark, undo)


def _words(step: Step) -> str:
    """What a step did, in words."""
    number = len(step.ids)
    what = _VERBS.get(step.verb, str(step.verb))
    return f"{what} on {number} items" if number > 1 else what
