"""What happened, was planned, denied or recalled: triggers with their parties, place and date.

Stands on the document, the dates and the entities of a reading; imports no later step.
"""

from extract.events.event_coreference import who_is_meant
from extract.events.step import find_events
from extract.events.trigger_lexicon import ACCIDENTS, OTHER, Category, triggers

__all__ = [
    "ACCIDENTS",
    "OTHER",
    "Category",
    "find_events",
    "triggers",
    "who_is_meant",
]
