"""Makes all models and their card.

python -m train [--data FOLDER]
"""

import argparse
import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from extract.tagger.crf import FOLDER
from train.card import card
from train.data import sentences, texts
from train.fit import fit
from train.names import NAMES, name_examples
from train.news import made_sentences
from train.syntax import (
    CHUNKS,
    POS,
    RELATIONS,
    chunk_examples,
    cross_tagged,
    pos_examples,
    relation_examples,
)

_DATA = Path(__file__).parent.parent.parent / "shared" / "training"


def main() -> None:
    """Train the four models where the data are at hand; say so and do nothing where not."""
    parser = argparse.ArgumentParser(prog="python -m train", description=__doc__)
    parser.add_argument("--data", type=Path, default=_DATA, help="folder of the training data")
    parser.add_argument("--models", type=Path, default=FOLDER, help="where the models go")
    options = parser.parse_args()
    if not (options.data / "syntax.train.jsonl.xz").is_file():
        print(f"No training data in {options.data}: the models that ship stay as they are.")
        return
    options.models.mkdir(parents=True, exist_ok=True)
    train(options.data, options.models)
    (options.models / "MODELS.md").write_text(card(options.data, options.models), encoding="utf-8")


def train(data: Path, models: Path) -> None:
    """Fit parts of speech, phrases, relations and names, and put the models in place."""
    rows = [*sentences(data, "train"), *sentences(data, "dev"), *made_sentences()]
    with TemporaryDirectory() as folder:
        scratch = Path(folder)
        _say("parts of speech")
        fit(pos_examples(rows), scratch / "pos.crf", POS)
        _say("parts of speech of the training data, each part by the others")
        tags = cross_tagged(rows, scratch)
        _say("phrases")
        fit(chunk_examples(rows, tags), scratch / "chunks.crf", CHUNKS)
        _say("relations")
        fit(relation_examples(rows, tags), scratch / "relations.crf", RELATIONS)
        _say("names")
        fit(name_examples(texts(data, "train"), scratch / "pos.crf"), scratch / "names.crf", NAMES)
        for name in ("pos", "chunks", "relations", "names"):
            shutil.copyfile(scratch / f"{name}.crf", models / f"{name}.crf")


def _say(what: str) -> None:
    print(f"Training: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
