"""The first step of the reading, and which tagger stands behind it."""

from functools import lru_cache

from extract.doc import Doc
from extract.doc.syntax import NO_PROSE
from extract.records import Article
from extract.tagger import spacy
from extract.tagger.cells import with_places
from extract.tagger.crf import CrfTagger
from extract.tagger.layout import Findings, Tagger, TaggerError, lay_out

SHIPPED = "crf"
"""Name of the tagger that ships."""
_SPACY = "spacy:"


@lru_cache(maxsize=4)
def tagger_named(name: str) -> Tagger:
    """Return the tagger of that name, loaded once: "crf", or "spacy:" and the name of a pipeline.

    Raises:
        TaggerError: if there is no such tagger, or it is not installed.
    """
    if name == SHIPPED:
        return CrfTagger()
    if name.startswith(_SPACY) and name != _SPACY:
        return spacy.load(name.removeprefix(_SPACY))
    raise TaggerError("no such tagger", name, f"say {SHIPPED}, or {_SPACY} and a pipeline's name")


def parse(article: Article, tagger: str = SHIPPED) -> Doc:
    """Return the document of an article: tokens, sentences, phrases and names.

    Raises:
        TaggerError: if there is no such tagger, or it is not installed.
    """
    syntax = tagger_named(tagger).tag(article.text, article.blocks)
    return Doc(article, with_places(syntax, article))


def untagged(article: Article) -> Doc:
    """Return the document of an article whose language no tagger knows: tokens and sentences."""
    layout = lay_out(article.text, article.blocks)
    found = Findings(tags=[NO_PROSE] * len(layout.words))
    return Doc(article, found.over(article.text, layout))
