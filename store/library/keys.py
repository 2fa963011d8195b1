"""The names of articles in a library."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path

from extract.load import ENDINGS, key_of, readable

Owner = Callable[[str, Sequence[Path]], Path | None]
"""Which of several reports the notes under a key were made on; none where that is not known."""


def keys_of(
    reports: Iterable[Path], folder: Path, owner: Owner = lambda key, reports: None
) -> dict[str, Path]:
    """Return reports by key: the path in the folder, without its ending, with slashes.

    Where several reports have a claim to a key, the one has it that the notes under it were made
    on; else the first in the order of `ENDINGS`, and the others keep their ending in the key.
    """
    ranked = sorted(reports, key=_rank)
    taken = _held(ranked, folder, owner)
    placed = set(taken.values())
    for report in ranked:
        if report not in placed:
            taken[next(key for key in _names(report, folder) if key not in taken)] = report
    return dict(sorted(taken.items(), key=lambda pair: pair[1]))


def _held(ranked: Sequence[Path], folder: Path, owner: Owner) -> dict[str, Path]:
    """The reports whose keys are settled by notes there are."""
    claims: dict[str, list[Path]] = {}
    for report in ranked:
        for key in (_full(report, folder), key_of(report, folder)):
            claims.setdefault(key, []).append(report)
    held: dict[str, Path] = {}
    for key, claimants in claims.items():
        free = [report for report in claimants if report not in held.values()]
        if len(claimants) == 1 and key == key_of(claimants[0], folder):
            continue
        found = owner(key, free) if free else None
        if found is not None:
            held[key] = found
    return held


def _names(report: Path, folder: Path) -> Iterator[str]:
    """What a report may be called, the best first, without end."""
    full = _full(report, folder)
    yield key_of(report, folder)
    yield full
    yield from (f"{full}~{number}" for number in count(2))


def _full(report: Path, folder: Path) -> str:
    return readable(report.relative_to(folder).as_posix())


def _rank(report: Path) -> tuple[int, str]:
    ending = report.suffix.lower()
    return ENDINGS.index(ending) if ending in ENDINGS else len(ENDINGS), str(report)
