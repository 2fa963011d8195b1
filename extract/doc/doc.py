"""One document for all rules: an article and what the tagger made of it.

The text never changes; rules add their findings to a reading, and ask the document for the rest.
What more than one rule asks for is worked out once, when it is first asked for. Tokens are asked
for by their index in the document; outside a sentence there is none.
"""

from bisect import bisect_right
from functools import cached_property
from typing import Any

from extract.doc.quotations import Quotation, find_quotations, outermost
from extract.doc.repairs import repaired
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.records import Article, Block

NONE = -1
STOPS = frozenset({".", "!", "?", "…", ";"})
"""Marks that end a sentence or a clause."""


class Doc:
    """An article with its tokens, sentences and phrases; indices are those of the tokens."""

    def __init__(self, article: Article, syntax: Syntax) -> None:
        self.article = article
        self.text = article.text
        self.quotations = find_quotations(self.text, article.blocks)
        """What stands between quotation marks, in the order of the opening marks."""
        self.syntax = repaired(syntax, _opening(syntax, self.quotations))
        self.pos = syntax.pos
        self.words = syntax.words
        self.low = syntax.lows
        self.kept: dict[object, Any] = {}
        """What is worked out once for all rules, such as the clauses of a sentence."""

    def __len__(self) -> int:
        return len(self.syntax)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences, in order."""
        return self.syntax.sentences

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


class SentenceView:
    """A sentence with its noun phrases and verb groups."""

    def __init__(self, doc: Doc, sentence: Sentence) -> None:
        self.doc = doc
        self.syntax = doc.syntax
        self.sentence = sentence
        self.first, self.last = sentence.first, sentence.last
        self.phrases = doc.syntax.phrases_in(sentence)
        self.groups = [phrase for phrase in self.phrases if phrase.kind == "VG"]

    def __contains__(self, token: int) -> bool:
        return self.first <= token < self.last

    def low(self, token: int) -> str:
        """Return the token in lower case; an empty string outside the sentence."""
        return self.doc.low[token] if self.first <= token < self.last else ""

    def pos(self, token: int) -> str:
        """Return the token's part of speech; an empty string outside the sentence."""
        return self.doc.pos[token] if self.first <= token < self.last else ""

    def phrase(self, token: int) -> Phrase | None:
        """Return the noun phrase or verb group at the token; none outside the sentence."""
        return self.doc.phrases[token] if self.first <= token < self.last else None

    def noun(self, token: int) -> Phrase | None:
        """Return the noun phrase at the token; none outside the sentence."""
        found = self.phrase(token)
        return found if found is not None and found.kind == "NP" else None

    def verb(self, token: int) -> Phrase | None:
        """Return the verb group at the token; none outside the sentence."""
        found = self.phrase(token)
        return found if found is not None and found.kind == "VG" else None

    @property
    def closing(self) -> int:
        """The index after the last token that is no full stop."""
        last = self.last
        while last > self.first and self.doc.low[last - 1] in STOPS:
            last -= 1
        return last

    def is_dated(self, token: int) -> bool:
        """Return whether the token is of a date, which belongs to no noun phrase;
        none is known here."""
        del token
        return False
