"""One table of actions: each is done somewhere, shown in the help, and can be moved."""

import pytest
from ferry import current, kept, opened, press, screen_of, shown, states, told
from textual import events

from store.items import Kind, State
from store.library.library import Library
from tui.actions import ACTIONS, Action
from tui.actions import shown as shown_key
from tui.commands.context import Context
from tui.config import Config
from tui.keymap import keymap
from tui.screens.choose import Choose
from tui.screens.correct.boundary import Boundary
from tui.screens.correct.form import Form
from tui.screens.help import Help
from tui.screens.incidents.differences import Differences
from tui.screens.incidents.incident import IncidentScreen
from tui.screens.incidents.overview import Overview
from tui.screens.offer import Offer
from tui.screens.prompt import Prompt
from tui.screens.queue import Queue
from tui.screens.select import Select
from tui.screens.welcome import Welcome
from tui.widgets.article import ArticleView
from tui.widgets.itemlist import ItemList

PANES = {
    "article": ArticleView,
    "list": ItemList,
    "help": Help,
    "prompt": Prompt,
    "choose": Choose,
    "offer": Offer,
    "queue": Queue,
    "select": Select,
    "form": Form,
    "boundary": Boundary,
    "welcome": Welcome,
    "overview": Overview,
    "differences": Differences,
    "incident": IncidentScreen,
}


@pytest.mark.parametrize("action", ACTIONS.values(), ids=lambda action: action.id)
def test_every_action_is_a_command_or_done_by_its_pane(action: Action) -> None:
    method = f"action_{action.name.partition('(')[0]}"
    assert action.command is not None or hasattr(PANES[action.pane], method)


def test_no_command_stands_in_the_table_that_its_pane_would_do_too() -> None:
    assert {one.pane for one in ACTIONS.values() if one.command} & set(PANES) == set()


@pytest.mark.parametrize("pane", sorted({one.pane for one in ACTIONS.values()}))
def test_no_key_has_two_meanings_in_a_pane(pane: str) -> None:
    keys = [key for action in ACTIONS.values() if action.pane == pane for key in action.keys]
    assert len(keys) == len(set(keys))


def test_the_table_as_it_is_has_no_clash() -> None:
    assert keymap({}).problems == ()


def test_a_clash_names_both_actions() -> None:
    (problem,) = keymap({"reader.accept": "x"}).problems
    assert problem == "keys: x is wanted by both reader.accept and reader.reject"


def test_a_key_of_a_list_that_the_pane_in_use_takes_first_is_told() -> None:
    moved = {"adjudication.take_first": "pagedown"}
    assert keymap(moved).problems == (
        "keys: PgDn is wanted by both article.page_down and adjudication.take_first",
        "keys: PgDn is wanted by both list.page_down and adjudication.take_first",
    )


def test_a_key_of_a_list_may_be_one_of_the_readers() -> None:
    assert keymap({"adjudication.take_first": "a"}).problems == ()


def test_an_unknown_action_is_told() -> None:
    assert keymap({"reader.fly": "f"}).problems == ("keys: there is no action 'reader.fly'",)


async def test_the_help_shows_every_action(library: Library) -> None:
    async with opened(library, size=(100, 330)) as pilot:
        await press(pilot, "?")
        text = shown(pilot)
        keyed = (one for one in ACTIONS.values() if one.keys)  # others are in the palette alone
        rows = (one for one in keyed if not one.id.endswith(")"))  # these are one row
        assert [one.id for one in rows if one.tooltip not in text] == []
        assert "1–9" in text


async def test_the_help_is_searched_by_typing(library: Library) -> None:
    async with opened(library, size=(130, 40)) as pilot:
        await press(pilot, "?", *"undo")
        assert "Take back the last change" in shown(pilot)
        assert "Accept the item" not in shown(pilot)


async def test_a_choice_is_taken_by_its_digit_while_nothing_is_typed(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "3", "f", "2")
        assert "only undecided" in shown(pilot)
        await press(pilot, "f", "a", "2")
        assert pilot.app.screen is not screen_of(pilot)


async def test_a_key_that_follows_at_once_is_that_of_the_screen_which_the_first_opens(
    library: Library,
) -> None:
    async with opened(library) as pilot:
        article = screen_of(pilot).article
        for _ in range(2):
            article._forward_event(events.Key("question_mark", "?"))
        await press(pilot)
        assert pilot.app.screen is screen_of(pilot)


async def test_a_user_moves_a_key(library: Library) -> None:
    own = Config(keys={"reader.accept": "Z"})
    async with opened(library, config=own) as pilot:
        before = current(pilot)
        await press(pilot, "a", "Z")
        assert screen_of(pilot).session.review.annotations[before.id].state is State.ACCEPTED
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


async def test_a_list_has_keys_of_its_own_while_it_is_shown(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    dismissed: list[str] = []

    def dismiss(context: Context) -> None:
        item = context.session.review.item
        dismissed.append(item.words if item else "")

    own = Action("checks.dismiss", ("x",), "dismiss", "Dismiss the check.", 1, dismiss)
    monkeypatch.setitem(ACTIONS, own.id, own)
    async with opened(library) as pilot:
        await press(pilot, "x")
        assert "x reject" in shown(pilot)
        await press(pilot, "6", "x")
        assert "x dismiss" in shown(pilot)
        assert dismissed == ["Scores"]
        await press(pilot, "2", "x")
        assert "x reject" in shown(pilot)
    assert list(states(kept(library), Kind.EVENT).values()) == [State.REJECTED, State.REJECTED]
    assert dismissed == ["Scores"]


@pytest.mark.parametrize(
    ("panes", "key", "ident"),
    [
        (("article", "reader"), "a", "reader.accept"),
        (("article", "reader"), "j", "article.down"),
        (("list", "adjudication", "reader"), "1", "adjudication.take_first"),
        (("list", "reader"), "2", "reader.events"),
        (("list", "reader"), "ctrl+alt+a", None),
    ],
)
def test_a_key_means_what_the_first_of_the_panes_has_for_it(
    panes: tuple[str, ...], key: str, ident: str | None
) -> None:
    action = keymap({}).meant(panes, key)
    assert (action.id if action else None) == ident


def test_of_two_actions_that_want_a_key_it_is_the_one_moved_there() -> None:
    action = keymap({"reader.undo": "a"}).meant(("reader",), "a")
    assert action is ACTIONS["reader.undo"]
