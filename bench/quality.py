"""How well the reading does on the shared benchmark, as one table.

    python bench/quality.py [SET ...]

Reads the sets of ../shared/bench beside the project in two processes, scores them with the
benchmark's own scorers and prints set, row, figure, target and floor. Where there is no such
benchmark it says so. It judges nothing: the exit code is 0 either way.
"""

import importlib.util
import json
import re
import sys
import tomllib
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from extract import interchange, pipeline
from extract.load import from_row
from extract.quantities import is_person

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
CLAIMS = "claims"
_NUMBERED = frozenset({"seed", "newsquant", "meantime"})
"""Sets whose gold figures are numbers alone, without persons described."""
_PROCESSES = 2
_CHUNK = 4
_NUMBER = re.compile(r"[\d.]+(?= %)|(?<=F1)\s*[\d.]+")

Json = dict[str, Any]
Scores = dict[tuple[str, str], float]


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that the reading is held against."""

    set: str
    row: str
    """As the scorer calls it."""
    target: float
    floor: float | None = None


def main(names: list[str]) -> None:
    """Print the table for the sets named, or for all."""
    if not BENCH.is_dir():
        print(f"no benchmark in {BENCH}: passed over")
        return
    rows = [row for row in targets() if not names or row.set in names]
    scores = measured({row.set for row in rows})
    print(f"{'set':10} {'row':55} {'figure':>7} {'target':>7} {'floor':>6}")
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor:6.1f}"
        figure = scores.get((row.set, row.row))
        shown = "" if figure is None else f"{figure:7.1f}"
        print(f"{row.set:10} {row.row:55} {shown:>7} {row.target:7.1f} {floor:>6}")


def targets() -> list[Row]:
    """The rows of `targets.toml`, in order."""
    lists = tomllib.loads(Path(__file__).with_name("targets.toml").read_text(encoding="utf-8"))
    return [Row(**entry) for entry in lists["row"]]


def measured(sets: set[str]) -> Scores:
    """The figure of every row of the sets, in per cent: F1 where there is one, else accuracy."""
    gold = {name: _documents(name) for name in sorted(sets - {CLAIMS})}
    claimed = _claimed_documents() if CLAIMS in sets else []
    wanted = {row["id"]: row for rows in [*gold.values(), claimed] for row in rows}
    with ProcessPoolExecutor(_PROCESSES) as pool:
        read = {row["id"]: row for row in pool.map(predicted, wanted.values(), chunksize=_CHUNK)}
    scores: Scores = {}
    for name, rows in gold.items():
        report = _module("score").evaluate(rows, _as_marked(name, read.values()))
        scores.update({(name, row): _figure(values) for row, values in report.as_dict().items()})
    return scores | (_claim_scores(read) if claimed else {})


def predicted(row: Json) -> Json:
    """The reading of one document of a set, as its scorer takes it."""
    article = from_row(row, row["id"])
    reading = pipeline.read(article)
    line: Json = json.loads(interchange.line(article, reading))
    del line["reading"]
    line["persons"] = [[f.start, f.end] for f in reading.figures if is_person(f)]
    return line


def _as_marked(name: str, read: Iterable[Json]) -> list[Json]:
    """The readings with the figures that the gold of the set marks."""
    if name not in _NUMBERED:
        return list(read)
    return [{**row, "figures": [f for f in row["figures"] if not _person(f, row)]} for row in read]


def _person(figure: Json, row: Json) -> bool:
    return [figure["start"], figure["end"]] in row["persons"]


def _documents(name: str) -> list[Json]:
    lines = (BENCH / "dev" / f"{name}.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _claims() -> dict[str, Json]:
    """The hand-made claims, by document."""
    path = BENCH / "dev" / "claims_gold.json"
    claims: dict[str, Json] = json.loads(path.read_text(encoding="utf-8"))["docs"]
    return claims


def _claimed_documents() -> list[Json]:
    wanted = _claims()
    names = sorted(path.stem for path in (BENCH / "dev").glob("*.jsonl"))
    return [row for name in names for row in _documents(name) if row["id"] in wanted]


def _claim_scores(read: dict[str, Json]) -> Scores:
    claims = _claims()
    scorer = _module("claims_score")
    texts = scorer.read_texts(BENCH / "dev", claims)
    found = {key: read[key]["figures"] for key in claims if key in read}
    total = scorer.score(claims, texts, found)
    return {(CLAIMS, row): _shown(figure) for row, figure, _ in total.rows()}


def _figure(values: dict[str, float]) -> float:
    return 100 * values.get("f1", values.get("accuracy", 0.0))


def _shown(figure: str) -> float:
    number = _NUMBER.search(figure)
    return float(number[0]) if number else 0.0


def _module(name: str) -> ModuleType:
    """A scorer of the benchmark, which is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
        if spec is None or spec.loader is None:
            raise ImportError(name)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


if __name__ == "__main__":
    main(sys.argv[1:])
