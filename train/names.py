"""Examples for the name tagger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.records import Block
from extract.tagger import names, shallow_parsing
from extract.tagger.casing import Usage, casing_of
from extract.tagger.layout import lay_out
from extract.vocabulary import BlockKind
from train.data import NameRow, name_documents
from train.fit import Example, Settings, tagger_of

NAMES = Settings(c1=0.5, min_frequency=2, iterations=70)


@dataclass(frozen=True)
class Marked:
    """A sentence of a name corpus, ready to learn from or to measure."""

    labels: list[str | None]
    """Of all words; none for those that the source leaves unannotated."""
    windows: list[tuple[int, int]]
    features: list[list[list[str]]]
    """Of the words in each window."""


def marked_sentences(rows: Sequence[NameRow], pos_model: Path) -> Iterator[Marked]:
    """The sentences of the texts."""
    tagger = tagger_of(pos_model)
    for document in name_documents(rows):
        groups = [group for row in document for group in _parted(row)]
        usage = Usage([(words, casing_of(words)) for words, _ in groups])
        for words, labels in groups:
            casing = casing_of(words)
            tags = tagger.tag(shallow_parsing.pos_features(words, casing, usage))
            windows = names.windows_of(words)
            features = names.features_of(words, tags, casing, usage, windows)
            yield Marked(labels, windows, list(features))


def _parted(row: NameRow) -> Iterator[tuple[list[str], list[str | None]]]:
    """The sentences of a text, each as words and labels."""
    layout = lay_out(row["text"], [Block(BlockKind.PARAGRAPH, 0, len(row["text"]))])
    labels = _labels_of(row, list(zip(layout.starts, layout.ends, strict=True)))
    for sentence in layout.sentences:
        own = slice(sentence.first, sentence.last)
        yield layout.words[own], labels[own]


def _labels_of(row: NameRow, spans: Sequence[tuple[int, int]]) -> list[str | None]:
    labels: list[str | None] = ["O"] * len(spans)
    for start, end in row.get("unknown", ()):
        for place in _within(spans, start, end):
            labels[place] = None
    for start, end, kind in row["entities"]:
        if kind in names.KINDS:
            for number, place in enumerate(_within(spans, start, end)):
                labels[place] = f"I-{kind}" if number else f"B-{kind}"
    return labels


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[int]:
    return [place for place, (left, right) in enumerate(spans) if left < end and start < right]


def name_examples(rows: Sequence[NameRow], pos_model: Path) -> Iterator[Example]:
    """Windows with their names, cut where the source does not annotate."""
    for marked in marked_sentences(rows, pos_model):
        for (start, end), features in zip(marked.windows, marked.features, strict=True):
            yield from _annotated(features, marked.labels[start:end])


def _annotated(features: list[list[str]], labels: Sequence[str | None]) -> Iterator[Example]:
    first = 0
    for place, label in enumerate([*labels, None]):
        if label is None:
            if place > first:
                told = [str(each) for each in labels[first:place]]
                told[0] = told[0].replace("I-", "B-")
                yield features[first:place], told
            first = place + 1
