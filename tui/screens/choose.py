"""One of many, chosen by typing a part of it: filters, themes, commands, places found."""

from collections.abc import Callable, Iterable, Sequence

from textual import getters, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.actions import bindings
from tui.screens.choice import Choice
from tui.text.cells import fitted, width
from tui.text.entry import Entry, Listing
from tui.text.visible import visible
from tui.text.words import NO_WORDS, Words
from tui.widgets.itemlist import ItemList
from tui.widgets.typed import TypedLine

_DIGITS = 9
"""Choices that have a digit."""
_WIDEST = 16
"""Cells for the names of groups, at most."""


class Choose(ModalScreen[str | None]):
    """Asks for one of some choices; its id, or none where the person leaves without one."""

    CSS_PATH = "choose.tcss"
    BINDINGS = bindings("choose", first=True)

    line = getters.query_one(Input)
    list = getters.query_one(ItemList)

    def __init__(
        self,
        title: str,
        choices: Iterable[Choice],
        *,
        current: str | None = None,
        told: Callable[[str], None] | None = None,
        empty: str = "Nothing has these words.",
    ) -> None:
        """`told` is told of each choice that the person stops at."""
        super().__init__()
        self._title = title
        self._choices = tuple(choices)
        self._shown: Sequence[Choice] = self._choices
        self._current = current
        self._told = told
        self._empty = empty

    def compose(self) -> ComposeResult:
        with Vertical() as panel:
            panel.border_title = Content(visible(self._title))  # a report's words are no markup
            line = TypedLine(placeholder="type to narrow", compact=True)
            line.leaves = "123456789"
            yield line
            yield ItemList(rows=1)

    def on_mount(self) -> None:
        self.list.can_focus = False
        self._show()

    def on_input_changed(self, event: Input.Changed) -> None:
        words = event.value.casefold().split()
        self._shown = [one for one in self._choices if _has(one, words)]
        self._show()

    @on(ItemList.Moved)
    def _tell(self, event: ItemList.Moved) -> None:
        if self._told is not None and event.holds:
            self._told(self._shown[event.index].id)

    def action_down(self) -> None:
        self.list.action_down()

    def action_up(self) -> None:
        self.list.action_up()

    def action_page_down(self) -> None:
        self.list.action_page_down()

    def action_page_up(self) -> None:
        self.list.action_page_up()

    def action_number(self, number: int) -> None:
        if number <= len(self._shown):
            self.dismiss(self._shown[number - 1].id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave digits to the line once something is typed."""
        return not (action == "number" and self.line.value)

    def action_cancel(self) -> None:
        self.dismiss(None)

    @on(ItemList.Clicked)
    def action_take(self) -> None:
        index = self.list.current
        if index is not None:
            self.dismiss(self._shown[index].id)

    def _show(self) -> None:
        ids = [one.id for one in self._shown]
        index = ids.index(self._current) if self._current in ids else 0
        lead = 1 if len(ids) > 1 else 0
        listing = Listing(len(ids), self._entry, lead, empty=self._empty)
        self.list.show(listing, index if ids else None)

    def _entry(self, index: int) -> Entry:
        one = self._shown[index]
        remark = [Words("   "), Words(one.remark, "ink-muted")] if one.remark else []
        number = str(index + 1) if index < _DIGITS and not self.line.value else " "
        lead = Words(number, "ink-key", "bold") if len(self._shown) > 1 else NO_WORDS
        return Entry(Words(" "), (*self._group(index), Words(one.words), *remark), lead=lead)

    def _group(self, index: int) -> tuple[Words, ...]:
        """The group of a choice where it is the first of it, else the room of its name."""
        widest = max((width(one.group) for one in self._choices), default=0)
        widest = min(widest, _WIDEST)
        if not widest:
            return ()
        name, before = self._shown[index].group, self._shown[index - 1].group if index else ""
        told = name if name != before else ""
        return Words(fitted(told, widest), "mark-figure", "bold"), Words("  ")


def _has(choice: Choice, words: Iterable[str]) -> bool:
    text = f"{choice.group} {choice.words} {choice.remark}".casefold()
    return all(word in text for word in words)
