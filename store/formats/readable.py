"""What the reports for people have in common: numbered items, and tables of them by kind."""

from collections.abc import Iterable, Iterator, Mapping

from store.formats.document import Document
from store.items import Item, Standing
from store.kinds import Kind, definition
from store.wording import day

Cells = tuple[str, ...]

SECTIONS: tuple[tuple[Kind, str, Cells], ...] = tuple(
    (kind, definition(kind).title, ("No.", *definition(kind).columns, "Decision")) for kind in Kind
)
"""Kind, title and columns of each table, in their order."""


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
            yield (str(numbers[item.id]), *definition(kind).cells(item), decision(item))


def decision(item: Item) -> str:
    """What was decided on an item, by whom, with note and tags."""
    parts = [item.state.value + (f" by {item.by}" if item.by else "")]
    parts.extend(["uncertain"] if item.standing is Standing.UNCERTAIN else [])
    parts.extend([item.note] if item.note else [])
    parts.extend(f"#{tag}" for tag in item.tags)
    return "; ".join([*parts, *(["flagged"] if item.flag else [])])
