"""A program that accepts all of the same in a library, over and over; `test_crash` kills it.

bulker.py FOLDER    prints "ready" once it is at it
"""

import sys
from pathlib import Path

from harbour import TEXT, reading

from extract.records import Article, Reading
from store.items import State
from store.library.library import Library
from store.library.library_wide import Alike, decide_library_wide, new_act

STATES = (State.ACCEPTED, State.REJECTED)


def read(found: Article) -> Reading:
    """The same reading for every copy of the report."""
    return reading() if found.text == TEXT else Reading("1", found.sha256)


def main(folder: Path) -> None:
    """Decide on all items of all reports, now so, now otherwise, until killed."""
    library = Library(folder, "anna", read=read)
    ids = {
        key: tuple(item.id for item in library.look(library.article(key)).items())
        for key in library.keys
    }
    turn = 0
    while True:
        found = [Alike(key, each) for key, each in ids.items()]
        decide_library_wide(library, found, STATES[turn % 2], new_act(len(found)))
        if turn == 0:
            sys.stdout.write("ready\n")
            sys.stdout.flush()
        turn += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]))
