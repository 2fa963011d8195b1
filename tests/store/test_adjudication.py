"""A third annotator settles what two decided differently, and each item's origin is kept."""

from pathlib import Path

import pytest

from extract.load.report import from_text
from extract.records import Article, Span
from store.adjudication import Adjudication
from store.anchoring.quoting import quotes
from store.annotations import Annotations
from store.items import Item, Kind, State, Suggestion
from store.notes.notes_file import NotesFile

TEXT = "Police in Beira freed nine fishermen on Friday, the governor said."
ARTICLE: Article = from_text(TEXT, key="beira")


def suggested(ident: str, words: str, **fields: object) -> Item:
    start = TEXT.index(words)
    found = quotes(TEXT, [Span(start, start + len(words))])
    return Item(ident, Kind.ENTITY, Suggestion("1", found, {"name": words, **fields}))


SUGGESTED = (
    suggested("e1", "Police", label="ORG"),
    suggested("e2", "Beira", label="PLACE"),
    suggested("e3", "fishermen", label="GROUP"),
)


def session(name: str, *states: State, folder: Path | None = None) -> Annotations:
    path = folder / f"{name}.json" if folder else None
    made = Annotations(ARTICLE, name, NotesFile(path))
    made.suggest(SUGGESTED)
    for item, state in zip(SUGGESTED, states, strict=False):
        made.decide(item.id, state)
    return made


@pytest.fixture
def adjudication() -> Adjudication:
    first = session("anna", State.ACCEPTED, State.ACCEPTED, State.REJECTED)
    second = session("bea", State.ACCEPTED, State.REJECTED, State.REJECTED)
    second.correct("e1", {"label": "GROUP"})
    third = Annotations(ARTICLE, "chair", NotesFile())
    made = Adjudication(third, first, second)
    made.begin()
    return made


def states(made: Adjudication) -> dict[str, tuple[State, str]]:
    return {item.id: (item.state, item.origin) for item in made.result.items()}


def test_only_what_differs_is_open(adjudication: Adjudication) -> None:
    assert states(adjudication) == {
        "e1": (State.UNDECIDED, "anna or bea"),
        "e2": (State.UNDECIDED, "anna or bea"),
        "e3": (State.REJECTED, "anna and bea"),
    }
    assert [difference.id for difference in adjudication.differences()] == ["e1", "e2"]


def test_both_decisions_can_be_seen(adjudication: Adjudication) -> None:
    found = adjudication.difference("e1")
    assert found is not None
    assert found.first is not None
    assert found.second is not None
    assert (found.first.fields["label"], found.second.fields["label"]) == ("ORG", "GROUP")


def test_taking_the_second_takes_the_correction_too(adjudication: Adjudication) -> None:
    adjudication.take("e1", 2)
    item = adjudication.result["e1"]
    assert (item.state, item.fields["label"], item.origin) == (State.CORRECTED, "GROUP", "bea")


def test_taking_a_rejection_rejects(adjudication: Adjudication) -> None:
    adjudication.take("e2", 2)
    assert states(adjudication)["e2"] == (State.REJECTED, "bea")


def test_one_undo_takes_a_settlement_back(adjudication: Adjudication) -> None:
    adjudication.take("e2", 1)
    adjudication.result.undo()
    assert states(adjudication)["e2"] == (State.UNDECIDED, "anna or bea")


def test_what_one_alone_added_is_open_and_can_be_turned_down() -> None:
    first, second = session("anna"), session("bea")
    ident = first.add(Kind.ENTITY, [Span(22, 36)], {"label": "GROUP", "name": "nine fishermen"})
    made = Adjudication(Annotations(ARTICLE, "chair", NotesFile()), first, second)
    made.begin()
    assert states(made) == {ident: (State.UNDECIDED, "anna")}
    made.take(ident, 2)
    assert states(made)[ident][0] is State.REJECTED
    made.take(ident, 1)
    assert states(made)[ident] == (State.ACCEPTED, "anna")


def test_what_was_settled_stays_when_it_is_opened_again(tmp_path: Path) -> None:
    first = session("anna", State.ACCEPTED)
    second = session("bea", State.REJECTED)
    third = Annotations(ARTICLE, "chair", NotesFile(tmp_path / "chair.json"))
    made = Adjudication(third, first, second)
    made.begin()
    made.take("e1", 1)
    third.close()
    again = Annotations(ARTICLE, "chair", NotesFile(tmp_path / "chair.json"))
    reopened = Adjudication(again, first, second)
    reopened.begin()
    assert states(reopened) == {"e1": (State.ACCEPTED, "anna")}
