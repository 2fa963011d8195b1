"""Reports that carry the same text: one origin, however many print it.

A text's runs of words are hashed and winnowed (Schleimer, Wilkerson and Aiken 2003): of each window
of hashes the least is kept, so that a run of words long enough that two texts share leaves an equal
hash in both. A near-copy shares most of the shorter text: other headings and cut endings change
little.
"""

import re
from binascii import crc32
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain

_RUN = 5
"""Words hashed together."""
_WINDOW = 6
"""Hashes of which one is kept: whatever shares a run of ten words is found."""
_SHARED = 0.5
"""Share of the shorter text's hashes that the longer one has."""
_FEWEST = 8
"""Hashes below which a text is too short to tell: some eighty words."""
_WORD = re.compile(r"\w+")


def fingerprint(text: str) -> tuple[int, ...]:
    """Return the winnowed hashes of a text, in order and each once."""
    words = _WORD.findall(text.casefold())
    runs = [
        crc32(" ".join(words[place : place + _RUN]).encode("utf-8", "replace"))
        for place in range(len(words) - _RUN + 1)
    ]
    windows = range(max(len(runs) - _WINDOW + 1, min(len(runs), 1)))
    return tuple(sorted({min(runs[place : place + _WINDOW]) for place in windows}))


def are_near_copies(shared: int, one: int, other: int) -> bool:
    """Return whether two texts carry the same, by how many hashes they share and have."""
    shorter = min(one, other)
    return shorter >= _FEWEST and shared >= _SHARED * shorter


class Origins:
    """Which reports of a library are near-copies; kept up to date report by report."""

    def __init__(self, boilerplate: frozenset[int] = frozenset()) -> None:
        self._boilerplate = boilerplate
        self._prints: dict[str, list[int]] = {}
        self._with: dict[int, tuple[str, ...]] = {}
        """The reports that have a hash: most often one alone."""
        self._copies: dict[str, set[str]] = {}

    def add(self, report: str, hashes: Sequence[int]) -> None:
        """Take a report in."""
        own = [one for one in hashes if one not in self._boilerplate]
        shared = Counter(chain.from_iterable(self._with.get(one, ()) for one in own))
        copies = {
            other
            for other, many in shared.items()
            if are_near_copies(many, len(own), len(self._prints[other]))
        }
        self._prints[report] = own
        self._copies[report] = copies
        for one in own:
            self._with[one] = *self._with.get(one, ()), report
        for other in copies:
            self._copies[other].add(report)

    def remove(self, report: str) -> None:
        """Take a report out."""
        for one in self._prints.pop(report):
            left = tuple(held for held in self._with.pop(one) if held != report)
            if left:
                self._with[one] = left
        for other in self._copies.pop(report):
            self._copies[other].discard(report)

    def copies_of(self, report: str) -> frozenset[str]:
        """Return the reports that carry the same text as one, it included."""
        found, left = {report}, [report]
        while left:
            near = self._copies.get(left.pop(), set()) - found
            found |= near
            left.extend(near)
        return frozenset(found)

    def among(self, reports: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return some reports by origin, near-copies together, in order of their keys."""
        left = set(reports)
        return tuple(
            tuple(sorted(self.copies_of(report) & left)) for report in _firsts(self, sorted(left))
        )


def _firsts(origins: Origins, reports: Iterable[str]) -> Iterable[str]:
    """The first report of each origin."""
    seen: set[str] = set()
    for report in reports:
        if report not in seen:
            seen |= origins.copies_of(report)
            yield report
