"""Actions that a pane or a screen does itself, by its method of that name: `article.down` is
`action_down` of the article.
"""

from tui.actions.action import Action, Group
from tui.kinds import MAKINGS


def _own(ident: str, keys: str, label: str, tooltip: str, footer: int = 0) -> Action:
    """An action of a pane's own."""
    return Action(ident, tuple(keys.split()), label, tooltip, footer)


def _move(ident: str, keys: str, label: str, tooltip: str) -> Action:
    """One that a number before it repeats."""
    return Action(ident, tuple(keys.split()), label, tooltip, repeats=True)


IN_TEXT = Group(
    "Move in the text",
    (
        _move("article.down", "j down", "down", "One row down."),
        _move("article.up", "k up", "up", "One row up."),
        _move("article.half_down", "ctrl+d", "half down", "Half a screen down."),
        _move("article.half_up", "ctrl+u", "half up", "Half a screen up."),
        _move("article.page_down", "pagedown", "page down", "One screen down."),
        _move("article.page_up", "pageup", "page up", "One screen up."),
        _own("article.top", "g home", "top", "To the beginning of the text."),
        _own("article.bottom", "G end", "bottom", "To the end of the text."),
    ),
)
IN_LIST = Group(
    "Move in a list",
    (
        _move("list.down", "j down", "down", "To the next row."),
        _move("list.up", "k up", "up", "To the row before."),
        _move("list.half_down", "ctrl+d", "half down", "Half a list down."),
        _move("list.half_up", "ctrl+u", "half up", "Half a list up."),
        _move("list.page_down", "pagedown", "page down", "One page of rows down."),
        _move("list.page_up", "pageup", "page up", "One page of rows up."),
        _own("list.top", "g home", "top", "To the first row."),
        _own("list.bottom", "G end", "bottom", "To the last row."),
    ),
)
IN_BOUNDARY = Group(
    "While correcting, in the words",
    (
        _own("boundary.start_left", "h", "start ←", "The start one word to the left.", 2),
        _own("boundary.start_right", "l", "start →", "The start one word to the right.", 3),
        _own("boundary.end_left", "left H", "end ←", "The end one word to the left.", 4),
        _own("boundary.end_right", "right L", "end →", "The end one word to the right.", 5),
        _own("boundary.nudge_start_left", "[", "", "The start one character to the left."),
        _own("boundary.nudge_start_right", "]", "", "The start one character to the right."),
        _own("boundary.nudge_end_left", "{ ctrl+left", "", "The end one character to the left."),
        _own(
            "boundary.nudge_end_right",
            "} ctrl+right",
            "",
            "The end one character to the right.",
        ),
        _own("boundary.sentence", "s", "", "Grow to the whole sentence."),
        *(
            _own(f"boundary.label({n})", str(n), "", f"Label number {n} of the form.")
            for n in range(1, 10)
        ),
    ),
)
IN_ROW = Group(
    "While correcting an incident, in the words",
    (
        *(
            _own(f"boundary.field('{letter}')", letter, "", f"To its {what}.")
            for letter, what in (
                ("t", "type"),
                ("a", "side A"),
                ("b", "side B"),
                ("w", "associated actors"),
                ("p", "place"),
                ("m", "place on the map"),
                ("d", "date"),
                ("k", "number killed"),
                ("i", "number injured"),
                ("c", "targeting of civilians"),
                ("o", "sources"),
                ("n", "note"),
            )
        ),
    ),
)
IN_FORM = Group(
    "In a form",
    (
        _own("form.keep", "enter", "keep", "Keep what was filled in.", 1),
        _own("form.next", "tab down", "next field", "To the next field.", 6),
        _own("form.as_before", "ctrl+e", "as before", "As in the last item corrected.", 6),
        _own("form.choose", "ctrl+o", "choose", "Choose from all that the field knows."),
        _own("form.previous", "shift+tab up", "", "To the field before."),
        _own("form.cancel", "escape", "cancel", "Leave everything as it was.", 7),
    ),
)
IN_SELECTION = Group(
    "While selecting words",
    (
        _own(
            "select.next",
            "l w right",
            "next",
            "The next word; while extending, one word more.",
            2,
        ),
        _own(
            "select.previous",
            "h b left",
            "back",
            "The word before; while extending, one word less.",
            3,
        ),
        _own("select.down", "j down", "", "To the row below."),
        _own("select.up", "k up", "", "To the row above."),
        _own("select.extend", "v space", "extend", "Extend from here, and stop extending.", 4),
        _own("select.start_left", "H shift+left", "", "The start one word to the left."),
        _own("select.end_right", "L shift+right", "", "The end one word to the right."),
        _own("select.sentence", "s", "sentence", "Grow to the sentence; again, by one more.", 5),
        _own("select.paragraph", "p", "paragraph", "Grow to the paragraph.", 6),
        _own("select.make", "enter", "make", "Choose what the words are.", 1),
        *(
            _own(f"select.label({one.digit})", str(one.digit), "", f"Make it {one.words}.")
            for one in MAKINGS
            if one.digit
        ),
        _own("select.cancel", "escape", "cancel", "Select nothing.", 7),
    ),
)
IN_PROMPT = Group(
    "While writing",
    (_own("prompt.cancel", "escape", "cancel", "Leave everything as it was."),),
)
IN_OFFER = Group(
    "While something is offered",
    (
        _own("offer.take", "enter", "take", "Take what is offered."),
        _own("offer.leave", "escape", "leave", "Leave it; any other key does so too, and its own."),
    ),
)
IN_CHOICE = Group(
    "While choosing",
    (
        _own("choose.down", "down ctrl+n", "down", "To the next choice."),
        _own("choose.up", "up ctrl+p", "up", "To the choice before."),
        _own("choose.page_down", "pagedown", "page down", "One page of choices down."),
        _own("choose.page_up", "pageup", "page up", "One page of choices up."),
        _own("choose.take", "enter", "take", "Take this choice."),
        *(
            _own(
                f"choose.number({number})",
                str(number),
                "",
                f"Take choice {number}, while nothing is typed.",
            )
            for number in range(1, 10)
        ),
        _own("choose.cancel", "escape", "cancel", "Leave without choosing."),
    ),
)
IN_QUEUE = Group(
    "In the queue",
    (
        _own("queue.open", "enter", "open", "Open the article.", 1),
        _own("queue.down", "down ctrl+n", "down", "To the next article."),
        _own("queue.up", "up ctrl+p", "up", "To the article before."),
        _own("queue.page_down", "pagedown", "page down", "One page of articles down."),
        _own("queue.page_up", "pageup", "page up", "One page of articles up."),
        _own(
            "queue.sort",
            "tab",
            "sort",
            "By path, title, date, undecided, reports of one incident.",
            2,
        ),
        _own("queue.back", "escape", "back", "Back to the article.", 3),
    ),
)
IN_WELCOME = Group(
    "In the welcome",
    (
        _own("welcome.open", "enter", "open", "Open the report or the folder.", 1),
        _own("welcome.path", "/ o", "path", "Type the path of another report or folder.", 2),
        _own("welcome.leave", "q", "quit", "Leave.", 3),
        _own("welcome.back", "escape", "back", "From the path to the list; from there, leave."),
    ),
)
IN_HELP = Group(
    "In the help",
    (
        _own("help.down", "down ctrl+n", "down", "One row down."),
        _own("help.up", "up ctrl+p", "up", "One row up."),
        _own("help.page_down", "pagedown", "page down", "One screen down."),
        _own("help.page_up", "pageup", "page up", "One screen up."),
        _own("help.close", "escape f1 ?", "close", "Back to the text."),
    ),
)
