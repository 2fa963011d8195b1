"""Pictures of the screen, few and of what no other test can see: colours, alignment, wrapping."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path

import pytest
from ferry import make_library, press, read_through, until
from textual.app import App
from textual.pilot import Pilot

from store.library.library import Library
from tui.app import ReaderApp
from tui.config import Config

Compare = Callable[..., bool]

EVERY_SCRIPT = """Many scripts, one margin
Arabic: قال المرصد إن ١٢ شخصا قتلوا في الميناء، ثم عاد الهدوء.
Hebrew: שָׁלוֹם אמר הדובר, ועשרה נפצעו.
Chinese: 港务局说，有十二人在火灾中丧生，二十五名船员获救，救援仍在继续，港口已经关闭。
Combining: Zażółć gęślą jaźń, e\u0301te\u0301, and emoji 👩\u200d👩\u200d👧 🇸🇾 ❤️ in a row.
Controls: \x1b[31mred\x1b[0m, a bell \x07, an override \u202egnp.exe\u202c and [b]markup[/b].
A-word-that-is-longer-than-any-line-of-the-screen-and-has-to-be-cut-somewhere-or-else-it-would-run-out"""


@pytest.fixture(autouse=True)
def still(monkeypatch: pytest.MonkeyPatch) -> None:
    """No clock, no blinking cursor, nothing that waits, and colours whatever the terminal."""
    noon = datetime(2024, 3, 6, 12)
    monkeypatch.setattr("tui.review.telling.local", lambda at: noon)
    monkeypatch.setattr("tui.screens.reader.keeping.local", lambda at: noon)
    monkeypatch.setattr("tui.screens.reader.dwelling._DWELL", 3600.0)
    monkeypatch.setattr("textual.widgets.Input.cursor_blink", False)
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "truecolor")
    monkeypatch.delenv("NO_COLOR", raising=False)


def reader(library: Library, theme: str = "dateline-dark") -> ReaderApp:
    annotations = library.open(library.article(library.named[0]))
    return ReaderApp(library, annotations, Config(theme=theme))


def after(*keys: str) -> Callable[[Pilot[int]], Awaitable[None]]:
    """What to do before the picture is taken."""

    async def do(pilot: Pilot[int]) -> None:
        await read_through(pilot)
        await press(pilot, *keys)
        await pilot.app.workers.wait_for_complete()
        notes_settle(pilot.app)
        before = ""
        while (now := pilot.app.export_screenshot()) != before:
            before = now
            await pilot.pause()

    return do


def notes_settle(app: App[int]) -> None:
    """Wait until everything is on disk, so that the key bar says so in every picture."""
    app.screen_stack[0].session.annotations.notes_file.flush()  # type: ignore[attr-defined]


DECIDED = ("3", "escape", "]", "a", "x", "space", "m")

PICTURES = {
    "events": ((100, 30), ("escape", "]", "]")),
    "figures decided": ((100, 30), DECIDED),
    "sources": ((100, 30), ("4", "escape", "]", "]", "]")),
    "names": ((120, 36), ("5", "escape", "]", "]")),
    "check": ((100, 30), ("6", "escape", "]")),
    "wide": ((200, 50), DECIDED),
    "small": ((80, 24), DECIDED),
    "narrow": ((60, 20), ()),
    "narrow lists": ((60, 20), ("3", "a")),
    "zen": ((100, 30), ("z",)),
    "search": ((100, 30), ("/", *"the")),
    "form": ((120, 40), ("3", "escape", "]", "e", "tab", "tab", "tab", "ctrl+u", "w")),
    "selecting": ((100, 30), ("v", "v", "l", "l", "l")),
    "filter": ((100, 30), ("3", "f")),
    "help": ((100, 40), ("?",)),
}


@pytest.mark.parametrize("name", PICTURES)
def test_the_screen_in_the_dark(name: str, library: Library, snap_compare: Compare) -> None:
    size, keys = PICTURES[name]
    assert snap_compare(reader(library), terminal_size=size, run_before=after(*keys))


@pytest.mark.parametrize("name", ["events", "figures decided", "form"])
def test_the_screen_in_the_light(name: str, library: Library, snap_compare: Compare) -> None:
    size, keys = PICTURES[name]
    app = reader(library, "dateline-light")
    assert snap_compare(app, terminal_size=size, run_before=after(*keys))


def test_without_colour_signs_remain(
    library: Library, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    size, keys = PICTURES["figures decided"]
    assert snap_compare(reader(library), terminal_size=size, run_before=after(*keys))


def test_with_sixteen_colours_kinds_stay_apart(
    library: Library, snap_compare: Compare, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    size, keys = PICTURES["figures decided"]
    assert snap_compare(reader(library), terminal_size=size, run_before=after(*keys))


def test_the_queue(two_articles: Library, snap_compare: Compare) -> None:
    async def do(pilot: Pilot[int]) -> None:
        await after("a", "x", "m", "o")(pilot)
        await until(pilot, "25 undecided")

    assert snap_compare(reader(two_articles), terminal_size=(100, 24), run_before=do)


def test_every_script_takes_the_cells_it_takes(tmp_path: Path, snap_compare: Compare) -> None:
    library = make_library(tmp_path, text=EVERY_SCRIPT)
    assert snap_compare(reader(library), terminal_size=(80, 36), run_before=after())
