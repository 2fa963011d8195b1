"""Nouns and their modifiers inside a base noun phrase."""

from extract.doc.syntax import Phrase
from extract.entities import lists
from extract.entities.tokens import Tokens

_KEPT = frozenset({"ADJ", "NOUN", "PROPN", "VERB", "X"})


def singular(noun: str) -> str:
    """The noun without its plural ending, in lower case; a good guess for any regular noun."""
    low = noun.lower()
    if low in lists.plurals():
        return lists.plurals()[low]
    if low.endswith("men") and len(low) > 5:
        return low[:-3] + "man"
    if low.endswith("ies") and len(low) > 4:
        return low[:-3] + "y"
    if low.endswith(("sses", "ches", "shes", "xes", "zes")):
        return low[:-2]
    if low.endswith("s") and not low.endswith(("ss", "us", "is")) and len(low) > 3:
        return low[:-1]
    return low


def is_plural(noun: str) -> bool:
    """Whether the noun has the look of a plural."""
    return singular(noun) != noun.lower() or noun.lower() in {"people", "police"}


def first_modifier(tokens: Tokens, phrase: Phrase) -> int:
    """The first token of what describes the head: determiners, numbers and adverbs left out."""
    place = phrase.head
    while place > phrase.first and _belongs(tokens, place - 1):
        place -= 1
    while place < phrase.head and (tokens.words[place] == "-" or _governs(tokens, place)):
        place += 1
    return place


def _governs(tokens: Tokens, token: int) -> bool:
    """Whether the token is a verb that has the noun for its object: "recruiting soldiers"."""
    return tokens.pos[token] == "VERB" and tokens.low[token].endswith("ing")


def _belongs(tokens: Tokens, token: int) -> bool:
    return tokens.words[token] == "-" or (
        tokens.pos[token] in _KEPT and tokens.low[token] not in lists.outside_words()
    )
