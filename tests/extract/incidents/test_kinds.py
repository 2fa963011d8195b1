"""Type and sub-type of a row, where its parties tell more than the words of the act."""

from datetime import date

import pytest

from extract import pipeline
from extract.load import from_text
from extract.load.facts import Facts
from extract.records import Reading


def reading(text: str) -> Reading:
    return pipeline.read(from_text(text, key="x", facts=Facts(published=date(2025, 3, 20))))


@pytest.mark.parametrize(
    ("text", "kind", "subkind"),
    [
        (
            "Police opened fire on demonstrators in Sulta on Monday, killing three.",
            "Protests",
            "Excessive force against protesters",
        ),
        (
            "A mob beat two men to death in Sulta on Monday.",
            "Riots",
            "Mob violence",
        ),
        (
            "Villagers lynched a man suspected of theft in Sulta on Wednesday.",
            "Riots",
            "Mob violence",
        ),
        (
            "Protesters attacked a prison in Sulta on Friday, officials said.",
            "Riots",
            "Violent demonstration",
        ),
        (
            "Gunmen beat two men to death in Sulta on Monday.",
            "Violence against civilians",
            "Attack",
        ),
        (
            "A suicide bomber killed five traders in Sulta on Monday.",
            "Explosions/Remote violence",
            "Suicide bomb",
        ),
        (
            "On Monday gang members set fire to a police station in Carrefour. Nobody was hurt.",
            "Strategic developments",
            "Looting/property destruction",
        ),
        (
            "Rioters set fire to a police station in Sulta on Monday.",
            "Riots",
            "Violent demonstration",
        ),
        (
            "Students held a sit-in in Sulta on Friday to call for peace.",
            "Protests",
            "Peaceful protest",
        ),
        (
            "Hundreds of students marched through Sulta on Monday to protest against new taxes.",
            "Protests",
            "Peaceful protest",
        ),
        (
            "Teachers blocked a road and held a rally in Sulta on Friday.",
            "Protests",
            "Peaceful protest",
        ),
        (
            "American jets hit missile depots in Syria on Saturday.",
            "Explosions/Remote violence",
            "Air/drone strike",
        ),
        (
            "Security forces seized 40 rifles in Sulta on Friday.",
            "Strategic developments",
            "Disrupted weapons use",
        ),
        (
            "Rebels captured the city of Sulta from the army on Thursday after heavy fighting.",
            "Battles",
            "Non-state actor overtakes territory",
        ),
    ],
)
def test_a_row_is_of_this_kind(text: str, kind: str, subkind: str) -> None:
    (incident, *_) = reading(text).incidents
    assert (incident.kind, incident.subkind) == (kind, subkind)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Rebels attacked the town of Dovra in northern Mali on Monday, killing 40.", "Dovra"),
        ("A bomb killed five people near Dovra in northwest Pakistan on Monday.", "Dovra"),
        ("A bomb killed five people in Dovra, Pakistan, on Monday.", "Dovra"),
        ("A bomb killed five people in northern Mali on Monday.", "Mali"),
    ],
)
def test_the_place_is_the_one_inside_the_wider_one(text: str, place: str) -> None:
    (incident, *_) = reading(text).incidents
    assert incident.place is not None
    assert place in incident.place.span.of(text)


def test_who_lost_a_place_is_the_other_side() -> None:
    text = "Rebels captured the city of Sulta from the army on Thursday."
    (incident, *_) = reading(text).incidents
    assert [party.span.of(text) for party in incident.side_a] == ["Rebels"]
    assert "the army" in [party.span.of(text) for party in incident.side_b]


def test_its_aircraft_are_those_of_the_army() -> None:
    text = "The army said that its aircraft had struck a rebel convoy near Kaya on Sunday."
    (incident, *_) = reading(text).incidents
    assert [party.telling.of(text) for party in incident.side_a] == ["The army"]
