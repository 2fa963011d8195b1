"""An application that hands keys on one at a time, each once the one before has done its work.

Textual hands all keys that are there to the widget that has the focus at that moment. Where one
of them opens a line to write in, those typed right behind it go astray. Here they wait until a
marker, sent after the key along the same way, has come back: first past what the key itself did,
then past what that has led to.
"""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual import events, on
from textual.message import Message

from tui.toasts import ToastingApp

_LAPS = 3
"""How often the marker goes round: the key, the messages it leads to, the screens these change."""
_LONGEST_WAIT = 0.5
"""Seconds after which a marker that was lost with a closed screen is waited for no more."""

Result = TypeVar("Result")


class QueueingApp(ToastingApp[Result]):
    """Textual's application, with keys handed on one at a time."""

    @dataclass
    class Passed(Message):
        """The marker has gone by wherever the key did."""

        number: int
        lap: int

    def __init__(self) -> None:
        self._waiting_keys: deque[events.Key] = deque()
        self._key_number = 0
        self._key_under_way = False
        super().__init__()

    @property
    def at_rest(self) -> bool:
        """Whether every key has been handed on and has done its work."""
        return not self._waiting_keys and not self._key_under_way

    def wanted(self, event: events.Key) -> Iterable[events.Key]:
        """Return the keys to be handed on for one that was typed; to be overridden."""
        return (event,)

    async def hand_on_first(self, keys: Sequence[events.Key]) -> None:
        """Hand these keys on before all that have been typed since."""
        self._waiting_keys.extendleft(reversed(keys))
        if self._waiting_keys and not self._key_under_way:
            await self._hand_on()

    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, events.Key) or event.is_forwarded:
            await super().on_event(event)
            return
        self._waiting_keys.append(event)
        if not self._key_under_way:
            await self._hand_on()
        elif len(self._waiting_keys) == 1:
            self._limit_wait_for(self._key_number)

    async def _hand_on(self) -> None:
        if not self.screen_stack:  # the program is ending
            self._waiting_keys.clear()
            return
        self._key_under_way = True
        self._key_number += 1
        for key in self.wanted(self._waiting_keys.popleft()):
            await super().on_event(key)
        self._send_round(1)

    def _send_round(self, lap: int) -> None:
        if self.screen_stack:
            (self.focused or self.screen).post_message(self.Passed(self._key_number, lap))

    @on(Passed)
    async def _go_on(self, event: Passed) -> None:
        if event.number != self._key_number:
            return
        if event.lap < _LAPS:
            self._send_round(event.lap + 1)
            return
        self._key_under_way = False
        if self._waiting_keys:
            await self._hand_on()
            if self._waiting_keys:
                self._limit_wait_for(self._key_number)

    def _limit_wait_for(self, number: int) -> None:
        marker = self.Passed(number, _LAPS)
        self.set_timer(_LONGEST_WAIT, lambda: self.post_message(marker))
