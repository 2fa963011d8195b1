"""Dates: finds the expressions and tells the days they stand for, seen from the day of publication.

Stands on the syntax of a reading; imports no later step.
"""

from extract.dates.durations import CLAUSE_BEFORE
from extract.dates.exactness import counts_in_weeks, names_days
from extract.dates.grammar import NAMED_RULES, TOLD_HOURS, UNCOUNTED_RULES
from extract.dates.step import find_dates, find_dates_in_digits
from extract.dates.underspecified import month_first, other_way

__all__ = [
    "CLAUSE_BEFORE",
    "NAMED_RULES",
    "TOLD_HOURS",
    "UNCOUNTED_RULES",
    "counts_in_weeks",
    "find_dates",
    "find_dates_in_digits",
    "month_first",
    "names_days",
    "other_way",
]
