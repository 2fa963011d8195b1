"""One row an incident over all its reports, with what each of them says as evidence."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from market import library, opened, three_reports, told, write

from store.formats.document import Choice, Document, Unit, Wishes
from store.formats.export import export
from store.formats.losses import Losses
from store.incidents import deciding
from store.incidents.rows import Wanted
from store.incidents.values import Column
from store.items import Kind, State

Rows = list[dict[str, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports of one attack, every item accepted."""
    three_reports(tmp_path)
    accept(tmp_path)
    return tmp_path


def accept(folder: Path) -> None:
    opened_library = library(folder)
    for key in opened_library.keys:
        notes = opened_library.open_with_reading(key)
        notes.decide_many([item.id for item in notes.items()], State.ACCEPTED)
        notes.close()


def documents(folder: Path) -> Iterator[Document]:
    found = library(folder)
    for key in found.keys:
        notes = found.look(found.article(key))
        yield Document(notes.article, "anna", notes.items(), notes.article_notes)


def exported(folder: Path, form: str, joined: bool = True) -> tuple[Rows, Rows, Losses]:
    """Rows, evidence and losses."""
    incidents = opened(folder)
    over = incidents.among if joined else None
    wishes = Wishes(Choice.ACCEPTED, unit=Unit.INCIDENT, over=over)
    files, losses = export(form, list(documents(folder)), wishes)
    incidents.close()
    rows, evidence = (list(csv.DictReader(io.StringIO(data.decode()))) for _, data in files)
    return rows, evidence, losses


def of(rows: Rows, column: str, value: str) -> dict[str, str]:
    (found,) = [row for row in rows if row[column] == value]
    return found


def test_acled_has_one_row_for_three_reports_with_all_sources(folder: Path) -> None:
    rows, _, losses = exported(folder, "acled")
    assert len(rows) == 2
    row = of(rows, "location", "Kesten")
    assert row["source"] == "Wire; Herald; Courier"
    assert row["fatalities"] == "19"
    assert row["event_date"] == "2025-03-18"
    assert (row["actor1"], row["actor2"]) == ("gunmen", "people")
    assert not [line for line in losses.lines() if "incident" in line]


def test_ucdp_has_the_range_and_counts_the_sources(folder: Path) -> None:
    rows, _, _ = exported(folder, "ucdp")
    row = of(rows, "where_coordinates", "Kesten")
    assert (row["low"], row["best"], row["high"]) == ("14", "19", "19")
    assert row["number_of_sources"] == "3"
    assert row["source_office"] == "Wire; Herald; Courier"
    assert row["source_date"] == "2025-03-19; 2025-03-20; 2025-03-21"
    assert row["source_original"] == "the mayor; a trader; a doctor"
    assert of(rows, "where_coordinates", "Lorsk")["number_of_sources"] == "1"


def test_near_copies_are_one_source(tmp_path: Path) -> None:
    story = [told(18, "Kesten", 14)] + [
        f"The {n}th of the stalls that burned was that of a seller of {thing} from the hills."
        for n, thing in enumerate(("salt", "rope", "wool", "tin", "figs", "oil", "hides"), 4)
    ]
    write(tmp_path, "wire", *story, day=19)
    write(tmp_path, "echo", *story[:-1], day=20)
    accept(tmp_path)
    rows, _, _ = exported(tmp_path, "ucdp")
    assert [row["number_of_sources"] for row in rows] == ["1"]
    assert rows[0]["source_office"] == "Wire; Echo"


def test_without_a_joining_each_report_has_rows_of_its_own(folder: Path) -> None:
    rows, _, _ = exported(folder, "acled", joined=False)
    assert [row["location"] for row in rows].count("Kesten") == 3


def test_every_cell_has_the_words_of_each_report_as_evidence(folder: Path) -> None:
    rows, evidence, _ = exported(folder, "ucdp")
    number = str(rows.index(of(rows, "where_coordinates", "Kesten")) + 1)
    lines = [one for one in evidence if (one["row"], one["column"]) == (number, "best")]
    assert [(one["article"], one["value"], one["words"]) for one in lines] == [
        ("wire", "14", "14"), ("herald", "16", "16"), ("courier", "19", "19")
    ]  # fmt: skip
    texts = {document.article.key: document.article.text for document in documents(folder)}
    for one in lines:
        assert texts[one["article"]][int(one["start"]) : int(one["end"])] == one["words"]
        assert (one["state"], one["annotator"]) == ("accepted", "anna")


def test_a_value_that_a_person_adopted_stands_with_how_and_by_whom(folder: Path) -> None:
    incidents = opened(folder)
    (row,) = incidents.rows(Wanted(place="Kesten"))
    deciding.adopt(incidents, row.id, Column.KILLED, incidents.open(row.id).claims[1])
    deciding.correct(incidents, row.id, {Column.PLACE: "Kesten Bazaar"})
    incidents.close()
    rows, evidence, _ = exported(folder, "acled")
    found = of(rows, "location", "Kesten Bazaar")
    assert found["fatalities"] == "16"
    adopted = {one["column"]: one for one in evidence if one["state"].startswith("adopted")}
    assert adopted["fatalities"]["state"] == "adopted: claim"
    assert adopted["fatalities"]["words"] == "16"
    assert adopted["location"]["state"] == "adopted: by hand"
    assert adopted["location"]["annotator"] == "anna"


def test_an_adopted_value_stands_in_the_row_of_an_incident_of_one_report(folder: Path) -> None:
    incidents = opened(folder)
    (row,) = incidents.rows(Wanted(place="Lorsk"))
    deciding.correct(incidents, row.id, {Column.KILLED: {"low": 3, "best": 4, "high": 5}})
    incidents.close()
    rows, _, _ = exported(folder, "ucdp")
    found = of(rows, "where_coordinates", "Lorsk")
    assert (found["low"], found["best"], found["high"]) == ("3", "4", "5")


def test_accounts_that_were_parted_are_rows_of_their_own(folder: Path) -> None:
    incidents = opened(folder)
    (row,) = incidents.rows(Wanted(place="Kesten"))
    deciding.separate(incidents, row.id, [key for key in row.accounts if key.report == "wire"])
    incidents.close()
    rows, _, _ = exported(folder, "acled")
    found = [row["source"] for row in rows if row["location"] == "Kesten"]
    assert sorted(found) == ["Herald; Courier", "Wire"]


def test_an_account_that_was_not_accepted_has_no_part_in_the_row_and_is_counted(
    folder: Path,
) -> None:
    notes = library(folder).open_with_reading("courier")
    notes.decide(notes.items(Kind.INCIDENT)[0].id, State.SKIPPED)
    notes.close()
    rows, _, losses = exported(folder, "acled")
    row = of(rows, "location", "Kesten")
    assert (row["source"], row["fatalities"]) == ("Wire; Herald", "16")
    assert any("skipped item not chosen" in one for one in losses.remarks())


def test_rows_that_the_machine_alone_has_joined_are_told(folder: Path) -> None:
    _, _, losses = exported(folder, "acled")
    told_of = "nobody has said are one incident"
    assert any(told_of in line for line in losses.remarks())
    incidents = opened(folder)
    (row,) = incidents.rows(Wanted(place="Kesten"))
    deciding.confirm(incidents, row.id)
    incidents.close()
    _, _, losses = exported(folder, "acled")
    assert not any(told_of in line for line in losses.remarks())


def test_an_incident_that_no_report_counts_the_dead_of_has_no_row_in_ucdp_and_is_counted(
    tmp_path: Path,
) -> None:
    write(tmp_path, "wire", told(18, "Kesten", 0))
    write(tmp_path, "herald", told(18, "Kesten", 0, "a trader"))
    accept(tmp_path)
    rows, _, losses = exported(tmp_path, "ucdp")
    assert rows == []
    assert "2 incidents (nobody is counted as killed)" in list(losses.lines())
