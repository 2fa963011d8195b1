"""Exports and agreement from within the reader, by name from the list of commands."""

import asyncio
from pathlib import Path

from ferry import chosen, opened, press, shown
from textual.pilot import Pilot

from store.library.library import Library


async def written(pilot: Pilot[int], out: Path) -> None:
    """Wait for the file that a command in the background writes."""
    while not out.exists():
        await asyncio.sleep(0.05)
        await pilot.pause()


async def test_a_library_is_exported_by_name(library: Library, tmp_path: Path) -> None:
    out = tmp_path / "out" / "rows.jsonl"
    out.parent.mkdir()
    async with opened(library, size=(120, 30)) as pilot:
        await chosen(pilot, "12")
        await press(pilot, "a", "ctrl+p", *"export: write", "enter", *"jsonl", "enter")
        await press(pilot, "ctrl+u", *str(out), "enter")
        await written(pilot, out)
        await press(pilot, "escape")
    assert "passengers" in out.read_text(encoding="utf-8")


async def test_with_nobody_else_there_is_no_agreement(library: Library) -> None:
    async with opened(library) as pilot:
        await press(pilot, "ctrl+p", *"agree: how", "enter")
        assert "Nobody else has notes here." in shown(pilot)
