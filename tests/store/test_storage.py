"""TinyDB on a file that is always whole, and on a thread that writes it."""

import json
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tinydb import TinyDB

from store.errors import DamagedError, SaveError, StoreError
from store.notes.encoding import KeptEncoding, encode
from store.notes.storage import AtomicStorage, read_tables
from store.notes.writer import Saving, WriteBehind, Writer


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "notes.json"


class Disk(AtomicStorage):
    """A file on a disk that can be full, and that tells when a write begins."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self.full = False
        self.writes: list[Any] = []
        self.gate = threading.Event()
        self.gate.set()
        self.begun = threading.Event()

    def write(self, data: Any) -> None:
        """Wait for the gate, then write or fail."""
        self.begun.set()
        self.gate.wait(10)
        if self.full:
            raise OSError(28, "No space left on device")
        self.writes.append(data)
        super().write(data)


@pytest.fixture
def disk(path: Path) -> Disk:
    return Disk(path)


@pytest.fixture
def behind(disk: Disk) -> WriteBehind:
    return WriteBehind(disk, Writer(), {})


def test_tinydb_finds_again_what_it_wrote(path: Path) -> None:
    TinyDB(path, storage=AtomicStorage).insert({"words": "“مرحبا” \x00"})
    assert TinyDB(path, storage=AtomicStorage).all() == [{"words": "“مرحبا” \x00"}]


def test_a_file_that_is_not_there_has_no_tables(path: Path) -> None:
    assert AtomicStorage(path).read() is None


def test_one_document_stands_on_one_line(path: Path) -> None:
    AtomicStorage(path).write({"items": {"a": {"n": 1}, "b": {"n": 2}}})
    assert '"b": {"n":2}' in path.read_text().splitlines()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=10,
)
tables = st.dictionaries(
    st.text(),
    st.dictionaries(st.text(), st.dictionaries(st.text(), json_values, max_size=3), max_size=3),
    max_size=3,
)


@given(tables)
def test_any_tables_are_json(data: dict[str, Any]) -> None:
    assert json.loads(b"".join(encode(data))) == data


@given(st.lists(tables, max_size=4))
def test_documents_encoded_once_make_the_same_file(states: list[dict[str, Any]]) -> None:
    kept = KeptEncoding()
    table: dict[str, Any] = {}
    for state in states:
        table = {**table, **state}  # some documents stay, others are replaced
        assert b"".join(kept(table)) == b"".join(encode(table))


def test_half_a_surrogate_pair_comes_back(path: Path) -> None:
    AtomicStorage(path).write({"texts": {"a": {"text": "\ud800"}}})
    assert read_tables(path) == {"texts": {"a": {"text": "\ud800"}}}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "not JSON at line 1, column 1"),
        (b'{"items": {\n"a": {"n": 1},\n"b": {"n"', "not JSON at line 3, column"),
        (b'{"items": {}} trailing', "not JSON at line 1, column 15"),
        (b"\xff\xfe{}", "not JSON"),
        (b"[1, 2]", "holds no tables of documents"),
        (b'{"items": [1]}', "holds no tables of documents"),
        (b'{"items": {"a": 1}}', "holds no tables of documents"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_a_damaged_file_is_told_with_its_place(path: Path, content: bytes, message: str) -> None:
    path.write_bytes(content)
    with pytest.raises(DamagedError, match=message) as told:
        read_tables(path)
    assert str(path) in str(told.value)


def test_a_folder_in_the_files_place_cannot_be_read(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError, match="cannot be read"):
        read_tables(path)


def test_a_write_is_on_disk_after_a_flush(behind: WriteBehind, path: Path) -> None:
    behind.write({"items": {"a": {"n": 1}}})
    behind.flush()
    assert read_tables(path) == {"items": {"a": {"n": 1}}}
    assert behind.saving.done


def test_nothing_waits_for_the_disk(behind: WriteBehind, disk: Disk) -> None:
    disk.gate.clear()
    behind.write({"items": {"a": {"n": 1}}})
    assert behind.read() == {"items": {"a": {"n": 1}}}
    assert not behind.saving.done
    disk.gate.set()
    behind.flush()


def test_the_newest_state_wins(behind: WriteBehind, disk: Disk) -> None:
    disk.gate.clear()
    behind.write({"items": {"a": {"n": 0}}})
    disk.begun.wait(10)
    for number in range(1, 50):
        behind.write({"items": {"a": {"n": number}}})
    disk.gate.set()
    behind.flush()
    assert [write["items"]["a"]["n"] for write in disk.writes] == [0, 49]


def test_several_writes_together_are_one(behind: WriteBehind, disk: Disk) -> None:
    with behind.together():
        behind.write({"items": {}})
        behind.write({"items": {}, "journal": {}})
    behind.flush()
    assert disk.writes == [{"items": {}, "journal": {}}]


def test_what_was_read_is_not_changed_by_later_writes(behind: WriteBehind) -> None:
    database = TinyDB(storage=lambda: behind)
    database.insert({"n": 1})
    before = behind.read()
    database.insert({"n": 2})
    assert list(before["_default"]) == ["1"]


def test_a_failed_write_is_told_and_kept(behind: WriteBehind, disk: Disk, path: Path) -> None:
    told: list[Saving] = []
    behind.tell = told.append
    disk.full = True
    behind.write({"items": {"a": {"n": 1}}})
    with pytest.raises(SaveError, match="no space left on device"):
        behind.flush()
    assert behind.read() == {"items": {"a": {"n": 1}}}
    assert str(path) in str(told[-1].trouble)


def test_the_next_write_brings_the_failed_one_along(
    behind: WriteBehind, disk: Disk, path: Path
) -> None:
    database = TinyDB(storage=lambda: behind)
    disk.full = True
    database.insert({"n": 1})
    with pytest.raises(SaveError):
        behind.flush()
    disk.full = False
    database.insert({"n": 2})
    behind.flush()
    assert [doc["n"] for doc in TinyDB(path, storage=AtomicStorage)] == [1, 2]


def test_a_failed_write_is_tried_again_when_asked(behind: WriteBehind, disk: Disk) -> None:
    disk.full = True
    behind.write({"items": {}})
    with pytest.raises(SaveError):
        behind.flush()
    disk.full = False
    behind.retry()
    behind.flush()
    assert behind.saving.trouble is None


def test_a_failed_write_is_tried_again_at_the_end(behind: WriteBehind, disk: Disk) -> None:
    disk.full = True
    behind.write({"items": {}})
    disk.begun.wait(10)
    disk.full = False
    behind.close()
    assert behind.saving.done


def test_a_listener_that_fails_stops_no_later_write(
    behind: WriteBehind, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = threading.Event()
    monkeypatch.setattr(threading, "excepthook", lambda _: failed.set())
    behind.tell = set[str]().remove  # type: ignore[assignment]  # fails whatever it is told
    behind.write({"items": {"a": {"n": 1}}})
    assert failed.wait(10)
    behind.tell = None
    behind.write({"items": {"a": {"n": 2}}})
    behind.flush()
    assert read_tables(path) == {"items": {"a": {"n": 2}}}


def test_a_closed_writer_can_be_used_again(disk: Disk, path: Path) -> None:
    writer = Writer()
    behind = WriteBehind(disk, writer, {})
    for number in (1, 2):
        behind.write({"items": {"a": {"n": number}}})
        writer.close()
    assert read_tables(path) == {"items": {"a": {"n": 2}}}
