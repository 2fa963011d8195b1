"""Titles and offices before the names of people."""

from extract.entities import lists
from extract.entities.view import MARKS, NONE, View

_LONGEST_TITLE = 6
_LONGEST_NAME = 5


def is_title(view: View, token: int) -> bool:
    """Whether the token is a title or office as it stands before a name."""
    word = view.low[token].rstrip(".")
    if word in lists.honorifics() or word in lists.ranks():
        return view.is_capital(token)
    return word in lists.roles()


def behind_titles(view: View, first: int, last: int) -> int:
    """The first token behind the titles that a name opens with; one word is always left.

    None where that is a word for a body, as in "General Motors".
    """
    place = first
    while place < last - 1 and (is_title(view, place) or view.words[place] in (".", "-")):
        place += 1
    if place > first and view.low[place] == "of":
        behind = behind_portfolio(view, place + 1, last)
        return behind if behind != NONE else first
    is_body = place == last - 1 and view.low[place] in lists.body_names()
    return first if is_body or view.words[place] in MARKS else place


def title_start(view: View, first: int) -> int:
    """The first token of the titles that stand right before a name."""
    start = place = first
    while place > 0 and first - place < _LONGEST_TITLE:
        place -= 1
        if view.words[place] == "." or (view.low[place] == "of" and _is_office(view, place - 1)):
            continue
        if is_title(view, place):
            start = place
        elif view.low[place] not in lists.office_modifiers():
            break
    while start < first and view.word(start - 1) in lists.office_modifiers():
        start -= 1
    return start


def name_behind_office(view: View, first: int, last: int) -> int:
    """Where a person's name begins in a run that holds an office before it; `NONE` if it does not.

    "Foreign Minister Li Wen" is tagged as a whole now and then, as a body more often than not.
    """
    for place in range(last - 2, first - 1, -1):
        word = view.low[place].rstrip(".")
        if word in lists.roles() or word in lists.honorifics():
            start = place + 2 if view.words[place + 1] in (".", "of") else place + 1
            return behind_portfolio(view, start, last)
    return NONE


def behind_portfolio(view: View, first: int, last: int) -> int:
    """Where a person's name begins behind the "State" of "Secretary of State"; `NONE` if not."""
    place = first
    if view.low[first - 1] == "of" and _is_office(view, first - 2):
        while place < last - 1 and view.low[place] in lists.office_modifiers():
            place += 1
    return place if _can_be_person(view, place, last) else NONE


def _is_office(view: View, token: int) -> bool:
    return view.word(token) in lists.offices()


def _can_be_person(view: View, first: int, last: int) -> bool:
    """Whether the tokens are few, capital, and none is a word for a body or a place."""
    return 0 < last - first <= _LONGEST_NAME and all(
        (
            view.is_capital(place)
            or view.low[place] in lists.particles()
            or view.words[place] in "-."
        )
        and view.low[place] not in lists.body_heads()
        and view.low[place] not in lists.body_names()
        and view.low[place] not in lists.place_heads()
        for place in range(first, last)
    )
