"""The names of articles in a library."""

from collections.abc import Iterable
from pathlib import Path

from extract.load.library import ENDINGS


def keys_of(reports: Iterable[Path], folder: Path) -> dict[str, Path]:
    """Reports by key: the path in the folder, without its ending, with slashes.

    Where two reports differ in their ending alone, the first in the order of `ENDINGS` has that
    key and the other keeps its ending in the key.
    """
    taken: dict[str, Path] = {}
    for report in sorted(reports, key=_rank):
        plain = report.relative_to(folder).with_suffix("").as_posix()
        taken[report.relative_to(folder).as_posix() if plain in taken else plain] = report
    return dict(sorted(taken.items(), key=lambda pair: pair[1]))


def _rank(report: Path) -> tuple[int, str]:
    ending = report.suffix.lower()
    return ENDINGS.index(ending) if ending in ENDINGS else len(ENDINGS), str(report)
