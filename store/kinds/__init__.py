"""The kinds of items: one line a kind, in the order in which prints and exports list them.

What the store knows of a kind stands in the file of this folder that bears its name.
"""

from collections.abc import Iterable
from enum import StrEnum
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from store.items import Item
    from store.kinds.base import Definition


class Kind(StrEnum):
    """What an item is about."""

    INCIDENT = "incident"
    """One happening, with the events and figures that tell it: one row of a coding sheet."""
    EVENT = "event"
    FIGURE = "figure"
    VICTIM = "victim"
    """A person who was killed or wounded, was taken or is missing."""
    SOURCE = "source"
    ATTRIBUTION = "attribution"
    ENTITY = "entity"
    """A person, place, group, organisation or outlet with all its mentions; or a date."""
    CHECK = "check"


@cache
def definition(kind: Kind) -> "Definition":
    """Return what the store knows of a kind."""
    # When it is first asked for: the files of the kinds build on items, and items have a kind.
    found: Definition = import_module(f"{__name__}.{kind}").DEFINITION
    return found


def main_first(items: "Iterable[Item]") -> "list[Item]":
    """Return items in the order of lists: as they come, but what is the main one of its kind
    first.
    """
    return sorted(items, key=lambda item: not definition(item.kind).main(item))
