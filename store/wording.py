"""Items in words: the value of a figure, the whole claim in one sentence.

The same words serve the screen, the plain print and the exports that people read; those that are of
one kind alone stand in its file in `store.kinds`.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from store.items import Fields, Item
from store.kinds import definition

_SIGNS = {"at_least": "≥", "up_to": "≤", "about": "~"}
_ASCII_SIGNS = {"≥": ">=", "≤": "<=", "–": "-"}
_MONEY = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}


def number(value: float) -> str:
    """Return a number as a reader writes it: thousands parted, no needless decimals."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def amount(fields: Fields, ascii_only: bool = False) -> str:
    """Return a figure's value with the sign of its qualifier: "≥ 8", "~55,000",
    "20–30", "scores"."""
    shown = _amount(fields)
    for sign, plain in _ASCII_SIGNS.items() if ascii_only else ():
        shown = shown.replace(sign, plain)
    return shown


def _amount(fields: Fields) -> str:
    low, point, high = (fields.get(name) for name in ("low", "point", "high"))
    if fields.get("vague"):
        return str(fields["vague"])
    if point is None and low is not None and high is not None and low != high:
        return f"{number(low)}–{number(high)}"
    known = next((value for value in (point, low, high) if value is not None), None)
    if known is None:
        return "?"
    sign = _SIGNS.get(str(fields.get("qualifier")), "")
    return f"{sign}{' ' if sign in '≥≤' and sign else ''}{number(known)}"


def counted(fields: Fields) -> str:
    """Return what a figure counts, with its unit where that is not among the counted words."""
    noun = str((fields.get("counted") or {}).get("name") or "")
    unit = str(fields.get("unit") or "")
    if unit and unit.casefold() not in noun.casefold():
        return f"{_MONEY.get(unit, unit)} {noun}".strip()
    return noun


def day(value: str | date) -> str:
    """Return a day as people write it: "29 Jul 2021"."""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.day} {found:%b %Y}"


def days(reference: Mapping[str, Any] | None) -> str:
    """Return the days that a date reference stands for,
    or its words where they could not be told."""
    if not reference:
        return ""
    first, last = reference.get("from"), reference.get("to")
    if first and last:
        return _from_to(first, last, reference.get("precision"))
    if first:
        return f"since {day(first)}"
    return f"until {day(last)}" if last else str(reference.get("name") or "")


def short_days(reference: Mapping[str, Any] | None) -> str:
    """Return the days as `days` does, what both ends share told once: "26 to 28 Jul 2021"."""
    first, to, last = days(reference).partition(" to ")
    for shared in (" ".join(last.split()[1:]), last[-4:]) if to else ():
        if first.endswith(f" {shared}"):
            return f"{first.removesuffix(f' {shared}')}{to}{last}"
    return f"{first}{to}{last}"


def _from_to(first: str, last: str, precision: object) -> str:
    """Both ends, or the one day, month or year that they are."""
    if precision == "year" and first[:4] == last[:4]:
        return first[:4]
    if precision == "month" and first[:7] == last[:7]:
        return f"{date.fromisoformat(first):%b %Y}"
    return day(first) if first == last else f"{day(first)} to {day(last)}"


def claim(item: Item, ascii_only: bool = False) -> str:
    """Return the whole of an item in one sentence, without a full stop.

    For a figure or an event it is what happened, where and when, and who says so.
    """
    return definition(item.kind).claim(item, ascii_only)


def said_by(fields: Fields) -> str:
    """Return who stands behind an item: "says the port", or "no source named"."""
    source = name(fields.get("source"))
    return f"says {source}" if source else "no source named"


def charged(fields: Fields) -> str:
    """Return "accused" of an act that somebody is only accused of, else nothing."""
    return "accused" if fields.get("stance") == "accuse" else ""


def grade(fields: Fields) -> str:
    """Return reliability and credibility on the Admiralty scale: "B2"; empty where none was
    given."""
    return f"{fields.get('reliability') or ''}{fields.get('credibility') or ''}"


def place_and_time(fields: Fields) -> list[str]:
    """Return the days and the place of an item, as far as it has them."""
    return filled(days(fields.get("when")), name(fields.get("place")))


def where_and_who(fields: Fields) -> tuple[str, str]:
    """Return the place of an event and its parties, each empty where it has none."""
    actors, targets = (joined_names(fields.get(role)) for role in ("actors", "targets"))
    return name(fields.get("place")), " → ".join(filled(actors, targets))


def name(reference: Mapping[str, Any] | None) -> str:
    """Return the name that a reference gives, or nothing."""
    return one_line(str((reference or {}).get("name") or ""))


def names(references: Iterable[Mapping[str, Any]] | None) -> list[str]:
    """Return the names that references give, each once."""
    return filled(*dict.fromkeys(name(one) for one in references or ()))


def joined_names(references: Iterable[Mapping[str, Any]] | None) -> str:
    """Return the names that references give, as they come: "gunmen and guards"."""
    return " and ".join(filled(*(name(one) for one in references or ())))


def series(words: Sequence[str]) -> str:
    """Return words as a sentence lists them: "gunmen, guards and traders"."""
    *others, last = words or ("",)
    return f"{', '.join(others)} and {last}" if others else last


def one_line(words: str) -> str:
    """Return the words with single spaces between them."""
    return " ".join(words.split())


def filled(*words: str) -> list[str]:
    """Return those of the words that are not empty."""
    return [word for word in words if word]
