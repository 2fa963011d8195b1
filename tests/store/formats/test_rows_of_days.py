"""Days of a report, in rows of ACLED and UCDP: exact, within a week or month, or blank."""

from typing import Any

import pytest
from rows_of import exported, reviewed, rows

from store.formats.document import Unit

TOLD = "Rebels shelled the town of Sulta {}, killing seven civilians, the mayor said."


@pytest.mark.parametrize(
    ("words", "acled", "ucdp"),
    [
        ("on Monday", ("2025-03-17", "1"), ("2025-03-17", "2025-03-17", "1")),
        ("last week", ("2025-03-13", "2"), ("2025-03-10", "2025-03-16", "3")),
        ("over the weekend", ("2025-03-15", "2"), ("2025-03-15", "2025-03-16", "2")),
        ("earlier this week", ("2025-03-18", "2"), ("2025-03-17", "2025-03-19", "2")),
        ("two weeks ago", ("2025-03-06", "2"), ("2025-03-03", "2025-03-09", "3")),
        ("from 1 to 5 March 2025", ("2025-03-03", "2"), ("2025-03-01", "2025-03-05", "2")),
        ("on Friday and Saturday", ("2025-03-14", "2"), ("2025-03-14", "2025-03-15", "2")),
        ("in May 2024", ("2024-05-16", "3"), ("2024-05-01", "2024-05-31", "4")),
        ("in early May 2024", ("2024-05-01", "3"), ("2024-05-01", "2024-05-10", "4")),
        ("in mid-May 2024", ("2024-05-15", "3"), ("2024-05-11", "2024-05-20", "4")),
        ("at the end of May 2024", ("2024-05-31", "3"), ("2024-05-21", "2024-05-31", "4")),
        ("this year", ("", ""), ("2025-01-01", "2025-03-20", "5")),
        ("in 2024", ("", ""), ("2024-01-01", "2024-12-31", "5")),
        ("recently", ("", ""), ("", "", "")),
        ("a few days ago", ("", ""), ("", "", "")),
        ("for five days", ("", ""), ("", "", "")),
    ],
)
def test_a_day_has_the_precision_of_its_words(
    words: str, acled: tuple[str, ...], ucdp: tuple[str, ...]
) -> None:
    document, _ = reviewed(TOLD.format(words))
    (row,) = rows("acled", document)
    assert (row["event_date"], row["time_precision"]) == acled
    (row,) = rows("ucdp", document)
    assert (row["date_start"], row["date_end"], row["date_prec"]) == ucdp


@pytest.mark.parametrize("words", ["since 2014", "since Monday", "until Monday"])
def test_an_open_date_is_no_day_of_precision_1(words: str) -> None:
    document, _ = reviewed(TOLD.format(words))
    for row in rows("acled", document, Unit.MENTION):
        assert (row["event_date"], row["time_precision"]) == ("", "")
    for row in rows("ucdp", document, Unit.MENTION):
        assert (row["date_start"], row["date_prec"]) == ("", "")


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("on Friday and Saturday", {"2025-03-14": "4", "2025-03-15": "3"}),
        ("from 1 to 3 March 2025", {"2025-03-01": "3", "2025-03-02": "2", "2025-03-03": "2"}),
        ("on Monday", {"2025-03-17": "7"}),
        ("over the weekend", {"2025-03-15": "7"}),
        ("last week", {"2025-03-13": "7"}),
        ("in May 2024", {"2024-05-16": "7"}),
    ],
)
def test_days_that_are_named_are_rows_where_the_coder_asks(
    words: str, days: dict[str, Any]
) -> None:
    document, _ = reviewed(TOLD.format(words))
    found, losses = exported("acled", document, split_days=True)
    assert {row["event_date"]: row["fatalities"] for row in found} == days
    assert sum(int(row["fatalities"]) for row in found) == 7
    if len(days) > 1:
        assert {row["time_precision"] for row in found} == {"1"}
        assert all(f"7 killed over {len(days)} days" in row["notes"] for row in found)
    assert not [what for what in losses.counts if "figures" in what]


def test_a_day_to_come_is_not_coded_for_what_happened() -> None:
    document, _ = reviewed("Rebels shelled Sulta this month, killing seven civilians.")
    for row in rows("ucdp", document):
        assert row["date_end"] <= "2025-03-20"
