"""A whole PDF into Markdown: pages one after the other, what goes on overleaf put together."""

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from extract.errors import LoadError
from extract.load.building import OVERLEAF
from extract.load.converting import Converted
from extract.load.facts import Facts, day_of
from extract.load.markdown import escaped, page_mark, table_as_markdown
from extract.load.pdf.layout import Column, Line, Table, columns_of
from extract.load.pdf.lines import Stretch, stretches
from extract.load.pdf.paragraphs import (
    Block,
    Joiner,
    Paragraph,
    Part,
    Rows,
    is_going_on,
    usual_size,
    words_of,
)
from extract.load.pdf.ruled import take_tables
from extract.load.pdf.running import without_running
from extract.load.pdf.words import Page, page_of

MOST_PAGES = 5_000
_MOST_LETTERS = 20_000_000
_NEAR_TOP = 5
"""Paragraphs of which the title is one."""
_FEW = 10
"""Letters of a page that has a picture and no text of its own: its number, a stamp."""
_MADE = re.compile(r"D:(\d{4})(\d\d)(\d\d)")
_FILE_NAME = re.compile(r"^Microsoft |\.\w{2,5}$|[\\/]")
_SAVED = "save its pages as a PDF of their own"
_OCR = "read it with OCR, such as `ocrmypdf in.pdf out.pdf`, and open what that writes"


def parse(path: Path) -> Converted:
    """Return the Markdown of a PDF: its words in the order in which they are read, tables as
    tables, `<!-- page N -->` where a page begins, without running heads and numbers of pages.

    The same file gives the same Markdown as long as the same pypdfium2 reads it.

    Raises:
        LoadError: if it is no PDF, damaged, locked, too large, or has no text (a scan).
    """
    pages: list[Page] = []
    fallback = _read(path, pages)
    _check_text(pages, path)
    problems = list(_problems(pages))
    tables = [take_tables(page) for page in pages]
    lines = [stretches(page.words) for page in pages]
    without_running(lines, [(page.top, page.bottom) for page in pages])
    usual = usual_size(lines)
    joiner = Joiner(usual, _words(lines))
    blocks = [_blocks(*parts, joiner) for parts in zip(pages, lines, tables, strict=True)]
    return Converted(_markdown(blocks, joiner), Facts(), fallback, tuple(problems))


# ------------------------------------------------------------------------------ pages
def _read(path: Path, pages: list[Page]) -> Facts:
    """Read the pages of a file; what it says of itself comes back."""
    pdfium = _pdfium(path)
    try:
        document = pdfium.PdfDocument(path)
    except pdfium.PdfiumError as error:
        raise _refused(str(error), path) from None
    with closing(document):
        if len(document) > MOST_PAGES:
            raise LoadError(f"more than {MOST_PAGES:,} pages", path, _SAVED)
        letters = 0
        for number in range(1, len(document) + 1):
            page = _page(document, number, path)
            letters += sum(len(word.text) for word in page.words)
            if letters > _MOST_LETTERS:
                raise LoadError("more letters than any report", path, _SAVED)
            pages.append(page)
        return _stated(document)


def _stated(document: Any) -> Facts:
    """Title and day that the program has written down which made the file; both may be anything."""
    title = " ".join(document.get_metadata_value("Title").split())
    found = _MADE.match(document.get_metadata_value("CreationDate"))
    try:
        made = day_of("-".join(found.groups()), None) if found else None
    except LoadError:
        made = None
    is_title = " " in title and not _FILE_NAME.search(title)
    return Facts(title=title if is_title else None, published=made)


def _page(document: Any, number: int, path: Path) -> Page:
    try:
        page = document[number - 1]
        try:
            return page_of(page, number)
        finally:
            page.close()
    except ValueError as error:
        raise LoadError(f"{error}, more than any report", path, _SAVED) from None
    except _pdfium(path).PdfiumError:
        return Page(number, [], 0.0, 0.0, is_damaged=True)


def _refused(said: str, path: Path) -> LoadError:
    if "password" in said.lower():
        then = "save it without the password, such as with `qpdf --decrypt`"
        return LoadError("the PDF is locked with a password", path, then)
    return LoadError("no PDF, or a damaged one", path, "get the file again")


def _pdfium(path: Path) -> Any:
    try:
        import pypdfium2
    except ImportError:
        raise LoadError("PDFs need pypdfium2", path, "pip install 'dateline[pdf]'") from None
    return pypdfium2


def _check_text(pages: Sequence[Page], path: Path) -> None:
    letters = sum(_letters(page) for page in pages)
    if letters <= _FEW * len(pages) and any(page.pictures for page in pages):
        what = f"{_count(len(pages))} of pictures and no text: a scan"
        raise LoadError(what, path, _OCR)
    if not letters:
        raise LoadError("no text in the PDF", path, _OCR)
    if sum(page.unknown for page in pages) * 2 > letters:
        what = "the PDF does not say which letters its signs stand for"
        then = "read it with OCR, such as `ocrmypdf --force-ocr in.pdf out.pdf`"
        raise LoadError(what, path, then)


def _problems(pages: Sequence[Page]) -> Iterator[str]:
    scanned = [page.number for page in pages if page.pictures and _letters(page) <= _FEW]
    if scanned:
        yield f"{_named(scanned)} no text but a picture, so passed over; {_OCR}"
    damaged = [page.number for page in pages if page.is_damaged]
    if damaged:
        yield f"{_named(damaged)} damaged, so passed over; get the file again"
    unknown = sum(page.unknown for page in pages)
    if unknown:
        yield f"of {unknown} letters the PDF does not say which they are"


def _letters(page: Page) -> int:
    return sum(len(word.text) for words in (page.words, *page.others) for word in words)


def _count(pages: int) -> str:
    return "a page" if pages == 1 else f"{pages} pages"


def _named(numbers: Sequence[int]) -> str:
    shown = ", ".join(map(str, numbers[:8])) + (" ..." if len(numbers) > 8 else "")
    return f"page {shown} is" if len(numbers) == 1 else f"pages {shown} are"


# ------------------------------------------------------------------------------ blocks
def _words(pages: Sequence[list[list[Stretch]]]) -> Iterator[str]:
    """The words of all lines but the last of each, which may be half of one."""
    for lines in pages:
        for line in lines:
            for one in line:
                words = one.text.split()
                yield from words_of(" ".join(words[:-1] if one.text.endswith("-") else words))


def _blocks(
    page: Page, lines: list[list[Stretch]], tables: Sequence[Table], joiner: Joiner
) -> list[Block]:
    placed: list[Line] = [[*line] for line in lines]
    placed += [[table] for table in tables]
    placed.sort(key=lambda line: line[0].y)
    found = joiner.blocks(columns_of(placed), page.number)
    for words in page.others:
        column: Iterator[Column] = columns_of([[*line] for line in stretches(words)])
        found += joiner.blocks(column, page.number)
    return found


# ------------------------------------------------------------------------------ Markdown
_MARK = re.compile(f"{OVERLEAF}(\\d+){OVERLEAF}")


def _markdown(pages: Sequence[list[Block]], joiner: Joiner) -> str:
    blocks = list(_joined(pages, joiner))
    _name_title(blocks)
    parts: list[str] = []
    page = 0
    for block in blocks:
        if block.page != page:
            parts.append(page_mark(block.page))
            page = block.page
        told = _told(block)
        parts.append(_MARK.sub(lambda found: page_mark(int(found[1])), told))
        page = max((int(number) for number in _MARK.findall(told)), default=page)
    return "\n\n".join(parts) + "\n"


def _joined(pages: Sequence[list[Block]], joiner: Joiner) -> Iterator[Block]:
    """The blocks, a paragraph that goes on overleaf with its rest and a sign where that begins."""
    found: list[Block] = []
    last: Paragraph | None = None
    for blocks in pages:
        for number, block in enumerate(blocks):
            if isinstance(block, Rows):
                last = None
                if (
                    number == 0
                    and found
                    and isinstance(found[-1], Rows)
                    and found[-1].goes_on(block)
                ):
                    continue
            elif number == 0 and last is not None and is_going_on(last, block):
                whole = joiner.joined(last.text, block.text)
                kept = len(whole) - len(block.text)
                sign = f"{OVERLEAF}{block.page}{OVERLEAF}"
                last.text = f"{whole[:kept]}{sign}{whole[kept:]}"
                continue
            elif block.part is not Part.NOTE:
                last = block
            found.append(block)
    return iter(found)


def _name_title(blocks: Sequence[Block]) -> None:
    """Make a title of the largest heading of the first page, if it opens what is told."""
    first = [one for one in blocks if isinstance(one, Paragraph) and one.page == blocks[0].page]
    heads = [one for one in first if one.part is Part.HEADING]
    largest = max((one.size for one in heads), default=0.0)
    title = next((one for one in heads if one.size == largest), None)
    if title is not None and title in first[:_NEAR_TOP]:
        title.part = Part.TITLE


def _told(block: Block) -> str:
    if isinstance(block, Rows):
        return table_as_markdown(block.rows)
    words = escaped(block.text)
    if block.part is Part.TITLE:
        return f"# {words}"
    if block.part is Part.HEADING:
        return f"## {words}"
    if block.part is Part.ITEM:
        return _item(block.text)
    return words


def _item(words: str) -> str:
    mark, rest = words.split(maxsplit=1)
    number = mark.strip("().")
    return f"{number}. {escaped(rest)}" if number.isdigit() else f"- {escaped(rest)}"
