"""The document as every rule sees it: tokens, sentences, phrases, clauses, quotations; built once.

`phrase_at` gives the phrase at a token: its head, children, subjects, objects, conjuncts, ...
Imports the records and the word lists, no rule of another folder.
"""

from extract.doc.doc import Doc
from extract.doc.phrase_node import PhraseNode, phrase_at, phrases_of
from extract.doc.syntax import Phrase, Sentence, Syntax

__all__ = ["Doc", "Phrase", "PhraseNode", "Sentence", "Syntax", "phrase_at", "phrases_of"]
