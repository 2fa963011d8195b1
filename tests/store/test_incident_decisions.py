"""What a person decides on incidents over several reports is kept, and comes back."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from market import library, opened, three_reports, told, write

from extract.accounts import AccountKey
from extract.claims import Number
from store.errors import InvalidValueError, ReadOnlyError
from store.incidents import deciding
from store.incidents.kept import How
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Joined, Wanted
from store.incidents.values import Column, Days


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    three_reports(tmp_path)
    return tmp_path


@pytest.fixture
def incidents(folder: Path) -> Iterator[LibraryIncidents]:
    found = opened(folder)
    yield found
    found.close()


def the(incidents: LibraryIncidents, place: str) -> IncidentRow:
    """The incident in a place that the most reports tell of."""
    found = incidents.rows(Wanted(place=place))
    return max(found, key=lambda row: len(row.reports))


def account(row: IncidentRow, report: str) -> AccountKey:
    return next(key for key in row.accounts if key.report == report)


def files(folder: Path, annotator: str = "anna") -> list[Path]:
    return sorted((folder / ".dateline" / annotator / "incidents").glob("*.json"))


def again(incidents: LibraryIncidents) -> LibraryIncidents:
    """The incidents as the next program finds them."""
    incidents.close()
    return opened(incidents.library.folder)


def test_an_account_of_another_incident_is_parted_from_it(incidents: LibraryIncidents) -> None:
    row = the(incidents, "Kesten")
    after = deciding.separate(incidents, row.id, [account(row, "courier")])
    assert after.id == row.id
    assert after.reports == ("wire", "herald")
    assert after.values.tolls[Column.KILLED] == Number(14, 16, 16)
    places = [one.reports for one in incidents.rows(Wanted(place="Kesten"))]
    assert sorted(places) == [("courier",), ("wire", "herald")]
    assert incidents.open(row.id).apart == (account(row, "courier"),)
    assert [one.reports for one in again(incidents).rows(Wanted(place="Kesten"))] == places


def test_two_incidents_that_are_one_are_joined(incidents: LibraryIncidents) -> None:
    kesten, lorsk = the(incidents, "Kesten"), the(incidents, "Lorsk")
    after = deciding.join(incidents, kesten.id, lorsk.id)
    assert len(after.accounts) == 4
    assert after.joined is Joined.TOGETHER
    assert [row.id for row in incidents.rows()] == [kesten.id]
    assert [row.accounts for row in again(incidents).rows()] == [after.accounts]


def test_what_was_parted_can_be_joined_and_joined_be_left_open(
    incidents: LibraryIncidents,
) -> None:
    row = the(incidents, "Kesten")
    gone = account(row, "courier")
    deciding.separate(incidents, row.id, [gone])
    other = incidents.incident_of(gone)
    assert other is not None
    joined = deciding.join(incidents, row.id, other.id)
    assert set(joined.accounts) == set(row.accounts)
    deciding.separate(incidents, row.id, [gone])
    opened_again = deciding.leave_open(incidents, row.id, [gone])
    assert set(opened_again.accounts) == set(row.accounts)
    assert opened_again.joined is Joined.UNDECIDED
    assert set(the(again(incidents), "Kesten").accounts) == set(row.accounts)


def test_confirming_an_incident_decides_its_joins(incidents: LibraryIncidents) -> None:
    after = deciding.confirm(incidents, the(incidents, "Kesten").id)
    assert after.joined is Joined.TOGETHER
    assert incidents.rows(Wanted(undecided=True)) == []
    assert incidents.counts().undecided == 0


def test_that_two_accounts_are_not_one_is_remembered_when_a_third_comes(
    folder: Path, incidents: LibraryIncidents
) -> None:
    row = the(incidents, "Kesten")
    gone = account(row, "courier")
    deciding.separate(incidents, row.id, [gone])
    write(folder, "post", told(18, "Kesten", 18), day=22)
    found = again(incidents)
    mine, other = found.incident_of(gone), found.incident_of(account(row, "wire"))
    assert mine is not None
    assert other is not None
    assert mine.id != other.id
    assert other.id == row.id


def test_a_claim_is_adopted_for_a_column_with_its_words(incidents: LibraryIncidents) -> None:
    row = the(incidents, "Kesten")
    claim = incidents.open(row.id).claims[0]
    after = deciding.adopt(incidents, row.id, Column.KILLED, claim)
    assert after.values.tolls[Column.KILLED] == Number(14, 14, 14)
    assert after.adopted == {Column.KILLED: How.CLAIM}
    found = again(incidents)
    (adopted,) = found.open(row.id).adopted.values()
    assert found.row(row.id).values.tolls[Column.KILLED] == Number(14, 14, 14)
    assert adopted.source == "the mayor"
    assert adopted.quote is not None
    assert adopted.quote.exact == "14"
    assert adopted.by == "anna"


def test_a_claim_that_is_silent_in_a_column_cannot_be_adopted(incidents: LibraryIncidents) -> None:
    row = the(incidents, "Kesten")
    with pytest.raises(InvalidValueError, match="has no 'injured'"):
        deciding.adopt(incidents, row.id, Column.INJURED, incidents.open(row.id).claims[0])


def test_values_are_corrected_by_hand_in_one_step(incidents: LibraryIncidents) -> None:
    row = the(incidents, "Kesten")
    values = {Column.KILLED: {"low": 14, "best": 17, "high": None}, Column.PLACE: "Kesten Bazaar",
              Column.DAY: ["2025-03-18", "2025-03-19"], Column.SIDE_A: ["Hawks"]}  # fmt: skip
    deciding.correct(incidents, row.id, values)
    found = again(incidents).row(row.id)
    assert found.values.tolls[Column.KILLED] == Number(14, 17, None)
    assert found.values.place == "Kesten Bazaar"
    assert found.values.day == Days("2025-03-18", "2025-03-19")
    assert found.values.side_a == ("Hawks",)
    assert set(found.adopted.values()) == {How.BY_HAND}


@pytest.mark.parametrize(
    ("column", "value"),
    [
        (Column.KILLED, {"low": 9, "best": 3}),
        (Column.KILLED, {"best": -1}),
        (Column.KILLED, {"best": "many"}),
        (Column.KILLED, {}),
        (Column.DAY, ["2025-03-19", "2025-03-18"]),
        (Column.DAY, ["yesterday", None]),
        (Column.DAY, [None, None]),
        (Column.PLACE, ""),
        (Column.PLACE, 5),
        (Column.SIDE_A, "Hawks"),
    ],
)
def test_a_value_that_is_none_is_refused_and_nothing_changes(
    incidents: LibraryIncidents, column: Column, value: object
) -> None:
    row = the(incidents, "Kesten")
    with pytest.raises(InvalidValueError, match=f"'{column}'"):
        deciding.correct(incidents, row.id, {column: value})
    assert incidents.row(row.id) == row
    assert files(incidents.library.folder) == []


def test_a_column_can_follow_a_rule_of_its_own_or_the_librarys_again(
    incidents: LibraryIncidents,
) -> None:
    row = the(incidents, "Kesten")
    low = deciding.follow_rule(incidents, row.id, Column.KILLED, How.LOWEST)
    assert low.values.tolls[Column.KILLED] == Number(14, 14, 19)
    assert low.adopted == {Column.KILLED: How.LOWEST}
    usual = deciding.follow_rule(incidents, row.id, Column.KILLED)
    assert usual.values.tolls[Column.KILLED] == Number(14, 19, 19)
    assert usual.adopted == {}
    with pytest.raises(InvalidValueError, match="is no rule"):
        deciding.follow_rule(incidents, row.id, Column.KILLED, How.BY_HAND)


def test_notes_tags_and_flags_are_kept(incidents: LibraryIncidents) -> None:
    row = the(incidents, "Kesten")
    deciding.note(incidents, row.id, " ask the clinic ")
    deciding.tag(incidents, row.id, ["market", " market", ""])
    deciding.flag(incidents, row.id, True)
    found = again(incidents).row(row.id)
    assert (found.note, found.tags, found.flag) == ("ask the clinic", ("market",), True)
    assert [one.id for one in incidents.rows(Wanted(words="clinic"))] == [row.id]


def test_every_step_is_taken_back_and_done_again_after_a_restart(
    incidents: LibraryIncidents,
) -> None:
    first = incidents.rows()
    row = the(incidents, "Kesten")
    deciding.separate(incidents, row.id, [account(row, "courier")])
    deciding.note(incidents, row.id, "two attacks?")
    last = incidents.rows()
    found = again(incidents)
    assert [deciding.undo(found, row.id) is not None for _ in range(3)] == [True, True, False]
    assert found.rows() == first
    found = again(found)
    assert [deciding.redo(found, row.id) is not None for _ in range(3)] == [True, True, False]
    assert found.rows() == last


def test_undo_without_an_incident_takes_back_the_last_step_on_any(
    incidents: LibraryIncidents,
) -> None:
    kesten, lorsk = the(incidents, "Kesten"), the(incidents, "Lorsk")
    deciding.note(incidents, kesten.id, "one")
    deciding.note(incidents, lorsk.id, "two")
    deciding.undo(incidents)
    assert (incidents.row(kesten.id).note, incidents.row(lorsk.id).note) == ("one", "")
    deciding.undo(incidents)
    assert incidents.row(kesten.id).note == ""
    deciding.redo(incidents)
    assert (incidents.row(kesten.id).note, incidents.row(lorsk.id).note) == ("one", "")


def test_there_is_a_file_an_incident_with_a_document_a_line(
    folder: Path, incidents: LibraryIncidents
) -> None:
    kesten, lorsk = the(incidents, "Kesten"), the(incidents, "Lorsk")
    deciding.note(incidents, kesten.id, "one")
    deciding.note(incidents, lorsk.id, "two")
    incidents.close()
    names = {f"{row.id}.incident.json" for row in (kesten, lorsk)}
    assert {path.name for path in files(folder)} == names
    tables = json.loads(files(folder)[0].read_text())
    assert tables["dateline"]["notes"]["format"] == "dateline-incident"
    documents = sum(map(len, tables.values()))
    lines = [line for line in files(folder)[0].read_text().splitlines() if '": {"' in line]
    assert len(lines) == documents


def test_a_correction_in_a_report_shows_in_an_incident_that_nobody_decided_on(
    folder: Path, incidents: LibraryIncidents
) -> None:
    row = the(incidents, "Kesten")
    deciding.correct(incidents, row.id, {Column.PLACE: "Kesten Bazaar"})
    write(folder, "courier", told(18, "Kesten", 21, "a doctor"), day=21)
    found = again(incidents)
    assert found.row(row.id).values.tolls[Column.KILLED].best == 21
    assert found.row(row.id).values.place == "Kesten Bazaar"


def test_the_file_is_another_programs_while_that_has_it(
    folder: Path, incidents: LibraryIncidents
) -> None:
    row = the(incidents, "Kesten")
    other = opened(folder)
    deciding.note(incidents, row.id, "mine")
    with pytest.raises(ReadOnlyError, match="open in another program"):
        deciding.note(other, row.id, "theirs")
    assert other.row(row.id).note == ""
    incidents.folder.file(row.id).close()
    deciding.tag(other, row.id, ["late"])
    assert (other.row(row.id).note, other.row(row.id).tags) == ("mine", ("late",))
    other.close()


def test_what_a_person_decides_on_in_one_report_of_a_report_stays_with_it_when_all_is_read_anew(
    folder: Path, incidents: LibraryIncidents
) -> None:
    row = the(incidents, "Kesten")
    deciding.separate(incidents, row.id, [account(row, "herald")])
    incidents.close()
    for path in (folder / ".dateline" / "cache").rglob("*.json"):
        path.unlink()
    found = opened(folder)
    assert found.row(row.id).reports == ("wire", "courier")


def test_two_annotators_decide_each_for_themselves(folder: Path) -> None:
    anna, ben = opened(folder), opened(folder, "ben")
    row = the(anna, "Kesten")
    deciding.separate(anna, row.id, [account(row, "courier")])
    assert the(ben, "Kesten").reports == row.reports
    deciding.note(ben, row.id, "all three")
    anna.close()
    ben.close()
    assert len(files(folder)) == len(files(folder, "ben")) == 1


def git(folder: Path, *words: str) -> None:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    subprocess.run(["git", *who, *words], cwd=folder, check=True, capture_output=True)


def test_two_annotators_folders_merge_in_git_and_nothing_is_lost(tmp_path: Path) -> None:
    first = tmp_path / "first"
    three_reports(first)
    (first / ".gitignore").write_text("cache/\n*.lock\n*.holder\n")
    git(first, "init", "-q", "-b", "main")
    git(first, "add", ".")
    git(first, "commit", "-qm", "reports")
    git(tmp_path, "clone", "-q", str(first), "second")
    for folder, name in ((first, "anna"), (tmp_path / "second", "ben")):
        incidents = opened(folder, name)
        row = the(incidents, "Kesten")
        deciding.separate(incidents, row.id, [account(row, "courier")])
        deciding.note(incidents, row.id, f"by {name}")
        incidents.close()
        git(folder, "add", ".")
        git(folder, "commit", "-qm", name)
    git(first, "pull", "-q", "--no-rebase", "--no-edit", str(tmp_path / "second"), "main")
    for name in ("anna", "ben"):
        found = opened(first, name)
        assert found.row(row.id).note == f"by {name}"
        assert found.row(row.id).reports == ("wire", "herald")
        assert found.messages == []


def test_what_git_pulls_in_while_an_incident_is_open_is_kept_beside_what_is_decided(
    folder: Path, incidents: LibraryIncidents
) -> None:
    row = the(incidents, "Kesten")
    deciding.note(incidents, row.id, "first")
    incidents.folder.file(row.id).close()
    (path,) = files(folder)
    before = path.read_bytes()
    deciding.tag(incidents, row.id, ["theirs"])
    incidents.folder.file(row.id).close()
    pulled = path.read_bytes()
    path.write_bytes(before)
    mine = opened(folder)
    deciding.correct(mine, row.id, {Column.PLACE: "Bazaar"})
    mine.folder.file(row.id).flush()
    path.with_suffix(".new").write_bytes(pulled)
    path.with_suffix(".new").replace(path)
    deciding.correct(mine, row.id, {Column.KIND: "Battles"})
    found = again(mine)
    assert found.row(row.id).values.place == "Bazaar"
    assert len(found.open(row.id).steps) == 4
    tables = json.loads(path.read_text())
    assert [step["verb"] for step in tables["journal"].values()].count("tag") == 1


def test_a_library_without_a_file_of_incidents_has_no_folder_of_them(
    folder: Path, incidents: LibraryIncidents
) -> None:
    incidents.rows()
    incidents.open(the(incidents, "Kesten").id)
    assert not (folder / ".dateline" / "anna").exists()
    assert library(folder).annotators() == ()
