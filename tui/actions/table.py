"""The table of actions, in the order of the help."""

from tui.actions.action import Action, Group

GROUPS = (
    Group(
        "Move in the text",
        (
            Action("article.down", ("j", "down"), "down", "One row down."),
            Action("article.up", ("k", "up"), "up", "One row up."),
            Action("article.half_down", ("ctrl+d",), "half down", "Half a screen down."),
            Action("article.half_up", ("ctrl+u",), "half up", "Half a screen up."),
            Action("article.page_down", ("pagedown",), "page down", "One screen down."),
            Action("article.page_up", ("pageup",), "page up", "One screen up."),
            Action("article.top", ("g", "home"), "top", "To the beginning of the text."),
            Action("article.bottom", ("G", "end"), "bottom", "To the end of the text."),
        ),
    ),
    Group(
        "Move in a list",
        (
            Action("list.down", ("j", "down"), "down", "To the next row."),
            Action("list.up", ("k", "up"), "up", "To the row before."),
            Action("list.half_down", ("ctrl+d",), "half down", "Half a list down."),
            Action("list.half_up", ("ctrl+u",), "half up", "Half a list up."),
            Action("list.page_down", ("pagedown",), "page down", "One page of rows down."),
            Action("list.page_up", ("pageup",), "page up", "One page of rows up."),
            Action("list.top", ("g", "home"), "top", "To the first row."),
            Action("list.bottom", ("G", "end"), "bottom", "To the last row."),
        ),
    ),
    Group(
        "Go to items",
        (
            Action(
                "reader.next_item",
                ("w",),
                "next",
                "To the next marked words in the text.",
                on_items=True,
            ),
            Action(
                "reader.previous_item", ("b",), "back", "To the marked words before.", on_items=True
            ),
            Action(
                "reader.next_open", ("]",), "next", "To the next undecided item.", 7, on_items=True
            ),
            Action(
                "reader.previous_open",
                ("[",),
                "previous",
                "To the undecided item before.",
                on_items=True,
            ),
            Action(
                "reader.release",
                ("escape",),
                "release",
                "Let go of the item, the search and its marks.",
            ),
        ),
    ),
    Group(
        "Decide",
        (
            Action(
                "reader.accept",
                ("a",),
                "accept",
                "Accept the item, then on to the next undecided one.",
                1,
                on_items=True,
            ),
            Action(
                "reader.reject",
                ("x",),
                "reject",
                "Reject the item, then on to the next undecided one.",
                2,
                on_items=True,
            ),
            Action(
                "reader.skip",
                ("space",),
                "skip",
                "Leave the item open, and on to the next undecided one.",
                3,
                on_items=True,
            ),
            Action(
                "reader.note",
                ("c",),
                "note",
                "Write a note on the item or, with none chosen, on the article.",
                5,
                on_items=True,
            ),
            Action(
                "reader.undo",
                ("u",),
                "undo",
                "Take back the last change, also after a restart.",
                6,
                on_items=True,
            ),
            Action(
                "reader.redo", ("ctrl+r",), "redo", "Do again what was taken back.", on_items=True
            ),
        ),
    ),
    Group(
        "Panes",
        (
            Action("reader.events", ("1",), "events", "List the events."),
            Action("reader.figures", ("2",), "figures", "List the figures."),
            Action("reader.sources", ("3",), "sources", "List the sources and what they say."),
            Action(
                "reader.names",
                ("4",),
                "names",
                "List people, places, groups, organisations and dates.",
            ),
            Action(
                "reader.checks", ("5",), "checks", "List what an attentive reader would question."
            ),
            Action(
                "reader.next_pane",
                ("tab",),
                "pane",
                "To the other pane; on a narrow screen, text or lists.",
            ),
            Action("reader.previous_pane", ("shift+tab",), "pane", "To the pane before."),
        ),
    ),
    Group(
        "Find",
        (
            Action("reader.find", ("/",), "find", "Search in the text.", 8),
            Action("reader.next_hit", ("n",), "next hit", "To the next place found."),
            Action("reader.previous_hit", ("N",), "hit before", "To the place found before."),
        ),
    ),
    Group(
        "The reader",
        (
            Action(
                "reader.help", ("?", "f1"), "help", "All keys, those of the pane in use first.", 99
            ),
            Action("reader.leave", ("q",), "quit", "Leave; everything is saved.", 9),
        ),
    ),
    Group(
        "While writing",
        (Action("prompt.cancel", ("escape",), "cancel", "Leave everything as it was.", 2),),
    ),
    Group(
        "In the help",
        (
            Action("help.down", ("j", "down"), "down", "One row down."),
            Action("help.up", ("k", "up"), "up", "One row up."),
            Action("help.close", ("escape", "q", "?"), "close", "Back to the text."),
        ),
    ),
)
"""In the order of the help."""
