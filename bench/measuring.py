"""Programs started and typed at in turn, so that a busy machine is as hard on one as on another."""

import contextlib
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from bench.terminal import NotShownError, Program, Terminal


@dataclass
class Measured:
    """What was measured of one program, in seconds and megabytes."""

    starts: list[float] = field(default_factory=list)
    keys: dict[str, list[float]] = field(default_factory=dict)
    peaks: list[float] = field(default_factory=list)

    @property
    def start(self) -> float:
        """Median time from the start to the text."""
        return statistics.median(self.starts)

    @property
    def peak(self) -> float:
        """Most memory held."""
        return max(self.peaks)

    def key(self, name: str) -> float:
        """Median time from a key to the settled screen."""
        return statistics.median(self.keys[name])

    def late(self, name: str) -> float:
        """95th percentile of that time."""
        ordered = sorted(self.keys[name])
        return ordered[int(len(ordered) * 0.95)]


@dataclass(frozen=True)
class Job:
    """A program with the keys to press in it, in turn, so many times each."""

    program: Program
    keys: Sequence[str] = ()
    presses: int = 0
    ready: str = ""
    """Words on the screen once the keys can be pressed."""


def measured(jobs: Sequence[Job], starts: int) -> dict[str, Measured]:
    """Start each program in turn, so often; then press the keys of all, also in turn.

    A program that does not come up is named and left out.
    """
    found = {job.program.name: Measured() for job in jobs}
    for _ in range(starts):
        for job in jobs:
            try:
                _start(job, found[job.program.name])
            except NotShownError as error:
                print(str(error).partition("\n")[0])
    _press([job for job in jobs if found[job.program.name].starts], found)
    return {name: own for name, own in found.items() if own.starts}


def _start(job: Job, own: Measured) -> None:
    with Terminal(job.program) as terminal:
        own.starts.append(terminal.wait_for(job.program.shows))


def _press(jobs: Sequence[Job], found: dict[str, Measured]) -> None:
    """A few keys in one program, then in the next, around until all are pressed."""
    with contextlib.ExitStack() as stack:
        running = [(job, stack.enter_context(Terminal(job.program))) for job in jobs]
        for job, terminal in running:
            terminal.wait_for(job.ready or job.program.shows)
            terminal.settle(0.5)
        for turn in range(max((job.presses for job in jobs), default=0)):
            for job, terminal in running:
                if turn < job.presses:
                    _each_key(job, terminal, found[job.program.name])
        for job, terminal in running:
            found[job.program.name].peaks.append(terminal.peak())


def _each_key(job: Job, terminal: Terminal, own: Measured) -> None:
    for key in job.keys:
        took = terminal.press(key)
        if took is not None:
            own.keys.setdefault(key, []).append(took)
