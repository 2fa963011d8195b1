"""The table of actions, in the order of the help."""

from store.kinds import Kind, definition
from tui.actions.action import Action, Group
from tui.kinds import MAKINGS, TABS


def _item(ident: str, keys: str, label: str, tooltip: str, footer: int = 0) -> Action:
    """An action on items."""
    return Action(ident, tuple(keys.split()), label, tooltip, footer, on_items=True)


def _move(ident: str, keys: str, label: str, tooltip: str, footer: int = 0) -> Action:
    """An action that a number before it repeats."""
    on_items = ident.startswith("reader.") and not ident.endswith("hit")
    return Action(ident, tuple(keys.split()), label, tooltip, footer, on_items, repeats=True)


def _plain(ident: str, keys: str, label: str, tooltip: str, footer: int = 0) -> Action:
    """Any other action."""
    return Action(ident, tuple(keys.split()), label, tooltip, footer)


_LISTS = tuple(
    Action(
        f"reader.{tab.name}",
        (str(number),) if number < 10 else (),
        tab.name,
        tab.tooltip,
        does=f"show_list('{tab.name}')",
        numbered=True,
    )
    for number, tab in enumerate(TABS, 1)
)
"""The lists beside the article, by the numbers of their tabs."""

_FOLDING = (
    (
        _item("reader.unfold", "l", "unfold", "Show what the item is made of below it."),
        _item("reader.fold", "h", "fold", "Hide what an item is made of."),
    )
    if any(definition(kind).members for kind in Kind)
    else ()
)
"""Offered as soon as a kind of item is made of others."""

GROUPS = (
    Group(
        "Decide",
        (
            _item(
                "reader.accept", "a", "accept", "Accept the item, then on to the next undecided.", 1
            ),
            _item(
                "reader.reject", "x", "reject", "Reject the item, then on to the next undecided.", 2
            ),
            _item(
                "reader.skip", "space", "skip", "Leave it open, and on to the next undecided.", 3
            ),
            _item("reader.correct", "e", "correct", "Correct its words and values.", 4),
            _item("reader.add", "v", "mark", "Select words and make an item of them.", 8),
            _item("reader.split", "S", "split", "Make this place of a name a name of its own."),
            _item("reader.delete", "d", "delete", "Delete an item of your own."),
            _item(
                "reader.alike", "A", "all alike", "Decide all items of the same words and label."
            ),
            _item(
                "reader.undo", "u", "undo", "Take back the last change, also after a restart.", 6
            ),
            _item("reader.redo", "ctrl+r", "redo", "Do again what was taken back."),
            _item("reader.confirm", "+", "confirm", "Say that words which moved are right."),
            _item("reader.lost", "L", "lost", "Items whose words are gone; select them anew."),
        ),
    ),
    Group(
        "Go to items",
        (
            _move("reader.next_open", "]", "next", "To the next undecided item.", 7),
            _move("reader.previous_open", "[", "previous", "To the undecided item before."),
            _move("reader.next_item", "w", "next", "To the next marked words in the text."),
            _move("reader.previous_item", "b", "back", "To the marked words before."),
            _item(
                "reader.evidence",
                "enter",
                "words",
                "To the item's words; again, to its other places.",
            ),
            _item("reader.statement", "s", "source", "To the statement of its source, and back."),
            _plain("reader.release", "escape", "release", "Let go of the item and of the search."),
        ),
    ),
    Group(
        "Note and copy",
        (
            _item(
                "reader.note",
                "c",
                "note",
                "Note on the item or, with none chosen, on the article.",
                5,
            ),
            _item("reader.notes", "C", "notes", "All notes of this article."),
            _item("reader.tags", "t", "tags", "Tags of the item or the article, parted by commas."),
            _item(
                "reader.flag", "m", "flag", "Flag the item or the article, or take the flag off."
            ),
            _plain("reader.read", "r", "read", "Mark the article read: nothing more is in it."),
            _item("reader.copy", "y", "copy", "Copy the item with its citation."),
            _item(
                "reader.copy_sentence", "Y", "copy", "Copy the item's sentence with its citation."
            ),
        ),
    ),
    Group(
        "Lists",
        (
            *_LISTS,
            *_FOLDING,
            _item(
                "reader.filter", "f", "filter", "Narrow the list by state, note, source or kind."
            ),
            _plain(
                "reader.next_pane",
                "tab",
                "pane",
                "To the other pane; on a narrow screen, text or lists.",
            ),
            _plain("reader.previous_pane", "shift+tab", "pane", "To the pane before."),
        ),
    ),
    Group(
        "Move in the text",
        (
            _move("article.down", "j down", "down", "One row down."),
            _move("article.up", "k up", "up", "One row up."),
            _move("article.half_down", "ctrl+d", "half down", "Half a screen down."),
            _move("article.half_up", "ctrl+u", "half up", "Half a screen up."),
            _move("article.page_down", "pagedown", "page down", "One screen down."),
            _move("article.page_up", "pageup", "page up", "One screen up."),
            _plain("article.top", "g home", "top", "To the beginning of the text."),
            _plain("article.bottom", "G end", "bottom", "To the end of the text."),
        ),
    ),
    Group(
        "Move in a list",
        (
            _move("list.down", "j down", "down", "To the next row."),
            _move("list.up", "k up", "up", "To the row before."),
            _move("list.half_down", "ctrl+d", "half down", "Half a list down."),
            _move("list.half_up", "ctrl+u", "half up", "Half a list up."),
            _move("list.page_down", "pagedown", "page down", "One page of rows down."),
            _move("list.page_up", "pageup", "page up", "One page of rows up."),
            _plain("list.top", "g home", "top", "To the first row."),
            _plain("list.bottom", "G end", "bottom", "To the last row."),
        ),
    ),
    Group(
        "Find",
        (
            _plain(
                "reader.find", "/", "find", "Search in the text; capitals count where typed.", 9
            ),
            _move("reader.next_hit", "n", "next hit", "To the next place found."),
            _move("reader.previous_hit", "N", "hit before", "To the place found before."),
            _plain(
                "reader.find_everywhere",
                "F",
                "find in all",
                "Search in all articles of the library.",
            ),
        ),
    ),
    Group(
        "Articles",
        (
            _plain("reader.queue", "o", "queue", "The articles of the library.", 10),
            _plain("reader.next_article", ". J", "next article", "To the next article."),
            _plain("reader.previous_article", ", K", "article before", "To the article before."),
            _plain(
                "reader.next_open_article",
                "ctrl+n",
                "next open",
                "To the next article with undecided items.",
            ),
        ),
    ),
    Group(
        "The reader",
        (
            _plain("reader.zen", "z", "zen", "The text alone, and back."),
            _plain("reader.theme", "T", "theme", "Choose the colours; the choice is kept."),
            _plain("reader.palette", "ctrl+p :", "commands", "Every action by name."),
            _plain("reader.help", "? f1", "help", "All keys, those of the pane in use first.", 99),
            _plain("reader.suspend", "ctrl+z", "suspend", "To the shell; fg comes back."),
            _plain("reader.leave", "q", "quit", "Leave; everything is saved.", 11),
        ),
    ),
    Group(
        "While correcting, in the words",
        (
            _plain("boundary.start_left", "h", "start ←", "The start one word to the left.", 2),
            _plain("boundary.start_right", "l", "start →", "The start one word to the right.", 3),
            _plain("boundary.end_left", "left H", "end ←", "The end one word to the left.", 4),
            _plain("boundary.end_right", "right L", "end →", "The end one word to the right.", 5),
            _plain("boundary.nudge_start_left", "[", "", "The start one character to the left."),
            _plain("boundary.nudge_start_right", "]", "", "The start one character to the right."),
            _plain(
                "boundary.nudge_end_left", "{ ctrl+left", "", "The end one character to the left."
            ),
            _plain(
                "boundary.nudge_end_right",
                "} ctrl+right",
                "",
                "The end one character to the right.",
            ),
            _plain("boundary.sentence", "s", "", "Grow to the whole sentence."),
            *(
                _plain(f"boundary.label({n})", str(n), "", f"Label number {n} of the form.")
                for n in range(1, 10)
            ),
        ),
    ),
    Group(
        "In a form",
        (
            _plain("form.keep", "enter", "keep", "Keep what was filled in.", 1),
            _plain("form.next", "tab down", "next field", "To the next field.", 6),
            _plain("form.previous", "shift+tab up", "", "To the field before."),
            _plain("form.cancel", "escape", "cancel", "Leave everything as it was.", 7),
        ),
    ),
    Group(
        "While selecting words",
        (
            _plain(
                "select.next",
                "l w right",
                "next",
                "The next word; while extending, one word more.",
                2,
            ),
            _plain(
                "select.previous",
                "h b left",
                "back",
                "The word before; while extending, one word less.",
                3,
            ),
            _plain("select.down", "j down", "", "To the row below."),
            _plain("select.up", "k up", "", "To the row above."),
            _plain(
                "select.extend", "v space", "extend", "Extend from here, and stop extending.", 4
            ),
            _plain("select.start_left", "H shift+left", "", "The start one word to the left."),
            _plain("select.end_right", "L shift+right", "", "The end one word to the right."),
            _plain(
                "select.sentence", "s", "sentence", "Grow to the sentence; again, by one more.", 5
            ),
            _plain("select.paragraph", "p", "paragraph", "Grow to the paragraph.", 6),
            _plain("select.make", "enter", "make", "Choose what the words are.", 1),
            *(
                _plain(f"select.label({one.digit})", str(one.digit), "", f"Make it {one.words}.")
                for one in MAKINGS
                if one.digit
            ),
            _plain("select.cancel", "escape", "cancel", "Select nothing.", 7),
        ),
    ),
    Group(
        "While writing",
        (_plain("prompt.cancel", "escape", "cancel", "Leave everything as it was."),),
    ),
    Group(
        "While choosing",
        (
            _plain("choose.down", "down ctrl+n", "down", "To the next choice."),
            _plain("choose.up", "up ctrl+p", "up", "To the choice before."),
            _plain("choose.page_down", "pagedown", "page down", "One page of choices down."),
            _plain("choose.page_up", "pageup", "page up", "One page of choices up."),
            _plain("choose.take", "enter", "take", "Take this choice."),
            _plain("choose.cancel", "escape", "cancel", "Leave without choosing."),
        ),
    ),
    Group(
        "While settling between two annotators",
        (
            _item("adjudication.take_first", "1", "first", "Settle it as the first has it.", 4),
            _item("adjudication.take_second", "2", "second", "Settle it as the second has it.", 5),
        ),
    ),
    Group(
        "In the queue",
        (
            _plain("queue.open", "enter", "open", "Open the article.", 1),
            _plain("queue.down", "down ctrl+n", "down", "To the next article."),
            _plain("queue.up", "up ctrl+p", "up", "To the article before."),
            _plain("queue.page_down", "pagedown", "page down", "One page of articles down."),
            _plain("queue.page_up", "pageup", "page up", "One page of articles up."),
            _plain("queue.sort", "tab", "sort", "By path, title, date, undecided.", 2),
            _plain("queue.back", "escape", "back", "Back to the article.", 3),
        ),
    ),
    Group(
        "In the welcome",
        (
            _plain("welcome.open", "enter", "open", "Open the report or the folder.", 1),
            _plain("welcome.leave", "q escape", "quit", "Leave.", 2),
        ),
    ),
    Group(
        "In the help",
        (
            _plain("help.down", "j down", "down", "One row down."),
            _plain("help.up", "k up", "up", "One row up."),
            _plain("help.close", "escape q ?", "close", "Back to the text."),
        ),
    ),
)
"""In the order of the help."""
