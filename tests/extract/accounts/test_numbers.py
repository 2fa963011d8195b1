"""What the numbers of an incident come to over several reports."""

from datetime import date
from typing import Any

import pytest
from made_up import account, killed

from extract.accounts import Account, numbers_of
from extract.records import Toll

EARLY, NEXT, LATE = date(2025, 3, 19), date(2025, 3, 20), date(2025, 3, 24)


def claim(report: str, number: float, day: date = EARLY, **more: Any) -> Account:
    """A report with a number of killed."""
    return account(report, published=day, tolls=(killed(number),), **more)


CASES: list[tuple[list[Account], tuple[float, float, float | None, str]]] = [
    ([claim("a", 14)], (14, 14, 14, "stated")),
    ([claim("a", 14), claim("b", 14)], (14, 14, 14, "stated")),
    ([claim("a", 14), claim("b", 19, LATE)], (19, 19, 19, "later")),
    ([claim("a", 14), claim("b", 17, NEXT)], (14, 17, 17, "range")),
    ([claim("a", 14), claim("b", 14, NEXT), claim("c", 17)], (14, 14, 14, "later")),
    ([claim("a", 14), claim("a", 2, incident="i2", main=False)], (14, 14, 14, "stated")),
]


@pytest.mark.parametrize(("accounts", "expected"), CASES)
def test_later_numbers_replace_and_rivals_span_a_range(
    accounts: list[Account], expected: tuple[float, float, float | None, str]
) -> None:
    (toll,) = numbers_of(accounts)
    assert (toll.low, toll.best, toll.high) == expected[:3]


def test_reports_with_the_same_text_claim_once() -> None:
    claims = [claim("a", 14), claim("b", 14), claim("c", 17)]
    (one_origin,) = numbers_of(claims, [("a", "b"), ("c",)])
    (three,) = numbers_of(claims)
    assert (one_origin.low, one_origin.high) == (14, 17)
    assert (three.low, three.high) == (14, 14)


@pytest.mark.parametrize("rule", ["persons", "sum"])
def test_persons_counted_and_parts_added_up_give_way_to_a_number_stated(rule: str) -> None:
    made = account("b", published=LATE, tolls=(Toll("killed", 16, 16, 16, rule),))
    (toll,) = numbers_of([claim("a", 14), made])
    assert (toll.low, toll.best, toll.high) == (14, 14, 14)
    (alone,) = numbers_of([made])
    assert alone.best == 16
