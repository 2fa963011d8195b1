"""Leaving while nothing can be saved: nothing is lost without a word, and the lock stays."""

import errno
import json
import os
from pathlib import Path

import pytest
from ferry import chosen, kept, opened, press, shown, told

from store.items import State
from store.library.library import Library
from store.plainfiles import replace_plain


class Disk:
    """A disk that can be full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False

        def write(path: Path, data: bytes) -> None:
            if self.full and path.suffix == ".json" and "elsewhere" not in path.parts:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            replace_plain(path, data)

        monkeypatch.setattr("store.notes.storage.replace_plain", write)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


def is_free(library: Library) -> bool:
    """Whether another program could write the notes now."""
    other = Library(library.folder, "anna")
    notes = other.open(other.article("ferry"))
    free = notes.notes_file.read_only is None
    notes.close()
    other.close()
    return free


async def test_a_refused_quit_keeps_the_lock_and_says_what_is_not_saved(
    library: Library, disk: Disk
) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        disk.full = True
        await press(pilot, "a", "q")
        assert "Not on disk: 1 changed item" in shown(pilot)
        assert not is_free(library)
        disk.full = False
        await press(pilot, "escape", "q")
    assert [item.words for item in kept(library).items() if item.state is State.ACCEPTED] == ["12"]


async def test_what_is_said_again_stands_on_the_screen_once(library: Library, disk: Disk) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        disk.full = True
        await press(pilot, "a", "a", "x", "a")
        assert len([one for one in told(pilot) if "not saved" in one]) == 1
        disk.full = False


async def test_a_reader_may_leave_without_saving(library: Library, disk: Disk) -> None:
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        disk.full = True
        await press(pilot, "a", "q", *"leave", "enter")
        assert pilot.app.return_value == 1
    assert is_free(library)


async def test_a_copy_of_the_notes_is_saved_elsewhere(
    library: Library, disk: Disk, tmp_path: Path
) -> None:
    (tmp_path / "elsewhere").mkdir()
    copy = tmp_path / "elsewhere" / "notes.json"
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        disk.full = True
        await press(pilot, "a", "q", *"copy", "enter", "ctrl+u", *str(copy), "enter")
        assert "accepted" in copy.read_text()
        await press(pilot, "q", *"copy", "enter", "ctrl+u", *str(copy), "enter")
        assert any("such a file already" in one for one in told(pilot))
        await press(pilot, "q", *"leave", "enter")
    assert json.loads(copy.read_text())


async def test_a_refused_step_to_the_next_report_keeps_the_lock(
    two_articles: Library, disk: Disk
) -> None:
    async with opened(two_articles) as pilot:
        await chosen(pilot, "12")
        disk.full = True
        await press(pilot, "a", ".")
        assert not is_free(two_articles)
        disk.full = False


@pytest.mark.parametrize("key", ["e", "v", "c", "t"])
async def test_nothing_is_asked_for_that_could_not_be_kept(library: Library, key: str) -> None:
    other = Library(library.folder, "anna")
    held = other.open(other.article("ferry"))
    async with opened(library) as pilot:
        await chosen(pilot, "12")
        await press(pilot, key)
        assert pilot.app.screen is pilot.app.screen_stack[0]
        assert "open in another program" in told(pilot)[-1]
    held.close()
    other.close()
