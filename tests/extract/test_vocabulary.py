"""The word lists, the forms and the exports go by the same closed vocabularies."""

from typing import Literal

import pytest

from extract.lexicon import table
from extract.vocabulary import SUB_TYPES, EventType, Outcome, SourceKind, Stance, SubType, type_of

Part = Literal["subject", "noun", "of", "word", "phrase", "toll"]
OF_PEOPLE_OR_THINGS = {
    "seized",
    "destroyed",
    "liberated",
    "let_go",
    "held",
    "beaten",
    "moved",
    "sent",
}
"""Verbs whose outcome is told by whether people or things are their object."""


@pytest.mark.parametrize("part", ["subject", "noun", "of", "word", "phrase", "toll"])
def test_every_outcome_of_the_word_lists_is_one(part: Part) -> None:
    assert set(table("outcomes")[part]) <= set(Outcome) | OF_PEOPLE_OR_THINGS


def test_an_outcome_that_depends_on_what_is_counted_ends_in_one() -> None:
    lists = table("outcomes")
    assert {*lists["of_people"].values(), *lists["of_things"].values()} <= set(Outcome)


def test_every_stance_of_the_cues_is_one() -> None:
    cues = table("cues")
    told = {stance for part in ("verb", "noun", "adjective") for stance in cues[part]}
    assert told - {"label", "seeming"} <= set(Stance)


def test_every_kind_of_source_is_one() -> None:
    kinds = {name for name, found in table("source_kinds").items() if isinstance(found, dict)}
    assert kinds | set(table("source_kinds")["order"]) <= set(SourceKind)


@pytest.mark.parametrize("subtype", SubType)
def test_every_sub_type_belongs_to_one_type(subtype: SubType) -> None:
    assert [kind for kind, found in SUB_TYPES.items() if subtype in found] == [type_of(subtype)]


def test_every_type_has_its_sub_types() -> None:
    assert set(SUB_TYPES) == set(EventType)
