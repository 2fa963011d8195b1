"""The tokens of a text as the rules of names ask about them: case, noun phrases, sentences."""

from bisect import bisect_right

from extract.doc import Doc
from extract.doc.syntax import Phrase
from extract.lexicon import name_words
from extract.records import Span
from extract.tagger.casing import Casing, casing_of

NONE = -1
MARKS = frozenset("\"“”'‘’«»„()[]{}.,;:!?…-–—‐‑/&*#")
_DESCRIBING = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "X"})
"""Parts of speech of words before a head that describe it."""


class Tokens:
    """The tokens of one document."""

    def __init__(self, doc: Doc) -> None:
        syntax = doc.syntax
        self.doc = doc
        self.syntax = syntax
        self.words = doc.words
        self.low = doc.low
        self.pos = syntax.pos
        self.nouns = [p for p in syntax.phrases if p.kind == "NP"]
        self.common = frozenset(
            word
            for word, tag in zip(self.words, self.pos, strict=True)
            if tag == "NOUN" and word.islower()
        )
        """Nouns that the text writes in lower case."""
        self._noun_starts = [p.first for p in self.nouns]
        self._sentence_starts = [s.first for s in syntax.sentences]
        self._casing = [casing_of(self.words[s.first : s.last]) for s in syntax.sentences]

    def __len__(self) -> int:
        return len(self.words)

    def word(self, token: int) -> str:
        """Return the token's lower case; empty outside the text."""
        return self.low[token] if 0 <= token < len(self.low) else ""

    def noun_at(self, token: int) -> Phrase | None:
        """Return the base noun phrase that the token belongs to."""
        place = bisect_right(self._noun_starts, token) - 1
        if place >= 0 and self.nouns[place].last > token:
            return self.nouns[place]
        return None

    def first_modifier(self, phrase: Phrase) -> int:
        """Return the first token that describes a head: no determiner, number or adverb."""
        place = phrase.head
        while place > phrase.first and self._describes(place - 1):
            place -= 1
        while place < phrase.head and (self.words[place] == "-" or self._governs(place)):
            place += 1
        return place

    def _governs(self, token: int) -> bool:
        """Whether the token is a verb that has the noun for its object: "recruiting soldiers"."""
        return self.pos[token] == "VERB" and self.low[token].endswith("ing")

    def _describes(self, token: int) -> bool:
        return self.words[token] == "-" or (
            self.pos[token] in _DESCRIBING and self.low[token] not in name_words.outside_words()
        )

    def sentence_of(self, token: int) -> int:
        """Return number of the sentence that the token stands in."""
        return max(bisect_right(self._sentence_starts, token) - 1, 0)

    def opens_sentence(self, token: int) -> bool:
        """Return whether no word stands before the token in its sentence."""
        first = self.syntax.sentences[self.sentence_of(token)].first
        return all(
            self.words[place] in MARKS for place in range(max(first, token - 4), token)
        ) and (token - first <= 4)

    def casing(self, token: int) -> Casing:
        """Return how the token's sentence uses capitals."""
        return self._casing[self.sentence_of(token)]

    def has_normal_case(self, token: int) -> bool:
        """Return whether the token's sentence is neither in title case nor in capitals."""
        return self.casing(token) is Casing.NORMAL

    def is_capital(self, token: int) -> bool:
        """Return whether the token opens with a capital."""
        return 0 <= token < len(self.words) and self.words[token][:1].isupper()

    def is_glued(self, token: int) -> bool:
        """Return whether no space stands between the token and the next."""
        ends, starts = self.syntax.ends, self.syntax.starts
        return token + 1 < len(starts) and ends[token] == starts[token + 1]

    def tells_name(self, token: int) -> bool:
        """Return whether the token has a capital that says something:
        inside a sentence of normal case."""
        return (
            self.is_capital(token)
            and self.has_normal_case(token)
            and not self.opens_sentence(token)
        )

    def words_of(self, first: int, last: int) -> str:
        """Return the text of the tokens, white space made one space."""
        start, end = self.syntax.span_of(first, last)
        return " ".join(self.syntax.text[start:end].split())

    def span(self, first: int, last: int) -> Span:
        """Return the offsets of the tokens `first` up to, not including, `last`."""
        return Span(*self.syntax.span_of(first, last))
