"""The table of figures: what it is held against, and what it does without the benchmark."""

import json
from pathlib import Path

import pytest

from bench import quality, scoring


def test_without_the_benchmark_it_says_so_and_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(scoring, "BENCH", tmp_path / "nowhere")
    quality.main([])
    assert "passed over" in capsys.readouterr().out


def test_no_row_is_held_twice() -> None:
    rows = [(row.set, row.row) for row in quality.targets()]
    assert len(rows) == len(set(rows))


def test_every_target_lies_above_its_floor() -> None:
    assert all(row.floor is None or row.floor < row.target for row in quality.targets())


def test_every_target_is_of_a_set_that_is_read() -> None:
    assert {row.set for row in quality.targets()} == set(scoring.SETS)


def test_a_target_not_to_be_passed_is_shown_as_such(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setattr(scoring, "BENCH", tmp_path)
    quality.main(["rows"])
    [line] = [row for row in capsys.readouterr().out.split("\n") if "rows a gold row" in row]
    assert line.split()[-2:] == ["<=", "1.25"]


@pytest.fixture
def benchmark_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A benchmark with nine documents of one set and no scorer."""
    monkeypatch.setattr(scoring, "BENCH", tmp_path)
    folder = tmp_path / "cross"
    folder.mkdir()
    lines = (json.dumps({"id": f"d{number}", "text": "Rain fell."}) for number in range(9))
    (folder / "gva.jsonl").write_text("\n".join(lines))
    return tmp_path


READING = {
    "id": "d0",
    "events": [
        {"event": "v1", "start": 0, "end": 4, "kind": "Battles"},
        {"event": "v1", "start": 5, "end": 9},
        {"event": "v2", "start": 11, "end": 15, "kind": "Protests"},
    ],
    "incidents": [
        {
            "incident": name,
            "main": name == "i2",
            "mentions": [[0, 4]],
            "places": [{"text": "Kesten"}],
            "date": None,
            "killed": killed,
            "injured": None,
        }
        for name, killed in (("i1", 3), ("i2", [4, 9]))
    ],
}
ECHO = """
import json, sys
found = json.load(open(sys.argv[2]))
killed = [incident["killed"] for incident in found["incidents"]]
assert killed == [{"low": 4, "high": 9}, {"low": 3, "high": 3}], killed
assert found["events"][0]["mentions"] == {"d0": [[0, 4], [5, 9]]}
print(json.dumps({
    "killed": {"exact": 1, "gold": 2},
    "how many": {"predicted per gold, per document": 2.0},
    "event mentions, found": [0.5, 0.25, 0.3],
}))
"""


def test_of_a_large_set_some_documents_are_read(benchmark_folder: Path) -> None:
    assert [row["id"] for row in scoring.SETS["cross/gva"].rows()] == ["d0", "d4", "d8"]


def test_what_has_no_scorer_is_left_out(benchmark_folder: Path) -> None:
    gva = scoring.SETS["cross/gva"]
    assert gva.scores(gva.rows()[:1], {"d0": READING}) == {}


def test_incidents_go_to_their_scorer_with_ranges_and_the_main_one_first(
    benchmark_folder: Path,
) -> None:
    (benchmark_folder / "xscore.py").write_text(ECHO)
    gva = scoring.SETS["cross/gva"]
    assert gva.scores(gva.rows()[:1], {"d0": READING}) == {
        "incidents per document, times the gold": 2.0,
        "killed: exact": 50.0,
        "killed, two or more: exact": 0.0,
        "mentions: recall": 25.0,
        "mentions: precision": 50.0,
    }
