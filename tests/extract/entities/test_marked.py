"""What comes of names and noun phrases, told sentence by sentence in data/marked.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from markup import article_of

from extract.doc import Doc
from extract.entities import find_entities
from extract.records import Reading

_CASES = tomllib.loads((Path(__file__).parent / "data" / "marked.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", _CASES, ids=[case["says"] for case in _CASES])
def test_entities(case: dict[str, Any]) -> None:
    article, syntax = article_of(case["text"], case.get("title", ""), case.get("publisher"))
    reading = find_entities(Doc(article, syntax), Reading("t", article.sha256))
    found = [
        [e.label.value, e.name, [m.span.of(article.text) for m in e.mentions]]
        for e in reading.entities
    ]
    assert found == case["entities"]
