"""Every construction of attribution finds what its own example says that it finds."""

from typing import Any

import pytest
from said import read

from extract.attribution.constructions import ALL, Construction


@pytest.mark.parametrize("construction", ALL, ids=lambda construction: construction.form)
def test_a_construction_finds_its_example(construction: Construction[Any]) -> None:
    article, reading = read(construction.example)
    (found,) = reading.attributions
    assert (
        found.source_span.of(article.text) if found.source_span else "",
        found.cue.of(article.text) if found.cue else "",
        tuple(span.of(article.text) for span in found.content),
    ) == (construction.source, construction.cue, construction.content)


@pytest.mark.parametrize("construction", ALL, ids=lambda construction: construction.form)
def test_a_construction_is_used_by_its_example(
    construction: Construction[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without its rule the example is not read as it should be: no other rule stands in."""
    wanted = _told(construction.example)
    for table in ("ACTIVE", "PASSIVE", "PHRASES", "HEADINGS", "SENTENCES", "DOCUMENT"):
        rows = getattr(_module(), table)
        for module in (_module(), _step()):
            if hasattr(module, table):
                kept = tuple(row for row in rows if row.form != construction.form)
                monkeypatch.setattr(module, table, kept)
    assert _told(construction.example) != wanted


def _told(text: str) -> list[tuple[object, ...]]:
    _, reading = read(text)
    return [(a.source_span, a.cue, a.content) for a in reading.attributions]


def _module() -> Any:
    from extract.attribution import constructions

    return constructions


def _step() -> Any:
    from extract.attribution import step

    return step
