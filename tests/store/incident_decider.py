"""A program that decides on one incident without end; `test_incident_crash` kills it.

incident_decider.py PATH    prints "ready", then "saved N" once that step of its journal is on disk
"""

import sys
from pathlib import Path

from store.history.journal import Verb
from store.incidents.incident_file import IncidentFile
from store.incidents.kept import ABOUT, About, Adopted, Anchor, How
from store.incidents.values import Column
from store.items import Quote

ANCHORS = tuple(
    Anchor(f"report{number}", f"i{number}", "0" * 64, (Quote(0, 6, "killed", "", " " * 32),))
    for number in range(40)
)


def opened(path: Path) -> IncidentFile:
    """The incident as it is on disk."""
    return IncidentFile("n000000000000", "anna", path)


def act(file: IncidentFile) -> int:
    """Make the next change, the same one at the same step; its number."""
    number = len(file.kept.steps)
    if number % 5 == 4:
        file.undo()
    elif number % 2:
        members = tuple(one.id for one in ANCHORS[: number % 40])
        about = About(members, note=f"step {number}")
        file.change(Verb.NOTE, {ABOUT: about}, ANCHORS[: number % 40])
    else:
        value = {"low": number, "best": number, "high": None}
        adopted = Adopted(Column.KILLED, How.BY_HAND, "anna", file.now(), value)
        file.change(Verb.CORRECT, {Column.KILLED: adopted})
    return number + 1


def main(path: Path) -> None:
    """Decide until killed, and tell of each step that got to the disk."""
    file = opened(path)
    file.hold()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    while True:
        number = act(file)
        if number % 3 == 0:
            file.flush()
            sys.stdout.write(f"saved {number}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
