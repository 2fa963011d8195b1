"""`export` and `extract`: who has decided, what is lost, what is never written over."""

import csv
import io
import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from store.formats.codecs import EXPORTS
from store.items import Kind, State
from store.library.library import Library
from tui.command import dateline

TEXT = """Raid on depot
Gunmen raided a depot near Kaya on Monday, killing three guards, the mayor said.
"""


def call(*words: object) -> Result:
    return CliRunner().invoke(dateline, [str(word) for word in words])


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "depot.txt").write_text(TEXT)
    (folder / "depot.toml").write_text("published = 2024-04-10\npublisher = '=cmd'\n")
    return folder


def decide(folder: Path, who: str, state: State = State.ACCEPTED, kind: Kind | None = None) -> int:
    library = Library(folder, who)
    count = 0
    for key in library.keys:
        session = library.open_with_reading(key)
        for item in list(session.items(kind) if kind else session.items()):
            session.decide(item.id, state)
            count += 1
        session.close()
    library.close()
    return count


def test_who_has_decided_is_said_where_this_one_has_not(reports: Path, tmp_path: Path) -> None:
    count = decide(reports, "anna")
    done = call("export", reports, "--format", "acled", "--annotator", "bea", "-o", tmp_path / "o")
    assert str(done.exception) == (
        f"nothing decided by bea here; anna has {count}, --annotator anna"
    )
    assert not (tmp_path / "o").exists()


def test_of_several_the_one_with_most_is_offered(reports: Path) -> None:
    decide(reports, "anna", kind=Kind.FIGURE)
    decide(reports, "cy d")
    said = str(call("export", reports, "--format", "jsonl", "--annotator", "bea").exception)
    assert "anna has 1, cy d has" in said
    assert said.endswith("--annotator 'cy d'")


def test_suggestions_go_out_where_they_are_asked_for_by_name(reports: Path) -> None:
    decide(reports, "anna")
    whole = ("--format", "html", "--annotator", "bea", "--state", "all")
    done = call("export", reports, *whole)
    assert (done.exit_code, "nothing decided by bea here; anna has" in done.stderr) == (0, True)


def test_the_configuration_goes_out_where_the_format_has_one(reports: Path) -> None:
    decide(reports, "anna")
    given = ("--annotator", "anna", "--config")
    done = call("export", reports, "--format", "labelstudio", *given)
    assert (done.exit_code, done.stdout.startswith("<View>"), done.stderr) == (0, True, "")
    assert call("export", reports, "--format", "conll", *given).exit_code == 2


def test_where_nobody_has_decided_that_is_said(reports: Path) -> None:
    done = call("export", reports, "--format", "conll", "--annotator", "bea")
    assert (done.exit_code, "nothing decided by bea here" in done.stderr) == (0, True)


def test_strict_is_about_losses_and_not_about_what_is_undecided(reports: Path) -> None:
    decide(reports, "anna", kind=Kind.EVENT)
    strict = ("--annotator", "anna", "--strict")
    done = call("export", reports, "--format", "webanno", *strict)
    assert done.exit_code == 0
    assert "undecided items not chosen" in done.stderr
    assert "not everything" in str(call("export", reports, "--format", "conll", *strict).exception)


def test_what_was_accepted_and_lost_its_words_is_a_loss(reports: Path, tmp_path: Path) -> None:
    decide(reports, "anna")
    (reports / "depot.txt").write_text("Raid on depot\nA depot near Kaya was raided on Monday.\n")
    told = ("--annotator", "anna", "-o", tmp_path / "out")
    done = call("export", reports, "--format", "acled", *told)
    assert done.exit_code == 0
    assert "(their words are gone from the text)" in done.stderr
    strict = call("export", reports, "--format", "acled", "--strict", *told)
    assert "not everything" in str(strict.exception)


def test_rows_a_day_are_for_the_codebook_that_has_them(reports: Path) -> None:
    decide(reports, "anna")
    given = ("--annotator", "anna", "--split-days")
    assert call("export", reports, "--format", "ucdp", *given).exit_code == 2
    assert call("export", reports, "--format", "acled", *given).exit_code == 2, "two files"


@pytest.mark.parametrize("form", [name for name in EXPORTS if name not in ("brat", "inception")])
def test_an_export_onto_a_report_its_sidecar_or_notes_is_refused(reports: Path, form: str) -> None:
    decide(reports, "anna")
    before = _bytes_in(reports)
    for name in ("depot.txt", "depot.toml", ".dateline/anna/depot.json", ".dateline/new"):
        done = call(
            "export", reports, "--format", form, "--annotator", "anna", "-o", reports / name
        )
        assert done.exit_code == 1
        assert len(str(done.exception).splitlines()) == 1
    assert _bytes_in(reports) == before


@pytest.mark.parametrize("form", ["text", "jsonl"])
@pytest.mark.parametrize("resume", [[], ["--resume"]])
def test_what_is_read_is_not_written_over(reports: Path, form: str, resume: list[str]) -> None:
    rows = reports / "rows.jsonl"
    rows.write_text('{"id": "a", "text": "Two people were killed."}\n')
    before = _bytes_in(reports)
    for given, out in (
        (rows, rows),
        (reports / "depot.txt", reports / "depot.txt"),
        (reports, reports / "depot.txt"),
        (reports, reports / "depot.toml"),
        (reports, rows),
    ):
        assert call("extract", given, "--format", form, "-o", out, *resume).exit_code != 0
    assert _bytes_in(reports) == before


def test_a_listing_in_the_folder_that_is_read_is_not_read(reports: Path) -> None:
    out = reports / "found.txt"
    for _ in range(2):
        assert call("extract", reports, "-o", out).exit_code == 0
    assert out.read_text().count("Events (") == 1


def test_a_formula_is_text_in_a_table(reports: Path) -> None:
    decide(reports, "anna")
    done = call("export", reports, "--format", "acled", "--annotator", "anna", "-o", "/dev/stdout")
    assert done.exit_code == 0
    out = reports.parent / "rows.csv"
    call("export", reports, "--format", "acled", "--annotator", "anna", "-o", out)
    rows = list(csv.DictReader(io.StringIO(out.read_text())))
    assert {row["source"] for row in rows} == {"'=cmd"}
    assert {row["fatalities"] for row in rows} <= {"3", "0", ""}


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
@pytest.mark.parametrize(
    "words",
    [
        "print {}",
        "status {}",
        "status {} --format json",
        "history {}",
        "agree {} --between anna anna",
        "agree {} --between anna anna --format csv",
        "agree {} --between anna anna --format json",
        "extract {}",
        "extract {} --format jsonl",
        "export {} --format markdown --annotator anna",
    ],
)
def test_no_command_stops_where_a_sign_cannot_be_shown(
    reports: Path, words: str, encoding: str
) -> None:
    (reports / "depot.txt").write_text(TEXT.replace("Kaya", "Kəşan “Ж” 😀 → ≥ \x0c\x1b[2J"))
    decide(reports, "anna")
    given = [str(reports) if word == "{}" else word for word in words.split()]
    done = CliRunner(charset=encoding, env={"DATELINE_ANNOTATOR": "anna"}).invoke(dateline, given)
    assert done.exception is None or isinstance(done.exception, SystemExit)
    assert done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="names that are no UTF-8")
@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_a_name_that_is_no_utf_8_stops_no_export(reports: Path, form: str, tmp_path: Path) -> None:
    if form in ("inception", "spacy"):
        pytest.importorskip("cassis" if form == "inception" else "spacy")
    (reports / "depot.txt").rename(reports / os.fsdecode(b"de\xff\x1b\npot.txt"))
    decide(reports, "anna")
    out = tmp_path / "out"
    done = call("export", reports, "--format", form, "--annotator", "anna", "-o", out)
    assert (done.exit_code, out.exists()) == (0, True)


def _bytes_in(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "cache" not in path.parts
    }
