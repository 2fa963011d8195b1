"""What a list shows: entries of one or two rows each, ready to be painted."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.text.words import NO_WORDS, Words


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, ready to be painted."""

    sign: Words
    """One character that tells what was decided."""
    head: tuple[Words, ...] = ()
    tail: tuple[Words, ...] = ()
    """The second row."""
    lead: Words = NO_WORDS
    """What stands right-aligned before the head, such as a number."""
    indent: int = 0
    flow: Words | None = None
    """Words that run on from the first row into the second, in place of head and tail."""
    further: tuple[tuple[Words, ...], ...] = ()
    """Rows below the second."""
    above: tuple[Words, ...] = ()
    """A row above the first: the head of a section that begins here. It is never marked."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What a list shows; entries are made when they come into view."""

    count: int
    entry: Callable[[int], Entry]
    lead: int = 0
    """Cells for what stands before the heads."""
    empty: str = ""
    """What is said where there is no entry."""
    heights: Sequence[int] = ()
    """How many rows each entry takes; empty where all take as many as the list gives them."""
