"""The order of words tells the subject of a verb, also where the tree of the sentence does not."""

import pytest
from parsed import clauses_in, syntax_of, verb, words

from extract.doc import Doc, Phrase
from extract.doc.clauses import clauses_of
from extract.doc.word_order import Subjects
from extract.load import from_text


@pytest.mark.parametrize(
    ("text", "head", "subject"),
    [
        (
            "The mayor, who was hurt in the blast, left the town.",
            "left",
            "The mayor, who was hurt in the blast",
        ),
        ("The mayor, who was hurt in the blast, left the town.", "hurt", "who"),
        ("The head of the army, on Monday, closed the road.", "closed", "The head of the army"),
        ("Police searched the house and arrested two men.", "arrested", "Police"),
        ("He resigned, saying nothing.", "saying", "He"),
        ("Soldiers in the north came to repair the dam.", "repair", "Soldiers in the north"),
        ("The world's longest train made its first trip.", "made", "The world's longest train"),
    ],
)
def test_a_subject_stands_before_its_verb_or_is_shared(text: str, head: str, subject: str) -> None:
    clauses = clauses_in(text)
    found = Subjects(clauses).of(clauses.phrases[verb(clauses, head)])
    assert found is not None
    start, end = clauses.syntax.span_of(found.first, found.last)
    assert text[start:end].startswith(subject)


def test_verbs_of_speech_share_the_subject_of_one_that_says_something() -> None:
    clauses = clauses_in("The mayor said the bridge fell, adding that nobody was hurt.")
    group = clauses.phrases[verb(clauses, "adding")]
    found = Subjects(clauses, {"said", "adding"}).of(group)
    assert found is not None
    assert clauses.syntax.word(found.last - 1) == "mayor"


def test_a_verb_that_the_tagger_gives_no_subject_has_the_one_before_it() -> None:
    tagged = "The/DET mayor/NOUN ,/PUNCT who/PRON left/VERB ,/PUNCT was/AUX shot/VERB ./PUNCT"
    syntax = syntax_of(
        tagged,
        Phrase("NP", 0, 2, 1),
        Phrase("VG", 4, 5, 4, "active", -1, "relcl"),
        Phrase("VG", 6, 8, 7, "passive", -1, "root"),
    )
    doc = Doc(from_text(syntax.text, key="t"), syntax)
    clauses = clauses_of(doc, doc.sentences[0])
    assert [words(clauses, p) for p in clauses.subjects(verb(clauses, "shot"))] == ["The mayor"]
    assert [words(clauses, p) for p in clauses.subjects(verb(clauses, "left"))] == ["The mayor"]


def test_a_verb_alone_has_no_subject() -> None:
    clauses = clauses_in("Leave the town.")
    assert clauses.subjects(0) == []
