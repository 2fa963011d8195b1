"""Plain errors of the tagger in the phrases of a text, put right once for every rule."""

from dataclasses import replace

from extract.doc.governors import overrule_governors
from extract.doc.recut import parted, with_felling, with_speech
from extract.doc.syntax import Phrase, Sentence, Syntax


def repaired(syntax: Syntax, opening: frozenset[int]) -> Syntax:
    """Return the syntax with its phrases repaired; `opening` are tokens that open quotations."""
    phrases = tuple(
        phrase
        for sentence in syntax.sentences
        for phrase in _repaired_in(syntax, sentence, opening)
    )
    return replace(syntax, phrases=phrases)


def _repaired_in(syntax: Syntax, sentence: Sentence, opening: frozenset[int]) -> list[Phrase]:
    phrases = list(with_speech(syntax, syntax.phrases_in(sentence), opening))
    phrases = list(parted(syntax, sentence, phrases))
    phrases = list(with_felling(syntax, phrases))
    overrule_governors(syntax, phrases)
    return phrases
