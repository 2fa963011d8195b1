"""Items are told in the words that people use."""

from typing import Any

import pytest

from store.items import Item, Kind, Quote, Suggestion
from store.kinds import definition
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


MARKET = {
    "kind": "Violence against civilians",
    "subkind": "Attack",
    "side_a": [{"name": "gunmen"}],
    "charges": [{"name": "the Front", "stance": "accuse", "source": "a guard"}],
    "side_b": [{"name": "traders"}, {"name": "a clerk"}, {"name": "porters"}],
    "place": {"name": "Kesten"},
    "when": {"name": "Monday", "from": "2023-04-10", "to": "2023-04-10", "precision": "day"},
    "killed_low": 14.0,
    "killed_best": 14.0,
    "killed_high": 19.0,
    "killed_rule": "range",
    "injured_low": 20.0,
    "injured_best": 20.0,
    "sources": [{"name": "a guard"}, {"name": "a nurse"}],
    "main": True,
}


def test_an_incident_is_a_row_in_one_line() -> None:
    assert claim(item(Kind.INCIDENT, "opened fire", **MARKET)) == (
        "10 Apr 2023, Kesten; Attack (main); killed 14 (14–19, lowest of rivals), injured ≥ 20; "
        "gunmen and the Front? → traders, a clerk and porters; say a guard and a nurse"
    )


def test_an_incident_in_ascii_has_plain_signs() -> None:
    told = claim(item(Kind.INCIDENT, "opened fire", **MARKET), ascii_only=True)
    assert told.isascii()
    assert "Front? -> traders" in told
    assert "killed 14 (14-19, lowest of rivals), injured >= 20" in told


def test_what_is_no_row_of_its_own_is_marked() -> None:
    summed = item(Kind.INCIDENT, "died", kind="Battles", aggregate=True, background=True)
    assert claim(summed) == "Battles (background, aggregate); no source named"


def test_an_incident_of_another_sub_type_is_told_by_its_type() -> None:
    kept_apart = item(Kind.INCIDENT, "siege", kind="Strategic developments", subkind="Other")
    assert claim(kept_apart) == "Strategic developments; no source named"


def test_who_denies_an_incident_is_not_named_as_its_doer() -> None:
    denied = {**MARKET, "charges": [{"name": "the Front", "stance": "deny", "source": "a guard"}]}
    assert "; gunmen → traders" in claim(item(Kind.INCIDENT, "opened fire", **denied))


def test_the_cells_of_an_incident_stand_under_their_heads() -> None:
    row = item(Kind.INCIDENT, "opened fire", **MARKET)
    incidents = definition(Kind.INCIDENT)
    assert dict(zip(incidents.columns, incidents.cells(row), strict=True)) == {
        "When": "10 Apr 2023",
        "Where": "Kesten",
        "Incident": "Attack (main)",
        "Side A": "gunmen and the Front?",
        "Side B": "traders, a clerk and porters",
        "How many": "killed 14 (14–19, lowest of rivals), injured ≥ 20",
        "Says": "a guard, a nurse",
    }
