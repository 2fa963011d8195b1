"""Days of a month that is not said: "on the 5th"."""

import re
from datetime import date

from extract.dates import calendar
from extract.dates.calendar import Period, UnresolvedError
from extract.dates.found import Context, Found
from extract.dates.tense import Tense
from extract.dates.words import PART, beside
from extract.records import Precision


def accepts(found: Found) -> bool:
    """Whether "on the 5th" is a day: nothing stands behind that could be the fifth of its kind."""
    if found.has("unit"):
        return found.code("unit") == "M" and not found.number("unit")
    return _leads_to_day(found) and _names_nothing(found)


def _leads_to_day(found: Found) -> bool:
    lists, place = beside(), found.first - 1
    if found.before == "of":
        return found.scan.classes[place - 1 : place] == PART
    if found.before in lists["being"]:
        return found.scan.word(place - 1) in lists["days"]
    return found.before in lists["before_lone"]


def _names_nothing(found: Found) -> bool:
    place = found.last
    tokens = found.scan.tokens
    while place + 1 < len(tokens) and tokens[place].word.kind in "&,-" and _is_th(found, place + 1):
        place += 2 if tokens[place + 1].word.kind == "o" else 3
    if place >= len(tokens):
        return True
    word, kind = tokens[place].text.lower(), tokens[place].word.kind
    if kind in ",.;)&\n":
        return True
    return not word[0].isalnum() or word in beside()["no_nouns"] | beside()["articles"]


def _is_th(found: Found, place: int) -> bool:
    """Whether "4th" or "the 4th" stands at the place."""
    return re.match("t?o", found.scan.classes[place : place + 2]) is not None


def resolve(found: Found, context: Context) -> Period:
    """ "on the 5th": of the month spoken of last, else of the latest month that has had it."""
    number, today = found.number("day"), context.today
    if found.has("unit"):
        month = today.month + {"L": -1, "X": 1}.get(found.kind("step"), 0)
        first = calendar.month(today.year, month).first
        return calendar.day(calendar.dated(first.year, first.month, number))
    due = found.before in beside()["being"]
    ahead = due or context.tense_of(found) is Tense.FUTURE
    told = context.latest
    if told and told.start and told.precision in (Precision.DAY, Precision.MONTH):
        of_told = _day_of(told.start, number)
        if of_told and of_told >= told.start and (ahead or of_told <= today):
            return calendar.day(of_told)
    return calendar.day(_nearest_day(today, number, ahead=ahead))


def _day_of(month: date, number: int) -> date | None:
    try:
        return calendar.dated(month.year, month.month, number)
    except UnresolvedError:
        return None


def _nearest_day(today: date, number: int, *, ahead: bool) -> date:
    """The first such day of a month not before today, or the last one not after it.

    Raises:
        UnresolvedError: if no month near has that day.
    """
    for step in range(3):
        month = calendar.month(today.year, today.month + (step if ahead else -step)).first
        when = _day_of(month, number)
        if when and (when >= today if ahead else when <= today):
            return when
    raise UnresolvedError
