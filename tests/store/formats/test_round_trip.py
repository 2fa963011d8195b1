"""Out and in again is the same store: for every format that comes back, whoever takes it in."""

from dataclasses import replace
from pathlib import Path

import pytest
from quay import fetch, reviewed, seen, send, standing

from store.formats.codecs import EXPORTS, IMPORTS
from store.formats.document import STANDING_STATES, Choice
from store.items import State

FORMATS = {
    name: f"out{EXPORTS[name].suffix}"
    for name in sorted(EXPORTS.keys() & IMPORTS.keys())
    if not EXPORTS[name].carries.everything
}
WITH_STATES = [name for name in FORMATS if EXPORTS[name].carries.states]
CHOICES = list(Choice)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


@pytest.fixture(params=FORMATS)
def form(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("decisions", [True, False])
def test_for_the_same_person_nothing_changes(
    folder: Path, form: str, decisions: bool, choice: Choice
) -> None:
    before = standing(folder, "anna")
    out = send(folder, form, folder.parent / FORMATS[form], choice=choice)
    brought = fetch(folder, form, out, "anna", decisions)
    assert (brought.problems, brought.told, brought.new, brought.changed) == ([], [], 0, 0)
    assert standing(folder, "anna") == before


@pytest.mark.parametrize("form", WITH_STATES)
def test_for_another_person_all_is_decided_as_it_was(folder: Path, form: str) -> None:
    out = send(folder, form, folder.parent / FORMATS[form])
    brought = fetch(folder, form, out, "bea", decisions=True)
    assert brought.problems == []
    assert seen(standing(folder, "bea")) == seen(standing(folder, "anna"))


@pytest.mark.parametrize("form", WITH_STATES)
def test_in_a_folder_of_its_own_too(folder: Path, form: str, tmp_path: Path) -> None:
    out = send(folder, form, folder.parent / FORMATS[form])
    (tmp_path / "other").mkdir()
    assert fetch(tmp_path / "other", form, out, "anna", decisions=True).problems == []
    assert seen(standing(tmp_path / "other", "anna")) == seen(standing(folder, "anna"))


def test_as_suggestions_nothing_is_decided_and_nothing_is_there_twice(
    folder: Path, form: str
) -> None:
    out = send(folder, form, folder.parent / FORMATS[form])
    assert fetch(folder, form, out, "bea", decisions=False).problems == []
    theirs = standing(folder, "bea")
    assert {item.state for item in theirs} == {State.UNDECIDED}
    undecided = [replace(one, state=State.UNDECIDED) for one in seen(standing(folder, "anna"))]
    if form in WITH_STATES:
        assert seen(theirs) == undecided
    if EXPORTS[form].carries.values:  # else a figure that was widened is another one
        assert len(theirs) == len(undecided)


def test_brought_in_again_nothing_changes(folder: Path, form: str) -> None:
    out = send(folder, form, folder.parent / FORMATS[form])
    for decisions in (False, True):
        fetch(folder, form, out, "bea", decisions)
        before = standing(folder, "bea")
        again = fetch(folder, form, out, "bea", decisions)
        assert (again.new, again.changed) == (0, 0)
        assert standing(folder, "bea") == before


def test_a_format_without_decisions_brings_suggestions(folder: Path) -> None:
    out = send(folder, "doccano", folder.parent / "out.jsonl")
    fetch(folder, "doccano", out, "bea", decisions=True)
    assert {item.state for item in standing(folder, "bea")} == {State.UNDECIDED}


def test_what_has_no_decision_is_accepted_where_that_is_asked_for(folder: Path) -> None:
    out = send(folder, "doccano", folder.parent / "out.jsonl")
    fetch(folder, "doccano", out, "bea", decisions=True, accept_unmarked=True)
    standing_here = [i for i in standing(folder, "anna") if i.state in STANDING_STATES]
    accepted = [i for i in standing(folder, "bea") if i.state in STANDING_STATES]
    assert [i.spans for i in accepted] == [i.spans for i in standing_here]


def test_what_is_rejected_here_stays_so_even_then(folder: Path) -> None:
    before = [item for item in standing(folder, "anna") if item.state is State.REJECTED]
    out = send(folder, "doccano", folder.parent / "out.jsonl")
    fetch(folder, "doccano", out, "anna", decisions=True, accept_unmarked=True)
    after = [item for item in standing(folder, "anna") if item.state is State.REJECTED]
    assert before == after != []
