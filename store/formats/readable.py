"""What the reports for people have in common: numbered items, and tables of them by kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from store.formats.claims import name, names
from store.formats.document import Document
from store.formats.losses import Carries
from store.items import Item, Kind, Standing
from store.wording import amount, counted, day, days

Cells = tuple[str, ...]

CARRIES = Carries(
    values=True, links=True, notes=True, tags=True, flags=True, states=True, report_note=True
)
"""What a page for people has a place for."""

SECTIONS: tuple[tuple[Kind, str, Cells], ...] = (
    (
        Kind.EVENT,
        "Events",
        ("No.", "Event", "Type", "Who", "To whom", "Where", "When", "Says", "Decision"),
    ),
    (Kind.FIGURE, "Figures", ("No.", "Figure", "Of what", "Outcome", "When", "Says", "Decision")),
    (Kind.SOURCE, "Sources", ("No.", "Source", "Kind", "Grade", "Statements", "Decision")),
    (Kind.ATTRIBUTION, "Statements", ("No.", "Who", "Cue", "Words", "Decision")),
    (Kind.ENTITY, "Names and dates", ("No.", "Name", "Label", "Also", "Decision")),
    (Kind.CHECK, "Checks", ("No.", "Check", "Severity", "Decision")),
)
"""Kind, title and columns of each table, in their order."""


def page_files(
    documents: Sequence[Document], page: Callable[[Document], str], suffix: str
) -> Iterator[tuple[str, bytes]]:
    """Return a page a document: of one alone without a name of its own, else by its key."""
    for document in documents:
        name = "" if len(documents) == 1 else f"{document.article.key}{suffix}"
        yield name, page(document).encode()


def facts_of(document: Document) -> list[str]:
    """Publisher, date and annotator of a document, as far as they are known."""
    article = document.article
    published = day(article.published) if article.published else "no date"
    found = [article.publisher, published, article.url, f"annotated by {document.annotator}"]
    return [fact for fact in found if fact]


def numbered(items: Iterable[Item]) -> list[tuple[int, int]]:
    """Where each item's first words end, with its number from 1, in the order of the text."""
    return sorted((item.span.end, number) for number, item in enumerate(items, 1))


def rows_of(kind: Kind, items: Iterable[Item], numbers: Mapping[str, int]) -> Iterator[Cells]:
    """The cells of the items of one kind; the last tells the decision, the note and the tags."""
    for item in items:
        if item.kind is kind:
            yield (str(numbers[item.id]), *_CELLS[kind](item), decision(item))


def decision(item: Item) -> str:
    """What was decided on an item, by whom, with note and tags."""
    parts = [item.state.value + (f" by {item.by}" if item.by else "")]
    parts.extend(["uncertain"] if item.standing is Standing.UNCERTAIN else [])
    parts.extend([item.note] if item.note else [])
    parts.extend(f"#{tag}" for tag in item.tags)
    return "; ".join([*parts, *(["flagged"] if item.flag else [])])


def _event(item: Item) -> Cells:
    fields = item.fields
    return (
        item.words,
        str(fields.get("subkind") or fields.get("kind") or ""),
        ", ".join(names(fields.get("actors"))),
        ", ".join(names(fields.get("targets"))),
        name(fields.get("place")),
        days(fields.get("when")),
        name(fields.get("source")),
    )


def _figure(item: Item) -> Cells:
    fields = item.fields
    return (
        amount(fields),
        counted(fields),
        str(fields.get("outcome") or ""),
        days(fields.get("when")),
        name(fields.get("source")),
    )


def _source(item: Item) -> Cells:
    fields = item.fields
    grade = f"{fields.get('reliability') or ''}{fields.get('credibility') or ''}"
    statements = len(fields.get("attributions") or ())
    return str(fields.get("name")), str(fields.get("kind") or ""), grade, str(statements)


def _attribution(item: Item) -> Cells:
    fields = item.fields
    speaker = name(fields.get("source")) or name(fields.get("named"))
    return speaker, name(fields.get("cue")), " … ".join(quote.exact for quote in item.quotes)


def _entity(item: Item) -> Cells:
    fields: Mapping[str, Any] = item.fields
    also = dict.fromkeys(quote.exact for quote in item.quotes)
    also.pop(str(fields.get("name")), None)
    resolved = days({**fields, "name": ""}) if fields.get("label") == "DATE" else ""
    return (
        str(fields.get("name") or item.words),
        str(fields.get("label") or ""),
        resolved or ", ".join(also),
    )


def _check(item: Item) -> Cells:
    fields = item.fields
    return str(fields.get("message") or fields.get("check")), str(fields.get("severity") or "")


_CELLS: dict[Kind, Callable[[Item], Cells]] = {
    Kind.EVENT: _event,
    Kind.FIGURE: _figure,
    Kind.SOURCE: _source,
    Kind.ATTRIBUTION: _attribution,
    Kind.ENTITY: _entity,
    Kind.CHECK: _check,
}
