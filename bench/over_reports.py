"""How fast the incidents of a large library are on the screen, beside the list of the seed report.

    python bench/over_reports.py [--reports 10000]

Makes a library of short reports, one of whose incidents is told by fifty, and takes it in with a
reading made by rule. Then presses keys in the list of all incidents and on the screen of that one,
in turn with the seed report's own list. It judges nothing: the exit code is 0.
"""

import argparse
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.measuring import Measured
from bench.subjects import Subjects
from bench.terminal import Program, Terminal
from extract.accounts import Account as Joinable
from extract.accounts import AccountKey, Telling
from extract.claims import Number
from extract.records import Span, Toll
from store.incidents.account_index import AccountIndex
from store.incidents.accounts import (
    Account,
    AccountSummary,
    Claim,
    ReportAccounts,
    ReportSummary,
)
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.values import Column, Days, Values
from store.items import Quote
from store.library.library import Library
from store.notes.paths import CACHE

_TOLD_BY = 50
"""Reports that tell of one incident, the last of the list."""
_KEYS = ("j", "k", "pagedown")
_DAY = date(2025, 3, 18)
_HEADS = ("Bel", "Cor", "Dun", "Har", "Kal", "Mar", "Nor", "Ost", "Ral", "Ser", "Tor", "Vel")
_TAILS = ("ada", "enby", "isk", "mouth", "ovar", "port", "rino", "stead", "una", "vik")


def _day_of(number: int) -> date:
    return _DAY if number < _TOLD_BY else date(2020, 1, 1) + timedelta(number % 1800)


def text_of(number: int) -> str:
    """A short report: the first fifty tell of one incident, each other of one of its own."""
    first = number < _TOLD_BY
    place = "Kesten" if first else f"{_HEADS[number % 12]}{_TAILS[number // 12 % 10]}{number}"
    day = _day_of(number)
    killed = 14 + number % 9 if first else number % 40 + 1
    return (
        f"Attack in {place}\n{day.day} {day:%B %Y}: gunmen killed {killed} traders in {place}, "
        f"the mayor said to reporter {number}."
    )


def accounts_in(key: str, number: int, text: str) -> ReportAccounts:
    """What such a report tells, as the store remembers it."""
    title, told = text.split("\n")
    place = title.removeprefix("Attack in ")
    words = told.split("killed ")[1].split()[0]
    on = _day_of(number)
    killed = float(words)
    start = text.index(words, len(title))
    values = Values(
        {Column.KILLED: Number(killed, killed, killed)}, ("gunmen",), ("traders",), place,
        Days(on.isoformat(), on.isoformat()), "Violence against civilians", "Attack",
    )  # fmt: skip
    account = AccountKey(key, "i1")
    words_at = Quote(start, start + len(words), words)
    sentence = Span(len(title) + 1, len(text))
    claims = tuple(
        Claim(account, f"Paper {number}", on + timedelta(number % 5 + 1), source, kind, "",
              values, words_at, sentence, told)
        for source, kind in (("the mayor", "official"), ("a trader", "witness"), ("", "report"))
    )  # fmt: skip
    summary = ReportSummary(
        key, f"{number:064}", title, f"Paper {number}", on, "",
        (AccountSummary("i1", values, main=True, line=told),),
    )  # fmt: skip
    shared = ("bazaar", "burned", "cattle", "stalls") if number < _TOLD_BY else ()
    told_words = tuple((word, 1) for word in sorted({place.casefold(), f"w{number}", *shared}))
    joinable = Joinable(
        key, "i1", on, (on, on), kind="Violence against civilians", subkind="Attack",
        places=(place,), side_a=("gunmen",), side_b=("traders",), words=told_words,
        tolls=(Toll("killed", killed, killed, killed, ""),), main=True,
    )  # fmt: skip
    return ReportAccounts(summary, Telling(key, (joinable,)), (Account("i1", (words_at,), claims),))


def make(folder: Path, reports: int) -> None:
    """Put the reports into a folder, and their incidents into its cache."""
    for number in range(reports):
        path = folder / f"{number // 500:03}" / f"report-{number:05}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(number), encoding="utf-8")
    library = Library(folder, "bench")
    index = AccountIndex(library.notes / CACHE, "bench")
    for number, key in enumerate(library.keys):
        index.put(library.stamps(key), library.version, accounts_in(key, number, text_of(number)))
    index.save()
    incidents = LibraryIncidents(library)
    began = time.perf_counter()
    incidents.join()
    print(f"{reports:,} reports joined: {time.perf_counter() - began:.1f} s", flush=True)
    incidents.close()
    library.close()


def pressed(terminal: Terminal, key: str, own: Measured) -> None:
    """Press a key, and note how long the screen took."""
    took = terminal.press(key)
    if took is not None:
        own.keys.setdefault(key, []).append(took)


def main() -> None:
    """Make the library, press the keys, print the medians."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=10_000)
    parser.add_argument("--presses", type=int, default=30)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder / "library", wanted.reports)
        subjects = Subjects(folder, wanted.presses)
        seed = subjects.seed()
        command = [*seed.program.command[:-1], str(folder / "library")]
        large = Program("library", command, "Attack in", "q", subjects.home)
        _compare(Terminal(seed.program), Terminal(large), wanted)


def _compare(seed: Terminal, large: Terminal, wanted: argparse.Namespace) -> None:
    found = {name: Measured() for name in ("seed's list", "list of all", "one of fifty")}
    with seed, large:
        seed.wait_for("incidents decided")
        large.wait_for("decided")
        for terminal in (seed, large):
            terminal.settle(0.5)
        seed.send("\t")
        began = large.send("I")
        large.wait_for("incidents  ", 120)
        print(f"list of all opened: {time.perf_counter() - began:.2f} s")
        large.settle(1)
        for _ in range(wanted.presses):
            for key in _KEYS:
                pressed(seed, key, found["seed's list"])
                pressed(large, key, found["list of all"])
        large.press("/")
        for key in "kesten":
            large.press(key)
        large.press("enter")
        for _ in range(wanted.presses // 3):
            opened = large.press("enter")
            found["one of fifty"].keys.setdefault("enter", []).append(opened or 0)
            for key in _KEYS:
                pressed(large, key, found["one of fifty"])
            large.press("escape")
    for name, own in found.items():
        keys = "  ".join(f"{key} {1000 * own.key(key):6.1f} ms" for key in own.keys)
        print(f"{name:14} {keys}")


if __name__ == "__main__":
    main()
