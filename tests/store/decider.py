"""A program that decides without end, and prints what is on disk; `test_crash` kills it.

decider.py PATH SEED COUNT    prints "ready", "saved N" (a step of the journal), "failed", "done"
"""

import hashlib
import random
import sys
import time
from pathlib import Path

from extract.records import Article, Block, Span
from extract.vocabulary import BlockKind
from store.anchoring.quoting import quotes
from store.annotations import Annotations
from store.errors import SaveError
from store.items import Item, Kind, State, Suggestion
from store.notes.notes_file import NotesFile
from store.suggestions import identity

WORDS = "Fishermen seized a dozen boats near the pier on Monday, the port said. "
TEXT = WORDS * 200
STATES = (State.UNDECIDED, State.ACCEPTED, State.REJECTED, State.SKIPPED)


def opened(path: Path | None) -> Annotations:
    """A report with 200 suggestions; without a path, in memory."""
    sha256 = hashlib.sha256(TEXT.encode()).hexdigest()
    block = Block(BlockKind.PARAGRAPH, 0, len(TEXT))
    report = Article("pier", "Pier", TEXT, (block,), sha256)
    annotations = Annotations(report, "anna", NotesFile(path))
    annotations.suggest(_figure(place * len(WORDS)) for place in range(200))
    return annotations


def act(annotations: Annotations, chance: random.Random) -> None:
    """Make one change, the same one for the same chance and state."""
    items = annotations.items()
    item = items[chance.randrange(len(items))]
    match chance.choices(("decide", "correct", "add", "delete", "undo", "redo"), _WEIGHTS)[0]:
        case "decide":
            annotations.decide(item.id, chance.choice(STATES))
        case "correct":
            annotations.correct(item.id, {"outcome": chance.choice(("seized", "sunk", "lost"))})
        case "add":
            start = chance.randrange(len(TEXT) - 20)
            annotations.add(Kind.FIGURE, [Span(start, start + 20)], {"point": 1.0})
        case "delete" if item.own:
            annotations.delete(item.id)
        case "undo":
            annotations.undo()
        case "redo":
            annotations.redo()


_WEIGHTS = (60, 15, 10, 10, 10, 5)


def _figure(start: int) -> Item:
    found = quotes(TEXT, [Span(start + 19, start + 24)])
    fields = {"point": 12.0, "qualifier": "exact", "outcome": "seized", "role": "plain"}
    return Item(identity(Kind.FIGURE, found[0]), Kind.FIGURE, Suggestion("1", found, fields))


def _tell(*words: object) -> None:
    # In one piece: print writes word by word where output is unbuffered, and may be killed between.
    sys.stdout.write(" ".join(map(str, words)) + "\n")
    sys.stdout.flush()


def main(path: Path, seed: int, count: int) -> None:
    """Decide `count` times, and tell of each state that got to the disk."""
    annotations = opened(path)
    while annotations.notes_file.read_only:
        time.sleep(0.01)
        annotations.take_over()
    _tell("ready")
    chance = random.Random(seed)
    numbers: dict[int, int] = {}
    told = 0
    for _ in range(count):
        act(annotations, chance)
        saving = annotations.notes_file.saving
        numbers[saving.handed] = len(annotations.history())
        if saving.saved > told:
            told = saving.saved
            _tell("saved", numbers[told])
        if saving.trouble:
            _tell("failed")
    try:
        annotations.close()
    except SaveError as error:
        _tell("failed", error)
    _tell("done", len(annotations.history()))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
