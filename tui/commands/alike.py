"""One decision on all items alike: in this article, or in the whole library; it is asked first,
with how many they are.
"""

from store.items import Item, State
from store.library.library_wide import (
    Alike,
    Done,
    decide_library_wide,
    find_alike,
    new_act,
    redo_library_wide,
    undo_library_wide,
)
from tui.commands.context import Context
from tui.screens.choice import Choice

_STATES = {"accept": State.ACCEPTED, "reject": State.REJECTED}
_IN_OTHERS = "change other articles"


def decide_alike(context: Context) -> None:
    """Decide on all items of the same words and label."""
    item = context.session.review.item
    if item is None:
        return
    here = len(context.session.annotations.alike(item))
    choices = [
        *(Choice(verb, f"{verb} {_these(here)} in this article") for verb in _STATES),
        Choice("everywhere", "look for them in the other articles …"),
    ]
    context.choose(_title(item), choices, lambda chosen: _decide_here(context, item, chosen))


def replay_in_others(context: Context, act: str, undo: bool) -> None:
    """Take an act in many articles back in the others too, or do it again there."""
    replay = undo_library_wide if undo else redo_library_wide
    library, key = context.session.library, context.session.key
    context.in_background(
        _IN_OTHERS, lambda: replay(library, act, key), lambda done: _tell_done(context, done)
    )


def _decide_here(context: Context, item: Item, chosen: str) -> None:
    session = context.session
    if chosen == "everywhere":
        _look_library_wide(context, item)
        return
    with context.telling():
        state = _STATES[chosen]
        ids = session.annotations.decide_many(session.annotations.alike(item), state)
        context.changed(ids)
        context.tell(f"{state.capitalize()} {_these(len(ids))}; u takes it back.")


def _look_library_wide(context: Context, item: Item) -> None:
    session = context.session

    def ask(found: tuple[Alike, ...]) -> None:
        if session is context.session:
            _ask(context, item, found)
        else:
            context.tell("The article was left meanwhile: nothing is decided.")

    context.tell("Looking through the library …")
    context.in_background(
        "look through the library",
        lambda: tuple(find_alike(session.library, item, session.key)),
        ask,
        alone=True,
    )


def _ask(context: Context, model: Item, found: tuple[Alike, ...]) -> None:
    number = sum(len(alike.ids) for alike in found)
    number += len(context.session.annotations.alike(model))
    articles = len(found) + 1
    words = f"{_these(number)} in {articles} article{'s' if articles != 1 else ''}"
    choices = [Choice(verb, f"{verb} {words}") for verb in _STATES]
    context.choose(
        _title(model),
        choices,
        lambda chosen: _decide_library_wide(context, model, found, _STATES[chosen]),
    )


def _decide_library_wide(
    context: Context, model: Item, found: tuple[Alike, ...], state: State
) -> None:
    session = context.session
    act = new_act(len(found) + 1) if found else ""
    with context.telling():
        ids = session.annotations.alike(model)
        context.changed(session.annotations.decide_many(ids, state, act))
        context.in_background(
            "decide in other articles",
            lambda: decide_library_wide(session.library, found, state, act),
            lambda done: _tell_done(context, done),
        )


def _tell_done(context: Context, done: Done) -> None:
    for error in done.refused:
        context.tell_error(error)
    if done.keys:
        number = len(done.keys)
        context.tell(f"Done in {number} other article{'s' if number != 1 else ''} too.")


def _these(number: int) -> str:
    return f"all {number} alike" if number != 1 else "this one, which has none alike"


def _title(item: Item) -> str:
    return f"All like “{item.words}”"
