"""Whole names of bodies, where the tagger saw parts: "National Union of Mineworkers"."""

from bisect import bisect_left

from extract.entities import lists
from extract.entities.gazetteer_priors import is_no_name
from extract.entities.titles import is_title
from extract.entities.view import Draft, View

_NAMING = frozenset({"PROPN", "NOUN", "ADJ"})
_LONGEST = 6


def with_whole_bodies(view: View, drafts: list[Draft]) -> list[Draft]:
    """The names, with those that are parts of a body's name put together; in order."""
    starts = [draft.first for draft in drafts]
    kept: list[Draft] = []
    place = token = 0
    while token < len(view):
        found = _body_at(view, token) if _is_head(view, token) else None
        if found is not None and _holds_whole(drafts, starts, *found):
            first, last = found
            while place < len(drafts) and drafts[place].first < first:
                kept.append(drafts[place])
                place += 1
            while place < len(drafts) and drafts[place].first < last:
                place += 1
            kept.append(Draft(first, last, "ORG", chances={"ORG": 1.0}))
            token = last
        else:
            token += 1
    return [*kept, *drafts[place:]]


def _is_head(view: View, token: int) -> bool:
    return (
        view.low[token] in lists.body_heads()
        and view.is_capital(token)
        and view.has_normal_case(token)
    )


def _body_at(view: View, head: int) -> tuple[int, int] | None:
    """The name around a capital word for a body; none where it has no more than that word."""
    first = head
    while head - first < _LONGEST and _is_name_part(view, first - 1):
        first -= 1
    last = _run_end(view, head)
    while view.word(last) in lists.body_links():
        start = last + 2 if view.word(last + 1) == "the" else last + 1
        if not _is_name_part(view, start) or last - head > 2 * _LONGEST:
            break
        last = _run_end(view, start)
    return (first, last) if last - first > 1 else None


def _run_end(view: View, token: int) -> int:
    last = token + 1
    while last - token < _LONGEST and _is_name_part(view, last):
        last += 1
    return last


def _is_name_part(view: View, token: int) -> bool:
    """Whether the token is a capital word that can be part of a body's name."""
    return (
        view.is_capital(token)
        and view.pos[token] in _NAMING
        and not is_no_name(view.words[token])
        and not is_title(view, token)
    )


def _holds_whole(drafts: list[Draft], starts: list[int], first: int, last: int) -> bool:
    """Whether no name reaches over the ends of the run, and one at least lies in it."""
    low, high = bisect_left(starts, first), bisect_left(starts, last)
    before = drafts[low - 1] if low else None
    return low < high and drafts[high - 1].last <= last and (before is None or before.last <= first)
