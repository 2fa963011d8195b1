"""Two annotators on one report: who has what, and with which values."""

from dataclasses import replace
from typing import Any

import pytest

from extract.load.report import from_text
from extract.records import Span
from store.agreement.measures import Counts, agreement
from store.anchoring.quoting import quotes
from store.formats.document import Document
from store.items import Item, Kind, State, Suggestion

ARTICLE = from_text("Twelve people drowned near Pemba, the port said.\n" * 2, key="k")


def entity(start: int, end: int, label: str = "PLACE", state: State = State.ACCEPTED) -> Item:
    fields: dict[str, Any] = {"label": label, "name": "x"}
    found = Suggestion("1", quotes(ARTICLE.text, [Span(start, end)]), fields)
    return Item(f"e{start}-{end}", Kind.ENTITY, found, state=state)


def figure(value: float, start: int = 0) -> Item:
    found = Suggestion("1", quotes(ARTICLE.text, [Span(start, start + 6)]), {"point": value})
    return Item(f"f{start}", Kind.FIGURE, found, state=State.ACCEPTED)


def documents(first: list[Item], second: list[Item]) -> tuple[Document, Document]:
    return Document(ARTICLE, "a", tuple(first)), Document(ARTICLE, "b", tuple(second))


def test_spans_that_only_overlap_count_as_overlapping_alone() -> None:
    found = agreement([documents([entity(27, 32)], [entity(22, 32)])], "a", "b")
    assert found.exact[Kind.ENTITY] == Counts(0, 1, 1)
    assert found.overlapping[Kind.ENTITY] == Counts(1, 0, 0)


def test_another_label_is_no_agreement_but_tells_on_alpha() -> None:
    pair = documents([entity(27, 32), entity(0, 6)], [entity(27, 32, "ORG"), entity(0, 6)])
    found = agreement([pair], "a", "b")
    assert found.exact[Kind.ENTITY] == Counts(1, 1, 1)
    assert found.labelled_by_both == 2
    assert found.alpha == pytest.approx(0.0)


def test_precision_recall_and_f1() -> None:
    counts = Counts(both=3, only_first=1, only_second=3)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.75, 0.6)
    assert Counts().f1 is None


def test_kappa_takes_suggestions_that_both_decided() -> None:
    places = [(0, 6), (7, 13), (14, 21), (27, 32)]
    first = [entity(*place) for place in places]
    second = [replace(item, state=State.REJECTED) for item in first[:2]] + first[2:]
    third = replace(first[0], state=State.REJECTED)
    found = agreement([documents([third, *first[1:]], second)], "a", "b")
    assert found.decided_by_both == 4
    assert found.kappa == pytest.approx(0.5)


def test_a_skipped_item_is_no_decision() -> None:
    skipped = replace(entity(0, 6), state=State.SKIPPED)
    found = agreement([documents([skipped], [entity(0, 6)])], "a", "b")
    assert found.decided_by_both == 0
    assert found.kappa is None


def test_values_are_compared_where_spans_agree() -> None:
    found = agreement(
        [documents([figure(12), figure(3, 50)], [figure(12), figure(4, 50)])], "a", "b"
    )
    value = next(one for one in found.values if one.name == "figure: value")
    assert (value.same, value.compared) == (1, 2)
