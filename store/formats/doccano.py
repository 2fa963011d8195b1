"""doccano's JSONL for sequence labelling with relations: text, entities, relations, Comments."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from store.formats.document import Choice, Document, Losses
from store.formats.marks import graph, label_of
from store.items import Item

COLUMN = "dateline"
"""What of each item spans have no place for; doccano keeps it beside the text, untouched."""


def lines(documents: Iterable[Document], choice: Choice, losses: Losses) -> Iterator[str]:
    """One line of JSON a document."""
    for document in documents:
        yield json.dumps(_row(document, choice, losses), ensure_ascii=False)


def _row(document: Document, choice: Choice, losses: Losses) -> dict[str, Any]:
    article = document.article
    items = document.chosen(choice)
    made = graph(items, len(article.text))
    return {
        "id": article.key,
        "text": article.text,
        "entities": [
            {
                "id": mark.number,
                "label": mark.label,
                "start_offset": mark.span.start,
                "end_offset": mark.span.end,
            }
            for mark in made.marks
        ],
        "relations": [
            {"id": number, "from_id": link.head, "to_id": link.child, "type": link.role}
            for number, link in enumerate(made.links, 1)
        ],
        "Comments": [item.note for item in items if item.note],
        COLUMN: [_facts(item) for item in items],
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
    }


def _facts(item: Item) -> dict[str, Any]:
    return {
        "start": item.span.start,
        "end": item.span.end,
        "mentions": len(item.spans),
        "label": label_of(item),
        "id": item.id,
        "kind": item.kind.value,
        "fields": dict(item.fields),
        "note": item.note,
        "tags": list(item.tags),
        "flag": item.flag,
    }
