"""Titles and offices before the names of people."""

from extract.entities.tokens import MARKS, NONE, Tokens
from extract.lexicon import name_words

_LONGEST_TITLE = 6
_LONGEST_NAME = 5


def is_title(tokens: Tokens, token: int) -> bool:
    """Return whether the token is a title or office as it stands before a name."""
    word = tokens.low[token].rstrip(".")
    if word in name_words.honorifics() or word in name_words.ranks():
        return tokens.is_capital(token)
    return word in name_words.roles()


def behind_titles(tokens: Tokens, first: int, last: int) -> int:
    """Return the first token behind the titles that a name opens with; one word is always left.

    The first of all where the rest is a word for an organisation, as in "General Motors".
    """
    place = first
    while place < last - 1 and (is_title(tokens, place) or tokens.words[place] in (".", "-")):
        place += 1
    if place > first and tokens.low[place] == "of":
        behind = behind_portfolio(tokens, place + 1, last)
        return behind if behind != NONE else first
    is_body = place == last - 1 and tokens.low[place] in name_words.organisation_words()
    return first if is_body or tokens.words[place] in MARKS else place


def title_start(tokens: Tokens, first: int) -> int:
    """Return the first token of the titles that stand right before a name."""
    start = place = first
    while place > 0 and first - place < _LONGEST_TITLE:
        place -= 1
        if tokens.words[place] == "." or (
            tokens.low[place] == "of" and _is_office(tokens, place - 1)
        ):
            continue
        if is_title(tokens, place):
            start = place
        elif tokens.low[place] not in name_words.office_modifiers():
            break
    while start < first and tokens.word(start - 1) in name_words.office_modifiers():
        start -= 1
    return start


def name_behind_office(tokens: Tokens, first: int, last: int) -> int:
    """Find where a person's name begins behind an office in a run, or `NONE`.

    "Foreign Minister Li Wen" is tagged as one name now and then, mostly as an organisation.
    """
    for place in range(last - 2, first - 1, -1):
        word = tokens.low[place].rstrip(".")
        if word in name_words.roles() or word in name_words.honorifics():
            start = place + 2 if tokens.words[place + 1] in (".", "of") else place + 1
            return behind_portfolio(tokens, start, last)
    return NONE


def behind_portfolio(tokens: Tokens, first: int, last: int) -> int:
    """Find where a person's name begins behind the "State" of "Secretary of State", or `NONE`."""
    place = first
    if tokens.low[first - 1] == "of" and _is_office(tokens, first - 2):
        while place < last - 1 and tokens.low[place] in name_words.office_modifiers():
            place += 1
    return place if _can_be_person(tokens, place, last) else NONE


def _is_office(tokens: Tokens, token: int) -> bool:
    return tokens.word(token) in name_words.offices()


def _can_be_person(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the tokens are few, capital, and none is a word for an organisation or a place."""
    return 0 < last - first <= _LONGEST_NAME and all(
        (
            tokens.is_capital(place)
            or tokens.low[place] in name_words.particles()
            or tokens.words[place] in "-."
        )
        and tokens.low[place] not in name_words.organisation_heads()
        and tokens.low[place] not in name_words.organisation_words()
        and tokens.low[place] not in name_words.place_heads()
        for place in range(first, last)
    )
