"""Values as words and words as values, as the fields of a form have them."""

from datetime import date

import pytest

from store.errors import InvalidValueError
from tui.review.amounts import Amount, Numeric
from tui.review.days import Day
from tui.review.fields import Field, OneOf, Plain, YesNo
from tui.review.named import AllNamed, Known, Named, with_own

OUTCOME = OneOf(
    "outcome", "outcome", {"killed": "killed", "wounded": "wounded", "wandered": "wandered"}
)
PLACES: Known = {
    "Port Sille": {"name": "Port Sille", "start": 3, "end": 13},
    "Orso": {"name": "Orso"},
}
PLACE = Named("place", "place", PLACES)
SHOWN = "2021-07-29 · June 25 · last Tuesday · 2018 · 5 April to 8 April · since 2014"
DAY = Day("when", "date", date(2024, 3, 5))


@pytest.mark.parametrize(
    ("field", "words", "values"),
    [
        (Plain("name", "name"), "  two  words ", {"name": "two words"}),
        (Plain("name", "name"), "", {"name": None}),
        (Numeric("low", "low"), "1,500", {"low": 1500.0}),
        (Numeric("low", "low"), " ", {"low": None}),
        (OUTCOME, "k", {"outcome": "killed"}),
        (OUTCOME, "ounded", {"outcome": "wounded"}),
        (YesNo("former", "former"), "Yes", {"former": True}),
        (PLACE, "port sille", {"place": {"name": "Port Sille", "start": 3, "end": 13}}),
        (PLACE, "port", {"place": {"name": "port"}}),
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
        (OUTCOME, "w", "one of: killed, wounded, wandered"),
        (OUTCOME, "", "one of"),
        (YesNo("former", "former"), "maybe", "yes or no"),
        (YesNo("former", "former"), "yellow", "yes or no"),
        (YesNo("former", "former"), "not", "yes or no"),
        (YesNo("former", "former"), "", "yes or no"),
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
        (OUTCOME, {"outcome": "killed"}, "killed"),
        (OUTCOME, {}, ""),
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
        (OUTCOME, "w", "wounded · wandered"),
        (OUTCOME, "zz", "none of the known ones"),
        (OUTCOME, "killed", ""),
        (PLACE, "o", "Port Sille · Orso"),
        (PLACE, "zz", ""),
        (DAY, "last Friday", "= 1 Mar 2024 (2024-03-01)"),
        (DAY, "zz", SHOWN),
        (Amount(), "about 50", "= ~50"),
    ],
)
def test_what_words_would_mean_is_said(field: Field, words: str, remark: str) -> None:
    assert field.remark(words) == remark


@pytest.mark.parametrize(
    ("field", "words", "completed"),
    [
        (OUTCOME, "wo", "wounded"),
        (OUTCOME, "w", "w"),
        (PLACE, "por", "por"),
        (Named("event", "event", PLACES, free=False), "por", "Port Sille"),
        (AllNamed("actors", "a", PLACES), "x; ors", "x; ors"),
        (YesNo("former", "former"), "y", "yes"),
    ],
)
def test_a_beginning_is_completed(field: Field, words: str, completed: str) -> None:
    assert field.completed(words) == completed


def amount_of(words: str) -> tuple[object, ...]:
    values = Amount().read(words)
    return tuple(values[name] for name in ("low", "point", "high", "vague"))


@pytest.mark.parametrize(
    ("words", "low", "point", "high"),
    [
        ("12", 12, 12, 12),
        ("1.2m", 1.2e6, 1.2e6, 1.2e6),
        ("1.2 m", 1.2e6, 1.2e6, 1.2e6),
        ("3k", 3000, 3000, 3000),
        ("2 bn", 2e9, 2e9, 2e9),
        ("1 200", 1200, 1200, 1200),
        ("1,200,000", 1.2e6, 1.2e6, 1.2e6),
        ("12\u202f000", 12000, 12000, 12000),
        ("twelve", 12, 12, 12),
        ("two hundred", 200, 200, 200),
        ("10 or more", 10, 10, None),
        ("10+", 10, 10, None),
        (">10", 10, 10, None),
        ("at least ten", 10, 10, None),
        ("No fewer than 3", 3, 3, None),
        ("10 at most", None, 10, 10),
        ("10 or fewer", None, 10, 10),
        ("≤ 40", None, 40, 40),
        ("~55,000", None, 55000, None),
        ("30 or so", None, 30, None),
        ("20-30", 20, None, 30),
        ("20 – 30", 20, None, 30),
        ("between 20 and 30", 20, None, 30),
        ("10 or 12", 10, None, 12),
        ("2-3 million", 2e6, None, 3e6),
        ("2-3m", 2e6, None, 3e6),
        ("0", 0, 0, 0),
    ],
)
def test_an_amount_is_the_whole_of_what_is_typed(
    words: str, low: float | None, point: float | None, high: float | None
) -> None:
    assert amount_of(words) == (low, point, high, None)


@pytest.mark.parametrize(
    "words",
    [
        *("-3", "1e9", "3 dead, 40 hurt", "13 (5 women)", "12 of 15", "12 15", "nan", "inf"),
        *("1.2.3", "12,00", "30-20", "20-20", "12 dead", "x12", "12x", "0x10", "5 and 6 and 7"),
        *("about", ">", "12?", "half a man", "1_000", "٣x", "at least", "two dozen or three"),
    ],
)
def test_an_amount_that_is_not_wholly_understood_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match="a number: 12"):
        Amount().read(words)


@pytest.mark.parametrize(
    "words", ["-3", "1e9", "nan", "inf", "12 of 15", "1.2.3", "1_000", "12 13"]
)
def test_a_bound_that_is_no_number_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError, match="a number, such as"):
        Numeric("low", "low").read(words)


TYPED = Day("when", "date", date(2024, 4, 10))


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("2024-04-05", "2024-04-05", "2024-04-05"),
        ("2024/4/5", "2024-04-05", "2024-04-05"),
        ("5 April", "2024-04-05", "2024-04-05"),
        ("on 5 April 2023", "2023-04-05", "2023-04-05"),
        ("yesterday", "2024-04-09", "2024-04-09"),
        ("2018", "2018-01-01", "2018-12-31"),
        ("October 2023", "2023-10-01", "2023-10-31"),
        ("2024-04-05 to 2024-04-08", "2024-04-05", "2024-04-08"),
        ("2024-04-05/2024-04-08", "2024-04-05", "2024-04-08"),
        ("2024-04-05 - 2024-04-08", "2024-04-05", "2024-04-08"),
        ("6 January to 7 January", "2024-01-06", "2024-01-07"),
        ("between 6 January and 7 January", "2024-01-06", "2024-01-07"),
        ("5 to 8 April", "2024-04-05", "2024-04-08"),
        ("before 5 April", None, "2024-04-04"),
        ("until 5 April", None, "2024-04-05"),
        ("since 2014", "2014-01-01", None),
        ("after 5 April", "2024-04-06", None),
        ("early October 2023", "2023-10-01", "2023-10-10"),
        ("mid-October 2023", "2023-10-11", "2023-10-20"),
        ("late February 2024", "2024-02-21", "2024-02-29"),
    ],
)
def test_days_are_the_whole_of_what_is_typed(
    words: str, first: str | None, last: str | None
) -> None:
    value = TYPED.read(words)["when"]
    assert (value["from"], value["to"]) == (first, last)
    assert TYPED.show({"when": value}) in TYPED.remark(words)


@pytest.mark.parametrize(
    "words",
    [
        *("0025-04-05", "25-04-05", "12:30", "April 3, 5 and 7", "03/04/2024", "2024-02-30"),
        *("2024-13-01", "8 April to 5 April", "5 April 2024 or so", "killed on Monday"),
        *("5 April, 12 dead", "20240", "9999", "soonish", "Monday Tuesday", "2024-04-05 to"),
    ],
)
def test_days_that_are_not_wholly_understood_are_refused(words: str) -> None:
    with pytest.raises(InvalidValueError):
        TYPED.read(words)


SPANS = [("2024-04-05", "2024-04-05"), ("2024-04-05", "2024-04-08"), ("2014-01-01", None)]


@pytest.mark.parametrize(("first", "last"), [*SPANS, (None, "2024-04-05")])
def test_what_the_form_shows_it_also_understands(first: str | None, last: str | None) -> None:
    shown = TYPED.show({"when": {"name": "x", "from": first, "to": last}})
    value = TYPED.read(shown)["when"]
    assert (value["from"], value["to"]) == (first, last)


OWN_PARTIES = [
    {"name": "Port Sille", "start": 80, "end": 84},
    {"name": "the crew", "start": 90, "end": 98},
    {"name": "Moss; Sons", "start": 100, "end": 110},
]


def test_parties_that_are_left_keep_their_place_when_another_is_added() -> None:
    field = AllNamed("actors", "actors", with_own(PLACES, OWN_PARTIES))
    shown = field.show({"actors": OWN_PARTIES})
    assert shown == "Port Sille; the crew; Moss; Sons"
    added = field.read(f"{shown}; Orso")["actors"]
    assert added == [*OWN_PARTIES, {"name": "Orso"}]


def test_a_party_that_is_taken_out_leaves_the_others_as_they_were() -> None:
    field = AllNamed("actors", "actors", with_own(PLACES, OWN_PARTIES))
    assert field.read("the crew; moss; sons")["actors"] == OWN_PARTIES[1:]


def test_a_record_named_as_before_is_the_same_record() -> None:
    own = {"name": "the port", "start": 80, "end": 88}
    field = Named("place", "place", with_own(PLACES, [own]))
    assert field.read("the  Port")["place"] == own
    assert field.read("Orso")["place"] == {"name": "Orso"}
