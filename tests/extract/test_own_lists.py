"""A user's word list that cannot be used is passed over and named; the others are used."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import extract.lexicon as room
from extract.load import from_text
from extract.reader import Reader

WRONG = [
    ("groups.toml", "[known\n", "not understood"),
    ("groups.toml", '[known]\nnames = "one"', "known.names is to be a list"),
    ("groups.toml", "[known]\nnames = [1]", "known.names, entry 1 is to be words in quotation"),
    ("groups.toml", '[known]\nnames = [""]', "known.names, entry 1"),
    ("groups.toml", '[army]\nnames = ["A"]', "'army' is unknown"),
    ("places.toml", '[known]\nnames = ["A"]', "'known' is unknown"),
    ("numbers.toml", '[words]\ntwoscore = "40"', "words.twoscore is to be a whole number"),
    ("numbers.toml", "[words]\nx = " + "9" * 5000, "not understood"),
    ("numbers.toml", "[vague.sizes]\nloads = 3", "vague.sizes.loads is to be a table"),
    ("dates.toml", '[holiday]\n"some day" = { month = "may", day = 1 }', "is to be a whole number"),
    ("evidence.toml", '[[before]]\nword = ["x"]\npoints = { PER = 1 }', "'before, entry 1.word'"),
    ("countries.toml", '[QQ]\ndemonyms = ["Qq"]', "'names' is missing"),
    ("triggers.toml", '[verb]\nsabotage = ["wreck"]', "no class.sabotage"),
    ("sides.toml", 'x = ["y"]', "no list of that name ships"),
    ("cues.toml", "\x00", "not understood"),
    ("cues.toml", "a = " + "[" * 5000 + "]" * 5000, "not understood"),
]

FILLINGS = ["", "]", '"', "1", "[x]", "= ", '"" , ', "\n[[a]]\n", "{}"]


def _read(folder: Path) -> tuple[int, list[str]]:
    reader = Reader(lexicon=folder)
    article = from_text("The Vandori shelled Beira on Monday, killing 12.", key="t")
    return len(reader.read(article).entities), [str(problem) for problem in reader.problems]


@pytest.mark.parametrize(("name", "words", "told"), WRONG)
def test_a_wrong_list_is_named_with_what_is_wrong(
    tmp_path: Path, name: str, words: str, told: str
) -> None:
    (tmp_path / name).write_text(words)
    found, (problem,) = _read(tmp_path)
    assert found
    assert problem.startswith(f"{tmp_path / name}: ")
    assert told in problem


def test_a_wrong_list_does_not_keep_the_others_from_being_used(tmp_path: Path) -> None:
    (tmp_path / "triggers.toml").write_text('[verb]\nsabotage = ["wreck"]')
    (tmp_path / "units.toml").write_text("?")
    (tmp_path / "groups.toml").write_text('[known]\nnames = ["Vandori"]')
    reader = Reader(lexicon=tmp_path)
    reading = reader.read(from_text("The Vandori shelled Beira on Monday.", key="t"))
    assert "GROUP" in {entity.label for entity in reading.entities}
    assert len(reader.problems) == 2


def test_what_is_no_plain_file_is_named_and_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "groups.toml")
    (tmp_path / "cues.toml").mkdir()
    (tmp_path / "people.toml").symlink_to(tmp_path / "nowhere")
    _, problems = _read(tmp_path)
    assert len(problems) == 3


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_no_damage_to_a_list_stops_the_reading(tmp_path: Path, data: st.DataObject) -> None:
    lists = sorted(Path(room.__file__).parent.glob("*.toml"))
    path = data.draw(st.sampled_from(lists))
    words = path.read_text("utf-8")
    place = data.draw(st.integers(0, len(words)))
    length = data.draw(st.integers(0, 40))
    filling = data.draw(
        st.sampled_from(["", "]", '"', "1", "[x]", "= ", '"" , ', "\n[[a]]\n", "{}"])
    )
    for old in tmp_path.iterdir():
        old.unlink()
    (tmp_path / path.name).write_text(words[:place] + filling + words[place + length :], "utf-8")
    assert _read(tmp_path)[0]
