"""Checks of what one incident is told with: its tolls and its sources."""

import pytest
from made import Made

from extract.checks.alone import lone_sources
from extract.checks.heading import heading_figures
from extract.checks.parts import parts_of_tolls
from extract.checks.single import single_sources
from extract.checks.tolls import tolls
from extract.records import Toll
from extract.vocabulary import Severity


def two_raids(*, joined: bool) -> Made:
    report = Made("A raid on Kesten killed 12 nurses. The shooting left 15 nurses dead.")
    figures = report.figure("12", "nurses", 12), report.figure("15", "nurses", 15)
    if joined:
        report.incident("raid", *figures)
    else:
        report.incident("raid", figures[0])
        report.incident("shooting", figures[1])
    return report


def test_two_tolls_of_one_incident_are_questioned() -> None:
    [check] = two_raids(joined=True).raised(tolls)
    assert check.message == "The report has “12 nurses” and “15 nurses” killed."


def test_tolls_of_two_incidents_are_let_be() -> None:
    assert two_raids(joined=False).raised(tolls) == []


def rival(rule: str) -> Made:
    report = Made("The mayor counts 12 dead. The clinic speaks of 30 bodies.")
    mayor, clinic = report.source("The mayor"), report.source("The clinic")
    first = report.figure("12", "dead", 12, source=mayor)
    second = report.figure("30", "bodies", 30, source=clinic)
    toll = Toll("killed", 12, 30, 30, rule, (first.id, second.id), (mayor, clinic))
    report.incident("dead", first, second, tolls=(toll,))
    return report


def test_sources_whose_tolls_span_a_range_are_told() -> None:
    [check] = rival("range").raised(tolls)
    assert check.severity is Severity.MEDIUM
    assert check.message == (
        "The report has “12 dead” (by The mayor) and “30 bodies” (by The clinic) killed."
    )


def test_tolls_that_add_up_are_let_be() -> None:
    assert rival("sum").raised(tolls) == []


HEADED = "Raid kills 14 miners\n\nThe raid killed 9 miners. A blast in May killed 14 men."


def headed(*, apart: bool) -> Made:
    report = Made(HEADED)
    figures = [report.figure(*told) for told in (("14", "miners", 14), ("9", "miners", 9))]
    blast = report.figure("14", "men", 14)
    report.incident("Raid", *figures, *([] if apart else [blast]))
    report.incident("blast", *([blast] if apart else []))
    return report


def test_a_heading_is_held_against_its_own_incident() -> None:
    [check] = headed(apart=True).raised(heading_figures)
    assert check.message == "The heading says “14 miners”, but the text has “9 miners”."


def test_a_heading_may_tell_the_sum_of_two_incidents() -> None:
    report = Made("Raids kill 23 people\n\nA raid killed 14 people. A blast killed 9 people.")
    whole = report.figure("23", "people", 23)
    report.incident("raid", whole, report.figure("14", "people", 14))
    report.incident("blast", report.figure("9", "people", 9))
    assert report.raised(heading_figures) == []


def one_by_one(women: int) -> Made:
    report = Made(f"Raid kills 4 people\n\nThe raid killed {women} women. A man died as well.")
    whole = report.figure("4", "people", 4)
    women_killed = report.figure(str(women), "women", women)
    report.incident("raid", whole, women_killed, report.person("A man"))
    return report


def test_a_heading_may_count_those_who_are_told_one_by_one() -> None:
    assert one_by_one(2).raised(heading_figures) == []


def test_a_heading_with_less_than_are_told_is_questioned() -> None:
    [check] = one_by_one(6).raised(heading_figures)
    assert check.message == "The heading says “4 people”, but the text has “6 women”."


def parted(women: int, others: str, number: int) -> Made:
    text = f"The raid killed 17 people. It killed {women} women and {number} {others}."
    report = Made(text)
    figures = [
        report.figure("17", "people", 17),
        report.figure(str(women), "women", women),
        report.figure(str(number), others, number),
    ]
    report.incident("raid", *figures)
    return report


def test_parts_that_are_more_than_the_toll_are_questioned() -> None:
    [check] = parted(12, "boys", 8).raised(parts_of_tolls)
    assert check.severity is Severity.HIGH
    assert check.message == "“12 women” and “8 boys” together are more than “17 people”."


@pytest.mark.parametrize(
    ("others", "number"),
    [
        ("boys", 5),
        ("nurses", 8),  # may be women
        ("villagers", 8),  # may be women
        ("boys", 30),  # no fault of the sum: one part is larger than the whole
    ],
)
def test_parts_that_may_lie_in_the_toll_are_let_be(others: str, number: int) -> None:
    assert parted(12, others, number).raised(parts_of_tolls) == []


def sourced(*sources: str, **more: object) -> Made:
    report = Made("The mayor and a monk say that the raid on the mill killed 12 nurses.")
    by = {name: report.source(name) for name in ("The mayor", "a monk")}
    report.incident("raid", sources=tuple(by[name] for name in sources), **more)
    return report


def test_an_incident_with_one_source_is_told() -> None:
    [check] = sourced("The mayor").raised(lone_sources)
    assert check.severity is Severity.LOW
    assert check.message == "No source but The mayor is named for “raid”."


def test_an_incident_with_a_toll_and_one_source_is_told_more_loudly() -> None:
    toll = Toll("killed", 12, 12, 12, "stated")
    [check] = sourced("The mayor", tolls=(toll,)).raised(lone_sources)
    assert check.severity is Severity.MEDIUM


def test_an_incident_of_two_sources_or_of_none_is_let_be() -> None:
    assert sourced("The mayor", "a monk").raised(lone_sources) == []
    assert sourced().raised(lone_sources) == []


@pytest.mark.parametrize(
    "more", [{"background": True}, {"aggregate": True}, {"kind": "Strategic developments"}]
)
def test_what_is_no_violent_news_may_have_one_source(more: dict[str, object]) -> None:
    assert sourced("The mayor", **more).raised(lone_sources) == []


def test_one_source_of_many_incidents_is_told_once() -> None:
    report = Made("The mayor told of the raid, the ambush, the siege, the blast and the fire.")
    mayor = report.source("The mayor")
    for word in ("raid", "ambush", "siege", "blast", "fire"):
        report.incident(word, sources=(mayor,))
    [check] = report.raised(lone_sources)
    assert check.message == (
        "No source but The mayor is named for “raid”, “ambush”, “siege” and 2 more."
    )


def test_a_source_of_most_figures_is_not_told_twice() -> None:
    report = Made("The mayor says the raid killed 12 men, 13 women and 14 nurses.")
    mayor = report.source("The mayor")
    figures = [
        report.figure(str(number), noun, number, source=mayor)
        for number, noun in ((12, "men"), (13, "women"), (14, "nurses"))
    ]
    report.incident("raid", *figures, sources=(mayor,))
    assert [check.kind for check in report.raised(single_sources)] == ["single-source"]
    assert report.raised(lone_sources) == []
