"""Items are told in the words that people use."""

from typing import Any

import pytest

from store.items import Item, Kind, Quote, Suggestion
from store.wording import amount, claim, days


def item(kind_: Kind, words: str, /, **fields: Any) -> Item:
    return Item("x", kind_, Suggestion("1", (Quote(0, len(words), words),), fields))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"point": 55000.0, "qualifier": "about"}, "~55,000"),
        ({"low": 8.0, "qualifier": "at_least"}, "≥ 8"),
        ({"high": 30.0, "qualifier": "up_to"}, "≤ 30"),
        ({"low": 20.0, "high": 30.0, "qualifier": "range"}, "20–30"),
        ({"low": 40.0, "high": 199.0, "vague": "scores"}, "scores"),
        ({"point": 2.5, "qualifier": "exact"}, "2.5"),
        ({}, "?"),
    ],
)
def test_an_amount_keeps_its_qualifier(fields: dict[str, Any], shown: str) -> None:
    assert amount(fields) == shown


def test_in_ascii_every_sign_has_a_plain_form() -> None:
    assert amount({"low": 8.0, "qualifier": "at_least"}, ascii_only=True) == ">= 8"
    assert amount({"low": 1.0, "high": 2.0}, ascii_only=True) == "1-2"


@pytest.mark.parametrize(
    ("first", "last", "precision", "shown"),
    [
        ("2023-04-10", "2023-04-10", "day", "10 Apr 2023"),
        ("2018-01-01", "2018-12-31", "year", "2018"),
        ("2018-02-01", "2018-02-28", "month", "Feb 2018"),
        ("2023-04-10", "2023-04-12", "range", "10 Apr 2023 to 12 Apr 2023"),
        ("2023-04-10", None, "range", "since 10 Apr 2023"),
        (None, None, "unknown", "on Monday"),
    ],
)
def test_days_are_as_exact_as_the_report(
    first: str | None, last: str | None, precision: str, shown: str
) -> None:
    reference = {"name": "on Monday", "from": first, "to": last, "precision": precision}
    assert days(reference) == shown


def test_a_figure_is_a_whole_claim() -> None:
    figure = item(
        Kind.FIGURE,
        "seven",
        point=7.0,
        qualifier="exact",
        counted={"name": "dock workers"},
        outcome="killed",
        when={"name": "Monday", "from": "2023-04-10", "to": "2023-04-10", "precision": "day"},
        place={"name": "Pemba"},
        source={"name": "the port authority"},
    )
    assert claim(figure) == ("7 dock workers killed, 10 Apr 2023, Pemba, says the port authority")


def test_a_vague_amount_is_one_of_something() -> None:
    figure = item(Kind.FIGURE, "Scores", vague="scores", counted={"name": "goats"}, outcome="other")
    assert claim(figure) == "scores of goats, no source named"


def test_a_claim_without_a_source_says_so() -> None:
    assert claim(item(Kind.FIGURE, "3", point=3.0)).endswith("no source named")


def test_an_event_shows_its_parties() -> None:
    event = item(
        Kind.EVENT,
        "raided",
        kind="Battles",
        subkind="Armed clash",
        actors=[{"name": "police"}],
        targets=[{"name": "the depot"}],
        status="background",
    )
    assert claim(event) == ("raided (police → the depot), Armed clash, background, no source named")
