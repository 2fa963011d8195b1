"""Events, in ACLED's types and sub-types."""

from collections.abc import Iterator
from typing import TypedDict

from extract.records import Event
from extract.vocabulary import Status
from store.items import Fields, Item
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences, of
from store.kinds.values import Named, Reference
from store.wording import (
    charged,
    days,
    filled,
    joined_names,
    name,
    names,
    place_and_time,
    said_by,
)


class EventFields(TypedDict, total=False):
    """An event, in ACLED's types and sub-types."""

    kind: Named
    subkind: str | None
    actors: list[Reference]
    targets: list[Reference]
    place: Reference | None
    when: Reference | None
    status: Status
    stance: Named
    """Of whoever tells of it: "accuse", "deny", "claim", ..."""
    source: Reference | None


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the events that belong to a class of the coding scheme."""
    for event in known.coded_events():
        yield event.triggers, _values(event, known)


def _values(event: Event, known: ReadingReferences) -> Fields:
    return {
        "kind": event.kind,
        "subkind": event.subkind,
        "actors": [known.party(actor) for actor in event.actors],
        "targets": [known.party(target) for target in event.targets],
        "place": known.party(event.place),
        "when": of(known.dates, event.when),
        "status": event.status.value,
        "stance": event.stance,
        "source": of(known.sources, event.source),
    }


def claim(item: Item, ascii_only: bool) -> str:
    """Return what happened, who did it to whom, when and where, and who says so."""
    fields = item.fields
    actors, targets = (joined_names(fields.get(role)) for role in ("actors", "targets"))
    arrow = "->" if ascii_only else "→"
    parties = f" {arrow} ".join(filled(actors, targets)) if actors else targets
    status = str(fields.get("status") or "actual")
    shown = f"{item.words} ({parties})" if parties else item.words
    told = "" if status == "actual" else status
    rest = filled(_type(fields), told, charged(fields), *place_and_time(fields))
    return ", ".join([shown, *rest, said_by(fields)])


def cells(item: Item) -> tuple[str, ...]:
    """Return words, type, parties, place, time and source."""
    fields = item.fields
    return (
        item.words,
        _type(fields),
        ", ".join(names(fields.get("actors"))),
        ", ".join(names(fields.get("targets"))),
        name(fields.get("place")),
        days(fields.get("when")),
        name(fields.get("source")),
    )


def _type(fields: Fields) -> str:
    """The sub-type, or else the type."""
    return str(fields.get("subkind") or fields.get("kind") or "")


def _days(item: Item) -> tuple[object, object] | None:
    found = item.fields.get("when")
    return (found.get("from"), found.get("to")) if found else None


DEFINITION = Definition(
    letter="v",
    title="Events",
    plural="events",
    fields=EventFields,
    needed=("kind",),
    usual=lambda words: {"status": "actual"},
    suggested=suggested,
    claim=claim,
    columns=("Event", "Type", "Who", "To whom", "Where", "When", "Says"),
    cells=cells,
    label=lambda item: _type(item.fields) or "Event",
    label_fields=("kind", "subkind"),
    anywhere=True,
    reach=3,
    alike=("kind",),
    compared={
        "event: source": lambda item: name(item.fields.get("source")).casefold(),
        "event: when": _days,
    },
)
