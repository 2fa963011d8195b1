"""What goes out comes back, and what others made finds its words."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import msgspec
import pytest
from depot import make_document

from store.formats.codecs import IMPORTS
from store.formats.codecs.jsonl import FORMAT, OwnRow, own_rows
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.incoming.importing import bring
from store.formats.incoming.merging import Terms
from store.formats.incoming.placing import Placed, Placer
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.restoring import NotesInTheWayError, restore, restore_report
from store.formats.output import write
from store.formats.recognising import format_of
from store.items import State
from store.library.library import Library

NOW = datetime(2024, 1, 2, tzinfo=UTC)


@pytest.fixture
def document() -> Document:
    return make_document()


def signs(items: Any) -> set[tuple[Any, ...]]:
    """Span, kind and note of each item, which every format carries."""
    return {(item.kind, item.spans[0].start, item.spans[0].end) for item in items}


def placed(form: str, document: Document, out: Path) -> list[Placed]:
    """What comes back of a report that went out whole."""
    write(export(form, [document], Wishes(Choice.ALL))[0], out)
    (incoming,) = IMPORTS[form].read(out)
    assert isinstance(incoming, Incoming)
    items = list(Placer(incoming, document.article).placed())
    assert [item for item in items if isinstance(item, UnreadableImportError)] == []
    return [item for item in items if isinstance(item, Placed)]


def test_web_annotation_comes_back_with_values_notes_and_tags(
    document: Document, tmp_path: Path
) -> None:
    items = placed("webanno", document, tmp_path / "out")
    assert signs(items) == signs(document.items)
    assert {i.note: i.tags for i in items if i.note} == {
        "the depot of the cooperative": ("grain", "livelihoods")
    }
    assert [dict(i.fields) for i in items] == [dict(i.fields) for i in document.items]


def test_brat_comes_back_with_labels_notes_and_tags(document: Document, tmp_path: Path) -> None:
    items = placed("brat", document, tmp_path / "out")
    assert signs(items) == signs(document.items)
    noted = next(item for item in items if item.note)
    assert (noted.note, noted.tags, len(noted.spans)) == (
        "the depot of the cooperative",
        ("grain", "livelihoods"),
        2,
    )
    assert [item.kind for item in items if item.flag] == ["figure"]


def test_prodigy_comes_back_with_values(document: Document, tmp_path: Path) -> None:
    items = placed("prodigy", document, tmp_path / "out")
    assert signs(items) == signs(document.items)


def test_doccano_comes_back_with_labels(document: Document, tmp_path: Path) -> None:
    items = placed("doccano", document, tmp_path / "out")
    assert signs(items) == signs(document.chosen(Choice.ACCEPTED))


def test_words_are_found_where_offsets_do_not_fit(document: Document) -> None:
    place = Place(400, 404, "Kaya", prefix="near ")
    incoming = Incoming("x", (Proposal("x", "LOC", (place,)),))
    (item,) = Placer(incoming, document.article).placed()
    assert isinstance(item, Placed)
    assert (item.quotes[0].exact, item.fields["label"]) == ("Kaya", "PLACE")


@pytest.mark.parametrize(
    ("label", "exact", "why"),
    [("LOC", "Timbuktu", "no place"), ("Mood", "Kaya", "has no meaning here")],
)
def test_what_finds_no_place_or_sense_is_told(
    document: Document, label: str, exact: str, why: str
) -> None:
    incoming = Incoming("x", (Proposal("line 7", label, (Place(exact=exact),)),))
    (error,) = Placer(incoming, document.article).placed()
    assert isinstance(error, UnreadableImportError)
    assert why in str(error)
    assert "line 7" in str(error)


@pytest.mark.parametrize(
    "line",
    [b"{broken", b"[]", b'{"no": "text"}', b'{"text": "a", "spans": 7}', b"[" * 10_000],
)
def test_a_broken_line_names_its_number_and_the_rest_goes_in(line: bytes, tmp_path: Path) -> None:
    good = json.dumps({"text": "Kaya", "spans": [{"start": 0, "end": 4, "label": "LOC"}]})
    path = tmp_path / "f.jsonl"
    path.write_bytes(line + b"\n" + good.encode())
    first, second = IMPORTS["prodigy"].read(path)
    assert isinstance(first, UnreadableImportError)
    assert "f.jsonl, line 1" in str(first)
    assert isinstance(second, Incoming)


@pytest.fixture
def library(document: Document, tmp_path: Path) -> Iterator[Library]:
    folder = tmp_path / "library"
    restore_report(document.article, folder)
    opened = Library(folder, "anna")
    yield opened
    opened.close()


def reviewed(library: Library) -> Library:
    """The library with a few decisions in it."""
    article = library.article("sahel/depot")
    annotations = library.open(article)
    annotations.suggest(library.look(article).items())
    for item, state in zip(annotations.items(), (State.ACCEPTED, State.REJECTED), strict=False):
        annotations.decide(item.id, state)
    annotations.note("article", "read twice")
    annotations.undo()
    annotations.close()
    return library


def test_a_report_is_restored_with_its_facts(document: Document, library: Library) -> None:
    article = library.article("sahel/depot")
    assert replace(article, path=None, blocks=()) == replace(document.article, blocks=())


def own_row(row: OwnRow | str) -> Incoming:
    line = row if isinstance(row, str) else msgspec.json.encode(row).decode()
    (found,) = own_rows(line.encode(), "x")
    assert isinstance(found, Incoming)
    return found


def test_own_lines_come_back_to_an_equal_store(library: Library, tmp_path: Path) -> None:
    kept = reviewed(library).kept("sahel/depot")
    article = library.article("sahel/depot")
    files, _ = export("jsonl", [Document(article, "anna", (), kept=kept)], Wishes())
    row = own_row(files[0][1].decode())
    restore_report(article, tmp_path / "other")
    other = Library(tmp_path / "other", "bea")
    assert restore(row, other, "sahel/depot")
    assert other.kept("sahel/depot", "anna") == kept
    assert not restore(row, other, "sahel/depot")


def test_other_notes_are_not_overwritten(library: Library) -> None:
    kept = reviewed(library).kept("sahel/depot")
    article = replace(library.article("sahel/depot"), path=None)
    row = own_row(OwnRow(article, "anna", (), replace(kept, steps=())))
    with pytest.raises(NotesInTheWayError):
        restore(row, library, "sahel/depot")


def test_a_file_tells_its_format(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    for text, form in (
        ('{"text": "a", "spans": []}', "prodigy"),
        ('{"text": "a", "entities": []}', "doccano"),
        (f'{{"format": "{FORMAT}"}}', "jsonl"),
    ):
        path.write_text(text)
        assert format_of(path) == form


def test_the_library_finds_its_report_by_text(document: Document, library: Library) -> None:
    row = {"text": document.article.text, "spans": [{"start": 0, "end": 4, "label": "Attack"}]}
    path = library.folder / "in.jsonl"
    path.write_text(json.dumps(row))
    brought = bring(IMPORTS["prodigy"].read(path), library, Terms("prodigy"))
    assert (brought.new + brought.changed + brought.same, brought.problems) == (1, [])


def test_imported_suggestions_stay_until_they_are_decided(library: Library) -> None:
    text = library.article("sahel/depot").text
    start = text.index("a grain depot")
    path = library.folder / "in.jsonl"
    span = {"start": start, "end": start + 13, "label": "GROUP"}
    path.write_text(json.dumps({"text": text, "spans": [span]}))
    bring(IMPORTS["prodigy"].read(path), library, Terms("prodigy"))
    again = library.look(library.article("sahel/depot"))
    found = [item.words for item in again.items() if item.origin == "import prodigy"]
    assert found == ["a grain depot"]
