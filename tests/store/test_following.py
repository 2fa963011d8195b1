"""Notes stay with the report they were made on, whatever becomes of its file."""

import os
from pathlib import Path

import pytest
from harbour import TEXT

from extract.errors import LoadError
from extract.records import Article, Reading
from store.items import State
from store.library.library import Library, Row
from store.notes import paths

TEXTS = {
    name: f"{name.title()} report.\n\nTen boats sank off {name.title()} on Monday, {name} men said."
    for name in ("alpha", "bravo", "delta")
}


def read(article: Article) -> Reading:
    return Reading("1", article.sha256)


def library(folder: Path, who: str = "anna") -> Library:
    return Library(folder, who, read=read)


def review(folder: Path, key: str, note: str, who: str = "anna") -> None:
    opened = library(folder, who)
    annotations = opened.open_with_reading(key)
    annotations.note("article", note)
    annotations.close()
    list(opened.status())
    opened.close()


def noted(folder: Path, who: str = "anna") -> dict[str, str]:
    opened = library(folder, who)
    found = {key: opened.look(opened.article(key)).article_notes.note for key in opened.keys}
    opened.close()
    return {key: note for key, note in found.items() if note}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        review(folder, name, f"on {name}")
    return folder


def rename(folder: Path, *pairs: tuple[str, str]) -> None:
    """All at once, so that names may be swapped."""
    for old, _ in pairs:
        (folder / old).rename(folder / f"{old}.on-the-way")
    for old, new in pairs:
        (folder / new).parent.mkdir(exist_ok=True)
        (folder / f"{old}.on-the-way").rename(folder / new)


@pytest.mark.parametrize(
    ("pairs", "now"),
    [
        ([("alpha.txt", "zulu.txt")], {"zulu": "alpha"}),
        ([("alpha.txt", "2024/alpha.txt")], {"2024/alpha": "alpha"}),
        ([("alpha.txt", "2024/zulu.md")], {"2024/zulu": "alpha"}),
        ([("alpha.txt", "x.txt"), ("bravo.txt", "y.txt")], {"x": "alpha", "y": "bravo"}),
        (
            [("alpha.txt", "bravo.txt"), ("bravo.txt", "alpha.txt")],
            {"alpha": "bravo", "bravo": "alpha"},
        ),
        (
            [("alpha.txt", "bravo.txt"), ("bravo.txt", "delta.txt"), ("delta.txt", "alpha.txt")],
            {"bravo": "alpha", "delta": "bravo", "alpha": "delta"},
        ),
        ([("bravo.txt", "x.txt"), ("alpha.txt", "bravo.txt")], {"x": "bravo", "bravo": "alpha"}),
    ],
)  # fmt: skip
def test_notes_follow_a_renamed_report(
    folder: Path, pairs: list[tuple[str, str]], now: dict[str, str]
) -> None:
    rename(folder, *pairs)
    opened = library(folder)
    for old, new in ((name, key) for key, name in now.items()):
        assert f"notes of {old} moved with the report to {new}" in opened.messages
    rest = {name: name for name in TEXTS if name not in now.values()}
    assert noted(folder) == {key: f"on {name}" for key, name in {**rest, **now}.items()}
    assert library(folder).messages == []


def test_a_name_that_is_taken_back_brings_the_notes_back(folder: Path) -> None:
    before = noted(folder)
    rename(folder, ("alpha.txt", "zulu.txt"))
    library(folder).close()
    rename(folder, ("zulu.txt", "alpha.txt"))
    assert noted(folder) == before


def test_the_notes_of_all_annotators_follow(folder: Path) -> None:
    review(folder, "alpha", "of bob", "bob")
    rename(folder, ("alpha.txt", "zulu.txt"))
    assert noted(folder)["zulu"] == "on alpha"
    assert noted(folder, "bob") == {"zulu": "of bob"}


def test_notes_of_a_report_renamed_and_changed_are_named_and_kept(folder: Path) -> None:
    rename(folder, ("alpha.txt", "zulu.txt"))
    with (folder / "zulu.txt").open("a") as file:
        file.write(" More follows.")
    (told,) = library(folder).messages
    assert told.startswith("notes of anna on alpha have no report; kept in ")
    assert "if it is zulu now" in told
    assert (folder / ".dateline/anna/alpha.json").exists()


def test_notes_of_a_deleted_report_are_named_and_kept(folder: Path) -> None:
    (folder / "alpha.txt").unlink()
    (told,) = library(folder).messages
    assert "on alpha have no report" in told
    assert (folder / ".dateline/anna/alpha.json").exists()


def test_a_copy_takes_no_notes_away(folder: Path) -> None:
    (folder / "copy.txt").write_text(TEXTS["alpha"], encoding="utf-8")
    assert noted(folder) == {name: f"on {name}" for name in TEXTS}


def test_notes_are_not_moved_onto_others(folder: Path) -> None:
    (folder / "alpha.txt").replace(folder / "bravo.txt")
    assert any("on alpha have no report" in told for told in library(folder).messages)
    assert (folder / ".dateline/anna/alpha.json").exists()
    assert noted(folder) == {"bravo": "on bravo", "delta": "on delta"}


def test_a_report_opened_alone_finds_the_notes_it_had(folder: Path) -> None:
    rename(folder, ("alpha.txt", "zulu.txt"))
    opened = library(folder / "zulu.txt")
    assert opened.look(opened.article("zulu")).article_notes.note == "on alpha"


def test_opening_a_subfolder_leaves_the_notes_of_others(folder: Path) -> None:
    (folder / "2024").mkdir()
    (folder / "2024" / "new.txt").write_text("Nine boats sank.", encoding="utf-8")
    assert library(folder / "2024").messages == []
    assert noted(folder) == {name: f"on {name}" for name in TEXTS}


@pytest.mark.parametrize("other", ["alpha.md", "alpha.markdown", "alpha.txt.md"])
def test_a_report_of_the_same_name_takes_no_notes(folder: Path, other: str) -> None:
    (folder / other).write_text("A strike went on in the south.", encoding="utf-8")
    assert noted(folder)["alpha"] == "on alpha"
    assert len(library(folder).keys) == 4


@pytest.mark.parametrize("reviewed", ["clash.md", "clash.markdown", "clash.txt"])
def test_notes_stay_with_the_file_they_were_made_on(tmp_path: Path, reviewed: str) -> None:
    (tmp_path / reviewed).write_text(TEXT, encoding="utf-8")
    review(tmp_path, "clash", "mine")
    for other in {"clash.txt", "clash.md", "clash.markdown"} - {reviewed}:
        (tmp_path / other).write_text(f"Other news from {other}.", encoding="utf-8")
    opened = library(tmp_path)
    assert opened.path("clash").name == reviewed
    assert noted(tmp_path) == {"clash": "mine"}
    assert len(opened.keys) == 3


def test_notes_stay_with_their_file_when_its_namesake_goes(tmp_path: Path) -> None:
    (tmp_path / "clash.txt").write_text("Other news.", encoding="utf-8")
    (tmp_path / "clash.md").write_text(TEXT, encoding="utf-8")
    review(tmp_path, "clash.md", "mine")
    (tmp_path / "clash.txt").unlink()
    assert set(noted(tmp_path).values()) == {"mine"}


def test_three_reports_with_names_in_one_another_are_three(tmp_path: Path) -> None:
    for name in ("a.txt", "a.md", "a.md.txt", "a.md.md", "a.md.txt.txt"):
        (tmp_path / name).write_text(f"News of {name}.", encoding="utf-8")
        assert library(tmp_path / name).named
    opened = library(tmp_path)
    assert len(opened.keys) == 5
    assert len({opened.notes_file(key) for key in opened.keys}) == 5


def test_notes_kept_elsewhere_come_into_a_folder_that_can_be_written_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "alpha.txt").write_text(TEXTS["alpha"], encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(paths, "_usable", lambda notes, annotator: False)
        review(tmp_path, "alpha", "mine")
    assert not (tmp_path / ".dateline").exists()
    (told,) = library(tmp_path).messages
    assert "are in the library now" in told
    assert noted(tmp_path) == {"alpha": "mine"}


def test_a_name_too_long_for_notes_beside_it_is_cut(tmp_path: Path) -> None:
    stem = "é" * 120
    (tmp_path / f"{stem}a.txt").write_text(TEXTS["alpha"], encoding="utf-8")
    (tmp_path / f"{stem}b.txt").write_text(TEXTS["bravo"], encoding="utf-8")
    review(tmp_path, f"{stem}a", "mine")
    assert noted(tmp_path) == {f"{stem}a": "mine"}
    assert library(tmp_path).messages == []


def test_a_name_that_is_no_utf8_stops_nothing(tmp_path: Path) -> None:
    raw = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    with open(raw, "w", encoding="utf-8") as file:
        file.write(TEXTS["alpha"])
    review(tmp_path, "caf\\xe9", "mine")
    assert noted(tmp_path) == {"caf\\xe9": "mine"}
    next(iter(library(tmp_path).keys)).encode("utf-8")


def test_what_is_no_report_is_named_and_passed_over(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    (folder / "self").symlink_to(".")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    found = list(library(folder).status())
    assert [row.key for row in found if isinstance(row, Row)] == sorted(TEXTS)
    told = sorted(str(error) for error in found if isinstance(error, LoadError))
    assert len(told) == 3
    assert all("passed over" in line for line in told)


def test_links_out_of_the_folder_and_to_its_reports_are_named(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "report.txt").write_text("Nine boats sank.", encoding="utf-8")
    (folder / "link.txt").symlink_to(outside / "report.txt")
    (folder / "more").symlink_to(outside)
    (folder / "up").symlink_to("..")
    (folder / "again.txt").symlink_to("alpha.txt")
    opened = library(folder)
    assert sorted(opened.keys) == sorted(TEXTS)
    told = sorted(str(error).split(": ", 1)[1] for error in opened.passed_over)
    then = "open what it leads to, or copy that into the folder"
    assert told == [
        *[f"a link out of the folder, so passed over; {then}"] * 3,
        "a link to a report that is listed already, so passed over",
    ]
    assert library(folder / "link.txt").named == ("link",)


def test_other_content_of_the_same_size_and_time_is_not_taken_for_the_old(folder: Path) -> None:
    opened = library(folder)
    list(opened.status())
    opened.close()
    report = folder / "alpha.txt"
    before = report.stat()
    report.write_text(TEXTS["alpha"].replace("Ten", "Six"), encoding="utf-8")
    os.utime(report, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert library(folder).stale() == ("alpha",)


def test_notes_written_while_they_are_counted_are_counted_again(folder: Path) -> None:
    opened = library(folder)
    seen = opened.look(opened.article("alpha"))
    review(folder, "alpha", "")
    opened.remember(seen)
    assert "alpha" in opened.stale()


def test_accepting_is_seen_by_the_queue(folder: Path) -> None:
    opened = library(folder)
    annotations = opened.open_with_reading("alpha")
    annotations.decide_many([], State.ACCEPTED)
    annotations.mark_read()
    annotations.close()
    opened.remember(annotations)
    row = next(row for row in opened.queue() if row.key == "alpha")
    assert row.progress is not None
    assert row.progress.read


def test_a_name_as_long_as_can_be_stops_nothing(tmp_path: Path) -> None:
    key = "x" * 251
    (tmp_path / f"{key}.txt").write_text(TEXTS["alpha"], encoding="utf-8")
    review(tmp_path, key, "mine")
    assert noted(tmp_path) == {key: "mine"}


def test_notes_that_another_wrote_after_closing_are_counted_again(folder: Path) -> None:
    opened = library(folder)
    annotations = opened.open_with_reading("alpha")
    annotations.mark_read()
    annotations.close()
    other = library(folder).open_with_reading("alpha")
    other.note("article", "another")
    other.close()
    opened.remember(annotations)
    assert "alpha" in opened.stale()
