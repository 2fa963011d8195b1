"""Examples for the three taggers that are made from treebanks."""

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from extract.tagger import relations, shallow_parsing
from extract.tagger.casing import Casing, Usage, casing_of
from train.attachments import labels_of
from train.data import DOCUMENT, Row, documents
from train.fit import Example, Settings, fit, tagger_of
from train.trees import Tree, chunks_of

POS = Settings()
CHUNKS = Settings(c1=1.0, min_frequency=4)
RELATIONS = Settings(c1=1.2, min_frequency=5)
RECASED = 0.15
"""Share of sentences that are learned a second time as a heading or a block of capitals is set."""
FOLDS = 4
RARE = 150
"""Labels of relations seen less often lose the place of what they depend on."""


def fine_tags(row: Row) -> list[str]:
    """Part of speech of each word, for verbs with their form: "NOUN", "VERB-VBN"."""
    return [
        f"{upos}-{xpos}" if upos in ("VERB", "AUX") else upos
        for upos, xpos in zip(row["upos"], row["xpos"], strict=True)
    ]


def in_context(rows: Sequence[Row]) -> Iterator[tuple[Row, Casing, Usage]]:
    """Each sentence with its casing and the usage of its document."""
    for document in documents(rows):
        casings = [casing_of(row["words"]) for row in document]
        usage = Usage(zip((row["words"] for row in document), casings, strict=True))
        for row, casing in zip(document, casings, strict=True):
            yield row, casing, usage


def pos_examples(rows: Sequence[Row]) -> Iterator[Example]:
    """Words with their fine tags, some of them a second time in another case."""
    chance = random.Random(1)
    for row, casing, usage in in_context(rows):
        labels = fine_tags(row)
        yield shallow_parsing.pos_features(row["words"], casing, usage), labels
        if chance.random() < RECASED:
            words = _recased(row["words"], str.upper if chance.random() < 0.3 else _title)
            yield shallow_parsing.pos_features(words, casing_of(words), usage), labels


def _recased(words: Sequence[str], change: Callable[[str], str]) -> list[str]:
    return [change(word) for word in words]


def _title(word: str) -> str:
    return word if len(word) < 4 and word.islower() else word[:1].upper() + word[1:]


def tagged(rows: Sequence[Row], model: Path) -> list[list[str]]:
    """Fine tags of the sentences by a model."""
    tagger = tagger_of(model)
    return [
        tagger.tag(shallow_parsing.pos_features(row["words"], casing, usage))
        for row, casing, usage in in_context(rows)
    ]


def cross_tagged(rows: Sequence[Row], scratch: Path) -> list[list[str]]:
    """Fine tags of the sentences, each by a model that has not seen it.

    What is built on tags must learn from tags with the errors that it will meet.
    """
    fold_of = [place // DOCUMENT % FOLDS for place in range(len(rows))]
    tags: list[list[str]] = [[] for _ in rows]
    for fold in range(FOLDS):
        inside = [row for row, own in zip(rows, fold_of, strict=True) if own == fold]
        outside = [row for row, own in zip(rows, fold_of, strict=True) if own != fold]
        model = scratch / f"pos-{fold}.crf"
        fit(pos_examples(outside), model, POS)
        places = (place for place, own in enumerate(fold_of) if own == fold)
        for place, found in zip(places, tagged(inside, model), strict=True):
            tags[place] = found
    return tags


def chunk_labels(row: Row) -> list[str]:
    """B-NP, I-NP, B-VG, I-VG or O for each word, by the tree."""
    labels = ["O"] * len(row["words"])
    for chunk in chunks_of(Tree(row)):
        labels[chunk.first] = f"B-{chunk.kind}"
        for place in range(chunk.first + 1, chunk.last):
            labels[place] = f"I-{chunk.kind}"
    return labels


def chunk_examples(rows: Sequence[Row], tags: Sequence[Sequence[str]]) -> Iterator[Example]:
    """Words with their phrases."""
    for row, fine in zip(rows, tags, strict=True):
        yield shallow_parsing.chunk_features(row["words"], fine), chunk_labels(row)


def relation_examples(rows: Sequence[Row], tags: Sequence[Sequence[str]]) -> Iterator[Example]:
    """Phrases with their relations."""
    trees = [Tree(row) for row in rows]
    found = [chunks_of(tree) for tree in trees]
    labels = labels_of(trees, found, RARE)
    for row, fine, phrases, told in zip(rows, tags, found, labels, strict=True):
        if phrases:
            runs = [(chunk.kind, chunk.first, chunk.last) for chunk in phrases]
            yield relations.features_of(row["words"], fine, runs), told
