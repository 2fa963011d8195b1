"""The treebanks and name corpora the models are made from, where they are at hand.

They are looked for in the folder that `--data` names; what they are is told in MODELS.md.
"""

import json
import lzma
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import NotRequired, TypedDict, TypeVar

_T = TypeVar("_T")
DOCUMENT = 20
"""Sentences, or texts, read together where the sources do not tell documents apart."""


class Row(TypedDict):
    """One sentence of a treebank."""

    words: list[str]
    upos: list[str]
    xpos: list[str]
    heads: list[int]
    """Index of each word's head in the sentence; a root is its own."""
    deprel: list[str]


class NameRow(TypedDict):
    """One text with its names; `unknown` are words that the source leaves unannotated."""

    source: str
    text: str
    entities: list[tuple[int, int, str]]
    unknown: NotRequired[list[tuple[int, int]]]


def sentences(folder: Path, part: str) -> list[Row]:
    """The sentences of `syntax.PART`.

    Raises:
        FileNotFoundError: if the folder has no such file.
    """
    return [json.loads(line) for line in _lines(folder / f"syntax.{part}.jsonl.xz")]


def texts(folder: Path, part: str) -> list[NameRow]:
    """The texts of `names.PART`.

    Raises:
        FileNotFoundError: if the folder has no such file.
    """
    return [json.loads(line) for line in _lines(folder / f"names.{part}.jsonl.xz")]


def documents(rows: Sequence[_T]) -> Iterator[Sequence[_T]]:
    """Runs of rows that are read as one document."""
    for start in range(0, len(rows), DOCUMENT):
        yield rows[start : start + DOCUMENT]


def name_documents(rows: Sequence[NameRow]) -> Iterator[Sequence[NameRow]]:
    """Runs of texts of one source that are read as one document."""
    for _, group in groupby(rows, key=lambda row: row["source"]):
        yield from documents(list(group))


def _lines(path: Path) -> Iterator[str]:
    with lzma.open(path, "rt", encoding="utf-8") as file:
        yield from file
