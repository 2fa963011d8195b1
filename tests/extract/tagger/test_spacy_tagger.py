"""A spaCy pipeline in place of the tagger that ships."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extract.doc.syntax import Syntax
from extract.load import from_text
from extract.records import Article
from extract.tagger import TaggerError, parse
from extract.tagger.step import SHIPPED, tagger_named

spacy = pytest.importorskip("spacy")

TEXT = "Omar Sy left Vantia. He is well.\n\nThe Blue Front stayed in Vantia's north."


@pytest.fixture(autouse=True)
def none_kept() -> Iterator[None]:
    """Keep no pipeline of one test for the next."""
    yield
    tagger_named.cache_clear()


@pytest.fixture
def article() -> Article:
    """Two paragraphs with names that no gazetteer has."""
    return from_text(TEXT, key="t")


def _pipeline(folder: Path, *, names: bool = True, tags: bool = False) -> str:
    """The name of a small pipeline made for the test."""
    pipeline = spacy.blank("en")
    if names:
        ruler = pipeline.add_pipe("entity_ruler")
        ruler.add_patterns(
            [{"label": "GPE", "pattern": "Vantia"}, {"label": "ORG", "pattern": "Blue Front"}]
        )
    if tags:
        ruler = pipeline.add_pipe("attribute_ruler")
        ruler.add([[{}]], {"POS": "NOUN", "TAG": "NN"})
        ruler.add([[{"ORTH": "left"}]], {"POS": "VERB", "TAG": "VBD"})
    pipeline.to_disk(folder)
    return f"spacy:{folder}"


def _read(article: Article, tagger: str = SHIPPED) -> Syntax:
    syntax = parse(article, tagger).syntax
    assert syntax is not None
    return syntax


def _names(syntax: Syntax) -> list[tuple[str, str]]:
    spans = [syntax.span_of(name.first, name.last) for name in syntax.names]
    return [
        (syntax.text[start:end], name.kind)
        for (start, end), name in zip(spans, syntax.names, strict=True)
    ]


def test_the_names_are_the_pipelines(tmp_path: Path, article: Article) -> None:
    found = _names(_read(article, _pipeline(tmp_path)))
    assert found == [("Vantia", "LOC"), ("Blue Front", "ORG"), ("Vantia", "LOC")]


def test_tokens_and_sentences_stay_the_same(tmp_path: Path, article: Article) -> None:
    ours = _read(article)
    theirs = _read(article, _pipeline(tmp_path))
    assert (theirs.starts, theirs.sentences) == (ours.starts, ours.sentences)


def test_what_the_pipeline_does_not_tell_is_told_by_ours(tmp_path: Path, article: Article) -> None:
    assert _read(article, _pipeline(tmp_path, names=False)) == _read(article)


def test_the_parts_of_speech_are_the_pipelines(tmp_path: Path, article: Article) -> None:
    syntax = _read(article, _pipeline(tmp_path, tags=True))
    assert set(syntax.pos) == {"NOUN", "VERB"}
    assert "VBD" in syntax.forms


def test_phrases_hang_together_as_the_parser_says(article: Article) -> None:
    from extract.tagger.spacy import SpacyTagger

    pipeline = spacy.blank("en")
    spacy.Language.component("all_on_the_last", func=_all_on_the_last)
    pipeline.add_pipe("all_on_the_last")
    syntax = SpacyTagger(pipeline).tag(article.text, article.blocks)
    assert {phrase.role for phrase in syntax.phrases if phrase.kind == "NP"} == {"obj"}


def _all_on_the_last(doc: Any) -> Any:
    for sentence in list(doc.sents):
        for token in sentence:
            token.head, token.dep_ = sentence[-1], "dobj"
    return doc


def test_a_pipeline_that_is_not_installed_is_named() -> None:
    with pytest.raises(TaggerError, match="no_such_pipeline: no such spaCy pipeline"):
        tagger_named("spacy:no_such_pipeline")


def test_an_empty_text_has_no_sentences(tmp_path: Path) -> None:
    assert _read(from_text("", key="t"), _pipeline(tmp_path)).sentences == ()
