"""How well the reading does on the shared benchmark, as one table.

    python bench/quality.py [SET ...]

Reads the sets of ../shared/bench beside the project in two processes, scores them with the
benchmark's own scorers and prints set, row, figure, target and floor. A target with "<=" is not to
be passed. Where there is no such benchmark it says so. The figures are for those who change the
reading: its word lists and rules were made with these texts at hand, so what it does on texts that
nobody has seen is lower. It judges nothing: the exit code is 0 either way.
"""

import json
import sys
import tomllib
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from bench import scoring
from bench.scoring import SETS, Json
from extract import accounts, interchange, pipeline
from extract.load import from_row
from extract.quantities import is_person

_PROCESSES = 2
_CHUNK = 4

Scores = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that the reading is held against."""

    set: str
    row: str
    """As the scorer calls it."""
    target: float
    floor: float | None = None
    at_most: bool = False
    """Whether less is better, as of rows for one incident: a ratio, no share."""


def main(names: list[str]) -> None:
    """Print the table for the sets named, or for all."""
    if not scoring.BENCH.is_dir():
        print(f"no benchmark in {scoring.BENCH}: passed over")
        return
    rows = [row for row in targets() if not names or row.set in names]
    scores = measured({row.set for row in rows})
    print(f"{'set':19} {'row':55} {'figure':>7} {'target':>7} {'floor':>6}")
    for row in rows:
        print(_told(row, scores.get((row.set, row.row))))


def _told(row: Row, figure: float | None) -> str:
    digits = 2 if row.at_most else 1
    shown = "" if figure is None else f"{figure:.{digits}f}"
    target = f"<= {row.target:.{digits}f}" if row.at_most else f"{row.target:.{digits}f}"
    floor = "" if row.floor is None else f"{row.floor:.1f}"
    return f"{row.set:19} {row.row:55} {shown:>7} {target:>7} {floor:>6}"


def targets() -> list[Row]:
    """The rows of `targets.toml`, in order."""
    lists = tomllib.loads(Path(__file__).with_name("targets.toml").read_text(encoding="utf-8"))
    return [Row(**entry) for entry in lists["row"]]


def measured(names: set[str]) -> Scores:
    """The figures of the sets by set and row."""
    gold = {name: SETS[name].rows() for name in sorted(names)}
    wanted = {row["id"]: row for rows in gold.values() for row in rows}
    with ProcessPoolExecutor(_PROCESSES) as pool:
        read = {row["id"]: row for row in pool.map(predicted, wanted.values(), chunksize=_CHUNK)}
    scores: Scores = {}
    for name, rows in gold.items():
        scores |= {(name, row): value for row, value in SETS[name].scores(rows, read).items()}
    return scores


def predicted(row: Json) -> Json:
    """The reading of one document of a set, as its scorer takes it."""
    article = from_row(row, row["id"])
    reading = pipeline.read(article)
    line: Json = json.loads(interchange.line(article, reading))
    del line["reading"]
    line["telling"] = accounts.line(article, reading)
    line["persons"] = [[f.start, f.end] for f in reading.figures if is_person(f)]
    return line


if __name__ == "__main__":
    main(sys.argv[1:])
