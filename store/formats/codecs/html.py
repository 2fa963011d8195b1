"""A report a person reads, as one HTML file without scripts or network.

Every number behind a mark links to its table row, and the row back to the words. All words of a
report are escaped; a content security policy forbids what could still be slipped in.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby, pairwise
from pathlib import Path

from extract.records import Block, Span
from extract.vocabulary import BlockKind
from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import html as escape
from store.formats.losses import Losses
from store.formats.place_map import maps
from store.formats.readable import (
    CARRIES,
    PARTS,
    ROWS,
    Cells,
    Section,
    facts_of,
    page_files,
    places_of,
    rows_of,
)
from store.formats.registry import Files, export_format
from store.items import Item
from store.kinds import definition
from store.wording import name

STYLE = Path(__file__).with_name("report.css")
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_TAGS = {
    BlockKind.TITLE: ("<h2>", "</h2>"),
    BlockKind.HEADING: ("<h3>", "</h3>"),
    BlockKind.STANDFIRST: ('<p class="standfirst">', "</p>"),
    BlockKind.QUOTATION: ("<blockquote>", "</blockquote>"),
    BlockKind.LIST_ITEM: ("<ul><li>", "</li></ul>"),
    BlockKind.ROW: ("<tr>", "</tr>"),
}


@export_format(
    "html",
    "a report for people, one HTML file",
    suffix=".html",
    carries=CARRIES,
    is_own=lambda start: start.has(
        "", "<!doctype html>", "Content-Security-Policy", "· annotated by "
    ),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one page a document."""
    style = STYLE.read_text(encoding="utf-8")
    return page_files(documents, partial(_page, wishes.choice, style), ".html")


def _page(choice: Choice, style: str, document: Document) -> str:
    items = document.chosen(choice)
    article = document.article
    language = escape(article.language or "en")
    note = document.article_notes.note
    parts = [
        "<!doctype html>",
        f'<html lang="{language}">',
        '<head><meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(article.title)}</title>",
        f"<style>\n{style}</style></head>",
        "<body><header>",
        f"<h1>{escape(article.title)}</h1>",
        f"<p>{escape(' · '.join(facts_of(document)))}</p>",
        *([f"<p><strong>Note:</strong> {escape(note)}</p>"] if note else []),
        "</header>",
        *_tables(ROWS, items, document),
        *_maps(items, document),
        "<main>",
        *_paragraphs(document, items),
        "</main>",
        *_tables(PARTS, items, document),
        f"<footer><p>Text: sha256 {article.sha256}</p></footer>",
        "</body></html>",
    ]
    return "\n".join(parts) + "\n"


def _paragraphs(document: Document, items: tuple[Item, ...]) -> Iterator[str]:
    text = document.article.text
    numbered = [(item, number) for number, item in enumerate(items, 1)]
    by_end = sorted(numbered, key=lambda pair: pair[0].span.end)
    for is_table, blocks in groupby(document.article.blocks, lambda b: b.kind is BlockKind.ROW):
        if is_table:
            yield '<div class="table"><table>'
        for block in blocks:
            inside = [pair for pair in by_end if pair[0].span.overlaps(block.span)]
            before, after = _TAGS.get(block.kind, ("<p>", "</p>"))
            yield before + "".join(_parts(text, block, inside)) + after
        if is_table:
            yield "</table></div>"


def _parts(text: str, block: Block, inside: list[tuple[Item, int]]) -> Iterator[str]:
    """The block's words, those of a row cell by cell."""
    tag = "th" if block.level else "td"
    if not block.cells:
        yield from _pieces(text, block.span, inside)
    for cell in block.cells:
        of_cell = [pair for pair in inside if pair[0].span.overlaps(cell)]
        yield f"<{tag}>{''.join(_pieces(text, cell, of_cell))}</{tag}>"


def _pieces(text: str, block: Span, inside: list[tuple[Item, int]]) -> Iterator[str]:
    """Words, cut wherever an item begins or ends, so that overlapping marks nest."""
    edges = {block.start, block.end}
    for item, _ in inside:
        edges |= {max(item.span.start, block.start), min(item.span.end, block.end)}
    for start, end in pairwise(sorted(edges)):
        yield from (_anchor(number) for item, number in inside if item.span.start == start)
        covering = {item.kind.value for item, _ in inside if item.span.holds(Span(start, end))}
        words = escape(text[start:end])
        yield f'<mark class="{" ".join(sorted(covering))}">{words}</mark>' if covering else words
        yield from (_number(item, number) for item, number in inside if item.span.end == end)


def _anchor(number: int) -> str:
    return f'<a id="w{number}"></a>'


def _number(item: Item, number: int) -> str:
    title = f"{item.kind.value}, {item.state.value}"
    return f'<sup><a href="#r{number}" title="{title}">{number}</a></sup>'


def _maps(items: tuple[Item, ...], document: Document) -> Iterator[str]:
    """A map of each country that incidents took place in, each under its number in the table."""
    where = places_of(document)
    yield from maps(
        [
            (f"{number} {name(item.fields.get('place'))}", where(item))
            for number, item in enumerate(items, 1)
            if definition(item.kind).members
        ],
        numbered=True,
    )


def _tables(
    sections: tuple[Section, ...], items: tuple[Item, ...], document: Document
) -> Iterator[str]:
    numbers = {item.id: number for number, item in enumerate(items, 1)}
    for kind, title, columns in sections:
        rows = list(rows_of(kind, items, numbers, document))
        if rows:
            yield f'<section><h2>{title}</h2><div class="table"><table>'
            yield f"<thead><tr>{_cells(columns, 'th')}</tr></thead><tbody>"
            yield from (_row(row) for row in rows)
            yield "</tbody></table></div></section>"


def _row(row: Cells) -> str:
    number, *cells = row
    link = f'<td><a href="#w{number}">{number}</a></td>'
    return f'<tr id="r{number}">{link}{_cells(cells, "td")}</tr>'


def _cells(cells: Iterable[str], tag: str) -> str:
    return "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells)
