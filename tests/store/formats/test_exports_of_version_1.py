"""Exports of version 1, where a figure's `outcome` was its `fate`, come back."""

import json
import shutil
from pathlib import Path

import pytest
from quay import KEY, fetch, one, opened, review, standing

from store.formats.codecs.jsonl import VERSION, own_rows
from store.formats.incoming.importing import bring
from store.formats.incoming.merging import Terms
from store.formats.incoming.proposal import Incoming
from store.formats.incoming.restoring import restore_reports
from store.items import Item, Kind, State
from store.library.library import Library

DATA = Path(__file__).parent / "data" / "version1"
GUARDS = "At least three guards"


def guards(items: tuple[Item, ...]) -> Item:
    return one(items, Kind.FIGURE, GUARDS)


def test_dateline_s_own_is_restored_as_equal_notes(tmp_path: Path) -> None:
    path = DATA / "quay.jsonl"
    assert json.loads(path.read_text())["version"] == 1 < VERSION
    assert '"fate"' in path.read_text()
    found = list(restore_reports(own_rows(path.read_bytes(), path.name), None, tmp_path))
    assert [type(one) for one in found] == [Incoming]
    library = Library(tmp_path, "bea")
    done = bring(found, library, Terms("jsonl", "bea"))
    kept = library.kept(KEY, "bea")
    library.close()
    assert (done.reports, done.problems) == (1, [])
    review(tmp_path / "present")
    with opened(tmp_path / "present", "anna") as present:
        now = present.kept(KEY).items
    assert {i: (x.state, x.fields, x.note, x.tags, x.flag) for i, x in kept.items.items()} == {
        i: (x.state, x.fields, x.note, x.tags, x.flag) for i, x in now.items()
    }


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("webanno", "quay.jsonld"),
        ("doccano", "quay.doccano.jsonl"),
        ("prodigy", "quay.prodigy.jsonl"),
        ("brat", "brat"),
    ],
)
def test_what_other_programs_carried_comes_back_as_decided(
    tmp_path: Path, form: str, name: str
) -> None:
    folder, path = tmp_path / "lib", tmp_path / name
    folder.mkdir()
    (shutil.copytree if (DATA / name).is_dir() else shutil.copy)(DATA / name, path)
    brought = fetch(folder, form, path, "bea", decisions=True)
    assert brought.problems == []
    figure = guards(standing(folder, "bea"))
    assert (figure.fields["outcome"], "fate" in figure.fields) == ("wounded", False)
    assert not any(told.startswith("attributes called") for told in brought.left_out)
    if form != "doccano":  # which carries no decisions
        assert figure.state in (State.CORRECTED, State.ACCEPTED, State.ADDED)


def test_what_was_said_of_a_report_comes_back_under_either_name() -> None:
    line = json.loads((DATA / "quay.jsonl").read_text())
    del line["notes"]["article_notes"]
    line["notes"]["sheet"] = {"note": "ask the port", "read": True}
    (row,) = own_rows(json.dumps(line).encode(), "quay.jsonl")
    assert isinstance(row, Incoming)
    assert row.notes is not None
    told = row.notes.kept.article_notes
    assert (told.note, told.read) == ("ask the port", True)
