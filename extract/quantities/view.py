"""The tokens around one number, with safe ways to look left and right within its sentence."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from extract.doc import Doc
from extract.doc.clauses import Clauses, clauses_of
from extract.doc.doc import NONE
from extract.doc.syntax import Phrase, Sentence


class Page:
    """A text with its tokens in lower case and the phrase of each at hand."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.syntax = doc.syntax
        self.lows = doc.low
        self.phrases = doc.phrases

    def number_of(self, sentence: Sentence) -> int:
        """Return how many sentences stand before this one."""
        return bisect_left(self.syntax.sentences, sentence.first, key=lambda s: s.first)

    def view(self, start: int, after: int) -> "View | None":
        """Return the number that begins at `start`, what it counts at `after`;
        none where no token is."""
        tokens = self.syntax.tokens_in(start, start + 1)
        sentence = self.syntax.sentence_at(start)
        if not tokens or sentence is None or tokens[0] >= sentence.last:
            return None
        behind = self.syntax.tokens_in(after - 1, after)
        return View(self, sentence, tokens[0], behind[-1] + 1 if behind else tokens[0] + 1)


@dataclass(frozen=True, slots=True)
class View:
    """A number among the tokens of its sentence; indices are those of the syntax."""

    page: Page
    sentence: Sentence
    first: int
    """First token of the number."""
    after: int
    """Token behind the number and its unit."""

    @property
    def clauses(self) -> Clauses:
        """The clauses of its sentence."""
        return clauses_of(self.page.doc, self.sentence)

    @property
    def place(self) -> int:
        """The place of the noun phrase that the number begins in, else of that it ends in, or
        `NONE`."""
        return next(iter(self.places), NONE)

    @property
    def places(self) -> list[int]:
        """The places of the noun phrases that the number begins and ends in.

        "At least one, possibly three, people" begins in that which is told of, "not one soldier"
        and "between 10 and 15 people" end in it.
        """
        places = (self.clauses.place_of(token) for token in (self.first, self.after - 1))
        return list(dict.fromkeys(place for place in places if self.clauses.is_noun(place)))

    def lower(self, token: int) -> str:
        """Return the token in lower case; an empty string outside the sentence."""
        return self.page.lows[token] if self.inside(token) else ""

    def word(self, token: int) -> str:
        """Return the token as written; an empty string outside the sentence."""
        return self.page.syntax.word(token) if self.inside(token) else ""

    def pos(self, token: int) -> str:
        """Return its part of speech; an empty string outside the sentence."""
        return self.page.syntax.pos[token] if self.inside(token) else ""

    def proper(self, token: int) -> bool:
        """Return whether it is part of a name: a proper noun,
        or a noun with a capital in a sentence."""
        pos = self.pos(token)
        if pos == "NOUN" and token > self.sentence.first:
            return self.word(token)[:1].isupper()
        return pos == "PROPN"

    def inside(self, token: int) -> bool:
        """Return whether the token stands in the sentence."""
        return self.sentence.first <= token < self.sentence.last

    def phrase(self, token: int) -> Phrase | None:
        """Return the phrase that the token belongs to."""
        return self.page.phrases[token] if self.inside(token) else None

    def noun_phrase(self, token: int) -> Phrase | None:
        """Return the noun phrase that the token belongs to."""
        phrase = self.phrase(token)
        return phrase if phrase is not None and phrase.kind == "NP" else None

    def leftward(self, token: int, most: int) -> Iterator[int]:
        """Return tokens before this one, nearest first."""
        return iter(range(token - 1, max(self.sentence.first, token - most) - 1, -1))

    def rightward(self, token: int, most: int) -> Iterator[int]:
        """This token and those after it."""
        return iter(range(token, min(self.sentence.last, token + most)))

    def reads(self, token: int, words: tuple[str, ...]) -> bool:
        """Return whether these words stand from the token on."""
        return all(self.lower(token + place) == word for place, word in enumerate(words))
