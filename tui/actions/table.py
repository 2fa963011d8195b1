"""The table of actions."""

from tui.actions.items import ADJUDICATE, DECIDE, GO_TO_ITEMS, IN_INCIDENTS, NOTE_AND_COPY
from tui.actions.over_reports import IN_DIFFERENCES, IN_INCIDENT, IN_OVERVIEW, OVER_REPORTS
from tui.actions.panes import (
    IN_BOUNDARY,
    IN_CHOICE,
    IN_FORM,
    IN_HELP,
    IN_LIST,
    IN_OFFER,
    IN_PROMPT,
    IN_QUEUE,
    IN_ROW,
    IN_SELECTION,
    IN_TEXT,
    IN_WELCOME,
)
from tui.actions.reader import ARTICLES, FIND, LISTS, READER

GROUPS = (
    DECIDE,
    GO_TO_ITEMS,
    NOTE_AND_COPY,
    LISTS,
    IN_INCIDENTS,
    OVER_REPORTS,
    IN_OVERVIEW,
    IN_INCIDENT,
    IN_TEXT,
    IN_LIST,
    FIND,
    ARTICLES,
    READER,
    IN_BOUNDARY,
    IN_ROW,
    IN_FORM,
    IN_SELECTION,
    IN_PROMPT,
    IN_CHOICE,
    IN_OFFER,
    ADJUDICATE,
    IN_DIFFERENCES,
    IN_QUEUE,
    IN_WELCOME,
    IN_HELP,
)
"""In the order of the help."""
