"""What was decided is never taken for what a corrected report says instead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.records import Span
from store.anchoring.alignment import Alignment, Found
from store.anchoring.quoting import quote
from store.items import Standing

UNSURE = (None, Standing.UNCERTAIN)


def found(old: str, words: str, new: str, nth: int = 1) -> Found | None:
    start = -1
    for _ in range(nth):
        start = old.index(words, start + 1)
    return Alignment(old, new).find(quote(old, Span(start, start + len(words))))


def standing(old: str, words: str, new: str) -> Standing | None:
    place = found(old, words, new)
    return place.standing if place else None


LINE = "The flood killed {} people in Sulta on Monday, the mayor said."


@pytest.mark.parametrize(
    "now",
    [
        "130",
        "113",
        "1,300",
        "13,000",
        "13.5",
        "13-15",
        "13–15",
        "13—15",
        "12-13",
        "13th",
        "13%",
        "$13",
        "€13",
        "13m",
        "13k",
        "13/15",
        "0.13",
        "213",
        "13:30",
        "at least 13",
        "up to 13",
        "nearly 13",
        "about 13",
        "more than 13",
        "fewer than 13",
        "some 13",
        "13 or 14",
        "13 to 15",
        "13 million",
        "13 thousand",
        "13 000",
        "13\xa0000",
        "13\u202f000",
        "13 other",
        "13 young",
        "another 13",
        "as many as 13",
        "~13",
        ">13",
        "13+",
        "-13",
        "13½",
        "13²",
        "13٠",
        "12 or 13",
        "13 and a half",
        "not 13",
        "14",
        "thirteen",
        "13x",
        "A13",
        "no. 13",
        "13 dozen",
    ],
)
def test_a_number_that_became_another_is_uncertain(now: str) -> None:
    assert standing(LINE.format("13"), "13", LINE.format(now)) in UNSURE


@pytest.mark.parametrize(
    ("was", "words", "now"),
    [
        ("killed 13 people", "13", "killed 13 soldiers"),
        ("killed 13 people", "13", "wounded 13 people"),
        ("killed 13 people", "13", "killed 13 people at least"),
        ("killed at least 13 people", "13", "killed 13 people"),
        ("killed nearly 13 people", "13", "killed 13 people"),
        ("killed 130 people", "130", "killed 13 people"),
        ("killed 13,000 people", "13,000", "killed 13 people"),
        ("lost 13 km of road", "13", "lost 13 m of road"),
        ("lost 13 percent of it", "13", "lost 13 points of it"),
        ("killed twelve people", "twelve", "killed twelve hundred people"),
        ("killed six people", "six", "killed sixty people"),
        ("killed twenty people", "twenty", "killed twenty-five people"),
        ("killed twenty people", "twenty", "killed twenty five people"),
        ("killed 13 people", "13 people", "killed 130 people"),
        ("killed 13 people", "13 people", "killed at least 13 people"),
        ("killed 13 people", "killed 13 people", "killed 13 peoples"),
        ("in Iran on Monday", "Iran", "in Iranian waters"),
        ("in Hama on Monday", "Hama", "in Hama City on Monday"),
        ("in Hama on Monday", "Hama", "in West Hama on Monday"),
        ("in Sulta on Monday", "Sulta", "in Sulta District on Monday"),
        ("in Sulta District on Monday", "Sulta", "in Sulta on Monday"),
        ("in Mali on Monday", "Mali", "in Malian towns on Monday"),
        ("in Niger on Monday", "Niger", "in Nigeria on Monday"),
        ("the Guinea army", "Guinea", "the Guinea-Bissau army"),
        ("by Assad forces", "Assad", "by anti-Assad forces"),
        ("in Oman on Monday", "Oman", "in Romania on Monday"),
        ("in دمشق on Monday", "دمشق", "in بدمشق on Monday"),
        ("in Киев on Monday", "Киев", "in Киевская on Monday"),
        ("in Sao on Monday", "Sao", "in Sa\u0303o on Monday"),
        ("in Cafe on Monday", "Cafe", "in Cafe\u0301 on Monday"),
        ("guards fired at them", "fired", "guards never fired at them"),
        ("guards bombed a camp", "bombed", "guards denied they bombed a camp"),
        ("guards bombed a camp", "bombed", "guards allegedly bombed a camp"),
        ("guards bombed a camp", "bomb", "guards bombard a camp"),
        ("guards may have bombed a camp", "bombed", "guards have bombed a camp"),
    ],
)
def test_words_that_became_other_words_are_uncertain(was: str, words: str, now: str) -> None:
    old, new = f"Rain fell.\nReports: {was}, they said.", f"Rain fell.\nReports: {now}, they said."
    assert standing(old, words, new) in UNSURE
    assert standing(old, words, new + "\nMore follows.") in UNSURE


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        (LINE.format("13"), "13", LINE.format("13") + " More rain is due."),
        (LINE.format("13"), "13", "Corrected. " + LINE.format("13")),
        (LINE.format("13"), "13", LINE.format("13").replace("the mayor", "a mayor")),
        (LINE.format("13"), "Sulta", LINE.format("14")),
        (LINE.format("1,300"), "1,300", "Update.\n" + LINE.format("1,300")),
        ("Troops left Iran.", "Iran", "Troops left Iran. They rested."),
        ("Troops left Iran quickly.", "Iran", "Troops left Iran slowly."),
        ("Troops in Hama fired.", "Hama", "Troops near Hama fired."),
        ("Troops in Hama fired.", "Hama", "Troops in Hama's north fired."),
        ("The anti-Assad rally grew.", "Assad", "The anti-Assad rally grew larger."),
        ("Two died, 13, in Homs.", "13", "Two died, 13, in Homs. It rained."),
    ],
)
def test_words_that_still_say_the_same_stay_firm(old: str, words: str, new: str) -> None:
    assert standing(old, words, new) is Standing.FIRM


@pytest.mark.parametrize("now", ["130", "1,300", "13.5", "13-15", "13th"])
def test_the_reader_is_shown_the_whole_new_number(now: str) -> None:
    new = LINE.format(now)
    place = found(LINE.format("13"), "13", new)
    assert place is not None
    assert place.span.of(new) == now


TWIN = "Shells killed 13 people near the old mill."
OTHER = "Rain fell all night."


@pytest.mark.parametrize(
    ("old", "nth", "new"),
    [
        (f"{TWIN}\n{OTHER}\n{TWIN}", 1, f"{OTHER}\n{TWIN}"),
        (f"{TWIN}\n{OTHER}\n{TWIN}", 2, f"{TWIN}\n{OTHER}"),
        (f"{OTHER}\n{TWIN}\n{OTHER}\n{TWIN} Again.", 1, f"{OTHER}\n{OTHER}\n{TWIN} Again."),
        (f"{TWIN} {OTHER} {TWIN}", 1, f"{OTHER} {TWIN}"),
        (f"Head.\n{TWIN}\n{OTHER}\nThen: {TWIN}", 1, f"Head.\n{OTHER}\nThen: {TWIN}"),
    ],
)
def test_a_decision_does_not_hop_to_a_paragraph_that_was_there_before(
    old: str, nth: int, new: str
) -> None:
    assert found(old, "13", new, nth) is None


numbers = st.from_regex(r"\A[1-9][0-9]{0,2}([.,][0-9]{1,3})?\Z")
glue = st.sampled_from(["0", "5", ",000", ".5", "-15", "–20", "th", "%", "m", "/2", "bn"])


@given(number=numbers, more=glue, before=st.sampled_from(["", "Update.\n", "It rained. "]))
def test_a_number_never_ends_sure_on_a_longer_one(number: str, more: str, before: str) -> None:
    new = before + LINE.format(number + more)
    assert standing(LINE.format(number), number, new) in UNSURE


@given(number=numbers, other=numbers)
def test_a_number_never_ends_sure_on_another(number: str, other: str) -> None:
    place = found(LINE.format(number), number, LINE.format(other))
    sure = place is not None and place.standing is not Standing.UNCERTAIN
    assert sure == (number == other)
