"""Where an export goes: into pipes as they are, through links, and over nothing else's file."""

import os
import stat
import threading
from pathlib import Path

import pytest
from depot import make_document

from store.formats.codecs import EXPORTS
from store.formats.document import Wishes
from store.formats.export import export
from store.formats.output import InTheWayError, check_free, write

SINGLE = sorted(name for name, form in EXPORTS.items() if not form.folder)
FOLDERS = sorted(name for name, form in EXPORTS.items() if form.folder)
OTHERS = {
    "report.txt": "Raid on depot\nGunmen raided a depot.\n",
    "report.md": "# Raid on depot\n\nGunmen raided a depot.\n",
    "page.html": "<html><body><p>Gunmen raided a depot.</p></body></html>",
    "report.toml": "published = 2024-04-10\n",
    "rows.jsonl": '{"id": "a", "text": "Gunmen raided a depot."}\n',
    "notes.json": '{"dateline": {"notes": {"format": "dateline", "schema_version": 1}}}\n',
    "readings.jsonl": '{"id": "a", "title": "Raid", "reading": {"version": "1"}}\n',
    "listing": "Raid on depot\n10 Apr 2024\n\nEvents (0)\n\nFigures (0)\n",
}


def files_of(form: str) -> list[tuple[str, bytes]]:
    return export(form, [make_document()], Wishes())[0]


@pytest.mark.parametrize("form", SINGLE)
def test_a_pipe_stays_a_pipe_and_gets_the_whole(form: str, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    found = files_of(form)
    assert write(found, pipe, form) == (pipe,)
    reader.join()
    assert got == [found[0][1]]
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    assert list(tmp_path.iterdir()) == [pipe]


def test_a_device_stays_a_device() -> None:
    write(files_of("html"), Path(os.devnull), "html")
    assert stat.S_ISCHR(Path(os.devnull).stat().st_mode)


def test_an_open_file_of_this_program_is_written_into(tmp_path: Path) -> None:
    with (tmp_path / "out").open("w+b") as file:
        write(files_of("conll"), Path(f"/dev/fd/{file.fileno()}"), "conll")
        file.seek(0)
        assert file.read() == files_of("conll")[0][1]


@pytest.mark.parametrize("form", FOLDERS)
def test_several_files_do_not_go_into_a_pipe(form: str) -> None:
    with pytest.raises(Exception, match="several files do not go into a pipe"):
        write([("a.txt", b"a"), ("b.txt", b"b")], Path(os.devnull), form)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(there: bool, tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    if there:
        target.write_text("old")
    link.symlink_to(target)
    write(files_of("conll"), link, "conll")
    assert link.is_symlink()
    assert target.read_bytes().startswith(b"-DOCSTART-")


def test_a_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "folder")
    for _ in range(2):
        write(files_of("brat"), link, "brat")
    assert link.is_symlink()
    assert (tmp_path / "folder" / "annotation.conf").is_file()


@pytest.mark.parametrize("form", [form for form in sorted(EXPORTS) if form != "inception"])
def test_an_export_goes_over_an_earlier_one_of_its_kind(form: str, tmp_path: Path) -> None:
    found = files_of(form)
    assert write(found, tmp_path / "out", form) == write(found, tmp_path / "out", form)


@pytest.mark.parametrize("name", sorted(OTHERS))
@pytest.mark.parametrize("form", SINGLE)
def test_nothing_else_gives_way_to_an_export(form: str, name: str, tmp_path: Path) -> None:
    out = tmp_path / name
    out.write_text(OTHERS[name])
    with pytest.raises(InTheWayError):
        write(files_of(form), out, form)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert out.read_text() == OTHERS[name]


@pytest.mark.parametrize("other", SINGLE)
@pytest.mark.parametrize("form", SINGLE)
def test_no_export_goes_over_one_of_another_format(form: str, other: str, tmp_path: Path) -> None:
    if form == other:
        return
    out = tmp_path / "out"
    write(files_of(other), out, other)
    with pytest.raises(InTheWayError):
        write(files_of(form), out, form)


@pytest.mark.parametrize("old", ["", "my own words\n", "a;b;c\n1;2;3\n"])
def test_what_is_of_no_kind_may_be_replaced(old: str, tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    out.write_text(old)
    write(files_of("acled"), out, "acled")
    assert out.read_text().startswith("event_id_cnty,")


def test_a_folder_format_replaces_no_report_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / "sahel").mkdir()
    report = tmp_path / "sahel" / "depot.txt"
    report.write_text("my own words")
    with pytest.raises(InTheWayError):
        write(files_of("brat"), tmp_path, "brat")
    assert report.read_text() == "my own words"
    assert list((tmp_path / "sahel").iterdir()) == [report]


def test_nothing_is_put_among_the_notes(tmp_path: Path) -> None:
    for place in (tmp_path / ".dateline" / "anna" / "new.csv", tmp_path / "notes" / "new.csv"):
        (tmp_path / "notes").mkdir(exist_ok=True)
        with pytest.raises(InTheWayError, match="notes are kept here"):
            check_free(place, "acled", [tmp_path / "notes"])


def test_an_input_is_known_through_a_link(tmp_path: Path) -> None:
    report, link = tmp_path / "a.csv", tmp_path / "b.csv"
    report.write_text("a")
    link.symlink_to(report)
    with pytest.raises(InTheWayError, match="this is what is read"):
        check_free(link, "acled", [report])


def test_a_name_too_long_for_a_file_system_is_cut(tmp_path: Path) -> None:
    found = [(f"{'é' * 125}{ending}", b"a") for ending in (".txt", ".ann")]
    for _ in range(2):
        paths = write(found, tmp_path / "out", "brat")
    assert len({path.stem for path in paths}) == 1
    assert all(path.is_file() for path in paths)
