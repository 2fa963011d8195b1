"""Who takes part in an incident, as the coding sheets of conflict data name and class them.

Stands on the word lists, the gazetteer, and what the words of a description say of a side. Others
ask `actor_of` for one party, `named_after` and `country_name` for names of ACLED's codebook,
`ged_name` and `ged_government` for UCDP's, `names_within` and `side_within` for what else a party
may be called in a library's table.
"""

from extract.actors.calling import Side, names_within, side_within, without_years
from extract.actors.naming import (
    Actor,
    Scene,
    actor_of,
    country_name,
    ged_government,
    ged_name,
    named_after,
)
from extract.actors.party_words import Told

__all__ = [
    "Actor",
    "Scene",
    "Side",
    "Told",
    "actor_of",
    "country_name",
    "ged_government",
    "ged_name",
    "named_after",
    "names_within",
    "side_within",
    "without_years",
]
