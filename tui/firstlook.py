"""The report on the screen before the program that shows it is there.

Loading Textual takes longer than all else at the start, and a reader can begin meanwhile. The
words stand where they will stand; colours, marks and lists come with the program.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from extract.records import Article, Block
from extract.vocabulary import BlockKind
from tui.text.cells import fitted, width
from tui.text.column import FOCUS_BAR, TOP_AIR, left_of, pane, text_width
from tui.text.visible import visible
from tui.text.wrap import Rows

_ENTER, _LEAVE = "\x1b[?1049h\x1b[?25l\x1b[2J", "\x1b[?25h\x1b[?1049l"
"""Into the terminal's second screen, without a cursor, and back."""
_BOLD, _PLAIN = "\x1b[1m", "\x1b[0m"
_ABOVE = 2
"""Rows of the headline and the tabs above the text."""
_BARS = 4 + _ABOVE
"""These, and the rows of detail and keys below the text."""


@contextmanager
def first_look(article: Article, top: int) -> Iterator[None]:
    """Within it the report stands on the terminal, from an offset on; the program takes it over."""
    if not sys.stdout.isatty() or "TEXTUAL_DRIVER" in os.environ:
        yield
        return
    size = shutil.get_terminal_size()
    sys.stdout.write(_ENTER + painted(article, top, size.columns, size.lines))
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        sys.stdout.write(_LEAVE)
        raise


def painted(article: Article, top: int, columns: int, lines: int) -> str:
    """Return the first rows of a report from an offset on, with where they go on the terminal."""
    cells = pane(columns)
    room = text_width(cells)
    left = FOCUS_BAR + left_of(cells, room)
    title = _at(1, 3, f"{_BOLD}{fitted(visible(article.title), columns - 4)}{_PLAIN}")
    found = [title]
    line = 1 + _ABOVE + (TOP_AIR if not top else 0)
    for words, bold in _rows(article, top, room, lines - _BARS):
        if line >= lines - _BARS + 1 + _ABOVE:
            break
        shown = f"{_BOLD}{words}{_PLAIN}" if bold else words
        found.append(_at(line, left + 1, shown))
        line += 1
    return "".join(found)


def _rows(article: Article, top: int, cells: int, most: int) -> Iterator[tuple[str, bool]]:
    """Words and weight of the rows from an offset on; no more than so many blocks of it."""
    first = next((n for n, block in enumerate(article.blocks) if block.end > top), 0)
    near = article.blocks[max(0, first - 1) : first + most]
    rows = Rows(_shown(article.text, near), near, cells)
    for number in range(rows.row_at(top) if top else 0, len(rows)):
        block = rows.block(number)
        bold = block is not None and (
            block.kind in (BlockKind.TITLE, BlockKind.HEADING)
            or (block.kind is BlockKind.ROW and block.level > 0)
        )
        yield _shown_in(rows, number) if block else "", bold


def _shown_in(rows: Rows, number: int) -> str:
    """The words of a row at their places, a bullet before an item of a list."""
    bullet = rows.bullet(number)
    line = "" if bullet is None else f"{' ' * bullet[0]}{bullet[1]}"
    for piece in rows.pieces(number):
        line += " " * (piece.x - width(line)) + rows.text[piece.start : piece.end]
    return line


def _shown(text: str, near: tuple[Block, ...]) -> str:
    """The text as it is shown, up to the last of the blocks: the rest is not looked at."""
    return visible(text[: near[-1].end]) if near else ""


def _at(line: int, column: int, words: str) -> str:
    return f"\x1b[{line};{column}H{words}"
