"""Counting what of a review a format leaves out: every item, note, tag and flag."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.harmless import count_harmful
from store.formats.claims import KILLED, Incident
from store.formats.document import STANDING_STATES, Choice, Document, Losses, is_chosen
from store.items import Item, Standing
from store.kinds import Kind, definition

PLURALS = {kind: definition(kind).plural for kind in Kind}
"""What items of each kind are called in a count."""


@dataclass(frozen=True, slots=True)
class Carries:
    """What a format has a place for beside the words and their labels."""

    values: bool = False
    """What stands behind the words: amounts, days, parties, places."""
    links: bool = False
    """Which words belong together: the mentions of one name, the roles in an event."""
    notes: bool = False
    """Notes on items."""
    tags: bool = False
    flags: bool = False
    states: bool = False
    """Whether an item was accepted or rejected, so that both can go out."""
    report_note: bool = False
    """The note on the report."""
    controls: bool = False
    """Control characters and half surrogate pairs of the text, escaped."""
    everything: bool = False
    """Nothing is left out, whatever was chosen."""


def count_left_out(
    documents: Iterable[Document], choice: Choice, carries: Carries, losses: Losses
) -> None:
    """Count what the choice and the format leave out of the documents."""
    if carries.everything:
        return
    for document in documents:
        for item in document.items:
            _count_item(item, choice, carries, losses)
        article_notes = document.article_notes
        losses.add("notes on reports", bool(article_notes.note) and not carries.report_note)
        losses.add("tags on reports", len(article_notes.tags))
        losses.add("flags on reports", bool(article_notes.flag))
        if not carries.controls:
            found = count_harmful(document.article.text)
            losses.add("control characters of the text (signs or spaces in their place)", found)


def _count_item(item: Item, choice: Choice, carries: Carries, losses: Losses) -> None:
    kind = PLURALS[item.kind]
    if not is_chosen(item, choice):
        losses.mention(f"{item.state.value} items not chosen")
    elif item.standing is Standing.ORPHAN:
        losses.add(f"{item.state.value} {kind} (their words are gone from the text)")
    elif item.state not in STANDING_STATES and not carries.states:
        losses.add(f"{item.state.value} items (no place for what was decided)")
    else:
        _count_parts(item, carries, losses)
        if item.standing is Standing.UNCERTAIN:
            losses.mention(f"uncertain {kind} go out (look them over: their words changed)")


def _count_parts(item: Item, carries: Carries, losses: Losses) -> None:
    """Count what belongs to an item that goes out and has no place."""
    kind = PLURALS[item.kind]
    losses.add(f"{kind} without their values", not carries.values and _has_values(item))
    losses.add(f"{kind} whose mentions are not linked", len(item.quotes) > 1 and not carries.links)
    losses.add("notes", bool(item.note) and not carries.notes)
    losses.add("tags", 0 if carries.tags else len(item.tags))
    losses.add("flags", item.flag and not carries.flags)


def _has_values(item: Item) -> bool:
    """Whether more is known of an item than its words and its label."""
    known = {name for name, value in item.fields.items() if value not in (None, "", [], {}, False)}
    if item.kind is Kind.ENTITY and item.fields.get("name") == item.words:
        known.discard("name")
    return bool(known - {"label", "kind", "subkind"})


def count_without_row(
    document: Document,
    choice: Choice,
    told: Iterable[Incident],
    why: Callable[[Item], str],
    losses: Losses,
) -> None:
    """Count the chosen items that no row of a table tells; `why` says it of an event."""
    told = list(told)
    inside = {incident.event.id for incident in told}
    inside |= {figure.id for incident in told for figure in incident.deaths}
    beside = {figure.id for incident in told for figure in incident.figures} - inside
    for item in document.chosen(choice):
        if item.id not in inside:
            losses.add(f"{PLURALS[item.kind]} {_reason(item, item.id in beside, why)}")


def _reason(item: Item, has_row: bool, why: Callable[[Item], str]) -> str:
    if item.kind is Kind.EVENT:
        return why(item)
    if item.kind is not Kind.FIGURE:
        return "(no rows of their own)"
    if item.fields.get("outcome") != KILLED:
        return "(no column for what is counted)"
    if has_row:
        return "(parts of other figures)"
    return "of people killed that belong to no row"
