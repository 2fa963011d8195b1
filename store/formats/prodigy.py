"""Prodigy's JSONL (https://prodi.gy/docs/api-interfaces): text, tokens, spans, relations, meta.

`token_end` is the last token of a span, inclusive, as there. One line an article.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from store.formats.document import Choice, Document, Losses
from store.formats.marks import Graph, Mark, graph
from store.formats.tokens import Tokens, tokens_of
from store.items import Item

Row = dict[str, Any]


def lines(documents: Iterable[Document], choice: Choice, losses: Losses) -> Iterator[str]:
    """One line of JSON a document."""
    for document in documents:
        yield json.dumps(_row(document, choice, losses), ensure_ascii=False)


def _row(document: Document, choice: Choice, losses: Losses) -> Row:
    article = document.article
    tokens = tokens_of(article.text)
    made = graph(document.chosen(choice), len(article.text))
    spans = {mark.number: _span(mark, tokens) for mark in made.marks}
    losses.add(
        "boundaries inside a word (widened to the word)",
        sum(not tokens.fits(mark.span) for mark in made.marks),
    )
    return {
        "text": article.text,
        "tokens": [_token(tokens, place) for place in range(len(tokens))],
        "spans": list(spans.values()),
        "relations": list(_relations(made, spans)),
        "answer": "accept",
        "_annotator_id": document.annotator,
        "meta": {
            "id": article.key,
            "title": article.title,
            "source": article.publisher,
            "date": article.published.isoformat() if article.published else None,
            "sha256": article.sha256,
            "note": document.article_notes.note,
        },
    }


def _token(tokens: Tokens, place: int) -> Row:
    return {
        "text": tokens.word(place),
        "start": tokens.starts[place],
        "end": tokens.ends[place],
        "id": place,
        "ws": tokens.space_after(place),
    }


def _span(mark: Mark, tokens: Tokens) -> Row:
    first, last = tokens.run(mark.span) or (0, 1)
    row: Row = {
        "start": mark.span.start,
        "end": mark.span.end,
        "token_start": first,
        "token_end": last - 1,
        "label": mark.label,
    }
    return row | (_facts(mark.item) if mark.item else {})


def _facts(item: Item) -> Row:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "state": item.state.value,
        "fields": dict(item.fields),
        "note": item.note,
        "tags": list(item.tags),
        "flag": item.flag,
    }


def _relations(made: Graph, spans: dict[int, Row]) -> Iterator[Row]:
    for link in made.links:
        head, child = spans[link.head], spans[link.child]
        yield {
            "head": head["token_end"],
            "child": child["token_end"],
            "head_span": _plain(head),
            "child_span": _plain(child),
            "label": link.role,
        }


def _plain(span: Row) -> Row:
    return {name: span[name] for name in ("start", "end", "token_start", "token_end", "label")}
