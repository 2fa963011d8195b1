"""Sentences read by the tagger that ships, for tests of what the document tells of them."""

from itertools import accumulate

from extract.doc import Doc, Phrase, Sentence, Syntax
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


def syntax_of(tagged: str, *phrases: Phrase) -> Syntax:
    """Return the syntax of one sentence, from words with their tags: "He/PRON left/VERB"."""
    pairs = [word.rsplit("/", 1) for word in tagged.split()]
    text = " ".join(word for word, _ in pairs)
    ends = list(accumulate((len(word) + 1 for word, _ in pairs)))
    starts = [end - len(word) - 1 for end, (word, _) in zip(ends, pairs, strict=True)]
    sentence = Sentence(0, len(text), 0, len(pairs), 0)
    return Syntax(
        text,
        tuple(starts),
        tuple(end - 1 for end in ends),
        tuple(pos for _, pos in pairs),
        (sentence,),
        phrases,
        (),
    )


def shown(syntax: Syntax) -> list[str]:
    """Return each phrase as its words, what it does, and the word that governs it."""
    return [
        f"{syntax.text[slice(*syntax.span_of(p.first, p.last))]} | {p.role or p.clause}"
        + (f" of {syntax.word(p.governor)}" if p.governor >= 0 else "")
        for p in syntax.phrases
    ]
