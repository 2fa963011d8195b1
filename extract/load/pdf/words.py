"""The words of a PDF's pages with their places, through pypdfium2 (extra `dateline[pdf]`).

Places are in points with the origin at the left and top of the page, as the words are read: text
that runs up a page, or a page that is turned, comes upright.
"""

import ctypes
import math
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from extract.load.pdf.drawn import Edge, drawn_on

MOST_LETTERS = 200_000
"""Letters of a page beyond which it is none: a page of small print has 10,000."""
_GAP = 0.22
"""Of the size of the letters: a gap between two that parts words."""
_SHIFT = 0.2
"""Of the size: a step up or down that parts words, as to a raised number."""
_HEAVY = 600
"""The weight from which a font counts as bold."""
_RIGHT_TO_LEFT = frozenset({"R", "AL"})
_LINE_END_HYPHEN = frozenset({0xFFFE, 0x02})
"""What PDFium gives for a hyphen at the end of a line."""


@dataclass(slots=True)
class Word:
    """Letters without a gap."""

    text: str
    x0: float
    x1: float
    y: float
    """Of the line that it stands on, from the top."""
    size: float
    bold: bool = False


@dataclass(slots=True)
class Page:
    """What stands on a page."""

    number: int
    """From 1, as the file counts; the number that is printed on it may be another."""
    words: list[Word]
    """Those of the direction in which most are written."""
    top: float
    bottom: float
    others: list[list[Word]] = field(default_factory=list)
    """Words of other directions, such as along the margin, by direction."""
    edges: list[Edge] = field(default_factory=list)
    """Lines that are drawn, those of boxes among them."""
    pictures: int = 0
    unknown: int = 0
    """Letters of which the file does not say what they stand for."""
    is_damaged: bool = False


@dataclass(slots=True)
class _Letter:
    sign: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool


def page_of(page: Any, number: int) -> Page:
    """Return what stands on a page of pypdfium2.

    Raises:
        ValueError: if there are more letters on it than on any page.
    """
    import pypdfium2.raw as raw

    text = page.get_textpage()
    count = text.count_chars()
    if count > MOST_LETTERS:
        raise ValueError(f"page {number} has {count:,} letters")
    letters, unknown = _letters(raw, text.raw, count)
    flows = sorted(letters.items(), key=lambda pair: -len(pair[1]))
    angle = flows[0][0] if flows else 0
    top, bottom = _edges(page, angle)
    edges, pictures = drawn_on(raw, page, lambda x, y: _upright(x, y, angle))
    words = [list(_words(flow)) for _, flow in flows]
    first, *others = words or [[]]
    return Page(number, first, top, bottom, others, edges, pictures, unknown)


def _edges(page: Any, angle: int) -> tuple[float, float]:
    """Where a page begins and ends as its words are read."""
    left, bottom, right, top = page.get_bbox()
    corners = ((left, bottom), (left, top), (right, bottom), (right, top))
    downs = [_upright(x, y, angle)[1] for x, y in corners]
    return min(downs), max(downs)


def _upright(x: float, y: float, angle: int) -> tuple[float, float]:
    """A place of the page turned so that words of an angle (degrees) run from left to right."""
    if angle == 0:
        return x, -y
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return x * cos + y * sin, x * sin - y * cos


def _letters(raw: Any, page: Any, count: int) -> tuple[dict[int, list[_Letter | None]], int]:
    """The letters by the angle they are written at, None where words end, and how many have no
    meaning."""
    found: dict[int, list[_Letter | None]] = defaultdict(list)
    reader = _Reader(raw, page)
    unknown = angle = 0
    for index in range(count):
        code = raw.FPDFText_GetUnicode(page, index)
        sign = "-" if code in _LINE_END_HYPHEN else chr(code)
        if code == 0 or sign.isspace() or not (sign.isprintable() or sign == "\xad"):
            unknown += code == 0
            found[angle].append(None)
            continue
        letter = reader.letter(index, sign)
        angle = reader.angle
        unknown += reader.is_unknown or sign == "\ufffd"
        found[angle].append(letter)
    return {angle: letters for angle, letters in found.items() if any(letters)}, unknown


class _Reader:
    """Asks PDFium for one letter after the other, and for a run of them what is the same of all."""

    def __init__(self, raw: Any, page: Any) -> None:
        self._raw, self._page = raw, page
        self._box, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._name = ctypes.create_string_buffer(128)
        self._flags = ctypes.c_int()
        self._run: tuple[float, float] = (0.0, 0.0)
        self._line = self._size = 0.0
        self._bold = False
        self.angle = 0
        """Of the last letter, in degrees."""
        self.is_unknown = False
        """Whether the file does not say what the last letter stands for."""

    def letter(self, index: int, sign: str) -> _Letter:
        """Return a letter."""
        box = self._box
        self._raw.FPDFText_GetLooseCharBox(self._page, index, box)
        run = (box.left, box.right) if self.angle in (90, 270) else (box.bottom, box.top)
        if run != self._run or self.angle % 90:
            self._begin(index)
            run = (box.left, box.right) if self.angle in (90, 270) else (box.bottom, box.top)
            self._run = run
        if self.angle == 0:
            return _Letter(sign, box.left, box.right, self._line, self._size, self._bold)
        one = _upright(box.left, box.bottom, self.angle)[0]
        other = _upright(box.right, box.top, self.angle)[0]
        ends = sorted((one, other))
        return _Letter(sign, ends[0], ends[1], self._line, self._size, self._bold)

    def _begin(self, index: int) -> None:
        """Look at the first letter of a run: angle, line, size and weight."""
        raw, page, matrix = self._raw, self._page, self._matrix
        raw.FPDFText_GetMatrix(page, index, matrix)
        raw.FPDFText_GetCharOrigin(page, index, self._x, self._y)
        turned = matrix.b or matrix.a < 0
        self.angle = round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360 if turned else 0
        self._line = _upright(self._x.value, self._y.value, self.angle)[1]
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        self._size = raw.FPDFText_GetFontSize(page, index) * scale
        self.is_unknown = raw.FPDFText_HasUnicodeMapError(page, index) == 1
        self._bold = raw.FPDFText_GetFontWeight(page, index) >= _HEAVY or self._named_bold(index)

    def _named_bold(self, index: int) -> bool:
        """Whether the font is called so; of the standard fonts no weight is stated."""
        name, size = self._name, len(self._name)
        self._raw.FPDFText_GetFontInfo(self._page, index, name, size, self._flags)
        return b"bold" in name.value.lower()


def _words(letters: list[_Letter | None]) -> Iterator[Word]:
    held: list[_Letter] = []
    for letter in letters:
        if held and (letter is None or _parted(held[-1], letter)):
            yield _word(held)
            held = []
        if letter is not None:
            held.append(letter)
    if held:
        yield _word(held)


def _parted(one: _Letter, other: _Letter) -> bool:
    size = max(one.size, other.size)
    if abs(one.y - other.y) > _SHIFT * size or abs(one.size - other.size) > _SHIFT * size:
        return True
    gap = max(one.x0, other.x0) - min(one.x1, other.x1)
    return gap > _GAP * size


def _word(letters: list[_Letter]) -> Word:
    if is_right_to_left("".join(one.sign for one in letters)):
        letters.reverse()  # of letters that are written as one sign, PDFium gives the last first
        letters.sort(key=lambda one: -(one.x0 + one.x1))
    text = "".join(one.sign for one in letters)
    first = letters[0]
    x0, x1 = min(one.x0 for one in letters), max(one.x1 for one in letters)
    return Word(_plain(text), x0, x1, first.y, first.size, first.bold)


def _plain(text: str) -> str:
    """Letters for the ligatures and joined forms that fonts have signs of their own for."""
    if text.isascii():
        return text
    return "".join(
        unicodedata.normalize("NFKC", sign)
        if "\ufb00" <= sign <= "\ufeff" or sign == "\xad"
        else sign
        for sign in text
    ).replace("\xad", "-")


def is_right_to_left(words: str) -> bool:
    """Return whether words are written from right to left."""
    return not words.isascii() and any(
        unicodedata.bidirectional(sign) in _RIGHT_TO_LEFT for sign in words
    )


def leads_to_left(words: str) -> bool:
    """Return whether most letters of a line are written from right to left."""
    if words.isascii():
        return False
    kinds = [unicodedata.bidirectional(sign) for sign in words]
    return sum(kind in _RIGHT_TO_LEFT for kind in kinds) > kinds.count("L")
