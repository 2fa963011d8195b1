"""What the rows of all kinds of items have in common: signs, facts in a row, who says it."""

from typing import TYPE_CHECKING

from store.items import Item, State
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.review.review import Review

SIGNS = {
    State.UNDECIDED: Words("·", "ink-muted"),
    State.ACCEPTED: Words("✓", "sign-accepted", "bold"),
    State.CORRECTED: Words("✎", "sign-accepted", "bold"),
    State.ADDED: Words("+", "sign-accepted", "bold"),
    State.REJECTED: Words("✗", "sign-rejected", "bold"),
    State.SKIPPED: Words("»", "sign-skipped"),
}


def sign(item: Item) -> Words:
    """Return the sign of what was decided on an item."""
    return SIGNS[item.state]


def left_on(item: Item) -> list[Words]:
    """Return signs of what a person left on an item: flag, note, tags."""
    signs = [("⚑", item.flag), ("✍", bool(item.note)), ("#", bool(item.tags))]
    return [Words(f" {sign}", "sign-alert") for sign, there in signs if there]


def facts(*parts: str | list[Words]) -> tuple[Words, ...]:
    """Return facts in a row, parted by dots; those that are empty are left out."""
    words: list[Words] = []
    for part in parts:
        shown = [Words(part, "ink-muted")] if isinstance(part, str) and part else part or []
        if shown and words:
            words.append(Words(" · ", "ink-faint"))
        words += shown
    return tuple(words)


def who_says(item: Item, review: "Review") -> list[Words]:
    """Return the source that stands behind an item, with its letter."""
    name = source_name(item)
    if not name:
        return [Words("no source", "ink-muted", "italic")]
    voice = review.voices.get(name)
    letter = [Words(f"{voice.letter} ", f"voice-{voice.colour}", "bold")] if voice else []
    return [*letter, Words(name, "ink-muted")]


def source_name(item: Item) -> str:
    """Return canonical name of the source that stands behind an item; empty where there is none."""
    reference = item.fields.get("source")
    return str(reference["name"]) if reference else ""
