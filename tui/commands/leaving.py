"""Leaving the reader, also while nothing can be saved."""

from pathlib import Path

from tui.commands.context import Context
from tui.screens.choice import Choice

NOT_SAVED = 1
"""Exit code of a reader that was left without saving."""


def leave(context: Context) -> None:
    """Leave the reader once everything is saved."""
    if context.finish():
        context.screen.app.exit()
    else:
        _offer_ways_out(context)


def _offer_ways_out(context: Context) -> None:
    """While nothing can be saved: stay, save elsewhere, or leave without."""
    number = len(context.session.annotations.unsaved())
    lost = f"{number} changed item{'s' if number != 1 else ''}"
    choices = [
        Choice("stay", "Stay, and try again"),
        Choice("copy", "Save a copy of the notes elsewhere"),
        Choice("leave", f"Leave without saving {lost}"),
    ]
    context.choose(f"Not on disk: {lost}", choices, lambda way: _take_way_out(context, way))


def _take_way_out(context: Context, way: str) -> None:
    if way == "copy":
        before = str(Path.home() / f"{Path(context.session.key).name}.notes.json")
        context.ask("Save the notes as", lambda where: _save_copy(context, where), before=before)
    elif way == "leave":
        context.session.abandon()
        context.screen.app.exit(NOT_SAVED)


def _save_copy(context: Context, where: str) -> None:
    with context.telling():
        notes_file = context.session.annotations.notes_file
        path = Path(where).expanduser()
        notes_file.save_copy(path)
        own = str(notes_file.path) if notes_file.path else "the notes"
        context.tell(f"The notes are in {path}; put it in place of {own} later.")
