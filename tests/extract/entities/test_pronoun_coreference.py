"""Whom pronouns mean, and who stands at some words."""

import pytest
from markup import article_of

from extract.doc import Doc
from extract.doc.syntax import Syntax
from extract.entities import Antecedents, EntityIndex, find_entities
from extract.records import Entity, Reading, Span
from extract.vocabulary import Label


def _read(marked: str) -> tuple[str, Syntax, tuple[Entity, ...]]:
    article, syntax = article_of(marked)
    reading = find_entities(Doc(article, syntax), Reading("t", article.sha256))
    return article.text, syntax, reading.entities


@pytest.mark.parametrize(
    ("marked", "pronoun", "meant"),
    [
        ("{PER Omar Sy} met {PER Lucy Bright}. Later he left.", "he", "Lucy Bright"),
        ("Mr {PER Sy} met Mrs {PER Bright}. Later he left.", "he", "Sy"),
        ("Mr {PER Sy} met Mrs {PER Bright}. Later she left.", "she", "Bright"),
        ("<subj:{PER Omar Sy}> met {PER Lucy Bright}. Then she left.", "she", "Omar Sy"),
        (
            "{PER Omar Sy} sued the {ORG Ports Authority}. Then it appealed.",
            "it",
            "Ports Authority",
        ),
        ("Spokeswoman {PER Ada Roy} met Mr {PER Sy}. She left.", "She", "Ada Roy"),
    ],
)
def test_a_pronoun_means_the_last_that_fits(marked: str, pronoun: str, meant: str) -> None:
    text, syntax, entities = _read(marked)
    found = Antecedents(syntax, entities).of(pronoun, text.rindex(pronoun))
    assert found is not None
    assert found.name == meant


def test_a_pronoun_far_behind_any_person_means_no_one() -> None:
    text, syntax, entities = _read("{PER Omar Sy} left. It rained. It poured. It froze. He slept.")
    assert Antecedents(syntax, entities).of("He", text.rindex("He")) is None


def test_a_pronoun_does_not_look_ahead() -> None:
    _, syntax, entities = _read("He left before {PER Omar Sy} came.")
    assert Antecedents(syntax, entities).of("He", 0) is None


def test_a_word_that_is_no_pronoun_means_no_one() -> None:
    _, syntax, entities = _read("{PER Omar Sy} left town.")
    assert Antecedents(syntax, entities).of("town", 13) is None


def test_the_entity_at_words_is_the_one_that_shares_most_with_them() -> None:
    text, _, entities = _read("The {ORG Ports Authority} in {LOC Dakar} closed.")
    start = text.index("Authority")
    found = EntityIndex(entities).at(Span(start, text.index(" closed")))
    assert found is not None
    assert found.name == "Ports Authority"


def test_no_entity_stands_between_two() -> None:
    text, _, entities = _read("{PER Omar Sy} and {PER Lucy Bright} left.")
    assert EntityIndex(entities).holding(text.index("and")) is None


def test_mentions_within_a_stretch_come_in_the_order_of_the_text() -> None:
    text, _, entities = _read("{PER Omar Sy} and {PER Lucy Bright} left {LOC Dakar}.")
    within = EntityIndex(entities).within(3, text.index("left"))
    assert [entity.name for _, entity in within] == ["Omar Sy", "Lucy Bright"]


def test_a_party_is_a_mention_with_its_entity() -> None:
    text, _, entities = _read("The {ORG Ports Authority} in {LOC Dakar} closed.")
    index = EntityIndex(entities)
    start = text.index("Dakar")
    party = index.party_at(start, start + 1)
    assert party is not None
    assert party.span.of(text) == "Dakar"
    assert index.label(party) is Label.PLACE
    assert index.is_name(party)
    assert not index.is_armed(party)
    assert [place.span for place in index.places()] == [party.span]
    assert index.party_at(0, 3) is None
