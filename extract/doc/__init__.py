"""The document as every rule sees it: tokens, sentences, phrases, quotations; built once.

Imports nothing but the records. No rule stands here, and no word list.
"""

from extract.doc.doc import Doc
from extract.doc.syntax import Phrase, Sentence, Syntax

__all__ = ["Doc", "Phrase", "Sentence", "Syntax"]
