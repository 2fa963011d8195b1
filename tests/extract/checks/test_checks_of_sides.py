"""Checks of dates, of where a report comes from, and of who has a word in it."""

import pytest
from made import Made

from extract.checks.days import counted_days, turnable_dates, wrong_weekdays
from extract.checks.remote import remote_reporters
from extract.checks.silent import silent_parties
from extract.vocabulary import Label, MentionForm, Severity


def test_days_counted_back_to_the_day_before_a_stated_one_are_told() -> None:
    text = "The well has been dry since 20 days ago. It was poisoned on July 10."
    [check] = Made(text).raised(counted_days)
    assert check.message == (
        "“20 days ago” comes to 9 July 2021, but the report also says “July 10”."
    )


@pytest.mark.parametrize("day", ["July 9", "July 3", "2019"])
def test_days_that_fit_or_are_far_off_are_let_be(day: str) -> None:
    text = f"The well has been dry since 20 days ago. It was poisoned on {day}."
    assert Made(text).raised(counted_days) == []


def test_few_days_are_not_held_against_a_date() -> None:
    assert Made("He left three days ago. He came on July 25.").raised(counted_days) == []


def test_a_weekday_that_the_date_is_not_is_told() -> None:
    [check] = Made("It rained on Monday, 6 July 2021, all day.").raised(wrong_weekdays)
    assert (check.severity, check.message) == (
        Severity.HIGH,
        "“Monday, 6 July 2021” is not a Monday but a Tuesday.",
    )


@pytest.mark.parametrize("day", ["Tuesday, 6 July 2021", "Monday, July 6", "6 July 2021"])
def test_right_or_doubtful_weekdays_are_let_be(day: str) -> None:
    assert Made(f"It rained on {day}, all day.").raised(wrong_weekdays) == []


def reported(opening: str, country: str) -> Made:
    report = Made(f"{opening} Roads in Peru, in Morvo and Tarn were cut, Morvo said.")
    report.entity(Label.PLACE, "Kesten", country=country)
    for town in ("Peru", "Morvo", "Tarn", "Morvo"):
        report.entity(Label.PLACE, town, country="PE")
    return report


@pytest.mark.parametrize(
    "opening", ["Kesten (ANP) — Floods came.", "Our reporter, reporting from Kesten, was told."]
)
def test_a_report_from_another_country_is_told(opening: str) -> None:
    [check] = reported(opening, "BO").raised(remote_reporters)
    assert check.message == "The report is from “Kesten” but tells mostly of Peru."


def test_a_report_from_the_country_it_tells_of_is_let_be() -> None:
    assert reported("Kesten (ANP) — Floods came.", "PE").raised(remote_reporters) == []


def test_another_country_in_the_text_is_let_be() -> None:
    assert reported("Trucks came from Kesten.", "BO").raised(remote_reporters) == []


def test_a_country_that_no_word_names_is_not_known() -> None:
    report = reported("Kesten (ANP) — Floods came.", "BO")
    del report.entities[1]
    assert report.raised(remote_reporters) == []


def violent(
    text: str, *names: str, form: MentionForm = MentionForm.NOMINAL, side: str = ""
) -> Made:
    report = Made(text)
    rebels = report.entity(Label.GROUP, "rebels", *names, form=form, side=side)
    report.event("raided", "Battles", rebels)
    report.event("burned", "Violence against civilians", rebels)
    report.source("A priest")
    return report


RAID = "A priest said rebels raided the mill. They burned it."


def test_a_side_that_acts_and_has_no_word_is_told() -> None:
    [check] = violent(RAID).raised(silent_parties)
    assert check.message == (
        "“rebels” acts in 2 violent events, but no word of that side is given."
    )


def test_a_side_that_was_asked_is_let_be() -> None:
    assert violent(f"{RAID} The rebels could not be reached.").raised(silent_parties) == []


def test_a_side_that_speaks_is_let_be() -> None:
    report = violent(RAID)
    report.source("rebels", entity="e1")
    assert report.raised(silent_parties) == []


def test_a_side_that_speaks_through_another_is_let_be() -> None:
    report = violent(f"{RAID} A spokesman for the rebels denied it.", "rebels")
    report.source("A spokesman for the rebels")
    assert report.raised(silent_parties) == []


def test_a_side_that_speaks_by_another_of_its_groups_is_let_be() -> None:
    report = violent(f"{RAID} Fighters denied it.", side="opposition")
    report.source("Fighters", entity=report.entity(Label.GROUP, "Fighters", side="opposition"))
    assert report.raised(silent_parties) == []


@pytest.mark.parametrize("name", ["Iraqi troops", "Peruvian army"])
def test_the_army_of_another_country_does_not_speak_for_a_side(name: str) -> None:
    report = Made(f"A {name} officer said Syrian troops raided the mill. They burned it.")
    troops = report.entity(Label.GROUP, "Syrian troops", side="government")
    report.event("raided", "Battles", troops)
    report.event("burned", "Violence against civilians", troops)
    report.source(f"A {name} officer", entity=report.entity(Label.GROUP, name, side="government"))
    assert [check.kind for check in report.raised(silent_parties)] == ["silent-party"]


def test_a_nationality_is_no_side() -> None:
    assert violent(RAID, form=MentionForm.DEMONYM).raised(silent_parties) == []


TURNABLE = [
    ("Rockets fell on 5/4/2021.", ["“5/4/2021” is read as 5 April 2021, but may be 4 May 2021."]),
    (
        "Rain on 03-04-2021.",
        ["“03-04-2021” is read as 4 March 2021, but may be 3 April 2021."],
    ),
    ("Rockets fell on 5/4/2021 and 25/4/2021.", []),
    ("Rockets fell on 4/5/2021 and 4/25/2021.", []),
    ("Rockets fell on Monday, 5/4/2021.", []),
    ("Rockets fell on 4/4/2021, 5.4.2021 and 2021/04/05.", []),
]


@pytest.mark.parametrize(("text", "messages"), TURNABLE)
def test_a_day_that_may_be_a_month_is_questioned(text: str, messages: list[str]) -> None:
    assert [check.message for check in Made(text).raised(turnable_dates)] == messages
