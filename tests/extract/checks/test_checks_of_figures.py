"""Checks of figures against each other and against their sources."""

from made import Made

from extract.checks.heading import heading_figures
from extract.checks.single import single_sources
from extract.checks.subset import subsets
from extract.checks.tolls import tolls
from extract.checks.unsourced import unsourced_events, unsourced_figures
from extract.vocabulary import Label, Qualifier, Severity, Status

HEADED = "Dozens of miners dead\n\nA gallery fell in. The company counts 14 miners and 9 guards."


def headed(low: float, high: float) -> Made:
    report = Made(HEADED)
    report.figure("Dozens", "of miners", low, point=None, high=high, qualifier=Qualifier.VAGUE)
    report.figure("14", "miners", 14)
    return report


def test_a_heading_with_more_than_the_body_is_questioned() -> None:
    [check] = headed(24, 99).raised(heading_figures)
    assert check.severity is Severity.HIGH
    assert check.message == "The heading says “Dozens of miners”, but the text has “14 miners”."


def test_a_heading_that_the_body_bears_out_is_let_be() -> None:
    assert headed(10, 99).raised(heading_figures) == []


def test_a_heading_may_give_the_sum() -> None:
    report = Made("Quake kills 23 people\n\nIt buried 14 people in the north and 9 people at sea.")
    for number in (23, 14, 9):
        report.figure(str(number), "people", number)
    assert report.raised(heading_figures) == []


def test_a_heading_alone_with_its_number_is_questioned_less() -> None:
    report = Made("Quake kills 23 people\n\nHouses fell all along the coast.")
    report.figure("23", "people", 23)
    assert [check.severity for check in report.raised(heading_figures)] == [Severity.MEDIUM]


def test_at_least_goes_with_any_larger_number() -> None:
    report = Made("At least 20 sailors drown\n\nThe navy says 26 sailors drowned.")
    report.figure("20", "sailors", 20, point=None, high=None, qualifier=Qualifier.AT_LEAST)
    report.figure("26", "sailors", 26)
    assert report.raised(heading_figures) == []


def test_a_part_larger_than_its_whole_is_questioned() -> None:
    report = Made("The camp holds 300 men, 450 men sick.")
    whole = report.figure("300", "men", 300)
    report.figure("450", "men", 450, part_of=whole.id, role="subset")
    [check] = report.raised(subsets)
    assert (check.severity, check.spans) == (
        Severity.HIGH,
        (report.span("300"), report.span("450")),
    )


def test_a_part_of_another_unit_is_told() -> None:
    report = Made("The camp holds 300 families, 150 children among them.")
    whole = report.figure("300", "families", 300)
    report.figure("150", "children", 150, part_of=whole.id)
    [check] = report.raised(subsets)
    assert (check.severity, "counts people" in check.message) == (Severity.LOW, True)


def test_a_smaller_part_is_let_be() -> None:
    report = Made("The camp holds 300 men, 150 men sick.")
    whole = report.figure("300", "men", 300)
    report.figure("150", "men", 150, part_of=whole.id)
    assert report.raised(subsets) == []


def test_a_part_may_belong_to_an_earlier_whole() -> None:
    report = Made("Aboard were 66 passengers and 10 sailors, including 30 Danes.")
    report.figure("66", "passengers", 66)
    crew = report.figure("10", "sailors", 10)
    report.figure("30", "Danes", 30, part_of=crew.id)
    assert report.raised(subsets) == []


def two_tolls(**more: object) -> Made:
    report = Made("The fire killed 12 nurses. Nobody slept. It killed 15 nurses in one night.")
    fire = report.event("fire", "Other")
    report.figure("12", "nurses", 12, event=fire)
    report.figure("15", "nurses", 15, event=fire, **more)
    return report


def test_two_tolls_of_one_event_are_questioned() -> None:
    [check] = two_tolls().raised(tolls)
    assert check.severity is Severity.HIGH
    assert check.message == "The report has “12 nurses” and “15 nurses” killed."


def test_two_sources_may_differ() -> None:
    report = two_tolls(source="s1")
    report.source("the night", "night")
    assert [check.severity for check in report.raised(tolls)] == [Severity.MEDIUM]


def test_tolls_that_agree_or_grow_are_let_be() -> None:
    assert two_tolls(role="cumulative").raised(tolls) == []
    assert two_tolls(low=12.0, point=None, qualifier=Qualifier.AT_LEAST).raised(tolls) == []


def test_tolls_of_two_days_are_let_be() -> None:
    report = two_tolls(when="d1")
    report.figures[0] = report.figure("12", "nurses", 12, event="v1", when="d2")
    assert report.raised(tolls) == []


WATCHED = "The Watch says 3 men fell. The group says 4 men and 5 men fell later. Police say 6 men."


def watched(*sourced: int) -> Made:
    report = Made(WATCHED)
    group = report.entity(Label.ORG, "Watch", "group")
    source = report.source("Watch", "The Watch", "The group", entity=group)
    for number in (3, 4, 5, 6):
        by = source if number in sourced else None
        report.figure(str(number), "men", number, source=by)
    return report


def test_most_figures_on_one_source_are_told_with_its_names() -> None:
    [check] = watched(3, 4, 5).raised(single_sources)
    assert check.message == (
        "3 of 4 figures of harm rest on one source, Watch, also called “group”."
    )


def test_half_of_the_figures_on_one_source_are_let_be() -> None:
    assert watched(3, 4).raised(single_sources) == []


def test_figures_without_a_source_are_told_at_once() -> None:
    [check] = watched(3, 4).raised(unsourced_figures)
    assert check.message == "Nobody is named as the source of “5 men” and “6 men”."
    assert len(check.spans) == 2


def test_sourced_figures_are_let_be() -> None:
    assert watched(3, 4, 5, 6).raised(unsourced_figures) == []


def test_figures_within_a_statement_have_its_speaker() -> None:
    report = watched(3, 4, 5)
    report.said("6 men")
    assert report.raised(unsourced_figures) == []


def eventful(source: str | None, status: Status = Status.ACTUAL) -> Made:
    report = Made("Shelling, looting and arson went on.")
    for trigger in ("Shelling", "looting", "arson"):
        report.event(trigger, "Battles", source=source, status=status)
    return report


def test_events_that_nobody_tells_of_are_counted() -> None:
    [check] = eventful(None).raised(unsourced_events)
    assert check.message == "3 of the 3 events are told without a source."


def test_events_with_a_source_or_not_of_the_news_are_let_be() -> None:
    assert eventful("s1").raised(unsourced_events) == []
    assert eventful(None, Status.BACKGROUND).raised(unsourced_events) == []
