"""Sentences read by the tagger that ships, for tests of what the document tells of them."""

from extract.doc import Doc
from extract.doc.clauses import Clauses, clauses_of
from extract.load import from_text
from extract.tagger import parse


def doc_of(text: str) -> Doc:
    """Return the document of a text that is not dated."""
    return parse(from_text(text, key="t"))


def clauses_in(text: str) -> Clauses:
    """Return the clauses of a text's first sentence."""
    doc = doc_of(text)
    return clauses_of(doc, doc.sentences[0])


def words(clauses: Clauses, place: int) -> str:
    """Return the words of the phrase at a place."""
    phrase = clauses.phrases[place]
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    return clauses.syntax.text[start:end]


def verb(clauses: Clauses, head: str) -> int:
    """Return the place of the verb group with that head."""
    return next(
        place
        for place in range(len(clauses.phrases))
        if clauses.is_verb(place) and clauses.head(place) == head
    )
