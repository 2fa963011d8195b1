"""A coder who takes a report from its suggestions to the rows that are wanted, key by key.

What is pressed is what a person would press who knows which rows are to come out: accept what is
right, correct what is not in the form, reject the rest, mark what is missing in the text. Words are
typed as far as the form needs them: a beginning that it completes, then the right arrow.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bench.wanted import Wanted, fits, pairs
from extract import pipeline
from extract.records import Article, Span
from extract.vocabulary import EventType, SubType, type_of
from store.annotations import Annotations
from store.drafting import draft
from store.errors import InvalidValueError
from store.items import Fields, Item
from store.kinds import Kind, main_first
from tui.kinds import view
from tui.kinds.nameable import Nameable
from tui.review.fields import Field, OneOf
from tui.review.review import Review
from tui.review.typeddays import days_typed
from tui.widgets.suggesting import LastOfMany

FIELDS = {
    "type": "subkind",
    "side A": "side_a",
    "side B": "side_b",
    "place": "place",
    "day": "when",
    "killed": "killed_best",
    "injured": "injured_best",
    "sources": "sources",
}
"""The cells of a row, and the fields of the form that they are typed into, in its order."""

_SEARCHED = 3
"""Characters that a search takes at least."""
_OTHERS_LEFT = 3
"""Rows from which on one choice for all of them takes fewer keys than one key for each."""


@dataclass
class Session:
    """The keys for one report, and what they were for."""

    keys: list[str] = field(default_factory=list)
    spent: Counter[str] = field(default_factory=Counter)
    """Keys by what they were for: accept, reject, add, and each cell that was corrected."""
    corrected: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each cell was corrected, and whether it was empty, wrong, or to be emptied."""

    def press(self, what: str, *keys: str) -> None:
        """Press keys for something."""
        self.keys += keys
        self.spent[what] += len(keys)


class Coder:
    """Presses the keys for one report."""

    def __init__(self, notes: Annotations, wanted: Sequence[Wanted]) -> None:
        self._notes = notes
        self._review = Review(notes)
        self._known = Nameable(notes)
        self._wanted = wanted
        self.session = Session()

    def code(self) -> Session:
        """Return the keys that make the rows that are wanted of those that are suggested."""
        rows = [self._review.as_told(item) for item in main_first(self._notes.items(Kind.INCIDENT))]
        paired = pairs(self._notes.article.text, self._wanted, rows)
        self._decide(rows, paired)
        found = list(paired.values())
        for row in self._wanted:
            if not any(row is one for one in found):
                self._add(row)
        return self.session

    def _decide(self, rows: Sequence[Item], paired: Mapping[str, Wanted]) -> None:
        """Decide on the rows as they come; what is left and of no use is rejected at once."""
        last = max((n for n, row in enumerate(rows) if row.id in paired), default=-1)
        for row in rows[: last + 1]:
            if row.id not in paired:
                self.session.press("reject", "x")
            elif not self._correct(row, paired[row.id]):
                self.session.press("accept", "a")
        left = len(rows) - last - 1
        if left >= _OTHERS_LEFT:
            self.session.press("reject", "A", *"rej", "enter")
        else:
            self.session.press("reject", *["x"] * left)

    def _correct(self, row: Item, wanted: Wanted) -> bool:
        """Correct what is wrong in a row; whether anything was."""
        wrong = [name for name in FIELDS if not fits(name, wanted, row.fields)]
        if wrong:
            self.session.press("form", "e")
            self._fill(row, wanted, wrong)
            self.session.press("form", "enter", "]")
        return bool(wrong)

    def _fill(self, row: Item, wanted: Wanted, names: Sequence[str]) -> None:
        shown = view(Kind.INCIDENT)
        fields = shown.form(row, self._known) if shown.form else ()
        order = [getattr(one, "name", "") for one in fields]
        at = -1
        for name in names:
            here = order.index(FIELDS[name])
            letter = next(key for key, column in shown.letters.items() if column == order[here])
            self.session.press(name, *([letter] if at < 0 else ["tab"] * (here - at)))
            self.session.press(name, *self._typed(fields[here], name, wanted))
            self.session.corrected[name, _why(name, wanted, row.fields)] += 1
            at = here + self._bound(row, name, wanted)

    def _bound(self, row: Item, name: str, wanted: Wanted) -> int:
        """Type the bound too that a number lies beyond; how far down the form that is."""
        low, high = (row.fields.get(f"{name}_{end}") for end in ("low", "high"))
        told = wanted.cell(name).partition("/")[0] if low != high else ""
        if told and low is not None and float(told) < low:
            self.session.press(name, "shift+tab", *told)
            return -1
        if told and high is not None and float(told) > high:
            self.session.press(name, "tab", *told)
            return 1
        return 0

    def _typed(self, into: Field, name: str, wanted: Wanted) -> list[str]:
        """The fewest keys that put into a field what is wanted there."""
        if not wanted.cell(name):
            return ["backspace"]
        if name == "type":
            return list(_beginning(into, wanted.type))
        if name == "day":
            return list(_day(wanted, self._notes.article))
        offered = list(into.offers)
        cells = (
            [[*wanted.variants(name, offered)]]
            if name != "sources"
            else [[one] for one in wanted.sources]
        )
        ways = [min((_completed(into, offered, one) for one in cell), key=len) for cell in cells]
        return [key for n, way in enumerate(ways) for key in ([";"] if n else []) + way]

    def _add(self, row: Wanted) -> None:
        """Mark the words of a row that nothing tells yet, and fill in what their sentence does not
        tell."""
        start = row.spans[0][0]
        word = _found_by(self._notes.article.text, start)
        self.session.press("add", "/", *word, "enter", "v", "enter", "enter")
        words = Span(start, start + len(word))
        notes = self._notes
        told_of = draft(Kind.INCIDENT, notes.article, words, notes.items(), pipeline.read)
        drafted = Item("", Kind.INCIDENT, correction={**_EMPTY, **told_of})
        names = [name for name in FIELDS if not fits(name, row, drafted.fields)]
        told = self.session.corrected.copy()
        self._fill(drafted, row, names)
        self.session.corrected = told
        self.session.press("add", "enter")


def _why(name: str, wanted: Wanted, fields: Fields) -> str:
    """What is wrong with a cell."""
    if not wanted.cell(name):
        return "too much"
    return "wrong" if fields.get(FIELDS[name]) else "empty"


def _found_by(text: str, start: int) -> str:
    """The shortest words that a search finds at one place alone."""
    folded = text.casefold()
    lengths = range(_SEARCHED, len(text) - start)
    ways = (text[start : start + length] for length in lengths)
    return next((one for one in ways if folded.count(one.casefold()) == 1), text[start:])


_EMPTY: Fields = {"kind": "Other"}


def _completed(into: Field, offered: Sequence[str], words: str) -> list[str]:
    """The words, or the shortest beginning that is completed to them."""
    suggester = LastOfMany(offered, between=into.between)
    for length in range(1, len(words) - 1):
        if suggester.completed(words[:length]) == words:
            return [*words[:length], "right"]
    return list(words)


def _beginning(into: Field, kind: str) -> str:
    """The shortest words that a sub-type of the type is told by."""
    types = [str(one) for one in SubType if type_of(str(one)) == EventType(kind)]
    known = isinstance(into, OneOf) and into
    ways = (
        name[start:end]
        for name in types
        for start in range(len(name))
        for end in range(start + 1, len(name) + 1)
        if known and into.completed(name[start:end]) == name
    )
    return min(ways, key=len, default=kind).lower()


def _day(wanted: Wanted, article: Article) -> str:
    """The shortest way to type the days that are wanted."""
    first, last = wanted.first, wanted.last
    if first is None or last is None:
        return ""
    near, far = f"{first.day} {first:%b}".lower(), f"{last.day} {last:%b}".lower()
    ways = [near, f"{first:%Y}", f"{first:%Y-%m}", f"{near} to {far}", str(first)]
    for way in ways:
        try:
            if days_typed(way, article.published) == (first, last):
                return way
        except InvalidValueError:
            continue
    return f"{first} to {last}"
