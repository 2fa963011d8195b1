"""A newer version of the reader never undoes a decision."""

from dataclasses import replace

import pytest
from harbour import at, items, one, reviewed

from store.anchoring.quoting import quotes
from store.annotations import Annotations
from store.items import Item, Kind, State, Suggestion


def newer(*, without: str = "", **fields: object) -> list[Item]:
    """The suggestions of a newer reader, which leaves one out or gives figures other fields."""
    fresh = [item for item in items("2") if item.words != without]
    return [with_fields(item, fields) if item.kind is Kind.FIGURE else item for item in fresh]


def with_fields(item: Item, fields: dict[str, object]) -> Item:
    assert item.suggestion
    changed = replace(item.suggestion, fields={**item.suggestion.fields, **fields})
    return replace(item, suggestion=changed)


@pytest.fixture
def annotations() -> Annotations:
    return reviewed()


@pytest.fixture
def boats(annotations: Annotations) -> Item:
    return one(annotations, Kind.FIGURE, "12")


def test_a_decision_answers_the_suggestion_it_was_made_on(
    annotations: Annotations, boats: Item
) -> None:
    annotations.decide(boats.id, State.ACCEPTED)
    annotations.suggest(newer(outcome="sunk"))
    after = annotations[boats.id]
    assert (after.state, after.fields["outcome"]) == (State.ACCEPTED, "seized")
    assert after.suggestion
    assert after.suggestion.reader == "1"


def test_an_undecided_item_takes_the_newer_suggestion(
    annotations: Annotations, boats: Item
) -> None:
    annotations.note(boats.id, "boats?")
    annotations.suggest(newer(outcome="sunk"))
    after = annotations[boats.id]
    assert (after.fields["outcome"], after.note) == ("sunk", "boats?")


def test_a_decided_item_stays_when_it_is_no_longer_suggested(
    annotations: Annotations, boats: Item
) -> None:
    annotations.decide(boats.id, State.ACCEPTED)
    annotations.suggest(newer(without="12"))
    assert annotations[boats.id].state is State.ACCEPTED
    assert not annotations[boats.id].suggested


def test_an_undecided_item_goes_when_it_is_no_longer_suggested(
    annotations: Annotations, boats: Item
) -> None:
    assert boats.id in annotations.suggest(newer(without="12"))
    assert boats.id not in annotations


def test_an_item_with_a_note_stays(annotations: Annotations, boats: Item) -> None:
    annotations.note(boats.id, "boats?")
    annotations.suggest(newer(without="12"))
    assert boats.id in annotations


def test_new_suggestions_come_undecided(annotations: Annotations) -> None:
    annotations.decide_many([item.id for item in annotations.items()], State.ACCEPTED)
    there = items()[0]
    assert there.suggestion
    found = quotes("Fishermen seized", [at("Fishermen")])
    more = replace(there, id="e00", suggestion=Suggestion("2", found, there.suggestion.fields))
    annotations.suggest([*newer(), replace(more, kind=Kind.EVENT)])
    assert annotations["e00"].state is State.UNDECIDED


def test_an_entity_is_known_again_by_another_of_its_mentions(annotations: Annotations) -> None:
    monitor = one(annotations, Kind.ENTITY, "Coast Monitor")
    annotations.decide(monitor.id, State.ACCEPTED)
    fresh = [shorter(item) if item.id == monitor.id else item for item in items("2")]
    annotations.suggest(fresh)
    assert len(annotations.items()) == len(items())
    assert annotations[monitor.id].suggested


def shorter(item: Item) -> Item:
    """The item without its first place, as another reader's id would have it."""
    assert item.suggestion
    rest = replace(item.suggestion, quotes=item.suggestion.quotes[1:])
    return replace(item, id="e11", suggestion=rest)


def test_what_was_added_by_hand_is_not_suggested_once_more(annotations: Annotations) -> None:
    annotations.suggest(newer(without="12"))
    ident = annotations.add(Kind.FIGURE, [at("12")], {"point": 12, "outcome": "seized"})
    annotations.suggest(newer())
    assert [item.id for item in annotations.items(Kind.FIGURE) if item.words == "12"] == [ident]
    assert annotations[ident].state is State.ADDED


def test_the_same_reading_again_changes_nothing(annotations: Annotations, boats: Item) -> None:
    annotations.decide(boats.id, State.REJECTED)
    before = annotations.items()
    assert annotations.suggest(items()) == ()
    assert annotations.items() == before


def test_an_undone_decision_can_be_redone_though_nothing_suggests_it_now(
    annotations: Annotations, boats: Item
) -> None:
    annotations.decide(boats.id, State.ACCEPTED)
    annotations.undo()
    annotations.suggest(newer(without="12"))
    annotations.redo()
    assert annotations[boats.id].state is State.ACCEPTED


def test_what_was_foreseen_is_what_suggesting_makes(annotations: Annotations) -> None:
    fresh = newer(without="12", outcome="sunk")
    other = reviewed()
    other.suggest(fresh)
    assert annotations.adopt(fresh, annotations.foresee(fresh))
    assert annotations.items() == other.items()


def test_a_decision_made_meanwhile_is_kept_when_the_suggestions_come(
    annotations: Annotations, boats: Item
) -> None:
    fresh = newer(outcome="sunk")
    foreseen = annotations.foresee(fresh)
    annotations.decide(boats.id, State.REJECTED)
    assert not annotations.adopt(fresh, foreseen)
    assert annotations[boats.id].state is State.REJECTED
