"""Accounts of one incident come together, those of two stay apart."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import DAY, account, killed, telling, words

from extract.accounts import Account, AccountKey, Joiner, Telling


def groups(joiner: Joiner) -> list[tuple[str, ...]]:
    """The reports of each incident."""
    return [tuple(key.report for key in joined.accounts) for joined in joiner.incidents()]


def joined(*accounts: Account) -> list[tuple[str, ...]]:
    """The incidents of some reports of one account each."""
    joiner = Joiner()
    for one in accounts:
        joiner.add(telling(one))
    return groups(joiner)


def test_two_reports_of_one_attack_are_joined_over_spellings_and_a_growing_toll() -> None:
    joiner = Joiner()
    joiner.add(telling(account("a", tolls=(killed(14),))))
    joiner.add(telling(account("b", places=("Ochkara",), tolls=(killed(19),))))
    (incident,) = joiner.incidents()
    assert incident.reports == ("a", "b")
    why = incident.links[0].why
    assert why.startswith("same day, Oshkara / Ochkara, attack, 14 of 19 killed")


def test_attacks_in_two_countries_stay_two() -> None:
    there = account("b", places=("Merrow",), countries=("CD",), words=words("barracks", "rocket"))
    assert joined(account("a", countries=("SY",)), there) == [("a",), ("b",)]


def test_attacks_with_other_victims_on_another_day_stay_two() -> None:
    later = DAY + timedelta(days=9)
    other = account(
        "b", days=(later, later), victims=("Neri Falk",), words=words("falk", "student")
    )
    assert joined(account("a", victims=("Remi Tarkan",)), other) == [("a",), ("b",)]


def test_another_street_or_hour_on_one_day_tells_two_attacks_of_one_town_apart() -> None:
    here = account("a", places=("Mill Street", "Oshkara"), hour="T10:00")
    there = account("b", places=("Temple Road", "Oshkara"))
    evening = account("c", hour="T21:30")
    assert joined(here, there) == [("a",), ("b",)]
    assert joined(here, evening) == [("a",), ("c",)]
    assert joined(here, account("d", places=("Mill street",), hour="T11")) == [("a", "d")]


_CALLED = [
    ("more of the name", "Roberto Garcia", "Roberto Garcia Alvarado", True),
    ("another spelling", "Hussein Darwish", "Husain Darwish", True),
    ("a family name alone", "Garcia", "Roberto Garcia", False),
    ("another first name", "Roberto Garcia", "Manuel Garcia", False),
]


@pytest.mark.parametrize(("_", "one", "other", "same"), _CALLED, ids=[case[0] for case in _CALLED])
def test_who_is_killed_under_a_longer_or_another_form_of_the_name_is_one_person(
    _: str, one: str, other: str, same: bool
) -> None:
    later = DAY + timedelta(days=30)
    told: dict[str, Any] = {"places": (), "words": (), "tolls": (killed(1),)}
    first = account("a", victims=(one,), **told)
    second = account("b", victims=(other,), published=later, days=(later, later), **told)
    assert (joined(first, second) == [("a", "b")]) is same


def test_a_protest_is_no_attack_of_the_same_day_and_town() -> None:
    told: dict[str, Any] = {"words": words("banner", "march")}
    protest = account("b", kind="Protests", subkind="Peaceful protest", **told)
    force = account("c", kind="Protests", subkind="Excessive force against protesters", **told)
    assert joined(account("a"), protest) == [("a",), ("b",)]
    assert joined(protest, force) == [("b", "c")]


def test_where_nobody_came_to_harm_nobody_was_killed() -> None:
    nobody = account("b", tolls=(killed(0),), words=words("fence", "guard"))
    assert joined(account("a", tolls=(killed(14),), places=()), nobody) == [("a",), ("b",)]


def test_an_aggregate_joins_nothing() -> None:
    assert joined(account("a"), account("b", aggregate=True)) == [("a",), ("b",)]


def test_accounts_of_one_report_stay_apart() -> None:
    elsewhere = account("a", "i2", places=("Wadi Serin",), victims=("Neri Falk",), main=False)
    joiner = Joiner()
    joiner.add(telling(account("a"), elsewhere))
    joiner.add(telling(account("b")))
    assert groups(joiner) == [("a", "b"), ("a",)]


_SECOND: list[tuple[str, dict[str, Any]]] = [
    ("nothing but the day", {"places": (), "words": words("mourn")}),
    ("some of the dead", {"places": (), "tolls": (killed(2),)}),
    ("the same place and words", {"subkind": "Armed clash"}),
]


@pytest.mark.parametrize(("_", "told"), _SECOND, ids=[case[0] for case in _SECOND])
def test_what_one_report_tells_apart_stays_apart_also_where_another_report_agrees_with_both(
    _: str, told: dict[str, Any]
) -> None:
    first, second = account("a", tolls=(killed(14),)), account("a", "i2", main=False, **told)
    joiner = Joiner()
    joiner.add(telling(first, second))
    assert groups(joiner) == [("a",), ("a",)]
    for report in ("b", "c"):
        joiner.add(telling(account(report, tolls=(killed(14),))))
    assert joiner.incident_of(first.key).reports == ("a", "b", "c")
    assert joiner.incident_of(second.key).reports == ("a",)
    joiner.constrain([(first.key, second.key)], ())
    assert joiner.incident_of(first.key) == joiner.incident_of(second.key)


def test_what_a_person_puts_together_is_together_and_what_is_parted_is_apart() -> None:
    far = account("c", days=None, places=("Talibar",), words=words("harbour"))
    joiner = Joiner([(account("a").key, far.key)], [(account("a").key, account("b").key)])
    for one in (account("a"), account("b"), far):
        joiner.add(telling(one))
    assert sorted(groups(joiner)) == [("a", "c"), ("b",)]
    joiner.constrain((), ())
    assert sorted(groups(joiner)) == [("a", "b"), ("c",)]


def test_a_report_that_is_added_again_replaces_what_it_told() -> None:
    joiner = Joiner()
    joiner.add(telling(account("a")))
    joiner.add(telling(account("a", tolls=(killed(19),))))
    assert groups(joiner) == [("a",)]
    toll = joiner.account(AccountKey("a", "i1")).toll("killed")
    assert toll is not None
    assert toll.best == 19


_WORDS = st.sampled_from(["cattle", "harbour", "tarkan", "merrow", "serin", "falk", "dossa"])
_ACCOUNTS = st.builds(
    lambda shift, place, victims, said, number: account(
        "",
        days=(DAY + timedelta(days=shift),) * 2,
        places=(place,),
        victims=tuple(victims),
        words=words(*said),
        tolls=(killed(number),),
    ),
    st.integers(0, 3),
    st.sampled_from(["Oshkara", "Ochkara", "Merrow", "Wadi Serin"]),
    st.sets(st.sampled_from(["Remi Tarkan", "Neri Falk", "Ilan Dossa"]), max_size=2),
    st.sets(_WORDS, max_size=6),
    st.integers(1, 20),
)


@st.composite
def libraries(draw: st.DrawFn) -> list[Telling]:
    """Some reports of one to three accounts."""
    return [
        telling(*(replace(one, report=f"r{n}", incident=f"i{m}") for m, one in enumerate(found)))
        for n, found in enumerate(draw(st.lists(st.lists(_ACCOUNTS, min_size=1, max_size=3))))
    ]


def _joiner(reports: Iterable[Telling]) -> Joiner:
    joiner = Joiner()
    for report in reports:
        joiner.add(report)
    return joiner


@given(libraries(), st.randoms())
@settings(max_examples=40)
def test_the_order_in_which_reports_come_makes_no_difference(reports: list[Telling], rng) -> None:  # type: ignore[no-untyped-def]
    shuffled = list(reports)
    rng.shuffle(shuffled)
    half = Joiner()
    for number, report in enumerate(shuffled):
        half.add(report)
        if number % 2:
            half.incidents()
    assert half.incidents() == _joiner(reports).incidents()


@given(libraries(), st.data())
@settings(max_examples=40)
def test_a_report_that_is_taken_out_leaves_what_was_before(
    reports: list[Telling], data: st.DataObject
) -> None:
    gone = data.draw(st.sets(st.sampled_from([r.report for r in reports]))) if reports else set()
    joiner = _joiner(reports)
    joiner.incidents()
    for report in gone:
        joiner.remove(report)
    assert joiner.incidents() == _joiner(r for r in reports if r.report not in gone).incidents()


@given(libraries(), st.data())
@settings(max_examples=40)
def test_a_persons_word_holds(reports: list[Telling], data: st.DataObject) -> None:
    keys = [one.key for report in reports for one in report.accounts]
    if len(keys) < 2:
        return
    pairs = st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=3)
    one_pair = data.draw(st.tuples(st.sampled_from(keys), st.sampled_from(keys)))
    apart = [pair for pair in data.draw(pairs) if len({*pair, *one_pair}) == 4]
    joiner = Joiner([one_pair] if one_pair[0] != one_pair[1] else [], apart)
    for report in reports:
        joiner.add(report)
    assert one_pair[1] in joiner.incident_of(one_pair[0]).accounts
    for one, other in apart:
        assert other not in joiner.incident_of(one).accounts


def test_days_without_publication_are_no_fault() -> None:
    assert joined(account("a", published=None), account("b", published=date(2025, 3, 20))) == [
        ("a", "b")
    ]
