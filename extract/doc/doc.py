"""One document for all rules: an article and what the tagger made of it.

The text never changes; rules add their findings to a reading, and ask the document for the rest.
What more than one rule asks for is worked out once, when it is first asked for.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Any

from extract.doc.quotations import Quotation, find_quotations, outermost
from extract.doc.repairs import repaired
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.records import Article, Block


class Doc:
    """An article with its tokens, sentences and phrases; indices are those of the tokens."""

    def __init__(self, article: Article, syntax: Syntax) -> None:
        self.article = article
        self.text = article.text
        self.quotations = find_quotations(self.text, article.blocks)
        """What stands between quotation marks, in the order of the opening marks."""
        self.syntax = repaired(syntax, _opening(syntax, self.quotations))
        self.pos = syntax.pos
        self.kept: dict[object, Any] = {}
        """What is worked out once for all rules, such as the clauses of a sentence."""

    def __len__(self) -> int:
        return len(self.syntax)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return self.syntax.sentences

    @cached_property
    def words(self) -> list[str]:
        """Each token's own characters."""
        starts, ends = self.syntax.starts, self.syntax.ends
        return [self.text[start:end] for start, end in zip(starts, ends, strict=True)]

    @cached_property
    def low(self) -> list[str]:
        """Each token in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def phrases(self) -> list[Phrase | None]:
        """For each token the noun phrase or verb group that it belongs to."""
        found: list[Phrase | None] = [None] * len(self.syntax)
        for phrase in self.syntax.phrases:
            found[phrase.first : phrase.last] = [phrase] * (phrase.last - phrase.first)
        return found

    def sentence_number(self, offset: int) -> int:
        """Return the number of the sentence at an offset, from 0; 0 where there is none."""
        sentence = self.syntax.sentence_at(offset)
        return self._sentence_numbers[sentence.first] if sentence else 0

    @cached_property
    def _sentence_numbers(self) -> dict[int, int]:
        return {sentence.first: number for number, sentence in enumerate(self.sentences)}

    def block_at(self, offset: int) -> Block | None:
        """Return the block that an offset stands in, or the last one before it; none before all."""
        place = bisect_right(self._block_starts, offset) - 1
        return self.article.blocks[place] if place >= 0 else None

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.article.blocks]


def _opening(syntax: Syntax, quotations: tuple[Quotation, ...]) -> frozenset[int]:
    """The tokens that open a quotation which stands in no other."""
    return frozenset(syntax.tokens_in(q.start, q.end).start for q in outermost(quotations))
