"""The sets of the benchmark and how each is scored, by scorers that lie in its own folder.

A scoring takes the documents of a set with their gold and the readings by the ids of the documents,
and returns figures by the names of their rows: per cent, or where rows are counted a ratio.
"""

import importlib.util
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from extract.accounts import Joiner, read_line
from extract.incident_rows import rows_of

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench"
VIOLENT = frozenset(
    {"Battles", "Explosions/Remote violence", "Violence against civilians", "Riots"}
)
"""Event types whose mentions are held against marked mentions of violence."""
_CODER = "B"
"""Whose rows the reading is held against, of two who wrote them."""
_NUMBER = re.compile(r"[\d.]+(?= %)|(?<=F1)\s*[\d.]+")
_ROWS = re.compile(r"P +([\d.]+) +R +([\d.]+) +F1 +([\d.]+).*; ([\d.]+) rows a gold row")
_PAIR = re.compile(r"of the pairs, (\w+) +([\d.]+) %")

Json = dict[str, Any]
Read = Mapping[str, Json]
Figures = dict[str, float]
Scoring = Callable[[Sequence[Json], Read], Figures]


@dataclass(frozen=True, slots=True)
class Set:
    """Documents of the benchmark, and what is scored on them."""

    documents: str
    """Pattern of the files that hold them, in the benchmark's folder."""
    scorings: Mapping[str, Scoring]
    """By the name of the scorer that each asks."""
    gold: str | None = None
    """File with the gold of some of the documents; without it they carry their own."""
    every: int = 1
    """Of so many documents one is read, so that the table does not take minutes."""

    def rows(self) -> list[Json]:
        """The documents; none where the benchmark lacks them or their gold."""
        files = sorted(BENCH.glob(self.documents))
        if self.gold is None:
            return [row for file in files for row in _lines(file)][:: self.every]
        if not (BENCH / self.gold).is_file():
            return []
        wanted = json.loads((BENCH / self.gold).read_text(encoding="utf-8"))["docs"]
        return [row for file in files for row in _lines(file) if row["id"] in wanted]

    def scores(self, rows: Sequence[Json], read: Read) -> Figures:
        """The figures by their rows; those whose scorer the benchmark lacks are left out."""
        figures: Figures = {}
        for scorer, scoring in self.scorings.items():
            if rows and (BENCH / f"{scorer}.py").is_file():
                figures |= scoring(rows, read)
        return figures


def items(rows: Sequence[Json], read: Read) -> Figures:
    """Names, dates, figures, sources and events: F1 where there is one, else accuracy."""
    report = _module("score").evaluate(rows, list(read.values()))
    return {row: _figure(values) for row, values in report.as_dict().items()}


def items_with_numbers(rows: Sequence[Json], read: Read) -> Figures:
    """The same where the gold's figures are numbers alone, without persons described."""
    return items(rows, {ident: _without_persons(row) for ident, row in read.items()})


def claims(_: Sequence[Json], read: Read) -> Figures:
    """Whole claims: a number with its noun, outcome, place, day and source."""
    gold = json.loads((BENCH / CLAIMS).read_text(encoding="utf-8"))["docs"]
    scorer = _module("claims_score")
    found = {key: read[key]["figures"] for key in gold if key in read}
    total = scorer.score(gold, scorer.read_texts(BENCH / "dev", gold), found)
    return {row: _shown(figure) for row, figure, _ in total.rows()}


def templates(rows: Sequence[Json], read: Read) -> Figures:
    """Incidents as rows against the templates of attacks."""
    found = [read[row["id"]] for row in rows]
    told = json.loads(_run("rows_score", rows, found, "--json"))
    pairs = told["rows (two slots agree)"]
    figures = {f"rows: {name}": 100 * pairs[name.lower()] for name in ("P", "R", "F1")}
    figures["slots, all: F1"] = 100 * told["slots, all"]["f1"]
    return figures | {"rows a gold incident": told["rows a gold incident"]}


def coded(_: Sequence[Json], read: Read) -> Figures:
    """Incidents as rows against those that a coder wrote of modern reports."""
    texts = ("--texts", str(BENCH / "dev"), "--coder", _CODER)
    told = _run("coders_score", BENCH / CODED, list(read.values()), *texts)
    figures = {f"of the pairs: {slot}": float(share) for slot, share in _PAIR.findall(told)}
    rows = _ROWS.search(told)
    names = ("rows: P", "rows: R", "rows: F1", "rows a gold row")
    return figures | (dict(zip(names, map(float, rows.groups()), strict=True)) if rows else {})


def across(rows: Sequence[Json], read: Read) -> Figures:
    """Incidents of single reports against those of a recorder: how many, and with which tolls."""
    found = [read[row["id"]] for row in rows]
    prediction: Json = {
        "incidents": [told for row in found for told in _incidents(row)],
        "events": [{"id": row["id"], "mentions": {row["id"]: _violent(row)}} for row in found],
    }
    told = json.loads(_run("xscore", rows, [prediction], "--json"))
    killed = told["killed"]
    figures = {
        "incidents per document, times the gold": told["how many"][
            "predicted per gold, per document"
        ],
        "killed: exact": _share(killed, "exact", "gold"),
        "killed, two or more: exact": _share(killed, "exact, two or more", "gold, two or more"),
    }
    precision, recall, _ = told.get("event mentions, found", (0.0, 0.0, 0.0))
    return figures | {"mentions: recall": 100 * recall, "mentions: precision": 100 * precision}


def joined(rows: Sequence[Json], read: Read) -> Figures:
    """Incidents joined over reports: which reports tell of one, and their numbers."""
    tellings = (read_line(read[row["id"]]["telling"]) for row in rows)
    told = json.loads(_run("xscore", rows, [rows_of(Joiner.over(tellings))], "--json"))
    names = {"pairs": "pairs: F1", "B-cubed": "B-cubed: F1", "CEAF-e": "CEAF-e: F1"}
    figures = {row: 100 * told[name][2] for name, row in names.items()}
    several = ("exact, several documents", "gold, several documents")
    more = ("exact, two or more", "gold, two or more")
    return figures | {
        "killed, several reports: exact": _share(told["killed"], *several),
        "injured, two or more: exact": _share(told["injured"], *more),
    }


CLAIMS = "dev/claims_gold.json"
CODED = "rows/gold.json"
SETS = {
    "seed": Set("dev/seed.jsonl", {"score": items_with_numbers}),
    "polnear": Set("dev/polnear.jsonl", {"score": items}),
    "worldwide": Set("dev/worldwide.jsonl", {"score": items}),
    "re3d": Set("dev/re3d.jsonl", {"score": items}),
    "timex": Set("dev/timex.jsonl", {"score": items}),
    "meantime": Set("dev/meantime.jsonl", {"score": items_with_numbers}),
    "newsquant": Set("dev/newsquant.jsonl", {"score": items_with_numbers}),
    "muc4": Set("dev/muc4.jsonl", {"score": items, "rows_score": templates}),
    "claims": Set("dev/*.jsonl", {"claims_score": claims}, gold=CLAIMS),
    "rows": Set("dev/*.jsonl", {"coders_score": coded}, gold=CODED),
    "cross/gva": Set("cross/gva.jsonl", {"xscore": across}, every=4),
    "cross/airwars_syria": Set("cross/airwars_syria.jsonl", {"xscore": across}),
    "joined/gva": Set("cross/gva.jsonl", {"xscore": joined}),
    "joined/airwars_syria": Set("cross/airwars_syria.jsonl", {"xscore": joined}),
    "joined/muc4x": Set("cross/muc4x.jsonl", {"xscore": joined}),
    "joined/ecb": Set("cross/ecb.jsonl", {"xscore": joined}),
}


def _incidents(row: Json) -> list[Json]:
    """The incidents of a reading as the scorer takes them, the main one first."""
    told = sorted(row["incidents"], key=lambda incident: not incident["main"])
    return [
        {
            "id": f"{row['id']} {incident['incident']}",
            "documents": [row["id"]],
            "mentions": {row["id"]: incident["mentions"]},
            "place": [place["text"] for place in incident["places"]],
            "date": incident["date"],
            "killed": _range(incident["killed"]),
            "injured": _range(incident["injured"]),
        }
        for incident in told
    ]


def _range(number: float | list[float] | None) -> Json | None:
    numbers = number if isinstance(number, list) else [number]
    known = [one for one in numbers if one is not None]
    return {"low": min(known), "high": max(known)} if known else None


def _violent(row: Json) -> list[list[int]]:
    """Where violence is mentioned; only the first mention of an event tells its kind."""
    kinds = {event["event"]: event["kind"] for event in row["events"] if "kind" in event}
    return [[e["start"], e["end"]] for e in row["events"] if kinds[e["event"]] in VIOLENT]


def _without_persons(row: Json) -> Json:
    persons = row["persons"]
    figures = [f for f in row["figures"] if [f["start"], f["end"]] not in persons]
    return {**row, "figures": figures}


def _share(counts: dict[str, int], part: str, whole: str) -> float:
    return 100 * counts.get(part, 0) / max(1, counts.get(whole, 0))


def _figure(values: dict[str, float]) -> float:
    return 100 * values.get("f1", values.get("accuracy", 0.0))


def _shown(figure: str) -> float:
    number = _NUMBER.search(figure)
    return float(number[0]) if number else 0.0


def _lines(file: Path) -> list[Json]:
    lines = file.read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()]


def _run(scorer: str, gold: Sequence[Json] | Path, found: Sequence[Json], *options: str) -> str:
    """What a scorer prints that is a program of its own."""
    with tempfile.TemporaryDirectory() as folder:
        wanted, given = Path(folder, "gold.jsonl"), Path(folder, "found.jsonl")
        if isinstance(gold, Path):
            wanted = gold
        else:
            _write(wanted, gold)
        _write(given, found)
        program = BENCH / f"{scorer}.py"
        command = [sys.executable, str(program), str(wanted), str(given), *options]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _write(file: Path, rows: Sequence[Json]) -> None:
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def _module(name: str) -> ModuleType:
    """A scorer of the benchmark that is no package."""
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(name, BENCH / f"{name}.py")
        if spec is None or spec.loader is None:
            raise ImportError(name)
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]
