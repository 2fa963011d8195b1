"""Entities: persons, places, groups, organisations and outlets with their mentions; and dates."""

from collections.abc import Iterator
from datetime import date
from typing import TypedDict

from extract.records import Entity, When
from extract.vocabulary import Label, Precision
from store.items import Fields, Item
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences
from store.kinds.values import Named
from store.references import date_reference
from store.wording import days, one_line

EntityFields = TypedDict(
    "EntityFields",
    {
        "label": Label,
        "name": Named,
        "country": str | None,
        "former": bool,
        "forms": list[str],
        "probable": list[bool],
        "from": date | None,
        "to": date | None,
        "precision": Precision,
        "value": str | None,
        "rule": str,
    },
    total=False,
)
"""An entity, or a date with its days; `forms` and `probable` have one value a suggested mention."""

_OFFSETS = ("start", "end")


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the entities with their mentions, and the dates of the calendar."""
    for entity in known.reading.entities:
        yield tuple(mention.span for mention in entity.mentions), _values(entity)
    for when in known.reading.dates:
        if when.calendar:
            yield (when.span,), _date_values(when)


def _values(entity: Entity) -> Fields:
    return {
        "label": entity.label.value,
        "name": entity.name,
        "country": entity.country,
        "former": entity.former,
        "forms": [mention.form.value for mention in entity.mentions],
        "probable": [mention.probable for mention in entity.mentions],
    }


def _date_values(when: When) -> Fields:
    rest = {name: value for name, value in date_reference(when).items() if name not in _OFFSETS}
    return {"label": Label.DATE.value, **rest, "value": when.value, "rule": when.rule}


def claim(item: Item, ascii_only: bool) -> str:
    """Return name, label and what else it is called; of a date, its days."""
    fields = item.fields
    if fields.get("label") == Label.DATE:
        return f"{item.words}: {_days(fields) or 'not resolved'}"
    label = str(fields.get("label") or "").lower()
    also = f"; also {others}" if (others := other_words(item)) else ""
    return f"{fields.get('name')} ({label}{', former' if fields.get('former') else ''}){also}"


def cells(item: Item) -> tuple[str, ...]:
    """Return name, label and what else it is called; of a date, its days."""
    fields = item.fields
    resolved = _days(fields) if fields.get("label") == Label.DATE else ""
    return (
        str(fields.get("name") or item.words),
        str(fields.get("label") or ""),
        resolved or other_words(item),
    )


def other_words(item: Item) -> str:
    """Return what an entity is called beside its canonical name, each once."""
    others = dict.fromkeys(quote.exact for quote in item.quotes)
    others.pop(str(item.fields.get("name")), None)
    return ", ".join(others)


def _days(fields: Fields) -> str:
    return days({**fields, "name": ""})


def _days_of_date(item: Item) -> tuple[object, object] | None:
    fields = item.fields
    return (fields.get("from"), fields.get("to")) if fields.get("label") == Label.DATE else None


DEFINITION = Definition(
    letter="e",
    title="Names and dates",
    plural="names",
    fields=EntityFields,
    needed=("label", "name"),
    rising=(("from", "to"),),
    usual=lambda words: {"name": one_line(words)},
    suggested=suggested,
    claim=claim,
    columns=("Name", "Label", "Also"),
    cells=cells,
    label=lambda item: str(item.fields.get("label") or "ENTITY"),
    label_fields=("label",),
    anywhere=True,
    reach=1,
    named=True,
    alike=("label",),
    compared={"date: days": _days_of_date},
)
