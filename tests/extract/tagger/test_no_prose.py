"""A few words over and over are no prose: nothing is found in them, and they cost little."""

import pytest

from extract import pipeline
from extract.load import from_text
from extract.tagger import parse
from extract.tagger.crf import is_prose

OVER_AND_OVER = ["said ", "killed ", "Monday ", "1 ", '"a" said ', "he said that "]


@pytest.mark.parametrize("words", OVER_AND_OVER)
def test_nothing_is_found_in_a_few_words_over_and_over(words: str) -> None:
    article = from_text(words * 3000, key="a")
    assert parse(article).syntax.phrases == ()
    reading = pipeline.read(article)
    assert (reading.events, reading.figures, reading.entities) == ((), (), ())


def test_a_list_of_many_names_is_prose() -> None:
    assert is_prose([f"Name{number}" if number % 2 else "," for number in range(400)])


def test_a_short_sentence_is_prose_whatever_it_says() -> None:
    assert is_prose(["no"] * 20)


def test_what_stands_beside_it_is_read() -> None:
    text = "said " * 3000 + "\n\nGunmen killed 12 people in Beira on Monday.\n"
    reading = pipeline.read(from_text(text, key="a"))
    assert [event.kind for event in reading.events] == ["Violence against civilians"]
    assert [figure.point for figure in reading.figures] == [12]
