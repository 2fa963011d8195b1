"""The tokens around one number, with safe ways to look left and right within its sentence."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.syntax import Phrase, Sentence, Syntax


@dataclass(frozen=True, slots=True)
class View:
    """A number among the tokens of its sentence; indices are those of the syntax."""

    syntax: Syntax
    sentence: Sentence
    first: int
    """First token of the number."""
    after: int
    """Token behind the number and its unit."""

    def lower(self, token: int) -> str:
        """The token in lower case; an empty string outside the sentence."""
        return self.syntax.lower(token) if self.inside(token) else ""

    def word(self, token: int) -> str:
        """The token as written; an empty string outside the sentence."""
        return self.syntax.word(token) if self.inside(token) else ""

    def pos(self, token: int) -> str:
        """Its part of speech; an empty string outside the sentence."""
        return self.syntax.pos[token] if self.inside(token) else ""

    def inside(self, token: int) -> bool:
        """Whether the token stands in the sentence."""
        return self.sentence.first <= token < self.sentence.last

    def phrase(self, token: int) -> Phrase | None:
        """The phrase that the token belongs to."""
        return self.syntax.phrase_at(token) if self.inside(token) else None

    def noun_phrase(self, token: int) -> Phrase | None:
        """The noun phrase that the token belongs to."""
        phrase = self.phrase(token)
        return phrase if phrase is not None and phrase.kind == "NP" else None

    def leftward(self, token: int, most: int) -> Iterator[int]:
        """Tokens before this one, nearest first."""
        return iter(range(token - 1, max(self.sentence.first, token - most) - 1, -1))

    def rightward(self, token: int, most: int) -> Iterator[int]:
        """This token and those after it."""
        return iter(range(token, min(self.sentence.last, token + most)))

    def reads(self, token: int, words: tuple[str, ...]) -> bool:
        """Whether these words stand from the token on."""
        return all(self.lower(token + place) == word for place, word in enumerate(words))


def view_of(syntax: Syntax, start: int, after: int) -> View | None:
    """The number that begins at `start`, what is counted at `after`; none where no token is."""
    tokens = syntax.tokens_in(start, start + 1)
    sentence = syntax.sentence_at(start)
    if not tokens or sentence is None or tokens[0] >= sentence.last:
        return None
    behind = syntax.tokens_in(after - 1, after)
    return View(syntax, sentence, tokens[0], behind[-1] + 1 if behind else tokens[0] + 1)
