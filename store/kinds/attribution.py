"""Attributions: who says what; the content is the item's spans."""

from collections.abc import Iterator
from typing import TypedDict

from extract.records import Attribution
from extract.vocabulary import Directness
from store.items import Fields, Item
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences, of
from store.kinds.values import Named, Reference
from store.wording import name


class AttributionFields(TypedDict, total=False):
    """Who says what; the content is the item's spans."""

    source: Reference | None
    named: Reference | None
    cue: Reference | None
    speaker: Reference | None
    via: Reference | None
    stance: Named
    directness: Directness
    inherited: bool


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the statements, each where its content is."""
    for said in known.reading.attributions:
        yield said.content, _values(said, known)


def _values(said: Attribution, known: ReadingReferences) -> Fields:
    return {
        "source": of(known.sources, said.source),
        "named": known.words(said.source_span) if said.source_span else None,
        "cue": known.words(said.cue) if said.cue else None,
        "speaker": of(known.entities, said.speaker),
        "via": of(known.entities, said.via),
        "stance": said.stance,
        "directness": said.directness.value,
        "inherited": said.inherited,
    }


def claim(item: Item, ascii_only: bool) -> str:
    """Return who says it, to whom, by which verb, and the words."""
    fields = item.fields
    via = name(fields.get("via"))
    told = f" (to {via})" if via else ""
    cue = name(fields.get("cue")) or "says"
    return f"{_speaker(fields) or 'no source named'}{told} · {cue} · {_content(item)}"


def cells(item: Item) -> tuple[str, ...]:
    """Return who says it, by which verb, and the words."""
    return _speaker(item.fields), name(item.fields.get("cue")), _content(item)


def _speaker(fields: Fields) -> str:
    return name(fields.get("source")) or name(fields.get("named"))


def _content(item: Item) -> str:
    return " … ".join(quote.exact for quote in item.quotes)


DEFINITION = Definition(
    letter="a",
    title="Statements",
    plural="statements",
    fields=AttributionFields,
    suggested=suggested,
    claim=claim,
    columns=("Who", "Cue", "Words"),
    cells=cells,
    quoting=frozenset({"named", "cue"}),
    compared={"attribution: source": lambda item: name(item.fields.get("source")).casefold()},
)
