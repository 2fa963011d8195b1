"""The document as every rule sees it: tokens, sentences, phrases, clauses, quotations; built once.

Imports the records and the word lists, no rule of another folder.
"""

from extract.doc.doc import Doc
from extract.doc.syntax import Phrase, Sentence, Syntax

__all__ = ["Doc", "Phrase", "Sentence", "Syntax"]
