"""Numbers that count or measure: how many, of what, and what became of them.

Stands on the document, the dates and the word lists; for persons mentioned without a number also on
the clauses of the events. Imports no later step.
"""

from extract.quantities.digits import find_digits
from extract.quantities.grammar import numerals
from extract.quantities.numeral import Numeral
from extract.quantities.persons import tokens_of_names
from extract.quantities.quantity import Quantity, quantities
from extract.quantities.relations import is_person
from extract.quantities.step import find_figures
from extract.quantities.undergone import single_persons
from extract.quantities.units import currency_name
from extract.quantities.words import (
    bounds,
    counts_civilians,
    is_mutual,
    may_count_the_same,
    outcome_told_by,
)

__all__ = [
    "Numeral",
    "Quantity",
    "bounds",
    "counts_civilians",
    "currency_name",
    "find_digits",
    "find_figures",
    "is_mutual",
    "is_person",
    "may_count_the_same",
    "numerals",
    "outcome_told_by",
    "quantities",
    "single_persons",
    "tokens_of_names",
]
