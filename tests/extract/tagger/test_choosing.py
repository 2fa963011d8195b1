"""Which tagger stands behind the first step."""

import pytest

from extract.load import from_text
from extract.reader import Reader
from extract.tagger import TaggerError


@pytest.mark.parametrize("name", ["pixie", "", "spacy:", "CRF"])
def test_a_tagger_that_does_not_exist_is_named_with_those_that_do(name: str) -> None:
    with pytest.raises(TaggerError, match="no such tagger; say crf, or spacy:"):
        Reader(name).read(from_text("It rained.", key="t"))


def test_after_a_wrong_name_another_reader_reads_on() -> None:
    article = from_text("It rained.", key="t")
    with pytest.raises(TaggerError):
        Reader("pixie").read(article)
    assert Reader().read(article).sha256 == article.sha256
