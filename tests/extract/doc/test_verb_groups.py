"""What a verb group is, how far a noun phrase goes and where a clause begins, by example."""

import pytest
from parsed import doc_of, syntax_of

from extract.doc import Doc
from extract.doc.doc import SentenceView
from extract.doc.phrases import (
    apposition_end,
    clause_at,
    has_subject,
    is_finite,
    is_infinitive,
    is_participle,
    is_passive,
    is_surely_passive,
    noun_end,
    noun_start,
)
from extract.doc.syntax import Phrase
from extract.load import from_text


def view_of(text: str) -> SentenceView:
    doc = doc_of(text)
    return SentenceView(doc, doc.sentences[0])


def group_of(view: SentenceView, head: str) -> Phrase:
    return next(p for p in view.phrases if p.kind == "VG" and view.low(p.head) == head)


@pytest.mark.parametrize(
    ("text", "head", "kind"),
    [
        ("The mayor said so.", "said", "finite"),
        ("The mayor wanted to leave the town.", "leave", "infinitive"),
        ("The mayor left, saying nothing.", "saying", "participle"),
        ("The mayor was saying nothing.", "saying", "finite"),
    ],
)
def test_a_verb_group_is_finite_an_infinitive_or_a_participle(
    text: str, head: str, kind: str
) -> None:
    view = view_of(text)
    group = group_of(view, head)
    told = {
        "finite": is_finite(view, group),
        "infinitive": is_infinitive(view, group),
        "participle": is_participle(view, group),
    }
    assert [name for name, holds in told.items() if holds] == [kind]


@pytest.mark.parametrize(
    ("text", "head", "passive"),
    [
        ("Two men were killed by rebels.", "killed", True),
        ("The raid carried out by rebels failed.", "carried", True),
        ("Rebels had killed two men.", "killed", False),
    ],
)
def test_a_passive_is_told_by_the_tagger_or_by_its_agent(
    text: str, head: str, passive: bool
) -> None:
    view = view_of(text)
    assert is_passive(view, group_of(view, head)) is passive


def words(view: SentenceView, first: int, last: int) -> str:
    return " ".join(view.doc.words[first:last])


@pytest.mark.parametrize(
    ("text", "token", "whole"),
    [
        ("The head of the army said so.", 1, "The head of the army"),
        ("The mayor 's wife said so.", 3, "The mayor 's wife"),
        ("The mayor of the town and the judge said so.", 1, "The mayor of the town"),
    ],
)
def test_a_noun_phrase_goes_as_far_as_what_belongs_to_it(text: str, token: int, whole: str) -> None:
    view = view_of(text)
    noun = view.noun(token)
    assert noun is not None
    assert words(view, noun_start(view, noun), noun_end(view, noun)) == whole


def test_an_apposition_ends_with_its_comma_or_the_sentence() -> None:
    view = view_of("So said Amina Traore, a farmer in the valley.")
    assert words(view, 4, apposition_end(view, 4)) == ", a farmer in the valley"


def test_a_clause_begins_with_that_or_with_its_subject() -> None:
    view = view_of("The mayor said that bridges had collapsed.")
    assert clause_at(view, 3)
    assert has_subject(view, 4)
    assert not clause_at(view, 2)


def test_outside_its_sentence_a_view_has_no_token() -> None:
    view = view_of("The mayor left. Rain fell.")
    assert (view.low(view.last), view.pos(-1), view.noun(view.last)) == ("", "", None)


@pytest.mark.parametrize(
    ("tagged", "sure"),
    [
        ("The/DET elders/NOUN called/VERB for/ADP calm/NOUN", False),
        ("The/DET bridge/NOUN built/VERB by/ADP soldiers/NOUN", True),
    ],
)
def test_a_past_form_is_surely_passive_where_an_agent_may_follow(tagged: str, sure: bool) -> None:
    verb = Phrase("VG", 2, 3, 2, "passive", 1, "acl")
    syntax = syntax_of(tagged, Phrase("NP", 0, 2, 1, "root"), verb, Phrase("NP", 4, 5, 4, "obl", 2))
    doc = Doc(from_text(syntax.text, key="t"), syntax)
    assert is_surely_passive(SentenceView(doc, doc.sentences[0]), verb) is sure
