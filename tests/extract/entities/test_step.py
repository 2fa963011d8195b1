"""The step as a whole: on any text, on its place in the pipeline, on what it owes the records."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markup import article_of

from extract.doc import Doc
from extract.entities import find_entities
from extract.records import Article, Block, Entity, Reading
from extract.tagger import parse
from extract.vocabulary import BlockKind, Label, MentionForm

_WORDS = (
    "The the Gen. Ali al-Nour minister of Kenya Kenyan forces rebels former police ( ) , . - “ ” "
    "said told Reuters AFP US $ and Union for Peace 18 based Geneva-based city province x É 日本 \n"
    "ex-rebels members opposition to watchdog Mr Mrs Jong-un U.S. O’Neill state"
)


def _read(text: str) -> Reading:
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),) if text else ()
    article = Article("a", "", text, blocks, digest)
    return find_entities(parse(article), Reading("t", digest))


def _assert_sound(text: str, entities: tuple[Entity, ...]) -> None:
    mentions = sorted(m.span for entity in entities for m in entity.mentions)
    assert all(0 <= span.start < span.end <= len(text) for span in mentions)
    assert all(not a.overlaps(b) or a.holds(b) or b.holds(a) for a, b in pairwise(mentions))
    assert [entity.id for entity in entities] == [f"e{n}" for n in range(1, len(entities) + 1)]
    firsts = [entity.mentions[0].start for entity in entities]
    assert firsts == sorted(firsts)


@settings(deadline=None)
@given(st.text(max_size=120))
def test_any_text_can_be_read(text: str) -> None:
    _assert_sound(text, _read(text).entities)


@settings(deadline=None)
@given(st.lists(st.sampled_from(_WORDS.split(" ")), max_size=40).map(" ".join))
def test_any_run_of_the_words_that_rules_look_at_can_be_read(text: str) -> None:
    _assert_sound(text, _read(text).entities)


def test_places_get_the_country_that_the_report_speaks_of() -> None:
    article, syntax = article_of("In {LOC Tripoli}, {LOC Lebanon}, as in {LOC Sidon}, it rained.")
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert {entity.name: entity.country for entity in entities} == {
        "Tripoli": "LB",
        "Lebanon": "LB",
        "Sidon": "LB",
    }


def test_a_place_alone_gets_the_country_of_its_most_populous_namesake() -> None:
    article, syntax = article_of("It rained in {LOC Geneva}.")
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert [entity.country for entity in entities] == ["CH"]


def test_joins_by_another_wording_are_marked_as_probable() -> None:
    article, syntax = article_of("<The rebels> fled. <The insurgents> fled. <The rebels> fled.")
    (rebels,) = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert [mention.probable for mention in rebels.mentions] == [False, True, False]


def test_a_surname_of_two_people_is_only_probably_the_last_ones() -> None:
    article, syntax = article_of("{PER Ana Reyes} and {PER Juan Reyes} met. {PER Reyes} left.")
    _, juan = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert [mention.probable for mention in juan.mentions] == [False, True]


def test_former_members_are_told_from_those_who_are() -> None:
    article, syntax = article_of("<The rebels> met <former rebels>, and <the rebels> left.")
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert [(entity.label, entity.former) for entity in entities] == [
        (Label.GROUP, False),
        (Label.GROUP, True),
    ]


def test_forms_of_mentions_are_told_apart() -> None:
    article, syntax = article_of(
        "{LOC Peru} and {ORG Orbit Bank}, <a lender>, met. <The lender> is {MISC Peruvian}."
    )
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    forms = [[mention.form for mention in entity.mentions] for entity in entities]
    assert forms == [
        [MentionForm.NAME, MentionForm.DEMONYM],
        [MentionForm.NAME, MentionForm.NOMINAL],
    ]


@pytest.mark.parametrize(
    ("marked", "role"),
    [
        ("<the health minister>, {PER Ada Obi}, left.", "health minister"),
        ("{PER Ada Obi}, <a former nurse>, left.", "former nurse"),
        ("Deputy Prime Minister {PER Ada Obi} left.", "Deputy Prime Minister"),
        ("Gen. {PER Ada Obi} left.", "Gen."),
        ("Mrs {PER Ada Obi} left.", None),
        ("{PER Ada Obi}, <the rain>, and {PER Omar Sy} left.", None),
    ],
)
def test_people_have_the_role_that_the_report_gives_them(marked: str, role: str | None) -> None:
    article, syntax = article_of(marked)
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert entities[0].role == role


@pytest.mark.parametrize("text", ["´(A\x1b", "x ´(A\x1b", "(´´)", "Mr ´´ left ´."])
def test_a_name_of_signs_alone_is_read_over(text: str) -> None:
    _assert_sound(text, _read(text).entities)
