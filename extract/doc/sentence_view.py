"""One sentence of a document, with safe ways to ask for a token and the phrase it belongs to.

Tokens are asked for by their index in the document; outside the sentence there is none.
"""

from extract.doc.doc import Doc
from extract.doc.syntax import Phrase, Sentence

NONE = -1
STOPS = frozenset({".", "!", "?", "…", ";"})
"""Marks that end a sentence or a clause."""


class SentenceView:
    """A sentence with its noun phrases and verb groups."""

    def __init__(self, doc: Doc, sentence: Sentence) -> None:
        self.doc = doc
        self.syntax = doc.syntax
        self.sentence = sentence
        self.first, self.last = sentence.first, sentence.last
        self.phrases = doc.syntax.phrases_in(sentence)

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
