"""Whatever stands in a report, its sidecar or its notes, every export is whole and harmless."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import pytest

from extract.load.facts import Facts
from extract.load.report import from_text
from extract.records import Span
from store.anchoring.quoting import quotes
from store.formats.codecs import EXPORTS, acled, ucdp
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.formats.tables import EVIDENCE_COLUMNS
from store.history.article_notes import ArticleNotes
from store.items import Item, Kind, State, Suggestion

POISONS = {
    "escape sequence": "a\x1b[31m\x1b]0;owned\x07b",
    "line end": "a\nb\r\nc\rd",
    "blank lines": "a\n\n# b",
    "nothing": "a\x00b",
    "C1": "a\x9b2J\x85b\x9dc",
    "form feed": "a\x0cb\x0bc",
    "delete": "a\x7fb",
    "other separators": "a\u2028b\u2029c\x1cd\x1ee",
    "direction": "a\u202egnp.exe\u2066b\u200fc",
    "tags": "a\U000e0041\U000e0042b",
    "half a pair": "a\ud800b\udcffc",
    "no character": "a\ufffeb\uffffc",
    "formula": "=cmd|' /C calc'!A0",
    "formula after spaces": "  =HYPERLINK(1)",
    "formula after a quote": '"=1+1',
    "formula after a tab": "\t@SUM(1)",
    "plus": "+1+cmd",
    "minus": "-2+3+cmd",
    "at": "@SUM(A1)",
    "wide equals sign": "＝1+1",
    "script": "<script>alert(1)</script>",
    "picture": '<img src=x onerror="alert(1)">',
    "end of an attribute": "\"><svg onload='x'>",
    "comment": "<!-- a --> ]]> <![CDATA[",
    "entity": "&lt;b&gt; &amp; &#27;",
    "superscript": "12<sup>7</sup>",
    "link": "a](javascript:alert(1)) [b](x)",
    "address": "javascript:alert(1)",
    "image": "![x](http://x.test/y.png)",
    "table": "a | b || c \\| d",
    "heading": "# a",
    "list": "- a",
    "enumeration": "1. a",
    "quotation": "> a",
    "emphasis": "**a** _b_ ~~c~~ `d`",
    "rule": "---",
    "columns": "a\tb\tc",
    "separator": 'a,b;c"d""e',
    "backslash": "a\\",
    "percent": "%s {0} $(x) $x^2$",
}
RAW = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
PLACES = (
    "title",
    "publisher",
    "url",
    "key",
    "language",
    "words",
    "name",
    "place",
    "value",
    "label",
    "note",
    "tag",
    "annotator",
    "report note",
)
AT = datetime(2024, 4, 11, 9, 30, tzinfo=UTC)
FORMS = sorted(EXPORTS)


def poisoned(poison: str, places: tuple[str, ...] = PLACES) -> Document:
    """A report with an item of each kind, and the poison in the places."""

    def put(place: str, words: str) -> str:
        return poison if place in places else words

    words = put("words", "x")
    text = (
        f"Raid on depot\nGunmen raided {words} a depot {words} near Kaya, killing 57 guards, "
        "the mayor said.\n"
    )
    article = from_text(
        text, key="depot", facts=Facts(publisher="Radio", published=date(2024, 4, 10))
    )
    text = article.text

    def reference(exact: str, **more: Any) -> dict[str, Any]:
        start = text.index(exact)
        return {"name": put("name", exact), "start": start, "end": start + len(exact), **more}

    def item(kind: Kind, start: str, end: str, fields: dict[str, Any]) -> Item:
        first = text.index(start)
        span = Span(first, text.index(end, first) + len(end))
        found = Suggestion("1", quotes(text, [span]), fields)
        return Item(
            f"{kind.value}-{first}",
            kind,
            found,
            state=State.ACCEPTED,
            note=put("note", "seen"),
            tags=(put("tag", "grain"),),
            by=put("annotator", "anna"),
            at=AT,
        )

    place = {**reference("Kaya"), "name": put("place", "Kaya")}
    when = {"name": put("value", "Monday"), "from": "2024-04-08", "to": "2024-04-08"}
    items = (
        item(
            Kind.EVENT,
            "raided",
            "raided",
            {
                "kind": "Violence against civilians",
                "subkind": put("value", "Attack"),
                "actors": [reference("Gunmen")],
                "targets": [reference("a depot")],
                "place": place,
                "when": when,
                "status": "actual",
                "source": reference("the mayor"),
            },
        ),
        item(
            Kind.FIGURE,
            "57",
            "guards",
            {
                "low": 57.0,
                "high": 57.0,
                "point": 57.0,
                "counted": reference("guards"),
                "outcome": "killed",
                "event": reference("raided"),
                "qualifier": put("value", "exact"),
            },
        ),
        item(Kind.SOURCE, "the mayor", "mayor", {"name": put("name", "mayor"), "kind": "official"}),
        item(Kind.ATTRIBUTION, "Gunmen", "depot", {"cue": reference("said"), "stance": "neutral"}),
        item(
            Kind.ENTITY,
            "Gunmen",
            "near Kaya",
            {"label": put("label", "PLACE"), "name": put("name", "Kaya")},
        ),
        item(Kind.CHECK, "killing", "killing", {"check": "x", "message": put("value", "m")}),
    )
    return Document(
        replace(
            article,
            title=put("title", article.title),
            publisher=put("publisher", "Radio"),
            url=put("url", "https://radio.test/1"),
            key=put("key", "depot").replace("/", "_").replace("\x00", "_"),
            language=put("language", "en"),
        ),
        put("annotator", "anna"),
        tuple(sorted(items, key=lambda one: (one.span, one.id))),
        ArticleNotes(note=put("report note", "read twice")),
    )


@pytest.fixture(params=list(POISONS.values()), ids=list(POISONS))
def poison(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def files_of(form: str, document: Document) -> Iterator[tuple[str, bytes]]:
    files, _ = export(form, [document], Wishes(Choice.ALL))
    for name, data in files:
        if form == "qdpx":
            with zipfile.ZipFile(io.BytesIO(data)) as packed:
                yield from ((inner, packed.read(inner)) for inner in packed.namelist())
        else:
            yield name, data


@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("spacy", "inception")])
def test_no_export_holds_a_raw_control_character(form: str, poison: str) -> None:
    for _, data in files_of(form, poisoned(poison)):
        text = data.decode()
        if form in ("acled", "ucdp", "victims"):
            text = text.replace("\r\n", "\n")
        assert RAW.search(text) is None


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("form", [form for form in FORMS if form not in ("spacy", "inception")])
def test_each_place_is_looked_after(form: str, place: str) -> None:
    poison = "".join(POISONS.values())
    for _, data in files_of(form, poisoned(poison, (place,))):
        text = data.decode().replace("\r\n", "\n")
        assert RAW.search(text) is None
        assert "<script" not in text or form not in ("html", "markdown", "inception")


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]


def test_a_page_has_the_tags_and_links_of_a_harmless_one(poison: str) -> None:
    ours = {tag for tag, _ in _tags(poisoned("x")).found} | {"ul", "li", "h3", "blockquote"}
    tags = _tags(poisoned(poison))
    assert {tag for tag, _ in tags.found} <= ours
    assert not {name for _, names in tags.found for name in names if name.startswith("on")}
    assert all(link.startswith("#") for link in tags.links)


def _tags(document: Document) -> _Tags:
    ((_, data),) = files_of("html", document)
    tags = _Tags()
    tags.feed(data.decode())
    return tags


def test_markdown_has_the_structure_of_a_harmless_one(poison: str) -> None:
    ((_, data),) = files_of("markdown", poisoned(poison, tuple(set(PLACES) - {"words"})))
    ((_, plain),) = files_of("markdown", poisoned("x", tuple(set(PLACES) - {"words"})))
    lines, harmless = data.decode().splitlines(), plain.decode().splitlines()
    assert [_shape(line) for line in lines] == [_shape(line) for line in harmless]


@pytest.mark.parametrize("sign", ["<", ">", "](", "![", "javascript:alert(1))"])
def test_markdown_shows_signs_and_does_not_act_on_them(sign: str, poison: str) -> None:
    ((_, data),) = files_of("markdown", poisoned(poison))
    unescaped = re.sub(r"\\.", "", data.decode())
    assert sign not in re.sub(r"(?m)^> ", "", unescaped)


def _shape(line: str) -> tuple[str, int]:
    """How a line begins, and its columns."""
    lead = re.match(r"#+ |- |> |\| |\d+\. |\*\*|", line)
    cells = len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) if line.startswith("|") else 0
    return (lead[0] if lead else "", cells)


@pytest.mark.parametrize(("form", "columns"), [("acled", acled.COLUMNS), ("ucdp", ucdp.COLUMNS)])
def test_tables_keep_their_rows_and_hold_no_formula(
    form: str, columns: tuple[str, ...], poison: str
) -> None:
    files = dict(files_of(form, poisoned(poison)))
    harmless = dict(files_of(form, poisoned("x")))
    for name, names in (("", columns), ("evidence.csv", EVIDENCE_COLUMNS)):
        text = files[name].decode()
        rows = list(csv.reader(io.StringIO(text, newline="")))
        before = list(csv.reader(io.StringIO(harmless[name].decode(), newline="")))
        assert len(rows) == len(before) == len(text.splitlines())
        assert {len(row) for row in rows} == {len(names)}
        for cell in (cell for row in rows[1:] for cell in row):
            assert not re.match(r"[\s\"]*[=+\-@＝]|[\t\r]", cell) or re.fullmatch(r"-?\d+", cell)


def test_numbers_of_our_own_stay_numbers() -> None:
    (row,) = csv.DictReader(io.StringIO(dict(files_of("acled", poisoned("x")))[""].decode()))
    assert row["fatalities"] == "57"


@pytest.mark.parametrize("form", ["jsonl", "webanno", "prodigy", "doccano", "labelstudio"])
def test_json_keeps_the_text_to_the_letter(form: str, poison: str) -> None:
    document = poisoned(poison)
    ((_, data),) = files_of(form, document)
    found = json.loads(data)
    if form == "jsonl":
        assert found["article"]["text"] == document.article.text
    elif form in ("prodigy", "doccano"):
        assert found["text"] == document.article.text
    elif form == "labelstudio":
        assert found[0]["data"]["text"] == document.article.text
    if form in ("jsonl", "prodigy", "doccano"):
        assert data.count(b"\n") == 1


def test_brats_lines_and_offsets_hold(poison: str) -> None:
    files = [data.decode() for _, data in files_of("brat", poisoned(poison))]
    text, annotations, *_ = files
    assert len(text) == len(poisoned(poison).article.text)
    for line in annotations.removesuffix("\n").split("\n"):
        assert re.fullmatch(r"[TERA#]\d+\t[^\t]+(\t[^\t]*)?", line)
        if line.startswith("T"):
            _, where, words = line.split("\t")
            pieces = [piece.split() for piece in where.split(" ", 1)[1].split(";")]
            assert " ".join(text[int(a) : int(b)] for a, b in pieces) == words


def test_columns_stay_two(poison: str) -> None:
    ((_, data),) = files_of("conll", poisoned(poison))
    for line in data.decode().removesuffix("\n").split("\n"):
        assert not line or re.fullmatch(r"[^\t]+\t[^\t]+", line)


def test_a_project_is_xml_with_its_texts_as_long_as_they_were(poison: str) -> None:
    document = poisoned(poison)
    (_, project), (_, text) = files_of("qdpx", document)
    assert ElementTree.fromstring(project).find("{*}Sources/{*}TextSource") is not None
    assert len(text.decode()) == len(document.article.text)


@pytest.mark.slow  # the types of INCEpTION are loaded for each
def test_inception_files_open_with_their_offsets(poison: str) -> None:
    cassis = pytest.importorskip("cassis")
    document = poisoned(poison)
    _, (_, data) = files_of("inception", document)
    types, _ = files_of("inception", document)
    assert RAW.search(data.decode()) is None
    system = cassis.load_typesystem(io.BytesIO(types[1]))
    cas = cassis.load_cas_from_xmi(io.BytesIO(data), typesystem=system)
    assert len(cas.sofa_string) == len(document.article.text)
    covered = {span.get_covered_text() for span in cas.select("webanno.custom.DatelineSpan")}
    assert {"raided", "57 guards", "the mayor"} <= covered


def test_docbin_opens_with_its_offsets(poison: str) -> None:
    tokens = pytest.importorskip("spacy.tokens")
    vocabulary = pytest.importorskip("spacy.vocab").Vocab()
    document = poisoned(poison)
    ((_, data),) = files_of("spacy", document)
    (doc,) = tokens.DocBin().from_bytes(data).get_docs(vocabulary)
    assert len(doc.text) == len(document.article.text)
    assert {"raided", "57 guards"} <= {span.text for span in doc.spans["sc"]}


@pytest.mark.parametrize(
    "form", ["brat", "conll", "inception", "qdpx", "spacy", "html", "markdown"]
)
def test_what_is_replaced_is_counted(form: str) -> None:
    _, losses = export(form, [poisoned("a\x0cb", ("words",))], Wishes())
    assert losses.counts["control characters of the text (signs or spaces in their place)"] > 0
