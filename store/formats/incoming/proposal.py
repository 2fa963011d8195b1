"""What a file of another program says about one report, before its words are found in ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.errors import DatelineError
from extract.events.triggers import triggers
from extract.records import Label
from store.items import Kind


class UnreadableImportError(DatelineError):
    """A line or annotation of a file that cannot be understood."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words of an annotation are said to stand; what is not known is none or empty."""

    start: int | None = None
    end: int | None = None
    exact: str | None = None
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One annotation."""

    where: str
    """File and line or id, for a person to find it again."""
    label: str
    places: tuple[Place, ...]
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    state: str | None = None
    """What was decided there, in our words, where the file tells."""
    kind: Kind | None = None
    """Given where the file comes from Dateline."""
    fields: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Incoming:
    """All that a file says about one report."""

    where: str
    proposals: tuple[Proposal | UnreadableImportError, ...]
    key: str | None = None
    sha256: str | None = None
    text: str | None = None
    """The text that the offsets are for, where the file has it."""


_COMMON_LABELS = {
    "PER": Label.PERSON,
    "LOC": Label.PLACE,
    "GPE": Label.PLACE,
    "FAC": Label.PLACE,
    "NORP": Label.GROUP,
    "ORGANIZATION": Label.ORG,
    "ORGANISATION": Label.ORG,
    "LOCATION": Label.PLACE,
}
"""Labels that other schemes have for our entities."""

_KINDS = {kind.value: kind for kind in Kind if kind not in (Kind.EVENT, Kind.ENTITY)}


def kind_and_fields(proposal: Proposal, words: str) -> tuple[Kind, dict[str, Any]]:
    """What kind of item a proposal is, with the fields that its label tells.

    Raises:
        UnreadableImportError: if the label means nothing here.
    """
    if proposal.kind is not None and proposal.fields:
        return proposal.kind, dict(proposal.fields)
    label = proposal.label.upper()
    known = _COMMON_LABELS.get(label) or (Label(label) if label in set(Label) else None)
    if known:
        return Kind.ENTITY, {"label": known.value, "name": " ".join(words.split())}
    kind = _KINDS.get(proposal.label.lower())
    if kind:
        return kind, _least_fields(kind, words)
    event = _event_types().get(_folded(proposal.label))
    if event:
        return Kind.EVENT, {"kind": event[0], "subkind": event[1], "status": "actual"}
    raise UnreadableImportError(
        f"the label '{proposal.label}' has no meaning here", proposal.where, "rename it"
    )


def _least_fields(kind: Kind, words: str) -> dict[str, Any]:
    name = " ".join(words.split())
    return {
        Kind.SOURCE: {"name": name, "kind": "unknown"},
        Kind.CHECK: {"check": "imported", "severity": "low", "message": name},
    }.get(kind, {})


def _event_types() -> dict[str, tuple[str, str | None]]:
    """ACLED's types and sub-types by their folded names."""
    found: dict[str, tuple[str, str | None]] = {}
    for category in triggers().categories.values():
        found.setdefault(_folded(category.kind), (category.kind, None))
        if category.subkind:
            found[_folded(category.subkind)] = (category.kind, category.subkind)
    return found


def _folded(label: str) -> str:
    return "".join(letter for letter in label.casefold() if letter.isalnum())
