"""The queue: all articles of a library, how far each is reviewed, and which to open next."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import Input
from textual.worker import get_current_worker

from extract.errors import DatelineError
from store.library.library import Library, Row
from tui.actions import bindings
from tui.screens.footer import footer
from tui.text.cells import fitted
from tui.text.entry import Entry, Listing
from tui.text.words import Words
from tui.widgets.bars import Headline, KeyBar
from tui.widgets.itemlist import ItemList
from tui.widgets.typed import TypedLine

_BAR_CELLS = 10
_ENTRY_ROWS = 2
_SOON = 0.4
"""Seconds after which what was measured is shown."""
Beside = Callable[[Sequence[str]], Sequence[str]]


def _by_path(row: Row) -> Any:
    """By folder, what stands in none of them first."""
    return _folder(row), row.key


def _folder(row: Row) -> str:
    return row.key.rpartition("/")[0]


_ORDERS: tuple[tuple[str, Callable[[Row], Any]], ...] = (
    ("path", _by_path),
    ("title", lambda row: row.title.casefold()),
    ("date", lambda row: (row.published is None, row.published)),
    ("undecided", lambda row: -(row.progress.left if row.progress else 1 << 30)),
)
"""What the articles can be sorted by."""


class Queue(Screen[str | None]):
    """Articles to choose from; the key of the chosen one, none where the reader goes back."""

    CSS_PATH = "queue.tcss"
    BINDINGS = bindings("queue", first=True)

    headline = getters.query_one(Headline)
    line = getters.query_one(Input)
    list = getters.query_one(ItemList)
    keys = getters.query_one(KeyBar)

    @dataclass
    class Measured(Message):
        """It is known how far an article is reviewed."""

        row: Row

    def __init__(self, library: Library, current: str, beside: Beside | None = None) -> None:
        """`beside` puts keys in an order in which reports of one incident follow one another."""
        super().__init__()
        self._orders = (*_ORDERS, ("incident", _by_path)) if beside else _ORDERS
        self._beside = beside
        self._library = library
        self._current: str | None = current
        self._all: Sequence[Row] = ()
        self._rows: Sequence[Row] = ()
        self._sections: dict[int, str] = {}
        self._order = 0
        self._measured: dict[str, Row] = {}
        self._soon: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Headline()
        with Vertical():
            yield TypedLine(placeholder="type to narrow", compact=True)
            yield ItemList()
        yield KeyBar()

    def on_mount(self) -> None:
        self.list.can_focus = False
        self._all = tuple(self._library.queue())
        self.keys.show_keys(footer(self))
        self._show()
        self._measure()

    def on_input_changed(self) -> None:
        self._show()

    @work(thread=True, exclusive=True, group="measure the library", exit_on_error=False)
    def _measure(self) -> None:
        """Find out how far the articles are that nothing is known of, while the queue is open."""
        worker = get_current_worker()
        for key in self._library.stale():
            if worker.is_cancelled:
                return
            try:
                row = self._library.measure(key)
            except DatelineError:
                continue  # told when the article is opened
            self.post_message(self.Measured(row))

    @on(Measured)
    def _take_in(self, event: Measured) -> None:
        self._measured[event.row.key] = event.row
        if self._soon is None:  # not at each of ten thousand
            self._soon = self.set_timer(_SOON, self._show_measured)

    def _show_measured(self) -> None:
        self._soon = None
        self._all = [self._measured.get(row.key, row) for row in self._all]
        self._show()

    @on(ItemList.Clicked)
    def action_open(self) -> None:
        index = self.list.current
        if index is not None:
            self.dismiss(self._rows[index].key)

    @on(ItemList.Moved)
    def _remember(self, event: ItemList.Moved) -> None:
        if event.holds:
            self._current = self._rows[event.index].key

    def action_down(self) -> None:
        self.list.action_down()

    def action_up(self) -> None:
        self.list.action_up()

    def action_page_down(self) -> None:
        self.list.action_page_down()

    def action_page_up(self) -> None:
        self.list.action_page_up()

    def action_sort(self) -> None:
        self._order = (self._order + 1) % len(self._orders)
        self._show()

    def action_back(self) -> None:
        self.dismiss(None)

    def _show(self) -> None:
        words = self.line.value.casefold().split()
        name, order = self._orders[self._order]
        found = [row for row in self._all if _has(row, words)]
        self._rows = sorted(found, key=order)
        if self._beside is not None and name == "incident":
            rows = {row.key: row for row in self._rows}
            self._rows = [rows[key] for key in self._beside([*rows])]
        keys = [row.key for row in self._rows]
        index = keys.index(self._current) if self._current in keys else 0
        self._sections = _sections(self._rows) if name == "path" else {}
        heights = [_ENTRY_ROWS + (n in self._sections) for n in range(len(keys))]
        self.list.show(
            Listing(
                len(keys),
                self._entry,
                empty="No article has these words.",
                heights=heights if self._sections else (),
            ),
            index if keys else None,
        )
        done = sum(1 for row in self._all if row.progress and not row.progress.left)
        counted = f"{len(keys)} of {len(self._all)}" if words else str(len(keys))
        title = f"{self._library.folder.name or self._library.folder}"
        self.headline.show(
            title,
            [f"{counted} article{'s' if len(self._all) != 1 else ''} · sorted by {name}"],
            f"{done} decided",
        )

    def _entry(self, index: int) -> Entry:
        return entry(self._rows[index], self._sections.get(index, ""))


def _sections(rows: Sequence[Row]) -> dict[int, str]:
    """Which of the rows, sorted by path, are the first of a folder, with what it is called and how
    many it has."""
    folders = [_folder(row) for row in rows]
    count = Counter(folders)
    firsts = (n for n, name in enumerate(folders) if name and (n == 0 or folders[n - 1] != name))
    return {n: f"{folders[n]}/ · {count[folders[n]]}" for n in firsts}


def entry(row: Row, section: str = "") -> Entry:
    """Return an article on two rows: title, then its progress and what was left on it; above them
    the section that begins with it."""
    progress = row.progress
    day = f"{row.published.day} {row.published:%b %Y}" if row.published else ""
    about = " · ".join(part for part in (row.publisher or "", day, row.key) if part)
    if progress is None:
        sign, share, left = Words("·", "ink-muted"), 0.0, "not opened yet"
    else:
        done = not progress.left
        sign = Words("✓", "sign-accepted", "bold") if done else Words("·", "ink-muted")
        share = progress.done / progress.whole if progress.whole else 1.0
        left = f"{progress.left} undecided"
    tail = [
        *_bar(share),
        Words(fitted(f"  {left}", 18), "ink-muted"),
        *_marks(row),
        Words(about, "ink-muted"),
    ]
    above = (Words(f"  {section}", "ink-key"),) if section else ()
    return Entry(sign, (Words(row.title, "foreground", "bold"),), tuple(tail), above=above)


def _bar(share: float) -> list[Words]:
    full = round(share * _BAR_CELLS)
    return [Words("━" * full, "sign-accepted"), Words("─" * (_BAR_CELLS - full), "ink-faint")]


def _marks(row: Row) -> list[Words]:
    progress = row.progress
    if progress is None:
        return []
    marks = [
        ("⚑", progress.flags),
        ("✍", progress.notes),
        ("?", progress.orphans + progress.uncertain),
    ]
    shown = [Words(f"{sign} {number}  ", "sign-alert") for sign, number in marks if number]
    return [*shown, *([Words("read  ", "sign-accepted")] if progress.read else [])]


def _has(row: Row, words: Sequence[str]) -> bool:
    text = f"{row.title} {row.key} {row.publisher or ''}".casefold()
    return all(word in text for word in words)
