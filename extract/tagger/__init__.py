"""Tokens, sentences, parts of speech, phrases and names of an article.

Stands below all other steps of the reading and imports none of them.
"""

from extract.tagger.layout import TaggerError
from extract.tagger.step import parse, untagged

__all__ = ["TaggerError", "parse", "untagged"]
