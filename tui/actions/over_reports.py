"""Actions on the incidents of a library: in the list of all, and on the screen of one.

Those of the panes `overview`, `differences` and `incident` are done by their screens, by their
method of the name.
"""

from tui.actions.action import Action, Group, command, on_items
from tui.commands import over_reports


def _own(ident: str, keys: str, label: str, tooltip: str, footer: int = 0) -> Action:
    return Action(ident, tuple(keys.split()), label, tooltip, footer)


OVER_REPORTS = Group(
    "Incidents over all reports",
    (
        command(
            "reader.all_incidents",
            over_reports.all_incidents,
            "I",
            "all incidents",
            "All incidents of the library, joined over its reports.",
            12,
        ),
        on_items(
            "reader.this_incident",
            over_reports.this_incident,
            "i",
            "all reports",
            "The incident with what all reports say of it.",
        ),
        command(
            "visit.back",
            over_reports.go_back,
            "escape",
            "back to the incident",
            "Back to the incident from which the report was opened.",
            1,
        ),
    ),
)

IN_OVERVIEW = Group(
    "In the list of all incidents",
    (
        _own("overview.open", "enter", "open", "Open the incident with all its claims.", 1),
        _own("overview.search", "/", "search", "Search in names, places, titles, publishers.", 2),
        _own(
            "overview.narrow",
            "f",
            "filter",
            "Narrow by days, place, type, party, killed, what is open.",
            3,
        ),
        _own("overview.sort", "s", "sort", "By day, place, type, killed, number of reports.", 4),
        _own("overview.turn", "S", "turn", "The other way round: latest or highest first."),
        _own(
            "overview.accept",
            "a",
            "one",
            "Say that its accounts are of one incident; on to the next.",
            5,
        ),
        _own("overview.note", "c", "note", "Note on the incident."),
        _own("overview.tags", "t", "tags", "Tags of the incident, parted by commas."),
        _own("overview.flag", "m", "flag", "Flag the incident, or take the flag off."),
        _own(
            "overview.differences",
            "d",
            "differences",
            "What two annotators joined or adopted differently.",
            8,
        ),
        _own("overview.undo", "u", "undo", "Take back the last change to any incident.", 6),
        _own("overview.redo", "ctrl+r", "redo", "Do again what was taken back."),
        _own("overview.help", "? f1", "help", "All keys, those of this list first.", 99),
        _own("overview.back", "escape q", "back", "Show all again; then back to the report.", 7),
    ),
)

IN_DIFFERENCES = Group(
    "In the list of what two annotators joined differently",
    (
        _own("differences.take_first", "1", "first", "Settle it as the first has it.", 1),
        _own("differences.take_second", "2", "second", "Settle it as the second has it.", 2),
        _own("differences.undo", "u", "undo", "Take back the last change to any incident.", 3),
        _own("differences.redo", "ctrl+r", "redo", "Do again what was taken back."),
        _own("differences.help", "? f1", "help", "All keys, those of this list first.", 99),
        _own("differences.back", "escape q", "back", "Back to all incidents.", 4),
    ),
)

IN_INCIDENT = Group(
    "On the screen of an incident",
    (
        _own("incident.open", "enter", "report", "To the words in the report; esc comes back.", 1),
        _own("incident.left", "h left", "column", "To the column left of this one."),
        _own("incident.right", "l right", "column", "To the column right of this one."),
        _own("incident.adopt", "a", "adopt", "Take what the claim says in this column.", 2),
        _own(
            "incident.follow_rule",
            "r",
            "rule",
            "Have the column follow a rule: latest, lowest, highest.",
            8,
        ),
        _own("incident.correct", "e", "form", "Fill in the values of the row by hand.", 6),
        _own("incident.apart", "x", "another", "Say that this account is of another incident.", 3),
        _own("incident.join", "+", "join", "Join it with another incident that is the same.", 4),
        _own(
            "incident.separate",
            "-",
            "separate",
            "This account and those after it are another incident.",
            5,
        ),
        _own(
            "incident.confirm",
            "A",
            "all one",
            "Say that all these accounts are of one incident.",
            7,
        ),
        _own("incident.next", "] .", "next", "To the next incident of the list."),
        _own("incident.previous", "[ comma", "previous", "To the incident before."),
        _own("incident.page", "p", "page", "Write a page with claims, plot and quotes, to print."),
        _own("incident.note", "c", "note", "Note on the incident."),
        _own("incident.tags", "t", "tags", "Tags of the incident, parted by commas."),
        _own("incident.flag", "m", "flag", "Flag the incident, or take the flag off."),
        _own("incident.undo", "u", "undo", "Take back the last change to this incident.", 9),
        _own("incident.redo", "ctrl+r", "redo", "Do again what was taken back."),
        _own("incident.help", "? f1", "help", "All keys, those of this screen first.", 99),
        _own("incident.back", "escape q", "back", "Back to where it was opened.", 10),
    ),
)
