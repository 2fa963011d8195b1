"""Untrusted text on the screen: as long as it was, and harmless."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.text.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain “text” – as it is", "plain “text” – as it is"),
        ("\x1b[31mred\x07", "␛[31mred␇"),
        ("tab\there", "tab here"),
        ("a\nb", "a b"),
        ("\x9b31m", "�31m"),
        ("user\u202egnp.exe", "user⇄gnp.exe"),
        ("\u2066isolated\u2069", "⇄isolated⇄"),
        ("half \ud83d a pair", "half � a pair"),
        ("soft\xadhyphen", "soft\u200bhyphen"),
        ("\U000e0041", "�"),
    ],
)
def test_what_a_terminal_would_act_on_is_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_a_joined_emoji_is_shown_in_its_parts() -> None:
    assert visible("👩\u200d👧") == "👩\u200b👧"


def test_joiners_of_scripts_stay() -> None:
    assert visible("می\u200cخواهم") == "می\u200cخواهم"


@given(st.text())
def test_offsets_hold(text: str) -> None:
    assert len(visible(text)) == len(text)


@given(st.text(st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp"])))
def test_no_control_character_is_left(text: str) -> None:
    left = {unicodedata.category(character) for character in visible(text)}
    assert not left & {"Cc", "Cs", "Zl", "Zp"}
