"""The test that the recipe of a check adds."""

from made import Made

from extract.checks import find_checks


def test_shouting_is_told_and_quoted_shouting_is_not() -> None:
    report = Made("Snow fell on Zawrat! “It fell!” said the mayor.")
    found = find_checks(report.doc, report.reading).checks
    assert [(check.kind, check.span.start) for check in found] == [("shouting", 19)]
