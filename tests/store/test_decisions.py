"""What a person does to an item."""

import pytest
from harbour import Clock, article, at, items, one, reviewed

from extract.records import Span
from store.annotations import Annotations
from store.errors import InvalidValueError, UnknownItemError
from store.history.journal import ARTICLE
from store.items import Item, Kind, State


@pytest.fixture
def open_report() -> Annotations:
    return reviewed()


@pytest.fixture
def boats(open_report: Annotations) -> Item:
    return one(open_report, Kind.FIGURE, "12")


@pytest.mark.parametrize("state", [State.ACCEPTED, State.REJECTED, State.SKIPPED])
def test_a_decision_is_signed_and_dated(
    open_report: Annotations, boats: Item, state: State
) -> None:
    assert open_report.decide(boats.id, state) == (boats.id,)
    after = open_report[boats.id]
    assert (after.state, after.by, after.at) == (state, "anna", open_report.history()[-1].at)


def test_the_same_decision_again_is_no_change(open_report: Annotations, boats: Item) -> None:
    open_report.decide(boats.id, State.ACCEPTED)
    assert open_report.decide(boats.id, State.ACCEPTED) == ()
    assert len(open_report.history()) == 1


@pytest.mark.parametrize("state", [State.CORRECTED, State.ADDED])
def test_nothing_is_corrected_or_added_by_decision(
    open_report: Annotations, boats: Item, state: State
) -> None:
    with pytest.raises(InvalidValueError, match="by a change"):
        open_report.decide(boats.id, state)


def test_a_correction_keeps_the_suggestion(open_report: Annotations, boats: Item) -> None:
    open_report.correct(boats.id, {"point": 13, "low": 13, "high": 13, "outcome": "seized"})
    after = open_report[boats.id]
    assert after.state is State.CORRECTED
    assert after.correction == {"point": 13, "low": 13, "high": 13}
    assert after.suggestion == boats.suggestion
    assert (after.fields["point"], after.fields["outcome"]) == (13, "seized")


def test_correcting_back_to_the_suggestion_accepts_it(
    open_report: Annotations, boats: Item
) -> None:
    open_report.correct(boats.id, {"outcome": "sunk"})
    open_report.correct(boats.id, {"outcome": "seized"})
    assert (open_report[boats.id].state, open_report[boats.id].correction) == (State.ACCEPTED, {})


def test_boundaries_are_corrected_too(open_report: Annotations, boats: Item) -> None:
    open_report.correct(boats.id, spans=[at("12 boats")])
    after = open_report[boats.id]
    assert (after.state, after.words) == (State.CORRECTED, "12 boats")


def test_accepting_a_corrected_item_leaves_it_corrected(
    open_report: Annotations, boats: Item
) -> None:
    open_report.correct(boats.id, {"outcome": "sunk"})
    open_report.decide(boats.id, State.REJECTED)
    open_report.decide(boats.id, State.ACCEPTED)
    assert open_report[boats.id].state is State.CORRECTED


def test_taking_a_decision_back_takes_the_correction_back(
    open_report: Annotations, boats: Item
) -> None:
    open_report.correct(boats.id, {"outcome": "sunk"}, [at("12 boats")])
    open_report.decide(boats.id, State.UNDECIDED)
    assert open_report[boats.id].fields == boats.fields
    assert open_report[boats.id].words == "12"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"colour": "red"}, "a figure has no 'colour'"),
        ({"point": "many"}, "'point': expected"),
        ({"qualifier": "roughly"}, "'qualifier': invalid enum value"),
        ({"low": 5, "high": 3}, "'point' .* is more than 'high'"),
        ({"source": {"start": 3}}, "'source': object missing required field `name`"),
        ({"outcome": ""}, "'outcome': expected `str` of length >= 1"),
    ],
)
def test_a_wrong_value_is_named_and_nothing_is_changed(
    open_report: Annotations, boats: Item, fields: dict[str, object], message: str
) -> None:
    with pytest.raises(InvalidValueError, match=message):
        open_report.correct(boats.id, fields)
    assert open_report[boats.id] == boats
    assert open_report.history() == ()


def test_what_is_low_may_not_be_above_a_suggested_high(
    open_report: Annotations, boats: Item
) -> None:
    with pytest.raises(InvalidValueError, match=r"'low' .* is more than 'point'"):
        open_report.correct(boats.id, {"low": 20})


def test_words_outside_the_text_cannot_be_chosen(open_report: Annotations, boats: Item) -> None:
    with pytest.raises(InvalidValueError, match="no words at"):
        open_report.correct(boats.id, spans=[Span(5, 9999)])


def test_an_added_item_is_ones_own(open_report: Annotations) -> None:
    ident = open_report.add(Kind.ENTITY, [at("guards")], {"label": "GROUP", "name": "guards"})
    added = open_report[ident]
    assert (added.state, added.origin, added.words) == (State.ADDED, "anna", "guards")
    assert added in open_report.items(Kind.ENTITY)


def test_an_added_item_needs_what_its_kind_needs(open_report: Annotations) -> None:
    with pytest.raises(InvalidValueError, match="an entity needs a 'name'"):
        open_report.add(Kind.ENTITY, [at("guards")], {"label": "GROUP"})


def test_adding_needs_words(open_report: Annotations) -> None:
    with pytest.raises(InvalidValueError, match="no words are selected"):
        open_report.add(Kind.EVENT, [], {"kind": "Protests"})


def test_two_items_of_the_same_words_have_two_ids(open_report: Annotations) -> None:
    first = open_report.add(Kind.EVENT, [at("fired")], {"kind": "Riots"})
    second = open_report.add(Kind.EVENT, [at("fired")], {"kind": "Protests"})
    assert first != second


def test_an_own_item_can_be_deleted(open_report: Annotations) -> None:
    ident = open_report.add(Kind.EVENT, [at("fired")], {"kind": "Riots"})
    assert open_report.delete(ident) == (ident,)
    assert ident not in open_report


def test_a_suggestion_cannot_be_deleted(open_report: Annotations, boats: Item) -> None:
    with pytest.raises(InvalidValueError, match="reject it"):
        open_report.delete(boats.id)


def test_notes_tags_and_flags_leave_an_item_undecided(
    open_report: Annotations, boats: Item
) -> None:
    open_report.note(boats.id, "  ask the port ")
    open_report.tag(boats.id, ["boats", "urgent", "boats", " "])
    open_report.flag(boats.id, True)
    after = open_report[boats.id]
    assert (after.note, after.tags, after.flag) == ("ask the port", ("boats", "urgent"), True)
    assert after.state is State.UNDECIDED


def test_the_article_has_a_note_tags_and_a_flag_too(open_report: Annotations) -> None:
    assert open_report.note(ARTICLE, "syndicated copy") == (ARTICLE,)
    open_report.tag(ARTICLE, ["port"])
    open_report.flag(ARTICLE, True)
    open_report.mark_read()
    article_notes = open_report.article_notes
    assert (article_notes.note, article_notes.tags, article_notes.flag, article_notes.read) == (
        "syndicated copy", ("port",), True, True
    )  # fmt: skip


def test_an_unknown_item_is_named() -> None:
    with pytest.raises(UnknownItemError, match="there is no item 'v00'"):
        reviewed().decide("v00", State.ACCEPTED)


def test_progress_counts_what_was_decided(open_report: Annotations, boats: Item) -> None:
    others = [item.id for item in open_report.items(Kind.ENTITY)]
    open_report.decide_many(others, State.ACCEPTED)
    open_report.decide(boats.id, State.SKIPPED)
    open_report.note(boats.id, "?")
    progress = open_report.progress()
    assert (progress.items, progress.decided, progress.accepted) == (len(items()), 4, 4)
    assert (progress.skipped, progress.notes, progress.undecided) == (1, 1, len(items()) - 5)


def test_items_alike_have_the_same_words_and_label(open_report: Annotations) -> None:
    first = open_report.add(Kind.EVENT, [at("wounded")], {"kind": "Riots"})
    second = open_report.add(Kind.EVENT, [at("wounded", 2)], {"kind": "Riots"})
    open_report.add(Kind.EVENT, [at("hospital")], {"kind": "Riots"})
    assert set(open_report.alike(open_report[first])) == {first, second}


def test_a_reference_leads_to_its_item(open_report: Annotations, boats: Item) -> None:
    source = open_report.find(boats.fields["source"], Kind.SOURCE)
    assert source is not None
    assert source.fields["name"] == "Coast Monitor"


def test_a_reference_without_a_place_leads_by_name(open_report: Annotations) -> None:
    found = open_report.find({"name": "a doctor"}, Kind.SOURCE)
    assert found is not None
    assert found.span == at("a doctor")


def test_a_reference_to_nothing_known_leads_nowhere(open_report: Annotations) -> None:
    assert open_report.find({"name": "the mayor"}, Kind.SOURCE) is None


def test_coverage_counts_every_character_once() -> None:
    open_report = Annotations(article(), "anna", clock=Clock())
    whole = len(open_report.article.text)
    span = at("Fishermen")
    open_report.see(span)
    open_report.see(span)
    assert open_report.coverage == pytest.approx(len("Fishermen") / whole)


def test_two_entities_are_joined_and_parted_again_by_one_undo() -> None:
    annotations = reviewed()
    fishermen = one(annotations, Kind.ENTITY, "Fishermen")
    bay = one(annotations, Kind.ENTITY, "Ostrava Bay")
    annotations.join(bay.id, fishermen.id)
    assert annotations[fishermen.id].spans == (*fishermen.spans, *bay.spans)
    assert annotations[bay.id].state is State.REJECTED
    annotations.undo()
    assert (annotations[fishermen.id], annotations[bay.id]) == (fishermen, bay)


def test_a_place_is_split_off_as_an_entity_of_its_own() -> None:
    annotations = reviewed()
    monitor = one(annotations, Kind.ENTITY, "Coast Monitor")
    new = annotations.split(monitor.id, at("The watchdog"))
    assert annotations[monitor.id].spans == (at("Coast Monitor"),)
    assert annotations[new].fields["name"] == "The watchdog"
    assert annotations[new].fields["label"] == "ORG"


def test_an_only_place_cannot_be_split_off() -> None:
    annotations = reviewed()
    bay = one(annotations, Kind.ENTITY, "Ostrava Bay")
    with pytest.raises(InvalidValueError, match="no other place"):
        annotations.split(bay.id, bay.span)
