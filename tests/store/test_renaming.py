"""A corrected name or place is the same in all that names it."""

from pathlib import Path
from typing import Any

import pytest
from harbour import at, one, reviewed

from store.annotations import Annotations
from store.items import Kind, State
from store.notes.notes_file import NotesFile
from store.references import is_reference


@pytest.fixture
def notes(tmp_path: Path) -> Annotations:
    return reviewed(NotesFile(tmp_path / "harbour.json"))


def mentions(notes: Annotations, *states: State) -> set[str]:
    """Names in the references of the items in these states."""
    found: set[str] = set()

    def gather(value: Any) -> None:
        if isinstance(value, list):
            for part in value:
                gather(part)
        elif is_reference(value):
            found.add(value["name"])

    for item in notes.items():
        if item.state in states:
            for value in item.fields.values():
                gather(value)
    return found


DECIDED = (State.ACCEPTED, State.CORRECTED, State.ADDED)


def accept_all(notes: Annotations) -> None:
    notes.decide_many([item.id for item in notes.items()], State.ACCEPTED)


def test_a_new_name_reaches_what_was_accepted_before(notes: Annotations) -> None:
    accept_all(notes)
    bay = one(notes, Kind.ENTITY, "Ostrava Bay")
    assert "Ostrava Bay" in mentions(notes, *DECIDED)
    notes.correct(bay.id, {"name": "Bay of Ostrava"})
    assert "Bay of Ostrava" in mentions(notes, *DECIDED)
    assert "Ostrava Bay" not in mentions(notes, *DECIDED)


def test_a_new_name_reaches_what_is_accepted_later(notes: Annotations) -> None:
    bay = one(notes, Kind.ENTITY, "Ostrava Bay")
    notes.correct(bay.id, {"name": "Bay of Ostrava"})
    accept_all(notes)
    assert "Bay of Ostrava" in mentions(notes, *DECIDED)
    assert "Ostrava Bay" not in mentions(notes, *DECIDED)


def test_a_name_corrected_again_reaches_all_again(notes: Annotations) -> None:
    accept_all(notes)
    bay = one(notes, Kind.ENTITY, "Ostrava Bay")
    notes.correct(bay.id, {"name": "Bay of Ostrava"})
    notes.correct(bay.id, {"name": "The Bay"})
    assert "The Bay" in mentions(notes, *DECIDED)
    assert not {"Ostrava Bay", "Bay of Ostrava"} & mentions(notes, *DECIDED)


def test_a_new_name_is_one_step_that_can_be_undone_and_redone(
    notes: Annotations, tmp_path: Path
) -> None:
    accept_all(notes)
    before = notes.items()
    notes.correct(one(notes, Kind.ENTITY, "Ostrava Bay").id, {"name": "The Bay"})
    renamed = notes.items()
    notes.undo()
    assert [(i.id, i.state, i.fields) for i in notes.items()] == [
        (i.id, i.state, i.fields) for i in before
    ]
    notes.redo()
    assert [i.fields for i in notes.items()] == [i.fields for i in renamed]
    notes.close()
    again = reviewed(NotesFile(tmp_path / "harbour.json"))
    assert "The Bay" in mentions(again, *DECIDED)


def test_nothing_undecided_or_rejected_is_decided_by_a_new_name(notes: Annotations) -> None:
    event = notes.items(Kind.EVENT)[0]
    notes.decide(event.id, State.REJECTED)
    bay = one(notes, Kind.ENTITY, "Ostrava Bay")
    notes.correct(bay.id, {"name": "The Bay"})
    assert notes[event.id].state is State.REJECTED
    others = {item.state for item in notes.items() if item.id not in (event.id, bay.id)}
    assert others == {State.UNDECIDED}


def test_words_quoted_from_the_text_stay_as_they_are(notes: Annotations) -> None:
    accept_all(notes)
    monitor = one(notes, Kind.ENTITY, "Coast Monitor")
    notes.correct(monitor.id, {"name": "The Monitor"})
    source = one(notes, Kind.SOURCE, "Coast Monitor")
    assert source.fields["entity"]["name"] == "The Monitor"
    assert source.fields["name"] == "The Monitor"


def test_a_new_place_of_an_event_is_that_of_its_figures(notes: Annotations) -> None:
    accept_all(notes)
    figures = [item for item in notes.items(Kind.FIGURE) if item.fields["event"]]
    figure = figures[0]
    event = notes.find(figure.fields["event"], Kind.EVENT)
    assert event is not None
    place = {"name": "harbour", "start": at("harbour").start, "end": at("harbour").end}
    notes.correct(event.id, {"place": place})
    assert notes[figure.id].fields["place"] == notes[event.id].fields["place"]
