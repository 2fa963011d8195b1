"""What trafilatura took out of a page, as stretches that become blocks."""

from collections.abc import Iterator
from typing import Any

from extract.load.building import FORCED
from extract.records import BlockKind

Unit = tuple[BlockKind, str, int]
"""Kind, words and level of a stretch; `FORCED` stands in its words for a line break."""
_NESTED = frozenset({"list", "table", "quote", "p", "head"})
_APART = frozenset({"lb", "p", "item", "row", "cell"})
_DEEPEST = 100


def units(main: Any, title: str | None) -> Iterator[Unit]:
    """Yield the stretches in the order of the page, each once; the title is left out."""
    for element in [] if main is None else main:
        if element.tag == "head" and _joined(element) == title:
            continue
        yield from _unit(element, BlockKind.PARAGRAPH, 0, 0)


def _unit(element: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    if depth > _DEEPEST:
        yield kind, _joined(element), level
    elif element.tag == "head" and kind is BlockKind.PARAGRAPH:
        yield BlockKind.HEADING, _joined(element), int((element.get("rend") or "h2")[1:2] or 2)
    elif element.tag == "list":
        yield from _items(element, kind, level + 1, depth)
    elif element.tag == "table":
        yield from ((kind, row, level) for row in _rows(element))
    elif element.tag == "quote":
        yield from _parts(element, BlockKind.QUOTATION, 0, depth)
    else:
        yield from _parts(element, kind, level, depth)


def _items(listed: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    kind = BlockKind.LIST_ITEM if kind is BlockKind.PARAGRAPH else kind
    for item in listed:
        yield from _parts(item, kind, level, depth)


def _parts(element: Any, kind: BlockKind, level: int, depth: int) -> Iterator[Unit]:
    """The words of an element, and after them what stands within it for itself."""
    words = [element.text or ""]
    for child in element:
        if child.tag == "p" and kind is BlockKind.LIST_ITEM:
            words += [" ", _inline(child), " "]
        elif child.tag in _NESTED:
            if _told(words):
                yield kind, _told(words), level
            words = []
            yield from _unit(child, kind, level, depth + 1)
        elif child.tag == "lb":
            words.append(FORCED)
        else:
            words.append(_inline(child))
        words.append(child.tail or "")
    if _told(words):
        yield kind, _told(words), level


def _told(words: list[str]) -> str:
    return FORCED.join(" ".join(line.split()) for line in "".join(words).split(FORCED)).strip()


def _inline(element: Any) -> str:
    """The words of an element within a line, without what stands behind it."""
    words = []
    for event, part in _events(element):
        if event == "start":
            words += [FORCED if part.tag == "lb" else "", part.text or ""]
        elif part is not element:
            words.append(part.tail or "")
    return "".join(words)


def _events(element: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(element, events=("start", "end"))


def _rows(table: Any) -> Iterator[str]:
    """The rows, their cells apart by bars; a cell that is empty keeps its column."""
    for row in table.iter("row"):
        cells = [_joined(cell) for cell in row.iterchildren("cell")]
        if sum(map(bool, cells)) == 1:
            yield next(filter(None, cells))
        elif any(cells):
            yield " ".join(" | ".join(cells).split())


def _joined(element: Any) -> str:
    """All words of an element on one line."""
    words = []
    for event, part in _events(element):
        if event == "start":
            words += [" " if part.tag in _APART else "", part.text or ""]
        elif part is not element:
            words.append(part.tail or "")
    return " ".join("".join(words).split())
