"""Ages, which are no counts of people: "the 40-year-old", "Amin, 25, said", "boys aged 12"."""

import re

from extract.figures.quantities import Quantity

_OLD = re.compile(r"[^\S\n-]{0,2}-?(?:olds?\b|of[^\S\n]age\b)")
_AGED = re.compile(
    r"\b(?:aged?|ages|age[^\S\n]of|aged[^\S\n]between|ages[^\S\n]of)[^\S\n]{1,2}$", re.IGNORECASE
)
_NAME_BEFORE = re.compile(
    r"(?:[A-Z][\w’'.-]{1,30}|man|woman|boy|girl|baby|son|daughter|wife|husband)[’”\"']?,[^\S\n]{1,2}$"
)
_NOW_BEFORE = re.compile(r",[^\S\n](?:now|then|just|only)[^\S\n]$")
_BE_BEFORE = re.compile(r"\b(?:was|were|is|turned)[^\S\n](?:just[^\S\n]|only[^\S\n])?$")
_THEN_AFTER = re.compile(r"[^\S\n](?:at[^\S\n]the[^\S\n]time|when[^\S\n](?:he|she|they))\b")
_CLOSED_AFTER = re.compile(r"[^\S\n]{0,2}[,.;)]")
_OLDEST = 120
_LOOK_BACK = 40


def is_age(text: str, found: Quantity) -> bool:
    """Whether the number tells how old somebody is."""
    if found.unit is not None and found.unit.kind == "time":
        return _OLD.match(text, found.unit.end) is not None or _aged(text, found)
    if found.unit is not None or found.vague or not 0 < found.high <= _OLDEST:
        return False
    if _aged(text, found):
        return True
    low = max(0, found.start - _LOOK_BACK)
    if _BE_BEFORE.search(text, low, found.start) and _THEN_AFTER.match(text, found.end):
        return True
    if not found.digits or not _CLOSED_AFTER.match(text, found.end):
        return False
    named = _NAME_BEFORE.search(text, low, found.start) is not None
    return named or _NOW_BEFORE.search(text, low, found.start) is not None


def _aged(text: str, found: Quantity) -> bool:
    low = max(0, found.around.start - _LOOK_BACK)
    return _AGED.search(text, low, found.around.start) is not None
