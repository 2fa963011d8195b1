"""A text laid out in tokens and sentences, before anything is tagged."""

from collections.abc import Sequence
from dataclasses import dataclass

from extract.doc.syntax import Sentence
from extract.records import Block
from extract.tagger.sentences import ends_in
from extract.tagger.tokens import spans_in


@dataclass(frozen=True, slots=True)
class Layout:
    """Tokens and sentences of a text, block by block."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    sentences: list[Sentence]


def lay_out(text: str, blocks: Sequence[Block]) -> Layout:
    """Part the blocks of the text; what stands between them is left out."""
    layout = Layout([], [], [], [])
    for number, block in enumerate(blocks):
        spans = list(spans_in(text, block.start, block.end))
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
        words = [text[start:end] for start, end in spans]
        offset, first = len(layout.starts), 0
        for last in ends_in(words, starts, ends) if words else ():
            layout.sentences.append(
                Sentence(starts[first], ends[last - 1], offset + first, offset + last, number)
            )
            first = last
        layout.starts.extend(starts)
        layout.ends.extend(ends)
        layout.words.extend(words)
    return layout
