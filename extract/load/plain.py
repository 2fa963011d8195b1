"""Plain text into blocks: title, standfirst, crossheads, paragraphs, lines of their own.

Everything else that is broken into lines was broken to fit a page, and reads on.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extract.load.grids import (
    Cells,
    heads_among,
    is_numeric,
    is_rule,
    rows_in,
    spans_within,
    texts,
)
from extract.load.grids import cells_of as cells_in
from extract.records import Block, Span
from extract.vocabulary import BlockKind

_BULLET = re.compile(r"(\s*)([•‣⁃◦▪▫●○■□►▶➤✓✔·*+\-–—])[^\S\n]+(?=\S)")
_NUMBERED = re.compile(r"(\s*)\(?(\d{1,3})[.)][^\S\n]+(?=\S)")
_DASHES = "-–—*+·"
_VALUE = r"\(?[~<>≈±+$€£]?[^\S\n]?\d"
_LABELLED = re.compile(rf"[^\d:=|\n]{{2,70}}(?::|=|[^\S\n][-–—])[^\S\n]*{_VALUE}[^\n]{{0,60}}")
_HEADED = re.compile(r"[A-Z][A-Za-z/&\- ]{2,30}:[^\S\n]+[A-Z\d]")
"""A line with a head of its own: "Shelter: 150 tents were distributed."."""
_STOPS = (".", "!", "?", ":", ";", "…", "”", '"', "।", "؟")
_ENDS = (".", "!", "?", "”", '"')
_SHORT = 45
_INDENT = 2


@dataclass(frozen=True, slots=True)
class Start:
    """A block that begins with a line."""

    kind: BlockKind
    level: int = 0
    """Depth of a list item, whose words keep the sign that it begins with; otherwise 0."""
    cells: Cells = ()
    """Of a row of a table, as offsets into its line."""


def starts(lines: Sequence[str]) -> list[Start | None]:
    """Return what begins with each of the lines of a paragraph; none where the line before goes on.

    The first line always begins something.
    """
    rows = rows_in(lines)
    if _are_entries(lines):
        return _entries(lines, rows)
    found: list[Start | None] = []
    apart, number = True, 0
    for place, line in enumerate(lines):
        start, number = _item(line, number, apart)
        after_row = apart and place > 0 and bool(rows[place - 1])
        if start is None and rows[place]:
            start = Start(BlockKind.PARAGRAPH, cells=rows[place])
        elif start is None and (place == 0 or after_row or _opens_apart(lines, place, apart)):
            start = Start(BlockKind.PARAGRAPH)
        found.append(start)
        apart = start is not None and (
            start.kind is BlockKind.LIST_ITEM or bool(start.cells) or stands_apart(line)
        )
        apart = apart or line.rstrip().endswith(_STOPS)
    return found


def wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines were ended only to fit a column: all long but the last,
    and one reads on."""
    if len(lines) < 2 or any(len(line.strip()) < _SHORT for line in lines[:-1]):
        return False
    pairs = pairwise(lines)
    return any(a.rstrip()[-1] not in _STOPS and b.lstrip()[0].islower() for a, b in pairs)


def has_mark(words: str) -> bool:
    """Return whether an item of a list begins with its own bullet or number."""
    return mark_in(words) > 0


def mark_in(words: str) -> int:
    """Return how many code points the bullet or number takes that an item of a list begins with,
    with the space behind it; 0 where it has none."""
    found = _BULLET.match(words) or _NUMBERED.match(words)
    return found.end() if found else 0


def stands_apart(line: str) -> bool:
    """Return whether a line is a rule, a row of a table, or a label with its number."""
    return is_rule(line) or bool(cells_in(line)) or _LABELLED.fullmatch(line.strip()) is not None


def cells_of(line: str) -> list[str]:
    """Return the words of the cells of a row of a table; none where the line is no row."""
    return texts(line, cells_in(line))


def _entries(lines: Sequence[str], rows: Sequence[Cells]) -> list[Start | None]:
    found: list[Start | None] = []
    number = 0
    for line, row in zip(lines, rows, strict=True):
        start, number = _item(line, number, True)
        found.append(start or Start(BlockKind.PARAGRAPH, cells=row))
    return found


def _item(line: str, number: int, apart: bool) -> tuple[Start | None, int]:
    """The list item that begins with a line, and the number that was counted to."""
    found = _NUMBERED.match(line)
    if found and int(found[2]) in (1, number + 1):
        return _start_of(found), int(found[2])
    return _bullet(line, found, apart), number


def _bullet(line: str, numbered: re.Match[str] | None, apart: bool) -> Start | None:
    found = None if numbered else _BULLET.match(line)
    if found is None or is_rule(line):
        return None
    begins = line[found.end()].isupper() or line[found.end()].isdigit() or apart
    return _start_of(found) if begins or found[2] not in _DASHES else None


def _start_of(found: re.Match[str]) -> Start:
    depth = len(found[1].expandtabs(4)) // _INDENT
    return Start(BlockKind.LIST_ITEM, min(6, 1 + depth))


def _opens_apart(lines: Sequence[str], place: int, apart: bool) -> bool:
    """Whether a line opens a paragraph: one that stands for itself."""
    line = lines[place]
    if is_rule(line):
        return True
    before = lines[place - 1].strip()
    if apart and _HEADED.match(line) and _HEADED.match(before):
        return True
    return _LABELLED.fullmatch(line.strip()) is not None and (apart or len(before) < _SHORT)


def _are_entries(lines: Sequence[str]) -> bool:
    """Whether all are short and begin anew, and some count: "17 killed", "31 injured"."""
    if len(lines) < 2 or not any(c.isdigit() for line in lines for c in line):
        return False
    if not all(_is_entry(line.strip()) for line in lines):
        return False
    ends = [line.rstrip().endswith(_ENDS) for line in lines]
    is_sentence = ends[-1] and not any(ends[:-1])
    return not is_sentence or all(line.strip()[0].isdigit() for line in lines)


def _is_entry(line: str) -> bool:
    if not line or len(line) > _SHORT or line.endswith(","):
        return False
    return not line[0].islower() and not line[0].isspace()


_BREAK = re.compile(r"\n[^\S\n]*\n|\f")
"""An empty line, or a new page."""
_LINE = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029]+")
_WORD = re.compile(r"\w{4,}")
_ENDS_SENTENCE = re.compile(r"[.!?;,…。！？؟।][\"'”’)\]]*$|[”\"]$")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\- ]{2,30}(?:, [\w .]{2,30})?(?: \([A-Za-z ]+\))?\s*(?:[—–-]|_|--)\s"
)
_TITLE_WORDS, _STANDFIRST_WORDS, _CROSSHEAD_WORDS = 30, 45, 12
_REPEATED = 0.7
"""Share of a standfirst's words of four letters and more that one later paragraph repeats."""


def blocks_of(text: str, title: str | None = None) -> tuple[Block, ...]:
    """Return the blocks of a plain text; a text without a blank line has one paragraph a line.

    Items of lists, rows of tables and lines such as "Killed: 17" are blocks of their own. `title`,
    where it is known, tells whether the first block is it; where it is not, a first line that ends
    like a heading is taken for the title.
    """
    units = list(_units(text))
    words = [span.of(text) for span, _ in units]
    entries = {n for n, (_, start) in enumerate(units) if start.kind is BlockKind.LIST_ITEM}
    entries |= {n for n, unit in enumerate(words) if stands_apart(unit)}
    kinds = _kinds(words, title, entries)
    blocks = [_block(span, start, kind) for kind, (span, start) in zip(kinds, units, strict=True)]
    return with_rows(text, blocks, units)


def with_rows(
    text: str, blocks: Sequence[Block], units: Sequence[tuple[Span, Start]]
) -> tuple[Block, ...]:
    """Return blocks, those of the units that have cells as rows, where they make a table: several
    together, or one with a number. The rules of a table are no blocks."""
    rows = _rows(text, units)
    beside = {number + step for number in rows for step in (-1, 1)}
    return tuple(
        rows.get(number, block)
        for number, block in enumerate(blocks)
        if number in rows or not (number in beside and is_rule(block.span.of(text)))
    )


def _rows(text: str, units: Sequence[tuple[Span, Start]]) -> dict[int, Block]:
    """The units that are rows of tables, by number."""
    found: dict[int, Block] = {}
    table: list[int] = []
    ruled = 0
    for number, (span, start) in enumerate([*units, (Span(0, 0), Start(BlockKind.PARAGRAPH))]):
        apart = bool(table) and not _goes_on(units[table[-1]], span, start, text)
        if start.cells and not apart:
            table.append(number)
        elif not start.cells and table and is_rule(span.of(text)):
            ruled = ruled or len(table)
        elif table:
            found |= _table(text, units, table, ruled)
            table, ruled = [number] if start.cells else [], 0
    return found


def _goes_on(before: tuple[Span, Start], span: Span, start: Start, text: str) -> bool:
    """Whether a row is of the table of the row before: right below it, or with as many cells."""
    between = text[before[0].end : span.start]
    return len(start.cells) == len(before[1].cells) or _BREAK.search(between) is None


def _table(
    text: str, units: Sequence[tuple[Span, Start]], numbers: Sequence[int], ruled: int
) -> Iterator[tuple[int, Block]]:
    rows = [[cell.of(text) for cell in units[number][1].cells] for number in numbers]
    if len(rows) == 1 and not any(is_numeric(cell) for cell in rows[0]):
        return
    heads = heads_among(rows, ruled)
    for place, number in enumerate(numbers):
        span, start = units[number]
        level = int(place < heads)
        yield number, Block(BlockKind.ROW, span.start, span.end, level, start.cells)


def _block(span: Span, start: Start, kind: BlockKind) -> Block:
    if start.kind is BlockKind.LIST_ITEM:
        return Block(start.kind, span.start, span.end, start.level)
    return Block(kind, span.start, span.end, level=2 if kind is BlockKind.HEADING else 0)


def title_in(text: str, blocks: tuple[Block, ...]) -> str | None:
    """Return the words of the title block, if there is one."""
    found = next((block for block in blocks if block.kind is BlockKind.TITLE), None)
    return " ".join(found.span.of(text).split()) if found else None


def _units(text: str) -> Iterator[tuple[Span, Start]]:
    """The stretches that become blocks, and what begins with each."""
    for start, end in _paragraphs(text):
        lines = [match.span() for match in _LINE.finditer(text, start, end)]
        words = [text[first:last] for first, last in lines]
        begun = starts(words)
        for place, found in enumerate(begun):
            if found is None:
                continue
            last = place
            while last + 1 < len(lines) and begun[last + 1] is None:
                last += 1
            for span in _trimmed(text, lines[place][0], lines[last][1]):
                cells = tuple(spans_within(span, lines[place][0], found.cells))
                yield span, replace(found, cells=cells) if cells else found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the paragraphs reach; in a text without an empty line a line is one,
    and so are the rows of a table."""
    if not _BREAK.search(text):
        yield from _lines_and_tables(text)
        return
    start = 0
    for match in _BREAK.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _lines_and_tables(text: str) -> Iterator[tuple[int, int]]:
    lines = [match.span() for match in _LINE.finditer(text)]
    words = [text[start:end] for start, end in lines]
    rows = rows_in(words)
    tabled = [bool(cells) or is_rule(line) for cells, line in zip(rows, words, strict=True)]
    place = 0
    while place < len(lines):
        last = place
        while tabled[place] and last + 1 < len(lines) and tabled[last + 1]:
            last += 1
        yield lines[place][0], lines[last][1]
        place = last + 1


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    words = text[start:end]
    left, right = len(words) - len(words.lstrip()), len(words.rstrip())
    if left < right:
        yield Span(start + left, start + right)


def _kinds(units: list[str], title: str | None, entries: set[int]) -> list[BlockKind]:
    """What each unit is; `entries` are items and rows, which head nothing."""
    kinds = [BlockKind.PARAGRAPH] * len(units)
    for place in range(1, len(units) - 1):
        if place not in entries and _is_crosshead(units[place], units[place - 1]):
            kinds[place] = BlockKind.HEADING
    if len(units) > 1 and 0 not in entries and _is_title(units[0], title):
        kinds[0] = BlockKind.TITLE
        if len(units) > 2 and entries.isdisjoint({1, 2}) and _is_standfirst(units):
            kinds[1] = BlockKind.STANDFIRST
    return kinds


def _is_title(unit: str, title: str | None) -> bool:
    if title is not None:
        return _folded(unit) == _folded(title)
    return len(unit.split()) <= _TITLE_WORDS and not _ENDS_SENTENCE.search(unit)


def _folded(words: str) -> str:
    return re.sub(r"\W+", " ", words.casefold()).strip()


def _is_crosshead(unit: str, before: str) -> bool:
    """A short line between paragraphs, without a sentence's end, that nothing leads into."""
    words = unit.split()
    if len(words) > _CROSSHEAD_WORDS or _ENDS_SENTENCE.search(unit) or unit.endswith(":"):
        return False
    return unit[0].isupper() and not before.endswith((":", ","))


def _is_standfirst(units: list[str]) -> bool:
    """One short sentence under the title that sums up what follows instead of beginning it."""
    unit, after = units[1], units[2]
    if len(unit.split()) > _STANDFIRST_WORDS or re.search(r"[.!?]\s+[A-Z“\"]", unit):
        return False
    if not _ENDS_SENTENCE.search(unit) or _DATELINE.match(after):
        return True
    return any(_repeats(unit, later) for later in units[2:])


def _repeats(unit: str, later: str) -> bool:
    own = set(_WORD.findall(unit.casefold()))
    shared = own & set(_WORD.findall(later.casefold()))
    return len(own) > 3 and len(shared) >= _REPEATED * len(own)
