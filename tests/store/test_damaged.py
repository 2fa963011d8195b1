"""One wrong file among the notes stops nothing else, is told in a line, and is kept whole."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from harbour import TEXT, items, reading

from extract.records import Article, Reading
from store.errors import DamagedError
from store.items import State
from store.library.library import Library, Row
from store.library.settings import Settings, read_settings

Tables = dict[str, Any]


def read(article: Article) -> Reading:
    return reading() if article.text == TEXT else Reading("1", article.sha256)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Two reports with a decision on the first, which stands at `.dateline/anna/harbour.json`."""
    (tmp_path / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "zebra.txt").write_text("A zebra got away.", encoding="utf-8")
    library = Library(tmp_path, "anna", read=read)
    annotations = library.open_with_reading("harbour")
    for item in items():
        annotations.decide(item.id, State.ACCEPTED)
    annotations.close()
    library.close()
    return tmp_path


def item(tables: Tables) -> Any:
    return next(each for each in tables["items"].values() if each["kind"] == "figure")


def step(tables: Tables) -> Any:
    return tables["journal"]["1"]


WRONG: dict[str, Callable[[Tables], object]] = {
    "no quotes": lambda t: item(t)["suggestion"].update(quotes=[]),
    "no suggestion and no boundaries": lambda t: item(t).update(suggestion=None),
    "an id that is not its key": lambda t: item(t).update(id="figure-other"),
    "an offset below zero": lambda t: item(t)["suggestion"]["quotes"][0].update(start=-4),
    "an end before its start": lambda t: item(t)["suggestion"]["quotes"][0].update(end=0, start=9),
    "an offset that is a word": lambda t: item(t)["suggestion"]["quotes"][0].update(end="far"),
    "no article": lambda t: t["dateline"]["notes"].update(article=None),
    "an article that is a number": lambda t: t["dateline"]["notes"].update(article=7),
    "no sha256": lambda t: t["dateline"]["notes"]["article"].pop("sha256"),
    "an end behind the text": lambda t: item(t)["suggestion"]["quotes"][0].update(end=10**6),
    "a time that is a number": lambda t: item(t).update(at=5),
    "a day that does not exist": lambda t: item(t).update(at="2024-02-31T00:00:00Z"),
    "when of a wrong type": lambda t: item(t).update(correction={"when": "Monday"}),
    "when on a day that does not exist": lambda t: item(t).update(
        correction={"when": {"name": "x", "from": "2024-02-31"}}
    ),
    "a number that is a list": lambda t: item(t).update(correction={"low": [1]}),
    "an unknown kind": lambda t: item(t).update(kind="rumour"),
    "an unknown state": lambda t: item(t).update(state="perhaps"),
    "an unknown standing": lambda t: item(t).update(standing="lying"),
    "tags that are a word": lambda t: item(t).update(tags="x"),
    "an unknown verb": lambda t: step(t).update(verb="dream"),
    "a step under another number": lambda t: step(t).update(number=99),
    "a change to a state that there is none of": lambda t: step(t)["changes"][0].update(
        now={"state": "perhaps"}
    ),
    "an item that came without its kind": lambda t: step(t)["changes"][0].update(
        was=None, now={"state": "accepted"}
    ),
    "a change to a time that is a list": lambda t: step(t)["changes"][0].update(was={"at": [3]}),
    "a change of quotes that are none": lambda t: step(t)["changes"][0].update(
        now={"boundaries": [{"start": 3}]}
    ),
    "a change of the article to a number": lambda t: step(t)["changes"].append(
        {"id": "article", "was": {"note": 3}, "now": {"note": ""}}
    ),
    "changes that are none": lambda t: step(t).update(changes=None),
    "a text that is a number": lambda t: next(iter(t["texts"].values())).update(text=3),
    "a visit that is a list": lambda t: t["visit"].update(visit=[1]),
    "a table that is a list": lambda t: t.update(items=[]),
    "a document that is a word": lambda t: t["items"].update(x="y"),
    "a version that is true": lambda t: t["dateline"]["notes"].update(schema_version=True),
    "another format": lambda t: t["dateline"]["notes"].update(format="other"),
}
TEXTS = {
    "nothing": b"",
    "half": b'{"dateline": {"notes"',
    "a list": b"[]",
    "a number of 5,000 digits": b'{"items": {"a": {"x": ' + b"9" * 5000 + b"}}}",
    "no number": b'{"items": {"a": {"x": NaN}}}',
    "a hundred thousand lists": b"[" * 100_000,
    "a hundred thousand objects": b'{"a":' * 100_000 + b"1" + b"}" * 100_000,
    "a document of deep lists": b'{"items": {"a": {"x": ' + b"[" * 700 + b"]" * 700 + b"}}}",
    "a number beyond all numbers": b'{"items": {"a": {"x": ' + b"9" * 4000 + b"}}}",
    "no UTF-8": b'{"a": {"b": {"c": "\xff\xfe"}}}',
    "marks of a merge": b"<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> other\n",
    "zeros": bytes(4096),
}


def check(reports: Path) -> None:
    path = reports / ".dateline" / "anna" / "harbour.json"
    before = path.read_bytes()
    error, row = Library(reports, "anna", read=read).status()
    assert isinstance(error, DamagedError)
    assert "damaged (" in str(error)
    assert "set it aside" in str(error)
    assert str(path) in str(error)
    assert isinstance(row, Row)
    assert path.read_bytes() == before
    library = Library(reports, "anna", read=read)
    annotations = library.open_with_reading("harbour")
    annotations.decide(items()[0].id, State.REJECTED)
    annotations.close()
    library.close()
    (aside,) = path.parent.glob("harbour.json.damaged-*")
    assert aside.read_bytes() == before
    assert aside.name in annotations.notes_file.messages[0]


@pytest.mark.parametrize("name", WRONG)
def test_wrong_notes_are_told_and_set_aside(reports: Path, name: str) -> None:
    path = reports / ".dateline" / "anna" / "harbour.json"
    tables = json.loads(path.read_bytes())
    WRONG[name](tables)
    path.write_text(json.dumps(tables))
    check(reports)


@pytest.mark.parametrize("name", TEXTS)
def test_notes_that_are_none_are_told_and_set_aside(reports: Path, name: str) -> None:
    (reports / ".dateline" / "anna" / "harbour.json").write_bytes(TEXTS[name])
    check(reports)


@pytest.mark.parametrize("name", TEXTS)
def test_a_wrong_cache_is_made_again_without_a_word(reports: Path, name: str) -> None:
    for path in (reports / ".dateline" / "cache").glob("*.json"):
        path.write_bytes(TEXTS[name])
    rows = list(Library(reports, "anna", read=read).status())
    assert [isinstance(row, Row) for row in rows] == [True, True]
    assert rows[0].progress.accepted == len(items())  # type: ignore[union-attr]


SETTINGS = {
    "a profile that there is none of": 'numbers = "x"',
    "labels that are a number": "labels = 3",
    "keys that are a list": "keys = [1]",
    "no value": "a = ",
    "a hundred thousand lists": "a = " + "[" * 100_000,
    "a key of a hundred thousand parts": "a." * 100_000 + "b = 1",
    "a key of parts in an inline table": "x = {" + '"a".b . ' * 20_000 + "c = 1}",
    "a header of a hundred thousand parts": "[" + "a." * 100_000 + "b]",
    "a string without an end": 'a = "' + '\\"' * 100_000,
    "megabytes": "#" * 5_000_000,
    "zeros": "\0" * 4096,
    "a number of 5,000 digits": "n = " + "9" * 5000,
    "a day that does not exist": "n = 2024-02-31",
}


@pytest.mark.parametrize("name", SETTINGS)
def test_wrong_settings_are_told_in_one_line_and_the_usual_ones_used(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "library.toml").write_text(SETTINGS[name])
    settings = read_settings(tmp_path)
    assert settings == Settings(problems=settings.problems, remarks=settings.remarks)
    assert "\n" not in str(settings.problems[0])
    assert "mend or remove" in str(settings.problems[0])


def test_of_settings_the_right_ones_are_used_and_the_wrong_ones_named(reports: Path) -> None:
    (reports / ".dateline" / "library.toml").write_text('labels = ["a"]\nnumbers = 7\n')
    library = Library(reports, "anna", read=read)
    assert library.settings.labels == ("a",)
    assert library.settings.numbers == "literal"
    (problem,) = library.problems
    assert "library.toml: 'numbers' not understood and passed over" in str(problem)


def test_unknown_settings_are_named(tmp_path: Path) -> None:
    (tmp_path / "library.toml").write_text('number = "acled"\nlabels = ["x"]\n')
    settings = read_settings(tmp_path)
    assert settings.labels == ("x",)
    (remark,) = settings.remarks
    assert "'number' not known here" in remark
    assert Settings().remarks == ()
