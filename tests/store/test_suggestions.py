"""A reading becomes items that stand alone."""

from dataclasses import replace

import pytest
from harbour import TEXT, article, at, items, one, reading, reviewed

from extract.records import Check
from extract.vocabulary import Severity
from store.fields import checked, complete
from store.items import Item, Kind, State
from store.suggestions import suggestions


def test_items_come_in_the_order_of_the_text() -> None:
    starts = [item.span.start for item in items()]
    assert starts == sorted(starts)


def test_all_are_undecided_and_the_machines() -> None:
    assert {(item.state, item.origin) for item in items()} == {(State.UNDECIDED, "machine")}


def test_an_entity_is_one_item_with_all_its_mentions() -> None:
    monitor = one(reviewed(), Kind.ENTITY, "Coast Monitor")
    assert [quote.exact for quote in monitor.quotes] == ["Coast Monitor", "The watchdog"]
    assert monitor.fields["forms"] == ["name", "nominal"]


def test_a_date_of_the_calendar_is_an_entity() -> None:
    monday = one(reviewed(), Kind.ENTITY, "Monday")
    assert (monday.fields["label"], monday.fields["from"]) == ("DATE", "2024-03-04")


def test_a_general_predicate_is_nothing_to_decide_on() -> None:
    assert [event.words for event in reviewed().items(Kind.EVENT)] == ["seized"]


def test_other_records_are_named_by_name_and_place() -> None:
    boats = one(reviewed(), Kind.FIGURE, "12")
    span = at("Coast Monitor")
    assert boats.fields["source"] == {"name": "Coast Monitor", "start": span.start, "end": span.end}
    assert boats.fields["place"]["name"] == "Ostrava Bay"
    assert boats.fields["when"]["from"] == "2024-03-04"
    assert boats.fields["event"]["name"] == "seized"


def test_no_running_id_is_left_in_the_fields() -> None:
    written = str([item.fields for item in items()])
    assert not any(f"'{ident}'" in written for ident in ("e1", "d1", "f2", "s1", "v1", "a1"))


def test_a_source_lists_what_rests_on_it() -> None:
    monitor = one(reviewed(), Kind.SOURCE, "Coast Monitor")
    assert [said["name"] for said in monitor.fields["figures"]] == ["12"]
    assert [said["name"] for said in monitor.fields["attributions"]] == [
        "Fishermen seized 12 boats in Ostrava Bay on Monday"
    ]


def test_a_source_lists_no_event_that_is_nothing_to_decide_on() -> None:
    found = reading()
    monitor = replace(found.sources[0], events=("v1", "v2"))
    made = suggestions(article(), replace(found, sources=(monitor, *found.sources[1:])))
    (item,) = (i for i in made if i.kind is Kind.SOURCE and i.fields["name"] == "Coast Monitor")
    assert [event["name"] for event in item.fields["events"]] == ["seized"]


def test_the_same_suggestion_has_the_same_id_from_every_reader() -> None:
    assert [item.id for item in items("1")] == [item.id for item in items("2")]


def test_two_checks_at_one_place_are_two_items() -> None:
    twice = reading()
    more = tuple(Check("c2", kind, Severity.LOW, (at("Ten"),), "?") for kind in ("part", "part"))
    found = suggestions(article(), replace(twice, checks=twice.checks + more))
    assert len({item.id for item in found if item.kind is Kind.CHECK}) == 3


def test_quotes_carry_the_words_around_them() -> None:
    thirty = one(reviewed(), Kind.FIGURE, "30").quotes[0]
    around = f"{thirty.prefix}{thirty.exact}{thirty.suffix}"
    assert around in TEXT
    assert (len(thirty.prefix), len(thirty.suffix)) == (32, 32)


@pytest.mark.parametrize("item", items(), ids=lambda item: f"{item.kind}-{item.words[:12]}")
def test_every_suggestion_has_the_fields_of_its_kind(item: Item) -> None:
    assert set(checked(item.kind, item.fields)) == set(item.fields)
    complete(item.kind, item.fields)
