"""Incidents joined, split and relieved of members: one step each, taken back as a whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from dockers import incident, member, reviewed
from hypothesis import given
from hypothesis import strategies as st

from extract.errors import DatelineError
from store.annotations import Annotations
from store.errors import InvalidValueError
from store.incidents import steps
from store.items import Item, Kind, State
from store.notes.notes_file import NotesFile
from store.wording import names


def joined(annotations: Annotations) -> Item:
    """The shooting, joined with the attack."""
    first, other = incident(annotations, "shot dead"), incident(annotations, "attacked")
    steps.join(annotations, other.id, first.id)
    return annotations[first.id]


def killed(item: Item) -> tuple[object, ...]:
    return tuple(item.fields[f"killed_{end}"] for end in ("low", "best", "high", "rule"))


def words_of(annotations: Annotations, item: Item) -> list[str]:
    return [one.words for one in annotations.members(item)]


def test_joining_unites_what_two_incidents_stand_on() -> None:
    annotations = reviewed()
    item = joined(annotations)
    assert words_of(annotations, item) == ["shot dead", "4", "shooting", "9", "attacked", "2"]
    assert [quote.exact for quote in item.quotes] == ["shot dead", "shooting", "attacked"]
    assert names(item.fields["side_a"]) == ["Gunmen", "raiders"]
    assert names(item.fields["sources"]) == ["police", "a witness"]
    assert item.fields["place"]["name"] == "Port Sille"


def test_joining_adds_up_different_people_and_leaves_other_numbers() -> None:
    item = joined(reviewed())
    assert killed(item) == (6, 6, 6, "sum")
    assert item.fields["injured_best"] == 9


def test_joining_corrects_one_and_rejects_the_other_with_a_remark() -> None:
    annotations = reviewed()
    other = incident(annotations, "attacked")
    item = joined(annotations)
    gone = annotations[other.id]
    assert (item.state, gone.state) == (State.CORRECTED, State.REJECTED)
    assert gone.note == "joined with Attack, 4 Mar 2024, Port Sille"
    assert (item.suggestion, gone.suggestion) == (
        incident(reviewed(), "shot dead").suggestion,
        other.suggestion,
    )


def test_numbers_set_by_hand_stay_in_every_step() -> None:
    annotations = reviewed()
    first = incident(annotations, "shot dead")
    numbers = {"killed_best": 5.0, "killed_high": 6.0, "killed_rule": "by hand"}
    annotations.correct(first.id, numbers)
    assert killed(joined(annotations)) == (4, 5, 6, "by hand")
    steps.take_out(annotations, first.id, member(annotations, "4"))
    assert killed(annotations[first.id]) == (4, 5, 6, "by hand")


def test_numbers_set_by_hand_in_the_other_come_along() -> None:
    annotations = reviewed()
    other = incident(annotations, "attacked")
    numbers = {"killed_best": 3.0, "killed_high": 3.0, "killed_rule": "by hand"}
    annotations.correct(other.id, numbers)
    assert killed(joined(annotations)) == (2, 3, 3, "by hand")


def test_a_rejected_figure_counts_nobody() -> None:
    annotations = reviewed()
    annotations.decide(member(annotations, "2"), State.REJECTED)
    assert killed(joined(annotations)) == (4, 4, 4, "stated")


def test_an_incident_without_figures_takes_the_numbers_of_the_other() -> None:
    annotations = reviewed()
    arrest, attack = incident(annotations, "arrested"), incident(annotations, "attacked")
    steps.join(annotations, attack.id, arrest.id)
    assert killed(annotations[arrest.id]) == killed(attack)


def test_a_figure_taken_out_is_counted_no_more() -> None:
    annotations = reviewed()
    item = joined(annotations)
    steps.take_out(annotations, item.id, member(annotations, "4"))
    after = annotations[item.id]
    assert killed(after) == (2, 2, 2, "stated")
    assert "4" not in words_of(annotations, after)


def test_a_mention_taken_out_leaves_no_words_and_no_source_of_its_own() -> None:
    annotations = reviewed()
    item = joined(annotations)
    steps.take_out(annotations, item.id, member(annotations, "shooting"))
    after = annotations[item.id]
    assert [quote.exact for quote in after.quotes] == ["shot dead", "attacked"]
    assert killed(after) == killed(item)
    assert names(after.fields["sources"]) == ["police", "a witness"]


def test_a_source_that_only_what_was_taken_out_names_goes_with_it() -> None:
    annotations = reviewed()
    item = incident(annotations, "attacked")
    steps.take_out(annotations, item.id, member(annotations, "attacked"))
    assert names(annotations[item.id].fields["sources"]) == ["a witness"]
    assert names(annotations[item.id].fields["side_a"]) == []


def test_splitting_parts_the_members_and_makes_the_numbers_of_both_anew() -> None:
    annotations = reviewed()
    item = joined(annotations)
    new = steps.split(annotations, item.id, member(annotations, "attacked"))
    first, second = annotations[item.id], annotations[new]
    assert words_of(annotations, first) == ["shot dead", "4", "shooting", "9"]
    assert words_of(annotations, second) == ["attacked", "2"]
    assert (killed(first)[1], killed(second)[1]) == (4, 2)
    assert (first.state, second.state) == (State.CORRECTED, State.ADDED)


def test_the_new_incident_has_place_sides_and_sources_of_its_events() -> None:
    annotations = reviewed()
    item = joined(annotations)
    new = steps.split(annotations, item.id, member(annotations, "attacked"))
    fields = annotations[new].fields
    assert (names(fields["side_a"]), fields["place"]["name"]) == (["raiders"], "Old Mole")
    assert names(fields["sources"]) == ["a witness"]
    assert fields["injured_best"] is None


def test_figures_alone_become_an_incident_of_the_same_type_and_sides() -> None:
    annotations = reviewed()
    item = incident(annotations, "shot dead")
    new = steps.split(annotations, item.id, member(annotations, "9"))
    fields = annotations[new].fields
    assert (fields["kind"], names(fields["side_a"])) == (item.fields["kind"], ["Gunmen"])
    assert (fields["injured_best"], annotations[item.id].fields["injured_best"]) == (9, None)


@pytest.mark.parametrize("step", [steps.take_out, steps.split])
@pytest.mark.parametrize(("words", "part"), [("arrested", "arrested"), ("attacked", "4")])
def test_nothing_is_taken_that_is_all_of_an_incident_or_none_of_it(
    step: Callable[[Annotations, str, str], object], words: str, part: str
) -> None:
    annotations = reviewed()
    with pytest.raises(InvalidValueError):
        step(annotations, incident(annotations, words).id, member(annotations, part))
    assert annotations.history() == ()


def test_an_incident_is_not_joined_to_itself() -> None:
    annotations = reviewed()
    item = incident(annotations, "attacked")
    with pytest.raises(InvalidValueError):
        steps.join(annotations, item.id, item.id)


def test_one_split_off_and_joined_again_is_gone() -> None:
    annotations = reviewed()
    item = incident(annotations, "shot dead")
    new = steps.split(annotations, item.id, member(annotations, "shooting"))
    steps.join(annotations, new, item.id)
    assert new not in annotations
    assert words_of(annotations, annotations[item.id]) == words_of(annotations, item)


sequences = st.lists(
    st.tuples(st.sampled_from(["join", "take out", "split"]), st.integers(0, 9), st.integers(0, 9)),
    min_size=1,
    max_size=6,
)


def act(annotations: Annotations, what: str, one: int, other: int) -> None:
    """Join, split or take out, whichever the numbers choose; what cannot be is left undone."""
    known = annotations.items(Kind.INCIDENT)
    item = known[one % len(known)]
    members = annotations.members(item)
    try:
        if what == "join":
            steps.join(annotations, known[other % len(known)].id, item.id)
        else:
            step = steps.split if what == "split" else steps.take_out
            step(annotations, item.id, members[other % len(members)].id)
    except DatelineError:
        assert len(members) == 1 or what != "take out"


@given(sequences)
def test_any_steps_are_taken_back_and_done_again_one_by_one(
    chosen: list[tuple[str, int, int]],
) -> None:
    annotations = reviewed()
    was = [annotations.items()]
    for what, one, other in chosen:
        act(annotations, what, one, other)
        if len(annotations.history()) == len(was):
            was.append(annotations.items())
    for before in reversed(was[:-1]):
        annotations.undo()
        assert annotations.items() == before
    for after in was[1:]:
        annotations.redo()
        assert annotations.items() == after


@given(sequences)
def test_every_incident_stands_on_its_members_and_counts_no_figure_of_others(
    chosen: list[tuple[str, int, int]],
) -> None:
    annotations = reviewed()
    for what, one, other in chosen:
        act(annotations, what, one, other)
    for item in annotations.items(Kind.INCIDENT):
        if item.state is State.REJECTED:
            continue
        deaths = [m for m in annotations.members(item) if m.fields.get("outcome") == "killed"]
        told = [m.fields["point"] for m in deaths]
        assert annotations.members(item)
        assert item.fields["killed_best"] == (sum(told) if told else None)


def test_after_a_restart_it_is_as_it_was_and_can_be_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "quay.json"
    annotations = reviewed(NotesFile(path))
    before = annotations.items()
    item = joined(annotations)
    steps.split(annotations, item.id, member(annotations, "attacked"))
    after = annotations.items()
    annotations.close()
    again = reviewed(NotesFile(path))
    assert again.items() == after
    again.undo()
    again.undo()
    assert [i.fields for i in again.items()] == [i.fields for i in before]
    again.redo()
    again.redo()
    assert [i.fields for i in again.items()] == [i.fields for i in after]
    again.close()


def test_one_split_off_where_another_was_rejected_is_told_from_it_after_a_restart(
    tmp_path: Path,
) -> None:
    path = tmp_path / "quay.json"
    annotations = reviewed(NotesFile(path))
    item = joined(annotations)
    steps.split(annotations, item.id, member(annotations, "attacked"))
    annotations.close()
    again = reviewed(NotesFile(path))
    again.undo()
    again.undo()
    assert incident(again, "attacked").state is State.UNDECIDED
    again.close()


def test_what_was_joined_stays_joined_when_the_suggestions_are_taken_in_again() -> None:
    annotations = reviewed()
    item = joined(annotations)
    annotations.suggest(reviewed().items())
    assert annotations[item.id].fields == item.fields
    assert incident(annotations, "attacked").state is State.REJECTED


def test_what_is_split_off_has_place_and_day_of_its_incident_where_it_tells_none() -> None:
    annotations = reviewed()
    first = incident(annotations, "shot dead")
    new = steps.split(annotations, first.id, member(annotations, "shooting"))
    fields = annotations[new].fields
    assert fields["place"]["name"] == "Port Sille"
    assert fields["when"] == first.fields["when"]
    assert fields["civilian_targeting"]
