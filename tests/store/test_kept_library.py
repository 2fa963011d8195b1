"""A folder of reports: what is found there, where notes go, what is remembered."""

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from harbour import TEXT, items, reading

from extract.errors import DatelineError, LoadError, MissingReportError
from extract.records import Article, Reading
from store.annotations import Annotations
from store.errors import DamagedError, InvalidValueError
from store.items import State
from store.library.keys import keys_of
from store.library.library import Library, Row
from store.library.settings import Settings, read_settings
from store.notes import paths
from store.suggestions import suggestions


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, one in a folder of its own."""
    folder = tmp_path / "reports"
    (folder / "2024").mkdir(parents=True)
    (folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2024" / "strike.md").write_text("# Strike\n\nTen boats sank.", encoding="utf-8")
    (folder / "zebra.txt").write_text("A zebra got away.", encoding="utf-8")
    return folder


class Reader:
    """Reads what it is made for, and counts how often."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, article: Article) -> Reading:
        self.times += 1
        return reading() if article.text == TEXT else Reading("1", article.sha256)


@pytest.fixture
def reader() -> Reader:
    return Reader()


@pytest.fixture
def library(folder: Path, reader: Reader) -> Library:
    return Library(folder, "anna", read=reader)


def opened(library: Library, key: str = "harbour") -> Annotations:
    annotations = library.open(library.article(key))
    found = suggestions(annotations.article, library.reading(annotations.article))
    annotations.suggest(found)
    return annotations


def rows(library: Library) -> dict[str, Row]:
    return {row.key: row for row in library.status() if isinstance(row, Row)}


def test_articles_are_called_by_their_place_in_the_folder(library: Library) -> None:
    assert library.keys == ("2024/strike", "harbour", "zebra")
    assert library.named == library.keys


def test_a_single_report_opens_those_beside_it(folder: Path) -> None:
    library = Library(folder / "harbour.txt", "anna")
    assert (library.named, library.keys) == (("harbour",), ("harbour", "zebra"))


def test_a_report_of_any_ending_can_be_named(folder: Path) -> None:
    (folder / "wire.log").write_text("Quiet night.", encoding="utf-8")
    assert Library(folder / "wire.log", "anna").named == ("wire",)


def test_a_report_alone_in_a_folder_of_other_things_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "wire.log").write_text("Quiet night.", encoding="utf-8")
    assert Library(tmp_path / "wire.log", "anna").keys == ("wire",)


def test_a_path_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(MissingReportError, match="no such file or folder"):
        Library(tmp_path / "none", "anna")


def test_an_unknown_key_is_told(library: Library) -> None:
    with pytest.raises(MissingReportError, match="no such report"):
        library.article("none")


def test_two_endings_of_one_name_are_two_articles(tmp_path: Path) -> None:
    both = [tmp_path / "a.md", tmp_path / "a.txt"]
    assert keys_of(both, tmp_path) == {"a.md": both[0], "a": both[1]}


def test_a_day_given_goes_over_the_reports(folder: Path) -> None:
    library = Library(folder, "anna", published=date(2020, 1, 2))
    assert library.article("harbour").published == date(2020, 1, 2)


def test_a_reading_is_made_once(library: Library, reader: Reader) -> None:
    article = library.article("harbour")
    assert library.reading(article) == library.reading(article) == reading()
    assert reader.times == 1


def test_another_version_of_the_reader_reads_anew(folder: Path, reader: Reader) -> None:
    for version in ("1", "2"):
        library = Library(folder, "anna", read=reader, reader=version)
        library.reading(library.article("harbour"))
    assert reader.times == 2


def test_another_day_of_publication_reads_anew(folder: Path, reader: Reader) -> None:
    for day in (1, 2):
        library = Library(folder, "anna", read=reader, published=date(2024, 1, day))
        library.reading(library.article("harbour"))
    assert reader.times == 2


def test_a_damaged_reading_is_made_anew(library: Library, reader: Reader) -> None:
    article = library.article("harbour")
    library.reading(article)
    for kept in (library.notes / "cache").glob("*.json"):
        kept.write_text("half")
    assert library.reading(article) == reading()
    assert reader.times == 2


def test_the_cache_may_be_deleted_any_time(library: Library) -> None:
    annotations = opened(library)
    annotations.decide(items()[0].id, State.ACCEPTED)
    shutil.rmtree(library.notes / "cache")
    annotations.decide(items()[1].id, State.ACCEPTED)
    annotations.close()
    library.remember(annotations)
    library.close()
    assert rows(library)["harbour"].progress == annotations.progress()


def test_looking_at_a_library_leaves_no_trace(folder: Path, library: Library) -> None:
    assert [row.key for row in library.queue()] == list(library.keys)
    assert not (folder / ".dateline").exists()


def test_status_tells_how_far_each_article_is(library: Library) -> None:
    annotations = opened(library)
    annotations.decide_many([item.id for item in items()[:3]], State.ACCEPTED)
    annotations.mark_read()
    annotations.close()
    status = rows(library)["harbour"].as_status()
    assert status["title"] == "Fishermen block harbour of Ostrava Bay"
    assert (status["items"], status["decided"], status["read"]) == (len(items()), 3, True)
    assert {"rejected", "corrected", "skipped", "added", "notes", "orphans"} <= set(status)


def test_what_is_remembered_needs_no_reading(folder: Path, library: Library) -> None:
    before = rows(library)
    again = Reader()
    later = Library(folder, "anna", read=again)
    assert {row.key: row for row in later.queue()} == before
    assert (later.stale(), again.times) == ((), 0)


def test_a_changed_report_is_measured_anew(folder: Path, library: Library) -> None:
    rows(library)
    (folder / "harbour.txt").write_text(TEXT + " More.", encoding="utf-8")
    assert library.stale() == ("harbour",)


def test_notes_changed_elsewhere_are_measured_anew(folder: Path, library: Library) -> None:
    rows(library)
    other = Library(folder, "anna", read=Reader())
    annotations = opened(other)
    annotations.decide(items()[0].id, State.ACCEPTED)
    annotations.close()
    assert library.stale() == ("harbour",)
    assert library.measure("harbour").progress == annotations.progress()


def test_a_damaged_index_is_made_anew(folder: Path, library: Library) -> None:
    before = rows(library)
    (library.notes / "cache" / "index-anna.json").write_text('{"version": 1, "entries": 3}')
    assert rows(Library(folder, "anna", read=Reader())) == before


def test_one_report_that_cannot_be_read_stops_no_other(folder: Path, library: Library) -> None:
    (folder / "harbour.txt").write_bytes(b"\xff\xfe\xfa")
    found = list(library.status())
    assert [type(row) for row in found] == [Row, LoadError, Row]
    assert isinstance(found[1], DatelineError)


def test_damaged_notes_are_told_and_stop_no_other(library: Library) -> None:
    annotations = opened(library)
    annotations.mark_read()
    annotations.close()
    library.notes_file("harbour").write_text("half")
    found = list(library.status())
    assert [type(row) for row in found] == [Row, DamagedError, Row]


def test_an_article_left_before_its_reading_came_is_not_counted(library: Library) -> None:
    annotations = library.open(library.article("harbour"))
    annotations.close()
    library.remember(annotations)
    assert "harbour" in library.stale()


def test_two_annotators_do_not_meet(folder: Path, reader: Reader) -> None:
    anna, ben = Library(folder, "anna", read=reader), Library(folder, "ben", read=reader)
    opened(anna).decide(items()[0].id, State.ACCEPTED)
    opened(ben).decide(items()[0].id, State.REJECTED)
    anna.close()
    ben.close()
    assert anna.annotators() == ("anna", "ben")
    looked = anna.look(anna.article("harbour"), "ben")
    assert looked[items()[0].id].state is State.REJECTED


def test_git_is_told_what_to_leave_out(library: Library) -> None:
    opened(library)
    assert "cache/" in (library.notes / ".gitignore").read_text().splitlines()


@pytest.mark.parametrize(
    "name", ["anna", "Anna K.", "a.b@c", "Ülkü", "3", "O’Brien", "D'Arc", "अनिल", "أَحمد", "李雷"]
)
def test_a_name_that_can_be_a_folders_is_an_annotators(name: str) -> None:
    assert paths.annotator_name(f" {name} ") == name


@pytest.mark.parametrize(
    "name",
    [
        "",
        "..",
        "a/b",
        "a\\b",
        ".hidden",
        "cache",
        "Cache",
        "a\nb",
        "x" * 201,
        "a\x00",
        "con",
        "a\u202eb",
    ],
)
def test_a_name_that_cannot_be_a_folders_is_refused(name: str) -> None:
    with pytest.raises(InvalidValueError, match="cannot be an annotator's name"):
        paths.annotator_name(name)


@pytest.fixture
def read_only(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The library on a disk that cannot be written; simulated, since root writes anywhere."""

    def writable(path: Path, mode: int) -> bool:
        return mode != os.W_OK or folder not in (path, *Path(path).parents)

    monkeypatch.setattr(os, "access", writable)
    monkeypatch.setattr(paths, "user_data_path", lambda name: tmp_path / "data" / name)
    return folder


def test_notes_on_a_read_only_library_go_to_the_users_data(
    read_only: Path, tmp_path: Path, reader: Reader
) -> None:
    library = Library(read_only, "anna", read=reader)
    opened(library).decide(items()[0].id, State.ACCEPTED)
    library.close()
    assert not (read_only / ".dateline").exists()
    assert (tmp_path / "data" / "dateline") in library.notes.parents
    assert rows(Library(read_only, "anna", read=reader))["harbour"].progress


def test_own_notes_in_a_read_only_library_are_shown(read_only: Path, reader: Reader) -> None:
    (read_only / ".dateline" / "anna").mkdir(parents=True)
    assert Library(read_only, "anna", read=reader).notes == read_only / ".dateline"


def accepted(path: Path, key: str, reader: Reader) -> int:
    """How many decisions are found there, and one more afterwards."""
    library = Library(path, "anna", read=reader)
    annotations = opened(library, key)
    before = annotations.progress().decided
    annotations.decide(annotations.items()[before].id, State.ACCEPTED)
    annotations.close()
    library.close()
    return before


def test_the_same_notes_are_found_from_the_report_its_folder_and_above(
    folder: Path, reader: Reader
) -> None:
    (folder / "2024" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    assert accepted(folder / "2024" / "harbour.txt", "harbour", reader) == 0
    assert accepted(folder, "2024/harbour", reader) == 1
    assert accepted(folder / "2024", "harbour", reader) == 2
    assert accepted(folder.parent, "reports/2024/harbour", reader) == 3


def test_notes_made_above_are_found_below(folder: Path, reader: Reader) -> None:
    (folder / "2024" / "harbour.txt").write_text(TEXT, encoding="utf-8")
    assert accepted(folder, "2024/harbour", reader) == 0
    assert accepted(folder / "2024" / "harbour.txt", "harbour", reader) == 1
    assert not (folder / "2024" / ".dateline").exists()


def test_annotators_with_notes_nearer_to_a_report_are_known(folder: Path, reader: Reader) -> None:
    ben = Library(folder / "2024", "ben", read=reader)
    ben.open(ben.article("strike")).mark_read()
    ben.close()
    assert Library(folder, "anna", read=reader).annotators() == ("ben",)


def test_a_key_that_leads_out_of_the_library_is_refused(library: Library) -> None:
    with pytest.raises(InvalidValueError, match="leads out of the folder"):
        library.notes_file("../../harbour")


def test_rows_are_not_for_review(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"text": "Quiet night."}')
    with pytest.raises(LoadError, match="rows of reports are for `dateline extract`"):
        Library(tmp_path / "rows.jsonl", "anna")


def test_notes_go_where_they_are_told_to(folder: Path, tmp_path: Path) -> None:
    assert Library(folder, "anna", notes=tmp_path / "mine").notes == tmp_path / "mine"


def test_settings_may_be_left_out(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings(numbers="literal")


def test_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "library.toml").write_text('numbers = "acled"\n[keys]\naccept = "y"\n')
    assert read_settings(tmp_path) == Settings(numbers="acled", keys={"accept": "y"})


@pytest.mark.parametrize("content", ["numbers =", 'numbers = "exact"', "keys = 3"])
def test_settings_that_cannot_be_understood_are_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "library.toml").write_text(content)
    settings = read_settings(tmp_path)
    assert settings == Settings(problems=settings.problems)
    assert re.search(r"library\.toml: .*not understood", str(settings.problems[0]))
