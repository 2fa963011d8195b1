"""doccano's projects, with and without relations and overlap: what each exports comes back."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from quay import TEXT, at, fetch, one, reviewed, send, standing

from store.items import Kind, State

Row = dict[str, Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


def kept(row: Row, relations: bool, overlap: bool) -> Row:
    """What a project of doccano has of a row, which gives it ids of its own."""
    entities = sorted(row["entities"], key=lambda e: (e["start_offset"], e["end_offset"]))
    if not overlap:
        entities = [e for n, e in enumerate(entities) if not _reaches(entities[:n], e)]
    ids = {entity["id"]: number for number, entity in enumerate(entities, 700)}
    left = [{**entity, "id": ids[entity["id"]]} for entity in entities]
    links = [
        {**link, "from_id": ids[link["from_id"]], "to_id": ids[link["to_id"]]}
        for link in row["relations"]
        if overlap
    ]
    more = {**row, "id": 41, "Comments": []}
    if relations:
        return {**more, "entities": left, "relations": links}
    labels = [[e["start_offset"], e["end_offset"], e["label"]] for e in left]
    return {name: value for name, value in {**more, "label": labels}.items() if name != "entities"}


def _reaches(before: list[Row], entity: Row) -> bool:
    return any(one["end_offset"] > entity["start_offset"] for one in before)


PROJECTS = [(True, True), (True, False), (False, True), (False, False)]


def brought(
    folder: Path,
    relations: bool,
    overlap: bool,
    edit: Callable[[Row], None] = lambda row: None,
    who: str = "anna",
) -> Any:
    out = send(folder, "doccano", folder.parent / "out.jsonl")
    row = kept(json.loads(out.read_text(encoding="utf-8")), relations, overlap)
    edit(row)
    out.write_text(json.dumps(row) + "\n", encoding="utf-8")
    return fetch(folder, "doccano", out, who, decisions=True)


@pytest.mark.parametrize(("relations", "overlap"), PROJECTS)
def test_what_nobody_changed_there_changes_nothing_here(
    folder: Path, relations: bool, overlap: bool
) -> None:
    before = standing(folder, "anna")
    done = brought(folder, relations, overlap)
    assert (done.new, done.changed, done.told, done.problems) == (0, 0, [], [])
    assert standing(folder, "anna") == before


@pytest.mark.parametrize(("relations", "overlap"), PROJECTS)
def test_what_was_labelled_there_is_new(folder: Path, relations: bool, overlap: bool) -> None:
    start, end = at("told").start, at("told").end

    def edit(row: Row) -> None:
        drawn = {"id": 3, "label": "PERSON", "start_offset": start, "end_offset": end}
        if relations:
            row["entities"].append(drawn)
        else:
            row["label"].append([start, end, "PERSON"])

    assert brought(folder, relations, overlap, edit).new == 1
    assert one(standing(folder, "anna"), Kind.ENTITY, "told")


@pytest.mark.parametrize(("relations", "overlap"), PROJECTS)
def test_what_was_deleted_there_is_rejected_where_nothing_was_dropped_by_the_project(
    folder: Path, relations: bool, overlap: bool
) -> None:
    start = TEXT.index("Lina Mora")

    def edit(row: Row) -> None:
        if relations:
            row["entities"] = [e for e in row["entities"] if e["start_offset"] != start]
        else:
            row["label"] = [one for one in row["label"] if one[0] != start]

    done = brought(folder, relations, overlap, edit)
    person = one(standing(folder, "anna"), Kind.ENTITY, "Lina Mora")
    assert (person.state is State.REJECTED) is overlap
    assert len(done.told) == overlap


def test_labels_alone_say_nothing_of_links(folder: Path) -> None:
    brought(folder, False, True, who="bea")
    event = next(i for i in standing(folder, "bea") if i.kind is Kind.EVENT and len(i.spans) > 1)
    assert event.fields["actors"]


def test_comments_of_others_are_counted(folder: Path) -> None:
    done = brought(folder, True, True, lambda row: row.update(Comments=["who is this?"]))
    assert done.left_out["comments"] == 1
