"""A document as the rules of attribution look at it: quotations, dates and persons by token."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from extract.doc import Doc
from extract.doc.doc import NONE, SentenceView
from extract.doc.quotations import Quotation, outermost
from extract.doc.syntax import Phrase, Sentence, TokenSpan
from extract.records import Entity, Span, When
from extract.vocabulary import Label


class IndexedDoc:
    """A document, and for each of its tokens the quotation, date and person that it is of."""

    def __init__(
        self,
        doc: Doc,
        dates: Sequence[When],
        entities: Sequence[Entity],
    ) -> None:
        syntax = doc.syntax
        self.doc = doc
        self.syntax = syntax
        self.quotations = outermost(doc.quotations)
        count = len(syntax)
        self.low = doc.low
        self.pos = syntax.pos
        quoted = [syntax.tokens_in(q.start, q.end) for q in self.quotations]
        self.quote = _index(count, [(tokens.start, tokens.stop) for tokens in quoted])
        when = (syntax.tokens_in(d.start_offset, d.end_offset) for d in dates)
        self.date = _index(count, [(tokens.start, tokens.stop) for tokens in when])
        people = (e for e in entities if e.label is Label.PERSON)
        names = (syntax.tokens_in(m.start, m.end) for e in people for m in e.mentions)
        self.person = _index(count, [(tokens.start, tokens.stop) for tokens in names])

    def phrase_at(self, token: int) -> Phrase | None:
        """Return the noun phrase or verb group that the token belongs to."""
        return self.doc.phrases[token]

    def noun_at(self, token: int) -> Phrase | None:
        """Return the noun phrase that the token belongs to."""
        found = self.phrase_at(token)
        return found if found and found.kind == "NP" else None

    def quotation_of(self, token: int) -> Quotation | None:
        """Return the outermost quotation that the token stands in."""
        place = self.quote[token]
        return None if place == NONE else self.quotations[place]

    def quote_run(self, quotation: Quotation) -> TokenSpan:
        """Return the tokens of a quotation, marks included."""
        tokens = self.syntax.tokens_in(quotation.start, quotation.end)
        return TokenSpan(tokens.start, tokens.stop)

    def token_from(self, offset: int) -> int:
        """Return the first token that starts at the offset or after it."""
        return bisect_left(self.syntax.starts, offset)

    def span(self, run: TokenSpan) -> Span:
        """Return where the tokens stand in the text."""
        return Span(self.syntax.starts[run.first], self.syntax.ends[run.last - 1])

    def words(self, run: TokenSpan) -> str:
        """Return the text of the tokens."""
        return self.span(run).of(self.syntax.text)


def _index(count: int, runs: Sequence[tuple[int, int]]) -> list[int]:
    """For each token the number of the run it stands in."""
    index = [NONE] * count
    for number, (first, last) in enumerate(runs):
        for token in range(first, min(last, count)):
            index[token] = number
    return index


class IndexedSentence(SentenceView):
    """A sentence whose tokens know their quotation, date and person."""

    def __init__(self, indexed: IndexedDoc, sentence: Sentence) -> None:
        super().__init__(indexed.doc, sentence)
        self.indexed = indexed

    def is_dated(self, token: int) -> bool:
        """Return whether the token is of a date."""
        return self.indexed.date[token] != NONE

    def quoted(self, token: int) -> bool:
        """Return whether the token stands between quotation marks."""
        return token in self and self.indexed.quote[token] != NONE


@dataclass(slots=True)
class Candidate:
    """An attribution as a rule finds it, in tokens, before anyone is identified: S says that C."""

    cue: TokenSpan
    contents: list[TokenSpan]
    stance: str
    source: TokenSpan | None = None
    via: TokenSpan | None = None
    evidence: bool = False
    """A thing may be its source, and then says nothing: "the sanctions show that"."""
    inherited: bool = False
    frame: str = ""
    """Which construction found it."""
