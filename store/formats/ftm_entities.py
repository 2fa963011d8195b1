"""Entities of the FollowTheMoney model (https://followthemoney.tech), each under a stable id."""

import hashlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from extract.harmless import harmless
from store.formats.losses import Losses

Row = dict[str, Any]


@dataclass(slots=True)
class Entities:
    """Entities by id; one that is told again takes the further values in."""

    found: dict[str, Row] = field(default_factory=dict)

    def add(self, schema: str, *sign: object, **values: object) -> str:
        """Return the id of an entity, made of its schema and what tells it from all others.

        A value is text, a list of these, or none; of values each is kept once.
        """
        ident = ident_of(schema, *sign)
        row = self.found.setdefault(ident, {"id": ident, "schema": schema, "properties": {}})
        for name, value in values.items():
            several = value if isinstance(value, list | tuple) else [value]
            told = [harmless(str(one)).strip() for one in several if one not in (None, "")]
            known = row["properties"].setdefault(name, []) if any(told) else []
            known += [one for one in dict.fromkeys(told) if one and one not in known]
        return ident

    def rows(self) -> list[Row]:
        """Return the entities in the order in which each came."""
        return list(self.found.values())


def ident_of(schema: str, *sign: object) -> str:
    """Return the id for what an entity is told by; the same for the same, on every machine."""
    told = "\0".join([schema, *map(str, sign)])
    return f"dateline-{hashlib.sha1(told.encode('utf-8', 'replace')).hexdigest()}"


def looked_over(rows: Iterable[Row], losses: Losses) -> Iterator[Row]:
    """Return the rows without the values that the model refuses, which are counted.

    Where the model's own library is not installed, they are taken as they are.
    """
    model: Any = None
    with suppress(ImportError):
        from followthemoney import model as installed  # loads for seconds, where it is there

        model = installed
    for row in rows:
        schema = model.get(row["schema"]) if model else None
        if schema is not None:
            for name, values in list(row["properties"].items()):
                kind = schema.get(name).type
                kept = [one for one in values if kind.clean(one) is not None]
                losses.add(f"values of '{name}' (the model refuses them)", len(values) - len(kept))
                row["properties"][name] = kept
        yield row
