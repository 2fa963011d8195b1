"""REFI-QDA projects (.qdpx, https://www.qdasoftware.org): QualCoder, NVivo, MAXQDA, ATLAS.ti.

A ZIP file with `project.qde`, which is XML, and a text a report. Every item is a selection in its
report for each stretch of its words, coded with what it is; notes are what is written on a
selection, tags, flags and decisions are codes. A note called "Dateline" at each report holds the
values, which the standard has no place for, so that they come back. Positions are code points.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from extract.harmless import harmless, harmless_json
from extract.records import Article
from store.formats.codebook import (
    Code,
    code_of,
    codebook,
    flag_code,
    guid,
    state_code,
    tag_code,
)
from store.formats.document import Document, Wishes
from store.formats.escaping import one_line
from store.formats.losses import Carries, Losses
from store.formats.marks import graph
from store.formats.registry import Files, Row, Start, export_format
from store.items import Item, Quote
from store.wording import claim

NAMESPACE = "urn:QDA-XML:project:1.0"
PROJECT, SOURCES = "project.qde", "sources"
MEMO = "Dateline"
"""What the notes are called that hold the values."""
PUBLISHED, PUBLISHER, ADDRESS = "Published", "Publisher", "Address"
_MACHINE = "Dateline"
_OURS = b"Dateline"
"""The comment on a file of ours."""
_LONGEST = 200
"""Of what a selection is called."""
_MADE = (1980, 1, 1, 0, 0, 0)
_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
_FACTS = {PUBLISHED: "Date", PUBLISHER: "Text", ADDRESS: "Text"}
"""What is told of a report as a variable, with its type."""


def _is_own(start: Start) -> bool:
    """Return whether it is a project that was written here."""
    if not start.has("PK", PROJECT):
        return False
    try:
        with zipfile.ZipFile(start.path) as found:
            return found.comment == _OURS
    except (OSError, zipfile.BadZipFile):
        return False


@export_format(
    "qdpx",
    "REFI-QDA project for QualCoder, NVivo, MAXQDA, ATLAS.ti",
    suffix=".qdpx",
    carries=Carries(
        values=True, links=True, notes=True, tags=True, flags=True, states=True, report_note=True
    ),
    is_own=_is_own,
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one project with all reports."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.comment = _OURS
        _put(packed, PROJECT, _Project(documents, wishes).xml())
        for article in {one.article.key: one.article for one in documents}.values():
            name = f"{SOURCES}/{_source_guid(article)}.txt"
            _put(packed, name, harmless(article.text).encode())
    yield "", out.getvalue()


def _put(packed: zipfile.ZipFile, name: str, data: bytes) -> None:
    """Add a file, with the same time whenever it is written."""
    entry = zipfile.ZipInfo(name, _MADE)
    entry.compress_type = zipfile.ZIP_DEFLATED
    packed.writestr(entry, data)


class _Project:
    """The elements of `project.qde`, in the order of the standard's schema."""

    def __init__(self, documents: Sequence[Document], wishes: Wishes) -> None:
        self._documents = documents
        self._chosen = [document.chosen(wishes.choice) for document in documents]
        self._root = Element("Project", name="Dateline", origin="Dateline", xmlns=NAMESPACE)
        self._links: list[tuple[str, str, str]] = []
        self._notes: list[Element] = []

    def xml(self) -> bytes:
        root = self._root
        self._add_users()
        _add_codes(SubElement(SubElement(root, "CodeBook"), "Codes"), codebook(self._items()))
        self._add_variables()
        if self._documents:
            self._add_sources(SubElement(root, "Sources"))
        if self._notes:
            SubElement(root, "Notes").extend(self._notes)
        if self._links:
            self._add_links(SubElement(root, "Links"))
        indent(root)
        return f'<?xml version="1.0" encoding="utf-8"?>\n{tostring(root, "unicode")}'.encode()

    def _items(self) -> Iterator[Item]:
        return (item for items in self._chosen for item in items)

    def _add_users(self) -> None:
        """All who decided, the annotators first, and the machine."""
        names = [one.annotator for one in self._documents]
        names += [item.by for item in self._items() if item.by]
        users = SubElement(self._root, "Users")
        for name in dict.fromkeys([*names, _MACHINE]):
            SubElement(users, "User", guid=_user_guid(name), name=one_line(name))

    def _add_variables(self) -> None:
        variables = SubElement(self._root, "Variables")
        for name, kind in _FACTS.items():
            SubElement(
                variables, "Variable", guid=_variable_guid(name), name=name, typeOfVariable=kind
            )

    def _add_sources(self, sources: Element) -> None:
        made: dict[str, Element] = {}
        for document, items in zip(self._documents, self._chosen, strict=True):
            article = document.article
            source = made.get(article.key)
            if source is None:
                source = made[article.key] = SubElement(sources, "TextSource", _about(article))
            self._add_report(source, document, items)
        for source in made.values():
            source[:] = sorted(source, key=lambda one: _ORDER.index(one.tag))

    def _add_report(self, source: Element, document: Document, items: tuple[Item, ...]) -> None:
        if document.article_notes.note:
            SubElement(source, "Description").text = harmless(document.article_notes.note)
        for item in items:
            source.extend(_selections(document, item))
        SubElement(source, "NoteRef", targetGUID=_memo_guid(document))
        if source.find("VariableValue") is None:
            source.extend(_facts_of(document.article))
        self._notes.append(_memo(document, items))
        self._links += _links(document, items)

    def _add_links(self, links: Element) -> None:
        for role, origin, target in dict.fromkeys(self._links):
            link = guid("link", role, origin, target)
            ends = {"originGUID": origin, "targetGUID": target}
            SubElement(links, "Link", {"guid": link, "name": role, "direction": "OneWay", **ends})


_ORDER = ("Description", "PlainTextSelection", "Coding", "NoteRef", "VariableValue")
"""What is in a source, in the order of the schema."""


def _add_codes(above: Element, codes: Iterable[Code]) -> None:
    for code in codes:
        codable = "true" if code.codable else "false"
        about = {"guid": code.guid, "name": one_line(code.name), "isCodable": codable}
        found = SubElement(above, "Code", {**about, "color": code.colour})
        _add_codes(found, code.below)


def _about(article: Article) -> dict[str, str]:
    ident = _source_guid(article)
    path = f"internal://{ident}.txt"
    return {"guid": ident, "name": one_line(article.key.replace("/", "_")), "plainTextPath": path}


def _facts_of(article: Article) -> Iterator[Element]:
    """What is known of a report, as values of its variables."""
    facts = {
        PUBLISHED: article.published.isoformat() if article.published else "",
        PUBLISHER: article.publisher or "",
        ADDRESS: article.url or "",
    }
    for name, value in facts.items():
        if value:
            found = Element("VariableValue")
            SubElement(found, "VariableRef", targetGUID=_variable_guid(name))
            SubElement(found, f"{_FACTS[name]}Value").text = one_line(value)
            yield found


def _selections(document: Document, item: Item) -> Iterator[Element]:
    """A selection for each stretch of an item; what is noted, tagged or decided is on the first."""
    user = _user_guid((item.by or document.annotator) if item.decided or item.by else _MACHINE)
    made = {"creatingUser": user}
    if item.at:
        made["creationDateTime"] = _time(item.at)
    for place, quote in enumerate(item.quotes):
        ident = selection_guid(document, item, quote)
        about = {"guid": ident, "name": one_line(claim(item))[:_LONGEST]}
        ends = {"startPosition": str(quote.start), "endPosition": str(quote.end)}
        found = Element("PlainTextSelection", {**about, **ends, **made})
        if item.note and place == 0:
            SubElement(found, "Description").text = harmless(item.note)
        for code in _codes_of(item) if place == 0 else (code_of(item),):
            coding = SubElement(found, "Coding", {"guid": guid("coding", ident, code.name), **made})
            SubElement(coding, "CodeRef", targetGUID=code.guid)
        yield found


def _codes_of(item: Item) -> Iterator[Code]:
    yield code_of(item)
    decided = state_code(item.state)
    if decided:
        yield decided
    if item.flag:
        yield flag_code()
    yield from map(tag_code, item.tags)


def _links(document: Document, items: tuple[Item, ...]) -> Iterator[tuple[str, str, str]]:
    """Which selections belong together, and as what: mentions of one name, roles in an event."""
    made = graph(items, len(document.article.text))
    places = {
        mark.number: guid_at(document, mark.item, mark.span.start, mark.span.end)
        for mark in made.marks
        if mark.item
    }
    for link in made.links:
        if link.head in places and link.child in places:
            yield link.role, places[link.head], places[link.child]


def _memo(document: Document, items: tuple[Item, ...]) -> Element:
    """The note that holds what comes back as it was, unless it is changed."""
    when = max((item.at for item in items if item.at), default=_UNKNOWN)
    about = {
        "guid": _memo_guid(document),
        "name": MEMO,
        "creatingUser": _user_guid(_MACHINE),
        "creationDateTime": _time(when),
    }
    found = Element("Note", about)
    facts = {
        "key": document.article.key,
        "sha256": document.article.sha256,
        "note": document.article_notes.note,
        "items": [_facts(document, item) for item in items],
    }
    SubElement(found, "PlainTextContent").text = harmless_json(json.dumps(facts))
    return found


def _facts(document: Document, item: Item) -> Row:
    return {
        "at": [selection_guid(document, item, quote) for quote in item.quotes],
        "id": item.id,
        "kind": item.kind.value,
        "fields": dict(item.fields),
        "note": item.note,
        "tags": list(item.tags),
        "state": item.state.value,
    }


def selection_guid(document: Document, item: Item, quote: Quote) -> str:
    """Return the GUID of a stretch of an item."""
    return guid_at(document, item, quote.start, quote.end)


def guid_at(document: Document, item: Item, start: int, end: int) -> str:
    """Return the GUID of the stretch of an item from `start` to `end`."""
    return guid("selection", document.article.key, document.annotator, item.id, start, end)


def _source_guid(article: Article) -> str:
    return guid("source", article.key)


def _memo_guid(document: Document) -> str:
    return guid("memo", document.article.key, document.annotator)


def _user_guid(name: str) -> str:
    return guid("user", name)


def _variable_guid(name: str) -> str:
    return guid("variable", name)


def _time(when: datetime) -> str:
    """A time as XML Schema has it, in UTC to the second."""
    return when.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
