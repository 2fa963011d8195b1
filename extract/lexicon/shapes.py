"""What a word list may hold: the shape of the list that ships.

A table is closed unless it is named in `_OPEN`: its keys are those that the rules know, and any
other one would be passed over without a word.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from typing import Any

_OPEN = (
    "actors.associated",
    "actors.country",
    "actors.ged",
    "actors.of_country",
    "countries",
    "regions",
    "peoples",
    "cues.verb",
    "cues.noun",
    "cues.adjective",
    "cues.verb.*",
    "cues.noun.*",
    "cues.adjective.*",
    "dates.number",
    "dates.ordinal",
    "dates.holiday",
    "dates.unit",
    "dates.season",
    "dates.part",
    "dates.hour",
    "dates.deictic",
    "dates.reference",
    "dates.set",
    "outcomes.*",
    "irregular.*",
    "name_cues.*",
    "notnames.words",
    "nouns.plural",
    "numbers.words",
    "numbers.scales",
    "numbers.groups",
    "numbers.suffixes",
    "numbers.fractions",
    "numbers.signs",
    "numbers.vague.*",
    "schemes.*",
    "spelling.consonant",
    "triggers.class",
    "triggers.class.*",
    "triggers.verb",
    "triggers.noun",
    "triggers.weak_verb",
    "triggers.weak_noun",
    "triggers.phrase",
    "triggers.beside",
    "triggers.set",
    "units.kind",
    "units.words",
    "units.words.*",
    "units.currencies.signs",
    "units.currencies.words",
    "units.currencies.names",
    "units.currencies.shared.of",
    "evidence.points.*",
    "evidence.before.points",
    "evidence.behind.points",
    "evidence.noun.points",
    "evidence.unit.points",
)
"""Tables whose keys are data, by their place: `*` stands for any one key."""
_NAMES = {
    dict: "a table",
    list: "a list",
    str: "words in quotation marks",
    int: "a whole number",
    float: "a number",
    bool: "true or false",
}


@dataclass(slots=True)
class Shape:
    """What may stand at one place of a list."""

    kinds: set[type] = field(default_factory=set)
    keys: dict[str, "Shape"] = field(default_factory=dict)
    """Of a table: what may stand under each key."""
    any_key: "Shape | None" = None
    """Of an open table: what may stand under a key of the user's own."""
    elements: "Shape | None" = None
    """Of a list: what its elements may be."""

    def problem_in(self, value: Any, place: str = "") -> str | None:
        """Return what does not belong there, in a few words; none if everything does."""
        if not self._takes(value):
            wanted = " or ".join(sorted(_NAMES[kind] for kind in self.kinds))
            return f"{place or 'the file'} is to be {wanted or 'empty'}"
        return next(self._problems_inside(value, place), None)

    def _takes(self, value: Any) -> bool:
        if isinstance(value, str):
            return str in self.kinds and bool(value.strip())
        if float in self.kinds and type(value) is int:
            return True
        return type(value) in self.kinds

    def _problems_inside(self, value: Any, place: str) -> Iterator[str]:
        if isinstance(value, dict):
            for key, inner in value.items():
                here = f"{place}.{key}" if place else key
                shape = self.keys.get(key) or self.any_key
                problem = shape.problem_in(inner, here) if shape else f"'{here}' is unknown"
                if problem:
                    yield problem
        elif isinstance(value, list) and self.elements:
            for number, inner in enumerate(value, 1):
                problem = self.elements.problem_in(inner, f"{place}, entry {number}")
                if problem:
                    yield problem


def shape_of(name: str, shipped: Any) -> Shape:
    """Return the shape of the list that ships under the name."""
    shape = Shape()
    _learn(shape, shipped, name)
    return shape


def _learn(shape: Shape, value: Any, place: str) -> None:
    shape.kinds.add(type(value))
    if isinstance(value, dict):
        is_open = any(fnmatchcase(place, o) and place.count(".") == o.count(".") for o in _OPEN)
        if is_open and shape.any_key is None:
            shape.any_key = Shape()
        for key, inner in value.items():
            _learn(shape.keys.setdefault(key, Shape()), inner, f"{place}.{key}")
            if shape.any_key is not None:
                _learn(shape.any_key, inner, f"{place}.{key}")
    elif isinstance(value, list):
        shape.elements = shape.elements or Shape()
        for inner in value:
            _learn(shape.elements, inner, place)
