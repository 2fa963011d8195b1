"""A reviewed report with every kind of item, overlap and awkward characters."""

from datetime import UTC, date, datetime
from typing import Any

from extract.load.facts import Facts
from extract.load.report import from_text
from extract.records import Span
from store.anchoring.quoting import quotes
from store.formats.document import Document
from store.history.article_notes import ArticleNotes
from store.items import Item, Kind, State, Suggestion

TEXT = (
    "Raid on depot kills three\n"
    "Gunmen raided a grain depot near Kaya on Monday, the mayor’s office said 😀.\n"
    "At least three guards were killed & <b>two</b> lorries burned, Amina Diallo told Radio "
    "Sahel.\n"
)
AT = datetime(2023, 4, 11, 9, 30, tzinfo=UTC)


def reference(words: str, **more: Any) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"name": words, "start": start, "end": start + len(words), **more}


def item(
    ident: str,
    kind: Kind,
    *words: str,
    state: State = State.ACCEPTED,
    fields: dict[str, Any],
    **more: Any,
) -> Item:
    starts = [TEXT.index(one) for one in words]
    spans = [Span(start, start + len(one)) for start, one in zip(starts, words, strict=True)]
    found = Suggestion("1", quotes(TEXT, spans), fields)
    return Item(ident, kind, found, state=state, by="anna", at=AT, **more)


MONDAY = reference("Monday", **{"from": "2023-04-10", "to": "2023-04-10", "precision": "day"})
SOURCE = reference("the mayor’s office")
ITEMS = (
    item(
        "v1",
        Kind.EVENT,
        "raided",
        "Raid",
        fields={
            "kind": "Violence against civilians",
            "subkind": "Attack",
            "actors": [reference("Gunmen")],
            "targets": [reference("a grain depot")],
            "place": reference("Kaya"),
            "when": MONDAY,
            "status": "actual",
            "source": SOURCE,
        },
        note="the depot of the cooperative",
        tags=("grain", "livelihoods"),
    ),
    item("e1", Kind.ENTITY, "Kaya", fields={"label": "PLACE", "name": "Kaya"}),
    item("e2", Kind.ENTITY, "grain depot", fields={"label": "ORG", "name": "depot"}),
    item(
        "e3",
        Kind.ENTITY,
        "a grain depot near Kaya",
        state=State.REJECTED,
        fields={"label": "PLACE", "name": "a grain depot near Kaya"},
    ),
    item(
        "a1",
        Kind.ATTRIBUTION,
        "Gunmen raided a grain depot near Kaya on Monday",
        fields={"source": SOURCE, "cue": reference("said"), "stance": "neutral"},
    ),
    item(
        "f1",
        Kind.FIGURE,
        "three guards",
        fields={
            "low": 3.0,
            "qualifier": "at_least",
            "counted": reference("guards"),
            "outcome": "killed",
            "event": reference("raided"),
            "source": reference("Amina Diallo"),
        },
        flag=True,
    ),
    item(
        "s1",
        Kind.SOURCE,
        "the mayor’s office",
        state=State.UNDECIDED,
        fields={"name": "the mayor’s office", "kind": "official"},
    ),
)


def make_document() -> Document:
    """The report, as anna has reviewed it."""
    article = from_text(
        TEXT,
        key="sahel/depot",
        facts=Facts(publisher="Radio Sahel", published=date(2023, 4, 11)),
    )
    items = tuple(sorted(ITEMS, key=lambda one: (one.span, one.id)))
    return Document(article, "anna", items, ArticleNotes(note="read twice"))
