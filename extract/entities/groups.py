"""Sides, armed groups and the people of a conflict, where a report describes and does not name.

A description makes an entity where it is a party to the conflict: armed people, a side that
governs or stands against it. Those who bear no arms (residents, civilians, families) are parties
only in a report that has armed ones; elsewhere "residents" is a word and no name. With the word
for a nation before it any description is as good as a name: "Iraqi refugees".
"""

from dataclasses import dataclass, replace

from extract.doc.syntax import Phrase
from extract.entities import groupwords
from extract.entities.nouns import first_modifier, singular
from extract.entities.sides import Side, side_of
from extract.entities.view import View

_CONFLICT_FROM = 1 / 100
"""Armed parties by description a word of text, from which on a report is on a conflict."""
_POLICE = "police"


@dataclass(frozen=True, slots=True)
class Described:
    """A group by description: tokens `first` up to, not including, `last`."""

    first: int
    last: int
    head: int
    side: Side


def described_groups(view: View) -> list[Described]:
    """The groups that a report describes, in order."""
    found: list[Described] = []
    for phrase in view.nouns:
        group = _in_phrase(view, phrase)
        if group is not None and (not found or group.first >= found[-1].last):
            found.append(group)
    armed = sum(_is_armed(group.side) for group in found)
    if armed > 1 and armed >= len(view) * _CONFLICT_FROM:
        return found
    return [group for group in found if _stands_alone(group.side)]


def _is_armed(side: Side) -> bool:
    """Whether a group makes a conflict of what is told; police are in the news of any day."""
    return side.kind in ("force", "irregular") and side.own != _POLICE


def _stands_alone(side: Side) -> bool:
    """Whether a group is a party even in a report that is on no conflict."""
    return bool(side.countries) or (
        side.kind == "irregular" and side.party == "opposition" and not side.own
    )


def _in_phrase(view: View, phrase: Phrase) -> Described | None:
    first = first_modifier(view, phrase)
    first = max(first, _after_compound(view, first, phrase.head))
    side = side_of(view.words[first : phrase.head + 1])
    if side is None or view.word(phrase.head + 1) == "to":
        return None
    former = _former_members(view, phrase)
    if former is not None:
        first, side = former, replace(side, former=True)
    return Described(first, phrase.head + 1, phrase.head, side)


def _after_compound(view: View, first: int, head: int) -> int:
    """Behind "Russian-backed" and the like: who stands behind a group is no part of its name."""
    for place in range(head - 1, first, -1):
        if view.words[place - 1] == "-" and view.low[place] in groupwords.backing_words():
            return place + 1
    return first


def _former_members(view: View, phrase: Phrase) -> int | None:
    """Where "former members of" begins before a phrase; none if nothing of the kind does."""
    if view.word(phrase.first - 1) != "of":
        return None
    before = view.noun_at(phrase.first - 2)
    members = groupwords.sided_heads() | groupwords.civil_heads()
    if before is None or singular(view.low[before.head]) not in members:
        return None
    places = range(before.first, before.head)
    return next((place for place in places if view.low[place] in groupwords.former_words()), None)
