"""Sentences in the manner of news agencies, made from the patterns of `news.toml`."""

import random
import re
import tomllib
from pathlib import Path

from train.data import Row

_FILE = Path(__file__).with_name("news.toml")
_SLOT = re.compile(r"\{(\w+)\}")


def made_sentences() -> list[Row]:
    """Some sentences of each pattern, their words drawn by chance, the same each time."""
    data = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    words: dict[str, list[str]] = data["slot"]
    chance = random.Random(1)

    def filled(pattern: str) -> Row:
        return _row(_SLOT.sub(lambda match: chance.choice(words[match[1]]), pattern))

    patterns: list[str] = data["sentence"]["patterns"]
    return [filled(pattern) for _ in range(data["sentence"]["repeated"]) for pattern in patterns]


def _row(sentence: str) -> Row:
    """A sentence written word/part of speech/tag/head/relation, as the treebanks have it."""
    entries = [entry.rsplit("/", 4) for entry in sentence.split()]
    words = [entry[0] for entry in entries]
    words[0] = words[0][0].upper() + words[0][1:]
    return Row(
        words=words,
        upos=[entry[1] for entry in entries],
        xpos=[entry[2] for entry in entries],
        heads=[int(entry[3]) for entry in entries],
        deprel=[entry[4] for entry in entries],
    )
