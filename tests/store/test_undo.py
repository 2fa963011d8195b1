"""Every change can be taken back and done again, also after a restart."""

from pathlib import Path

import pytest
from harbour import at, one, reviewed

from store.annotations import Annotations
from store.errors import DamagedError
from store.history.journal import ARTICLE, Verb
from store.items import Item, Kind, State
from store.notes.notes_file import NotesFile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "harbour.json"


def reopened(annotations: Annotations, path: Path) -> Annotations:
    annotations.close()
    return reviewed(NotesFile(path))


def boats(annotations: Annotations) -> Item:
    return one(annotations, Kind.FIGURE, "12")


def test_undo_gives_the_item_as_it_was() -> None:
    annotations = reviewed()
    before = boats(annotations)
    annotations.correct(before.id, {"outcome": "sunk"}, [at("12 boats")])
    annotations.undo()
    assert annotations[before.id] == before


def test_redo_gives_it_as_it_had_become() -> None:
    annotations = reviewed()
    annotations.correct(boats(annotations).id, {"outcome": "sunk"})
    after = boats(annotations)
    annotations.undo()
    step = annotations.redo()
    assert step is not None
    assert (boats(annotations), step.verb) == (after, Verb.CORRECT)


def test_many_decisions_at_once_are_one_step() -> None:
    annotations = reviewed()
    annotations.decide_many([item.id for item in annotations.items()], State.REJECTED)
    annotations.undo()
    assert annotations.progress().undecided == len(annotations.items())


def test_a_new_change_ends_what_could_be_done_again() -> None:
    annotations = reviewed()
    annotations.decide(boats(annotations).id, State.ACCEPTED)
    annotations.undo()
    annotations.decide(boats(annotations).id, State.REJECTED)
    assert annotations.redo() is None
    assert annotations.next_redo is None


def test_with_nothing_to_undo_nothing_happens() -> None:
    annotations = reviewed()
    assert annotations.undo() is None
    assert annotations.history() == ()


def test_a_deleted_item_comes_back() -> None:
    annotations = reviewed()
    ident = annotations.add(Kind.EVENT, [at("fired")], {"kind": "Riots"})
    added = annotations[ident]
    annotations.delete(ident)
    annotations.undo()
    assert annotations[ident] == added


def test_what_was_said_of_the_article_is_taken_back() -> None:
    annotations = reviewed()
    annotations.tag(ARTICLE, ["port"])
    annotations.mark_read()
    annotations.undo()
    annotations.undo()
    assert (annotations.article_notes.read, annotations.article_notes.tags) == (False, ())


def test_undo_works_after_a_restart(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    before = boats(annotations)
    annotations.decide(before.id, State.ACCEPTED)
    annotations = reopened(annotations, path)
    annotations.undo()
    assert boats(annotations) == before


def test_redo_works_after_a_restart(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.decide(boats(annotations).id, State.ACCEPTED)
    annotations.undo()
    annotations = reopened(annotations, path)
    annotations.redo()
    assert boats(annotations).state is State.ACCEPTED


def test_an_own_item_can_be_redone_after_a_restart(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    ident = annotations.add(Kind.EVENT, [at("fired")], {"kind": "Riots"})
    annotations.undo()
    annotations = reopened(annotations, path)
    annotations.redo()
    assert annotations[ident].words == "fired"


def test_the_history_tells_who_did_what_when(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.decide(boats(annotations).id, State.ACCEPTED)
    annotations.note(ARTICLE, "wire copy")
    annotations.undo()
    history = reopened(annotations, path).history()
    assert [(step.number, step.verb, step.by) for step in history] == [
        (1, Verb.DECIDE, "anna"),
        (2, Verb.NOTE, "anna"),
        (3, Verb.UNDO, "anna"),
    ]
    assert sorted(step.at for step in history) == [step.at for step in history]


def test_a_journal_changed_by_hand_is_said_so(path: Path) -> None:
    annotations = reviewed(NotesFile(path))
    annotations.decide(boats(annotations).id, State.ACCEPTED)
    annotations.close()
    path.write_text(path.read_text().replace('"was":{"state"', '"was":{"id":"other","state"'))
    annotations = reviewed(NotesFile(path))
    with pytest.raises(DamagedError, match=r"journal\.1"):
        annotations.undo()
