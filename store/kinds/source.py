"""Sources: who is named as knowing what the report tells."""

from collections.abc import Iterator
from typing import Annotated, TypedDict

import msgspec

from extract.records import Source
from store.items import Fields, Item
from store.kinds.base import Correction, Definition, Found
from store.kinds.reading import ReadingReferences, all_of, of
from store.kinds.values import Named, Reference
from store.wording import filled, grade, one_line


class SourceFields(TypedDict, total=False):
    """A source; reliability and credibility are a person's judgement on the Admiralty scale."""

    name: Named
    kind: Named
    entity: Reference | None
    attributions: list[Reference]
    figures: list[Reference]
    events: list[Reference]
    reliability: Annotated[str, msgspec.Meta(pattern="^[A-F]$")] | None
    credibility: Annotated[int, msgspec.Meta(ge=1, le=6)] | None


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the sources, each where it is named or else where its words are."""
    for source in known.reading.sources:
        yield known.places(source), _values(source, known)


def _values(source: Source, known: ReadingReferences) -> Fields:
    return {
        "name": source.name,
        "kind": source.kind,
        "entity": of(known.entities, source.entity),
        "attributions": all_of(known.attributions, source.attributions),
        "figures": all_of(known.figures, source.figures),
        "events": all_of(known.events, source.events),
    }


def claim(item: Item, ascii_only: bool) -> str:
    """Return name, kind and grade, and how much rests on it."""
    fields = item.fields
    kind = str(fields.get("kind") or "")
    held = (_count(fields, name) for name in ("attributions", "figures", "events"))
    return ", ".join(filled(f"{fields.get('name')} ({kind})", grade(fields), *held))


def _count(fields: Fields, name: str) -> str:
    found = len(fields.get(name) or ())
    shown = {"attributions": "statement", "figures": "figure", "events": "event"}[name]
    return f"{found} {shown}{'s' if found != 1 else ''}" if found else ""


def cells(item: Item) -> tuple[str, ...]:
    """Return name, kind, grade and the number of statements."""
    fields = item.fields
    statements = len(fields.get("attributions") or ())
    return str(fields.get("name")), str(fields.get("kind") or ""), grade(fields), str(statements)


def follow(item: Item, changes: Fields, correction: Correction) -> Fields:
    """Return the changes with another name, where it had that of the entity it is."""
    same = item.fields.get("name") == correction.old.get("name")
    if "entity" in changes and same:
        return {**changes, "name": correction.item.fields.get("name")}
    return changes


DEFINITION = Definition(
    letter="s",
    title="Sources",
    plural="sources",
    fields=SourceFields,
    needed=("name",),
    usual=lambda words: {"name": one_line(words), "kind": "unknown"},
    suggested=suggested,
    claim=claim,
    columns=("Source", "Kind", "Grade", "Statements"),
    cells=cells,
    anywhere=True,
    reach=2,
    named=True,
    follow=follow,
    alike=("kind",),
)
