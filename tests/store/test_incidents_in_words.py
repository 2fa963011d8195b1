"""What stands in the columns of an incident over several reports, in words."""

import pytest

from extract.claims import Number
from store.incidents.rows import IncidentRow
from store.incidents.values import Column, Days, Values
from store.incidents.wording import adopted_told, line, told


@pytest.mark.parametrize(
    ("toll", "words"),
    [
        (Number(17, 17, 17), "17"),
        (Number(14, 17, 21), "17 (14–21)"),
        (Number(14, 17, None), "17 (≥ 14)"),
        (Number(14, 14, None), "≥ 14"),
        (Number(14, None, 19), "14–19"),
    ],
)
def test_a_number_has_its_range(toll: Number, words: str) -> None:
    assert adopted_told(toll) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ("2025-03-18", "2025-03-18", "18 Mar 2025"),
        ("2024-08-01", "2024-08-31", "Aug 2024"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2024-02-01", "2024-03-31", "1 Feb to 31 Mar 2024"),
        ("2025-03-18", "2025-03-20", "18 to 20 Mar 2025"),
        ("2025-03-18", None, "since 18 Mar 2025"),
    ],
)
def test_days_are_told_as_the_month_or_year_that_they_fill(
    first: str, last: str | None, words: str
) -> None:
    assert told(Column.DAY, Days(first, last)) == words


def test_an_incident_is_told_in_a_line() -> None:
    values = Values(
        {Column.KILLED: Number(14, 17, 19), Column.INJURED: Number(31, 31, 31)},
        ("gunmen",),
        ("traders", "a clerk"),
        "Kesten",
        Days("2025-03-18", "2025-03-18"),
        "Violence against civilians",
        "Attack",
    )
    assert line(IncidentRow("n1", (), values)) == (
        "18 Mar 2025, Kesten; Attack; killed 17 (14–19), injured 31; gunmen → traders; a clerk"
    )
