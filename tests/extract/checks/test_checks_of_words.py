"""Checks of names, statements and quotation marks."""

from dataclasses import replace

import pytest
from made import Made

from extract.checks.bare import bare_statements
from extract.checks.loaded import loaded_names
from extract.checks.quotes import unclosed_quotations
from extract.checks.spelling import spellings
from extract.records import Mention
from extract.vocabulary import Label, Severity


def test_one_place_in_two_spellings_is_told() -> None:
    report = Made("Snow fell on Zawrat. In Zaurat itself schools were shut.")
    report.entity(Label.PLACE, "Zawrat", "Zaurat")
    [check] = report.raised(spellings)
    assert check.message == "One name is written in 2 ways: “Zawrat” and “Zaurat”."
    assert check.severity is Severity.LOW


@pytest.mark.parametrize("other", ["ZAWRAT", "Zawrat", "Al-Zawrat", "Zawrât", "Zafrin"])
def test_case_accents_and_articles_are_no_spellings(other: str) -> None:
    report = Made(f"Snow fell on Zawrat. In {other} schools were shut.")
    report.entity(Label.PLACE, "Zawrat", other)
    assert report.raised(spellings) == []


def test_two_persons_with_one_letter_between_them_are_told() -> None:
    report = Made("Mr Haldermann spoke. Then Mr Halderman left.")
    report.entity(Label.PERSON, "Haldermann")
    report.entities.append(replace(report.entities[0], id="e2", mentions=(last(report),)))
    assert len(report.raised(spellings)) == 1


def last(report: Made) -> Mention:
    span = report.span("Halderman ")
    return Mention(span.start, span.end - 1)


def test_two_persons_who_only_sound_alike_are_let_be() -> None:
    report = Made("Bernie spoke. Then Barney left.")
    report.entity(Label.PERSON, "Bernie")
    report.entity(Label.PERSON, "Barney")
    assert report.raised(spellings) == []


FACT = "Gunmen opened fire on the northern grain market shortly before noon"
OTHER = "Traders closed their shops in the northern grain market for three days"


def told_twice(bare: str, source: str | None = "s1") -> Made:
    text = f"{bare}.\n\nThe weather was fine.\n\n{FACT}, the mayor said."
    report = Made(text)
    report.source("the mayor")
    report.said(FACT, source, after=text.rindex(FACT))
    return report


def test_a_statement_told_again_as_a_fact_is_questioned() -> None:
    [check] = told_twice(FACT).raised(bare_statements)
    assert check.message == (
        "“Gunmen opened fire on the northern grain market …” is told as a fact here, "
        "but as said by the mayor elsewhere."
    )


@pytest.mark.parametrize("bare", [OTHER, f"“{FACT}", FACT.replace("noon", "11")])
def test_other_facts_and_quotations_are_let_be(bare: str) -> None:
    assert told_twice(bare).raised(bare_statements) == []


def test_a_statement_by_nobody_is_no_measure() -> None:
    assert told_twice(FACT, source=None).raised(bare_statements) == []


def test_a_quotation_without_its_end_is_told() -> None:
    [check] = Made("He said “the road was closed. She left.").raised(unclosed_quotations)
    assert check.message.startswith("The quotation “the road was closed. She left.” is opened but")


@pytest.mark.parametrize(
    "text",
    [
        "He said “the road is closed” and left.",
        "“The road is closed.\n\n“And we are hungry,” he said.",
        "They aren't sure; it’s 5' 10\".",
    ],
)
def test_closed_and_continued_quotations_are_let_be(text: str) -> None:
    assert Made(text).raised(unclosed_quotations) == []


def test_a_fragment_does_not_go_on_in_the_next_paragraph() -> None:
    text = "They tried “to stop the trucks.\n\n“The trucks are gone,” he said."
    assert len(Made(text).raised(unclosed_quotations)) == 1


REGIME = "The regime sent tanks. Later the regime withdrew, and government troops slept."


def test_loaded_names_in_the_reports_own_words_are_told() -> None:
    report = Made(REGIME)
    report.entity(Label.GROUP, "The regime", "the regime", "government troops")
    [check] = report.raised(loaded_names)
    assert check.message == (
        "In its own words the report calls one side “The regime” and “the regime” (2 times), "
        "and “government troops” elsewhere."
    )


def test_loaded_names_of_one_side_are_counted_together() -> None:
    report = Made(REGIME)
    report.entity(Label.ORG, "The regime", "the regime", side="government")
    report.entity(Label.GROUP, "government troops", side="government")
    [check] = report.raised(loaded_names)
    assert check.message.endswith("“the regime” (2 times), and “government troops” elsewhere.")


def test_loaded_names_in_a_statement_are_let_be() -> None:
    report = Made(REGIME)
    report.entity(Label.GROUP, "The regime", "the regime", "government troops")
    report.said("The regime sent tanks")
    assert report.raised(loaded_names) == []
