"""Who is speaking beside each row."""

from tui.text.voices import Margin, Said, voices_of

VOICES = voices_of(["the Harbour Authority", "Ines Duarte"])


def margin() -> Margin:
    said = [Said(0, 30, "the Harbour Authority", "│", "a1"), Said(30, 40, "Ines Duarte", "┃", "a2")]
    return Margin(said, VOICES)


def test_the_source_of_the_larger_part_of_a_row_is_shown() -> None:
    assert margin().at(0, 40) == (VOICES["the Harbour Authority"], "│")


def test_a_hidden_statement_gives_way_to_another() -> None:
    found = margin()
    found.hidden.add("a1")
    assert found.at(0, 40) == (VOICES["Ines Duarte"], "┃")


def test_a_row_without_a_statement_has_no_voice() -> None:
    assert margin().at(40, 80) is None
