"""Label Studio's JSON tasks (https://labelstud.io/guide/export): suggestions and decisions apart.

What the machine suggested is a prediction; what a person says holds is an annotation.
"""

import json
from collections.abc import Sequence

from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import json_bytes
from store.formats.losses import Carries, Losses
from store.formats.marks import Graph, Mark, graph
from store.formats.registry import Files, Row, export_format
from store.items import Item, Kind, Standing

FROM_NAME, TO_NAME = "label", "text"
"""Names of the control and the object in the labelling configuration."""


@export_format(
    "labelstudio",
    "Label Studio",
    suffix=".json",
    carries=Carries(links=True, notes=True, controls=True),
    is_own=lambda start: start.has("[", '"annotations"'),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return all documents as one list of tasks."""
    tasks = [_task(number, document, wishes.choice) for number, document in enumerate(documents, 1)]
    yield "", json_bytes(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")


def _task(number: int, document: Document, choice: Choice) -> Row:
    article = document.article
    length = len(article.text)
    suggested = [
        item
        for item in document.items
        if item.suggestion is not None and item.standing is not Standing.ORPHAN
    ]
    reader = next((item.suggestion.reader for item in suggested if item.suggestion), "")
    decided = graph(document.chosen(choice), length)
    return {
        "id": number,
        "data": {
            TO_NAME: article.text,
            "title": article.title,
            "key": article.key,
            "date": article.published.isoformat() if article.published else None,
        },
        "annotations": [
            {
                "completed_by": {"email": document.annotator},
                "result": _results(decided),
                "was_cancelled": False,
            }
        ],
        "predictions": [
            {
                "model_version": f"dateline {reader}",
                "result": [_span(f"p{place}", item) for place, item in enumerate(suggested)],
            }
        ],
    }


def _results(made: Graph) -> list[Row]:
    return [
        *(_region(f"m{mark.number}", mark) for mark in made.marks),
        *(
            {
                "type": "relation",
                "from_id": f"m{link.head}",
                "to_id": f"m{link.child}",
                "direction": "right",
                "labels": [link.role],
            }
            for link in made.links
        ),
        *(_comment(f"m{made.heads[item.id]}", item) for item in _noted(made)),
    ]


def _noted(made: Graph) -> list[Item]:
    items = {mark.item.id: mark.item for mark in made.marks if mark.item and mark.item.note}
    return list(items.values())


def _region(ident: str, mark: Mark) -> Row:
    words = mark.item.words if mark.item and mark.item.span == mark.span else ""
    return _labelled(ident, mark.span.start, mark.span.end, mark.label, words)


def _span(ident: str, item: Item) -> Row:
    quotes = item.suggestion.quotes if item.suggestion else item.quotes
    label = item.suggestion.fields.get("label") if item.suggestion else None
    shown = str(label) if item.kind is Kind.ENTITY and label else item.kind.value.capitalize()
    return _labelled(ident, quotes[0].start, quotes[0].end, shown, quotes[0].exact)


def _labelled(ident: str, start: int, end: int, label: str, words: str) -> Row:
    return {
        "id": ident,
        "from_name": FROM_NAME,
        "to_name": TO_NAME,
        "type": "labels",
        "value": {"start": start, "end": end, "text": words, "labels": [label]},
    }


def _comment(ident: str, item: Item) -> Row:
    return {
        "id": ident,
        "from_name": "note",
        "to_name": TO_NAME,
        "type": "textarea",
        "value": {"start": item.span.start, "end": item.span.end, "text": [item.note]},
    }
