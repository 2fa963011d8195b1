"""What the reports for people have in common: numbered items, and tables of them by kind."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from store.citing import page_words
from store.formats.document import Document
from store.formats.losses import Carries
from store.incidents.counted import counted_rows
from store.items import Item, Standing
from store.kinds import Kind, definition
from store.places.where import Where
from store.wording import day, filled

Cells = tuple[str, ...]
Section = tuple[Kind, str, Cells]

CARRIES = Carries(
    values=True, links=True, notes=True, tags=True, flags=True, states=True, report_note=True
)
"""What a page for people has a place for."""

SECTIONS: tuple[Section, ...] = tuple(
    (kind, definition(kind).title, ("No.", *definition(kind).columns, "Decision")) for kind in Kind
)
"""Kind, title and columns of each table, in their order."""
ROWS = tuple(section for section in SECTIONS if definition(section[0]).members)
"""Those of what is made of other items, which stand above the text: incidents."""
_WHERE = "Where"
"""The column of an incident's place."""
PARTS = tuple(section for section in SECTIONS if section not in ROWS)
"""The others, which stand below it."""


def page_files(
    documents: Sequence[Document], page: Callable[[Document], str], suffix: str
) -> Iterator[tuple[str, bytes]]:
    """Return a page a document: of one alone without a name of its own, else by its key."""
    for document in documents:
        name = "" if len(documents) == 1 else f"{document.article.key}{suffix}"
        yield name, page(replace(document, items=counted_rows(document.items))).encode()


def facts_of(document: Document) -> list[str]:
    """Return publisher, date and annotator of a document, as far as they are known."""
    article = document.article
    published = day(article.published) if article.published else "no date"
    found = [article.publisher, published, article.url, f"annotated by {document.annotator}"]
    return [fact for fact in found if fact]


def numbered(items: Iterable[Item]) -> list[tuple[int, int]]:
    """Return where each item's first words end, with its number from 1,
    in the order of the text."""
    return sorted((item.span.end, number) for number, item in enumerate(items, 1))


def rows_of(
    kind: Kind,
    items: Iterable[Item],
    numbers: Mapping[str, int],
    document: Document,
) -> Iterator[Cells]:
    """Yield the cells of a document's items of one kind; the last tells the page, the decision,
    the note and the tags."""
    where = places_of(document)
    of_kind = definition(kind)
    for item in items:
        if item.kind is kind:
            cells = list(of_kind.cells(item))
            if of_kind.members:
                place = of_kind.columns.index(_WHERE)
                cells[place] = ", ".join(filled(cells[place], where(item).told))
            page = page_words(document.article, item.span.start)
            told = "; ".join(filter(None, (page, decision(item))))
            yield (str(numbers[item.id]), *cells, told)


def places_of(document: Document) -> Callable[[Item], Where]:
    """Return what tells where an incident of a document took place."""
    text, items = document.article.text, document.items
    return lambda item: document.places.where(item, text, items)


def decision(item: Item) -> str:
    """Return what was decided on an item, by whom, with note and tags."""
    parts = [item.state.value + (f" by {item.by}" if item.by else "")]
    parts.extend(["uncertain"] if item.standing is Standing.UNCERTAIN else [])
    parts.extend([item.note] if item.note else [])
    parts.extend(f"#{tag}" for tag in item.tags)
    return "; ".join([*parts, *(["flagged"] if item.flag else [])])
