"""Prodigy's JSONL (https://prodi.gy/docs/api-interfaces): text, tokens, spans, relations, meta.

`token_end` is the last token of a span, inclusive, as there. One line an article.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from store.formats.document import Choice, Document, Wishes
from store.formats.escaping import json_lines
from store.formats.incoming.meaning import changed_label
from store.formats.incoming.proposal import Incoming, Proposal, UnreadableImportError
from store.formats.incoming.values import (
    all_words,
    data_of,
    listed,
    name_of,
    own_of,
    place_in,
    rows_of,
    shown,
    tabled,
    words,
)
from store.formats.losses import Carries, Losses
from store.formats.marks import ARGUMENT, Graph, Mark, facts_of, graph
from store.formats.registry import Files, Found, Row, export_format, import_format
from store.formats.tokens import Tokens, tokens_of

_SIGNS = frozenset({"spans", "tokens", "answer"})
"""Columns of which a row of Prodigy's has one."""

_Entry = Proposal | UnreadableImportError


@export_format(
    "prodigy",
    "Prodigy",
    suffix=".jsonl",
    carries=Carries(
        values=True,
        links=True,
        notes=True,
        tags=True,
        flags=True,
        states=True,
        report_note=True,
        controls=True,
    ),
    is_own=lambda start: {"text", "tokens", "spans"} <= start.row.keys(),
)
def write(documents: Sequence[Document], wishes: Wishes, losses: Losses) -> Files:
    """Return one line of JSON a document."""
    yield "", json_lines(_row(document, wishes.choice, losses) for document in documents)


@import_format(
    "prodigy",
    "rows of JSON with spans (Prodigy)",
    is_row=lambda row: isinstance(row.get("text"), str) and bool(_SIGNS & row.keys()),
)
def read(path: Path) -> Found:
    """Return the reports of the rows; rows that were rejected or ignored there are left out."""
    return rows_of(data_of(path), str(path), _incoming)


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
    if mark.item is None:
        return row
    return row | facts_of(mark.item) | {"state": mark.item.state.value}


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


def _incoming(row: Row, where: str) -> Incoming:
    meta = tabled(row.get("meta"), "meta", where)
    spans = listed(row.get("spans"), "spans", where)
    answer = words(row.get("answer"), "answer", where)
    left_out: Counter[str] = Counter()
    entries: tuple[_Entry, ...] = ()
    if answer in ("reject", "ignore"):
        left_out[f"spans of rows that were answered with '{answer}'"] = len(spans)
    elif answer in ("accept", ""):
        entries = tuple(_entries(row["text"], spans, answer, where))
    else:
        raise UnreadableImportError(f"there is no answer '{shown(answer)}'", where)
    key, sha256 = name_of(meta.get("id")), name_of(meta.get("sha256"))
    return Incoming(where, entries, key, sha256, row["text"], left_out)


def _entries(text: str, spans: list[Any], answer: str, where: str) -> Iterator[_Entry]:
    """The items, those of ours with all their mentions together."""
    by_item: dict[str, list[Proposal]] = {}
    broken: set[object] = set()
    for number, span in enumerate(spans, 1):
        place = f"{where}, span {number}"
        try:
            one = _proposal(text, tabled(span, "span", place), answer, place)
        except UnreadableImportError as error:
            broken.add(name_of(span.get("id")) if isinstance(span, dict) else None)
            yield error
            continue
        name = one.own.ident if one.own and one.own.ident else place
        if one.label != ARGUMENT:
            by_item.setdefault(name, []).append(one)
    for name, found in by_item.items():
        yield _joined(found, name not in broken)


def _joined(found: list[Proposal], whole: bool) -> Proposal:
    """The spans of one item as one."""
    first = found[0]
    label = changed_label([one.label for one in found], first.own)
    places = tuple(place for one in found for place in one.places)
    return replace(first, label=label, places=places, whole=whole)


def _proposal(text: str, span: Row, answer: str, where: str) -> Proposal:
    own = own_of(span, where)
    state = words(span.get("state"), "state", where) or None
    if own is None and state is None and answer:
        state = "accepted"  # drawn there, in a row that was accepted as a whole
    return Proposal(
        where,
        words(span.get("label"), "label", where),
        (place_in(text, span.get("start"), span.get("end"), where),),
        note=words(span.get("note"), "note", where),
        tags=all_words(span.get("tags"), "tags", where),
        flag=span.get("flag") is True,
        state=state,
        own=own,
    )
