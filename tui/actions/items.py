"""What keys do with items: decide on them, go to them, note and copy them."""

from tui.actions.action import Group, command, kept, on_items, to_items
from tui.commands import (
    adding,
    adjudicating,
    alike,
    copying,
    correcting,
    deciding,
    incidents,
    moving,
    naming,
    noting,
    repeating,
)

DECIDE = Group(
    "Decide",
    (
        kept(
            on_items(
                "reader.accept",
                deciding.accept,
                "a",
                "accept",
                "Accept the item, then on to the next undecided.",
                1,
            )
        ),
        kept(
            on_items(
                "reader.reject",
                deciding.reject,
                "x",
                "reject",
                "Reject the item, then on to the next undecided.",
                2,
            )
        ),
        on_items(
            "reader.skip",
            deciding.skip,
            "space",
            "skip",
            "Leave it open, and on to the next undecided.",
            3,
        ),
        kept(
            on_items(
                "reader.correct",
                correcting.correct,
                "e",
                "correct",
                "Correct its words and values.",
                4,
            )
        ),
        on_items(
            "reader.correct_as_before",
            correcting.correct_as_before,
            "ctrl+e",
            "as before",
            "Correct it with the values of the last one corrected.",
        ),
        on_items(
            "reader.name_in_all",
            naming.name_in_all,
            "=",
            "name",
            "What a name is called in all reports.",
        ),
        on_items(
            "reader.link",
            repeating.link,
            "E",
            "event",
            "Choose the event of a figure, the nearest first.",
        ),
        on_items(
            "reader.add", adding.add, "v", "mark", "Select words and make an item of them.", 8
        ),
        on_items(
            "reader.split",
            correcting.split,
            "S",
            "split",
            "Make this place of a name a name of its own.",
        ),
        on_items("reader.delete", adding.delete, "d", "delete", "Delete an item of your own."),
        on_items(
            "reader.alike",
            alike.decide_alike,
            "A",
            "all alike",
            "Decide all items of the same words and label.",
        ),
        on_items(
            "reader.undo",
            deciding.undo,
            "u",
            "undo",
            "Take back the last change, also after a restart.",
            6,
        ),
        on_items("reader.redo", deciding.redo, "ctrl+r", "redo", "Do again what was taken back."),
        on_items(
            "reader.confirm",
            deciding.confirm,
            "+",
            "confirm",
            "Say that words which moved are right.",
        ),
        on_items(
            "reader.lost",
            adding.lost,
            "L",
            "lost",
            "Items whose words are gone; select them anew.",
        ),
    ),
)

GO_TO_ITEMS = Group(
    "Go to items",
    (
        to_items(
            "reader.next_open", moving.next_open, "]", "next", "To the next undecided item.", 7
        ),
        to_items(
            "reader.previous_open",
            moving.previous_open,
            "[",
            "previous",
            "To the undecided item before.",
        ),
        to_items(
            "reader.next_item",
            moving.next_item,
            "w",
            "next",
            "To the next marked words in the text.",
        ),
        to_items(
            "reader.previous_item",
            moving.previous_item,
            "b",
            "back",
            "To the marked words before.",
        ),
        on_items(
            "reader.evidence",
            moving.evidence,
            "enter",
            "words",
            "To the item's words; again, to its other places.",
        ),
        on_items(
            "reader.statement",
            moving.statement,
            "s",
            "source",
            "To the statement of its source, and back.",
        ),
        command(
            "reader.release",
            moving.release,
            "escape",
            "release",
            "Let go of the item and of the search.",
        ),
    ),
)

NOTE_AND_COPY = Group(
    "Note and copy",
    (
        on_items(
            "reader.note",
            noting.note,
            "c",
            "note",
            "Note on the item or, with none chosen, on the article.",
            5,
        ),
        on_items("reader.notes", noting.all_notes, "C", "notes", "All notes of this article."),
        on_items(
            "reader.tags",
            noting.tags,
            "t",
            "tags",
            "Tags of the item or the article, parted by commas.",
        ),
        on_items(
            "reader.flag",
            noting.flag,
            "m",
            "flag",
            "Flag the item or the article, or take the flag off.",
        ),
        command(
            "reader.read",
            noting.mark_read,
            "r",
            "read",
            "Mark the article read: nothing more is in it.",
        ),
        on_items("reader.copy", copying.copy, "y", "copy", "Copy the item with its citation."),
        on_items(
            "reader.copy_sentence",
            copying.copy_sentence,
            "Y",
            "copy",
            "Copy the item's sentence with its citation.",
        ),
    ),
)

IN_INCIDENTS = Group(
    "In the list of incidents",
    (
        on_items(
            "incidents.open",
            incidents.open_or_fold,
            "enter",
            "open",
            "Show what it is made of; of several reports, what all say.",
        ),
        on_items(
            "incidents.rest",
            incidents.decide_rest,
            "A",
            "all left",
            "Accept or reject all incidents left, or those of background.",
        ),
        on_items(
            "incidents.join",
            incidents.join,
            "+",
            "join",
            "Join the incident with another that is the same.",
        ),
        on_items(
            "incidents.take_out",
            incidents.take_out,
            "-",
            "take out",
            "Take this mention or figure out of its incident.",
        ),
        on_items(
            "incidents.split",
            incidents.split,
            "S",
            "split",
            "Split the incident at this mention or figure.",
        ),
    ),
)

ADJUDICATE = Group(
    "While settling between two annotators",
    (
        on_items(
            "adjudication.take_first",
            adjudicating.take_first,
            "1",
            "first",
            "Settle it as the first has it.",
            4,
        ),
        on_items(
            "adjudication.take_second",
            adjudicating.take_second,
            "2",
            "second",
            "Settle it as the second has it.",
            5,
        ),
    ),
)
