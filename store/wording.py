"""Items in words: the value of a figure, the whole claim in one sentence.

The same words serve the screen, the plain print and the exports that people read.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from store.items import Fields, Item, Kind

_SIGNS = {"at_least": "≥", "up_to": "≤", "about": "~"}
_ASCII_SIGNS = {"≥": ">=", "≤": "<=", "–": "-"}
_MONEY = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}
_GROUPS = ("dozens", "scores", "tens", "hundreds", "thousands", "millions", "handful", "number")
"""Vague amounts with "of" before what they count."""
_OPEN_OUTCOMES = ("other", "money", "share", "distance", "duration", "age")
"""Outcomes that the counted words already tell."""


def number(value: float) -> str:
    """A number as a reader writes it: thousands parted, no needless decimals."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.6f}".rstrip("0").rstrip(".")


def amount(fields: Fields, ascii_only: bool = False) -> str:
    """A figure's value with the sign of its qualifier: "≥ 8", "~55,000", "20–30", "scores"."""
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
    """What a figure counts, with its unit where that is not among the counted words."""
    noun = str((fields.get("counted") or {}).get("name") or "")
    unit = str(fields.get("unit") or "")
    if unit and unit.casefold() not in noun.casefold():
        return f"{_MONEY.get(unit, unit)} {noun}".strip()
    return noun


def _counting(fields: Fields, ascii_only: bool) -> str:
    """The amount with what it counts: "7 guards", "scores of civilians"."""
    number_of = " of" if str(fields.get("vague") or "").endswith(_GROUPS) else ""
    return " ".join(_filled(amount(fields, ascii_only) + number_of, counted(fields)))


def day(value: str | date) -> str:
    """A day as people write it: "29 Jul 2021"."""
    found = date.fromisoformat(value) if isinstance(value, str) else value
    return f"{found.day} {found:%b %Y}"


def days(reference: Mapping[str, Any] | None) -> str:
    """The days that a date reference stands for, or its words where they could not be told."""
    if not reference:
        return ""
    first, last = reference.get("from"), reference.get("to")
    precision = reference.get("precision")
    if first and last and precision == "year" and first[:4] == last[:4]:
        return str(first[:4])
    if first and last and precision == "month" and first[:7] == last[:7]:
        return f"{date.fromisoformat(first):%b %Y}"
    if first and last:
        return day(first) if first == last else f"{day(first)} to {day(last)}"
    if first:
        return f"since {day(first)}"
    return f"until {day(last)}" if last else str(reference.get("name") or "")


def claim(item: Item, ascii_only: bool = False) -> str:
    """The whole of an item in one sentence, without a full stop.

    For a figure or an event it is what happened, where and when, and who says so.
    """
    return _CLAIMS[item.kind](item, ascii_only)


def said_by(fields: Fields) -> str:
    """Who stands behind an item: "says the port", or "no source named"."""
    source = _name(fields.get("source"))
    return f"says {source}" if source else "no source named"


def _figure(item: Item, ascii_only: bool) -> str:
    fields = item.fields
    outcome = str(fields.get("outcome") or "other")
    what = [_counting(fields, ascii_only), "" if outcome in _OPEN_OUTCOMES else outcome]
    return ", ".join(_filled(" ".join(_filled(*what)), *_where_and_when(fields), said_by(fields)))


def charged(fields: Fields) -> str:
    """ "accused" of an act that somebody is only accused of, else nothing."""
    return "accused" if fields.get("stance") == "accuse" else ""


def _event(item: Item, ascii_only: bool) -> str:
    fields = item.fields
    actors, targets = (_names(fields.get(role)) for role in ("actors", "targets"))
    arrow = "->" if ascii_only else "→"
    parties = f" {arrow} ".join(_filled(actors, targets)) if actors else targets
    status = str(fields.get("status") or "actual")
    shown = f"{item.words} ({parties})" if parties else item.words
    kind = str(fields.get("subkind") or fields.get("kind") or "")
    told = "" if status == "actual" else status
    rest = _filled(kind, told, charged(fields), *_where_and_when(fields))
    return ", ".join([shown, *rest, said_by(fields)])


def _source(item: Item, ascii_only: bool) -> str:
    fields = item.fields
    grade = f"{fields.get('reliability') or ''}{fields.get('credibility') or ''}"
    kind = str(fields.get("kind") or "")
    held = (_count(fields, name) for name in ("attributions", "figures", "events"))
    return ", ".join(_filled(f"{fields.get('name')} ({kind})", grade, *held))


def _count(fields: Fields, name: str) -> str:
    found = len(fields.get(name) or ())
    shown = {"attributions": "statement", "figures": "figure", "events": "event"}[name]
    return f"{found} {shown}{'s' if found != 1 else ''}" if found else ""


def _attribution(item: Item, ascii_only: bool) -> str:
    fields = item.fields
    speaker = _name(fields.get("source")) or _name(fields.get("named")) or "no source named"
    via = _name(fields.get("via"))
    cue = _name(fields.get("cue")) or "says"
    told = f" (to {via})" if via else ""
    return f"{speaker}{told} · {cue} · {' … '.join(quote.exact for quote in item.quotes)}"


def _entity(item: Item, ascii_only: bool) -> str:
    fields = item.fields
    if fields.get("label") == "DATE":
        resolved = days({**fields, "name": ""})
        return f"{item.words}: {resolved or 'not resolved'}"
    label = str(fields.get("label") or "").lower()
    others = dict.fromkeys(quote.exact for quote in item.quotes)
    others.pop(str(fields.get("name")), None)
    also = f"; also {', '.join(others)}" if others else ""
    return f"{fields.get('name')} ({label}{', former' if fields.get('former') else ''}){also}"


def _check(item: Item, ascii_only: bool) -> str:
    return str(item.fields.get("message") or item.fields.get("check"))


_CLAIMS = {
    Kind.FIGURE: _figure,
    Kind.EVENT: _event,
    Kind.SOURCE: _source,
    Kind.ATTRIBUTION: _attribution,
    Kind.ENTITY: _entity,
    Kind.CHECK: _check,
}


def _where_and_when(fields: Fields) -> list[str]:
    return _filled(days(fields.get("when")), _name(fields.get("place")))


def where_and_who(fields: Fields) -> tuple[str, str]:
    """The place of an event and its parties, each empty where it has none."""
    actors, targets = (_names(fields.get(role)) for role in ("actors", "targets"))
    return _name(fields.get("place")), " → ".join(_filled(actors, targets))


def _name(reference: Mapping[str, Any] | None) -> str:
    return " ".join(str((reference or {}).get("name") or "").split())


def _names(references: Any) -> str:
    return " and ".join(_filled(*(_name(one) for one in references or ())))


def _filled(*words: str) -> list[str]:
    return [word for word in words if word]
