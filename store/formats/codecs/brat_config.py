"""The configuration of a folder for brat (https://brat.nlplab.org/configuration.html)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

CONFIGURATION = {"annotation.conf": "entities", "visual.conf": "labels"}
"""The files, and a section by which each is known."""

_COLOURS = (
    "#a6cee3", "#b2df8a", "#fdbf6f", "#cab2d6", "#fb9a99", "#ffff99", "#ccebc5", "#fbb4ae",
    "#decbe4", "#fed9a6",
)  # fmt: skip


@dataclass(slots=True)
class Types:
    """The types in use."""

    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    relations: set[str] = field(default_factory=set)
    attributes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


def annotation_conf(types: Types, roles: Sequence[str]) -> str:
    """Return `annotation.conf`: every type in use, events with all roles."""
    filled = ", ".join(f"{role}*:<ANY>" for role in roles)
    return _sections(
        entities=sorted(types.entities),
        relations=[
            # Without it the verifier takes every overlap for an error.
            "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>",
            # Of entities alone: a name is either a role of events or a relation that they have.
            *(f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in sorted(types.relations)),
        ],
        events=[f"{name}\t{filled}" for name in sorted(types.events)],
        attributes=[
            f"{name}\tArg:<ANY>" + (f", Value:{'|'.join(sorted(values))}" if values else "")
            for name, values in sorted(types.attributes.items())
        ],
    )


def visual_conf(types: Types) -> str:
    """Return `visual.conf`: labels as words, colours, and the first letter of each value."""
    spans = [*sorted(types.events), *sorted(types.entities)]
    return _sections(
        labels=[f"{name} | {name.replace('_', ' ')}" for name in spans],
        drawing=[
            "SPAN_DEFAULT\tfgColor:black, bgColor:#d9d9d9, borderColor:darken",
            "ARC_DEFAULT\tcolor:black, arrowHead:triangle-5",
            "ATTRIBUTE_DEFAULT\tglyph:*",
            *(
                f"{name}\tbgColor:{_COLOURS[number % len(_COLOURS)]}"
                for number, name in enumerate(spans)
            ),
        ],
    )


def _sections(**lines: Iterable[str]) -> str:
    return "\n".join("".join(_section(name, found)) for name, found in lines.items())


def _section(name: str, lines: Iterable[str]) -> Iterator[str]:
    yield f"[{name}]\n"
    yield from (f"{line}\n" for line in lines)
