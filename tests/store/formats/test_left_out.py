"""Every accepted item goes out or is counted, by kind and reason; that alone is a loss."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from extract.load.facts import Facts
from extract.load.report import from_text
from extract.records import Span
from store.anchoring.quoting import quotes
from store.formats.codecs import EXPORTS
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.losses import Losses
from store.history.article_notes import ArticleNotes
from store.items import Item, Kind, Standing, State, Suggestion

TEXT = (
    "Raid on depot\n"
    "Gunmen raided a depot near Kaya on Monday, killing 57 guards and wounding 12 drivers, the "
    "mayor said. A march is planned. The radio will report.\n"
)
ARTICLE = from_text(TEXT, key="depot", facts=Facts(published=date(2024, 4, 10)))
ANNOTATORS_FORMATS = sorted(set(EXPORTS) - {"acled", "ucdp", "geojson", "jsonl", "victims"})


def reference(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"name": words, "start": start, "end": start + len(words)}


def item(kind: Kind, words: str, fields: Mapping[str, Any], **more: Any) -> Item:
    start = TEXT.index(words)
    found = Suggestion("1", quotes(TEXT, [Span(start, start + len(words))]), fields)
    return Item(f"{kind}-{start}", kind, found, **{"state": State.ACCEPTED, **more})


def event(words: str = "raided", **fields: Any) -> Item:
    usual = {"kind": "Violence against civilians", "subkind": "Attack", "status": "actual"}
    return item(Kind.EVENT, words, {**usual, **fields})


def figure(words: str = "57 guards", outcome: str = "killed", **fields: Any) -> Item:
    values = {"low": 57.0, "point": 57.0, "high": 57.0, "outcome": outcome, **fields}
    return item(Kind.FIGURE, words, {"event": reference("raided"), **values})


NAME = item(Kind.ENTITY, "Kaya", {"label": "PLACE", "name": "Kaya"})
SOURCE = item(Kind.SOURCE, "the mayor", {"name": "the mayor", "kind": "official"})
STATEMENT = item(Kind.ATTRIBUTION, "Gunmen raided", {"stance": "neutral"})


def losses_of(
    form: str, *items: Item, choice: Choice = Choice.ACCEPTED, **article_notes: Any
) -> Losses:
    document = Document(ARTICLE, "anna", items, ArticleNotes(**article_notes))
    return export(form, [document], Wishes(choice))[1]


ROWS = [
    ("acled", (event(),), {}),
    ("acled", (event(), figure()), {}),
    ("acled", (event(status="planned"),), {"events (planned)": 1}),
    ("acled", (event(status="hypothetical"),), {"events (hypothetical)": 1}),
    ("acled", (event(status="negated"),), {"events (negated)": 1}),
    ("acled", (event(kind="Other"),), {"events (of no type that ACLED has)": 1}),
    ("acled", (event(kind="Other", subkind="Accident"),), {"events (accident)": 1}),
    ("ucdp", (event(kind="Other", subkind="Accident"),), {"events (accident)": 1}),
    ("ucdp", (event(),), {"events (nobody is counted as killed)": 1}),
    ("ucdp", (event(), figure()), {}),
    (
        "ucdp",
        (event(status="planned"), figure()),
        {"events (planned)": 1, "figures of people killed that belong to no row": 1},
    ),
    ("acled", (figure(),), {"figures of people killed that belong to no row": 1}),
    (
        "acled",
        (event(), figure("12 drivers", "wounded")),
        {"figures (no column for what is counted)": 1},
    ),
    (
        "acled",
        (event(), figure(), figure("12 drivers", part_of=reference("57 guards"))),
        {"figures (parts of other figures)": 1},
    ),
    ("ucdp", (event(), figure(), NAME), {"names (no rows of their own)": 1}),
    ("acled", (event(), SOURCE), {"sources (no rows of their own)": 1}),
    ("acled", (event(), STATEMENT), {"statements (no rows of their own)": 1}),
    ("acled", (replace(event(), note="seen"),), {}),
    (
        "acled",
        (event(), replace(figure(), note="seen", tags=("a", "b"))),
        {"notes": 1, "tags": 2},
    ),
    ("ucdp", (replace(event(), note="seen"), figure()), {"notes": 1}),
    ("acled", (replace(event(), tags=("a", "b")),), {}),
    ("ucdp", (replace(event(), tags=("a", "b")), figure()), {"tags": 2}),
    ("ucdp", (replace(event(), flag=True), figure()), {"flags": 1}),
]


@pytest.mark.parametrize(("form", "items", "lost"), ROWS)
def test_rows_count_what_they_leave_out(
    form: str, items: tuple[Item, ...], lost: dict[str, int]
) -> None:
    assert losses_of(form, *items).counts == lost


@pytest.mark.parametrize(
    ("form", "lost"),
    [
        ("labelstudio", {}),
        ("inception", {"flags": 1, "events without their values": 1}),
        ("prodigy", {}),
        ("doccano", {}),
        ("conll", {"notes": 1, "tags": 1, "flags": 1, "events (names alone go out)": 1}),
        ("spacy", {"notes": 1, "tags": 1, "flags": 1, "events without their values": 1}),
        ("brat", {}),
        ("webanno", {}),
        ("html", {}),
        ("markdown", {}),
        ("jsonl", {}),
    ],
)
def test_notes_tags_flags_and_values_are_counted_where_there_is_no_place_for_them(
    form: str, lost: dict[str, int]
) -> None:
    marked = replace(event(), note="seen", tags=("grain",), flag=True)
    assert losses_of(form, marked).counts == lost


@pytest.mark.parametrize("form", ANNOTATORS_FORMATS)
def test_a_bare_name_is_lost_nowhere(form: str) -> None:
    assert not losses_of(form, NAME)


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - {"jsonl"}))
def test_an_accepted_orphan_is_a_loss(form: str) -> None:
    lost = losses_of(form, replace(NAME, standing=Standing.ORPHAN))
    assert lost.counts == {"accepted names (their words are gone from the text)": 1}


@pytest.mark.parametrize("form", ANNOTATORS_FORMATS)
def test_an_uncertain_item_is_told_and_no_loss(form: str) -> None:
    found = losses_of(form, replace(NAME, standing=Standing.UNCERTAIN))
    assert not found
    assert list(found.remarks()) == [
        "1 uncertain name goes out (look them over: their words changed)"
    ]


@pytest.mark.parametrize("state", [State.UNDECIDED, State.REJECTED, State.SKIPPED])
@pytest.mark.parametrize("form", sorted(EXPORTS))
def test_what_was_not_to_go_out_is_no_loss(form: str, state: State) -> None:
    assert not losses_of(form, replace(NAME, state=state))


@pytest.mark.parametrize("state", [State.UNDECIDED, State.REJECTED, State.SKIPPED])
@pytest.mark.parametrize("form", ["acled", "ucdp", "conll", "spacy", "doccano"])
def test_what_was_not_accepted_stays_out_where_it_could_not_be_told_apart(
    form: str, state: State
) -> None:
    items = replace(event(), state=state), replace(figure(), state=state)
    found = losses_of(form, *items, choice=Choice.ALL)
    told = {f"{state.value} items (no place for what was decided)": 2}
    lost, asides = (told, {}) if state is State.REJECTED else ({}, told)
    assert (found.counts, found.asides) == (lost, asides), "what is undecided is no loss"


@pytest.mark.parametrize(
    "form", ["webanno", "brat", "prodigy", "inception", "labelstudio", "html", "markdown"]
)
def test_what_was_rejected_goes_out_marked_where_there_is_a_place(form: str) -> None:
    document = Document(ARTICLE, "anna", (replace(NAME, state=State.REJECTED),))
    files, losses = export(form, [document], Wishes(Choice.ALL))
    assert not losses
    assert any(b"rejected" in data for _, data in files)


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - {"jsonl"}))
def test_the_reports_own_note_is_counted_where_it_has_no_place(form: str) -> None:
    kept = EXPORTS[form].carries.report_note
    lost = losses_of(form, note="read twice", tags=("a",), flag=True).counts
    assert lost["notes on reports"] == (0 if kept else 1)
    assert (lost["tags on reports"], lost["flags on reports"]) == (1, 1)


def test_what_is_counted_once_is_told_of_one() -> None:
    found = losses_of("acled", event(status="planned"))
    assert list(found.lines()) == ["1 event (planned)"]


def test_a_span_under_a_longer_one_is_counted_with_its_kind() -> None:
    found = losses_of("conll", NAME, item(Kind.ENTITY, "near Kaya on", {"label": "ORG"}))
    assert found.counts == {"names (a longer one stands there)": 1}


@pytest.mark.parametrize("form", ["conll", "spacy"])
def test_a_half_reviewed_report_is_told_where_a_tagger_learns_from_it(form: str) -> None:
    waiting = replace(item(Kind.ENTITY, "Monday", {"label": "DATE"}), state=State.UNDECIDED)
    told = "1 half-reviewed report (undecided names count as none)"
    assert told in losses_of(form, NAME, waiting).remarks()
    assert told not in losses_of(form, NAME).remarks()


@pytest.mark.parametrize("form", ["conll", "spacy"])
def test_a_word_that_is_widened_is_counted(form: str) -> None:
    assert losses_of(form, item(Kind.ENTITY, "Kay", {"label": "PLACE", "name": "Kay"})).counts == {
        "boundaries inside a word (widened to the word)": 1
    }
