"""Values as words and words as values, as the fields of a form have them."""

from datetime import date

import pytest

from store.errors import InvalidValueError
from tui.review.amounts import Amount, Day
from tui.review.fields import Field, Numeric, OneOf, Plain, YesNo
from tui.review.named import AllNamed, Known, Named

FATE = OneOf("fate", "fate", {"killed": "killed", "wounded": "wounded", "wandered": "wandered"})
PLACES: Known = {
    "Port Sille": {"name": "Port Sille", "start": 3, "end": 13},
    "Orso": {"name": "Orso"},
}
PLACE = Named("place", "place", PLACES)
DAY = Day("when", "date", date(2024, 3, 5))


@pytest.mark.parametrize(
    ("field", "words", "values"),
    [
        (Plain("name", "name"), "  two  words ", {"name": "two words"}),
        (Plain("name", "name"), "", {"name": None}),
        (Numeric("low", "low"), "1,500", {"low": 1500.0}),
        (Numeric("low", "low"), " ", {"low": None}),
        (FATE, "k", {"fate": "killed"}),
        (FATE, "ounded", {"fate": "wounded"}),
        (YesNo("former", "former"), "Yes", {"former": True}),
        (PLACE, "port", {"place": {"name": "Port Sille", "start": 3, "end": 13}}),
        (PLACE, "Elsewhere", {"place": {"name": "Elsewhere"}}),
        (PLACE, "", {"place": None}),
        (
            AllNamed("actors", "actors", PLACES),
            "orso; new one",
            {"actors": [{"name": "Orso"}, {"name": "new one"}]},
        ),
        (
            DAY,
            "yesterday",
            {
                "when": {
                    "name": "yesterday",
                    "from": "2024-03-04",
                    "to": "2024-03-04",
                    "precision": "day",
                }
            },
        ),
        (
            Amount(),
            "up to 1.2 million",
            {"low": None, "point": 1.2e6, "high": 1.2e6, "qualifier": "up_to", "vague": None},
        ),
        (
            Amount(),
            "≥ 8",
            {"low": 8, "point": 8, "high": None, "qualifier": "at_least", "vague": None},
        ),
    ],
)
def test_words_are_read_as_values(field: Field, words: str, values: dict[str, object]) -> None:
    assert field.read(words) == values


@pytest.mark.parametrize(
    ("field", "words", "what"),
    [
        (Plain("name", "name", needed=True), " ", "write something here"),
        (Numeric("low", "low"), "many", "a number, such as"),
        (FATE, "w", "one of: killed, wounded, wandered"),
        (FATE, "", "one of"),
        (YesNo("former", "former"), "maybe", "yes or no"),
        (Named("part_of", "part of", PLACES, free=False), "none", "none of this report"),
        (DAY, "soonish", "a date: 2021-07-29"),
        (Amount(), "no number", "a number: 12"),
    ],
)
def test_wrong_words_are_told(field: Field, words: str, what: str) -> None:
    with pytest.raises(InvalidValueError, match=what):
        field.read(words)


@pytest.mark.parametrize(
    ("field", "fields", "words"),
    [
        (FATE, {"fate": "killed"}, "killed"),
        (FATE, {}, ""),
        (Numeric("low", "low"), {"low": 12500.0}, "12,500"),
        (PLACE, {"place": {"name": "the port", "start": 3, "end": 7}}, "Port Sille"),
        (PLACE, {"place": {"name": "the port"}}, "the port"),
        (AllNamed("actors", "a", PLACES), {"actors": [{"name": "A"}, {"name": "B"}]}, "A; B"),
        (YesNo("former", "former"), {}, "no"),
        (DAY, {"when": {"name": "Monday", "from": "2024-03-04", "to": "2024-03-04"}}, "2024-03-04"),
        (DAY, {"when": {"name": "some day", "from": None, "to": None}}, "some day"),
    ],
)
def test_values_are_shown_as_words(field: Field, fields: dict[str, object], words: str) -> None:
    assert field.show(fields) == words


@pytest.mark.parametrize(
    ("field", "words", "remark"),
    [
        (FATE, "w", "wounded · wandered"),
        (FATE, "zz", "none of the known ones"),
        (FATE, "killed", ""),
        (PLACE, "o", "Port Sille · Orso"),
        (PLACE, "zz", ""),
        (DAY, "last Friday", "= 1 Mar 2024 (2024-03-01)"),
        (DAY, "zz", "2021-07-29 · June 25 · last Tuesday · 2018"),
        (Amount(), "about 50", "= ~50"),
    ],
)
def test_what_words_would_mean_is_said(field: Field, words: str, remark: str) -> None:
    assert field.remark(words) == remark


@pytest.mark.parametrize(
    ("field", "words", "completed"),
    [
        (FATE, "wo", "wounded"),
        (FATE, "w", "w"),
        (PLACE, "por", "Port Sille"),
        (AllNamed("actors", "a", PLACES), "x; ors", "x; Orso"),
        (YesNo("former", "former"), "y", "yes"),
    ],
)
def test_a_beginning_is_completed(field: Field, words: str, completed: str) -> None:
    assert field.completed(words) == completed
