"""Which speakers are one, what kind of source they are, and to whom they spoke."""

import pytest
from said import read

from extract.records import Source


def sources_of(text: str) -> list[Source]:
    return list(read(text)[1].sources)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Amina Traore said the well was dry. Traore said it was far. She said it was old.",
            ["Amina Traore"],
        ),
        (
            "The Ports Authority said the quay was closed. It added that two ships were waiting.",
            ["Ports Authority"],
        ),
        (
            "Two drivers said the road was mined. The drivers said nobody had warned them.",
            ["drivers"],
        ),
        (
            "Omar Sy and Lucy Bright said the camp was safe. They said help had come.",
            ["Omar Sy and Lucy Bright"],
        ),
        ("Amina Traore, who said she saw it, told reporters that it was late.", ["Amina Traore"]),
        ("Amina Traore said it was late. Omar Sy said it was early.", ["Amina Traore", "Omar Sy"]),
    ],
)
def test_names_of_one_speaker_are_one_source(text: str, names: list[str]) -> None:
    assert [source.name for source in sources_of(text)] == names


@pytest.mark.parametrize(
    ("who", "kind"),
    [
        ("The interior minister", "official"),
        ("Police", "official"),
        ("A rebel commander", "party"),
        ("The army", "party"),
        ("The war monitor", "monitor"),
        ("Amnesty International", "monitor"),
        ("The Daily Courier newspaper", "media"),
        ("A survivor", "witness"),
        ("A doctor at the hospital", "witness"),
        ("Residents", "local"),
        ("Local sources", "local"),
        ("An opposition activist", "activist"),
        ("An official who asked not to be named", "anonymous"),
        ("A person familiar with the talks", "anonymous"),
        ("Hannah Berg", "unknown"),
    ],
)
def test_the_kind_of_a_source_is_told_by_its_words(who: str, kind: str) -> None:
    assert [source.kind for source in sources_of(f"{who} said the bridge was gone.")] == [kind]


def test_a_title_beside_a_name_tells_its_kind() -> None:
    found = sources_of("General Omar Sy, the army spokesman, said the raid was over.")
    assert [source.kind for source in found] == ["party"]


def test_whom_it_was_said_to_is_not_the_source() -> None:
    _, reading = read("Amina Traore told Radio Sahel that the well was dry.")
    (found,) = reading.attributions
    via = {entity.id: entity.name for entity in reading.entities}[found.via or ""]
    assert (via, [source.name for source in reading.sources]) == ("Radio Sahel", ["Amina Traore"])


def test_the_author_is_no_source() -> None:
    assert sources_of("I think the bridge will stand.") == []


def test_who_only_wants_something_is_no_source_but_speaks() -> None:
    _, reading = read("The rebels want to leave the city.")
    assert len(reading.attributions) == 1
    assert reading.sources == ()


@pytest.mark.parametrize(
    "text",
    [
        "“The well is dry,” Amina Traore told Radio Sahel.",
        "Amina Traore said in an interview with Radio Sahel that the well was dry.",
        "Amina Traore said to Radio Sahel that the well was dry.",
        "“The well is dry,” said Amina Traore in an interview with Radio Sahel.",
    ],
)
def test_an_interviewer_is_not_the_source(text: str) -> None:
    _, reading = read(text)
    via = {entity.id: entity.name for entity in reading.entities}[reading.attributions[0].via or ""]
    assert (via, [source.name for source in reading.sources]) == ("Radio Sahel", ["Amina Traore"])
