"""What of a review a format leaves out: every item, note, tag and flag, counted by what it is."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from extract.harmless import count_harmful
from store.formats.document import STANDING_STATES, Choice, Document, is_chosen
from store.items import Item, Standing
from store.kinds import Kind, definition

PLURALS = {kind: definition(kind).plural for kind in Kind}
"""What items of each kind are called in a count."""


_ONE = {
    "items": "item",
    "incidents": "incident",
    "victims": "victim",
    "events": "event",
    "figures": "figure",
    "sources": "source",
    "statements": "statement",
    "names": "name",
    "checks": "check",
    "notes": "note",
    "flags": "flag",
    "characters": "character",
    "tags": "tag",
    "spans": "span",
    "boundaries": "boundary",
    "rows": "row",
    "reports": "report",
    "go": "goes",
    "belong": "belongs",
}
"""What is counted, for one of them."""


@dataclass(slots=True)
class Losses:
    """What a format could not carry, counted by what it is; and what a person should know."""

    counts: Counter[str] = field(default_factory=Counter)
    """What was to go out and does not."""
    asides: Counter[str] = field(default_factory=Counter)
    """What was not to go out, or does but is to be looked over: no losses."""

    def add(self, what: str, number: int = 1) -> None:
        """Count something that is left out; none counts nothing."""
        if number:
            self.counts[what] += number

    def mention(self, what: str, number: int = 1) -> None:
        """Count something that is no loss and still to be told."""
        if number:
            self.asides[what] += number

    def lines(self) -> Iterator[str]:
        """Return one line for each kind of loss, most first."""
        return _told(self.counts)

    def remarks(self) -> Iterator[str]:
        """Return one line for each thing that is no loss, most first."""
        return _told(self.asides)

    def __bool__(self) -> bool:
        return bool(self.counts)


@dataclass(frozen=True, slots=True)
class Carries:
    """What a format has a place for beside the words and their labels."""

    kinds: frozenset[Kind] = frozenset(Kind)
    """The kinds of items that go out at all."""
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
    marks_by_row: bool = False
    """Notes and tags of items that have a row: the format counts those of the others itself."""
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
        count = losses.add if item.decided else losses.mention
        count(f"{item.state.value} items (no place for what was decided)")
    elif item.kind not in carries.kinds:
        told = " and ".join(sorted(PLURALS[one] for one in carries.kinds))
        losses.add(f"{kind} ({told} alone go out)")
        _count_marks(item, carries, losses)
    else:
        _count_parts(item, carries, losses)
        if item.standing is Standing.UNCERTAIN:
            losses.mention(f"uncertain {kind} go out (look them over: their words changed)")


def _count_parts(item: Item, carries: Carries, losses: Losses) -> None:
    """Count what belongs to an item that goes out and has no place."""
    kind = PLURALS[item.kind]
    losses.add(f"{kind} without their values", not carries.values and _has_values(item))
    losses.add(f"{kind} whose mentions are not linked", len(item.quotes) > 1 and not carries.links)
    _count_marks(item, carries, losses)


def _count_marks(item: Item, carries: Carries, losses: Losses) -> None:
    if not carries.marks_by_row:
        losses.add("notes", bool(item.note) and not carries.notes)
        losses.add("tags", 0 if carries.tags else len(item.tags))
    losses.add("flags", item.flag and not carries.flags)


def mention_half_reviewed(documents: Iterable[Document], losses: Losses) -> None:
    """Count the reports with undecided names: who trains on them teaches that these are none."""
    for document in documents:
        waiting = (i for i in document.present if i.kind is Kind.ENTITY and not i.decided)
        losses.mention("half-reviewed reports (undecided names count as none)", any(waiting))


def _has_values(item: Item) -> bool:
    """Whether more is known of an item than its words and its label."""
    known = {name for name, value in item.fields.items() if value not in (None, "", [], {}, False)}
    if item.kind is Kind.ENTITY and item.fields.get("name") == item.words:
        known.discard("name")
    return bool(known - {"label", "kind", "subkind"})


def _told(counts: Counter[str]) -> Iterator[str]:
    for what, number in counts.most_common():
        yield f"{number} {_of_one(what) if number == 1 else what}"


def _of_one(what: str) -> str:
    """The words for one: "rejected item", "event that is planned"."""
    head, *rest = what.split(" (", 1)
    words = [_ONE.get(word, word) for word in head.split()]
    return " (".join([" ".join(words), *rest])
