"""A report a person reads, in Markdown: the text with numbered marks, and tables of its items."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby

from extract.records import Block
from extract.vocabulary import BlockKind
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import markdown
from store.formats.losses import Losses
from store.formats.readable import (
    CARRIES,
    PARTS,
    ROWS,
    Section,
    facts_of,
    numbered,
    page_files,
    rows_of,
)
from store.formats.registry import Files, export_format
from store.items import Item


@export_format(
    "markdown",
    "a report for people, Markdown",
    suffix=".md",
    carries=CARRIES,
    is_own=lambda start: start.text.startswith("# ") and "annotated by " in start.text[:4000],
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one text a document."""
    return page_files(documents, partial(_page, wishes.choice), ".md")


def _page(choice: Choice, document: Document) -> str:
    return "\n\n".join(_parts(document, document.chosen(choice))) + "\n"


def escaped(words: str) -> str:
    """Return words that Markdown shows as they are."""
    return markdown(" ".join(words.split()))


def _parts(document: Document, items: tuple[Item, ...]) -> Iterator[str]:
    article = document.article
    yield f"# {escaped(article.title)}"
    yield escaped(" · ".join(facts_of(document)))
    if document.article_notes.note:
        yield f"**Note:** {escaped(document.article_notes.note)}"
    yield from _tables(ROWS, items, document)
    marks = numbered(items)
    for is_table, blocks in groupby(article.blocks, lambda block: block.kind is BlockKind.ROW):
        if is_table:
            yield _as_table(article.text, list(blocks), marks)
            continue
        for block in blocks:
            if block.kind is not BlockKind.TITLE:
                words = _marked(article.text, block.start, block.end, marks)
                yield f"{_LEADS.get(block.kind, '')}{words}"
    yield from _tables(PARTS, items, document)


def _tables(
    sections: tuple[Section, ...], items: tuple[Item, ...], document: Document
) -> Iterator[str]:
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    for kind, title, columns in sections:
        rows = list(rows_of(kind, items, numbers, document))
        if rows:
            yield f"## {title}"
            yield _table(columns, rows)


_LEADS = {
    BlockKind.HEADING: "## ",
    BlockKind.STANDFIRST: "**Standfirst.** ",
    BlockKind.QUOTATION: "> ",
    BlockKind.LIST_ITEM: "- ",
}


def _as_table(text: str, rows: Sequence[Block], marks: list[tuple[int, int]]) -> str:
    """The rows of a table of the report; Markdown wants one of heads."""
    cells = [[_marked(text, cell.start, cell.end, marks) for cell in row.cells] for row in rows]
    most = max(map(len, cells))
    shown = cells if rows[0].level else [[""] * most, *cells]
    lines = [_line([*row, *[""] * (most - len(row))], plain=True) for row in shown]
    return "\n".join([lines[0], _line(("---",) * most, plain=True), *lines[1:]])


def _marked(text: str, start: int, end: int, marks: list[tuple[int, int]]) -> str:
    """The words with `[number]` behind each item's first words."""
    parts = []
    place = start
    for offset, number in marks:
        if start < offset <= end:
            parts.append(f"{_kept(text[place:offset], start == place)}\\[{number}\\]")
            place = offset
    parts.append(_kept(text[place:end], start == place))
    return "".join(parts)


def _kept(words: str, first: bool) -> str:
    """Words of a paragraph; at its start, spaces would make them something else."""
    return markdown(words.lstrip() if first else words)


def _table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [_line(columns), _line(("---",) * len(columns), plain=True)]
    lines.extend(_line(row) for row in rows)
    return "\n".join(lines)


def _line(cells: Iterable[str], plain: bool = False) -> str:
    shown = cells if plain else (escaped(cell) for cell in cells)
    return f"| {' | '.join(shown)} |"
