"""What goes out can be read by programs that are not ours."""

import csv
import io
import json
from pathlib import Path

import pytest
from depot import make_document

from store.errors import StoreError
from store.formats.codecs import EXPORTS, acled, ucdp
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.output import write
from store.items import Kind, State
from store.kinds import definition


@pytest.fixture
def document() -> Document:
    return make_document()


def only(form: str, document: Document, **wishes: object) -> str:
    """The one file, or the one without a name, of an export."""
    return files_of(form, document, **wishes)[""].decode()


def files_of(form: str, document: Document, **wishes: object) -> dict[str, bytes]:
    files, _ = export(form, [document], Wishes(**wishes))  # type: ignore[arg-type]
    return dict(files)


def test_accepted_leaves_out_what_was_rejected_or_not_decided(document: Document) -> None:
    states = {item.state for item in document.chosen(Choice.ACCEPTED)}
    assert states == {State.ACCEPTED}
    assert len(document.chosen(Choice.DECIDED)) == len(document.chosen(Choice.ACCEPTED)) + 1
    assert len(document.chosen(Choice.ALL)) == len(document.items)


def test_what_stays_at_home_is_counted_and_is_no_loss(document: Document) -> None:
    _, losses = export("conll", [document], Wishes())
    assert losses.asides["rejected items not chosen"] == 1
    assert losses.asides["undecided items not chosen"] == 1
    assert losses.counts["events (names alone go out)"] == 1


def test_web_annotation_selects_by_quote_and_by_position(document: Document) -> None:
    found = json.loads(only("webanno", document, choice=Choice.ALL))
    annotations = found["first"]["items"]
    assert found["type"] == "AnnotationCollection"
    assert found["total"] == len(annotations) == len(document.items)
    text = document.article.text
    for annotation in annotations:
        assert annotation["type"] == "Annotation"
        for target in annotation["target"]:
            by_quote, by_position = target["selector"]
            assert text[by_position["start"] : by_position["end"]] == by_quote["exact"]
            assert by_quote["prefix"] + by_quote["exact"] + by_quote["suffix"] in text


def test_web_annotation_carries_notes_and_tags(document: Document) -> None:
    found = json.loads(only("webanno", document))
    bodies = [body for one in found["first"]["items"] for body in one["body"]]
    values = {(body["purpose"], body.get("value")) for body in bodies}
    assert ("commenting", "the depot of the cooperative") in values
    assert ("tagging", "grain") in values


def test_brat_offsets_hold_the_words(document: Document) -> None:
    files = files_of("brat", document, choice=Choice.ALL)
    text = files["sahel/depot.txt"].decode()
    for line in files["sahel/depot.ann"].decode().splitlines():
        if line.startswith("T"):
            _, where, words = line.split("\t")
            pieces = [piece.split() for piece in where.split(" ", 1)[1].split(";")]
            assert " ".join(text[int(a) : int(b)] for a, b in pieces) == words


def test_brat_events_have_their_roles(document: Document) -> None:
    lines = files_of("brat", document)["sahel/depot.ann"].decode()
    event = next(line for line in lines.splitlines() if line.startswith("E1"))
    roles = [part.split(":")[0] for part in event.split("\t")[1].split()]
    assert roles == ["Attack", "Actor", "Target", "Place", "Time", "SaidBy", "Toll"]


def test_brat_can_be_read_by_another_parser(document: Document, tmp_path: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser")
    write(list(files_of("brat", document).items()), tmp_path / "brat")
    (example,) = pybrat.BratParser(error="raise").parse(tmp_path / "brat" / "sahel")
    assert {entity.type for entity in example.entities} >= {"PLACE", "ORG", "Figure"}
    assert [event.type for event in example.events] == ["Attack", "Attack"]
    assert example.relations


def test_prodigy_token_ends_are_inclusive(document: Document) -> None:
    row = json.loads(only("prodigy", document, choice=Choice.ALL))
    tokens = row["tokens"]
    for span in row["spans"]:
        assert tokens[span["token_start"]]["start"] <= span["start"]
        assert tokens[span["token_end"]]["end"] >= span["end"]
    assert "".join(token["text"] for token in tokens) == "".join(row["text"].split())


def test_label_studio_keeps_suggestions_and_decisions_apart(document: Document) -> None:
    (task,) = json.loads(only("labelstudio", document))
    predicted = {result.get("id") for result in task["predictions"][0]["result"]}
    decided = {result.get("id") for result in task["annotations"][0]["result"]}
    facts = [one for one in task["data"]["dateline"] if "state" not in one]
    assert len(facts) == len(document.items)
    assert predicted & decided == {None}, "links have no ids"


def test_columns_are_well_formed_iob2(document: Document) -> None:
    before = "O"
    for line in only("conll", document).splitlines():
        label = line.split("\t")[1] if line and not line.startswith("-DOC") else "O"
        if label.startswith("I-"):
            assert before[1:] == label[1:]
        before = label


def test_columns_have_all_names_and_nothing_that_would_take_their_place(document: Document) -> None:
    rows = [line.split("\t") for line in only("conll", document).splitlines() if line]
    assert [row for row in rows if row[1] != "O"] == [
        ["grain", "B-ORG"],
        ["depot", "I-ORG"],
        ["Kaya", "B-PLACE"],
    ]
    assert rows[0] == ["-DOCSTART-", "O"]


def test_docbin_opens_in_spacy_with_the_text_as_it_was(document: Document) -> None:
    tokens = pytest.importorskip("spacy.tokens")
    vocabulary = pytest.importorskip("spacy.vocab").Vocab()
    files, losses = export("spacy", [document], Wishes(Choice.ALL))
    (doc,) = tokens.DocBin().from_bytes(files[0][1]).get_docs(vocabulary)
    assert doc.text == document.article.text
    assert [entity.text for entity in doc.ents] == ["grain depot", "Kaya"]
    spans = {(span.text, span.label_) for span in doc.spans["sc"]}
    assert ("Kaya", "PLACE") in spans
    assert losses.counts["rejected items (no place for what was decided)"] == 1
    assert losses.asides["undecided items (no place for what was decided)"] == 1


def test_inception_files_open_in_cassis(document: Document) -> None:
    cassis = pytest.importorskip("cassis")
    files = dict(export("inception", [document], Wishes())[0])
    types = cassis.load_typesystem(io.BytesIO(files["TypeSystem.xml"]))
    cas = cassis.load_cas_from_xmi(io.BytesIO(files["sahel/depot.xmi"]), typesystem=types)
    spans = cas.select("webanno.custom.DatelineSpan")
    assert "raided" in {span.get_covered_text() for span in spans}
    assert cas.sofa_string == document.article.text


@pytest.mark.parametrize(("form", "columns"), [("acled", acled.COLUMNS), ("ucdp", ucdp.COLUMNS)])
def test_tables_have_the_codebooks_columns(
    document: Document, form: str, columns: tuple[str, ...]
) -> None:
    (row,) = csv.DictReader(io.StringIO(only(form, document)))
    assert tuple(row) == columns


def test_an_acled_row_says_what_the_report_says(document: Document) -> None:
    (row,) = csv.DictReader(io.StringIO(only("acled", document)))
    told = {name: row[name] for name in ("event_date", "actor1", "location", "fatalities")}
    assert told == {
        "event_date": "2023-04-10",
        "actor1": "Unidentified Armed Group (Burkina Faso)",
        "location": "Kaya",
        "fatalities": "3",
    }
    place = {name: row[name] for name in ("country", "iso", "admin1", "geo_precision")}
    assert place == {
        "country": "Burkina Faso",
        "iso": "854",
        "admin1": "Centre-Nord",
        "geo_precision": "2",
    }
    point = float(row["latitude"]), float(row["longitude"])
    assert point == pytest.approx((13.09, -1.08), abs=0.02)
    assert row["event_id_cnty"] == row["region"] == ""


def test_a_ucdp_row_leaves_an_open_end_blank(document: Document) -> None:
    (row,) = csv.DictReader(io.StringIO(only("ucdp", document)))
    assert (row["low"], row["best"], row["high"]) == ("3", "3", "")


def test_every_cell_has_its_evidence(document: Document) -> None:
    files = dict(export("acled", [document], Wishes())[0])
    for row in csv.DictReader(io.StringIO(files["evidence.csv"].decode())):
        words = document.article.text[int(row["start"]) : int(row["end"])]
        assert words == row["words"]
        assert row["annotator"] == "anna"


def test_html_escapes_the_report_and_forbids_scripts(document: Document) -> None:
    page = only("html", document, choice=Choice.ALL)
    assert "<b>two</b>" not in page
    assert "&lt;b&gt;two&lt;/b&gt;" in page.replace('</mark><mark class="attribution">', "")
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_html_links_rows_and_words_both_ways(document: Document) -> None:
    page = only("html", document, choice=Choice.ALL)
    for number in range(1, len(document.items) + 1):
        assert page.count(f'id="w{number}"') == 1
        assert page.count(f'href="#w{number}"') == 1
        assert page.count(f'id="r{number}"') == 1
        assert page.count(f'href="#r{number}"') == 1


def test_markdown_has_a_table_for_each_kind_there_is(document: Document) -> None:
    page = only("markdown", document, choice=Choice.ALL)
    titles = [line for line in page.splitlines() if line.startswith("## ")]
    told = {item.kind for item in document.items}
    assert titles == [f"## {definition(kind).title}" for kind in Kind if kind in told]


@pytest.mark.parametrize("form", sorted(set(EXPORTS) - {"spacy", "inception"}))
def test_an_empty_review_still_makes_a_file(document: Document, form: str) -> None:
    empty = Document(document.article, "anna", ())
    files, _ = export(form, [empty], Wishes())
    assert files


def test_a_folder_that_cannot_be_written_is_told(document: Document, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    files, _ = export("brat", [document], Wishes())
    with pytest.raises(StoreError, match="cannot be written"):
        write(files, tmp_path / "file" / "brat")


def test_what_else_is_in_the_folder_stays(document: Document, tmp_path: Path) -> None:
    out = tmp_path / "brat"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    write(export("brat", [document], Wishes())[0], out)
    assert sorted(path.name for path in out.iterdir()) == [
        "annotation.conf",
        "mine.txt",
        "sahel",
        "visual.conf",
    ]
