"""Plain text into blocks: title, standfirst, crossheads, paragraphs."""

import re
from collections.abc import Iterator

from extract.load.lines import Start, stands_apart, starts
from extract.records import Block, BlockKind, Span

_BREAK = re.compile(r"\n[^\S\n]*\n|\f")
"""An empty line, or a new page."""
_LINE_END = re.compile(r"[\r\n\x0b\x0c\x85\u2028\u2029]+")
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
    return tuple(
        _block(span, start, kind) for kind, (span, start) in zip(kinds, units, strict=True)
    )


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
                yield span, found


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """From where to where the paragraphs reach: lines, in a text without an empty one."""
    pattern = _BREAK if _BREAK.search(text) else _LINE_END
    start = 0
    for match in pattern.finditer(text):
        if match.start() > start:
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


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
