"""Which tagger stands behind the first step."""

import pytest

from extract.load import from_text
from extract.records import Reading
from extract.tagger import TaggerError, find_syntax, use_tagger


@pytest.mark.parametrize("name", ["pixie", "", "spacy:", "CRF"])
def test_a_tagger_that_does_not_exist_is_named_with_those_that_do(name: str) -> None:
    with pytest.raises(TaggerError, match="no such tagger; say crf, or spacy:"):
        use_tagger(name)


def test_after_a_wrong_name_the_reading_goes_on_with_the_tagger_before() -> None:
    with pytest.raises(TaggerError):
        use_tagger("pixie")
    article = from_text("It rained.", key="t")
    syntax = find_syntax(article, Reading("t", article.sha256)).syntax
    assert syntax is not None
    assert syntax.pos == ("PRON", "VERB", "PUNCT")
