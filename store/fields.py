"""Whether values may stand in an item of their kind."""

from collections.abc import Mapping
from itertools import pairwise
from typing import Any

import msgspec

from store.errors import InvalidValueError
from store.items import Fields
from store.kinds import Kind, definition


def names(kind: Kind) -> frozenset[str]:
    """Return the fields that an item of the kind may have."""
    return frozenset(definition(kind).fields.__annotations__)


def checked(kind: Kind, values: Fields) -> Fields:
    """Return the values, as plain JSON, if they may stand in an item of the kind.

    Raises:
        InvalidValueError: naming the first field that is unknown or wrong.
    """
    for name in values:
        if name not in names(kind):
            raise InvalidValueError(f"{_one(kind)} has no '{name}'")
    try:
        typed = msgspec.convert(dict(values), definition(kind).fields)
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
    msgspec.convert(dict(values), definition(kind).fields)
    half = _half_placed(values)
    if half is not None:
        raise ValueError(f"'{half}' has a start or an end alone")
    for name in definition(kind).needed:
        if values.get(name) is None:
            raise ValueError(f"{_one(kind)} needs a '{name}'")


def complete(kind: Kind, values: Fields) -> None:
    """See that what the kind needs is there and the values agree.

    Raises:
        InvalidValueError: naming the first field that is missing or disagrees with another.
    """
    for name in definition(kind).needed:
        if values.get(name) is None:
            raise InvalidValueError(f"{_one(kind)} needs a '{name}'")
    for group in definition(kind).rising:
        _check_order(values, group)


def _check_order(values: Mapping[str, Any], rising: tuple[str, ...]) -> None:
    given = [(name, values[name]) for name in rising if values.get(name) is not None]
    for (lower, less), (upper, more) in pairwise(given):
        if less > more:
            first, second = (f"{one:g}" if isinstance(one, float) else one for one in (less, more))
            raise InvalidValueError(f"'{lower}' ({first}) is more than '{upper}' ({second})")


def _one(kind: Kind) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _plainly(message: str) -> str:
    """msgspec's message with the field's name in front: "'low': expected `float`, got `str`"."""
    what, _, path = message.partition(" - at `$.")
    what = what[:1].lower() + what[1:]
    return f"'{path.rstrip('`')}': {what}" if path else what
