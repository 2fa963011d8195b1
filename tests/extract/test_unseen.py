"""Characters without a sign are read as if they were not there."""

import pytest

from extract import pipeline
from extract.load import from_text
from extract.records import Reading

TEXT = (
    "Rebels killed two people near Sulta on Sunday, police said.\n\n"
    "Seventeen villagers fled to Merrow on 3 April 2024. "
    "“We ran at 03:00 on Friday,” said Sajo Lanne."
)
SOFT, ZERO, JOINER, MARK, ORDER = "\u00ad", "\u200b", "\u200d", "\u200e", "\ufeff"


def read(text: str) -> Reading:
    return pipeline.read(from_text(text, key="small"))


def words_of(reading: Reading, text: str) -> list[str]:
    """The words of everything that has a place in the text, in order of kind."""
    spans = [
        *(one.span for one in reading.dates),
        *(one.span for one in reading.figures),
        *(one.span for one in reading.events),
        *(one.span for one in reading.attributions),
        *(mention.span for entity in reading.entities for mention in entity.mentions),
    ]
    return [span.of(text) for span in spans]


def without(words: list[str], sign: str) -> list[str]:
    return [word.replace(sign, "") for word in words]


@pytest.mark.parametrize("sign", [SOFT, ZERO, JOINER, MARK, ORDER])
@pytest.mark.parametrize(
    "word", ["Rebels", "people", "Sulta", "Sunday", "Seventeen", "April", "Lanne"]
)
def test_a_word_is_found_with_what_cannot_be_seen_inside(word: str, sign: str) -> None:
    text = TEXT.replace(word, f"{word[:3]}{sign}{word[3:]}")
    assert without(words_of(read(text), text), sign) == words_of(read(TEXT), TEXT)


def test_every_letter_may_be_parted() -> None:
    text = "".join(c + SOFT if c.isalpha() else c for c in TEXT)
    assert without(words_of(read(text), text), SOFT) == words_of(read(TEXT), TEXT)


def test_the_words_of_a_date_stay_as_written() -> None:
    text = f"They met on Sun{SOFT}day."
    [when] = read(text).dates
    assert (when.words, when.span.of(text)) == (f"Sun{SOFT}day", f"Sun{SOFT}day")


def test_what_ends_before_a_sign_leaves_it_out() -> None:
    text = f"They met on Sunday{ZERO} near Sulta."
    [when] = read(text).dates
    assert when.words == "Sunday"


def test_a_text_of_nothing_else_is_read() -> None:
    assert read(SOFT + ZERO).dates == ()
