"""`dateline incidents`: one row an incident over all reports that tell it."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tui.command import dateline

WIRE = """Gunmen kill 14 at market in Oshkara

TALIBAR, 19 March 2025 - Gunmen on motorcycles opened fire on the cattle market of Oshkara on
Tuesday, killing 14 people, the governor, Idris Valko, said. The attackers burned stalls and a grain
store and carried off four women before soldiers arrived from the barracks in Merrow."""
PAPER = """Toll of Oshkara market attack rises to 17

MERROW, 24 March 2025 - Seventeen people were killed when gunmen on motorcycles attacked the cattle
market of Oshkara on 18 March, the governor, Idris Valko, said on Monday. The attackers burned
stalls and a grain store. Soldiers from Merrow came too late."""
ELSEWHERE = """Bridge collapses in Dar Vemu

DAR VEMU, 2 June 2024 - A bomb destroyed the river bridge of Dar Vemu on Saturday and killed three
engineers, police said."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of three reports, two of them on one attack."""
    for name, text in (("wire", WIRE), ("paper", PAPER), ("bridge", ELSEWHERE)):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    for name, day in (("wire", "2025-03-19"), ("paper", "2025-03-24"), ("bridge", "2024-06-02")):
        (tmp_path / f"{name}.toml").write_text(f"published = {day}\n", encoding="utf-8")
    return tmp_path


def run(*arguments: str) -> Result:
    """What the command writes."""
    return CliRunner().invoke(dateline, ["incidents", *arguments])


def test_the_rows_have_the_reports_and_say_why_they_are_joined(folder: Path) -> None:
    done = run(str(folder), "--format", "json")
    assert done.exit_code == 0
    rows = json.loads(done.stdout)["incidents"]
    (attack,) = [row for row in rows if row["killed"] and row["killed"]["best"] == 17]
    assert sorted(attack["documents"]) == ["paper", "wire"]
    assert attack["killed"]["best"] == 17
    assert attack["number_of_sources"] == 2
    assert "Oshkara" in attack["links"][0]["why"]
    for report, spans in attack["mentions"].items():
        text = (folder / f"{report}.txt").read_text()
        assert all(text[start:end].strip() for start, end in spans)


def test_a_table_has_a_line_for_each_incident(folder: Path) -> None:
    out = folder.parent / "incidents.csv"
    assert run(str(folder), "--format", "csv", "-o", str(out)).exit_code == 0
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8"))))
    (attack,) = [row for row in rows if row["killed_low"] == "17"]
    assert attack["number_of_sources"] == "2"
    assert attack["date_start"] == "2025-03-18"
    assert set(attack["reports"].split("; ")) == {"wire", "paper"}


def test_parties_have_the_names_of_the_table_beside_the_reports(folder: Path) -> None:
    line = '[[actor]]\nname = ["gunmen", "soldiers"]\ncoded = "Valley Militia"\n'
    (folder / "actors.toml").write_text(f"{line}\n[[actor]]\nname = 3\n", encoding="utf-8")
    done = run(str(folder), "--format", "json")
    assert "actors.toml: line 2 not understood" in done.stderr
    rows = json.loads(done.stdout)["incidents"]
    assert ["Valley Militia"] in [row["side_a"] for row in rows]
    assert "Gunmen" not in done.stdout


def test_people_read_it_as_text(folder: Path) -> None:
    done = run(str(folder))
    assert "killed 17" in done.stdout
    assert "joined: same day, Oshkara" in done.stdout


def test_what_a_report_tells_in_passing_stands_apart_in_text_and_table(tmp_path: Path) -> None:
    (tmp_path / "wire.txt").write_text(f"{WIRE} Rebels seized two posts near Dar Vemu.")
    (tmp_path / "wire.toml").write_text("published = 2025-03-19\n")
    told = run(str(tmp_path)).stdout.split("Mentioned in passing")
    assert "killed 14" in told[0]
    assert "Dar Vemu" in told[1]
    rows = csv.DictReader(io.StringIO(run(str(tmp_path), "--format", "csv").stdout))
    assert {row["section"] for row in rows} >= {"incidents", "mentioned"}


def test_a_report_that_cannot_be_read_is_named_and_the_others_are_joined(folder: Path) -> None:
    words = ["incidents", str(folder), str(folder / "none.txt")]
    done = CliRunner().invoke(dateline, words, standalone_mode=False)
    assert done.return_value == 1
    assert "none.txt" in done.stderr
    assert "killed 17" in done.stdout


def test_a_cluster_and_processes_are_one_too_many(folder: Path) -> None:
    assert run(str(folder), "--jobs", "2", "--dask", "tcp://127.0.0.1:9").exit_code == 2


@pytest.mark.slow
def test_a_cluster_gives_the_incidents_that_processes_give(folder: Path) -> None:
    distributed = pytest.importorskip("distributed")
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(processes=True, **options) as cluster:
        there = run(str(folder), "--format", "json", "--dask", cluster.scheduler_address)
    assert there.exit_code == 0
    assert there.stdout == run(str(folder), "--format", "json", "--jobs", "2").stdout
    assert "Oshkara" in there.stdout
