"""The test that the recipe of a format adds."""

import csv
from pathlib import Path

from quay import TEXT, fetch, review, send, standing

from store.formats.document import Choice
from store.formats.recognising import format_of
from store.items import State


def test_spans_go_out_and_come_back(tmp_path: Path) -> None:
    folder, out = tmp_path / "library", tmp_path / "out.tsv"
    folder.mkdir()
    review(folder)
    send(folder, "spanlist", out, choice=Choice.ACCEPTED)
    with out.open() as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    first = [[int(edge) for edge in row["spans"].split()[0].split("-")] for row in rows]
    assert {"raided", "Dockers"} <= {TEXT[start:end] for start, end in first}
    assert format_of(out) == "spanlist"
    before = standing(folder, "anna")
    brought = fetch(folder, "spanlist", out, "anna", decisions=False)
    assert (brought.problems, brought.new) == ([], 0)
    assert standing(folder, "anna") == before
    fetch(folder, "spanlist", out, "bea", decisions=False)
    assert {item.state for item in standing(folder, "bea")} == {State.UNDECIDED}
