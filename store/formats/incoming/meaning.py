"""What an annotation means: its kind of item and the values that the file tells of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.records import Span
from extract.vocabulary import SUB_TYPES, Label
from store.errors import InvalidValueError
from store.fields import checked, names
from store.formats.incoming.proposal import Own, Place, Proposal, UnreadableImportError
from store.formats.incoming.values import shown
from store.formats.marks import FIELDS, ROLES, label_of, plain_label
from store.items import Fields, Item, Suggestion
from store.kinds import Kind, definition
from store.kinds.incident import LABEL, type_of_row
from store.references import Reference, is_reference, reference, span_of

Labels = Mapping[str, tuple[Kind, Fields]]
"""Labels that items of the report have, with what they mean."""

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
_SEVERAL = frozenset({"actors", "targets"})


@dataclass(frozen=True, slots=True)
class Meaning:
    """An annotation in our terms; offsets are those of its own text."""

    kind: Kind
    told: dict[str, Any]
    """The values that the file tells."""
    roles: dict[str, Any] = field(default_factory=dict)
    """The fields that its links fill, where it tells no more of them than where they stand."""
    usual: Fields = field(default_factory=dict)
    """What else a new item has."""
    edited: bool = False
    """Whether it was changed since it went out."""
    own: Own | None = None
    """What it was when it went out, if it is of the same kind still."""


def meaning(proposal: Proposal, words: str, text: str, labels: Labels) -> Meaning:
    """Return what a proposal is, by its label before all else.

    Raises:
        UnreadableImportError: if the label means nothing here.
    """
    own = proposal.own
    if own is None:
        return _of_others(proposal, words, text, labels)
    told = dict(own.fields)
    if proposal.label not in ("", label_of_own(own), _former_label(own)):
        kind, changed = _of_label(proposal, labels)
        if kind is not own.kind:
            return _of_others(proposal, words, text, labels)
        told |= changed
    told |= _changed_values(own, proposal.values)
    if proposal.roles is not None:
        told |= _changed_roles(own, proposal, text)
    edited = told != dict(own.fields)
    known = definition(own.kind)
    needed = {n: value for n, value in known.usual(words).items() if n in known.needed}
    return Meaning(own.kind, told, usual=needed, edited=edited, own=own)


def changed_label(labels: Sequence[str], own: Own | None) -> str:
    """Return of the labels of an item's mentions the first that is not as it went out."""
    before = label_of_own(own) if own else labels[-1]
    return next((label for label in labels if label != before), labels[0])


def labels_of(items: Iterable[Item]) -> Labels:
    """Return the labels that items have, with what they mean."""
    return {label_of(item): (item.kind, _labelled(item.kind, item.fields)) for item in items}


def filled(name: str, references: list[Reference]) -> Any:
    """Return the value of a field that names one record or several."""
    return references if name in _SEVERAL else references[0] if references else None


def references_in(value: Any) -> list[Reference]:
    """Return the records that a field's value names."""
    return [one for one in (value if isinstance(value, list) else [value]) if is_reference(one)]


def _of_others(proposal: Proposal, words: str, text: str, labels: Labels) -> Meaning:
    kind, told = _of_label(proposal, labels)
    told = {**told, **{n: _unplain(kind, n, v) for n, v in proposal.values.items()}}
    named: dict[str, list[Reference]] = {}
    for role, place in proposal.roles or ():
        name = FIELDS[role]
        if name in names(kind):
            named.setdefault(name, []).append(_reference(place, text))
    roles = {name: filled(name, found) for name, found in named.items()}
    known = {name: value for name, value in told.items() if name in names(kind)}
    return Meaning(kind, known, roles, definition(kind).usual(words))


def label_of_own(own: Own) -> str:
    """Return the label under which an item went out."""
    return label_of(Item("", own.kind, Suggestion("", (), own.fields)))


def _former_label(own: Own) -> str:
    """The label that earlier versions gave an incident: that of an event of its type."""
    return plain_label(type_of_row(own.fields)) if own.kind is Kind.INCIDENT else ""


def _of_label(proposal: Proposal, labels: Labels) -> tuple[Kind, Fields]:
    label = proposal.label.upper()
    known = _COMMON_LABELS.get(label) or (Label(label) if label in set(Label) else None)
    if known and not proposal.event:
        return Kind.ENTITY, {"label": known.value}
    kind = _KINDS.get(proposal.label.lower())
    if kind and not proposal.event:
        return kind, {}
    if proposal.label in labels:
        return labels[proposal.label]
    folded = _folded(proposal.label)
    of_incident = folded.startswith(_folded(LABEL)) and not proposal.event
    found = _event_types().get(folded.removeprefix(_folded(LABEL)) if of_incident else folded)
    if found:
        values = {"kind": found[0], "subkind": found[1]}
        return (Kind.INCIDENT if of_incident else Kind.EVENT), values
    what = f"the label '{shown(proposal.label)}' has no meaning here"
    raise UnreadableImportError(what, proposal.where, "rename it")


def _labelled(kind: Kind, fields: Fields) -> Fields:
    return {name: fields.get(name) for name in definition(kind).label_fields}


def _changed_values(own: Own, values: Mapping[str, str | None]) -> dict[str, Any]:
    return {
        name: _unplain(own.kind, name, value)
        for name, value in values.items()
        if name in names(own.kind) and value != plain_label(str(own.fields.get(name) or ""))
    }


def _unplain(kind: Kind, name: str, value: str | None) -> str | None:
    """A value that was written as a label, with the spaces that it had if it needs them."""
    try:
        checked(kind, {name: value})
    except InvalidValueError:
        return (value or "").replace("_", " ")
    return value


def _changed_roles(own: Own, proposal: Proposal, text: str) -> dict[str, Any]:
    """The fields whose links were changed: those kept as they were, those new by their words."""
    shown_now: dict[str, dict[Span, Reference]] = {}
    for role, place in proposal.roles or ():
        found = _reference(place, text)
        shown_now.setdefault(FIELDS[role], {})[_trimmed(text, found)] = found
    changed = {}
    for name in ROLES.keys() & names(own.kind):
        was = references_in(own.fields.get(name))
        now = shown_now.get(name, {})
        kept = [one for one in was if not _is_gone(one, now, proposal, text)]
        places = {_trimmed(text, one) for one in was if span_of(one)}
        new = [one for place, one in now.items() if place not in places]
        if new or len(kept) < len(was):
            changed[name] = filled(name, kept + new if name in _SEVERAL else new or kept)
    return changed


def _is_gone(one: Reference, now: Mapping[Span, Any], proposal: Proposal, text: str) -> bool:
    """Whether a link that was shown is shown no more; one of an item to itself never is."""
    span = span_of(one)
    if span is None or not 0 <= span.start < span.end <= len(text):
        return False
    itself = any((place.start, place.end) == (span.start, span.end) for place in proposal.places)
    return not itself and _trimmed(text, one) not in now


def _trimmed(text: str, one: Reference) -> Span:
    start, end = one["start"], one["end"]
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))


def _reference(place: Place, text: str) -> Reference:
    span = Span(place.start or 0, place.end or 0)
    return reference(" ".join(span.of(text).split()), span)


def _event_types() -> dict[str, tuple[str, str | None]]:
    """ACLED's types and sub-types by their folded names."""
    found: dict[str, tuple[str, str | None]] = {}
    for kind, subkinds in SUB_TYPES.items():
        found.setdefault(_folded(kind), (kind.value, None))
        found |= {_folded(subkind): (kind.value, subkind.value) for subkind in subkinds}
    return found


def _folded(label: str) -> str:
    return "".join(letter for letter in label.casefold() if letter.isalnum())
