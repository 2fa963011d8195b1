"""How many were killed, from the words of a report to the rows of ACLED and UCDP."""

import tomllib
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from rows_of import exported, reviewed, rows

from extract.records import Reading
from store.formats.document import Unit
from store.items import Item, Suggestion

CASES = tomllib.loads(Path(__file__).with_name("data").joinpath("tolls.toml").read_text("utf-8"))
STRAY = "figures of people killed that belong to no row"


def reading(text: str) -> Reading:
    return reviewed(text)[1]


@pytest.mark.parametrize("case", CASES["report"], ids=lambda case: case["text"])
def test_a_report_comes_to_these_rows(case: dict[str, Any]) -> None:
    document, _ = reviewed(case["text"])
    assert [row["fatalities"] for row in rows("acled", document)] == case["acled"]
    ends = ("low", "best", "high")
    assert [[row[end] for end in ends] for row in rows("ucdp", document)] == case["ucdp"]


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers killed two boys, aged 9 and 11, in Sulta.",
        "Gunmen killed his sons, 8 and 11, in Sulta.",
        "Gunmen killed his sons (8 and 11) in Sulta.",
        "Gunmen killed her daughters, eight, nine and 11, in Sulta.",
        "Gunmen killed a boy of 8 in Sulta.",
        "Gunmen killed girls of nine and eleven in Sulta.",
        "Gunmen killed a man of 70 and a woman of 65.",
        "Ali, 9, and Omar, 11, were killed in Sulta.",
        "Ali, nine, and Omar, eleven, were killed in Sulta.",
        "Gunmen killed the 12- and 14-year-olds.",
        "The dead children were 8 and 11 years old.",
        "Three children under five were killed in Sulta.",
        "Three women over 60 were killed in Sulta.",
        "A girl was killed in Sulta. She was 12.",
        "The brothers were 14 and 17.",
        "The youngest was 4.",
        "Gunmen killed three children aged between six and 12.",
        "Gunmen killed three children, ages 6, 9 and 12.",
        "The boy, aged 9, and two others were killed.",
        "A father of 12 was killed in Sulta.",
    ],
)
def test_an_age_counts_nobody(text: str) -> None:
    dead = [f.point for f in reading(text).figures if f.outcome == "killed"]
    assert set(dead) <= {1.0, 2.0, 3.0}


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("17 people were killed, including 4 women and 3 children, and 31 injured.", [4, 3]),
        ("A bomb killed 12 people. The dead included four women and two children.", [4, 2]),
        ("A bomb killed 12 people. Four women were among the dead.", [4]),
        ("A bomb killed 12 people. Among those killed were three nurses.", [3]),
        ("A bomb killed 12 people, 10 of them soldiers.", [10]),
        ("Twelve people, among them three children, were killed.", [3]),
        ("Thirty people were wounded, of whom four later died.", [4]),
        ("Two of the 15 hostages were killed.", [2]),
        ("All but two of the 15 hostages were killed.", [13]),
        ("The death toll rose by 12 to 45 after the blast.", [12]),
    ],
)
def test_a_part_is_killed_as_its_whole_is(text: str, parts: list[int]) -> None:
    found = [figure for figure in reading(text).figures if figure.part_of]
    assert [(figure.point, figure.outcome) for figure in found] == [(n, "killed") for n in parts]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("The ministry reported treating 19 wounded in Sulta.", 19),
        ("The hospital said it received 30 injured after the blast in Sulta.", 30),
        ("The clinic counted 12 wounded in Sulta.", 12),
    ],
)
def test_who_treats_the_wounded_has_not_suffered(text: str, wounded: int) -> None:
    found = reading(text)
    assert [f.point for f in found.figures if f.outcome == "wounded"] == [wounded]
    harmed = [t.span.of(text) for event in found.events for t in event.targets]
    assert not {"The ministry", "The hospital", "it", "The clinic"} & set(harmed)


BOMBED = (
    "On Wednesday, army helicopters bombed what the military called a rebel camp near Wadi Serin, "
    "killing five fighters, an army spokesman said."
)


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_the_figure_of_a_rejected_mention_goes_to_the_accepted_one(form: str) -> None:
    document, _ = reviewed(BOMBED, rejected=["killing"])
    (row,), losses = exported(form, document)
    assert row["fatalities" if form == "acled" else "best"] == "5"
    assert STRAY not in losses.counts


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_a_figure_without_a_row_is_counted_as_lost(form: str) -> None:
    document, _ = reviewed(BOMBED, rejected=["killing", "bombed"])
    found, losses = exported(form, document, Unit.MENTION)
    assert (found, losses.counts[STRAY]) == ([], 1)


@pytest.mark.parametrize("form", ["acled", "ucdp"])
def test_an_open_date_is_no_day(form: str) -> None:
    document, _ = reviewed("Rebels have killed 200 people in Sulta since 2014.")
    (row,) = rows(form, document, Unit.MENTION)
    days = ("event_date", "time_precision", "date_start", "date_end", "date_prec")
    assert not any(row.get(name) for name in days)


def test_those_who_fought_stand_on_two_sides() -> None:
    text = "Rebels and soldiers clashed in Sulta on Monday, killing three soldiers."
    document, _ = reviewed(text)
    (row,) = rows("acled", document)
    assert (row["actor1"], row["actor2"]) == ("Rebels", "soldiers")
    (row,) = rows("ucdp", document)
    assert (row["side_a"], row["side_b"]) == ("soldiers", "Rebels"), "a government is side A"
    assert (row["deaths_a"], row["deaths_unknown"]) == ("3", "0")


def test_the_best_estimate_is_shared_out_among_the_sides() -> None:
    text = "Gunmen killed three soldiers, four civilians and two others in Sulta on Monday."
    (row,) = rows("ucdp", reviewed(text)[0])
    sides = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
    assert sum(int(row[name]) for name in sides) == int(row["best"]) == 9
    assert row["deaths_civilians"] == "4"


def test_what_went_before_is_marked() -> None:
    text = "Rebels killed 12 people in Sulta in May 2021, and 20 more in Merrow on Monday."
    marks = [row["tags"] for row in rows("acled", reviewed(text)[0])]
    assert "background" in marks


def test_notes_of_an_earlier_version_count_the_same_noun_once() -> None:
    text = "A bomb killed 12 people in Sulta. The hospital said 14 people were killed in the blast."
    document, _ = reviewed(text)
    (row,) = rows("ucdp", replace(document, items=tuple(map(without_same_as, document.items))))
    assert (row["low"], row["best"], row["high"]) == ("12", "12", "14")


def without_same_as(item: Item) -> Item:
    if item.suggestion is None:
        return item
    fields = {name: value for name, value in item.suggestion.fields.items() if name != "same_as"}
    return replace(item, suggestion=Suggestion("0", item.suggestion.quotes, fields))


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Sulta, police said. The hospital put the toll at 20.",
        "A bomb killed 12 people in Sulta, police said. The toll later rose to 15, a doctor said.",
        "Gunmen attacked Sulta, killing 14 people, the governor said. "
        "A doctor said 16 villagers were killed in the attack.",
    ],
)
def test_rival_tolls_raise_a_check(text: str) -> None:
    assert "tolls" in {check.kind for check in reading(text).checks}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed 12 people in Sulta, police said. The dead included four women.",
        "A bomb killed three soldiers and two civilians in Sulta, police said.",
        "A bomb killed 12 people in Sulta, police said. A doctor also spoke of 12 dead.",
    ],
)
def test_tolls_that_agree_raise_none(text: str) -> None:
    assert "tolls" not in {check.kind for check in reading(text).checks}
