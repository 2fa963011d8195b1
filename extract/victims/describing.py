"""What the words for a person tell: sex, and what the person is."""

from collections.abc import Iterable

from extract.doc import Doc, phrase_at
from extract.doc.morphology import singular
from extract.lexicon import table
from extract.lexicon.closed import ARTICLES, POSSESSIVES, PREPOSITIONS
from extract.lexicon.name_words import honorifics, ranks, roles, sexes
from extract.records import Span
from extract.vocabulary import Sex

_WORDS = ("NOUN", "PROPN", "ADJ")
_CLOSING = frozenset({",", ".", ";", ")"})


class Descriptions:
    """Reads descriptions of persons in a report."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._kin = set(table("people")["role"].get("kin", ()))

    def sex(self, words: Span, name: Span | None) -> Sex | None:
        """Return the sex that words tell, those of a name left out: "her 4-year-old son"."""
        known, titles = sexes(), honorifics()
        for token in reversed(self._tokens(words, name)):
            low = self._doc.low[token]
            if low in POSSESSIVES:
                continue  # of somebody else
            told = known.get(low) or known.get(singular(low)) or titles.get(low)
            if told:
                return Sex(told)
        return None

    def titled(self, name: Span) -> Sex | None:
        """Return the sex that the title before a name tells: "Mr. Feld"."""
        before = self._doc.text[: name.start].rstrip(" .").rsplit(None, 1)
        told = honorifics().get(before[-1].casefold()) if before else None
        return Sex(told) if told else None

    def role(self, words: Span, name: Span | None) -> str | None:
        """Return what the words tell a person to be, in lower case but for names."""
        doc = self._doc
        kept = [
            token
            for token in self._head(self._tokens(words, name))
            if (doc.pos[token] in _WORDS or self._is_known(token)) and doc.words[token].isalpha()
        ]
        while kept and not self._tells_role(kept[-1]):
            kept.pop()
        first = next((n for n, token in enumerate(kept) if self._may_open(token)), len(kept))
        shown = [doc.low[token] for token in kept[first:]]
        if shown:
            shown[-1] = singular(shown[-1])
        return " ".join(shown) or None

    def apposition(self, offset: int) -> Span | None:
        """Return the noun phrase in apposition behind an offset: ", a surgeon,"."""
        tokens = self._doc.syntax.tokens_in(offset, min(len(self._doc.text), offset + 2))
        comma = next((t for t in tokens if self._doc.syntax.starts[t] >= offset), None)
        if comma is None or self._doc.low[comma] != "," or comma + 1 >= len(self._doc):
            return None
        if self._doc.low[comma + 1] not in ARTICLES:
            return None
        node = phrase_at(self._doc, comma + 1)
        if node is None or not node.is_noun:
            return None
        start, end = self._doc.syntax.span_of(node.first, node.last)
        behind = self._doc.low[node.last] if node.last < len(self._doc) else "."
        closes = behind in _CLOSING or behind in PREPOSITIONS
        return Span(start, end) if closes else None

    def _tokens(self, words: Span, name: Span | None) -> list[int]:
        tokens = self._doc.syntax.tokens_in(words.start, words.end)
        gone: Iterable[int] = self._doc.syntax.tokens_in(name.start, name.end) if name else ()
        return [token for token in tokens if token not in gone]

    def _head(self, tokens: list[int]) -> list[int]:
        """The words before the first preposition: "the mayor of Sulta"."""
        of = (n for n, token in enumerate(tokens) if self._doc.low[token] in PREPOSITIONS)
        return tokens[: next(of, len(tokens))]

    def _tells_role(self, token: int) -> bool:
        low = self._doc.low[token]
        base = singular(low)
        nothing = set(table("victims")["no_role"]["words"]) | self._kin
        known = {low, base}
        is_title = low in honorifics()
        is_noun = self._doc.pos[token] != "ADJ" or self._is_known(token)
        return is_noun and not is_title and nothing.isdisjoint(known)

    def _is_known(self, token: int) -> bool:
        """Whether a word tells what a person is, whatever the tagger takes it for."""
        return self._doc.low[token] in ranks() | roles()

    def _may_open(self, token: int) -> bool:
        low = self._doc.low[token]
        return low not in table("victims")["no_role"]["words"] and low not in honorifics()
