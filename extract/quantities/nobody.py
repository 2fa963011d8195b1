"""Counts of nobody, in words: "not one soldier", "no deaths", "without casualties"."""

import re
from collections.abc import Iterator, Sequence

from extract.doc.people import is_people
from extract.lexicon import table
from extract.quantities.counted import Tokens
from extract.quantities.qualifiers import Around
from extract.quantities.quantity import Quantity
from extract.quantities.view import View
from extract.quantities.words import outcome_words

HARMED = frozenset({"killed", "wounded", "casualties", "missing", "abducted"})
"""What it is news that nobody was."""
_NONE = re.compile(
    r"\b(?:not[^\S\n](?:one|a[^\S\n]single|a)|without[^\S\n](?:any|a[^\S\n]single|(?:causing|inflicting|suffering|reporting)(?:[^\S\n]any)?)|no[^\S\n-]one"
    r"|nobody|none|neither|without|no)\b(?![’'-]|\.[^\S\n]?\d|[^\S\n](?:doubt|longer|less|fewer|more"
    r"|other|others|further|additional|new|later|sooner|matter|immediate|reports?|word|news|confirmation"
    r"|\d)\b)",
    re.IGNORECASE,
)
_ANYONE = re.compile(
    r"\b(?:not|n[’']t|never|without)[^\S\n](?:\w+[^\S\n])?(\w+)[^\S\n]"
    r"(anyone|anybody|any[^\S\n]one|a[^\S\n]single|any)\b",
    re.IGNORECASE,
)
_ALL_BUT = re.compile(
    r"\b(?:all|everyone|everybody)(?:[^\S\n]of[^\S\n]them)?[^\S\n](?:but|bar|except(?:[^\S\n]for)?|save)"
    r"[^\S\n]$",
    re.IGNORECASE,
)
_OF = re.compile(r"[^\S\n]of[^\S\n](?:(?:the|these|those|his|her|its|their|our)[^\S\n])?")
_HARM = re.compile(
    r"[^.;:,!?\n]{0,60}\b(?:hurt|harmed|(?:killed|injured|wounded)[^\S\n]"
    r"n?or[^\S\n](?:killed|injured|wounded|hurt))\b",
    re.IGNORECASE,
)
_LOOK_BACK = 32


def with_nobody(text: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool]]:
    """The quantities with the words for none among them, in order; true of those words."""
    none = list(_words_for_none(text))
    taken = sorted((start, end) for start, end in none)
    place = 0
    for quantity in found:
        while place < len(taken) and taken[place][0] <= quantity.start:
            yield _zero(*taken[place]), True
            place += 1
        if not place or taken[place - 1][1] <= quantity.start:
            yield quantity, False
    for start, end in taken[place:]:
        yield _zero(start, end), True


def _words_for_none(text: str) -> Iterator[tuple[int, int]]:
    for match in _NONE.finditer(text):
        yield match.start(), match.end()
    words = outcome_words()
    for match in _ANYONE.finditer(text):
        verb = match[1].lower()
        if verb in words.objects or verb in table("outcomes")["none"]["causing"]:
            yield match.start(2), match.end(2)


def _zero(start: int, end: int) -> Quantity:
    return Quantity(start, end, 0.0, 0.0, Around(start, end))


def counts_nobody(text: str, found: Quantity, view: View, counted: Tokens | None) -> bool:
    """Whether a word for none counts people or harm: "no soldiers", not "no reason"."""
    words = " ".join(text[found.start : found.end].lower().split())
    if words not in table("outcomes")["none"]["bare"] and not words.startswith("without"):
        return True
    return counted is not None and any(
        outcome_words().nouns.get(view.lower(token)) in HARMED or is_people(view.word(token))
        for token in range(*counted)
    )


def is_unharmed(text: str, found: Quantity) -> bool:
    """Whether nobody came to any harm, rather than to a wound: "no one was hurt"."""
    return _HARM.match(text, found.end) is not None


def all_but(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """The quantities, with thirteen for the two of "all but two of the 15 hostages".

    One whose whole is not told is left out.
    """
    for place, quantity in enumerate(found):
        low = max(0, quantity.around.start - _LOOK_BACK)
        if not _ALL_BUT.search(text, low, quantity.around.start):
            yield quantity
            continue
        whole = found[place + 1] if place + 1 < len(found) else None
        if whole is None or not _OF.fullmatch(text, quantity.end, whole.around.start):
            continue
        least, most = whole.low - quantity.high, whole.high - quantity.low
        if least >= 0:
            yield _rest(quantity, least, most)


def _rest(quantity: Quantity, low: float, high: float) -> Quantity:
    return Quantity(
        quantity.start, quantity.end, low, high, quantity.around, digits=quantity.digits
    )
