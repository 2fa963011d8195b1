"""People, places, sides, organisations and outlets, each under all its names in a report.

Stands on the document, the word lists and the gazetteer; knows nothing of the steps after it. Other
rooms ask `EntityIndex` for the entity at some words, `Antecedents` for that of a pronoun, and
`side_of`, `bears_arms` and the like for what the words of a description say of a group.
"""

from extract.entities.mentions import EntityIndex
from extract.entities.name_matching import are_variants, skeleton, words_of
from extract.entities.pronoun_coreference import Antecedents
from extract.entities.sides import (
    are_of_one_side,
    bears_arms,
    collective_nouns,
    head_of,
    is_civil,
    is_civil_thing,
    is_government,
    is_irregular,
    is_side_modifier,
    names_armed_people,
    party_told_by,
    side_of,
)
from extract.entities.step import find_entities

__all__ = [
    "Antecedents",
    "EntityIndex",
    "are_of_one_side",
    "are_variants",
    "bears_arms",
    "collective_nouns",
    "find_entities",
    "head_of",
    "is_civil",
    "is_civil_thing",
    "is_government",
    "is_irregular",
    "is_side_modifier",
    "names_armed_people",
    "party_told_by",
    "side_of",
    "skeleton",
    "words_of",
]
