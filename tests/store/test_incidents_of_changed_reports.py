"""A report that is edited, renamed or deleted takes no decision with it; damage stops nothing."""

import contextlib
import json
import random
from pathlib import Path
from typing import Any

import pytest
from market import library, opened, three_reports, told, write

from extract.accounts import AccountKey
from extract.errors import DatelineError
from store.incidents import deciding
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Wanted
from store.incidents.values import Column

MARKET = "Traders fled the cattle market while stalls burned."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports, the third parted from the first two, with a value adopted and a note."""
    three_reports(tmp_path)
    incidents = opened(tmp_path)
    row = the(incidents, "Kesten")
    claim = incidents.open(row.id).claims[0]
    deciding.separate(incidents, row.id, [account(row, "courier")])
    deciding.adopt(incidents, row.id, Column.KILLED, claim)
    deciding.note(incidents, row.id, "asked the clinic")
    incidents.close()
    return tmp_path


def the(incidents: LibraryIncidents, place: str) -> IncidentRow:
    """The incident in a place that was noted on, or else the one of the most reports."""
    found = incidents.rows(Wanted(place=place))
    return max(found, key=lambda row: (bool(row.note), len(row.reports)))


def account(row: IncidentRow, report: str) -> AccountKey:
    return next(key for key in row.accounts if key.report == report)


def check_decisions_hold(incidents: LibraryIncidents, *reports: str) -> None:
    """See that the noted incident is that of the reports, with its value, and without courier."""
    row = the(incidents, "Kesten")
    assert row.note == "asked the clinic"
    assert row.reports == reports
    assert row.values.tolls[Column.KILLED].best == 14


def test_nothing_is_told_where_all_is_as_it_was(folder: Path) -> None:
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire", "herald")
    assert incidents.messages == []


@pytest.mark.parametrize("key", ["wire", "herald", "courier"])
def test_decisions_follow_a_report_that_was_renamed(folder: Path, key: str) -> None:
    for ending in (".txt", ".toml"):
        (folder / f"{key}{ending}").rename(folder / f"renamed{ending}")
    incidents = opened(folder)
    reports = ("renamed" if one == key else one for one in ("wire", "herald"))
    check_decisions_hold(incidents, *reports)
    assert incidents.messages == []
    incidents.close()
    (path,) = (folder / ".dateline" / "anna" / "incidents").glob("*.json")
    assert '"report":"renamed"' in path.read_text()


@pytest.mark.parametrize("key", ["wire", "herald", "courier"])
def test_decisions_follow_a_report_that_was_edited(folder: Path, key: str) -> None:
    path = folder / f"{key}.txt"
    text = path.read_text()
    path.write_text(text.replace("\nOn 18", "\nHere is what is known by now.\nOn 18", 1))
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire", "herald")
    assert incidents.messages == []


def test_decisions_follow_a_report_whose_number_was_corrected(folder: Path) -> None:
    write(folder, "courier", told(18, "Kesten", 21, "a doctor"), MARKET, day=21)
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire", "herald")


def test_decisions_follow_a_report_edited_and_renamed_by_its_title(folder: Path) -> None:
    text = (folder / "courier.txt").read_text()
    (folder / "later.txt").write_text(text + "\nThe market stays closed.")
    (folder / "courier.toml").rename(folder / "later.toml")
    (folder / "courier.txt").unlink()
    check_decisions_hold(opened(folder), "wire", "herald")


def test_of_a_report_that_is_gone_the_decision_is_kept_and_told(folder: Path) -> None:
    text, facts = (folder / "courier.txt").read_text(), (folder / "courier.toml").read_text()
    (folder / "courier.txt").unlink()
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire", "herald")
    (message,) = incidents.messages
    assert message.startswith("courier: the account '18 Mar 2025, Kesten; Attack")
    assert message.endswith("is gone; what was decided on it is kept")
    incidents.close()
    (folder / "courier.txt").write_text(text)
    (folder / "courier.toml").write_text(facts)
    back = opened(folder)
    check_decisions_hold(back, "wire", "herald")
    assert back.messages == []


def test_a_member_that_is_lost_is_counted_and_shown_with_its_line(folder: Path) -> None:
    (folder / "herald.txt").unlink()
    incidents = opened(folder)
    row = the(incidents, "Kesten")
    assert (row.reports, row.lost) == (("wire",), 1)
    assert incidents.counts().lost == 1
    (lost,) = incidents.open(row.id).lost
    assert lost.report == "herald"
    assert "Kesten" in lost.line
    deciding.flag(incidents, row.id, True)
    incidents.close()
    assert the(opened(folder), "Kesten").lost == 1


def test_an_incident_all_of_whose_reports_are_gone_stays_with_its_values(folder: Path) -> None:
    for name in ("wire", "herald"):
        (folder / f"{name}.txt").unlink()
    incidents = opened(folder)
    (row,) = [row for row in incidents.rows() if not row.accounts]
    assert (row.note, row.lost) == ("asked the clinic", 2)
    assert row.values.tolls[Column.KILLED].best == 14
    assert len(incidents.open(row.id).lost) == 2
    deciding.note(incidents, row.id, "withdrawn")
    assert incidents.row(row.id).note == "withdrawn"


def test_sentences_that_are_gone_from_a_report_are_told(folder: Path) -> None:
    write(folder, "herald", told(17, "Lorsk", 3, "the army", "rebels"), day=20)
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire")
    assert any(
        (line.startswith("herald") and "is gone" in line) or "look it over" in line
        for line in incidents.messages
    )


def test_the_notes_on_reports_know_nothing_of_the_files_of_incidents(folder: Path) -> None:
    for number in range(3):
        (folder / f"incidents{number}.txt").write_text("x")
    found = library(folder)
    assert found.messages == []
    assert found.annotators() == ("anna",)


def files(folder: Path) -> list[Path]:
    return sorted((folder / ".dateline" / "anna" / "incidents").glob("*.json"))


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'"\\ud800"', b'{"dateline": {}}']
)
def test_a_damaged_file_is_put_aside_and_told_and_the_rest_goes_on(
    folder: Path, content: bytes
) -> None:
    incidents = opened(folder)
    deciding.note(incidents, the(incidents, "Lorsk").id, "sound")
    incidents.close()
    damaged = next(path for path in files(folder) if b"asked the clinic" in path.read_bytes())
    damaged.write_bytes(content)
    found = opened(folder)
    assert the(found, "Lorsk").note == "sound"
    assert len(the(found, "Kesten").reports) == 3
    if content not in (b"{}", b'{"dateline": {}}'):
        assert any("set aside whole as" in line for line in found.messages)
        aside = list(damaged.parent.glob("*.damaged-*"))
        assert [path.read_bytes() for path in aside] == [content]
    deciding.note(found, the(found, "Kesten").id, "begun anew")
    found.close()
    assert the(opened(folder), "Kesten").note == "begun anew"


def test_a_file_of_a_newer_dateline_is_read_and_left_as_it_is(folder: Path) -> None:
    (path,) = files(folder)
    tables = json.loads(path.read_text())
    tables["dateline"]["notes"]["schema_version"] = 99
    path.write_text(json.dumps(tables))
    before = path.read_bytes()
    incidents = opened(folder)
    check_decisions_hold(incidents, "wire", "herald")
    with pytest.raises(Exception, match="newer Dateline"):
        deciding.note(incidents, the(incidents, "Kesten").id, "mine")
    incidents.close()
    assert path.read_bytes() == before


STRANGE: tuple[Any, ...] = (None, -1, 10**30, "", "x", [], {}, True, 0.5, "\ud800", [[]], {"a": 1})


def mutated(value: Any, chance: random.Random) -> Any:
    """The value with one part of it replaced by something else, or gone."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value))
        if chance.random() < 0.15:
            return {name: part for name, part in value.items() if name != key}
        return {**value, key: mutated(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.8:
        place = chance.randrange(len(value))
        return [*value[:place], mutated(value[place], chance), *value[place + 1 :]]
    strange: tuple[Any, ...] = (
        None,
        -1,
        10**30,
        "",
        "x",
        [],
        {},
        True,
        0.5,
        "\ud800",
        [[]],
        {"a": 1},
    )
    return chance.choice(strange)


def test_no_mutated_file_stops_the_program_or_is_written_over_unsaid(folder: Path) -> None:
    (path,) = files(folder)
    sound = json.loads(path.read_text())
    incidents = opened(folder)
    incidents.close()
    chance = random.Random(20250318)
    for _ in range(150):
        path.write_text(json.dumps(mutated(sound, chance)))
        before = path.read_bytes()
        found = LibraryIncidents(incidents.library)
        rows = found.rows()
        assert len({key for row in rows for key in row.accounts}) == 4
        for row in rows:
            found.open(row.id)
        if not path.exists():
            (aside,) = path.parent.glob("*.damaged-*")
            assert aside.read_bytes() == before
            aside.unlink()
            assert any("set aside" in line for line in found.messages)
        with contextlib.suppress(DatelineError):
            while deciding.undo(found):
                pass
        found.close()
        path.unlink(missing_ok=True)


def test_what_was_told_once_is_told_again_only_when_it_happens_again(folder: Path) -> None:
    text = (folder / "courier.txt").read_text()
    incidents = opened(folder)
    for gone in (True, True, False, True):
        rest = "The market stays closed."
        (folder / "courier.txt").write_text(rest if gone else text)
        incidents.measure("courier")
        incidents.join()
        told_of = [line for line in incidents.messages if line.startswith("courier")]
        incidents.messages.clear()
        assert len(told_of) in ((0, 1) if gone else (0,))
        incidents.join()
        assert incidents.messages == []


def test_decisions_are_the_same_from_the_folder_above_and_below(tmp_path: Path) -> None:
    above, below = tmp_path / "library", tmp_path / "library" / "march"
    three_reports(below)
    write(above, "other", told(3, "Dunmar", 2, "a nurse", "raiders"), day=4)
    incidents = opened(above)
    row = the(incidents, "Kesten")
    deciding.separate(incidents, row.id, [account(row, "march/courier")])
    deciding.note(incidents, row.id, "asked the clinic")
    deciding.note(incidents, the(incidents, "Dunmar").id, "far away")
    incidents.close()
    found = opened(below)
    assert the(found, "Kesten").reports == ("wire", "herald")
    assert the(found, "Kesten").note == "asked the clinic"
    assert found.messages == []
    assert all(row.accounts for row in found.rows())
