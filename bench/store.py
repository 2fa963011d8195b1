"""How long the store takes: a decision, opening an article, the queue of a library.

Prints, in one run, our store beside TinyDB with its own JSONStorage on the same documents:

    python bench/store.py [--quick]
"""

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

# Run as a script, this file would stand in the way of the package that it measures.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tinydb import TinyDB

from extract.records import Article, Block, Reading, Span
from extract.vocabulary import BlockKind
from store.anchoring.quoting import quotes
from store.annotations import Annotations
from store.items import Item, Kind, State, Suggestion
from store.library.library import Library
from store.notes.notes_file import NotesFile
from store.notes.tables import document
from store.notes.writer import Writer
from store.suggestions import identity

WORDS = "Fishermen seized a dozen boats near the pier on Monday, the port said. "
ROUNDS = 40


def article(annotations: int) -> Article:
    """A report with room for that many items."""
    text = WORDS * annotations
    block = Block(BlockKind.PARAGRAPH, 0, len(text))
    return Article("report", "Report", text, (block,), f"{annotations:064d}")


def suggested(report: Article, number: int) -> list[Item]:
    """Figures with the fields that a reading gives them."""
    return [_figure(report.text, place * len(WORDS)) for place in range(number)]


def _figure(text: str, start: int) -> Item:
    found = quotes(text, [Span(start + 19, start + 24)])
    source = {"name": "the port", "start": start + 57, "end": start + 65}
    place = {"name": "the pier", "start": start + 36, "end": start + 44}
    fields = {
        "low": 12.0, "point": 12.0, "high": 12.0, "qualifier": "exact", "vague": None,
        "counted": {"name": "boats", "start": start + 25, "end": start + 30}, "unit": None,
        "outcome": "seized", "role": "plain", "part_of": None, "when": None, "place": place,
        "source": source, "event": None,
    }  # fmt: skip
    return Item(identity(Kind.FIGURE, found[0]), Kind.FIGURE, Suggestion("1", found, fields))


def decided(path: Path, number: int) -> Annotations:
    """A file of notes in which that many items are decided."""
    report = article(number)
    annotations = Annotations(report, "bench", NotesFile(path, Writer()))
    annotations.suggest(suggested(report, number))
    ids = [item.id for item in annotations.items()]
    for start in range(0, number, 10):
        annotations.decide_many(ids[start : start + 10], State.ACCEPTED)
    annotations.notes_file.flush()
    return annotations


def ms(times: list[float]) -> str:
    """Median and 95th percentile in milliseconds."""
    ordered = sorted(times)
    late = ordered[int(len(ordered) * 0.95)]
    return f"{1000 * statistics.median(ordered):8.2f} {1000 * late:8.2f}"


@contextmanager
def timed(times: list[float]) -> Iterator[None]:
    """Add how long the block takes."""
    start = time.perf_counter()
    yield
    times.append(time.perf_counter() - start)


def saves(number: int, folder: Path) -> None:
    """One decision in an article that has that many, and the same change with JSONStorage."""
    ours, whole, theirs = list[float](), list[float](), list[float]()
    annotations = decided(folder / "ours.json", number)
    ids = [item.id for item in annotations.items()]
    database = TinyDB(folder / "theirs.json")
    database.insert_multiple(document(item) for item in annotations.items())
    for turn in range(ROUNDS):
        state = (State.REJECTED, State.ACCEPTED)[turn % 2]
        with timed(whole):
            with timed(ours):
                annotations.decide(ids[0], state)
            annotations.notes_file.flush()
        with timed(theirs):
            database.update({"state": state.value}, doc_ids=[1])
    annotations.close()
    print(f"{number:8,} {ms(ours)} {ms(whole)} {ms(theirs)}")
    opening(number, folder)


def opening(number: int, folder: Path) -> None:
    """Open both files and read all."""
    ours, theirs = list[float](), list[float]()
    report = article(number)
    fresh = suggested(report, number)
    for _ in range(5):
        with timed(ours):
            annotations = Annotations(report, "bench", NotesFile(folder / "ours.json"))
            annotations.suggest(fresh)
        annotations.close()
        with timed(theirs):
            TinyDB(folder / "theirs.json").all()
    print(f"{'  open':8} {ms(ours)} {'':17} {ms(theirs)}")


def libraries(number: int, folder: Path) -> None:
    """The queue of a library of that many articles, the second time; and one decision in it."""
    for report in range(number):
        (folder / f"report-{report:05}.txt").write_text(WORDS * 3, encoding="utf-8")
    library = _library(folder)
    for _ in library.status():
        pass
    _keep_some(library)
    queue, save = list[float](), list[float]()
    for _ in range(5):
        with timed(queue):
            library = _library(folder)
            rows = list(library.queue())
    annotations = library.open(library.article(rows[0].key))
    for turn in range(ROUNDS):
        with timed(save):
            annotations.flag("article", bool(turn % 2 == 0))
            annotations.notes_file.flush()
    annotations.close()
    print(f"{number:8,} {ms(queue)} {ms(save)}")


def _library(folder: Path) -> Library:
    return Library(folder, "bench", read=lambda found: Reading("1", found.sha256))


def _keep_some(library: Library) -> None:
    """Notes on every tenth article."""
    for key in library.keys[::10]:
        annotations = library.open(library.article(key))
        annotations.mark_read()
        annotations.close()
        library.remember(annotations)
    library.close()


def in_a_folder(measure: Callable[[int, Path], None], number: int) -> None:
    """Measure in a folder that is gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        measure(number, Path(folder))


def main() -> None:
    """Print both tables."""
    parser = argparse.ArgumentParser(description="How long the store takes.")
    parser.add_argument("--quick", action="store_true", help="leave out 10,000 of each")
    most = 1_000 if parser.parse_args().quick else 10_000
    print("one decision, ms (median and 95th percentile)")
    print(f"{'in file':>8} {'until back':>17} {'until on disk':>17} {'JSONStorage':>17}")
    for number in (100, 1_000, 10_000):
        if number <= most:
            in_a_folder(saves, number)
    print("a library, ms (median and 95th percentile)")
    print(f"{'articles':>8} {'queue':>17} {'save on disk':>17}")
    for number in (10, 1_000, 10_000):
        if number <= most:
            in_a_folder(libraries, number)


if __name__ == "__main__":
    main()
