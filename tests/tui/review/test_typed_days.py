"""Days typed into a form: understood whole or refused, and read back as they are shown."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store.errors import InvalidValueError
from tui.review.days import Day

DAY = Day("when", "date", date(2024, 4, 10))
OWN = Day("from", "day", date(2024, 4, 10), own=True)
_DAYS = st.dates(date(1000, 1, 1), date(2199, 12, 31))
_TYPED = """
5 8 31 April May 2024 2023-04-05 20240405 Friday last next week to - – / since until before
early mid late between and from the of , . : ' 9999 0 ²
"""
_PIECES = st.sampled_from(_TYPED.split())


def span_of(words: str) -> tuple[str | None, str | None]:
    value = DAY.read(words)["when"]
    return value["from"], value["to"]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("20240405", "2024-04-05", "2024-04-05"),
        ("2024-04", "2024-04-01", "2024-04-30"),
        ("2024-02 to 2024-03", "2024-02-01", "2024-03-31"),
        ("2014-2016", "2014-01-01", "2016-12-31"),
        ("2024\u201104\u201105", "2024-04-05", "2024-04-05"),
        ("2024\u221204\u221205", "2024-04-05", "2024-04-05"),
        ("April", "2024-04-01", "2024-04-30"),
        ("in May", "2024-05-01", "2024-05-31"),
        ("march", "2024-03-01", "2024-03-31"),
        ("early april", "2024-04-01", "2024-04-10"),
        ("since April", "2024-04-01", None),
        ("before April", None, "2024-03-31"),
        ("30 April to 2 May 2023", "2023-04-30", "2023-05-02"),
        ("April 28 - May 3, 2023", "2023-04-28", "2023-05-03"),
        ("between April and June 2023", "2023-04-01", "2023-06-30"),
        ("30 December to 2 January 2023", "2022-12-30", "2023-01-02"),
        ("28 December 2022 to 3 January", "2022-12-28", "2023-01-03"),
        ("May 2023 to July", "2023-05-01", "2023-07-31"),
        ("2023-04-05 to 8 May", "2023-04-05", "2023-05-08"),
        ("April 5 to 8", "2024-04-05", "2024-04-08"),
        ("the 5th to the 8th of April", "2024-04-05", "2024-04-08"),
        ("Friday to Sunday 7 April 2024", "2024-04-05", "2024-04-07"),
    ],
)
def test_every_written_form_of_a_day_or_span_is_understood(
    words: str, first: str | None, last: str | None
) -> None:
    assert span_of(words) == (first, last)


@pytest.mark.parametrize(
    "words",
    [
        *("9" * 20000, "5 April " * 5000, "since " * 900, "(" * 20000, "²", "٣" * 5000),
        *(
            "3 to 2024-04-08",
            "10 to 14:30 on 5 April",
            "20 to 22",
            "5 to 2024",
            "since 2014 to 2016",
        ),
        *("before 1000-01-01", "after 2199-12-31", "three days", "in three days", "5/4/24"),
        *("2024-13", "20241301", "2024-04-05 to 08", "8 to 5 April 2024", "about 5 April", "2014?"),
    ],
)
def test_what_could_be_another_day_or_none_is_refused(words: str) -> None:
    with pytest.raises(InvalidValueError):
        DAY.read(words)


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("Friday 5 May 2024", "5 May 2024 is a Sunday"),
        ("Thu 5 April", "5 Apr 2024 is a Friday"),
        ("since Monday, 9 April 2024", "9 Apr 2024 is a Tuesday"),
    ],
)
def test_a_weekday_that_is_not_that_of_the_day_is_told(words: str, what: str) -> None:
    with pytest.raises(InvalidValueError, match=what):
        DAY.read(words)
    assert DAY.remark(words) == what


@given(first=_DAYS, length=st.integers(0, 4000), shape=st.sampled_from(["span", "since", "until"]))
def test_every_span_that_is_shown_is_read_as_itself(first: date, length: int, shape: str) -> None:
    last = min(first + timedelta(days=length), date(2199, 12, 31))
    start, end = (
        (None if shape == "until" else str(first)),
        (None if shape == "since" else str(last)),
    )
    shown = DAY.show({"when": {"name": "x", "from": start, "to": end}})
    assert span_of(shown) == (start, end)
    assert OWN.read(shown)["from"] == start


@settings(deadline=None)
@given(
    st.lists(_PIECES, max_size=7).flatmap(
        lambda p: st.sampled_from([" ", ""]).map(lambda s: s.join(p))
    )
)
def test_whatever_is_understood_stands_under_the_field_and_is_read_again(words: str) -> None:
    try:
        value = DAY.read(words)["when"]
    except InvalidValueError:
        return
    if value is None:
        assert not words.strip()
        return
    shown = DAY.show({"when": value})
    assert shown in DAY.remark(words)
    assert span_of(shown) == (value["from"], value["to"])
    assert DAY.read(shown)["when"]["precision"] == value["precision"]
