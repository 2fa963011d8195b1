"""What a reader decides on: one record for what the machine suggested and what a person made of it.

An item holds three things apart: the machine's suggestion, the person's decision, and the person's
correction. Values in `fields` are plain JSON and stand alone: another record is named by its
canonical name and offsets (a reference, see `store.references`), never by a running id.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from extract.records import Span
from store.kinds import Kind as Kind

Fields = Mapping[str, Any]
"""Values by name: strings, numbers, booleans, none, and lists and objects of these."""

MACHINE = "machine"
"""The origin of an item that the reading suggested."""


class State(StrEnum):
    """What was decided on an item."""

    UNDECIDED = "undecided"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    """Accepted, with values or boundaries of the person's own."""
    SKIPPED = "skipped"
    ADDED = "added"
    """Made by a person where the machine suggested nothing."""


class Standing(StrEnum):
    """How surely an item's words are found in the text as it is now."""

    FIRM = "firm"
    MOVED = "moved"
    """Found elsewhere after the text changed; to be looked over."""
    UNCERTAIN = "uncertain"
    """Only something like its words was found; the person has to confirm."""
    ORPHAN = "orphan"
    """Its words are gone; its offsets are those of the text it was decided on."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A stretch of the text with its words and what stands around them."""

    start: int
    end: int
    exact: str
    prefix: str = ""
    """Up to 32 characters before."""
    suffix: str = ""
    """Up to 32 characters after."""

    @property
    def span(self) -> Span:
        """Its offsets alone."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the machine proposed, kept as it was."""

    reader: str
    """Version of the reader that made it."""
    quotes: tuple[Quote, ...]
    fields: Fields


@dataclass(frozen=True, slots=True)
class Item:
    """One event, figure, source, attribution, entity or check, and what was decided on it."""

    id: str
    """Made of kind, place and words, so that the same suggestion has it again next time."""
    kind: Kind
    suggestion: Suggestion | None = None
    """None for what a person added."""
    state: State = State.UNDECIDED
    correction: Fields = field(default_factory=dict)
    """The fields a person set, those that differ from the suggestion alone."""
    boundaries: tuple[Quote, ...] = ()
    """Spans a person set; empty where those of the suggestion stand."""
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    origin: str = MACHINE
    """`MACHINE`, the name of who added it, or "import" with a format."""
    by: str | None = None
    """Who changed it last."""
    at: datetime | None = None
    """When it was changed last, UTC."""
    standing: Standing = Standing.FIRM
    stood: str | None = None
    """For an orphan, the sha256 of the text its offsets are for; none for the present text."""
    suggested: bool = True
    """Whether the present reading still has it."""

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """Where it stands, in the order of the text: at least one."""
        if self.boundaries or self.suggestion is None:
            return self.boundaries
        return self.suggestion.quotes

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its stretches of the text; for an entity, all its mentions."""
        return tuple(quote.span for quote in self.quotes)

    @property
    def span(self) -> Span:
        """Its first stretch."""
        return self.quotes[0].span

    @property
    def words(self) -> str:
        """The words of its first stretch."""
        return self.quotes[0].exact

    @property
    def fields(self) -> Fields:
        """Its values as they stand: the suggestion's, with the correction over them."""
        suggested = self.suggestion.fields if self.suggestion else {}
        return {**suggested, **self.correction}

    def check(self, ident: str) -> None:
        """See that an item from a file hangs together.

        Raises:
            ValueError: if its id is another, or it stands nowhere.
        """
        if self.id != ident:
            raise ValueError(f"its id is '{self.id[:80]}'")
        suggested = self.suggestion.quotes if self.suggestion else self.boundaries
        if not suggested:
            raise ValueError("it stands nowhere in the text")
        for quote in (*suggested, *self.boundaries):
            if not 0 <= quote.start <= quote.end:
                raise ValueError(f"it stands from {quote.start} to {quote.end}")

    @property
    def decided(self) -> bool:
        """Whether a person has settled it; skipping does not."""
        return self.state not in (State.UNDECIDED, State.SKIPPED)

    @property
    def own(self) -> bool:
        """Whether a person added it."""
        return self.suggestion is None
