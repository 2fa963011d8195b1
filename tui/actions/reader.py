"""What keys do with lists, the text, articles and the reader itself."""

from functools import partial

from store.kinds import Kind, definition
from tui.actions.action import Action, Group, command, kept, movement, on_items
from tui.commands import articles, delivering, finding, leaving, lists, program
from tui.kinds import TABS

_TABS = tuple(
    Action(
        f"reader.{tab.name}",
        (str(number),) if number < 10 else (),
        tab.name,
        tab.tooltip,
        command=partial(lists.pick, tab=tab),
        numbered=True,
    )
    for number, tab in enumerate(TABS, 1)
)
_FOLDING = (
    on_items("reader.unfold", lists.unfold, "l", "unfold", "Show what the item is made of."),
    on_items("reader.fold", lists.fold, "h", "fold", "Hide what an item is made of."),
)
_ARE_MADE_OF_OTHERS = any(definition(kind).members for kind in Kind)

LISTS = Group(
    "Lists",
    (
        *_TABS,
        *(_FOLDING if _ARE_MADE_OF_OTHERS else ()),
        on_items(
            "reader.filter",
            lists.narrow,
            "f",
            "filter",
            "Narrow the list by state, note, source or kind.",
        ),
        on_items(
            "reader.folded",
            lists.show_folded,
            "F",
            "folded",
            "Show what is always rejected here, and fold it again.",
        ),
        command(
            "reader.next_pane",
            lists.other_pane,
            "tab",
            "pane",
            "To the other pane; on a narrow screen, text or lists.",
        ),
        command(
            "reader.previous_pane", lists.other_pane, "shift+tab", "pane", "To the pane before."
        ),
    ),
)

FIND = Group(
    "Find",
    (
        kept(
            command(
                "reader.find",
                finding.find,
                "/",
                "find",
                "Search in the text; capitals count where typed.",
                9,
            )
        ),
        movement("reader.next_hit", finding.next_hit, "n", "next hit", "To the next place found."),
        movement(
            "reader.previous_hit",
            finding.previous_hit,
            "N",
            "hit before",
            "To the place found before.",
        ),
        command(
            "reader.find_everywhere",
            articles.find_everywhere,
            "ctrl+f",
            "find in all",
            "Search in all articles of the library.",
        ),
    ),
)

ARTICLES = Group(
    "Articles",
    (
        kept(
            command(
                "reader.queue", articles.queue, "o", "queue", "The articles of the library.", 10
            )
        ),
        command(
            "reader.next_article",
            articles.next_article,
            ". J",
            "next article",
            "To the next article.",
        ),
        command(
            "reader.previous_article",
            articles.previous_article,
            ", K",
            "article before",
            "To the article before.",
        ),
        command(
            "reader.next_open_article",
            articles.next_open_article,
            "ctrl+n",
            "next open",
            "To the next article with undecided items.",
        ),
    ),
)

READER = Group(
    "The reader",
    (
        command("reader.zen", program.zen, "z", "zen", "The text alone, and back."),
        command(
            "reader.theme",
            program.theme,
            "T",
            "theme",
            "Choose the colours; the choice is kept.",
        ),
        command("reader.export", delivering.export, "", "export", "Write the library for others."),
        command("reader.agree", delivering.agree, "", "agree", "How far another annotator agrees."),
        command("reader.palette", program.palette, "ctrl+p :", "commands", "Every action by name."),
        command(
            "reader.help",
            program.help_on_keys,
            "? f1",
            "help",
            "All keys, those of the pane in use first.",
            99,
        ),
        command(
            "reader.suspend",
            program.suspend,
            "ctrl+z",
            "suspend",
            "To the shell; fg comes back.",
        ),
        kept(
            command("reader.leave", leaving.leave, "q", "quit", "Leave; everything is saved.", 11)
        ),
    ),
)
