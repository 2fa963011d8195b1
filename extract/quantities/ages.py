"""Ages, which are no counts of people: "the 40-year-old", "Amin, 25, said", "aged 9 and 11"."""

import re
from dataclasses import dataclass

from extract.doc.morphology import noun_forms
from extract.doc.people import is_people
from extract.lexicon import cached, table
from extract.quantities.quantity import Quantity
from extract.quantities.words import alternatives

_BLANK = r"[^\S\n]"
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
_LOOK_BACK = 90
_UNIT_LOOK_BACK = 40


@dataclass(frozen=True, slots=True)
class _Lists:
    """Patterns for ages that stand in lists, and beside those who are of that age."""

    aged: re.Pattern[str]
    """Before a further one: "aged 9 and"."""
    beside: re.Pattern[str]
    """Before one, with who it is: "his sons, 8 and"."""
    of: re.Pattern[str]
    """ "a boy of"."""
    bounded: re.Pattern[str]
    """ "children under"."""
    was: re.Pattern[str]
    """ "she was"."""
    closed: re.Pattern[str]
    """Behind one that closes its phrase."""
    apart: re.Pattern[str]
    """Behind one that nothing follows which could be counted."""
    old: re.Pattern[str]
    """Behind one of a list that ends in "years old"."""


def _young() -> list[str]:
    return [form for noun in table("outcomes")["young"]["words"] for form in noun_forms(noun)]


@cached
def _lists() -> _Lists:
    lists = table("numbers")
    number = (
        rf"(?:\d{{1,3}}|(?:{alternatives(lists['words'])})(?:-(?:{alternatives(lists['words'])}))?)"
    )
    link = rf"(?:,{_BLANK}(?:(?:and|or){_BLANK})?|{_BLANK}(?:and|or|to){_BLANK}|[-–])"
    more = rf"(?:{number}{link}){{0,6}}"
    then = rf"(?:{link}{number}){{0,6}}"
    young = rf"(?:{alternatives(_young())})"
    free = (
        r"(?:[,.;:)\]—–]|$|\n|[^\S\n](?:was|were|is|are|has|have|had|in|on|at|near|outside|inside|who"
        r"|died|when|by|from|after|during|and|as|while|—|–)\b)"
    )

    def compiled(pattern: str) -> re.Pattern[str]:
        return re.compile(pattern, re.IGNORECASE)

    return _Lists(
        aged=compiled(
            rf"\b(?:aged?|ages){_BLANK}(?:of{_BLANK}|between{_BLANK}|just{_BLANK}|only{_BLANK})?{more}$"
        ),
        beside=compiled(
            rf"([\w’'.]{{2,30}})(?:,{_BLANK}|{_BLANK}\(|{_BLANK}?[—–-]{_BLANK}?){more}$"
        ),
        of=compiled(
            rf"\b{young}{_BLANK}of{_BLANK}(?:just{_BLANK}|only{_BLANK}|about{_BLANK})?{more}$"
        ),
        bounded=compiled(
            rf"\b(?:{young}|people|those|civilians|victims|students|pupils){_BLANK}(?:aged{_BLANK})?"
            rf"(?:(?:well{_BLANK})?(?:under|over|below|above)|(?:younger|older){_BLANK}than)"
            rf"{_BLANK}(?:the{_BLANK}age{_BLANK}of{_BLANK})?$"
        ),
        was=compiled(
            rf"\b(?:he|she|who|both|youngest|oldest|eldest|boys?|girls?|brothers?|sisters?|sons?|daughters?"
            rf"|victim){_BLANK}(?:was|were|is|are){_BLANK}(?:just{_BLANK}|only{_BLANK}|aged{_BLANK})?{more}$"
        ),
        closed=compiled(rf"{then}{_BLANK}{{0,2}}[,.;:)\]—–]"),
        apart=compiled(rf"{then}{free}"),
        old=compiled(
            rf"(?:{link}{number})+{_BLANK}{{0,2}}[-‑]?(?:years?|months?)(?:{_BLANK}|[-‑])olds?\b"
            rf"|[-‑]{_BLANK}(?:and|or|to){_BLANK}{number}[-‑](?:years?|months?)"
        ),
    )


def is_age(text: str, found: Quantity) -> bool:
    """Whether the number tells how old somebody is."""
    if found.unit is not None and found.unit.kind == "time":
        return _OLD.match(text, found.unit.end) is not None or _aged(text, found)
    if found.unit is not None or found.vague or not 0 < found.high <= _OLDEST:
        return False
    return _aged(text, found) or _in_list(text, found) or _is_bare_age(text, found)


def _is_bare_age(text: str, found: Quantity) -> bool:
    """Whether it is an age without a word for it: "Lina Mora, 34,", "who was 12 then"."""
    low = max(0, found.start - _UNIT_LOOK_BACK)
    if _BE_BEFORE.search(text, low, found.start) and _THEN_AFTER.match(text, found.end):
        return True
    if not found.digits or not _CLOSED_AFTER.match(text, found.end):
        return False
    patterns = (_NAME_BEFORE, _NOW_BEFORE)
    return any(pattern.search(text, low, found.start) for pattern in patterns)


def _aged(text: str, found: Quantity) -> bool:
    low = max(0, found.around.start - _UNIT_LOOK_BACK)
    return _AGED.search(text, low, found.around.start) is not None


def _in_list(text: str, found: Quantity) -> bool:
    """Whether it is one of several ages, or stands beside those who are of that age."""
    lists, end = _lists(), found.end
    before = text[max(0, found.start - _LOOK_BACK) : found.start]
    if lists.old.match(text, end):
        return True
    if lists.apart.match(text, end) and any(
        pattern.search(before) for pattern in (lists.aged, lists.of, lists.bounded)
    ):
        return True
    if not lists.closed.match(text, end):
        return False
    named = lists.beside.search(before)
    return lists.was.search(before) is not None or (named is not None and _is_somebody(named))


def _is_somebody(named: re.Match[str]) -> bool:
    word = named[1]
    return is_people(word) or word[:1].isupper()
