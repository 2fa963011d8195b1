"""The lines of columns into paragraphs, headings, items of lists and notes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from extract.lexicon import table
from extract.load.building import OVERLEAF
from extract.load.pdf.layout import Column, Table
from extract.load.pdf.lines import Stretch, pitch_of
from extract.load.pdf.words import leads_to_left
from extract.load.plain import has_mark

_APART = 1.35
"""Of the usual distance of lines: one that parts paragraphs."""
_INDENT = 0.8
_SHORT = 0.85
"""Of the width of a column: a line that ends before it is full."""
_ROOM = 0.2
"""Of the width of a column: what is left of a line that was not ended for want of it."""
_LARGER = 1.12
_SMALLER = 0.88
_LONGEST_HEAD = 160
_NOTE = re.compile(r"\s*(?:\[?(\d{1,3}|[*†‡§a-z])\][\s.)]*|(\d{1,3}|[*†‡§a-z])[\s.)]+)")
_LEADER = re.compile(r"(?:[.…]\s?){4,}\w{1,5}$")
"""The end of a line of a table of contents."""
_STOPS = (".", "!", "?", ":", ";", "…", "”", '"', "؟", "۔")
_ENDS = (*_STOPS, ")", "]")


class Part(Enum):
    """What a paragraph is."""

    WORDS = "words"
    TITLE = "title"
    HEADING = "heading"
    ITEM = "item"
    NOTE = "note"


@dataclass(slots=True)
class Paragraph:
    """Words that belong together."""

    part: Part
    text: str
    page: int
    size: float = 0.0


@dataclass(slots=True)
class Rows:
    """A table."""

    rows: tuple[tuple[str, ...], ...]
    page: int

    def goes_on(self, other: "Rows") -> bool:
        """Take in a table of the next page that has the same columns, without its head where that
        is told again; return whether it was one."""
        if len(other.rows[0]) != len(self.rows[0]):
            return False
        is_told = other.rows[0] == self.rows[0]
        rest = other.rows[1:] if is_told else other.rows
        if not (is_told or any(map(str.isdigit, "".join(rest[0])))):
            return False
        if rest:
            first = f"{OVERLEAF}{other.page}{OVERLEAF}{rest[0][0]}"
            self.rows += ((first, *rest[0][1:]), *rest[1:])
        return True


Block = Paragraph | Rows


def usual_size(pages: Iterable[Sequence[Sequence[Stretch]]]) -> float:
    """Return the size in which most letters of a document are written."""
    count: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            for one in line:
                count[round(one.size * 2) / 2] += one.letters
    return count.most_common(1)[0][0] if count else 10.0


class Joiner:
    """Lines that are put together, with what is known of the words of a whole document."""

    def __init__(self, usual: float, words: Iterable[str]) -> None:
        self.usual = usual
        self._words = frozenset(words)
        self._compound = frozenset((*table("numbers")["words"], *table("tokens")["hyphen"]["kept"]))

    def blocks(self, columns: Iterable[Column], page: int) -> list[Block]:
        """Return what stands in the columns of a page, its notes last."""
        found: list[Block] = []
        for column in columns:
            blocks = [self._block(lines, page) for lines in _apart(column)]
            if found and blocks and self._take_up(found[-1], blocks[0]):
                del blocks[0]
            found += blocks
        notes = [one for one in found if isinstance(one, Paragraph) and one.part is Part.NOTE]
        return [one for one in found if one not in notes] + list(notes)

    def _take_up(self, before: Block, behind: Block) -> bool:
        """Let a paragraph go on at the head of the next column; whether it does."""
        if not isinstance(before, Paragraph) or not isinstance(behind, Paragraph):
            return False
        if behind.text[:1].isdigit() or not is_going_on(before, behind):
            return False
        before.text = self.joined(before.text, behind.text)
        return True

    def _block(self, lines: Table | Sequence[Stretch], page: int) -> Block:
        if isinstance(lines, Table):
            return Rows(lines.rows, page)
        text = ""
        for line in lines:
            text = self.joined(text, line.text)
        size = max(line.size for line in lines)
        part = _part(lines, text, self.usual)
        if part is Part.NOTE:  # its mark as it stands in the words: "[1]"
            text = _NOTE.sub(lambda found: f"[{found[1] or found[2]}] ", text, count=1)
        return Paragraph(part, text, page, size)

    def joined(self, before: str, behind: str) -> str:
        """Return two lines as one: a word that was broken at the line's end is put together."""
        if not before:
            return behind
        if not before.endswith("-") or before.endswith((" -", "--")) or not behind:
            return f"{before} {behind}"
        begun = re.split(r"[\s(\"“‘]", before[:-1])[-1]
        rest = re.split(r"[\s,.;:!?)\"”’]", behind)[0]
        keeps = self._keeps_hyphen(begun, rest)
        return before + behind if keeps else before[:-1] + behind

    def _keeps_hyphen(self, begun: str, rest: str) -> bool:
        if not rest[:1].islower() or not begun[-1:].isalpha():
            return True
        one, compound = f"{begun}{rest}".lower(), f"{begun}-{rest}".lower()
        if one in self._words or compound in self._words:
            return one not in self._words
        return begun.lower() in self._compound


def words_of(text: str) -> Iterator[str]:
    """Yield the words of a text in lower case, compounds whole."""
    yield from (found.lower() for found in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", text))


def _part(lines: Sequence[Stretch], text: str, usual: float) -> Part:
    size = max(line.size for line in lines)
    is_short = len(text) <= _LONGEST_HEAD and len(lines) <= 4
    if has_mark(text):
        return Part.ITEM
    if is_short and size > _LARGER * usual:
        return Part.HEADING
    if is_short and len(lines) <= 2 and all(o.bold for o in lines) and not text.endswith("."):
        return Part.HEADING
    return Part.NOTE if size < _SMALLER * usual and _NOTE.match(text) else Part.WORDS


def _apart(column: Column) -> Iterator[Table | list[Stretch]]:
    """The lines of each paragraph of a column, and its tables."""
    held: list[Stretch] = []
    edge = _Edge([one for one in column if isinstance(one, Stretch)])
    for one in column:
        if held and (isinstance(one, Table) or edge.begins(held, one)):
            yield held
            held = []
        if isinstance(one, Table):
            yield one
        else:
            held.append(one)
    if held:
        yield held


class _Edge:
    """Where a column begins and ends, and how far apart its lines are."""

    def __init__(self, lines: Sequence[Stretch]) -> None:
        self._left = min((line.x0 for line in lines), default=0.0)
        self._right = max((line.x1 for line in lines), default=0.0)
        self._pitch = pitch_of(lines) if lines else 0.0

    def begins(self, held: Sequence[Stretch], line: Stretch) -> bool:
        """Return whether a line begins a paragraph behind the lines of one."""
        last = held[-1]
        if abs(line.size - last.size) > 0.1 * last.size or line.y < last.y:
            return True
        if line.bold is not last.bold and (all(o.bold for o in held) or line.bold):
            return True
        pitch = self._pitch or 1.2 * last.size
        if line.y - last.y > _APART * pitch * max(1.0, last.size / max(1.0, pitch)):
            return True
        if has_mark(line.text) or _LEADER.search(last.text):
            return True
        if leads_to_left(last.text) is not leads_to_left(line.text):
            return True
        if self._had_room(last, line):
            return True
        ended = last.text.endswith(_ENDS)
        is_item = has_mark(held[0].text)
        indented = line.x0 - min(o.x0 for o in held) > _INDENT * line.size and not is_item
        outdented = held[0].x0 - line.x0 > _INDENT * line.size and len(held) > 1
        is_short = last.x1 < self._left + _SHORT * (self._right - self._left)
        return (ended and (indented or is_short or outdented)) or (is_item and outdented and ended)

    def _had_room(self, last: Stretch, line: Stretch) -> bool:
        """Whether a line was ended though the first word of the next would have found room: that
        one begins something."""
        if line.text[:1].islower() or last.text.endswith("-"):
            return False
        share = len(line.text.split(maxsplit=1)[0]) / max(1, line.letters)
        room = self._right - last.x1 - (line.x1 - line.x0) * share
        return room > _ROOM * (self._right - self._left)


def is_going_on(before: Paragraph, behind: Paragraph) -> bool:
    """Return whether a paragraph goes on on the next page."""
    if before.part not in (Part.WORDS, Part.ITEM) or behind.part is not Part.WORDS:
        return False
    if abs(before.size - behind.size) > 0.1 * before.size:
        return False
    first = behind.text.lstrip("“\"'(")[:1]
    return not before.text.endswith(_STOPS) and (
        first.islower() or before.text.endswith((",", "-")) or first.isdigit()
    )
