"""A trigger with its parties, place, date and status, before mentions are joined into events."""

from dataclasses import dataclass, field

from extract.events.matching import Hit
from extract.events.place_and_time import Setting
from extract.events.triggers import Category
from extract.records import Party, Span, Status


@dataclass(slots=True)
class Draft:
    """One mention of an event."""

    hit: Hit
    span: Span
    category: Category
    status: Status
    setting: Setting
    actors: list[Party] = field(default_factory=list)
    targets: list[Party] = field(default_factory=list)
    hinted: list[Party] = field(default_factory=list)
    """The side that a word before the trigger tells, for want of other actors: "a rebel attack"."""
    weapon: Category | None = None
    """What the weapon that did harm makes of it, where no other mention tells what it was."""
    points_back: bool = False
    """It means an act of violence told before: "the attack"."""
    accuses: bool = False
    """It tells only whose the attackers are said to be."""
    cause: "Draft | None" = None
    """The event that this one came of: the clashes in which people were killed."""
