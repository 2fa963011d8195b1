"""How fast reports are read: words a second in one process and in two, step by step.

python bench/reading.py [--short]
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.reports import report
from extract import pipeline
from extract.load import load
from extract.records import Reading
from extract.tagger import parse

SEED = Path(__file__).resolve().parents[1] / "seeds" / "000_82356d672ab70ae1.txt"
DATELINE = Path(sys.executable).with_name("dateline")


def steps(paths: list[Path]) -> dict[str, float]:
    """Seconds that each step took for all the reports."""
    took: dict[str, float] = defaultdict(float)
    for path in paths:
        article = load(path)
        reading = Reading(version="bench", sha256=article.sha256)
        start = time.perf_counter()
        doc = parse(article)
        took[parse.__name__] += time.perf_counter() - start
        for step in pipeline.STEPS:
            start = time.perf_counter()
            reading = step(doc, reading)
            took[step.__name__] += time.perf_counter() - start
    return took


def command(*arguments: str) -> float:
    """Seconds that `dateline` takes with these arguments, the whole process."""
    start = time.perf_counter()
    subprocess.run([str(DATELINE), *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def library_call() -> float:
    """Seconds for a fresh Python that imports `extract` and reads the seed."""
    script = (
        "import sys; from pathlib import Path; from extract import pipeline;"
        "from extract.load import load; pipeline.read(load(Path(sys.argv[1])))"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", script, str(SEED)], check=True)
    return time.perf_counter() - start


def sizes(folder: Path, lengths: tuple[int, ...]) -> None:
    """Print how long reports of growing length take, and where the time goes."""
    print(f"{'characters':>10} {'words':>8} {'seconds':>8} {'words/s':>8}  share of each step")
    for length in lengths:
        path = folder / f"report-{length}.txt"
        path.write_text(report(length), encoding="utf-8")
        words = len(path.read_text(encoding="utf-8").split())
        took = steps([path])
        whole = sum(took.values())
        shares = "  ".join(f"{name[5:] or name} {part / whole:.0%}" for name, part in took.items())
        print(f"{length:10,} {words:8,} {whole:8.2f} {words / whole:8,.0f}  {shares}", flush=True)


def corpus(folder: Path, number: int) -> None:
    """Print how long a corpus of news-length reports takes in one process and in two."""
    path = folder / "corpus.jsonl"
    rows = ({"id": str(n), "text": report(4_300, seed=n)} for n in range(number))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    arguments = ("extract", "--format", "jsonl", str(path), "--jobs")
    one, two = command(*arguments, "1"), command(*arguments, "2")
    print(f"{number} reports of 700 words: {one:.1f} s with --jobs 1, {two:.1f} s with --jobs 2:")
    print(
        f"  {one / two:.2f} x as fast (≥ 1.7); {number / one:.1f} reports a second in one process"
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description="How fast reports are read.")
    parser.add_argument("--short", action="store_true", help="shorter reports, a smaller corpus")
    short = parser.parse_args().short
    steps([SEED])  # models and word lists are loaded once
    with tempfile.TemporaryDirectory() as name:
        sizes(Path(name), (4_300, 50_000) if short else (4_300, 100_000, 1_000_000))
        corpus(Path(name), 150 if short else 400)
    fastest = min(library_call() for _ in range(5))
    print(f"import of extract and reading of the seed, whole process: {fastest:.2f} s (≤ 0.35)")


if __name__ == "__main__":
    main()
