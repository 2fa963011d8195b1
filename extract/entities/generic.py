"""Generic words that belong to a place: "Kano state", "the outskirts of Goma", "northern Mali"."""

from extract.entities import lists
from extract.entities.nouns import singular
from extract.entities.view import Draft, View
from extract.records import MentionForm

_BEHIND = frozenset({"region", "settlement", "nature", "site"})
_LONGEST = 8


def extended(view: View, drafts: list[Draft]) -> list[Draft]:
    """The names, those of places with the generic words that belong to them; in order."""
    ends = {draft.last: draft for draft in drafts}
    starts = {draft.first: draft for draft in drafts}
    for draft in drafts:
        if draft.kind == "LOC" and draft.form is MentionForm.NAME:
            _take_behind(view, draft, starts)
            _take_before(view, draft, ends)
    return drafts


def _take_behind(view: View, draft: Draft, starts: dict[int, Draft]) -> None:
    """ "province" in "Idlib province", where it ends the noun phrase."""
    token = draft.last
    kind = lists.place_heads().get(view.word(token))
    if kind not in _BEHIND or token in starts or view.is_capital(token):
        return
    phrase = view.noun_at(draft.last - 1)
    if phrase is not None and phrase.head == token:
        draft.last = token + 1


def _take_before(view: View, draft: Draft, ends: dict[int, Draft]) -> None:
    """ "the eastern countryside of" before the name."""
    if view.word(draft.first - 1) == "of":
        phrase = view.noun_at(draft.first - 2)
        if (
            phrase is not None
            and phrase.last == draft.first - 1
            and _is_part(view.low[phrase.head])
        ):
            start = _modifiers(view, phrase.first, phrase.head)
            if all(place not in ends for place in range(start + 1, draft.first)):
                draft.first, draft.form = start, MentionForm.NOMINAL


def _is_part(noun: str) -> bool:
    return noun in lists.place_parts() or singular(noun) in lists.place_parts()


def _modifiers(view: View, first: int, head: int) -> int:
    """The first of the directions before a head: "western and eastern" belongs to it."""
    place = head
    while place > max(first - 3, 0) and head - place < _LONGEST:
        before = view.low[place - 1]
        if before not in lists.directions() and before not in ("and", "-", "–"):
            break
        place -= 1
    while view.low[place] in ("and", "-", "–"):
        place += 1
    return place
