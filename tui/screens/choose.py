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
from tui.text.entry import Entry, Listing
from tui.text.visible import visible
from tui.text.words import Words
from tui.widgets.itemlist import ItemList
from tui.widgets.typed import TypedLine


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
            yield TypedLine(placeholder="type to narrow", compact=True)
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
        listing = Listing(len(ids), self._entry, empty=self._empty)
        self.list.show(listing, index if ids else None)

    def _entry(self, index: int) -> Entry:
        one = self._shown[index]
        remark = [Words("   "), Words(one.remark, "ink-muted")] if one.remark else []
        return Entry(Words(" "), (Words(one.words), *remark))


def _has(choice: Choice, words: Iterable[str]) -> bool:
    text = f"{choice.words} {choice.remark}".casefold()
    return all(word in text for word in words)
