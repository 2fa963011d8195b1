"""The incidents of a report: one happening each, with its sides, place, day and tolls.

Beside them what kind of attack each event was, as lists of incidents record it. Imports the events,
the links between them and the gazetteer; only the checks stand on it.
"""

from extract.incidents.attacks import Attack, attacks, word_for
from extract.incidents.step import find_incidents

__all__ = ["Attack", "attacks", "find_incidents", "word_for"]
