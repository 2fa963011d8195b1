"""The models that ship, opened once and only when used."""

from functools import lru_cache
from pathlib import Path

import pycrfsuite

FOLDER = Path(__file__).parent.parent / "models"


@lru_cache(maxsize=8)
def model(name: str) -> pycrfsuite.Tagger:
    """The tagger of `extract/models/NAME.crf`.

    Raises:
        FileNotFoundError: if no such model ships.
    """
    tagger = pycrfsuite.Tagger()
    tagger.open(str(FOLDER / f"{name}.crf"))
    return tagger
