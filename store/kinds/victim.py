"""Victims: persons who were killed or wounded, were taken or are missing, one record each."""

from collections.abc import Iterator
from typing import Annotated, TypedDict

import msgspec

from extract.vocabulary import Outcome, Sex
from store.items import Fields, Item
from store.kinds.base import Definition, Found
from store.kinds.reading import ReadingReferences, of
from store.kinds.values import Reference
from store.wording import filled, name, number, said_by

OUTCOMES = (Outcome.KILLED, Outcome.WOUNDED, Outcome.MISSING, Outcome.ABDUCTED, Outcome.CAPTURED)
"""What may have become of them."""
OLDEST = 130
"""Years that nobody has lived."""


class VictimFields(TypedDict, total=False):
    """One person; `incident` names the incident by its words."""

    name: str | None
    age: Annotated[float, msgspec.Meta(ge=0, le=OLDEST)] | None
    """In years."""
    sex: Sex | None
    role: str | None
    outcome: Outcome
    incident: Reference | None
    source: Reference | None


def suggested(known: ReadingReferences) -> Iterator[Found]:
    """Find the victims."""
    incidents = {one.id: known.words(one.mentions[0]) for one in known.reading.incidents}
    for victim in known.reading.victims:
        yield (
            (victim.span,),
            {
                "name": victim.name,
                "age": victim.age,
                "sex": victim.sex.value if victim.sex else None,
                "role": victim.role,
                "outcome": victim.outcome.value,
                "incident": of(incidents, victim.incident),
                "source": of(known.sources, victim.source),
            },
        )


def who(item: Item) -> str:
    """Return the name of a victim, else the words for the person: "her 4-year-old son"."""
    described = item.words if any(map(str.isalpha, item.words)) else "somebody unnamed"
    return str(item.fields.get("name") or described)


def about(fields: Fields) -> list[str]:
    """Return age, sex and role, as far as they are known."""
    age = fields.get("age")
    told = (str(fields.get(one) or "") for one in ("sex", "role"))
    return filled("" if age is None else number(age), *told)


def claim(item: Item, ascii_only: bool) -> str:
    """Return who it is, what became of the person, and who says so."""
    outcome = str(item.fields.get("outcome") or "")
    return ", ".join(filled(who(item), *about(item.fields), outcome, said_by(item.fields)))


def cells(item: Item) -> tuple[str, ...]:
    """Return name, age, sex, role, outcome and source."""
    fields = item.fields
    age = fields.get("age")
    return (
        who(item),
        "" if age is None else number(age),
        *(str(fields.get(one) or "") for one in ("sex", "role", "outcome")),
        name(fields.get("source")),
    )


DEFINITION = Definition(
    letter="x",
    title="Victims",
    plural="victims",
    fields=VictimFields,
    needed=("outcome",),
    usual=lambda words: {"outcome": Outcome.KILLED.value},
    suggested=suggested,
    claim=claim,
    columns=("Victim", "Age", "Sex", "Role", "Outcome", "Says"),
    cells=cells,
    alike=("outcome",),
    compared={
        "victim: name": lambda item: str(item.fields.get("name") or "").casefold(),
        "victim: age": lambda item: item.fields.get("age"),
        "victim: outcome": lambda item: item.fields.get("outcome"),
    },
)
