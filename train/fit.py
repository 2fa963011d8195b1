"""Fits one conditional random field."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pycrfsuite

Example = tuple[Sequence[Sequence[str]], Sequence[str]]
"""Features of each item of a sequence, and its labels."""


@dataclass(frozen=True)
class Settings:
    """How a field is fitted: L-BFGS with both penalties."""

    c1: float = 0.6
    """Of the sum of absolute weights: what makes the models small."""
    c2: float = 0.02
    min_frequency: int = 3
    """Features seen less often are left out."""
    iterations: int = 80


def fit(examples: Iterable[Example], target: Path, settings: Settings) -> None:
    """Fit a field to the examples and write it; the same input makes the same file."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for features, labels in examples:
        trainer.append(features, labels)
    trainer.set_params(
        {
            "c1": settings.c1,
            "c2": settings.c2,
            "feature.minfreq": settings.min_frequency,
            "max_iterations": settings.iterations,
        }
    )
    trainer.train(str(target))


def tagger_of(path: Path) -> pycrfsuite.Tagger:
    """The field in the file, ready to tag."""
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger
