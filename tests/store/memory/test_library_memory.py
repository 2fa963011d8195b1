"""A library's memory: kept in a file that a person edits, made of the notes report by report."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from extract.records import Article, Entity, Mention, Reading
from extract.vocabulary import Label
from store.items import Item, Kind, State
from store.library.library import Library

REPORTS = ("a", "b", "c")
TEXT = "Al-Watan wrote of the {number}th day.\n"


def read(article: Article) -> Reading:
    """The outlet as an organisation, wherever it stands."""
    start = article.text.index("Al-Watan")
    name = Entity("e1", Label.ORG, "Al-Watan", (Mention(start, start + len("Al-Watan")),))
    return Reading(version="by hand", sha256=article.sha256, entities=(name,))


def library(folder: Path, who: str = "anna", **wishes: Any) -> Library:
    for number, name in enumerate(REPORTS):
        if not (folder / f"{name}.txt").exists():
            (folder / f"{name}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    return Library(folder, who, read=read, reader="by hand", **wishes)


def opened(of: Library, key: str) -> Any:
    """The notes on a report with what is remembered, for changing."""
    notes = of.open_with_reading(key)
    notes.remember(of.memory.now())
    return notes


def name_in(notes: Any) -> Item:
    (found,) = notes.items(Kind.ENTITY)
    assert isinstance(found, Item)
    return found


def decide(of: Library, key: str, label: str | None = None) -> None:
    """Correct the label of a report's name, or accept it as it is shown, and close the report."""
    notes = opened(of, key)
    if label is None:
        notes.decide(name_in(notes).id, State.ACCEPTED)
    else:
        notes.correct(name_in(notes).id, {"label": label})
    notes.close()
    of.remember(notes)


def label_in(of: Library, key: str) -> str:
    notes = opened(of, key)
    try:
        return str(name_in(notes).fields["label"])
    finally:
        notes.close()


def rows(of: Library) -> list[dict[str, Any]]:
    """The lines on labels that the file has."""
    found: list[dict[str, Any]] = tomllib.loads(of.memory.file.read_text()).get("label", [])
    return found


@pytest.fixture
def taught(tmp_path: Path) -> Path:
    """A folder in whose first report the label was corrected."""
    first = library(tmp_path)
    decide(first, "a", "MEDIA")
    first.close()
    return tmp_path


def test_the_next_report_has_it_and_so_has_the_next_session(tmp_path: Path) -> None:
    first = library(tmp_path)
    assert label_in(first, "b") == "ORG"
    decide(first, "a", "MEDIA")
    assert label_in(first, "b") == "MEDIA"
    first.close()
    assert label_in(library(tmp_path), "c") == "MEDIA"


def test_it_is_a_correction_once_accepted_and_the_suggestion_stays(taught: Path) -> None:
    again = library(taught)
    decide(again, "b")
    again.close()
    item = name_in(library(taught).look(again.article("b")))
    assert (item.state, dict(item.correction)) == (State.CORRECTED, {"label": "MEDIA"})
    assert item.suggestion is not None
    assert item.suggestion.fields["label"] == "ORG"
    assert rows(again)[0]["told"] == "2 of 2 times before: b, a"


def test_what_is_filled_in_can_be_taken_back_and_is_no_decision(taught: Path) -> None:
    again = library(taught)
    notes = opened(again, "b")
    assert notes.progress().decided == 0
    notes.decide(name_in(notes).id, State.ACCEPTED)
    notes.undo()
    assert (name_in(notes).state, notes.kept()[0].correction) == (State.UNDECIDED, {})
    assert notes.remembered(name_in(notes).id) == ("MEDIA as 1 of 1 time before: a",)
    notes.close()


def test_without_memory_everything_is_as_the_machine_has_it(taught: Path) -> None:
    assert label_in(library(taught, memory=False), "b") == "ORG"


def test_another_annotator_remembers_nothing_of_it(taught: Path) -> None:
    assert label_in(library(taught, "bea"), "b") == "ORG"


def test_a_decision_that_is_taken_back_is_forgotten(taught: Path) -> None:
    again = library(taught)
    notes = opened(again, "a")
    notes.undo()
    notes.close()
    again.remember(notes)
    again.close()
    assert label_in(library(taught), "b") == "ORG"


def test_a_line_that_a_person_changes_goes_before_decisions_and_stays(taught: Path) -> None:
    file = library(taught).memory.file
    file.write_text(file.read_text().replace('"MEDIA"', '"GROUP"'))
    again = library(taught)
    assert label_in(again, "b") == "GROUP"
    decide(again, "c", "PERSON")
    again.close()
    (line,) = rows(again)
    assert (line["is"], line["own"]) == ("GROUP", True)
    assert label_in(library(taught), "b") == "GROUP"


def test_a_line_can_be_turned_off(taught: Path) -> None:
    file = library(taught).memory.file
    file.write_text(file.read_text().replace('is = "MEDIA"', 'is = "MEDIA"\nuse = false'))
    again = library(taught)
    assert label_in(again, "b") == "ORG"
    decide(again, "c", "MEDIA")
    again.close()
    assert label_in(library(taught), "b") == "ORG"


def test_a_file_can_be_handed_on(taught: Path) -> None:
    mine, hers = library(taught), library(taught, "bea")
    hers.memory.file.parent.mkdir(parents=True)
    hers.memory.file.write_bytes(mine.memory.file.read_bytes())
    assert label_in(library(taught, "bea"), "b") == "MEDIA"


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("label = [[[", "not understood"),
        ('[[label]]\nof = "Al-Watan"\nis = "PAPER"\n', "'is' is one of"),
        ('[[label]]\nof = 3\nis = "MEDIA"\n', "'of' is to be words"),
        ('[[label]]\nof = "Al-Watan"\nis = "MEDIA"\nuse = "no"\n', "'use' is true or false"),
        ('[[label]]\nof = "Al-Watan"\nfor = "MEDIA"\n', "'for' is not known here"),
        ('[[map]]\nof = "Oshkara"\nis = { latitude = 99, longitude = 1 }\n', "in degrees"),
        ('[[map]]\nof = "Oshkara"\nis = "there"\n', "is to be a place"),
        ('[[lable]]\nof = "Al-Watan"\n', "'lable' not known here"),
        ("\x00\x01", "not understood"),
    ],
)
def test_a_wrong_file_is_named_passed_over_and_left_as_it_is(
    taught: Path, content: str, told: str
) -> None:
    library(taught).memory.file.write_text(content)
    again = library(taught)
    assert label_in(again, "b") == "MEDIA"
    (problem,) = again.memory.problems
    assert told in str(problem)
    decide(again, "b")
    again.close()
    assert again.memory.file.read_text() == content


def test_a_link_in_the_place_of_the_file_is_not_followed(taught: Path, tmp_path: Path) -> None:
    file = library(taught).memory.file
    file.unlink()
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text("mine")
    file.symlink_to(elsewhere)
    again = library(taught)
    assert label_in(again, "b") == "MEDIA"
    assert "is a link" in str(again.memory.problems[0])
    decide(again, "b")
    again.close()
    assert elsewhere.read_text() == "mine"


def test_only_reports_whose_notes_have_changed_are_looked_at_again(
    taught: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at: list[str] = []
    kept = Library.kept

    def counting(self: Library, key: str, *rest: str) -> Any:
        looked_at.append(key)
        return kept(self, key, *rest)

    monkeypatch.setattr(Library, "kept", counting)
    library(taught).memory.now()
    assert looked_at == []
    library(taught).notes_file("a").touch()
    library(taught).memory.now()
    assert looked_at == ["a"]


def test_a_damaged_cache_is_made_again(taught: Path) -> None:
    (cache,) = (taught / ".dateline" / "cache").glob("memory-*.json")
    cache.write_bytes(b"{")
    assert label_in(library(taught), "b") == "MEDIA"


def test_of_a_folder_below_the_file_is_only_read(taught: Path) -> None:
    before = library(taught).memory.file.read_text()
    below = taught / "below"
    below.mkdir()
    of = library(below)
    decide(of, "b", "PERSON")
    of.close()
    assert of.memory.file.read_text() == before


def test_a_line_on_a_whole_kind_holds_for_words_never_seen(taught: Path) -> None:
    library(taught).memory.file.write_text(
        '[[rejected]]\nof = "every name: ORG"\nis = "rejected"\n', encoding="utf-8"
    )
    notes = opened(library(taught), "b")
    assert notes.folding(name_in(notes).id) is not None
    notes.close()
