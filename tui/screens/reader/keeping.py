"""Telling whether what was decided is on disk."""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

from textual import on
from textual.message import Message

from store.annotations import Ids
from store.writer import Saving
from tui.review.telling import local
from tui.screens.reader.base import ReaderBase
from tui.widgets.words import NO_WORDS, Words

_GIVEN = 0.02
"""Seconds that the screen gives a save before it shows a decision: most are through by then, and
"saving …" does not flicker up for one frame. Nothing else waits meanwhile."""
_TAKE_OVER_EVERY = 3.0
"""Seconds between two looks whether the program that has the notes open has ended."""

_JOINED = (
    "Another program changed these notes; what both decided is kept. "
    "Leave the report and come back to see it."
)


class Keeping(ReaderBase):
    """What the key bar says of saving."""

    _through: asyncio.Event
    """Set after each attempt to save."""

    _joined = 0
    """How often the person was told that the notes were changed elsewhere."""

    @dataclass
    class Saved(Message):
        """The notes of an article were put on disk, or could not be."""

        saving: Saving

    def watch_saving(self) -> None:
        """Follow the present article's notes on their way to the disk."""
        notes_file = self.review.annotations.notes_file
        self._joined = notes_file.saving.joined
        loop, self._through = asyncio.get_running_loop(), asyncio.Event()
        notes_file.watch(lambda saving: self._hear(saving, loop))
        for message in notes_file.messages:
            self.notify(message, severity="warning", markup=False, timeout=10)
        if notes_file.read_only:
            why = f"{notes_file.read_only}; nothing can be changed here meanwhile"
            self.notify(why, title="Read only", severity="warning", markup=False, timeout=10)
            self.set_timer(_TAKE_OVER_EVERY, self._take_over)
        self.show_saving(notes_file.saving)

    def show_saving(self, saving: Saving) -> None:
        """Show how far the notes are on their way."""
        self.keys.show_status(self._status(saving))

    def show_waiting(self, number: int) -> None:
        """Say how many keys wait for the machine; once none does, how saving stands."""
        if number:
            super().show_waiting(number)
        else:
            self.show_saving(self.review.annotations.notes_file.saving)

    def changed(self, ids: Ids) -> None:
        """Show what a change has touched, and that it is on its way to the disk."""
        super().changed(ids)
        self.call_later(self._tell_saving)  # the disk is at work while the key does the rest

    async def _tell_saving(self) -> None:
        notes_file = self.review.annotations.notes_file
        with suppress(TimeoutError):
            async with asyncio.timeout(_GIVEN):
                while not notes_file.saving.done:
                    self._through.clear()
                    await self._through.wait()
        self.show_saving(notes_file.saving)
        await asyncio.sleep(0)  # the key bar's turn to say that it has changed: one frame for all

    def _hear(self, saving: Saving, loop: asyncio.AbstractEventLoop) -> None:
        """In the thread that saves, which may outlive the screen."""
        if self.is_running:
            loop.call_soon_threadsafe(self._through.set)
            self.post_message(self.Saved(saving))

    @on(Saved)
    def _show_saved(self, event: Saved) -> None:
        if event.saving.trouble is not None:
            self.notify(str(event.saving.trouble), severity="error", markup=False, timeout=10)
        if event.saving.joined > self._joined:
            self._joined = event.saving.joined
            self.notify(_JOINED, severity="warning", markup=False, timeout=10)
        self.show_saving(event.saving)

    def _status(self, saving: Saving) -> Words:
        if self.review.annotations.notes_file.read_only:
            return Words("read only", "sign-alert", "bold")
        if saving.trouble is not None:
            return Words("NOT SAVED", "sign-rejected", "bold")
        if not saving.done:
            return Words("saving …", "ink-muted")
        if saving.at is not None:
            return Words(f"saved {local(saving.at):%H:%M}", "ink-muted")
        return NO_WORDS

    def _take_over(self) -> None:
        """Become the one who writes, once the other program has ended."""
        notes = self.review.annotations
        if not notes.notes_file.read_only:
            return
        with self.telling():
            if not notes.take_over():
                self.set_timer(_TAKE_OVER_EVERY, self._take_over)
                return
        self.review.gather()
        self.show_all()
        self.watch_saving()
        self.tell("The other program has ended: decisions are kept again.")
