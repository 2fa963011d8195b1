"""Incidents: which events are attacks on people and property, and in which country."""

import pytest

from extract import interchange, pipeline
from extract.incidents import Attack, attacks
from extract.load import from_row
from extract.records import Article, Reading

MORE = "\n\nA car bomb exploded in Aden, Yemen. Snipers wounded a boy and killed a girl there."


def read(text: str) -> tuple[Article, Reading]:
    article = from_row({"id": "case", "date": "2024-07-25", "text": text}, "case")
    return article, pipeline.read(article)


def first(text: str) -> Attack | None:
    article, reading = read(text + MORE)
    return attacks(article, reading).get(reading.events[0].id)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Gunmen killed two teachers in Taiz.", "attack"),
        ("Rebels bombed a power station in Taiz.", "bombing"),
        ("Bandits kidnapped a priest in Taiz.", "kidnapping"),
        ("Bandits torched a bus in Taiz.", "arson"),
        ("Bandits looted a shop in Taiz.", "robbery"),
    ],
)
def test_attacks_on_people_and_property_are_incidents(text: str, kind: str) -> None:
    found = first(text)
    assert found is not None
    assert found.type == kind


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked soldiers in Taiz.",
        "Rebels did not attack the school in Taiz.",
        "Rebels will attack the school in Taiz.",
        "The two sides signed a ceasefire in Taiz.",
        "Police arrested a driver in Taiz.",
    ],
)
def test_fights_plans_and_agreements_are_none(text: str) -> None:
    assert first(text) is None


def test_the_country_is_that_of_the_place() -> None:
    found = first("Gunmen killed two teachers in Lagos, Nigeria.")
    assert found is not None
    assert found.country == "Nigeria"


def test_an_incident_without_place_lies_where_others_do() -> None:
    found = first("Gunmen killed two teachers.")
    assert found is not None
    assert found.country == "Yemen"


def test_whole_places_are_no_targets() -> None:
    article, reading = read("Jets bombed four villages and a hospital." + MORE)
    found = attacks(article, reading)[reading.events[0].id]
    assert [target.span.of(article.text) for target in found.targets] == ["a hospital"]


def test_a_row_of_an_incident_tells_its_slots_and_later_mentions_only_name_it() -> None:
    article, reading = read("Gunmen killed a nurse in Taiz. The killing shocked many." + MORE)
    rows = interchange.items(article, reading)["events"]
    same = [row for row in rows if row["event"] == reading.events[0].id]
    assert same[0]["type"] == "attack"
    assert same[0]["targets"]
    assert same[0]["places"][-1] == {"text": "Yemen"}
    assert (same[0]["plover"], same[0]["cameo"]) == ("ASSAULT", "186")
    assert "actors" not in same[1]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        (
            "A bomb exploded at a bank in Taiz, wounding a guard. The attack shocked many.",
            "bombing",
        ),
        ("A bomb exploded in Taiz on Monday.", "bombing"),
        ("Soldiers and rebels clashed in Taiz on Monday.", "Armed clash"),
    ],
)
def test_a_row_has_the_word_for_what_was_done_and_a_fight_its_sub_type(
    text: str, word: str
) -> None:
    assert interchange.items(*read(text))["incidents"][0]["type"] == word


def test_an_incident_without_a_day_happened_by_the_day_of_the_report() -> None:
    rows = interchange.items(*read("Gunmen killed a nurse in Taiz."))["incidents"]
    days = {key: rows[0][key] for key in ("date", "from", "to")}
    assert days == {"date": "2024-07-25", "from": None, "to": "2024-07-25"}


def test_predicates_tell_their_parties_in_reports_without_incidents() -> None:
    article, reading = read("The bank bought a rival. Shares rose by a third.")
    rows = interchange.items(article, reading)["events"]
    assert [bool(row["targets"]) for row in rows] == [True, True]


def actors(text: str) -> list[str]:
    article, reading = read(text)
    rows = interchange.items(article, reading)["events"]
    return [
        article.text[actor["start"] : actor["end"]]
        for row in rows
        for actor in row.get("actors", ())
    ]


def test_a_body_named_within_its_fighters_is_an_actor_too() -> None:
    assert actors("Members of Boko Haram killed two traders in Maiduguri.") == [
        "Members of Boko Haram",
        "Boko Haram",
    ]


def test_nameless_rebels_are_of_the_one_group_that_acts_by_name() -> None:
    text = "Rebels killed two traders in Taiz. Boko Haram abducted a judge in Taiz on Monday."
    assert actors(text).count("Boko Haram") == 2
