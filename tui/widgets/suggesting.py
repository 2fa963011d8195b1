"""Completing what is typed from words that are known."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from textual.suggester import Suggester


class Paths(Suggester):
    """Completes the path of a file or folder; the right arrow takes what it offers."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """Return the path completed to the first that begins so; none where there is none."""
        folder, slash, begun = value.rpartition("/")
        where = Path(f"{folder}{slash}" or ".").expanduser()
        with suppress(OSError):
            names = sorted(one.name for one in os.scandir(where) if one.name.startswith(begun))
            shown = [name for name in names if begun or not name.startswith(".")]
            return f"{folder}{slash}{shown[0]}" if value and shown else None
        return None


class LastOfMany(Suggester):
    """Completes the last of several parts; the right arrow takes what it offers."""

    def __init__(self, known: Iterable[str], between: str = ",") -> None:
        """`between` stands between two parts; empty where there is but one."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._known = tuple(known)
        self._between = between

    async def get_suggestion(self, value: str) -> str | None:
        """Return what is typed with its last part completed."""
        return self.completed(value)

    def completed(self, value: str) -> str | None:
        """Return what is typed with its last part completed; none where no known word goes on."""
        before, comma, last = value.rpartition(self._between) if self._between else ("", "", value)
        begun = last.lstrip()
        if not begun:
            return None
        space = last[: len(last) - len(begun)]
        for word in self._known:
            if word.casefold().startswith(begun.casefold()):
                return f"{before}{comma}{space}{begun}{word[len(begun) :]}"
        return None
