"""The first step of the reading, and which tagger stands behind it."""

from dataclasses import replace

from extract.records import Article, Reading
from extract.tagger.crf import CrfTagger
from extract.tagger.protocol import Tagger

_tagger: Tagger = CrfTagger()


def find_syntax(article: Article, reading: Reading) -> Reading:
    """Find tokens, sentences, phrases and names of the article."""
    return replace(reading, syntax=_tagger.tag(article.text, article.blocks))
