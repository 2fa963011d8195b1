"""What stands beside a report and cannot be used is said in one line, and the report is read."""

import contextlib
import os
from pathlib import Path

import pytest

from extract.batch.running import run
from extract.batch.tasks import tasks_in
from extract.errors import LoadError
from extract.load import load, read_row

DIGITS = "9" * 5000
BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)

FRONT_MATTER = {
    "day and month in doubt": ("date: 10/04/2024", "'10/04/2024' is no date"),
    "a day that does not exist": ("date: 2024-02-31", "'2024-02-31' is no date"),
    "a month that does not exist": ("published: 2024-13-01", "'2024-13-01' is no date"),
    "the first day of the calendar": ("date: 0001-01-01", "no report appeared on 0001-01-01"),
    "the last day of the calendar": ("date: 9999-12-31T23:59:59", "no report appeared on 9999"),
    "the last day in words": ("date: '9999-12-31'", "no report appeared on 9999-12-31"),
    "a title of digits": ("title: 2024", "'title' is not text"),
    "a title that is a list": ("title: [a, b]", "'title' is not text"),
    "a truth for a publisher": ("publisher: yes", "'publisher' is not text"),
    "a day in words": ("date: soon", "'soon' is no date"),
    "a day that is a list": ("date: [2024]", "the date is not text"),
    "a number of thousands of digits": (f"date: {DIGITS}", "is no date"),
    "a title of thousands of digits": (f"title: {DIGITS}", "'title' is too long"),
    "lists within lists": ("a: " + "[" * 5000 + "]" * 5000, "front matter"),
    "an alias bomb": (BOMB, "front matter has aliases"),
    "an alias of itself": ("a: &a [*a]", "front matter has aliases"),
    "a list for a name": ("? [a, b]\n: c", "front matter"),
    "code": ("a: !!python/object/apply:os.system ['true']", "front matter is not YAML"),
    "too much": ("a: " + "x" * 1_100_000, "front matter is too long"),
    "half a file": ("a: [b", "front matter is not YAML"),
}

TYPES = [
    "timestamp",
    "int",
    "float",
    "bool",
    "binary",
    "null",
    "set",
    "omap",
    "pairs",
    "map",
    "seq",
]


@pytest.mark.parametrize("words", ["xx", '""', "''", "[]", "{}", "[a]", "-", ":", "0x", "_", "."])
@pytest.mark.parametrize("kind", TYPES)
def test_front_matter_of_a_type_that_it_is_not_stops_nothing(
    tmp_path: Path, kind: str, words: str
) -> None:
    path = tmp_path / "r.md"
    path.write_text(f"---\nsite: !!{kind} {words}\n---\nTwo boats sank off the cape.\n")
    assert load(path).text == "Two boats sank off the cape."


@pytest.mark.parametrize("kind", FRONT_MATTER)
def test_front_matter_that_cannot_be_used_is_said_and_the_report_read(
    tmp_path: Path, kind: str
) -> None:
    matter, why = FRONT_MATTER[kind]
    path = tmp_path / "r.md"
    path.write_text(f"---\n{matter}\n---\nTwo boats sank off the cape.\n")
    article = load(path)
    assert article.text == "Two boats sank off the cape."
    assert article.published is None
    assert any(why in problem for problem in article.problems), article.problems
    assert all("\n" not in problem and len(problem) < 400 for problem in article.problems)


def test_the_other_facts_of_front_matter_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "r.md"
    path.write_text("---\ntitle: Boats sink\ndate: 31/12/2024\nsite: Cape Post\n---\nWords.\n")
    article = load(path)
    assert (article.title, article.publisher, article.published) == (
        "Boats sink",
        "Cape Post",
        None,
    )


SIDECARS = {
    "no TOML": "published = ",
    "a day that does not exist": "published = 2024-02-31",
    "the first day of the calendar": "published = 0001-01-01",
    "the last moment of the calendar": "published = 9999-12-31T23:59:59Z",
    "a number of thousands of digits": f"published = {DIGITS}",
    "lists within lists": "a = " + "[" * 5000,
    "day and month in doubt": 'date = "10/04/2024"',
    "a number for a title": "title = 2024",
    "an encoding that does not exist": "title = []",
}


@pytest.mark.parametrize("kind", SIDECARS)
def test_a_sidecar_that_cannot_be_used_is_said_and_the_report_read(
    tmp_path: Path, kind: str
) -> None:
    (tmp_path / "r.toml").write_text(SIDECARS[kind])
    (tmp_path / "r.txt").write_text("Two boats sank.")
    article = load(tmp_path / "r.txt")
    assert (article.text, article.published) == ("Two boats sank.", None)
    assert len(article.problems) == 1
    assert "r.toml" in article.problems[0]


def test_a_sidecar_that_is_a_folder_is_said(tmp_path: Path) -> None:
    (tmp_path / "r.toml").mkdir()
    (tmp_path / "r.txt").write_text("Two boats sank.")
    assert "not a file" in load(tmp_path / "r.txt").problems[0]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_sidecar_that_is_a_pipe_is_said_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "r.toml")
    (tmp_path / "r.txt").write_text("Two boats sank.")
    assert "not a file" in load(tmp_path / "r.txt").problems[0]


def test_a_sidecar_that_is_no_utf8_is_said(tmp_path: Path) -> None:
    (tmp_path / "r.toml").write_bytes(b'title = "\xe9t\xe9"')
    (tmp_path / "r.txt").write_text("Two boats sank.")
    assert "not UTF-8" in load(tmp_path / "r.txt").problems[0]


ROWS = {
    "a number of thousands of digits": f'{{"text": "a", "n": {DIGITS}}}',
    "lists within lists": '{"text": "a", "n": ' + "[" * 100_000 + "]" * 100_000 + "}",
    "a day that does not exist": '{"text": "a", "date": "2024-02-31"}',
    "the last day of the calendar": '{"text": "a", "date": "9999-12-31"}',
    "day and month in doubt": '{"text": "a", "date": "10/04/2024"}',
    "half a row": '{"text": "a"',
    "a list": "[1]",
    "no text": '{"id": "x"}',
    "a number for a date": '{"text": "a", "date": 1e999}',
}


@pytest.mark.parametrize("kind", ROWS)
def test_a_row_that_cannot_be_read_is_named(kind: str) -> None:
    with pytest.raises(LoadError, match="line 7"):
        read_row(ROWS[kind].encode(), "rows.jsonl, line 7")


def test_the_rows_around_one_that_cannot_be_read_are_read(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    good = '{"id": "%s", "text": "Two boats sank."}'
    path.write_text("\n".join([good % "first", *ROWS.values(), good % "last"]))
    results = list(run(tasks_in([path])))
    assert [r.key for r in results if r.line] == ["first", "last"]
    assert sum(r.problem is not None for r in results) == len(ROWS)


def test_what_could_not_be_used_comes_with_the_result_of_a_batch(tmp_path: Path) -> None:
    (tmp_path / "r.md").write_text("---\ndate: soon\n---\nTwo boats sank.\n")
    (result,) = run(tasks_in([tmp_path / "r.md"]))
    assert result.line
    assert "'soon' is no date" in result.doubts[0]


RUNS = {
    "spaces": " ",
    "hard spaces": "\u00a0",
    "tabs": "\t",
    "line ends": "\n",
    "carriage returns": "\r",
    "form feeds": "\f",
    "spaces at line ends": " \n",
    "bars": "|",
    "bars and spaces": " |  ",
    "dashes": "-",
    "dashes and spaces": " - ",
    "digits": "9",
    "numbers of a list": "1. ",
    "colons": "a: ",
    "full stops": ".",
    "quotation marks": '"',
    "brackets": "[",
    "links half written": "[a](",
    "tags half written": "<a ",
    "entities half written": "&#",
    "back ticks": "`",
    "stars": "*",
    "quoted lines": "> ",
    "capitals": "AB ",
}
LONG = 300_000


@pytest.mark.slow
@pytest.mark.timeout(60)
@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
@pytest.mark.parametrize("kind", RUNS)
def test_a_run_of_the_same_sign_ends_in_time(tmp_path: Path, kind: str, ending: str) -> None:
    """What is looked at again from each of its signs would take hours."""
    run = RUNS[kind]
    path = tmp_path / f"r{ending}"
    path.write_bytes(f"Boats sank.\n\na{run * (LONG // len(run))}b\n\nThe end.\n".encode())
    with contextlib.suppress(LoadError):
        assert load(path).key == "r"


@pytest.mark.parametrize("base", ["http://[", "//]", "http://a.example/"])
@pytest.mark.parametrize("link", ["http://[", "//[x", "/page"])
def test_an_address_that_ends_midway_stops_no_page(tmp_path: Path, base: str, link: str) -> None:
    head = f'<base href="{base}"><link rel="canonical" href="{link}">'
    words = "<p>Two boats sank off the cape on Monday, the harbour authority said.</p>" * 6
    (tmp_path / "r.html").write_text(
        f"<html><head><title>Boats</title>{head}</head><body><article>{words}</article></body>"
    )
    assert "Two boats sank" in load(tmp_path / "r.html").text
