"""A search goes round the places that it has found."""

import pytest

from tui.session.search import Search

TEXT = "a bird, a cat, a bird"


@pytest.mark.parametrize(("start", "here"), [(0, (2, 6)), (3, (17, 21)), (18, (2, 6))])
def test_it_begins_at_the_first_place_from_where_the_reader_is(
    start: int, here: tuple[int, int]
) -> None:
    search = Search(TEXT)
    search.seek("bird", start)
    assert search.here == here


def test_it_goes_round_in_both_directions() -> None:
    search = Search(TEXT)
    search.seek("bird", 0)
    search.step(-1)
    assert search.here == (17, 21)
    search.step(1)
    assert search.here == (2, 6)


def test_words_that_are_not_there_are_nowhere() -> None:
    search = Search(TEXT)
    search.seek("dog", 0)
    search.step(1)
    assert (search.words, search.places, search.here) == ("dog", (), None)


def test_a_search_that_is_let_go_of_has_no_place() -> None:
    search = Search(TEXT)
    search.seek("bird", 0)
    search.forget()
    assert (search.words, search.here) == ("", None)
