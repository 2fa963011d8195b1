"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): JSON-LD, one collection.

Every item is an annotation whose target selects its words by quote and by position; positions are
code points, as the model asks. Bodies are texts with a purpose: `classifying` for the label,
`describing` for the claim, `commenting` for a note, `tagging` for tags, `assessing` for the
decision. What the model has no term for stands beside the claim, as JSON that a JSON-LD processor
keeps whole.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from extract.records import Article
from store.formats.document import Document, Wishes
from store.formats.escaping import json_bytes
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.incoming.values import data_of, json_of, own_of, shown, tabled, whole, words
from store.formats.losses import Carries, Losses
from store.formats.marks import facts_of, label_of
from store.formats.registry import Files, Found, Row, export_format, import_format
from store.items import Item, Quote
from store.wording import claim

_KIND, _FIELDS, _MARKS = "dateline:kind", "dateline:fields", "dateline:marks"
_VOCABULARY = "urn:dateline:vocabulary:"
_LITERAL = "@json"
CONTEXT: list[Any] = [
    "http://www.w3.org/ns/anno.jsonld",
    {
        "dateline": _VOCABULARY,
        **{
            name: {"@id": name.replace("dateline:", _VOCABULARY), "@type": _LITERAL}
            for name in (_FIELDS, _MARKS)
        },
    },
]
"""The model's own terms, and ours for what it has no term for."""

_KEY, _TEXT, _OURS = "urn:dateline:article:", "urn:dateline:sha256:", "urn:dateline:"
_HALF = "surrogatepass"
"""Names of files may hold half a pair of UTF-16: it goes out and comes back as it is."""
_TYPES = frozenset({"Annotation", "AnnotationCollection", "AnnotationPage"})
_EXPECTED = "a Web Annotation: an object with the type Annotation, AnnotationPage or so"


def _is_webanno(root: object) -> bool:
    """Whether what a file holds is of the model."""
    nodes = root if isinstance(root, list) else [root]
    return any(isinstance(node, dict) and _types(node) & _TYPES for node in nodes)


@export_format(
    "webanno",
    "W3C Web Annotation, JSON-LD",
    suffix=".jsonld",
    carries=Carries(
        values=True, links=True, notes=True, tags=True, flags=True, states=True, controls=True
    ),
    is_own=lambda start: start.has("{", '"AnnotationCollection"'),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one AnnotationCollection with one page that holds the annotations of all documents."""
    found = [_annotation(item, one) for one in documents for item in one.chosen(wishes.choice)]
    page: Row = {
        "type": "AnnotationPage",
        "id": "urn:dateline:page:1",
        "partOf": "urn:dateline:collection",
        "startIndex": 0,
        "items": found,
    }
    collection: Row = {
        "@context": CONTEXT,
        "id": "urn:dateline:collection",
        "type": "AnnotationCollection",
        "label": "Dateline annotations",
        "total": len(found),
        "first": page,
    }
    yield "", json_bytes(json.dumps(collection, ensure_ascii=False, indent=1) + "\n")


@import_format("webanno", _EXPECTED, is_value=_is_webanno)
def read(path: Path) -> Found:
    """Return the annotations of a collection, a page, a list or one alone, by their report."""
    where = str(path)
    try:
        root = json_of(data_of(path), where)
        found = list(_annotations(root))
    except UnreadableImportError as error:
        yield error
        return
    if not _is_webanno(root):
        yield UnreadableImportError("no annotation in it", where, f"expected {_EXPECTED}")
    by_source: dict[str, list[Proposal | UnreadableImportError]] = defaultdict(list)
    hashes: dict[str, str] = {}
    for number, node in enumerate(found, 1):
        ident = node.get("id")
        place = f"{where}, annotation {shown(ident) if isinstance(ident, str) else number}"
        try:
            source, sha256 = _source(node, place)
            by_source[source].append(_proposal(node, place))
        except UnreadableImportError as error:
            yield error
            continue
        if sha256:
            hashes[source] = sha256
    for source, proposals in by_source.items():
        ours = source.startswith(_KEY)
        key = unquote(source.removeprefix(_KEY), errors=_HALF) if ours else source
        yield Incoming(f"{where}, {shown(source)}", tuple(proposals), key, hashes.get(source))


def _annotation(item: Item, document: Document) -> Row:
    """One item as an annotation of the model."""
    stamp = item.at.isoformat().replace("+00:00", "Z") if item.at else None
    creator = {"type": "Person", "name": item.by or document.annotator}
    node: Row = {
        "id": _ident_of(item, document),
        "type": "Annotation",
        "motivation": "classifying",
        "creator": creator if item.decided or item.by else {"type": "Software", "name": "Dateline"},
        "body": list(_bodies_of(item)),
        "target": [_target(document.article, one) for one in item.quotes],
    }
    if stamp:
        node["created"] = node["modified"] = stamp
    return node


def _ident_of(item: Item, document: Document) -> str:
    """The same address in every export: of the item, as this annotator has it, in this report."""
    names = (document.article.key, document.annotator, item.id)
    return f"{_OURS}annotation:{':'.join(quote(name, safe='/', errors=_HALF) for name in names)}"


def _bodies_of(item: Item) -> Iterator[Row]:
    yield _textual("classifying", label_of(item))
    yield _textual("assessing", item.state.value)
    facts = facts_of(item)
    yield {
        **_textual("describing", claim(item)),
        _KIND: facts["kind"],
        _FIELDS: facts["fields"],
        _MARKS: {name: facts[name] for name in ("note", "tags", "flag")},
    }
    if item.note:
        yield _textual("commenting", item.note)
    for tag in item.tags:
        yield _textual("tagging", tag)
    if item.flag:
        yield _textual("bookmarking", "flag")


def _textual(purpose: str, value: str) -> Row:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(article: Article, words: Quote) -> Row:
    return {
        "source": article.url or f"{_KEY}{quote(article.key, safe='/', errors=_HALF)}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": words.exact,
                "prefix": words.prefix,
                "suffix": words.suffix,
            },
            {"type": "TextPositionSelector", "start": words.start, "end": words.end},
        ],
        "state": f"{_TEXT}{article.sha256}",
    }


def _types(node: Row) -> set[str]:
    return {one for one in _list(node.get("type")) if isinstance(one, str)}


def _annotations(root: Any) -> Iterator[Row]:
    """All annotations below a node, in their order."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict) and "Annotation" in _types(node):
            yield node
        elif isinstance(node, dict):
            waiting.extend(node[name] for name in ("next", "items", "first") if name in node)


def _source(node: Row, where: str) -> tuple[str, str | None]:
    targets = _list(node.get("target"))
    if not targets or not isinstance(targets[0], dict):
        raise UnreadableImportError("the target selects no words", where)
    source = targets[0].get("source")
    if isinstance(source, dict):
        source = source.get("id")
    return words(source, "source", where), _sha256(targets[0].get("state"))


def _sha256(state: object) -> str | None:
    """The hash of the text, by its address; earlier versions wrote it as a value."""
    if isinstance(state, dict):
        state = state.get("id") or state.get("value")
    return state.removeprefix(_TEXT) if isinstance(state, str) else None


def _proposal(node: Row, where: str) -> Proposal:
    bodies = list(_bodies(node))
    ours = next((body for body in bodies if body.get(_KIND) is not None), {})
    facts = {
        **tabled(ours.get(_MARKS), _MARKS, where),
        "id": _ident(node),
        "kind": ours.get(_KIND),
        "fields": ours.get(_FIELDS),
    }
    labels, tags = (_values(bodies, name, where) for name in ("classifying", "tagging"))
    if not labels:  # of who has no other word for it, the first tag is the label
        labels, tags = tags[:1], tags[1:]
    return Proposal(
        where,
        next(iter(labels), ""),
        tuple(_place(target, where) for target in _list(node.get("target"))),
        note="\n".join(_values(bodies, "commenting", where)),
        tags=tuple(tags),
        flag=bool(_values(bodies, "bookmarking", where)),
        state=next(iter(_values(bodies, "assessing", where)), None),
        own=own_of(facts, where),
    )


def _bodies(node: Row) -> Iterator[Row]:
    """The bodies, each with a purpose: its own, or what the annotation is for."""
    if isinstance(node.get("bodyValue"), str):
        yield {"value": node["bodyValue"], "purpose": node.get("motivation")}
    for body in _list(node.get("body")):
        if isinstance(body, str):
            continue  # the address of something
        if isinstance(body, dict):
            yield body if "purpose" in body else {**body, "purpose": node.get("motivation")}


def _ident(node: Row) -> str | None:
    """The id of the item that went out, which is the last part of ours."""
    ident = node.get("id")
    ours = isinstance(ident, str) and ident.startswith(_OURS)
    return unquote(str(ident).rpartition(":")[2], errors=_HALF) if ours else None


def _place(target: object, where: str) -> Place:
    found: dict[str, Any] = {}
    for one in _list(tabled(target, "target", where).get("selector")):
        selector = tabled(one, "selector", where)
        if selector.get("type") == "TextQuoteSelector":
            names = ("exact", "prefix", "suffix")
            found |= {name: words(selector.get(name), name, where) for name in names}
        elif selector.get("type") == "TextPositionSelector":
            found |= _offsets(selector, where)
    if not found:
        raise UnreadableImportError("the target selects no words", where)
    return Place(**found)


def _offsets(selector: Row, where: str) -> dict[str, int]:
    start, end = (whole(selector.get(name), name, where) for name in ("start", "end"))
    if not 0 <= start < end < 2**40:
        raise UnreadableImportError(f"no words at {shown(start)} to {shown(end)}", where)
    return {"start": start, "end": end}


def _values(bodies: list[Row], purpose: str, where: str) -> list[str]:
    return [
        words(body["value"], purpose, where)
        for body in bodies
        if purpose in _list(body.get("purpose")) and body.get("value") is not None
    ]


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
