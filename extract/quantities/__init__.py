"""Numbers that count or measure: how many, of what, and what became of them.

Stands on the document, the dates and the word lists. Imports no later step.
"""

from extract.quantities.bounds import PROFILES, bounds
from extract.quantities.described import is_person
from extract.quantities.find import find_figures
from extract.quantities.outcome_words import counts_civilians, is_mutual, outcome_told_by
from extract.quantities.units import currency_name

__all__ = [
    "PROFILES",
    "bounds",
    "counts_civilians",
    "currency_name",
    "find_figures",
    "is_mutual",
    "is_person",
    "outcome_told_by",
]
