"""Notes that follow their reports: renamed, moved to another folder, or begun elsewhere."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.errors import DatelineError
from extract.load import load
from extract.load.converting import Convert, convert
from store.errors import StoreError
from store.notes.locks import NotesLock
from store.notes.paths import Places
from store.notes.storage import read_tables
from store.plainfiles import make_folder, move_plain, stands

_ALIKE = 60.0
"""Least likeness (rapidfuzz's ratio, 0 to 100) at which a text counts as a version of another."""
_HALFWAY = ".moving"
"""Ending of notes on their way to a place that others are leaving."""


@dataclass(frozen=True, slots=True)
class Stray:
    """Notes whose report is not where it was."""

    annotator: str
    key: str
    path: Path
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class _Move:
    """Notes, the key of the report that has their text now, and the file they belong into."""

    stray: Stray
    key: str
    target: Path


def bring_home(places: Places, annotators: Iterable[str]) -> Iterator[str]:
    """Move notes begun when the folder could not be written into it; yield a line for each."""
    for annotator in annotators:
        for path, key in places.elsewhere(annotator):
            target = places.file(key, annotator)
            if stands(target):
                yield f"two sets of notes on {key}: those in {path} are left there"
            elif _moved([(path, target)]):
                yield f"notes on {key} that were kept in {path} are in the library now"


def owner_by_text(
    places: Places, converted: Convert = convert
) -> Callable[[str, Sequence[Path]], Path | None]:
    """Return what tells which of several reports the notes under a key were made on, by their
    text."""

    def owner(key: str, reports: Sequence[Path]) -> Path | None:
        for annotator in places.annotators():
            known = _stray(annotator, key, places.file(key, annotator))
            if known:
                return _nearest(known, reports, converted)
        return None

    return owner


def follow(
    places: Places,
    paths: Mapping[str, Path],
    changed: Iterable[str],
    converted: Convert = convert,
) -> Iterator[str]:
    """Move the notes of renamed reports to their new names, known by their text; yield a line for
    each.

    `changed` are keys of reports that are new, or whose files are not those that they were: names
    may have been swapped. Notes are moved where no other notes are; the others are named and left.
    """
    changed = tuple(changed)
    found = [*places.strays(paths), *_of_changed(places, changed)]
    strays = [stray for stray in (_stray(*one) for one in found) if stray]
    if not strays:
        return
    texts = _texts({key: paths[key] for key in changed}, converted)
    moves = _moves(places, strays, texts)
    if moves and not _moved([(move.stray.path, move.target) for move in moves]):
        yield "the notes of renamed reports cannot be moved now; they are left where they are"
    else:
        told = dict.fromkeys((move.stray.key, move.key) for move in moves)
        yield from (f"notes of {old} moved with the report to {new}" for old, new in told)
    moving = {move.stray.path for move in moves}
    for stray in strays:
        if stray.path not in moving and stray.key not in paths:
            yield _left(stray, texts)


def _moves(
    places: Places, strays: Sequence[Stray], texts: Mapping[str, tuple[str, str]]
) -> list[_Move]:
    """Where notes go; none to a place where others are that do not leave it."""
    moves: dict[Path, _Move] = {}
    for stray in strays:
        key = _target(stray, texts)
        if key is not None and (places.file(key, stray.annotator) != stray.path):
            target = places.file(key, stray.annotator)
            moves.setdefault(target, _Move(stray, key, target))
    while blocked := _blocked(moves):
        del moves[blocked]
    return list(moves.values())


def _blocked(moves: Mapping[Path, _Move]) -> Path | None:
    leaving = {move.stray.path for move in moves.values()}
    return next((one for one in moves if one not in leaving and stands(one)), None)


def _of_changed(places: Places, changed: Iterable[str]) -> Iterator[tuple[str, str, Path]]:
    for key in changed:
        for annotator in places.annotators():
            yield annotator, key, places.file(key, annotator)


def _stray(annotator: str, key: str, path: Path) -> Stray | None:
    """What notes are on; none where that cannot be read."""
    try:
        tables = read_tables(path) or {}
        sha256 = tables["dateline"]["notes"]["article"]["sha256"]
        text = tables["texts"][sha256]["text"]
    except (StoreError, KeyError, TypeError):
        return None
    if not isinstance(sha256, str) or not isinstance(text, str):
        return None
    return Stray(annotator, key, path, sha256, text)


def _texts(paths: Mapping[str, Path], converted: Convert) -> dict[str, tuple[str, str]]:
    """Digest and text of reports."""
    texts = {}
    for key, path in paths.items():
        with contextlib.suppress(DatelineError, OSError):
            article = load(path, key=key, converted=converted)
            texts[key] = (article.sha256, article.text)
    return texts


def _target(stray: Stray, texts: Mapping[str, tuple[str, str]]) -> str | None:
    """The report with the very text of the notes: their own, one of the same name, or the first."""
    same = [key for key, (sha256, _) in texts.items() if sha256 == stray.sha256]
    name = stray.key.rpartition("/")[2]
    return min(
        same, key=lambda key: (key != stray.key, key.rpartition("/")[2] != name), default=None
    )


def _left(stray: Stray, texts: Mapping[str, tuple[str, str]]) -> str:
    best = max(
        ((_likeness(stray.text, text), key) for key, (_, text) in texts.items()), default=None
    )
    line = f"notes of {stray.annotator} on {stray.key} have no report; kept in {stray.path}"
    if best and best[0] >= _ALIKE:
        return f"{line}; if it is {best[1]} now, changed, rename that file of notes to match"
    return line


def _nearest(known: Stray, reports: Sequence[Path], converted: Convert) -> Path | None:
    """The report with the notes' very text, else the one most like it."""
    ranked = []
    for report in reports:
        with contextlib.suppress(DatelineError, OSError):
            article = load(report, converted=converted)
            if article.sha256 == known.sha256:
                return report
            ranked.append((_likeness(known.text, article.text), report))
    best = max(ranked, default=None, key=lambda pair: pair[0])
    return best[1] if best and best[0] >= _ALIKE else None


def _likeness(one: str, other: str) -> float:
    from rapidfuzz import fuzz  # slow to load, and seldom needed

    lines = fuzz.ratio(one.split(), other.split())
    return float(lines)


def _moved(moves: Sequence[tuple[Path, Path]]) -> bool:
    """Move files of notes, also in a ring; whether all were, or else none."""
    leaving: set[Path] = set()
    with contextlib.ExitStack() as stack:
        try:
            for path in {one for pair in moves for one in pair}:
                make_folder(path.parent)
                lock = NotesLock(path)
                if not os.access(path.parent, os.W_OK) or not lock.take():
                    return False
                stack.callback(lock.release)
            for path, target in moves:
                if stands(target):
                    move_plain(target, _halfway(target))
                    leaving.add(target)
                move_plain(_halfway(path) if path in leaving else path, target)
        except OSError:
            return False
    return True


def _halfway(path: Path) -> Path:
    return path.with_name(path.name + _HALFWAY)
