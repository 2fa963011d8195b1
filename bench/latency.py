"""How fast the reader is, from its terminal, beside what people would use instead.

    python bench/latency.py [--short]

Prints one table of ratios, measured in turn in one run. Peers that PyPI has are installed into a
folder that is thrown away afterwards; one that cannot be had is passed over with a line. It judges
nothing: the exit code is 0 whatever comes out.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measuring import Job, Measured, measured
from bench.reports import report
from bench.subjects import MADE_SHOWS, Subjects
from bench.terminal import NotShownError, Program, Terminal
from store.library.library import Library
from store.library.library import Row as StoredRow

_WAITS = "being read"


@dataclass(frozen=True)
class Plan:
    """How much is measured."""

    starts: int
    presses: int
    decisions: int
    middle: int
    """Characters of a report with a thousand marks and more."""
    long: int
    """Characters of the long report."""


FULL = Plan(starts=9, presses=30, decisions=400, middle=100_000, long=1_000_000)
SHORT = Plan(starts=3, presses=8, decisions=40, middle=60_000, long=200_000)


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    beside: str
    figure: float
    target: float
    unit: str = "x"
    at_least: bool = False

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        held = self.figure >= self.target if self.at_least else self.figure <= self.target
        figure = f"{self.figure:.2f} {self.unit}"
        target = f"{sign} {self.target:g} {self.unit}"
        return f"{self.what:48} {self.beside:22} {figure:>11} {target:>10} {'' if held else '  -'}"


def rows(found: dict[str, Measured]) -> Iterator[Row]:
    """The ratios of what was measured."""
    bare, seed, middle, long = (found[name] for name in ("bare", "seed", "middle", "long"))
    yield Row("start to text, seed", "bare Textual app", seed.start / bare.start, 1.6)
    yield Row("start to text, long report", "own on the seed", long.start / seed.start, 1.8)
    yield Row("key to screen, long: j", "own on the seed", long.key("j") / seed.key("j"), 1.3)
    yield Row("  p95", "own on the seed", long.late("j") / seed.late("j"), 2)
    saved = 1000 * (middle.key("a") - middle.key("]"))
    yield Row("saving, in a report of a thousand marks", "without saving", saved, 10, "ms")
    yield Row("peak memory, seed", "bare Textual app", seed.peak / bare.peak, 1.6)
    yield Row("peak memory, long", "bare Textual app", long.peak / bare.peak, 3)
    if frogmouth := found.get("frogmouth"):
        yield Row("start to text, seed", "frogmouth", seed.start / frogmouth.start, 0.6)
        for key in ("j", "]", "a"):
            ratio = seed.key(key) / frogmouth.key("down")
            yield Row(f"key to screen, seed: {key}", "frogmouth's down", ratio, 0.6)
    if slate := found.get("slate"):
        yield Row("deciding, long", "SLATE's next token", long.key("a") / slate.key("right"), 0.5)
        yield Row("  p95", "SLATE's next token", long.late("a") / slate.late("right"), 0.5)


def decisions(job: Job, number: int) -> float:
    """The longest of so many decisions with saves, in milliseconds."""
    with Terminal(job.program) as terminal:
        terminal.wait_for(job.ready)
        terminal.settle(0.5)
        return 1000 * max(terminal.press("a") or 0.0 for _ in range(number))


def typed_ahead(job: Job, folder: Path) -> float:
    """How many of five decisions typed before anything is on the screen were lost."""
    path = folder / "ahead" / "report.txt"
    path.parent.mkdir()
    path.write_text(report(4_000), encoding="utf-8")
    command = [*job.program.command[:-1], str(path)]
    with Terminal(Program("ahead", command, "", "", job.program.environment)) as terminal:
        for key in "aaxaaq":
            terminal.send(key)
        terminal.wait_for_end()
    library = Library(path, "bench")
    (row,) = library.status()
    library.close()
    assert isinstance(row, StoredRow)
    assert row.progress
    return 5.0 - row.progress.decided


def longest_wait(job: Job, folder: Path, characters: int) -> float:
    """The longest time from a key to its echo while a report is being read, in milliseconds."""
    path = folder / "unread" / "report.txt"
    path.parent.mkdir()
    path.write_text(report(characters, seed=2), encoding="utf-8")
    command = [*job.program.command[:-1], str(path)]
    waits = []
    with Terminal(Program("unread", command, MADE_SHOWS, "q", job.program.environment)) as terminal:
        terminal.wait_for(_WAITS)
        terminal.settle(0.1)
        while _WAITS in terminal.text:
            waits.append(terminal.echo("j") or 0.0)
        waits.append(terminal.echo("j") or 0.0)
    return 1000 * max(waits)


def table(plan: Plan, folder: Path) -> Iterator[Row]:
    """Measure all; the rows as they are known."""
    subjects = Subjects(folder, plan.presses)
    seed = subjects.seed()
    jobs = [subjects.bare(), seed, subjects.made("middle", plan.middle)]
    jobs.append(subjects.made("long", plan.long))
    jobs += subjects.peers(folder / "long" / "report.txt")
    yield from rows(measured(jobs, plan.starts))
    alone: dict[str, tuple[Callable[[], float], float, str]] = {
        f"longest of {plan.decisions} decisions, long": (
            lambda: decisions(jobs[3], plan.decisions),
            30,
            "ms",
        ),
        "longest echo while the long report is read": (
            lambda: longest_wait(seed, folder, plan.long),
            50,
            "ms",
        ),
        "keys lost of five typed while it starts": (lambda: typed_ahead(seed, folder), 0, ""),
    }
    for what, (measure, target, unit) in alone.items():
        try:
            yield Row(what, "", measure(), target, unit)
        except NotShownError as error:
            print(str(error).partition("\n")[0])


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="How fast the reader is.")
    parser.add_argument("--short", action="store_true", help="fewer runs, a shorter long report")
    plan = SHORT if parser.parse_args().short else FULL
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        print(f"{'what':48} {'beside':22} {'figure':>11} {'target':>10}")
        for row in table(plan, Path(folder)):
            print(row, flush=True)
    print(f"measured in {time.monotonic() - began:.0f} s; - marks what misses its target")


if __name__ == "__main__":
    main()
