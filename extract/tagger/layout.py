"""What a tagger works on, a text laid out in tokens and sentences, and what it makes of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from extract.doc.items import words_start
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.errors import DatelineError
from extract.records import Block, Span
from extract.tagger.tokens import ends_in, spans_in

Chances = Mapping[str, float]
"""Probability of each kind of name."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Tokens and sentences of a text, block by block."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    sentences: list[Sentence]


def lay_out(text: str, blocks: Sequence[Block]) -> Layout:
    """Return the tokens and sentences of the blocks; what stands between blocks is left out, and
    so are the bullets of lists, and what stands between the cells of a row: no sentence goes on
    from one to the next."""
    layout = Layout([], [], [], [])
    for number, block in enumerate(blocks):
        words = Span(words_start(text, block), block.end)
        for part in block.cells or (words,):
            _lay_out(text, part, number, layout)
    return layout


def _lay_out(text: str, part: Span, block: int, layout: Layout) -> None:
    """Add the tokens and sentences of a part of a block, which is given by its number."""
    spans = list(spans_in(text, part.start, part.end))
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    words = [text[start:end] for start, end in spans]
    offset, first = len(layout.starts), 0
    for last in ends_in(words, starts, ends) if words else ():
        layout.sentences.append(
            Sentence(starts[first], ends[last - 1], offset + first, offset + last, block)
        )
        first = last
    layout.starts.extend(starts)
    layout.ends.extend(ends)
    layout.words.extend(words)


@dataclass
class Findings:
    """Tags, phrases and names, in the order of the text."""

    tags: list[str] = field(default_factory=list)
    """Fine tag of each token: part of speech, for verbs and auxiliaries with a hyphen and form."""
    phrases: list[Phrase] = field(default_factory=list)
    names: list[tuple[Phrase, Chances]] = field(default_factory=list)

    def over(self, text: str, layout: Layout) -> Syntax:
        """Return the findings and the layout that they are of, as one."""
        parted = [tag.partition("-") for tag in self.tags]
        return Syntax(
            text,
            tuple(layout.starts),
            tuple(layout.ends),
            tuple(pos for pos, _, _ in parted),
            tuple(layout.sentences),
            tuple(self.phrases),
            tuple(name for name, _ in self.names),
            tuple(form for _, _, form in parted),
            tuple(chances for _, chances in self.names),
        )


class TaggerError(DatelineError):
    """The tagger of that name cannot be had."""


class Tagger(Protocol):
    """Finds tokens, sentences, parts of speech, phrases and names."""

    def tag(self, text: str, blocks: Sequence[Block]) -> Syntax:
        """Return the syntax of the blocks; no sentence and no phrase crosses the border of one."""
