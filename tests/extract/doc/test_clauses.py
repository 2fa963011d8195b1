"""A clause knows its subjects, objects and obliques, those it only shares included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from parsed import clauses_in, doc_of, verb, words

from extract.doc.clauses import clauses_of


@pytest.mark.parametrize(
    ("text", "head", "subjects", "objects"),
    [
        ("Gunmen attacked a village on Monday.", "attacked", ["Gunmen"], ["a village"]),
        ("Rebels shot and killed two guards.", "shot", ["Rebels"], ["two guards"]),
        ("Rebels shot and killed two guards.", "killed", ["Rebels"], ["two guards"]),
        ("The colonel told his men to attack the camp.", "attack", ["his men"], ["the camp"]),
        ("Rebels who burned a bus fled.", "burned", ["Rebels"], ["a bus"]),
        ("Rebels and soldiers left the town.", "left", ["Rebels", "soldiers"], ["the town"]),
        ("The state repaid the sum it had received.", "received", ["it"], ["the sum"]),
        ("The ministry has a plan to rebuild the dam.", "rebuild", ["The ministry"], ["the dam"]),
        ("They told the men to leave the camp.", "leave", ["the men"], ["the camp"]),
    ],
)
def test_a_verb_has_its_own_and_its_shared_subjects_and_objects(
    text: str, head: str, subjects: list[str], objects: list[str]
) -> None:
    clauses = clauses_in(text)
    place = verb(clauses, head)
    assert [words(clauses, p) for p in clauses.subjects(place)] == subjects
    assert [words(clauses, p) for p in clauses.objects(place)] == objects


@pytest.mark.parametrize(
    ("text", "head", "passive"),
    [
        ("Two men were killed by rebels.", "killed", True),
        ("The raid, carried out by rebels, failed.", "carried", True),
        ("Rebels killed two men.", "killed", False),
        ("Rebels have killed two men.", "killed", False),
    ],
)
def test_a_passive_is_known_by_its_form_and_by_its_agent(
    text: str, head: str, passive: bool
) -> None:
    clauses = clauses_in(text)
    assert clauses.is_passive(verb(clauses, head)) is passive


def test_verbs_that_and_joins_share_their_agent() -> None:
    clauses = clauses_in("Two men were shot and killed by rebels.")
    for head in ("shot", "killed"):
        assert [words(clauses, p) for p in clauses.agents(verb(clauses, head))] == ["rebels"]
    clauses = clauses_in("Rebels shot and killed two men.")
    assert clauses.agents(verb(clauses, "shot")) == []


def test_an_oblique_comes_with_its_preposition() -> None:
    clauses = clauses_in("Two men were killed by rebels.")
    found = [(link, words(clauses, p)) for link, p in clauses.obliques(verb(clauses, "killed"))]
    assert found == [("by", "rebels")]


def test_a_noun_phrase_extends_over_its_possessor_and_what_of_adds() -> None:
    clauses = clauses_in("The head of the army said so.")
    assert clauses.extent(0) == (0, 5)


def test_the_clauses_of_a_sentence_are_read_once() -> None:
    doc = doc_of("Gunmen attacked a village. Soldiers fled.")
    first, second = doc.sentences
    assert clauses_of(doc, first) is clauses_of(doc, first)
    assert clauses_of(doc, second) is not clauses_of(doc, first)


PIECES = (
    *("the army", "Ines Duarte", "three men", "and", ",", ".", "of", "who", "which", "that"),
    *("said", "were killed", "shot", "by rebels", "to attack", "in Orvo", "'s", "denies", "“", "”"),
)


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=30).map(" ".join))
def test_extents_and_clauses_lie_in_their_sentence(text: str) -> None:
    doc = doc_of(text)
    for sentence in doc.sentences:
        clauses = clauses_of(doc, sentence)
        for place, phrase in enumerate(clauses.phrases):
            first, last = clauses.extent(place)
            assert sentence.first <= first <= phrase.first < phrase.last <= last <= sentence.last
            first, last = clauses.region(phrase.head)
            assert sentence.first <= first <= phrase.head < last <= sentence.last
