"""A phrase is an object that knows what it depends on and what belongs to it."""

import pytest
from parsed import doc_of

from extract.doc import PhraseNode, phrase_at, phrases_of
from extract.vocabulary import Status

TEXT = "The mayor's brother and two guards were shot and killed by rebels of the north. It rained."


def texts(phrases: list[PhraseNode]) -> list[str]:
    return [phrase.text for phrase in phrases]


def test_a_verb_knows_who_does_what_and_to_whom() -> None:
    doc = doc_of(TEXT)
    verb = phrase_at(doc, doc.low.index("killed"))
    assert verb is not None
    assert verb.is_verb
    assert verb.is_passive
    assert verb.word == "killed"
    assert texts(verb.subjects) == ["brother", "two guards"]
    assert texts(verb.agents) == ["rebels"]
    assert [(link, phrase.text) for link, phrase in verb.obliques] == [("by", "rebels")]


def test_a_noun_knows_its_conjuncts_its_owner_and_what_it_depends_on() -> None:
    doc = doc_of(TEXT)
    noun = phrase_at(doc, doc.low.index("brother"))
    assert noun is not None
    assert noun.is_noun
    assert texts(noun.conjuncts) == ["brother", "two guards"]
    assert texts(noun.possessors) == ["The mayor"]
    assert noun.governor is phrase_at(doc, doc.low.index("shot"))
    assert noun.governor is not None
    assert noun in noun.governor.children


def test_a_noun_extends_over_what_of_adds() -> None:
    doc = doc_of(TEXT)
    noun = phrase_at(doc, doc.low.index("rebels"))
    assert noun is not None
    assert noun.preposition == "by"
    assert [doc.low[token] for token in range(*noun.extent)] == ["rebels", "of", "the", "north"]


def test_each_phrase_is_one_object_however_it_is_reached() -> None:
    doc = doc_of(TEXT)
    first = phrases_of(doc, doc.sentences[0])
    assert phrases_of(doc, doc.sentences[0]) is first
    assert first[1].before is first[0]
    assert first[0].before is None
    assert first[0].after is first[1]
    assert first[-1].after is None
    assert first[0].sentence.holding(first[1].head) is first[1]
    assert phrase_at(doc, first[-1].head) is first[-1]


def test_a_token_is_looked_up_as_a_noun_or_a_verb() -> None:
    doc = doc_of(TEXT)
    noun, verb = (phrase_at(doc, doc.low.index(word)) for word in ("guards", "shot"))
    assert noun is not None
    assert verb is not None
    assert noun.verb_at(verb.head) is verb
    assert noun.noun_at(verb.head) is None
    assert verb.noun_at(noun.head) is noun
    assert verb.noun_at(len(doc.low)) is None
    assert verb in verb.sentence.verbs_among({"shot"})
    assert not verb.sentence.verbs_among({"guards"})
    assert doc.text[slice(*noun.span)] == "two guards"


def test_nouns_behind_a_verb_are_those_that_depend_on_it() -> None:
    doc = doc_of("Killed in the raid were a priest and a nun.")
    verb = phrase_at(doc, doc.low.index("were"))
    assert verb is not None
    assert verb.nouns_behind[0].text == "a priest"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels killed two men.", Status.ACTUAL),
        ("Rebels denied that they had killed two men.", Status.NEGATED),
        ("Rebels planned to kill two men.", Status.PLANNED),
        ("Rebels may kill two men.", Status.HYPOTHETICAL),
    ],
)
def test_a_verb_knows_whether_what_it_tells_took_place(text: str, status: Status) -> None:
    doc = doc_of(text)
    verb = next(p for p in phrases_of(doc, doc.sentences[0]) if p.word in ("killed", "kill"))
    assert verb.status is status


def test_a_mark_stands_in_no_phrase() -> None:
    doc = doc_of(TEXT)
    assert phrase_at(doc, doc.low.index(".")) is None
