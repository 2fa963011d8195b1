"""All checks together."""

import inspect
from collections.abc import Iterator
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from made import Made

from extract import checks
from extract.checks import CHECKS, find_checks
from extract.checks.page import Page
from extract.records import Check
from extract.vocabulary import Label

_TEXTS = st.lists(
    st.sampled_from(
        ["“", "”", "18 dead", "35 days ago", "June 25", "\n\n", ".", "he said", "Zawrat"]
    )
).map(" ".join)


def test_checks_are_numbered_in_the_order_of_the_text() -> None:
    report = Made("Snow fell on Zawrat. He said “no. In Zaurat it was Monday, 6 July 2021.")
    report.entity(Label.PLACE, "Zawrat", "Zaurat")
    found = find_checks(report.doc, report.reading).checks
    assert [(check.id, check.kind) for check in found] == [
        ("c1", "spellings"),
        ("c2", "unclosed-quotation"),
        ("c3", "wrong-weekday"),
    ]


def test_an_empty_reading_raises_nothing() -> None:
    report = Made("Nothing happened.")
    assert find_checks(report.doc, report.reading).checks == ()


@given(_TEXTS)
def test_spans_lie_in_the_text_and_messages_are_one_line(text: str) -> None:
    report = Made(text)
    for check in find_checks(report.doc, report.reading).checks:
        assert check.spans
        assert all(0 <= s.start < s.end <= len(report.article.text) for s in check.spans)
        assert "\n" not in check.message


def test_every_check_is_a_function_with_a_sentence_on_it() -> None:
    assert all(check.__doc__ for check in CHECKS)


def test_every_module_of_checks_is_found() -> None:
    files = Path(checks.__file__).parent.glob("*.py")
    named = {path.stem for path in files} - {"__init__", "page", "step"}
    assert {check.__module__.rpartition(".")[2] for check in CHECKS} == named


def test_every_check_takes_a_page_and_yields_checks() -> None:
    found = {tuple(map(str, inspect.get_annotations(check).values())) for check in CHECKS}
    assert found == {(str(Page), str(Iterator[Check]))}
