"""Numbers with a label beside them: "Killed: 17", "Injured | 31", a column under "Missing"."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.quantities.quantity import Quantity
from extract.quantities.words import outcome_words
from extract.records import Span

_BARS = re.compile(r"[|\t]")
_COLUMN = re.compile(r"[^ \n]+(?: [^ \n]+)*")
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LABEL_END = re.compile(r"[^\S\n]*(?:[:=|\t]|[.…·]{2}|(?<=\s)[-–—](?=\s)|[^\S\n]{2})[^\S\n]*\(?$")
_SEGMENT = re.compile(r"[;|\t•]|,\s|\.\s(?=[A-Z])|[^\S\n]{3}")
_VALUE_END = re.compile(r"[^\S\n]*(?:[+*†‡]|\([^()\n]{0,80}\))?[^\S\n]*(?:$|[,;|.)\t•]|[^\S\n]{2})")
_LONGEST = 80
"""Characters of a label."""
_MOST_WORDS = 3
"""Words of a label without a sign behind it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a label says of its number."""

    outcome: str
    counted: Span | None
    """The noun in the label, if it names what is counted."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One line, its cells, and the row that names its columns."""

    span: Span
    cells: tuple[Span, ...]
    head: tuple[Span, ...]


class Tables:
    """The rows and labels of one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._rows = list(_rows(text))
        self._starts = [row.span.start for row in self._rows]

    def told(self, found: Quantity) -> Told | None:
        """Return what the label beside a number, or the head of its column, says of it."""
        place = bisect_right(self._starts, found.start) - 1
        if place < 0 or not self._is_value(found, self._rows[place]):
            return None
        row = self._rows[place]
        labels = [*self._column_head(row, found), self._label(row, found), *_first(row, found)]
        for label in labels:
            told = _told(self._text, label) if label is not None else None
            if told is not None:
                return told
        return None

    def _is_value(self, found: Quantity, row: _Row) -> bool:
        """Whether nothing that the number counts stands behind it but people."""
        end = found.unit.end if found.unit and found.unit.end > found.end else found.end
        people = _WORD.match(self._text, end + 1)
        if people and self._text[end] == " " and is_people(people.group()):
            end = people.end()
        return _VALUE_END.match(self._text, end, row.span.end) is not None

    def _column_head(self, row: _Row, found: Quantity) -> Iterator[Span]:
        column = bisect_right(row.cells, found.start, key=lambda cell: cell.start) - 1
        shift = len(row.cells) - len(row.head)
        if row.head and column >= 0 and 0 <= shift <= 1 and column >= shift:
            yield row.head[column - shift]

    def _label(self, row: _Row, found: Quantity) -> Span | None:
        """The words before the number, up to the sign that keeps them from it."""
        start = max(row.span.start, found.around.start - _LONGEST)
        before = self._text[start : found.around.start]
        sign = _LABEL_END.search(before)
        if sign is None:
            return self._bare_label(row, before, found)
        ends = [match.end() for match in _SEGMENT.finditer(before, 0, sign.start())]
        return Span(start + (ends[-1] if ends else 0), start + sign.start())

    def _bare_label(self, row: _Row, before: str, found: Quantity) -> Span | None:
        """ "Dead 12", where that is the whole line and says no more than an outcome."""
        words = _WORD.findall(before)
        whole = not self._text[found.end : row.span.end].strip(" .;,")
        if not whole or not 0 < len(words) <= _MOST_WORDS or before.strip()[-1:] in "([":
            return None
        known = [word.lower() in _tally() or _outcome_in(word.lower()) for word in words]
        return Span(row.span.start, found.around.start) if all(known) else None


def _first(row: _Row, found: Quantity) -> Iterator[Span]:
    if len(row.cells) > 1 and row.cells[0].end <= found.start:
        yield row.cells[0]


def _rows(text: str) -> Iterator[_Row]:
    head: tuple[Span, ...] = ()
    for line in re.finditer(r"[^\n]+", text):
        span = Span(line.start(), line.end())
        cells = _cells(text, span)
        if not line.group().strip() or set(line.group()) <= set("|-:+= "):
            continue
        named = len(cells) > 1 and not any(c.isdigit() for c in line.group())
        if named or len(cells) < 2 or abs(len(cells) - len(head)) > 1:
            head = cells if named else ()
        yield _Row(span, cells, () if named else head)


def _cells(text: str, line: Span) -> tuple[Span, ...]:
    """The cells of a line, empty ones too: between bars or tabs, else between wide spaces."""
    first, last = line.start, line.end
    if not _BARS.search(text, first, last):
        columns = (Span(*match.span()) for match in _COLUMN.finditer(text, first, last))
        return tuple(columns)
    words = text[first:last]
    outer = words.strip()
    if outer.startswith("|") and outer.endswith("|") and len(outer) > 1:
        first += words.index("|") + 1
        last = line.start + words.rindex("|")
    edges = [first - 1, *(match.start() for match in _BARS.finditer(text, first, last)), last]
    return tuple(Span(a + 1, b) for a, b in pairwise(edges))


def _told(text: str, label: Span) -> Told | None:
    words = list(_WORD.finditer(text, label.start, label.end))
    lows = [word.group().lower() for word in words]
    outcomes = [outcome for outcome in map(_outcome_in, lows) if outcome]
    if not outcomes:
        return None
    outcome = "casualties" if {"killed", "wounded"} <= set(outcomes) else outcomes[0]
    rest = [w for w, low in zip(words, lows, strict=True) if not _outcome_in(low)]
    rest = [word for word in rest if word.group().lower() not in _tally()]
    counted = next((word for word in rest if is_people(word.group())), None)
    if counted is None and len(rest) == 1:
        counted = rest[0]
    lists = outcome_words()
    of_people = counted is None or is_people(counted.group())
    outcome = (lists.of_people if of_people else lists.of_things).get(outcome, outcome)
    return Told(outcome, Span(*counted.span()) if counted else None)


def _outcome_in(low: str) -> str | None:
    lists = outcome_words()
    return lists.beside.get(low) or lists.nouns.get(low) or lists.tolls.get(low)


@cached
def _tally() -> frozenset[str]:
    return frozenset(table("numbers")["labels"]["tally"])
