"""The commands without a screen: what they print, and what they say when something is wrong."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from store.items import Kind, State
from store.library.library import Library
from tui import command as program
from tui.command import dateline

TEXT = """Ferry sinks off Pemba
A ferry sank off Pemba on Monday and killed 12 passengers, the port authority said.
At least three sailors were wounded, according to Amina Diallo, a doctor at the hospital.
"""


def call(*words: object) -> Result:
    return CliRunner().invoke(dateline, [str(word) for word in words])


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "reports" / "ferry.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    path.with_suffix(".toml").write_text("published = 2023-04-11\n")
    return path


@pytest.fixture
def reviewed(report: Path) -> Path:
    """The report with its figures accepted by anna, one of them noted."""
    decide(report, "anna", State.ACCEPTED)
    return report


def decide(report: Path, who: str, state: State) -> None:
    library = Library(report, who)
    article = library.article("ferry")
    annotations = library.open(article)
    annotations.suggest(library.look(article).items())
    for item in annotations.items(Kind.FIGURE):
        annotations.decide(item.id, state)
        annotations.note(item.id, "seen on the list")
    annotations.close()
    library.close()


def test_extract_prints_what_was_found(report: Path) -> None:
    done = call("extract", report)
    assert done.exit_code == 0
    assert "12 passengers killed" in done.output
    assert "says port authority" in done.output.replace("the port", "port")


def test_extract_goes_on_past_what_cannot_be_read(
    report: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"\xff\xfe\xfd")
    words = ["extract", "--format", "jsonl", bad, tmp_path / "none.txt", report]
    assert dateline.main([str(word) for word in words], standalone_mode=False) == 1
    done = capfd.readouterr()
    told = done.err.splitlines()
    assert [line.startswith("dateline: ") for line in told] == [True, True]
    assert json.loads(done.out)["id"] == "ferry"


def test_extract_resumes_where_it_was_broken_off(report: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    call("extract", report.parent, "-o", out)
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) // 2])
    assert call("extract", report.parent, "-o", out, "--resume").exit_code == 0
    assert out.read_bytes() == whole


def test_a_date_on_the_command_line_goes_over_the_reports_own(report: Path) -> None:
    done = call("extract", "--format", "jsonl", "--date", "2023-05-02", report)
    assert "2023-05-01" in {found["value"] for found in json.loads(done.stdout)["dates"]}


def test_status_has_a_row_an_article(reviewed: Path) -> None:
    done = call("status", reviewed.parent, "--format", "json", "--as", "anna")
    (row,) = json.loads(done.stdout)
    wanted = "key title items decided accepted rejected corrected skipped added notes orphans read"
    assert set(wanted.split()) <= set(row)
    assert (row["key"], row["decided"], row["accepted"], row["notes"]) == ("ferry", 2, 2, 2)


def test_print_has_the_text_and_the_decisions(reviewed: Path) -> None:
    done = call("print", reviewed, "--as", "anna")
    assert "A ferry sank off Pemba on Monday" in done.output
    assert "12 passengers killed" in done.output
    assert "accepted by anna" in " ".join(done.output.split())
    assert "note: seen on the list" in done.output


@pytest.mark.parametrize("name", ["print", "extract"])
def test_incidents_come_before_all_else(report: Path, name: str) -> None:
    head, *rest = call(name, report).output.split("\n\n")
    assert head.startswith("Ferry sinks off Pemba")
    assert rest[0].startswith("Incidents (1)\n")
    assert "killed 12" in rest[0]


def test_print_tells_each_incident_once(report: Path) -> None:
    assert call("print", report).output.count("(main)") == 1


def test_print_in_ascii_has_no_other_signs_of_its_own(reviewed: Path) -> None:
    done = call("print", reviewed, "--as", "anna", "--ascii")
    assert ">= 3" in done.output
    assert "≥" not in done.output


def test_history_tells_every_step(reviewed: Path) -> None:
    done = call("history", reviewed, "--as", "anna")
    steps = done.output.splitlines()
    assert len(steps) == 4
    assert all("anna" in step for step in steps)


def test_an_export_comes_back_to_an_equal_store(reviewed: Path, tmp_path: Path) -> None:
    lines = tmp_path / "all.jsonl"
    call("export", reviewed, "--format", "jsonl", "--annotator", "anna", "-o", lines)
    done = call("import", tmp_path / "other", lines)
    assert done.exit_code == 0
    before, after = (
        Library(folder, "anna").kept("ferry") for folder in (reviewed.parent, tmp_path / "other")
    )
    assert after == before


def test_strict_writes_nothing_that_loses_something(reviewed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.conll"
    call_it = ("export", reviewed, "--format", "conll", "--annotator", "anna", "-o", out)
    assert "not everything can be carried" in str(call(*call_it, "--strict").exception)
    assert not out.exists()
    assert call(*call_it).exit_code == 0
    assert out.exists()


def test_agree_compares_two_annotators(reviewed: Path) -> None:
    decide(reviewed, "bea", State.REJECTED)
    done = call("agree", reviewed.parent, "--between", "anna", "bea", "--format", "json")
    found = json.loads(done.stdout)
    assert found["decided_by_both"] == 2
    assert found["exact"]["figure"]["only_first"] == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [(["none.txt"], 1), (["extract"], 2), (["extract", "--date", "soon", "x"], 2), (["status"], 2)],
)
def test_an_error_is_one_line_and_an_exit_code(
    words: list[str], code: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["dateline", *words])
    with pytest.raises(SystemExit) as stopped:
        program.main()
    assert stopped.value.code == code
    told = capsys.readouterr().err
    assert told.startswith("dateline: ")
    assert told.count("\n") == 1


@pytest.mark.parametrize("name", list(program._COMMANDS))
def test_every_command_has_help_with_an_example(name: str) -> None:
    done = call(name, "--help")
    assert done.exit_code == 0
    assert f"dateline {name}" in done.output or "dateline -" in done.output


def test_the_configuration_says_who_decides(
    report: Path, own_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("getpass.getuser", lambda: "someone")
    (own_home / "dateline").mkdir()
    (own_home / "dateline" / "config.toml").write_text('annotator = "bea"\n')
    decide(report, "bea", State.REJECTED)
    assert "rejected by bea" in call("print", report).stdout


def test_an_error_of_its_own_is_one_line_and_a_file(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*words: object, **options: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(program.dateline, "main", broken)
    with pytest.raises(SystemExit, match="1"):
        program.main()
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "ZeroDivisionError" in told
    assert "crash.txt" in told


def test_a_wrong_word_list_is_named_and_the_rest_is_done(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("Police said two people were hurt in Beira.")
    (tmp_path / "lexicon").mkdir()
    (tmp_path / "lexicon" / "groups.toml").write_text("[known]\nnames = 3")
    assert dateline.main(["status", str(tmp_path)], standalone_mode=False) == 1
    done = capfd.readouterr()
    assert done.out.startswith("a · 0/")
    assert done.err.count("groups.toml: not understood") == 1
