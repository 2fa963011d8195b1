"""Take the handbook's pictures of the reader, from the program itself on the reports that ship.

    python docs/screenshots.py [NAME ...]

Each scene is a size, a theme and the keys pressed; what the screen then shows is written to
`docs/images/NAME.svg`. Nothing of the user's own configuration is read, and no notes are kept.
"""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

IMAGES = Path(__file__).parent / "images"
SEEDS = Path(__file__).parents[1] / "seeds"
_SEED = "000_82356d672ab70ae1.txt"
_EXAMPLE = "oshkara/wire.txt"
_DWELL = 1.0
"""Seconds after which what is on the screen counts as read; the headline says how much that is."""
_CLOCK = re.compile(r"(saved&#160;)\d\d:\d\d")
_FIRST_DECISIONS = ("3", "a", "a", "x", "a", "a")


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture: what is pressed before it is taken, and how the screen is."""

    keys: Sequence[str]
    theme: str = "dateline-dark"
    size: tuple[int, int] = (120, 34)
    report: str = _SEED
    """The one to open, below the seeds; all beside it are its library."""


SCENES = {
    "reader-dark": Scene(_FIRST_DECISIONS),
    "reader-light": Scene(_FIRST_DECISIONS, "dateline-light"),
    "incidents": Scene(("l",)),
    "events": Scene(("2",)),
    "correct": Scene((*_FIRST_DECISIONS, "e")),
    "sources": Scene(("4",)),
    "checks": Scene(("6",)),
    "help": Scene(("?",)),
    "all-incidents": Scene(("I", "j", "j", "j"), size=(120, 24), report=_EXAMPLE),
    "one-incident": Scene(("I", "j", "j", "j", "enter", "j", "j"), report=_EXAMPLE),
}
"""The pictures, by the name of their file."""


async def take(scene: Scene) -> str:
    """The screen of a scene, as SVG."""
    from store.library.library import Library
    from tui.app import ReaderApp
    from tui.config import Config

    with tempfile.TemporaryDirectory() as folder:
        reports = Path(shutil.copytree(SEEDS, Path(folder) / "seeds"))
        library = Library(reports / scene.report, "anna")
        notes = library.open(library.article(library.named[0]))
        app = ReaderApp(library, notes, Config(theme=scene.theme))
        async with app.run_test(size=scene.size) as pilot:
            await app.workers.wait_for_complete()
            await asyncio.sleep(_DWELL)
            for key in scene.keys:
                await pilot.press(key)
                await app.workers.wait_for_complete()
                await pilot.pause()
            await asyncio.sleep(_DWELL)
            while notes.unsaved() or not app.at_rest:
                await asyncio.sleep(0.01)
            await pilot.pause()
            picture = app.export_screenshot(title="dateline")
        library.close()
    return _CLOCK.sub(r"\g<1>17:04", picture)


def main(names: Sequence[str]) -> None:
    """Take the pictures named, or all."""
    IMAGES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["TEXTUAL_COLOR_SYSTEM"] = "truecolor"
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        for name in names or SCENES:
            path = IMAGES / f"{name}.svg"
            path.write_text(asyncio.run(take(SCENES[name])), encoding="utf-8")
            print(path)


if __name__ == "__main__":
    main(sys.argv[1:])
