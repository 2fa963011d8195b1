"""The models that ship are small together, and their card tells of these and no others."""

import re
from pathlib import Path

import pytest

import extract

MODELS = Path(extract.__file__).parent / "models"
LARGEST = 6_000_000
"""Bytes that all of them may take together."""


def test_the_models_are_small_together() -> None:
    assert sum(path.stat().st_size for path in MODELS.glob("*.crf")) <= LARGEST


@pytest.mark.parametrize("path", sorted(MODELS.glob("*.crf")), ids=lambda path: path.stem)
def test_the_card_tells_the_size_of_each_model(path: Path) -> None:
    card = " ".join((MODELS / "MODELS.md").read_text(encoding="utf-8").split())
    told = re.search(rf"\b{path.stem} (\d+\.\d+) MB", card)
    assert told is not None
    assert told[1] == f"{path.stat().st_size / 1_000_000:.2f}"
