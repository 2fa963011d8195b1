"""One table of actions: each is done somewhere, shown in the help, and can be moved."""

import pytest
from ferry import current, opened, press, screen_of, shown, told
from textual.screen import Screen

from store.items import State
from store.library import Library
from tui.actions import ACTIONS, Action
from tui.actions import shown as shown_key
from tui.config import Config
from tui.keymap import keymap
from tui.screens.adjudicating import AdjudicatingScreen
from tui.screens.choose import Choose
from tui.screens.correct.boundary import Boundary
from tui.screens.correct.form import Form
from tui.screens.help import Help
from tui.screens.prompt import Prompt
from tui.screens.queue import Queue
from tui.screens.reader.screen import ReaderScreen
from tui.screens.select import Select
from tui.screens.welcome import Welcome
from tui.widgets.article import ArticleView
from tui.widgets.itemlist import ItemList

PANES = {
    "adjudication": AdjudicatingScreen,
    "reader": ReaderScreen,
    "article": ArticleView,
    "list": ItemList,
    "help": Help,
    "prompt": Prompt,
    "choose": Choose,
    "queue": Queue,
    "select": Select,
    "form": Form,
    "boundary": Boundary,
    "welcome": Welcome,
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=str)
def test_every_action_is_done_by_its_pane(action: Action) -> None:
    assert hasattr(PANES[action.pane], f"action_{action.name.partition('(')[0]}")


@pytest.mark.parametrize("pane", PANES)
def test_no_key_has_two_meanings_in_a_pane(pane: str) -> None:
    keys = [key for action in ACTIONS.values() if action.pane == pane for key in action.keys]
    assert len(keys) == len(set(keys))


def test_the_table_as_it_is_has_no_clash() -> None:
    assert keymap({}).problems == ()


def test_a_clash_names_both_actions() -> None:
    (problem,) = keymap({"reader.accept": "x"}).problems
    assert problem == "keys: x is wanted by both reader.accept and reader.reject"


def test_an_unknown_action_is_told() -> None:
    assert keymap({"reader.fly": "f"}).problems == ("keys: there is no action 'reader.fly'",)


async def test_the_help_shows_every_action(library: Library) -> None:
    async with opened(library, size=(100, 200)) as pilot:
        await press(pilot, "?")
        text = shown(pilot)
        assert [one.id for one in ACTIONS.values() if one.tooltip not in text] == []


async def test_a_user_moves_a_key(library: Library) -> None:
    own = Config(keys={"reader.accept": "Z"})
    async with opened(library, config=own) as pilot:
        before = current(pilot)
        await press(pilot, "a", "Z")
        assert screen_of(pilot).review.annotations[before.id].state is State.ACCEPTED
        assert "Z accept" in shown(pilot)


async def test_clashes_are_told_at_the_start(library: Library) -> None:
    own = Config(keys={"reader.accept": "x"})
    async with opened(library, config=own) as pilot:
        assert told(pilot) == ["keys: x is wanted by both reader.accept and reader.reject"]


async def test_an_action_is_run_by_its_name(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, ":", *"zen", "enter")
        assert screen_of(pilot).has_class("-zen")


async def test_a_number_repeats_a_movement(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "3", "]")
        assert current(pilot).words == "12"
        await press(pilot, "1", "2", "w")
        assert current(pilot).words == "army"


@pytest.mark.parametrize(
    ("key", "written"),
    [("+", "+"), ("]", "]"), ("ctrl+d", "ctrl+d"), ("pagedown", "PgDn"), ("down", "↓"), (",", ",")],
)
def test_keys_are_written_as_on_a_keyboard(key: str, written: str) -> None:
    assert shown_key(key) == written


def test_the_parts_of_the_reader_keep_their_private_names_apart() -> None:
    owners: dict[str, list[str]] = {}
    for part in ReaderScreen.__mro__:
        if part.__module__.startswith("tui."):
            for name in {*vars(part), *vars(part).get("__annotations__", ())}:
                if name.startswith("_") and not name.startswith("__"):
                    owners.setdefault(name, []).append(part.__name__)
    shared = {name: parts for name, parts in owners.items() if len(parts) > 1}
    assert not {name for name in shared if not hasattr(Screen, name)}
