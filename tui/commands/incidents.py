"""Making one incident of two, or two of one, and taking out what does not belong to it."""

from collections.abc import Sequence

from store.items import Item, Standing, State
from store.kinds import definition
from store.kinds.incident import marks
from tui.commands.alike import decide_alike
from tui.commands.context import Context
from tui.commands.deciding import confirm
from tui.commands.lists import fold_row
from tui.commands.moving import evidence, go_on
from tui.commands.over_reports import this_incident
from tui.kinds import view
from tui.review.review import Cursor
from tui.screens.choice import Choice


def open_or_fold(context: Context) -> None:
    """Show or hide what the incident under the cursor is made of; of such a part, its words.

    One that other reports tell of as well opens with what all of them say.
    """
    review = context.session.review
    item = review.item
    if item is not None and item.id in review.told_in:
        this_incident(context)
    elif item is not None and context.session.annotations.members(item):
        fold_row(context, opened=not review.is_open(item.id))
    else:
        evidence(context)


def join(context: Context) -> None:
    """Choose another incident that is the same as the one under the cursor, and join them.

    The words of one that have moved are confirmed first.
    """
    item = _incident(context)
    if item is None:
        context.tell("Go to an incident first.")
    elif item.standing is not Standing.FIRM:
        confirm(context)
    elif context.may_change():
        others = _others(context, item)
        context.choose(
            f"The same as {view(item.kind).told(item)}",
            [_choice(one) for one in others],
            lambda ident: _join(context, ident, item.id),
            empty="There is no other incident.",
        )


def take_out(context: Context) -> None:
    """Take the mention or figure under the cursor out of its incident."""
    part = _part(context)
    if part is None:
        return
    from store.incidents import steps  # with all rules for numbers: not needed to read

    holder, member = part
    notes, review = context.session.annotations, context.session.review
    ids = [one.id for one in notes.members(holder)]
    with context.telling():
        changed = steps.take_out(notes, holder.id, member.id)
        left = [holder.id, *(ident for ident in ids if ident != member.id)]
        following = left[min(ids.index(member.id) + 1, len(left) - 1)]
        review.cursor = Cursor(following, under=holder.id)
        context.changed(changed)
        context.go_to(review.cursor)
        context.tell(f"Taken out: “{member.words}”; u takes it back.")


def split(context: Context) -> None:
    """Make an incident of its own of the mention or figure under the cursor and those after it."""
    part = _part(context)
    if part is None:
        return
    from store.incidents import steps

    holder, member = part
    with context.telling():
        new = steps.split(context.session.annotations, holder.id, member.id)
        context.changed((holder.id, new))
        context.session.review.fold(new, opened=True)
        context.screen.show_list()
        context.go_to(Cursor(new))
        context.tell("Split off; e corrects it, u takes it back.")


def decide_rest(context: Context) -> None:
    """Decide on all incidents that are left at one go; on a part of one, on all parts alike."""
    review = context.session.review
    if review.holder:
        decide_alike(context)
        return
    listed = (context.session.annotations[ident] for ident in review.ids())
    left = [one for one in listed if one.state is State.UNDECIDED and definition(one.kind).members]
    folded = [context.session.annotations[ident] for ident in review.folded(review.tab)]
    beside = [one for one in left if {"background", "aggregate"} & {*marks(one.fields)}]
    offered = {
        f"accept the {len(left)} that are left": (State.ACCEPTED, left),
        f"reject the {len(left)} that are left": (State.REJECTED, left),
        f"reject the {len(beside)} of background and sums": (State.REJECTED, beside),
        f"reject the {len(folded)} that are folded": (State.REJECTED, folded),
    }
    choices = [Choice(words, words) for words, (_, items) in offered.items() if items]
    context.choose(
        "All incidents that are not decided",
        choices,
        lambda words: _decide_all(context, *offered[words]),
        empty="No incident is left.",
    )


def _decide_all(context: Context, state: State, items: Sequence[Item]) -> None:
    with context.telling():
        notes = context.session.annotations
        context.changed(notes.decide_many([one.id for one in items], state))
        number = len(items)
        told = f"{state.capitalize()} {number} incident{'' if number == 1 else 's'}"
        context.tell(f"{told}; u takes it back.")
        go_on(context)


def _join(context: Context, ident: str, into: str) -> None:
    from store.incidents import steps

    with context.telling():
        context.changed(steps.join(context.session.annotations, ident, into))
        context.go_to(Cursor(into))
        context.tell("Joined; e corrects it, u takes it back.")


def _incident(context: Context) -> Item | None:
    """The incident under the cursor, or that of the part under the cursor."""
    review = context.session.review
    holder = review.holder
    return context.session.annotations[holder] if holder else review.item


def _part(context: Context) -> tuple[Item, Item] | None:
    """The incident that is opened and the part of it under the cursor; told where there is none."""
    review = context.session.review
    item, holder = review.item, review.holder
    if item is None or holder is None:
        context.tell("Open the incident and go to one of its parts first.")
        return None
    return (context.session.annotations[holder], item) if context.may_change() else None


def _others(context: Context, item: Item) -> list[Item]:
    """The incidents that may be the same as one: those flagged first, then as the list has them."""
    known = context.session.annotations.items(item.kind)
    others = [one for one in known if one.id != item.id and one.state is not State.REJECTED]
    return sorted(others, key=lambda one: not one.flag)


def _choice(item: Item) -> Choice:
    marked = "marked" if item.flag else str(item.state)
    return Choice(item.id, view(item.kind).told(item), f"“{item.words}”, {marked}")
