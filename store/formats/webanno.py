"""W3C Web Annotation (https://www.w3.org/TR/annotation-model/): JSON-LD, one collection.

Every item is an annotation whose target selects its words by quote and by position; positions are
code points, as the model asks. Bodies have a purpose: `classifying` for the label, `describing` for
the values, `commenting` for a note, `tagging` for tags, `assessing` for the decision.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from extract.records import Article
from store.formats.document import Choice, Document
from store.formats.escaping import json_bytes
from store.formats.marks import label_of
from store.items import Item, Quote
from store.wording import claim

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"dateline": "urn:dateline:vocabulary:"}]
"""The model's own terms, and a prefix for the values that it has no term for."""

Node = dict[str, Any]


def collection(documents: Iterable[Document], choice: Choice) -> bytes:
    """One AnnotationCollection with one page that holds the annotations of all documents."""
    found = [
        annotation(item, document) for document in documents for item in document.chosen(choice)
    ]
    page: Node = {
        "type": "AnnotationPage",
        "id": "urn:dateline:page:1",
        "partOf": "urn:dateline:collection",
        "startIndex": 0,
        "items": found,
    }
    whole: Node = {
        "@context": CONTEXT,
        "id": "urn:dateline:collection",
        "type": "AnnotationCollection",
        "label": "Dateline annotations",
        "total": len(found),
        "first": page,
    }
    return json_bytes(json.dumps(whole, ensure_ascii=False, indent=1) + "\n")


def annotation(item: Item, document: Document) -> Node:
    """One item as an annotation of the model."""
    stamp = item.at.isoformat().replace("+00:00", "Z") if item.at else None
    creator = {"type": "Person", "name": item.by or document.annotator}
    node: Node = {
        "id": f"urn:dateline:{document.article.sha256[:16]}:{item.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "creator": creator if item.decided or item.by else {"type": "Software", "name": "Dateline"},
        "body": list(_bodies(item)),
        "target": [_target(document.article, quote) for quote in item.quotes],
    }
    if stamp:
        node["created"] = node["modified"] = stamp
    return node


def _bodies(item: Item) -> Iterator[Node]:
    yield _textual("classifying", label_of(item))
    yield _textual("assessing", item.state.value)
    yield _textual("describing", claim(item))
    yield {
        "type": "dateline:Values",
        "purpose": "describing",
        "dateline:kind": item.kind.value,
        "dateline:fields": dict(item.fields),
    }
    if item.note:
        yield _textual("commenting", item.note)
    for tag in item.tags:
        yield _textual("tagging", tag)
    if item.flag:
        yield _textual("bookmarking", "flag")


def _textual(purpose: str, value: str) -> Node:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(article: Article, quote: Quote) -> Node:
    return {
        "source": article.url or f"urn:dateline:article:{article.key}",
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": quote.start, "end": quote.end},
        ],
        "state": {"type": "dateline:TextHash", "value": article.sha256},
    }
