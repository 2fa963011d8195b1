"""Joining and splitting the incidents of a report, and taking out of them: one step each.

The suggestion of each stays as the machine made it; what a person makes of it is a correction.
"""

from dataclasses import replace

from store.annotations import Annotations
from store.contents import Ids
from store.errors import InvalidValueError
from store.history.decisions import settled
from store.incidents.joining import joined, remark_of_joining, split_off, without
from store.items import Item, State


def join(notes: Annotations, ident: str, into: str) -> Ids:
    """Give an incident's members, sides and numbers to another; return the ids of what changed.

    The incident is rejected with a note that says so, or deleted if it was a person's own.

    Raises:
        InvalidValueError: if both are the same item.
    """
    item, target = notes.as_filled(ident), notes.as_filled(into)
    members = {one.id: notes.members(one) for one in (item, target)}
    after = joined(target, item, members, notes.article.text)
    note = remark_of_joining(item, target)
    gone = None if item.own else replace(settled(item, State.REJECTED), note=note)
    return notes.put({into: after, ident: gone})


def take_out(notes: Annotations, ident: str, member: str) -> Ids:
    """Take a mention or figure out of an incident; return the ids of what changed.

    Raises:
        InvalidValueError: if it is none of its members, or nothing would be left.
    """
    members = notes.members(notes[ident])
    at = _index(members, member)
    left, gone = (*members[:at], *members[at + 1 :]), (members[at],)
    return notes.put({ident: without(notes.as_filled(ident), gone, left, notes.article.text)})


def split(notes: Annotations, ident: str, member: str) -> str:
    """Make a member of an incident and those after it another one; return the id of that.

    Raises:
        InvalidValueError: if it is none of its members, or nothing would be left.
    """
    item = notes.as_filled(ident)
    members = notes.members(item)
    at = _index(members, member)
    left, gone = members[:at], members[at:]
    after = without(item, gone, left, notes.article.text)
    new = notes.own(item.kind, *split_off(item, gone))
    notes.put({ident: after, new.id: new})
    return new.id


def _index(members: tuple[Item, ...], ident: str) -> int:
    at = next((n for n, one in enumerate(members) if one.id == ident), None)
    if at is None:
        raise InvalidValueError("it is no part of this incident", then="choose one of its own")
    return at
