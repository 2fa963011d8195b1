"""Nothing in a folder of notes is followed through a link, and nothing but files is opened."""

import contextlib
import hashlib
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from harbour import TEXT, article, items, reading, reviewed

from extract.errors import DatelineError
from store.errors import StoreError
from store.items import State
from store.library.index import stamp
from store.library.library import Library, Row
from store.notes.notes_file import NotesFile
from store.plainfiles import move_plain, read_plain, write_plain

Put = Callable[[Path, Path], object]


def link(path: Path, target: Path) -> None:
    path.symlink_to(target)


def dangling(path: Path, target: Path) -> None:
    path.symlink_to(target.with_name("nowhere"))


def circle(path: Path, target: Path) -> None:
    path.symlink_to(path)


def device(path: Path, target: Path) -> None:
    path.symlink_to("/dev/zero")


def pipe(path: Path, target: Path) -> None:
    os.mkfifo(path)


def folder(path: Path, target: Path) -> None:
    path.mkdir()


PUTS = [link, dangling, circle, device, pipe, folder]
LINKS = [link, dangling, circle, device]
INSIDE = [
    ".gitignore",
    "library.toml",
    "cache",
    "cache/index-anna.json",
    "anna",
    "anna/harbour.json",
    "anna/harbour.json.lock",
    "anna/harbour.json.holder",
]


def use(reports: Path) -> list[Row | DatelineError]:
    """All that touches the folder of notes: status, a session with a decision, another status."""
    found: list[Row | DatelineError] = []
    try:
        library = Library(reports, "anna", read=lambda _: reading())
        found += library.status()
        annotations = library.open_with_reading("harbour")
        if not annotations.notes_file.read_only:
            annotations.decide(items()[0].id, State.ACCEPTED)
        annotations.close()
        library.close()
    except DatelineError as error:
        found.append(error)
    return found


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "harbour.txt").write_text(TEXT, encoding="utf-8")
    return reports


@pytest.fixture
def victim(tmp_path: Path) -> Path:
    victim = tmp_path / "elsewhere" / "mine.txt"
    victim.parent.mkdir()
    victim.write_text("precious")
    return victim


@pytest.mark.timeout(20)
@pytest.mark.parametrize("put", PUTS)
@pytest.mark.parametrize("name", INSIDE)
def test_what_stands_in_the_place_of_a_file_harms_nothing(
    reports: Path, victim: Path, name: str, put: Put
) -> None:
    path = reports / ".dateline" / name
    path.parent.mkdir(parents=True)
    put(path, victim)
    for found in use(reports):
        assert "\n" not in str(found)
    assert victim.read_text() == "precious"
    assert [each.name for each in victim.parent.iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("name", ["", "anna", "cache"])
def test_a_folder_that_is_a_link_is_not_written_through(
    reports: Path, victim: Path, name: str
) -> None:
    path = reports / ".dateline" / name
    path.parent.mkdir(exist_ok=True)
    path.symlink_to(victim.parent)
    use(reports)
    assert [each.name for each in victim.parent.iterdir()] == ["mine.txt"]


MOVED = ["pier.json", "pier.json.moving", "harbour.json.moving", "pier.json.lock", "deep"]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("put", PUTS)
@pytest.mark.parametrize("name", MOVED)
def test_notes_that_follow_a_report_go_through_nothing_that_stands_on_their_way(
    reports: Path, victim: Path, name: str, put: Put
) -> None:
    library = Library(reports, "anna", read=lambda _: reading())
    annotations = library.open_with_reading("harbour")
    annotations.note("article", "mine")
    annotations.close()
    library.close()
    put(reports / ".dateline" / "anna" / name, victim)
    (reports / "deep").mkdir()
    (reports / "harbour.txt").rename(reports / ("deep" if name == "deep" else "") / "pier.txt")
    with contextlib.suppress(DatelineError):
        Library(reports, "anna", read=lambda _: reading()).close()
    assert victim.read_text() == "precious"
    assert [each.name for each in victim.parent.iterdir()] == ["mine.txt"]
    kept = [p for p in (reports / ".dateline" / "anna").rglob("*.json*") if _is_notes(p)]
    assert len(kept) == 1


def _is_notes(path: Path) -> bool:
    return path.is_file() and not path.is_symlink() and b"dateline-notes" in path.read_bytes()


def test_a_stamp_of_notes_is_of_no_file_behind_a_link(tmp_path: Path, victim: Path) -> None:
    (tmp_path / "harbour.json").symlink_to(victim)
    digest = hashlib.sha256(victim.read_bytes()).hexdigest()
    assert digest in stamp(tmp_path / "harbour.json")
    assert digest not in stamp(tmp_path / "harbour.json", plain=True)


def test_what_was_left_halfway_is_not_written_over_when_others_move(tmp_path: Path) -> None:
    here, there = tmp_path / "a.json", tmp_path / "b.json"
    here.write_text("notes")
    there.write_text("others")
    with pytest.raises(OSError, match="something is there already"):
        move_plain(here, there)
    assert (here.read_text(), there.read_text()) == ("notes", "others")


@pytest.mark.parametrize("put", LINKS)
def test_notes_behind_a_link_are_named_as_such(tmp_path: Path, victim: Path, put: Put) -> None:
    path = tmp_path / "harbour.json"
    put(path, victim)
    with pytest.raises(StoreError, match=r"harbour\.json is a link, and none is followed"):
        NotesFile(path)


def test_a_chosen_folder_may_be_a_link_and_what_is_in_it_may_not(
    reports: Path, victim: Path, tmp_path: Path
) -> None:
    (tmp_path / "notes").mkdir()
    chosen = tmp_path / "chosen"
    chosen.symlink_to(tmp_path / "notes")
    library = Library(reports, "anna", notes=chosen, read=lambda _: reading())
    assert library.notes_file("harbour")
    (tmp_path / "notes" / "anna").symlink_to(victim.parent)
    with pytest.raises(StoreError, match="anna is a link"):
        library.open(article())


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError, match="larger than"):
        read_plain(path)
    with pytest.raises(StoreError, match="larger than"):
        reviewed(NotesFile(path))


def test_a_plate_is_written_over_whole(tmp_path: Path) -> None:
    write_plain(tmp_path / "plate", b"a long one")
    write_plain(tmp_path / "plate", b"short")
    assert read_plain(tmp_path / "plate") == b"short"
