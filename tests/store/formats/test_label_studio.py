"""Label Studio takes what goes out with the configuration for it, and its edits come back."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from depot import make_document
from quay import KEY, TEXT, at, fetch, one, reviewed, send, standing

from store.formats.document import Choice, Wishes
from store.formats.export import export
from store.items import Item, Kind, State

Result = dict[str, Any]
Results = list[Result]
DECIDED = {"type": "choices", "id": "g", "from_name": "decision"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


def written(configuration: bool = False) -> str:
    wishes = Wishes(Choice.ALL, configuration=configuration)
    files, _ = export("labelstudio", [make_document()], wishes)
    return dict(files)[""].decode()


def results() -> Iterator[Results]:
    (task,) = json.loads(written())
    for made in (*task["annotations"], *task["predictions"]):
        yield made["result"]


def values(tag: str, control: str | None = None) -> set[str]:
    """What the configuration offers, under a control if that is named."""
    root: ElementTree.Element | None = ElementTree.fromstring(written(configuration=True))
    if control is not None and root is not None:
        root = root.find(f"*[@name='{control}']")
    return {str(node.get("value")) for node in root.iter(tag)} if root is not None else set()


def test_the_configuration_offers_the_labels_and_roles_that_go_out_and_no_others() -> None:
    labels, roles = set(), set()
    for found in results():
        labels |= {label for each in found for label in each.get("value", {}).get("labels", ())}
        roles |= {role for each in found if each["type"] == "relation" for role in each["labels"]}
    assert (values("Label"), values("Relation")) == (labels, roles)
    assert values("Choice", "decision") == {state.value for state in State}


def test_predictions_have_the_labels_of_annotations() -> None:
    decided, suggested = (
        {tuple(each["value"]["labels"]) for each in found if each["type"] == "labels"}
        for found in results()
    )
    assert decided == suggested


def test_every_region_has_its_words_and_every_pair_one_relation() -> None:
    text = make_document().article.text
    for found in results():
        pairs = [(each["from_id"], each["to_id"]) for each in found if each["type"] == "relation"]
        assert len(pairs) == len(set(pairs))
        for value in (each["value"] for each in found if each["type"] == "labels"):
            assert value["text"] == text[value["start"] : value["end"]] != ""


def test_nobody_is_named_who_has_no_account_there() -> None:
    (task,) = json.loads(written())
    assert [annotation.keys() & {"completed_by"} for annotation in task["annotations"]] == [set()]


def test_its_own_reader_takes_configuration_and_tasks() -> None:
    interfaces = pytest.importorskip("label_studio_sdk.label_interface")
    interface = interfaces.LabelInterface(written(configuration=True))
    interface.validate()
    (task,) = json.loads(written())
    assert interface.validate_task({"data": task["data"]})
    assert all(map(interface.validate_annotation, task["annotations"]))
    (prediction,) = task["predictions"]
    assert interface.validate_prediction(prediction, return_errors=True) == []


def edited(folder: Path, edit: Callable[[Results], Results | None], **more: Any) -> Path:
    """What the program exports when somebody has changed the annotation there."""
    out = send(folder, "labelstudio", folder.parent / "out.json")
    (task,) = json.loads(out.read_text(encoding="utf-8"))
    (annotation,) = task["annotations"]
    found = edit(annotation["result"])
    annotation["result"] = annotation["result"] if found is None else found
    annotation |= {"id": 31, "completed_by": 1, "updated_at": "2026-01-02T03:04:05Z"}
    task |= {"id": 17, "predictions": [7], "drafts": [], "project": 3, **more}
    out.write_text(json.dumps([task]), encoding="utf-8")
    return out


def region(results: Results, words: str, label: str | None = None) -> Result:
    return next(
        each
        for each in results
        if each["type"] == "labels"
        and each["value"]["text"] == words
        and label in (None, *each["value"]["labels"])
    )


def without(results: Results, gone: Result) -> Results:
    """What is left when a region is deleted: its links and what was said of it go too."""
    ends = ("id", "from_id", "to_id")
    return [each for each in results if gone["id"] not in {each.get(end) for end in ends}]


def beside(results: Results, words: str, control: str, label: str | None = None) -> Result:
    ident = region(results, words, label)["id"]
    found = (each for each in results if each.get("id") == ident)
    return next(each for each in found if each.get("from_name") == control)


def brought(folder: Path, edit: Callable[[Results], Results | None], who: str = "anna") -> Any:
    done = fetch(folder, "labelstudio", edited(folder, edit), who, decisions=True)
    return done, standing(folder, who)


def test_what_nobody_changed_there_comes_back_as_it_was(folder: Path) -> None:
    before = standing(folder, "anna")
    done, after = brought(folder, lambda found: None)
    assert (done.new, done.changed, done.told, done.problems) == (0, 0, [], [])
    assert after == before


def test_a_region_that_was_drawn_there_is_accepted(folder: Path) -> None:
    place = {"start": at("told").start, "end": at("told").end, "labels": ["PERSON"]}
    drawn = {"id": "Xy7", "from_name": "label", "to_name": "text", "type": "labels", "value": place}
    done, after = brought(folder, lambda found: [*found, drawn])
    assert (done.new, done.changed) == (1, 0)
    assert one(after, Kind.ENTITY, "told").state is State.ACCEPTED


def test_a_region_that_was_deleted_there_is_rejected_and_told(folder: Path) -> None:
    def edit(found: Results) -> Results:
        return without(found, region(found, "Lina Mora"))

    done, after = brought(folder, edit)
    assert one(after, Kind.ENTITY, "Lina Mora").state is State.REJECTED
    assert any("deleted there" in line for line in done.told)


def test_an_annotation_that_was_begun_anew_rejects_nothing(folder: Path) -> None:
    place = {"start": at("told").start, "end": at("told").end, "labels": ["PERSON"]}
    drawn = {"id": "Xy7", "from_name": "label", "to_name": "text", "type": "labels", "value": place}
    before = standing(folder, "anna")
    done, after = brought(folder, lambda found: [drawn])
    assert (done.new, done.changed, len(after)) == (1, 0, len(before) + 1)


def test_a_deleted_first_mention_leaves_the_others(folder: Path) -> None:
    words = "Dockers"

    def edit(found: Results) -> Results:
        return without(found, region(found, words, "GROUP"))

    done, after = brought(folder, edit)
    (item,) = (i for i in after if i.kind is Kind.ENTITY and i.words == words)
    assert (item.spans, item.state) == ((at(words, 2),), State.CORRECTED)
    assert any("Dockers (group)" in line for line in done.told)


def _choose(control: str, value: str, words: str, label: str | None = None) -> Any:
    def edit(found: Results) -> None:
        beside(found, words, control, label)["value"]["choices"] = [value]

    return edit


def test_a_decision_that_was_changed_there_wins(folder: Path) -> None:
    done, after = brought(folder, _choose("decision", "accepted", "burned", "Attack"))
    assert one(after, Kind.EVENT, "burned").state is State.ACCEPTED
    assert len(done.told) == 1


def _without(control: str) -> Callable[[Results], Results]:
    return lambda found: [each for each in found if each.get("from_name") != control]


@pytest.mark.parametrize(
    ("control", "left"),
    [("note", lambda i: i.note), ("tags", lambda i: i.tags), ("flag", lambda i: i.flag)],
)
def test_what_was_taken_away_there_is_gone(
    folder: Path, control: str, left: Callable[[Item], object]
) -> None:
    assert any(map(left, standing(folder, "anna")))
    _, after = brought(folder, _without(control))
    assert not any(map(left, after))


def test_without_the_controls_for_decisions_they_stay_as_they_went_out(folder: Path) -> None:
    before = {item.id: item.state for item in standing(folder, "anna")}
    _, after = brought(folder, _without("decision"))
    assert {item.id: item.state for item in after} == before


def test_the_annotation_that_was_changed_last_counts(folder: Path) -> None:
    out = edited(folder, _choose("decision", "accepted", "burned", "Attack"))
    (task,) = json.loads(out.read_text(encoding="utf-8"))
    (annotation,) = task["annotations"]
    old = {**annotation, "result": [], "updated_at": "2025-01-02T03:04:05Z"}
    cancelled = {**annotation, "result": [], "updated_at": "2027-01-02", "was_cancelled": True}
    task["annotations"] = [old, annotation, cancelled]
    out.write_text(json.dumps([task]), encoding="utf-8")
    done = fetch(folder, "labelstudio", out, "anna", decisions=True)
    assert one(standing(folder, "anna"), Kind.EVENT, "burned").state is State.ACCEPTED
    assert done.left_out == {
        "annotations of a task that has a later one": 1,
        "annotations that were skipped there": 1,
    }


def test_predictions_alone_decide_nothing(folder: Path) -> None:
    out = edited(folder, lambda found: None, annotations=[])
    (task,) = json.loads(send(folder, "labelstudio", folder.parent / "2.json").read_text())
    place = {"start": 0, "end": 6, "labels": ["PERSON"]}
    task |= {
        "annotations": [],
        "predictions": [{"result": [{"id": "a", "type": "labels", "value": place}]}],
    }
    out.write_text(json.dumps([task]), encoding="utf-8")
    fetch(folder, "labelstudio", out, "cy", decisions=True)
    assert {item.state for item in standing(folder, "cy")} == {State.UNDECIDED}


@pytest.mark.parametrize(
    ("result", "problems", "left_out"),
    [
        ({"type": "labels", "value": {"start": -3, "end": 4, "labels": ["PERSON"]}}, 1, 0),
        ({"type": "labels", "value": {"start": "0", "end": 4, "labels": ["PERSON"]}}, 1, 0),
        ({"type": "labels", "value": {"start": 0, "end": 6, "labels": []}}, 1, 0),
        ({"type": "labels", "value": {"start": 0, "end": 6, "labels": 3}}, 1, 0),
        ({"type": "relation", "from_id": "q", "to_id": "r", "labels": ["Actor"]}, 1, 0),
        ({"type": "relation", "from_id": "g", "to_id": "g", "labels": []}, 0, 1),
        ({"type": "relation", "from_id": "g", "to_id": "g", "labels": ["Likes"]}, 0, 1),
        ({"type": "choices", "from_name": "mood", "value": {"choices": ["bad"]}}, 0, 1),
        ({"type": "rectanglelabels", "value": {}}, 0, 1),
        ("no object", 1, 0),
        (
            {**DECIDED, "value": {"choices": ["hm"]}},
            1,
            0,
        ),
    ],
)
def test_what_cannot_be_taken_is_named_or_counted(
    folder: Path, result: object, problems: int, left_out: int
) -> None:
    place = {"start": at("told").start, "end": at("told").end, "labels": ["PERSON"]}
    good = {"id": "g", "type": "labels", "value": place}
    task = {"data": {"text": TEXT, "key": KEY}, "annotations": [{"result": [good, result]}]}
    out = folder.parent / "foreign.json"
    out.write_text(json.dumps([task]), encoding="utf-8")
    done = fetch(folder, "labelstudio", out, "cy", decisions=True)
    assert (len(done.problems), done.left_out.total()) == (problems, left_out)
