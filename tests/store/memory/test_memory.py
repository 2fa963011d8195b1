"""What decisions teach, and what comes of it: filled in, folded away, never decided."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from extract.records import Span
from store.anchoring.quoting import quotes
from store.history.decisions import corrected, settled
from store.items import Item, Kind, State, Suggestion
from store.memory import Evidence, Memory, Table, evidence_in, filled_in, filling, folding, leaning

TEXT = "Al-Watan said the Hawks marched on Oshkara, where gunmen had met officials."


def suggested(of: Kind, words: str, **fields: object) -> Item:
    """An item that a reading may suggest for the words."""
    start = TEXT.index(words)
    found = quotes(TEXT, [Span(start, start + len(words))])
    return Item(f"{of}-{words}", of, Suggestion("by hand", found, fields))


def name(words: str, label: str = "ORG", called: str = "") -> Item:
    return suggested(Kind.ENTITY, words, label=label, name=called or words)


def row(trigger: str = "marched", **fields: object) -> Item:
    usual: dict[str, object] = {"kind": "Protests", "subkind": "Peaceful protest", "side_a": []}
    return suggested(Kind.INCIDENT, trigger, **{**usual, **fields})


def party(words: str) -> dict[str, object]:
    start = TEXT.index(words)
    return {"name": words, "start": start, "end": start + len(words)}


def corrections(item: Item, **fields: object) -> Item:
    return corrected(item, TEXT, fields)


def remembering(*reports: Sequence[Item]) -> Memory:
    """The memory of reports with these items."""
    return Memory({f"{n}.txt": evidence_in(items) for n, items in enumerate(reports, 1)})


def rejected(item: Item) -> Item:
    return settled(item, State.REJECTED)


def accepted(item: Item) -> Item:
    return settled(item, State.ACCEPTED)


def test_a_label_that_was_corrected_once_is_filled_in_and_says_whence() -> None:
    memory = remembering([corrections(name("Al-Watan"), label="MEDIA")])
    item = filled_in(name("Al-Watan"), memory)
    assert (item.fields["label"], item.state) == ("MEDIA", State.UNDECIDED)
    (fill,) = filling(name("Al-Watan"), memory)
    assert fill.why == "MEDIA as 1 of 1 time before: 1.txt"


def test_an_article_and_capitals_make_no_other_name() -> None:
    memory = remembering([corrections(name("the Hawks"), label="GROUP")])
    assert filled_in(name("Hawks"), memory).fields["label"] == "GROUP"


def test_what_was_decided_two_ways_is_no_rule() -> None:
    one, other = corrections(name("Al-Watan"), label="MEDIA"), accepted(name("Al-Watan"))
    assert filling(name("Al-Watan"), remembering([one], [other])) == ()


def test_a_place_that_stands_for_its_government_once_does_not_the_next_time() -> None:
    once = corrections(name("Oshkara", "PLACE"), label="ORG")
    assert filling(name("Oshkara", "PLACE"), remembering([once])) == ()
    assert filling(name("Oshkara", "PLACE"), remembering([once], [once]))


def test_a_decided_item_is_left_as_it_is() -> None:
    memory = remembering([corrections(name("Al-Watan"), label="MEDIA")])
    for item in (accepted(name("Al-Watan")), rejected(name("Al-Watan"))):
        assert filled_in(item, memory) is item


def test_a_name_joined_to_another_is_called_so_in_every_row() -> None:
    hawks, sand = name("the Hawks"), name("gunmen", called="Sand Hawks")
    joined = corrected(sand, TEXT, spans=[*sand.spans, *hawks.spans])
    memory = remembering(*([rejected(hawks), joined] for _ in range(2)))
    filled = filled_in(row(side_a=[party("the Hawks")]), memory)
    assert [one["name"] for one in filled.fields["side_a"]] == ["Sand Hawks"]
    assert folding(hawks, memory) is None


CODED = {"name": "Military Forces of Kestenland"}


def test_an_actor_that_two_reports_code_alike_is_filled_in_with_its_place() -> None:
    coding = corrections(row(side_a=[party("gunmen")]), side_a=[CODED])
    again = row(side_a=[party("officials"), party("gunmen")])
    assert filling(again, remembering([coding])) == ()
    filled = filled_in(again, remembering([coding], [coding]))
    assert filled.fields["side_a"] == [party("officials"), {**party("gunmen"), **CODED}]


def test_what_a_table_of_the_library_has_goes_first() -> None:
    coding = corrections(row(side_a=[party("gunmen")]), side_a=[CODED])
    memory = remembering([coding], [coding])
    assert filling(row(side_a=[party("gunmen")]), memory, lambda told: told == "gunmen") == ()


def test_another_party_of_the_report_teaches_nothing() -> None:
    taken = corrections(row(side_a=[party("officials")]), side_a=[party("gunmen")])
    assert filling(row(side_a=[party("officials")]), remembering([taken], [taken])) == ()


def test_a_sub_type_usually_chosen_for_a_word_brings_its_type() -> None:
    riot = corrections(row(), kind="Riots", subkind="Mob violence")
    filled = filled_in(row(), remembering([riot], [riot]))
    assert (filled.fields["kind"], filled.fields["subkind"]) == ("Riots", "Mob violence")


def test_kind_and_grade_of_a_source_are_filled_in() -> None:
    source = suggested(Kind.SOURCE, "Al-Watan", name="Al-Watan", kind="unknown")
    graded = corrections(source, kind="media", reliability="C", credibility=3)
    filled = filled_in(source, remembering([graded])).fields
    assert (filled["kind"], filled["reliability"], filled.get("credibility")) == (
        "media",
        "C",
        None,
    )


def some_kept(number: int) -> list[Item]:
    """So many items of other words that were kept, so that a rejection means something."""
    return [replace(accepted(row("met")), id=str(n)) for n in range(number)]


def test_a_word_that_was_rejected_every_time_is_folded_and_says_so() -> None:
    memory = remembering(some_kept(20), *([rejected(row())] for _ in range(3)))
    found = folding(row(), memory)
    assert found is not None
    assert found.told == "3 of 3 times before: 4.txt, 3.txt and 1 more"


@pytest.mark.parametrize("kept", [0, 1])
def test_one_that_was_kept_among_them_keeps_all_in_view(kept: int) -> None:
    reports = [[rejected(row())] for _ in range(9)]
    memory = remembering(some_kept(20), *reports, [accepted(row())] * kept)
    assert (folding(row(), memory) is None) == bool(kept)


def test_rejections_in_one_report_fold_nothing() -> None:
    same = [replace(rejected(row()), id=str(n)) for n in range(9)]
    assert folding(row(), remembering(some_kept(20), same)) is None


def test_where_most_is_rejected_three_times_tell_nothing() -> None:
    others = [rejected(row(kind="Battles", subkind=f"Sort {n}")) for n in range(20)]
    three, eight = ([[rejected(row())] for _ in range(number)] for number in (3, 8))
    assert folding(row(), remembering(others, *three)) is None
    assert folding(row(), remembering(others, *eight)) is not None


def test_of_a_kind_that_is_always_rejected_a_known_word_is_folded_and_a_new_one_is_not() -> None:
    words = ("marched", "met", "said", "had")
    memory = remembering(*([rejected(row(one)) for one in words] for _ in range(5)))
    few = remembering(*([rejected(row(one))] for one in words * 4))
    assert folding(row("met"), few) is not None
    assert folding(row("where"), memory) is None
    assert leaning(row("where"), memory) is not None


@pytest.mark.parametrize("left", [{"note": "look again"}, {"flag": True}, {"tags": ("x",)}])
def test_what_a_person_has_touched_is_not_folded(left: dict[str, object]) -> None:
    memory = remembering(some_kept(20), *([rejected(row())] for _ in range(3)))
    assert folding(replace(row(), **left), memory) is None  # type: ignore[arg-type]


def test_a_report_taken_in_again_counts_once() -> None:
    fact = Evidence(Table.LABEL, "al-watan", "MEDIA")
    memory = Memory()
    for found in ([fact], [fact], [], [fact, fact]):
        memory.put("a.txt", found)
    counted = memory.find(Table.LABEL, "al-watan")
    assert counted is not None
    assert (counted.times, counted.of, counted.reports) == (2, 2, ("a.txt",))
    memory.put("a.txt", [])
    assert not memory


def test_values_are_offered_by_the_number_of_their_reports() -> None:
    coded = [{"name": told} for told in ("Army", "Hawks", "Hawks")]
    rows = [corrections(row(side_a=[party("gunmen")]), side_a=[one]) for one in coded]
    assert remembering(*([one] for one in rows)).used(Table.ACTOR)[0] == "Hawks"


def test_what_was_rejected_in_two_reports_stands_behind_and_is_not_folded() -> None:
    memory = remembering([rejected(row())], [rejected(row())])
    assert folding(row(), memory) is None
    assert leaning(row(), memory) is not None
    assert leaning(row("met", subkind="Agreement"), memory) is None


def test_a_row_in_which_people_died_does_not_stand_behind_with_those_in_which_none_did() -> None:
    memory = remembering([rejected(row())], [rejected(row())])
    assert leaning(row(killed_best=1), memory) is None


def test_an_event_accepted_along_with_its_row_says_nothing_of_names() -> None:
    actors = {"actors": [party("gunmen")], "kind": "Protests"}
    event = suggested(Kind.EVENT, "marched", **actors)
    told = row(side_a=[party("gunmen")], events=[party("marched")])
    coding = [corrections(told, side_a=[CODED]), accepted(event)]
    assert filling(row(side_a=[party("gunmen")]), remembering(coding, coding))
    alone = [accepted(event)]
    assert filling(row(side_a=[party("gunmen")]), remembering(coding, coding, alone)) == ()
