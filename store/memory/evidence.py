"""What the decisions on one report teach: plain facts, each a question with the answer given.

What was accepted as suggested teaches as much as what was corrected: an answer that is given one
way here and another way there is no rule.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from extract.vocabulary import Label
from store.items import Fields, Item, Kind, Standing, State
from store.library_tables import looked_up
from store.memory.features import REJECTED, features, type_of_words
from store.references import is_reference
from store.wording import name


class Table(StrEnum):
    """What is asked; the tables of the file bear these names."""

    LABEL = "label"
    """Of a name: "Al-Watan" is an outlet."""
    CANONICAL = "canonical"
    """What a name stands for: "the Hawks" are the Sand Hawks."""
    ACTOR = "actor"
    """What a party is called in rows."""
    PLACE = "place"
    """What the place of a row is called."""
    MAP = "map"
    """Which place of the name it is."""
    SOURCE_KIND = "source_kind"
    RELIABILITY = "reliability"
    """The grade of a source on the Admiralty scale; credibility is of what it says, each time."""
    SUB_TYPE = "sub_type"
    """Of an event, by its word and the type suggested."""
    REJECTED = "rejected"
    """Words, names and kinds that are of no use."""


class Evidence(NamedTuple):
    """One answer."""

    table: Table
    of: str
    """What it was about, as it is looked up."""
    value: str
    """What was decided; of a place on the map its values as JSON."""


PARTIES = ("side_a", "side_b", "associated", "actors", "targets")
"""Fields that name who took part."""

_APPROVED = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})


def evidence_in(items: Iterable[Item]) -> tuple[Evidence, ...]:
    """Return what the decided items of one report teach; nothing comes of what is open."""
    decided = [one for one in items if one.decided and one.standing is not Standing.ORPHAN]
    approved = [one for one in decided if one.state in _APPROVED]
    joined = dict(_joined(decided, approved))
    found = [Evidence(Table.CANONICAL, looked_up(old), new) for old, new in joined.values()]
    for item in decided:
        if item.id not in joined:
            kept = "kept" if item.state in _APPROVED else REJECTED
            found += (Evidence(Table.REJECTED, one.of, kept) for one in features(item))
    for item in approved:
        found += _values(item)
    return tuple(found)


def _joined(
    decided: Sequence[Item], approved: Sequence[Item]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Names that were given to another, by their ids: what they were called, and what that is."""
    others = [one for one in approved if one.kind is Kind.ENTITY and one.boundaries]
    for item in decided:
        if item.kind is not Kind.ENTITY or item.state is not State.REJECTED or not others:
            continue
        into = next((one for one in others if {*item.spans} <= {*one.spans}), None)
        if into is not None:
            yield item.id, (str(item.fields["name"]), str(into.fields["name"]))


def _values(item: Item) -> Iterator[Evidence]:
    if item.kind is Kind.ENTITY:
        yield from _of_name(item)
    elif item.kind is Kind.SOURCE:
        yield from _of_source(item)
    elif item.kind in (Kind.EVENT, Kind.INCIDENT):
        yield from _of_happening(item)


def _of_name(item: Item) -> Iterator[Evidence]:
    if item.fields.get("label") == Label.DATE:
        return
    of = looked_up(_suggested(item, "name") or item.words)
    yield Evidence(Table.LABEL, of, str(item.fields["label"]))
    yield Evidence(Table.CANONICAL, of, str(item.fields["name"]))


def _of_source(item: Item) -> Iterator[Evidence]:
    fields = item.fields
    called = looked_up(_suggested(item, "name") or item.words)
    yield Evidence(Table.CANONICAL, called, str(fields["name"]))
    of = looked_up(str(fields["name"]))
    yield Evidence(Table.SOURCE_KIND, of, str(fields.get("kind") or "unknown"))
    if fields.get("reliability"):
        yield Evidence(Table.RELIABILITY, of, str(fields["reliability"]))


def _of_happening(item: Item) -> Iterator[Evidence]:
    fields = item.fields
    if item.suggestion is not None:
        of, kind = type_of_words(item), fields.get("subkind") or fields.get("kind")
        yield Evidence(Table.SUB_TYPE, of, str(kind))
        before = item.suggestion.fields
        for field in PARTIES:
            yield from _exchanged(Table.ACTOR, _listed(before, field), _listed(fields, field))
        yield from _exchanged(Table.PLACE, _listed(before, "place"), _listed(fields, "place"))
    located = item.correction.get("located")
    if located and located.get("latitude") is not None:
        yield Evidence(Table.MAP, folded(name(fields.get("place"))), as_text(located))


def folded(place: str) -> str:
    """Return the name of a place as the table of the map has it: an article is a part of it."""
    return " ".join(place.casefold().split())


def as_text(value: Fields) -> str:
    """Return an object as the text by which answers are compared."""
    return json.dumps(dict(value), ensure_ascii=False, sort_keys=True)


def _exchanged(
    table: Table, before: Sequence[Fields], after: Sequence[Fields]
) -> Iterator[Evidence]:
    """What became of names: they stay, or one is another now.

    Where that is another record of the report, the reading has taken the wrong one, which says
    nothing of other reports; only a name that a person wrote is what the first is to be called.
    """
    old, new = ([str(one["name"]) for one in some] for some in (before, after))
    for one in old:
        if one in new:
            yield Evidence(table, looked_up(one), one)
    gone = [one for one in old if one not in new]
    come = [one for one in after if one["name"] not in old]
    if len(gone) == len(come) == 1 and "start" not in come[0]:
        yield Evidence(table, looked_up(gone[0]), str(come[0]["name"]))


def _listed(fields: Fields, field: str) -> list[dict[str, Any]]:
    value = fields.get(field)
    return [one for one in (value if isinstance(value, list) else [value]) if is_reference(one)]


def _suggested(item: Item, field: str) -> str:
    return str(item.suggestion.fields.get(field) or "") if item.suggestion else ""
