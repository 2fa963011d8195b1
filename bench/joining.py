"""How long the joining of a library takes: all of it, and one report more.

Prints, for made-up libraries of several sizes, the seconds, the cost a report and what became of
the incidents:

    python bench/joining.py [--sizes 1000,10000]

Each incident is told by one to eight reports within a few days, in one of many towns; every fourth
report tells a second incident, and every tenth is printed twice. The libraries cover the longer a
time the larger they are, as real ones do.
"""

import argparse
import random
import statistics
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from extract.accounts import Account, Joiner, Telling, fingerprint
from extract.records import Toll

FIRST = date(2020, 1, 1)
TOWNS = 300
A_DAY = 5
"""Incidents that happen a day."""
SYLLABLES = ("ba", "de", "ki", "lo", "mu", "ra", "se", "ti", "vo", "zan", "kor", "mel", "tar")
KINDS = (
    ("Violence against civilians", "Attack"),
    ("Explosions/Remote violence", "Air/drone strike"),
    ("Explosions/Remote violence", "Shelling/artillery/missile attack"),
    ("Battles", "Armed clash"),
)


def library(reports: int, seed: int = 1) -> Iterator[Telling]:
    """Made-up reports, by the day of their incidents."""
    chance = random.Random(seed)
    common = [_word(chance) for _ in range(8000)]
    towns = [_word(chance).title() for _ in range(TOWNS)]
    made, number = 0, 0
    while made < reports:
        day = FIRST + timedelta(days=number // A_DAY)
        place, kind = chance.choice(towns), chance.choice(KINDS)
        number += 1
        own = [_word(chance) for _ in range(25)]
        victim = f"{_word(chance)} {_word(chance)}".title()
        for _ in range(min(chance.randint(1, 8), reports - made)):
            yield _report(chance, made, day, place, kind, own, victim, common)
            made += 1


def _report(
    chance: random.Random,
    number: int,
    day: date,
    place: str,
    kind: tuple[str, str],
    own: list[str],
    victim: str,
    common: list[str],
) -> Telling:
    key = f"r{number}"
    said = sorted({*chance.sample(own, 15), *_drawn(chance, common), place.lower()})
    killed = float(chance.randint(1, 20))
    account = Account(
        key,
        "i1",
        day + timedelta(days=chance.randint(0, 3)),
        (day, day),
        kind=kind[0],
        subkind=kind[1],
        places=(place,),
        victims=(victim,) if chance.random() < 0.5 else (),
        tolls=(Toll("killed", killed, killed, killed, "stated"),),
        words=tuple((word, chance.randint(1, 3)) for word in said),
        main=True,
    )
    text = " ".join(chance.choices(common, k=300)) if number % 10 else " ".join(own * 12)
    return Telling(key, (account,), fingerprint(text))


def _drawn(chance: random.Random, words: list[str]) -> set[str]:
    """Some 150 words, those in front the more often, as in any language."""
    return {words[int(len(words) * chance.random() ** 4)] for _ in range(200)}


def _word(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=4))


def measured(size: int, more: int = 20) -> tuple[float, float, Joiner]:
    """Seconds for a library, and for one report more with the incidents brought up to date."""
    reports = list(library(size + more))
    start = time.process_time()
    joiner = Joiner.over(reports[:size])
    joiner.incidents()
    whole = time.process_time() - start
    times = []
    for report in reports[size:]:
        start = time.process_time()
        joiner.add(report)
        joiner.incidents()
        times.append(time.process_time() - start)
    return whole, statistics.median(times), joiner


def main() -> None:
    """Print a line a size."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sizes", default="1000,10000")
    print(f"{'reports':>8} {'seconds':>8} {'ms each':>8} {'one more, ms':>13} {'incidents':>10}")
    for size in map(int, options.parse_args().sizes.split(",")):
        whole, one, joiner = measured(size)
        found = len(joiner.incidents())
        each = whole / size * 1000
        print(f"{size:>8} {whole:>8.2f} {each:>8.2f} {one * 1000:>13.1f} {found:>10}")


if __name__ == "__main__":
    main()
