"""What was changed in the other program wins, and is told: what is shown, not what is embedded."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from quay import KEY, NAMES, TEXT, at, fetch, one, opened, reviewed, send, standing

from store.items import Kind, State

MANY_DIGITS = "many digits"
"""In place of a number of 5,000 digits, which Python does not write."""
Edit = Callable[[str], str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


def relabelled(was: str, now: str, words: str) -> Edit:
    """The label of what has those words changed, as each program would write it."""

    def edit(data: str) -> str:
        if data.startswith("{\n"):
            root = json.loads(data)
            for node in root["first"]["items"]:
                exact = [target["selector"][0]["exact"] for target in node["target"]]
                body = next(b for b in node["body"] if b["purpose"] == "classifying")
                if words in exact and body["value"] == was:
                    body["value"] = now
            return json.dumps(root)
        if data.startswith("["):
            tasks = json.loads(data)
            for result in tasks[0]["annotations"][0]["result"]:
                value = result.get("value", {})
                if value.get("labels") == [was] and value["text"] == words:
                    value["labels"] = [now]
            return json.dumps(tasks)
        if data.startswith("{"):
            row = json.loads(data)
            for span in row.get("spans") or row["entities"]:
                start = span.get("start", span.get("start_offset"))
                if TEXT.startswith(words, start) and span["label"] == was:
                    span["label"] = now
            return json.dumps(row)
        return re.sub(rf"(?m)^(T\d+\t){was}( .*\t{words})$", rf"\g<1>{now}\2", data)

    return edit


def changed(path: Path, edit: Edit) -> Path:
    file = path / f"{KEY}.ann" if path.is_dir() else path
    before = file.read_text(encoding="utf-8")
    after = edit(before)
    assert after != before
    file.write_text(after, encoding="utf-8")
    return path


def bound(number: int, label: str, words: str, nth: int = 1) -> str:
    span = at(words, nth)
    return f"T{number}\t{label} {span.start} {span.end}\t{' '.join(words.split())}\n"


@pytest.mark.parametrize("form", NAMES)
@pytest.mark.parametrize(
    ("was", "now", "words", "kind", "field", "value"),
    [
        ("GROUP", "ORG", "Dockers", Kind.ENTITY, "label", "ORG"),
        ("PLACE", "LOC", "depot near Ardo", None, "", ""),
        ("PLACE", "PERSON", "depot near Ardo", Kind.ENTITY, "label", "PERSON"),
        ("Attack", "Peaceful_protest", "raided", Kind.EVENT, "subkind", "Peaceful protest"),
    ],
)
def test_a_label_changed_elsewhere_wins(
    folder: Path,
    form: str,
    was: str,
    now: str,
    words: str,
    kind: Kind | None,
    field: str,
    value: str,
) -> None:
    if form == "doccano" and words.startswith("depot"):
        pytest.skip("rejected here, so not sent where rejected cannot be told from accepted")
    out = changed(send(folder, form, folder.parent / NAMES[form]), relabelled(was, now, words))
    count = len(standing(folder, "anna"))
    brought = fetch(folder, form, out, "anna", decisions=True)
    after = standing(folder, "anna")
    assert len(after) == count
    if kind is None:
        assert (brought.changed, brought.told) == (0, [])
        return
    assert len(brought.told) == 1
    assert value in {
        i.fields.get(field) for i in after if i.kind is kind and words in i.words + "raided"
    }


@pytest.mark.parametrize("form", NAMES)
def test_as_a_suggestion_it_stands_beside_what_is_decided(folder: Path, form: str) -> None:
    edit = relabelled("GROUP", "ORG", "Dockers")
    out = changed(send(folder, form, folder.parent / NAMES[form]), edit)
    before = standing(folder, "anna")
    assert fetch(folder, form, out, "anna", decisions=False).new == 1
    after = standing(folder, "anna")
    assert [item for item in before if item not in after] == []
    (new,) = [i for i in after if i not in before]
    assert (new.fields["label"], new.state) == ("ORG", State.UNDECIDED)
    assert fetch(folder, form, out, "anna", decisions=False).new == 0


def brat_edit(pattern: str, to: str) -> Edit:
    return lambda data: re.sub(pattern, to, data, count=1, flags=re.MULTILINE)


def brought_from_brat(folder: Path, edit: Edit, who: str = "anna") -> tuple[Any, tuple[Any, ...]]:
    out = changed(send(folder, "brat", folder.parent / "out"), edit)
    return fetch(folder, "brat", out, who, decisions=True), standing(folder, who)


def test_an_attribute_changed_in_brat_wins(folder: Path) -> None:
    brought, items = brought_from_brat(folder, brat_edit(r"(\tOutcome T\d+) wounded", r"\1 killed"))
    assert len(brought.told) == 1
    assert one(items, Kind.FIGURE, "At least three guards").fields["outcome"] == "killed"


def test_a_decision_changed_in_brat_wins(folder: Path) -> None:
    brought, items = brought_from_brat(
        folder, brat_edit(r"(\tState E\d+) rejected", r"\1 accepted")
    )
    assert len(brought.told) == 1
    assert one(items, Kind.EVENT, "burned").state is State.ACCEPTED


def test_a_role_added_in_brat_comes_in_with_the_name_that_stands_there(folder: Path) -> None:
    def edit(data: str) -> str:
        place = re.search(r"(?m)^(T\d+)\tPLACE \d+ \d+\tArdo$", data)
        assert place
        return re.sub(r"(?m)^(E\d+\tLooting.*)$", rf"\1 Place:{place[1]}", data)

    _, items = brought_from_brat(folder, edit)
    found = [i for i in items if i.fields.get("subkind") == "Looting/property destruction"]
    assert [i.fields["place"]["name"] for i in found] == ["Ardo"]


def test_a_role_taken_away_in_brat_is_gone(folder: Path) -> None:
    _, items = brought_from_brat(folder, brat_edit(r" Actor:T\d+", ""))
    attack = next(i for i in items if i.kind is Kind.EVENT and i.words == "Strike")
    assert attack.fields["actors"] == []


def drawn(folder: Path, ann: str) -> tuple[Any, tuple[Any, ...]]:
    """A file of brat's that nobody of ours wrote, taken in."""
    out = folder.parent / "foreign"
    out.mkdir()
    (out / "7.txt").write_text(TEXT, encoding="utf-8")
    (out / "7.ann").write_text(ann, encoding="utf-8")
    return fetch(folder, "brat", out, "cy", decisions=True), standing(folder, "cy")


def test_a_stranger_s_brat_has_roles_values_and_amounts(folder: Path) -> None:
    ann = (
        bound(1, "Figure", "At least three")
        + bound(2, "Attack", "killed")
        + bound(3, "LOC", "Ardo", 2)
    )
    brought, items = drawn(folder, f"{ann}E1\tAttack:T2 Toll:T1 Place:T3\nA1\tOutcome T1 killed\n")
    assert brought.problems == []
    figure, event = one(items, Kind.FIGURE, "At least three"), one(items, Kind.EVENT, "killed")
    assert (figure.fields["low"], figure.fields["qualifier"]) == (3, "at_least")
    assert (figure.fields["outcome"], figure.fields["event"]["name"]) == ("killed", "killed")
    assert event.fields["place"]["name"] == "Ardo"
    assert {figure.state, event.state} == {State.UNDECIDED}


@pytest.mark.parametrize(
    ("ann", "problems", "left_out"),
    [
        ("T1\tPLACE -5 3\tArdo\n", 1, 0),
        ("T1\tPLACE 900 904\tArdo\n", 1, 0),
        (f"T1\tPLACE {'9' * 5000} 3\tArdo\n", 1, 0),
        ("R1\tPlace Arg1:T1 Arg2:T9\n", 1, 0),
        ("E1\tAttack:T9\n", 1, 0),
        ("N1\tReference T1 Wiki:1\n", 0, 1),
        ("whatever\n", 1, 0),
        (f"{bound(7, 'PERSON', 'Herald')}*\tEquiv T7 T50\n", 0, 0),
        (f"{bound(7, 'PLACE', 'Ardo')}*\tEquiv T7 T50\n", 1, 0),
        ("T1\tPLACE 0 6;33 37\tStrike near\n", 0, 0),
        ("T1\tPLACE 0 6;7 9\tStrike at\n", 0, 0),
    ],
)
def test_what_cannot_be_taken_is_named_or_counted(
    folder: Path, ann: str, problems: int, left_out: int
) -> None:
    brought, items = drawn(folder, ann + bound(50, "PERSON", "told"))
    assert (len(brought.problems), brought.left_out.total()) == (problems, left_out)
    assert one(items, Kind.ENTITY, "told")


def rows_in(folder: Path, row: dict[str, Any]) -> tuple[Any, tuple[Any, ...]]:
    path = folder.parent / "rows.jsonl"
    path.write_text(json.dumps({"text": TEXT, **row}) + "\n", encoding="utf-8")
    form = "prodigy" if "spans" in row else "doccano"
    return fetch(folder, form, path, "cy", decisions=True), standing(folder, "cy")


@pytest.mark.parametrize("start", [None, -5, 900, "0", 0.0, True, [], 10**17, MANY_DIGITS])
@pytest.mark.parametrize("form", ["prodigy", "doccano"])
def test_one_wrong_offset_leaves_the_rest_of_the_row(
    folder: Path, form: str, start: object
) -> None:
    names = ("start", "end") if form == "prodigy" else ("start_offset", "end_offset")
    good = dict(zip(names, (at("told").start, at("told").end), strict=True))
    spans = [{names[0]: start, names[1]: 6, "label": "PERSON"}, {**good, "label": "PERSON"}]
    path = folder.parent / "rows.jsonl"
    row = {"text": TEXT, "spans" if form == "prodigy" else "entities": spans}
    written = json.dumps(row).replace(f'"{MANY_DIGITS}"', "9" * 5000)
    path.write_text(written, encoding="utf-8")
    brought = fetch(folder, form, path, "cy", decisions=True)
    assert len(brought.problems) == 1
    assert one(standing(folder, "cy"), Kind.ENTITY, "told")


def test_white_space_around_words_is_not_theirs(folder: Path) -> None:
    start = TEXT.index(" told ")
    _, items = rows_in(
        folder,
        {
            "entities": [
                {"id": 1, "label": "PERSON", "start_offset": start, "end_offset": start + 6}
            ]
        },
    )
    assert one(items, Kind.ENTITY, "told")


def test_a_running_number_is_no_key_where_the_text_is_another_s(folder: Path) -> None:
    (folder / "1.txt").write_text("A quite different report on the weather.\n")
    row = {"id": 1, "entities": [{"id": 1, "label": "PERSON", "start_offset": 0, "end_offset": 6}]}
    brought, items = rows_in(folder, row)
    assert brought.problems == []
    assert any(i.words == "Strike" and i.kind is Kind.ENTITY for i in items)


def test_a_row_that_was_rejected_is_left_out_and_counted(folder: Path) -> None:
    row = {"spans": [{"start": 0, "end": 6, "label": "PERSON"}], "answer": "reject"}
    brought, items = rows_in(folder, row)
    assert (brought.left_out.total(), brought.problems) == (1, [])
    assert {i.state for i in items} == {State.UNDECIDED}


def test_what_was_drawn_in_an_accepted_row_is_accepted(folder: Path) -> None:
    row = {"spans": [{"start": 0, "end": 6, "label": "PERSON"}], "answer": "accept"}
    _, items = rows_in(folder, row)
    assert [i.words for i in items if i.state is State.ACCEPTED] == ["Strike"]


def test_notes_of_another_program_s_lock_are_named(folder: Path) -> None:
    out = send(folder, "prodigy", folder.parent / "out.jsonl")
    with opened(folder, "anna") as library:
        held = library.open_with_reading(KEY)
        brought = fetch(
            folder, "prodigy", changed(out, relabelled("GROUP", "ORG", "Dockers")), "anna", True
        )
        held.close()
    assert len(brought.problems) == 1
