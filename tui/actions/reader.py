"""What keys do with lists, the text, articles and the reader itself."""

from tui.actions.action import Group, command, movement, on_items
from tui.commands import articles, finding, leaving, lists, program

LISTS = Group(
    "Lists",
    (
        command("reader.events", lists.events, "1", "events", "List the events."),
        command("reader.figures", lists.figures, "2", "figures", "List the figures."),
        command(
            "reader.sources",
            lists.sources,
            "3",
            "sources",
            "List the sources and what they say.",
        ),
        command(
            "reader.names",
            lists.names,
            "4",
            "names",
            "List people, places, groups, organisations, dates.",
        ),
        command(
            "reader.checks",
            lists.checks,
            "5",
            "checks",
            "List what an attentive reader would question.",
        ),
        on_items(
            "reader.filter",
            lists.narrow,
            "f",
            "filter",
            "Narrow the list by state, note, source or kind.",
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
        command(
            "reader.find",
            finding.find,
            "/",
            "find",
            "Search in the text; capitals count where typed.",
            9,
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
            "F",
            "find in all",
            "Search in all articles of the library.",
        ),
    ),
)

ARTICLES = Group(
    "Articles",
    (
        command("reader.queue", articles.queue, "o", "queue", "The articles of the library.", 10),
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
        command("reader.leave", leaving.leave, "q", "quit", "Leave; everything is saved.", 11),
    ),
)
