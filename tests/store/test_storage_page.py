"""The page on storage says what the files hold."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from store import fields as item_fields
from store.anchoring import alignment, quoting
from store.history.article_notes import ArticleNotes, Position, Visit
from store.history.journal import Change, Step, Verb
from store.incidents.kept import About, Adopted, Anchor, Decision, How, Verdict
from store.incidents.values import Column
from store.items import Item, Kind, Quote, Standing, State, Suggestion
from store.library.settings import Settings

PAGE = (Path(__file__).parents[2] / "docs" / "storage.md").read_text(encoding="utf-8")
NAMED = set(re.findall(r"`([^`\n]+)`", PAGE))
NOT_WRITTEN = {"suggested", "remarks", "problems"}


@pytest.mark.parametrize(
    "record",
    [
        *(Item, Quote, Suggestion, Step, Change, ArticleNotes, Visit, Position, Settings),
        *(Anchor, Decision, Adopted, About),
    ],
)
def test_every_field_of_a_record_is_on_the_page(record: type) -> None:
    assert {field.name for field in fields(record)} - NOT_WRITTEN <= NAMED


@pytest.mark.parametrize("kind", Kind)
def test_every_field_of_a_kind_is_on_the_page(kind: Kind) -> None:
    assert item_fields.names(kind) <= NAMED


@pytest.mark.parametrize("words", [Kind, State, Standing, Verb, Verdict, How, Column])
def test_every_word_that_a_field_may_hold_is_on_the_page(words: type[Kind]) -> None:
    assert {word.value for word in words} <= NAMED


def test_the_limits_on_the_page_are_those_of_the_program() -> None:
    assert f"within {alignment.REACH:,} characters" in PAGE
    assert f"from {alignment.FUZZY_LENGTH} characters on" in PAGE
    assert f"at least {alignment.LIKENESS:.0f} of\n   100" in PAGE
    assert f"up to {quoting.CONTEXT} characters" in PAGE
