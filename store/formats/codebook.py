"""The codebook of a project for qualitative analysis: what our kinds and labels are called there.

A code is known again by its GUID, which is made of its name, or by that name alone: some programs
give new GUIDs when they write a project. No two codes have one name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from uuid import UUID, uuid5

from extract.harmless import harmless
from extract.vocabulary import SUB_TYPES, EventType, Label, Outcome
from store.items import Fields, Item, State
from store.kinds import Kind
from store.kinds.victim import OUTCOMES

_SPACE = UUID("5d0d1f0c-3f0e-5a57-9f3b-0d6c1f1f7a10")
"""What all GUIDs of ours are made in."""
TAG = "#"
"""Before the name of a code that is a tag."""
FLAG = "Flag"
_MARKED = (State.REJECTED, State.UNDECIDED, State.SKIPPED)
"""States that have a code; what has none of them holds."""
_GREY = "#8a8d94"
_COLOURS = {
    Label.PERSON: "#e0a970",
    Label.PLACE: "#7fc4a0",
    Label.GROUP: "#86b4e6",
    Label.ORG: "#5f8fd0",
    Label.MEDIA: "#8ecbd6",
    Label.DATE: "#bfa6e0",
    Kind.INCIDENT: "#c9503f",
    Kind.EVENT: "#e58f7b",
    Kind.FIGURE: "#f2d27e",
    Kind.SOURCE: "#a3c76d",
    Kind.ATTRIBUTION: "#c79be0",
    Kind.CHECK: "#f0b45c",
    Kind.VICTIM: "#e0a970",
}


@dataclass(frozen=True, slots=True)
class Code:
    """One code of the tree."""

    name: str
    colour: str = _GREY
    kind: Kind | None = None
    """What items under it are."""
    values: Mapping[str, str | None] = field(default_factory=dict, hash=False)
    """What it tells of them."""
    state: State | None = None
    below: tuple["Code", ...] = field(default=(), hash=False)
    codable: bool = True
    """Whether words may have it; else it only holds others together."""

    @property
    def guid(self) -> str:
        """The same for the same name, whoever writes it."""
        return guid("code", self.name)

    @property
    def tag(self) -> str:
        """The tag that it is; nothing if it is none."""
        return self.name.removeprefix(TAG) if self.name.startswith(TAG) else ""


def guid(*parts: object) -> str:
    """Return a GUID that is the same for the same parts."""
    return str(uuid5(_SPACE, harmless("\0".join(map(str, parts)))))


def codebook(items: Iterable[Item]) -> tuple[Code, ...]:
    """Return the tree of codes for items: all kinds, labels and types, and the tags in use.

    Codes of incidents are those in use alone.
    """
    items = tuple(items)
    of_rows = (code_of(item) for item in items if item.kind is Kind.INCIDENT)
    rows = dict.fromkeys(replace(code, below=()) for code in of_rows)
    tags = dict.fromkeys(tag for item in items for tag in item.tags)
    found = (
        Code("Incidents", _COLOURS[Kind.INCIDENT], below=tuple(rows), codable=False),
        *_own(),
        Code("Tags", below=tuple(map(tag_code, tags)), codable=False),
    )
    return tuple(code for code in found if code.codable or code.below)


def known_codes() -> Iterator[Code]:
    """Return all codes that mean something here, but for tags."""
    yield from flat((*_own(), *_types(Kind.INCIDENT)))


def flat(codes: Iterable[Code]) -> Iterator[Code]:
    """Return codes with all those below them."""
    for code in codes:
        yield code
        yield from flat(code.below)


def code_of(item: Item) -> Code:
    """Return the code that tells what an item is."""
    sign = _sign(item.kind, item.fields)
    of_type = (sign[0], (*sign[1][:1], None))
    known = _by_sign()
    return known.get(sign) or known.get(of_type) or known[item.kind, ()]


def state_code(state: State) -> Code | None:
    """Return the code for what was decided; none for what holds."""
    return next((code for code in _marks() if code.state is state), None)


def flag_code() -> Code:
    """Return the code for a flag."""
    return Code(FLAG)


def tag_code(tag: str) -> Code:
    """Return the code for a tag."""
    return Code(f"{TAG}{tag}")


@cache
def _own() -> tuple[Code, ...]:
    names = tuple(Code(x.value, _COLOURS[x], Kind.ENTITY, {"label": x.value}) for x in Label)
    colour = _COLOURS[Kind.FIGURE]
    outcomes = tuple(
        Code(f"Figure: {one}", colour, Kind.FIGURE, {"outcome": one.value}) for one in Outcome
    )
    return (
        Code("Events", _COLOURS[Kind.EVENT], below=_types(Kind.EVENT), codable=False),
        Code("Figure", colour, Kind.FIGURE, below=outcomes),
        Code("Victim", _COLOURS[Kind.VICTIM], Kind.VICTIM, below=_victims()),
        Code("Source", _COLOURS[Kind.SOURCE], Kind.SOURCE),
        Code("Statement", _COLOURS[Kind.ATTRIBUTION], Kind.ATTRIBUTION),
        Code("Names", below=(*names, Code("Name", kind=Kind.ENTITY)), codable=False),
        Code("Check", _COLOURS[Kind.CHECK], Kind.CHECK),
        Code("Decisions", below=(*_marks(), flag_code()), codable=False),
    )


def _victims() -> tuple[Code, ...]:
    colour = _COLOURS[Kind.VICTIM]
    outcomes = ((one, {"outcome": one.value}) for one in OUTCOMES)
    return tuple(Code(f"Victim: {one}", colour, Kind.VICTIM, told) for one, told in outcomes)


def _marks() -> tuple[Code, ...]:
    return tuple(Code(f"Decision: {state.value}", state=state) for state in _MARKED)


@cache
def _types(kind: Kind) -> tuple[Code, ...]:
    """The event types with their sub-types below them, as codes of events or of incidents."""
    prefix = "" if kind is Kind.EVENT else "Incident: "
    colour = _COLOURS[kind]
    types = {each.value for each in EventType}
    return (
        *(
            Code(
                f"{prefix}{each}",
                colour,
                kind,
                {"kind": each.value, "subkind": None},
                below=tuple(
                    Code(
                        f"{prefix}{f'{each}: ' if one.value in types else ''}{one}",
                        colour,
                        kind,
                        {"kind": each.value, "subkind": one.value},
                    )
                    for one in SUB_TYPES[each]
                ),
            )
            for each in EventType
        ),
        Code(kind.value.capitalize(), colour, kind),
    )


_LABEL_FIELDS = {
    Kind.ENTITY: ("label",),
    Kind.EVENT: ("kind", "subkind"),
    Kind.INCIDENT: ("kind", "subkind"),
    Kind.FIGURE: ("outcome",),
    Kind.VICTIM: ("outcome",),
}
"""The fields that the codes of a kind tell."""


def _sign(kind: Kind, fields: Fields) -> tuple[Kind, tuple[str | None, ...]]:
    told = tuple(fields.get(name) for name in _LABEL_FIELDS.get(kind, ()))
    return kind, tuple(str(value) if value else None for value in told) if any(told) else ()


@cache
def _by_sign() -> Mapping[tuple[Kind, tuple[str | None, ...]], Code]:
    return {_sign(code.kind, code.values): code for code in known_codes() if code.kind}
