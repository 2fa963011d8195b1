"""A dateline is told from the sentence behind it, and a place in capitals from other words."""

import pytest
from parsed import doc_of

from extract.doc.datelines import dateline_at, datelines_of, place_in_capitals


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("NAIROBI, May 3 (Reuters) - Gunmen killed a trader.", "NAIROBI, May 3 (Reuters) "),
        ("Oshkara (AP) — Two bridges fell.", "Oshkara (AP) "),
        ("BOGOTA, 4 Sep 2019: Nine people died.", "BOGOTA, 4 Sep 2019"),
        ("KABUL (AP) _ A bomb killed two men.", "KABUL (AP) "),
        ("Bogota, 11 may 90 (Radio Uno) -- Two men were shot.", "Bogota, 11 may 90 (Radio Uno) "),
        ("Pretoria – Embattled miners left.", "Pretoria "),
        ("TORSK: Troops killed nine men.", "TORSK"),
    ],
)
def test_a_dateline_goes_up_to_its_sign(text: str, dateline: str) -> None:
    doc = doc_of(text)
    assert [span.of(text) for span in datelines_of(doc)] == [dateline]
    assert dateline_at(doc, 0) == datelines_of(doc)[0]
    assert dateline_at(doc, len(text) - 1) is None


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed a trader - the third this week - in Garissa.",
        "The 5-6 May talks failed.",
        "Gunmen killed a trader in Garissa.",
        "John Smith – a trader from Garissa – was killed.",
        "The Reds – Merrow's oldest militia – killed two men.",
        "Three things changed: Merrow fell.",
    ],
)
def test_a_sentence_without_a_dateline_has_none(text: str) -> None:
    assert datelines_of(doc_of(text)) == ()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("NAIROBI (Reuters) - Gunmen killed a trader.", "NAIROBI"),
        ("NEW DELHI, May 3 - Gunmen killed a trader.", "NEW DELHI"),
        ("Nairobi (Reuters) - Gunmen killed a trader.", ""),
        ("UN officials left.", ""),
    ],
)
def test_a_place_in_capitals_opens_a_dateline(text: str, place: str) -> None:
    doc = doc_of(text)
    tokens = place_in_capitals(doc, doc.sentences[0])
    assert " ".join(doc.words[token] for token in tokens or ()) == place


def test_a_dateline_is_no_subject_of_the_sentence_behind_it() -> None:
    doc = doc_of("TORSK, March 14 (Wire) - Gunmen stormed two villages.")
    subjects = [phrase for phrase in doc.syntax.phrases if phrase.role == "subj"]
    assert [doc.words[phrase.head] for phrase in subjects] == ["Gunmen"]
