"""What the shipped tagger finds: parts of speech, phrases and how they hang together, names."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.doc.syntax import Phrase, Syntax
from extract.load import from_text
from extract.tagger import parse

_FILE = Path(__file__).parent / "data" / "phrases.toml"
_CASES = tomllib.loads(_FILE.read_text("utf-8"))["case"]
_MARKS = {"NP": ("[", "]"), "VG": ("{", "}")}


def _read(text: str) -> Syntax:
    article = from_text(text, key="t")
    syntax = parse(article).syntax
    assert syntax is not None
    return syntax


def _shown(syntax: Syntax, phrase: Phrase) -> str:
    left, right = _MARKS[phrase.kind]
    start, end = syntax.span_of(phrase.first, phrase.last)
    clause = f"/{phrase.clause}" if phrase.kind == "VG" else ""
    governor = f">{syntax.word(phrase.governor)}" if phrase.governor >= 0 else ""
    return f"{left}{syntax.text[start:end]}{right}{phrase.role}{clause}{governor}"


@pytest.mark.parametrize("case", _CASES, ids=lambda case: str(case["text"]))
def test_phrases_hang_together_as_in_the_sentence(case: dict[str, Any]) -> None:
    syntax = _read(case["text"])
    assert [_shown(syntax, phrase) for phrase in syntax.phrases] == case["phrases"]


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("The old men left.", "DET ADJ NOUN VERB PUNCT"),
        ("Has it rained?", "AUX PRON VERB PUNCT"),
        ("THE OLD MEN LEFT.", "DET ADJ NOUN VERB PUNCT"),
    ],
)
def test_words_have_their_part_of_speech(text: str, tags: str) -> None:
    assert " ".join(_read(text).pos) == tags


def test_verbs_have_their_form() -> None:
    assert _read("They were seen leaving.").forms == ("", "VBD", "VBN", "VBG", "")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Maria Lopez flew from Nairobi to Lima.", ["PER", "LOC", "LOC"]),
        ("The United Nations met the Ministry of Health in Geneva.", ["ORG", "ORG", "LOC"]),
        ("Nobody came.", []),
    ],
)
def test_names_have_their_kind(text: str, names: list[str]) -> None:
    assert [name.kind for name in _read(text).names] == names


def test_names_come_with_probabilities() -> None:
    syntax = _read("Maria Lopez flew from Nairobi to Lima.")
    assert len(syntax.chances) == len(syntax.names)
    assert all(chances["PER"] > 0.5 for chances in syntax.chances[:1])


def test_a_verb_in_the_past_without_helper_is_active_where_its_subject_acts() -> None:
    syntax = _read("Tensions flared in the camp.")
    assert [p.role for p in syntax.phrases if p.kind == "VG"] == ["active"]


def test_a_name_with_a_hyphen_is_one_phrase() -> None:
    syntax = _read("They shelled the town of Tal al-Hara on Friday.")
    assert "Tal al-Hara" in [
        syntax.text[slice(*syntax.span_of(p.first, p.last))] for p in syntax.phrases
    ]


@settings(max_examples=60)
@given(st.text(max_size=200))
def test_any_text_is_tagged_and_every_span_lies_in_a_sentence(text: str) -> None:
    syntax = _read(text)
    assert len(syntax.pos) == len(syntax.forms) == len(syntax)
    for phrase in (*syntax.phrases, *syntax.names):
        sentence = syntax.sentence_at(syntax.starts[phrase.first])
        assert sentence is not None
        assert sentence.first <= phrase.first <= phrase.head < phrase.last <= sentence.last


@given(st.lists(st.sampled_from(["The army said", "in Oslo", "Kim", "was", "hit", "-", "."])))
def test_phrases_never_overlap_and_hang_on_heads_of_phrases(words: list[str]) -> None:
    syntax = _read(" ".join(words))
    ends = [phrase.last for phrase in syntax.phrases]
    assert all(a <= b.first for a, b in zip(ends, syntax.phrases[1:], strict=False))
    heads = {phrase.head for phrase in syntax.phrases} | {-1}
    assert all(phrase.governor in heads for phrase in syntax.phrases)
