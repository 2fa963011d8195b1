"""Two annotators' joinings compared, and a third who settles where they differ."""

from pathlib import Path

import pytest
from market import library, opened, three_reports

from store.incidents import deciding
from store.incidents.adjudicating import JoiningAdjudication
from store.incidents.comparing import agreement_on_incidents
from store.incidents.kept import How
from store.incidents.library_incidents import LibraryIncidents
from store.incidents.rows import IncidentRow, Joined, Wanted
from store.incidents.values import Column


def the(incidents: LibraryIncidents, place: str) -> IncidentRow:
    """The incident in a place that the most reports tell of."""
    return max(incidents.rows(Wanted(place=place)), key=lambda row: len(row.reports))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Anna parts one account and adopts a number, Ben confirms all; both note nothing alike."""
    three_reports(tmp_path)
    anna, ben = opened(tmp_path), opened(tmp_path, "ben")
    row = the(anna, "Kesten")
    deciding.confirm(anna, row.id)
    courier = next(key for key in row.accounts if key.report == "courier")
    deciding.separate(anna, row.id, [courier])
    deciding.correct(anna, the(anna, "Lorsk").id, {Column.KILLED: {"low": 3, "best": 3, "high": 4}})
    deciding.confirm(ben, the(ben, "Kesten").id)
    deciding.adopt(
        ben, the(ben, "Lorsk").id, Column.KILLED, ben.open(the(ben, "Lorsk").id).claims[0]
    )
    anna.close()
    ben.close()
    return tmp_path


def reading(folder: Path, annotator: str) -> LibraryIncidents:
    found = LibraryIncidents(library(folder, annotator), reading=True)
    for _ in found.bring_up_to_date():
        pass
    return found


def adjudication(folder: Path) -> JoiningAdjudication:
    return JoiningAdjudication(
        opened(folder, "chair"), reading(folder, "anna"), reading(folder, "ben")
    )


def test_agreement_is_of_both_ones_partitions(folder: Path) -> None:
    found = agreement_on_incidents(reading(folder, "anna"), reading(folder, "ben"))
    assert found.accounts == 4
    assert found.incidents == (3, 2)
    assert found.pairs.precision == pytest.approx(1 / 3)
    assert found.pairs.recall == 1
    assert found.b_cubed.recall == 1
    assert found.decided_by_both == 3


def test_what_both_decided_alike_is_decided_for_the_third(folder: Path) -> None:
    session = adjudication(folder)
    assert session.begin() == 1
    pair = {key.report for pair in session.result.folder.decided() for key in pair}
    assert pair == {"wire", "herald"}
    assert session.begin() == 0


def test_the_third_takes_the_joining_of_one_or_the_other_in_one_step(folder: Path) -> None:
    session = adjudication(folder)
    session.begin()
    (difference,) = session.differences()
    assert sorted(len(group) for group in difference.first) == [1, 2]
    assert [len(group) for group in difference.second] == [3]
    session.take(difference, 2)
    assert the(session.result, "Kesten").joined is Joined.TOGETHER
    assert len(the(session.result, "Kesten").accounts) == 3
    session.take(difference, 1)
    assert len(the(session.result, "Kesten").accounts) == 2
    deciding.undo(session.result)
    assert len(the(session.result, "Kesten").accounts) == 3
    session.result.close()
    assert len(the(opened(folder, "chair"), "Kesten").accounts) == 3


def test_the_third_takes_the_value_of_one_or_the_other(folder: Path) -> None:
    session = adjudication(folder)
    (difference,) = session.value_differences()
    assert difference.column is Column.KILLED
    by_hand = session.take_value(difference, 1)
    assert by_hand.adopted == {Column.KILLED: How.BY_HAND}
    assert by_hand.values.tolls[Column.KILLED].high == 4
    claimed = session.take_value(difference, 2)
    assert claimed.adopted == {Column.KILLED: How.CLAIM}
    (adopted,) = session.result.open(claimed.id).adopted.values()
    assert (adopted.by, adopted.source) == ("chair", "the army")


def test_the_other_annotators_files_are_left_as_they_are(folder: Path) -> None:
    files = sorted((folder / ".dateline").glob("[ab]*/incidents/*"))
    before = [path.read_bytes() for path in files]
    session = adjudication(folder)
    session.begin()
    for difference in session.differences():
        session.take(difference, 1)
    session.result.close()
    assert sorted((folder / ".dateline").glob("[ab]*/incidents/*")) == files
    assert [path.read_bytes() for path in files] == before
