"""Marks on a text, found by place, and the looks they give."""

from hypothesis import given
from hypothesis import strategies as st

from tui.text.marks import Marks, runs
from tui.text.voices import Margin, Said, voices_of

SPANS = st.lists(
    st.tuples(st.integers(0, 40_000), st.integers(1, 30_000)).map(lambda p: (p[0], p[0] + p[1])),
    max_size=20,
)


@given(SPANS, st.integers(0, 60_000), st.integers(1, 3_000))
def test_just_the_marks_that_touch_a_range_are_found(
    spans: list[tuple[int, int]], start: int, length: int
) -> None:
    found = sorted(Marks(spans, [0] * len(spans)).touching(start, start + length))
    expected = [n for n, (a, b) in enumerate(spans) if a < start + length and start < b]
    assert found == expected


def test_overlapping_marks_give_the_looks_of_all() -> None:
    marks = Marks([(2, 6), (4, 8)], [1, 2])
    assert runs(0, 10, [marks]) == [(0, 2, 0), (2, 4, 1), (4, 6, 3), (6, 8, 2), (8, 10, 0)]


def test_layers_lie_over_one_another() -> None:
    assert runs(0, 3, [Marks([(0, 2)], [1]), Marks([(1, 3)], [4])], base=8) == [
        (0, 1, 9),
        (1, 2, 13),
        (2, 3, 12),
    ]


def test_sources_have_letters_of_their_own() -> None:
    voices = voices_of(["The Sea Watch", "Sailors", "Sea Watch", "the Sun", "S"])
    letters = [voice.letter for voice in voices.values()]
    assert letters == ["S", "A", "W", "U", "B"]


def test_a_name_without_letters_has_a_letter() -> None:
    assert voices_of(["24/7"])["24/7"].letter == "A"


def test_the_margin_shows_who_says_most_of_a_row() -> None:
    said = [Said(0, 4, "Anna", "│"), Said(4, 20, "Bela", "┃")]
    margin = Margin(said, voices_of(["Anna", "Bela"]))
    found = margin.at(0, 10)
    assert found is not None
    assert (found[0].letter, found[1]) == ("B", "┃")
    assert margin.at(20, 30) is None
