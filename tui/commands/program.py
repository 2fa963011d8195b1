"""The reader as a program: its looks, its commands by name, its help, the shell."""

from tui.commands.context import Context
from tui.config import remember
from tui.screens.choice import Choice

_OURS = "dateline-"
"""What the names of the themes made for reading begin with."""


def zen(context: Context) -> None:
    """Show the text alone, and back."""
    screen = context.screen
    screen.toggle_class("-zen")
    screen.remove_class("-lists")
    screen.article.focus()


def theme(context: Context) -> None:
    """Have the colours chosen; the choice is kept."""
    app = context.screen.app
    before = app.theme

    def wear(name: str) -> None:
        app.theme = name

    def keep(name: str) -> None:
        wear(name)
        remember("theme", name)

    names = sorted(app.available_themes, key=lambda name: (not name.startswith(_OURS), name))
    choices = [
        Choice(name, name, group="made for reading" if name.startswith(_OURS) else "others")
        for name in names
    ]
    context.choose(
        "Colours", choices, keep, current=before, told=wear, otherwise=lambda: wear(before)
    )


def palette(context: Context) -> None:
    """Have one of all actions that can be done now chosen by its name, and do it."""
    from tui.actions import GROUPS  # which is made of these commands

    screen = context.screen
    groups = {action.id: group.title for group in GROUPS for action in group.actions}
    choices = [
        Choice(
            one.id,
            f"{one.label}: {one.tooltip}",
            context.keymap.shown(one.id),
            groups.get(one.id, ""),
        )
        for one in screen.actions()
        if one.id != "reader.palette"
    ]
    context.choose("Commands", choices, lambda ident: screen.call_later(screen.do, ident))


def help_on_keys(context: Context) -> None:
    """Show all keys, those of the pane in use first."""
    from tui.screens.help import Help  # not needed for the first screen

    first = "list" if context.screen.list.has_focus else "article"
    context.screen.app.push_screen(Help(context.keymap, first))


def suspend(context: Context) -> None:
    """Stop for the shell, where the terminal can."""
    context.screen.app.action_suspend_process()
