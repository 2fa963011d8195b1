"""Telling whether what was decided is on disk."""

import asyncio
from contextlib import suppress

from store.notes.notes_file import NotesFile
from store.notes.writer import Saving
from tui.commands.context import Context
from tui.review.telling import local
from tui.text.words import NO_WORDS, Words

_GIVEN = 0.02
"""Seconds that the screen gives a save before it shows a decision: most are through by then, and
"saving …" does not flicker up for one frame. Nothing else waits meanwhile."""
_TAKE_OVER_EVERY = 3.0
"""Seconds between two looks whether the program that has the notes open has ended."""

_JOINED = (
    "Another program changed these notes; what both decided is kept. "
    "Leave the report and come back to see it."
)


class Keeping:
    """What the key bar says of saving."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._through = asyncio.Event()
        """Set after each attempt to save."""
        self._joined = 0
        """How often the person was told that the notes were changed elsewhere."""

    @property
    def _file(self) -> NotesFile:
        return self._context.session.annotations.notes_file

    def begin(self) -> None:
        """Follow the present article's notes on their way to the disk."""
        notes_file, screen = self._file, self._context.screen
        self._joined = notes_file.saving.joined
        loop, self._through = asyncio.get_running_loop(), asyncio.Event()
        notes_file.watch(lambda saving: self._hear(saving, loop))
        for message in notes_file.messages:
            screen.warn(message)
        if notes_file.read_only:
            why = f"{notes_file.read_only}; nothing can be changed here meanwhile"
            screen.warn(why, title="Read only")
            screen.set_timer(_TAKE_OVER_EVERY, self._take_over)
        self._show(notes_file.saving)

    def show_waiting(self, number: int) -> None:
        """Say how many keys wait for the machine; once none does, how saving stands."""
        if not number:
            self._show(self._file.saving)
            return
        keys = "key waits" if number == 1 else f"{number} keys wait"
        words = Words(f"{keys} for the reading · esc drops", "sign-alert")
        self._context.screen.keys.show_status(words)

    def follow(self) -> None:
        """Show that a change is on its way; the disk is at work while the key does the rest."""
        self._context.screen.call_later(self._tell_saving)

    async def _tell_saving(self) -> None:
        notes_file = self._file
        with suppress(TimeoutError):
            async with asyncio.timeout(_GIVEN):
                while not notes_file.saving.done:
                    self._through.clear()
                    await self._through.wait()
        self._show(notes_file.saving)
        await asyncio.sleep(0)  # the key bar's turn to say that it has changed: one frame for all

    def _hear(self, saving: Saving, loop: asyncio.AbstractEventLoop) -> None:
        """In the thread that saves, which may outlive the screen."""
        screen = self._context.screen
        if screen.is_running:
            loop.call_soon_threadsafe(self._through.set)
            screen.call_later(self._show_saved, saving)

    def _show_saved(self, saving: Saving) -> None:
        screen = self._context.screen
        if saving.trouble is not None:
            screen.notify(str(saving.trouble), severity="error", markup=False, timeout=10)
        if saving.joined > self._joined:
            self._joined = saving.joined
            screen.warn(_JOINED)
        self._show(saving)

    def _show(self, saving: Saving) -> None:
        self._context.screen.keys.show_status(self._status(saving))

    def _status(self, saving: Saving) -> Words:
        if self._file.read_only:
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
        context = self._context
        if not self._file.read_only:
            return
        with context.telling():
            if not context.session.take_over():
                context.screen.set_timer(_TAKE_OVER_EVERY, self._take_over)
                return
        context.screen.show_all()
        self.begin()
        context.tell("The other program has ended: decisions are kept again.")
