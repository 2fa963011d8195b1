"""Types of values that fields of several kinds have."""

from datetime import date
from typing import Annotated, NotRequired, TypedDict

import msgspec

from extract.vocabulary import Precision

Reference = TypedDict(
    "Reference",
    {
        "name": str,
        "start": NotRequired[int],
        "end": NotRequired[int],
        "from": NotRequired[date | None],
        "to": NotRequired[date | None],
        "precision": NotRequired[Precision],
    },
)
"""Another record, by its canonical name and place; a date also with its days."""

Named = Annotated[str, msgspec.Meta(min_length=1)]
"""A word that is there."""
