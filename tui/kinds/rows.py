"""What the rows of all kinds of items have in common: signs, facts in a row, who says it."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from extract.vocabulary import HARM, MATERIAL, BlockKind, EventType, Status
from store.items import Item, State
from store.wording import name, short_days
from tui.text.words import Words

if TYPE_CHECKING:
    from tui.review.review import Review

_VIOLENCE = frozenset({EventType.BATTLES, EventType.REMOTE_VIOLENCE, EventType.AGAINST_CIVILIANS})
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})
_DOT = Words(" · ", "ink-faint")
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
            words.append(_DOT)
        words += shown
    return tuple(words)


def who_says(item: Item, review: "Review") -> list[Words]:
    """Return the source that stands behind an item, with its letter."""
    source = source_name(item)
    if not source:
        missed = counts_without_source(item, review)
        return [Words("no source", "sign-alert", "italic")] if missed else []
    voice = review.voices.get(source)
    letter = [Words(f"{voice.letter} ", f"voice-{voice.colour}", "bold")] if voice else []
    return [*letter, Words(source, "ink-muted", yields=True)]


def sides(first: Sequence[str], second: Sequence[str]) -> tuple[Words, ...]:
    """Return both sides of an act, by the first of each and how many there are beside it."""
    if not first and not second:
        return ()
    arrow = Words(f"{' ' if first else ''}→ ", "ink-faint") if second else Words("")
    return (*_side(first), arrow, *_side(second))


def _side(told: Sequence[str]) -> tuple[Words, ...]:
    more = Words(f" +{len(told) - 1}", "ink-muted") if len(told) > 1 else Words("")
    return (Words(told[0], yields=True), more) if told else ()


def counts_without_source(item: Item, review: "Review") -> bool:
    """Return whether it matters that nobody is named as the source of a figure or event: where it
    tells harm in the body of the report, as headings name nobody.
    """
    fields = item.fields
    harm = fields.get("outcome") in HARM | MATERIAL or fields.get("kind") in _VIOLENCE
    actual = fields.get("status") in (None, Status.ACTUAL)
    return harm and actual and not _is_heading(item, review)


def _is_heading(item: Item, review: "Review") -> bool:
    blocks = review.annotations.article.blocks
    at = bisect_right(blocks, item.span.start, key=lambda block: block.start) - 1
    return at >= 0 and blocks[at].kind in _HEADINGS


def day_and_place(item: Item, review: "Review") -> list[Words]:
    """Return the days of an item, without the year of the report, and its place."""
    told = day_of(item, review)
    where = [Words(place, yields=True)] if (place := name(item.fields.get("place"))) else []
    return [*([Words(told)] if told else []), *([_DOT] if told and where else []), *where]


def day_of(item: Item, review: "Review") -> str:
    """Return the days of an item, without the year where that is the report's."""
    published = review.annotations.article.published
    told = short_days(item.fields.get("when"))
    return told.removesuffix(f" {published.year}") if published else told


def source_name(item: Item) -> str:
    """Return canonical name of the source that stands behind an item; empty where there is none."""
    reference = item.fields.get("source")
    return str(reference["name"]) if reference else ""
