"""Subjects that the order of the words tells, in sentences that the tagger reads wrongly."""

import pytest

from extract.doc.clauses import clauses_of
from extract.load import from_text
from extract.tagger import parse

SUBJECTS = [
    ("Three of the four men detained on Sunday were released.", "released", "Three"),
    ("Four guards, two of them women, died instantly.", "died", "Four guards"),
    ("A boat capsized; 22 are still missing.", "are", "22"),
    ("Some 200 homes were burned to the ground and 90 residents fled.", "fled", "90 residents"),
    ("The toll, which stood at 350 on Friday, has climbed to 400.", "climbed", "The toll"),
    ("The 26 sailors whom the pirates seized have been freed.", "seized", "the pirates"),
    ('"All are safe," the port authority APN said on Monday.', "said", "the port authority APN"),
    ("At least 74, including eight Britons, were killed.", "killed", "At least 74"),
    ("Last month, five men from one family were killed.", "killed", "five men"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_a_verb_has_the_subject_that_word_order_tells(text: str, verb: str, subject: str) -> None:
    doc = parse(from_text(text, key="small"))
    clauses = clauses_of(doc, doc.sentences[-1])
    place = next(p for p in range(len(clauses.phrases)) if clauses.head(p) == verb)
    found = [clauses.phrases[p] for p in clauses.subjects(place)]
    assert [text[slice(*doc.syntax.span_of(p.first, p.last))] for p in found] == [subject]
