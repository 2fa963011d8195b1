"""Python's search for what nothing needs any more, moved to moments in which no key is typed.

A search through all that is held stops everything: while deciding in a long report it took
10 to 40 ms at every thirtieth key.
"""

import gc
from collections.abc import Callable
from time import monotonic

_IDLE = 2.0
"""Seconds without a key after which a search disturbs nobody."""
_NEVER = 1_000_000
"""Searches of younger objects before Python searches through all of its own accord."""


def hold_off() -> None:
    """Search for nothing while a report is on its way: what is made then is needed.

    A search amid the making of all the items would hold up keys.
    """
    gc.disable()


def go_on() -> None:
    """Search again, but not through what is there now.

    The longest key at twenty thousand items took 100 ms with searches through all of them, 30
    without.
    """
    gc.freeze()
    gc.enable()


class IdleCollector:
    """Searches through everything only once no key has been typed for a while.

    What was found to be needed is set apart afterwards, so that the next search is short.
    """

    def __init__(self, later: Callable[[float, Callable[[], None]], object]) -> None:
        """`later` calls a function after so many seconds."""
        self._later = later
        self._usual = gc.get_threshold()
        self._typed_at = 0.0
        self._due = self._anew = False

    def start(self) -> None:
        """Keep Python from searching through everything between two keys."""
        self._usual = gc.get_threshold()
        gc.set_threshold(*self._usual[:2], _NEVER)

    def stop(self) -> None:
        """Let Python search as usual."""
        gc.set_threshold(*self._usual)
        gc.unfreeze()
        gc.enable()

    def typed(self) -> None:
        """A key was typed: what it leaves behind is searched for later."""
        self._typed_at = monotonic()
        if not self._due:
            self._due = True
            self._later(_IDLE, self._look)

    def renew(self) -> None:
        """Another article is there: search for what the one before has left as well."""
        self._anew = True

    def _look(self) -> None:
        idle = monotonic() - self._typed_at
        if idle < _IDLE or not gc.isenabled():  # or a report is being read
            self._later(max(_IDLE - idle, 1.0), self._look)
            return
        self._due = False
        if self._anew:
            self._anew = False
            gc.unfreeze()
        gc.collect()
        gc.freeze()
