"""Label Studio's JSON tasks (https://labelstud.io/guide/task_format): suggestions and decisions.

What the machine suggested is a prediction; what a person says is an annotation, with the decision,
note, tags and flag of each item at its first region. Offsets are code points. What regions have no
place for stands in the task's data, which the program keeps as it is.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence

from store.formats.codecs.labelstudio_config import (
    CHOICE_OF,
    DECISION,
    FLAG,
    LABEL,
    NOTE,
    TAGS,
    TEXT,
    configuration,
)
from store.formats.document import Document, Wishes
from store.formats.escaping import json_bytes
from store.formats.losses import Carries, Losses
from store.formats.marks import Graph, Mark, facts_of, graph
from store.formats.registry import Files, Row, Start, export_format
from store.items import Item, Standing

COLUMN = "dateline"
"""Of the data: what of each item regions have no place for, by the ids of its regions."""


def _is_own(start: Start) -> bool:
    return start.has("[", '"annotations"') or start.has("<View>", f'toName="{TEXT}"')


@export_format(
    "labelstudio",
    "Label Studio",
    suffix=".json",
    carries=Carries(
        values=True, links=True, notes=True, tags=True, flags=True, states=True, controls=True
    ),
    is_own=_is_own,
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return all documents as one list of tasks, or the labelling configuration for them."""
    tasks = [_task(document, wishes) for document in documents]
    if wishes.configuration:
        yield "", configuration(tasks).encode()
    else:
        yield "", json_bytes(json.dumps(tasks, ensure_ascii=False, indent=1) + "\n")


def _task(document: Document, wishes: Wishes) -> Row:
    article = document.article
    text, length = article.text, len(article.text)
    decided = graph(document.chosen(wishes.choice), length)
    suggested = graph(_suggested(document), length)
    reader = next((item.suggestion.reader for item in suggested.items() if item.suggestion), "")
    return {  # annotations first, by which the file is known again
        "annotations": [{"result": list(_results(decided, text)), "was_cancelled": False}],
        "predictions": [
            {
                "model_version": f"dateline {reader}".strip(),
                "result": [*_regions(suggested, "p", text), *_relations(suggested, "p")],
            }
        ],
        "data": {
            TEXT: text,
            "title": article.title,
            "key": article.key,
            "date": article.published.isoformat() if article.published else None,
            "sha256": article.sha256,
            "annotator": document.annotator,
            COLUMN: [*_facts(decided, "m", decided=True), *_facts(suggested, "p")],
        },
    }


def _suggested(document: Document) -> Iterator[Item]:
    """The items as the machine suggested them."""
    for item in document.items:
        if item.suggestion is not None and item.standing is not Standing.ORPHAN:
            yield Item(item.id, item.kind, item.suggestion, origin=item.origin)


def _facts(made: Graph, prefix: str, *, decided: bool = False) -> Iterator[Row]:
    regions: dict[str, list[str]] = defaultdict(list)
    for mark in made.marks:
        if mark.item:
            regions[mark.item.id].append(f"{prefix}{mark.number}")
    for item in made.items():
        places = [[span.start, span.end] for span in item.spans]
        facts = {"regions": regions[item.id], "places": places, **facts_of(item)}
        yield {**facts, "state": item.state.value} if decided else facts


def _results(made: Graph, text: str) -> Iterator[Row]:
    yield from _regions(made, "m", text)
    yield from _relations(made, "m")
    for item in made.items():
        head = made.marks[made.heads[item.id] - 1]
        yield _beside(head, DECISION, [item.state.value])
        if item.note:
            yield _beside(head, NOTE, [item.note])
        if item.tags:
            yield _beside(head, TAGS, list(item.tags))
        if item.flag:
            yield _beside(head, FLAG, [FLAG])


def _regions(made: Graph, prefix: str, text: str) -> Iterator[Row]:
    for mark in made.marks:
        value = {"text": mark.span.of(text), "labels": [mark.label]}
        yield _result(prefix, mark, LABEL, "labels", value)


def _relations(made: Graph, prefix: str) -> Iterator[Row]:
    """The links, with all roles of one pair together: the program keeps one relation for each."""
    roles: dict[tuple[int, int], list[str]] = {}
    for link in made.links:
        roles.setdefault((link.head, link.child), []).append(link.role)
    for (head, child), found in roles.items():
        yield {
            "type": "relation",
            "from_id": f"{prefix}{head}",
            "to_id": f"{prefix}{child}",
            "direction": "right",
            "labels": list(dict.fromkeys(found)),
        }


def _beside(head: Mark, name: str, values: list[str]) -> Row:
    """What belongs to an item as a whole, at its first region."""
    kind, key = ("choices", "choices") if name in CHOICE_OF else ("textarea", "text")
    return _result("m", head, name, kind, {key: values})


def _result(prefix: str, mark: Mark, name: str, kind: str, value: Row) -> Row:
    return {
        "id": f"{prefix}{mark.number}",
        "from_name": name,
        "to_name": TEXT,
        "type": kind,
        "value": {"start": mark.span.start, "end": mark.span.end, **value},
    }
