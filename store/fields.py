"""The values of each kind of item, and what may stand in them."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, NotRequired, TypedDict

import msgspec

from extract.records import Directness, Label, Precision, Qualifier, Severity, Status
from store.errors import InvalidValueError
from store.items import Fields, Kind

Reference = TypedDict(
    "Reference",
    {
        "name": str,
        "start": NotRequired[int],
        "end": NotRequired[int],
        "from": NotRequired[date | None],
        "to": NotRequired[date | None],
        "precision": NotRequired[Precision],
    },
)
"""Another record, by its canonical name and place; a date also with its days."""

Named = Annotated[str, msgspec.Meta(min_length=1)]


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


class FigureFields(TypedDict, total=False):
    """A figure; `low`, `point` and `high` are what its words say, before any numbers profile."""

    low: float | None
    point: float | None
    high: float | None
    qualifier: Qualifier
    vague: str | None
    counted: Reference | None
    unit: str | None
    outcome: Named
    role: Named
    part_of: Reference | None
    same_as: Reference | None
    when: Reference | None
    place: Reference | None
    source: Reference | None
    event: Reference | None


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


class CheckFields(TypedDict, total=False):
    """What an attentive reader would question."""

    check: Named
    severity: Severity
    message: str


_SHAPES: dict[Kind, Any] = {
    Kind.EVENT: EventFields,
    Kind.FIGURE: FigureFields,
    Kind.SOURCE: SourceFields,
    Kind.ATTRIBUTION: AttributionFields,
    Kind.ENTITY: EntityFields,
    Kind.CHECK: CheckFields,
}

NEEDED: dict[Kind, tuple[str, ...]] = {
    Kind.EVENT: ("kind",),
    Kind.FIGURE: (),
    Kind.SOURCE: ("name",),
    Kind.ATTRIBUTION: (),
    Kind.ENTITY: ("label", "name"),
    Kind.CHECK: ("check",),
}
"""The fields that an item of each kind cannot do without."""

_RISING = (("low", "point", "high"), ("from", "to"))
"""Fields none of which may be above the next."""


def names(kind: Kind) -> frozenset[str]:
    """The fields that an item of the kind may have."""
    return frozenset(_SHAPES[kind].__annotations__)


def checked(kind: Kind, values: Fields) -> Fields:
    """The values, as plain JSON, if they may stand in an item of the kind.

    Raises:
        InvalidValueError: naming the first field that is unknown or wrong.
    """
    for name in values:
        if name not in names(kind):
            raise InvalidValueError(f"{_one(kind)} has no '{name}'")
    try:
        typed = msgspec.convert(dict(values), _SHAPES[kind])
    except msgspec.ValidationError as error:
        raise InvalidValueError(_plainly(str(error))) from None
    plain: dict[str, Any] = msgspec.to_builtins(typed)
    half = _half_placed(plain)
    if half is not None:
        raise InvalidValueError(f"'{half}' has a start or an end alone")
    return plain


def _half_placed(values: Fields) -> str | None:
    """The first field in which something is named with one offset; none where there is none."""
    for name, value in values.items():
        for part in value if isinstance(value, list) else (value,):
            if isinstance(part, dict) and ("start" in part) != ("end" in part):
                return name
    return None


def check_kept(kind: Kind, values: Fields) -> None:
    """See that values from a file are of the types of their kind, and that none needed is missing.

    Names that this program does not know are let pass: a later one may have written them.

    Raises:
        ValueError: naming the first that is wrong.
    """
    msgspec.convert(dict(values), _SHAPES[kind])
    half = _half_placed(values)
    if half is not None:
        raise ValueError(f"'{half}' has a start or an end alone")
    for name in NEEDED[kind]:
        if values.get(name) is None:
            raise ValueError(f"{_one(kind)} needs a '{name}'")


def complete(kind: Kind, values: Fields) -> None:
    """See that what the kind needs is there and the values agree.

    Raises:
        InvalidValueError: naming the first field that is missing or disagrees with another.
    """
    for name in NEEDED[kind]:
        if values.get(name) is None:
            raise InvalidValueError(f"{_one(kind)} needs a '{name}'")
    for rising in _RISING:
        _check_order(values, rising)


def _check_order(values: Mapping[str, Any], rising: tuple[str, ...]) -> None:
    given = [(name, values[name]) for name in rising if values.get(name) is not None]
    for (lower, less), (upper, more) in pairwise(given):
        if less > more:
            raise InvalidValueError(f"'{lower}' ({less}) is more than '{upper}' ({more})")


def _one(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _plainly(message: str) -> str:
    """msgspec's message with the field's name in front: "'low': expected `float`, got `str`"."""
    what, _, path = message.partition(" - at `$.")
    what = what[:1].lower() + what[1:]
    return f"'{path.rstrip('`')}': {what}" if path else what
