"""Examples for the name tagger."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from extract.records import Block, BlockKind
from extract.tagger import names, pos
from extract.tagger.casing import Usage, casing_of
from extract.tagger.layout import lay_out
from train.data import NameRow, name_documents
from train.fit import Example, Settings, tagger_of

NAMES = Settings(c1=0.7, min_frequency=2, iterations=70)


@dataclass(frozen=True)
class Marked:
    """A sentence of a name corpus, ready to learn from or to measure."""

    row: NameRow
    spans: list[tuple[int, int]]
    features: list[list[str]]
    labels: list[str | None]
    """None for words that the source leaves unannotated."""


def marked_sentences(rows: Sequence[NameRow], pos_model: Path) -> Iterator[Marked]:
    """The sentences of the texts."""
    tagger = tagger_of(pos_model)
    for document in name_documents(rows):
        groups = [group for row in document for group in _parted(row)]
        usage = Usage([(words, casing_of(words)) for _, words, _, _ in groups])
        for row, words, places, told in groups:
            casing = casing_of(words)
            tags = tagger.tag(pos.features_of(words, casing, usage))
            yield Marked(row, places, names.features_of(words, tags, casing, usage), told)


_Group = tuple[NameRow, list[str], list[tuple[int, int]], list[str | None]]


def _parted(row: NameRow) -> Iterator[_Group]:
    """The sentences of a text with their words, spans and labels."""
    layout = lay_out(row["text"], [Block(BlockKind.PARAGRAPH, 0, len(row["text"]))])
    spans = list(zip(layout.starts, layout.ends, strict=True))
    labels = _labels_of(row, spans)
    for sentence in layout.sentences:
        own = slice(sentence.first, sentence.last)
        yield row, layout.words[own], spans[own], labels[own]


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
    """Words with their names, cut where the source does not annotate."""
    for marked in marked_sentences(rows, pos_model):
        first = 0
        for place, label in enumerate([*marked.labels, None]):
            if label is None:
                if place > first:
                    told = [str(each) for each in marked.labels[first:place]]
                    told[0] = told[0].replace("I-", "B-")
                    yield marked.features[first:place], told
                first = place + 1
