"""Counts of nobody, in words: "not one soldier", "no deaths", "without casualties"."""

import re
from collections.abc import Iterator, Sequence

from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.quantities.counted import Tokens
from extract.quantities.quantity import Quantity
from extract.quantities.units import Around
from extract.quantities.view import View
from extract.quantities.words import BLANK, any_listed, outcome_words

HARMED = frozenset({"killed", "wounded", "casualties", "missing", "abducted"})
"""What it is news that nobody was."""
_OF = re.compile(r"[^\S\n]of[^\S\n](?:(?:the|these|those|his|her|its|their|our)[^\S\n])?")
_LOOK_BACK = 32


def with_nobody(text: str, found: Sequence[Quantity]) -> Iterator[tuple[Quantity, bool]]:
    """Yield the quantities with the words for none among them, in order; true of those words."""
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
    for match in _none().finditer(text):
        yield match.start(), match.end()
    words = outcome_words()
    for match in _anyone().finditer(text):
        verb = match[1].lower()
        if verb in words.objects or verb in table("outcomes")["none"]["causing"]:
            yield match.start(2), match.end(2)


def _zero(start: int, end: int) -> Quantity:
    return Quantity(start, end, 0.0, 0.0, Around(start, end))


def counts_nobody(text: str, found: Quantity, view: View, counted: Tokens | None) -> bool:
    """Return whether a word for none counts people or harm: "no soldiers", not "no reason"."""
    words = " ".join(text[found.start : found.end].lower().split())
    if words not in table("outcomes")["none"]["bare"] and not words.startswith("without"):
        return True
    return counted is not None and any(
        outcome_words().nouns.get(view.lower(token)) in HARMED or is_people(view.word(token))
        for token in range(*counted)
    )


def is_unharmed(text: str, found: Quantity) -> bool:
    """Return whether nobody came to any harm, rather than to a wound: "no one was hurt"."""
    return _unharmed().match(text, found.end) is not None


def all_but(text: str, found: Sequence[Quantity]) -> Iterator[Quantity]:
    """Yield the quantities, with thirteen for the two of "all but two of the 15 hostages".

    One whose whole is not told is left out.
    """
    for place, quantity in enumerate(found):
        low = max(0, quantity.around.start - _LOOK_BACK)
        if not _all_but().search(text, low, quantity.around.start):
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


@cached
def _none() -> re.Pattern[str]:
    """Words for none, but where they belong to what follows: "no longer", "No. 5"."""
    none, no_count = any_listed("nobody", "none"), any_listed("nobody", "no_count")
    return re.compile(
        rf"\b{none}\b(?![’'-]|\.{BLANK}?\d|{BLANK}(?:{no_count}|\d)\b)", re.IGNORECASE
    )


@cached
def _anyone() -> re.Pattern[str]:
    """A verb that is denied, and words that are none behind it: "did not hurt anyone"."""
    anyone = any_listed("nobody", "anyone")
    return re.compile(
        rf"\b(?:not|n[’']t|never|without){BLANK}(?:\w+{BLANK})?(\w+){BLANK}({anyone})\b",
        re.IGNORECASE,
    )


@cached
def _all_but() -> re.Pattern[str]:
    """Before the number of those left over."""
    but = any_listed("nobody", "all_but")
    return re.compile(
        rf"\b(?:all|everyone|everybody)(?:{BLANK}of{BLANK}them)?{BLANK}{but}{BLANK}$", re.IGNORECASE
    )


@cached
def _unharmed() -> re.Pattern[str]:
    """Behind nobody, where no harm at all was done: "was killed or injured"."""
    harm, pairs = any_listed("nobody", "unharmed"), any_listed("nobody", "pairs")
    return re.compile(
        rf"[^.;:,!?\n]{{0,60}}\b(?:{harm}|{pairs}{BLANK}n?or{BLANK}{pairs})\b", re.IGNORECASE
    )
