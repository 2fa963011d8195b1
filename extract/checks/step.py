"""The step that questions a reading as an attentive reader would."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from extract.checks.bare import bare_statements
from extract.checks.days import counted_days, turnable_dates, wrong_weekdays
from extract.checks.heading import heading_figures
from extract.checks.loaded import loaded_names
from extract.checks.page import Page
from extract.checks.quotes import unclosed_quotations
from extract.checks.remote import remote_reporters
from extract.checks.silent import silent_parties
from extract.checks.single import single_sources
from extract.checks.spelling import spellings
from extract.checks.subset import subsets
from extract.checks.tolls import tolls
from extract.checks.unsourced import unsourced_events, unsourced_figures
from extract.doc import Doc
from extract.records import Check, Reading

CHECKS: tuple[Callable[[Page], Iterator[Check]], ...] = (
    heading_figures,
    subsets,
    tolls,
    counted_days,
    wrong_weekdays,
    turnable_dates,
    spellings,
    bare_statements,
    unsourced_figures,
    unsourced_events,
    single_sources,
    unclosed_quotations,
    loaded_names,
    remote_reporters,
    silent_parties,
)


def find_checks(doc: Doc, reading: Reading) -> Reading:
    """Raise what a reader should question, in the order of the text."""
    page = Page(doc, reading)
    found = sorted((c for check in CHECKS for c in check(page)), key=lambda c: (c.span, c.kind))
    numbered = (replace(check, id=f"c{number}") for number, check in enumerate(found, 1))
    return replace(reading, checks=tuple(numbered))
