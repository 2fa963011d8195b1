"""Dates told from another day: "Thursday", "last week", "35 days ago", "two days later"."""

from dataclasses import replace
from datetime import date

from extract.dates import calendar
from extract.dates.calendar import Period, UnresolvedError
from extract.dates.durations import counted_by_halves, moved, moved_by_halves, whole
from extract.dates.rule import Context, Found, year_said
from extract.dates.words import beside
from extract.doc.tense import Tense
from extract.vocabulary import Precision

_LISTING = frozenset({"and", "or", ",", "to", "through", "-"})
_DONE = frozenset({Tense.PAST, Tense.PERFECT})
_ONE = 2
"""Halves of a whole."""
_WEEK = 7
_SOON = 90
"""Days ahead of publication within which a quarter is rather this year's than the last one's."""


def weekday(found: Found, context: Context) -> Period:
    """Return the day of "Thursday": the latest not after publication, or the next in the future.

    That day is the day of publication where it fits, but for "last Thursday", and for what had
    happened before ("had met on Thursday").
    """
    number, step = found.number("weekday"), found.kind("step")
    if found.has("step") and found.words("step").lower() in beside()["from_told"]:
        return calendar.day(_beside(context.told_or_today, number, ahead=step == "X"))
    if not step and _goes_on_ahead(found, context):
        return calendar.day(_beside(context.told.first, number, ahead=True))
    tense, back = context.tense_of(found), (context.today.weekday() - number) % 7
    if step == "X" or found.has("coming"):
        return calendar.day(calendar.shifted(context.today, 7 - back))
    if step != "L" and tense is Tense.FUTURE and (not found.owns or _owns_what_comes(found)):
        return calendar.day(calendar.shifted(context.today, (7 - back) % 7))
    return calendar.day(_latest_weekday(found, context, tense, back))


def _latest_weekday(found: Found, context: Context, tense: Tense, back: int) -> date:
    """The last such weekday, so many days back, or the one after it by the last date."""
    last = found.kind("step") == "L"
    if back == 0 and (last or tense is Tense.PERFECT):
        back = _WEEK
    latest = calendar.shifted(context.today, -back)
    if not last and _follows_what_is_told(found, context, latest):
        return calendar.shifted(latest, _WEEK)
    return latest


def _goes_on_ahead(found: Found, context: Context) -> bool:
    """Whether a day is listed behind one in the future: "a strike for Friday and Saturday"."""
    told = context.latest
    listed = found.before in _LISTING and context.behind == found.first - 1
    return listed and told is not None and told.first > context.today


def _follows_what_is_told(found: Found, context: Context, when: date) -> bool:
    """Whether a day must come after the one told in its sentence: "on Tuesday, before Friday's"."""
    told = context.latest
    if found.before != "before" or told is None or told.precision is not Precision.DAY:
        return False
    return when < told.first and not found.scan.parted(context.behind, found.first)


def day_beside_day(found: Found, context: Context) -> Period:
    """Return the day of "the day before yesterday", "the day after tomorrow"."""
    step = -1 if _is_before(found) else 1
    return calendar.day(calendar.shifted(context.today, found.number("deictic") + step))


def _is_before(found: Found) -> bool:
    return found.words("way").lower() == "before"


def before_last(found: Found, context: Context) -> Period | None:
    """Return the days of "the week before last", "the Friday before last", "the month after
    next"."""
    step = -1 if found.kind("step") == "L" else 1
    if _is_before(found) != (step < 0):
        return None
    return _twice_removed(found, context.today, step)


def _twice_removed(found: Found, today: date, step: int) -> Period:
    kind, number = found.kind("whole"), found.number("whole")
    if kind == "W":
        near = _beside(today, number, ahead=step > 0)
        return calendar.day(calendar.shifted(near, _WEEK * step))
    if kind == "P":
        return calendar.day(calendar.shifted(today, 2 * step)).at(found.code("whole"))
    if kind == "S":
        return calendar.season(today.year + 2 * step, found.code("whole"))
    code = found.code("whole")
    return whole(moved(today, 2 * step, code), code)


def weekday_of_week(found: Found, context: Context) -> Period:
    """Return the day of "Tuesday of last week", "Friday this week", "last week on Monday"."""
    step, said = found.kind("step"), found.words("step").lower()
    from_tale = said in beside()["from_told"] or (step == "A" and context.latest is not None)
    base = context.told_or_today if from_tale else context.today
    steps = {"L": -1, "X": 1}.get(step, 0)
    monday = calendar.week(calendar.shifted(base, _WEEK * steps)).first
    return calendar.day(calendar.shifted(monday, found.number("weekday")))


def weekday_week(found: Found, context: Context) -> Period:
    """Return the day of "Tuesday week": a week after the next Tuesday."""
    coming = _beside(context.today, found.number("weekday"), ahead=True)
    return calendar.day(moved(coming, 1, found.code("unit")))


def week_on_weekday(found: Found, context: Context) -> Period:
    """Return the day of "a week on Tuesday" (that of next week), "two weeks from Friday",
    "a week ago Monday", "a week today"."""
    count, code, way = found.count("count"), found.code("unit"), found.kind("way")
    number, today = found.number("day"), context.today
    if way == "G":
        base = today if found.kind("day") == "D" else _latest(today, number)
        near = calendar.shifted(base, number) if found.kind("day") == "D" else base
        return calendar.day(moved(near, -count, code))
    if found.kind("day") == "D":
        return calendar.day(moved(calendar.shifted(today, number), count, code))
    if way == "@":
        monday = calendar.week(moved(today, count, code)).first
        return calendar.day(calendar.shifted(monday, number))
    return calendar.day(moved(_beside(today, number, ahead=True), count, code))


def _latest(today: date, weekday_number: int) -> date:
    return calendar.shifted(today, -((today.weekday() - weekday_number) % _WEEK))


def _owns_what_comes(found: Found) -> bool:
    """Whether what a day owns is ahead: "ahead of Sunday's vote", "Friday's summit will"."""
    if found.lead in beside()["ahead_of"]:
        return True
    return found.scan.word(found.last + 1) in beside()["held"]


def _beside(told: date, number: int, *, ahead: bool) -> date:
    """The next or previous such weekday, seen from another date."""
    if ahead:
        return calendar.shifted(told, (number - told.weekday() - 1) % 7 + 1)
    return calendar.shifted(told, -((told.weekday() - number - 1) % 7 + 1))


def deictic(found: Found, context: Context) -> Period:
    """Return the day of "today", "yesterday morning", "tonight", "overnight"."""
    word = found.words("deictic").lower()
    when = calendar.day(calendar.shifted(context.today, found.number("deictic")))
    if word in beside()["into_today"]:
        return replace(when.at("TNI"), end=context.today)
    return when.at("TNI") if word in beside()["tonight"] else when


def part_of_day(found: Found, context: Context) -> Period:
    """Return the day of "this morning", "last night", "that evening", "the following night"."""
    step = found.kind("step")
    if found.has("following"):
        return calendar.day(calendar.shifted(context.told.end or context.told.first, 1))
    if step == "A":
        return calendar.day(context.told.first)
    return calendar.day(calendar.shifted(context.today, -1 if step == "L" else 0))


def until_now(found: Found, context: Context) -> Period:
    """Return the day of publication for "from the early morning until this moment", a part of
    it."""
    return calendar.day(context.today)


def same(found: Found, context: Context) -> Period:
    """Return the days of "the same day", "that year": the date spoken of last, for a day the last
    day, past any longer time: "had been held for weeks last year; on the same day ...".

    Raises:
        UnresolvedError: if there was none.
    """
    if found.code("unit") == "D":
        if context.day is None:
            raise UnresolvedError
        return calendar.day(context.day.first)
    return whole(context.told.first, found.code("unit"))


def unit(found: Found, context: Context) -> Period:
    """Return the days of "last week", "this year", "next month"; "the following year" goes by
    the last date.

    Raises:
        UnresolvedError: if something happened "the next day" after no day that is told.
    """
    code = found.code("unit")
    steps = {"L": -1, "X": 1}.get(found.kind("step"), 0)
    from_tale = found.words("step").lower() in beside()["from_told"] or code == "D"
    if code == "D" and steps and context.latest is None and context.tense_of(found) in _DONE:
        raise UnresolvedError
    base = context.told_or_today if from_tale and steps else context.today
    return whole(moved(base, steps, code), code)


def unit_of_year(found: Found, context: Context) -> Period:
    """Return the days of "this day last year", "this week next year"."""
    code = found.code("unit")
    return whole(moved(context.today, -1 if found.kind("step") == "L" else 1, "Y"), code)


def edge_of_unit(found: Found, context: Context) -> Period:
    """Return the month of "the end of the month", the year of "the beginning of the year": those of
    publication."""
    if found.code("unit") == "D" and context.latest:
        return calendar.day(context.latest.first)
    return whole(context.today, found.code("unit"))


def year_end(found: Found, context: Context) -> Period:
    """Return the day of "year-end": the last of this year, or of the one before where it is
    past."""
    ahead = context.tense_of(found) is Tense.FUTURE
    return calendar.day(calendar.dated(context.today.year - (not ahead), 12, 31))


def weekend(found: Found, context: Context) -> Period:
    """Return the days of "the weekend", "last weekend", "this weekend".

    It is the one that has begun, or the next.
    """
    step = found.kind("step")
    this = calendar.weekend(context.today)
    begun = this.first <= context.today
    if step == "X":
        return calendar.weekend(calendar.shifted(this.first, 7))
    if begun and step != "L":
        return this
    if not begun and step != "L" and (step == "T" or context.tense_of(found) is Tense.FUTURE):
        return this
    return calendar.weekend(calendar.shifted(this.first, -7))


def ago(found: Found, context: Context) -> Period:
    """Return the time of "35 days ago", "two years ago"; years and months are no more precise
    than that."""
    code, halves = found.code("unit"), found.halves
    if code == "Y" and halves == _ONE and context.period:
        return year_before(found, context)
    return counted_by_halves(moved_by_halves(context.today, -halves, code), halves, code)


def hence(found: Found, context: Context) -> Period:
    """Return the time of "in two weeks' time", "three days from now"."""
    code, halves = found.code("unit"), found.halves
    return counted_by_halves(moved_by_halves(context.today, halves, code), halves, code)


def later(found: Found, context: Context) -> Period:
    """Return the time of "two days later", "a month earlier", told from the date spoken of last."""
    code, halves = found.code("unit"), found.halves
    back = found.kind("way") == "b"
    if code == "Y" and halves == _ONE and back and context.period:
        return year_before(found, context)
    base = context.told
    start = base.first if back or base.end is None else base.end
    return counted_by_halves(
        moved_by_halves(start, -halves if back else halves, code), halves, code
    )


def day_beside(found: Found, context: Context) -> Period:
    """Return the days of "the day before", "the week after", told from the date spoken of last."""
    code = found.code("unit")
    steps = -1 if found.words("way").lower() == "before" else 1
    return whole(moved(context.told.first, steps, code), code)


def year_before(found: Found, context: Context) -> Period:
    """Return the quarter of "the year-ago quarter", "a year earlier": the quarter or half
    spoken of, a year before."""
    if found.has("number"):
        return calendar.quarter(context.today.year - 1, found.number("number"))
    if context.period is None:
        return calendar.year(context.today.year - 1)
    value, start = context.period.value or "", context.period.first
    if "H" in value:
        return calendar.half(start.year - 1, (start.month + 5) // 6)
    return calendar.quarter(start.year - 1, (start.month + 2) // 3)


def quarter(found: Found, context: Context) -> Period:
    """Return the three months of "the third quarter", "the first quarter of last year"."""
    number = found.number("short" if found.has("short") else "number")
    year = year_said(found, context)
    if year is not None:
        return calendar.quarter(year, number)
    this = calendar.quarter(context.today.year, number)
    tense = context.tense_of(found)
    near = (this.first - context.today).days <= (_SOON if tense is Tense.UNTOLD else _SOON // 2)
    ahead = near or tense is Tense.FUTURE
    return this if ahead else calendar.quarter(context.today.year - 1, number)


def half(found: Found, context: Context) -> Period:
    """Return the six months of "the first half of 1990", "the second half of last year"."""
    year = year_said(found, context)
    if year is None:
        raise UnresolvedError
    return calendar.half(
        year, 1 if found.kind("number") == "r" and found.number("number") == 1 else 2
    )


def quarter_told(found: Found, context: Context) -> Period | None:
    """Return the three months of "the quarter", "the latest period": those spoken of, or the
    last that are over."""
    told = context.period
    if found.kind("step") != "V":
        return told
    if told and told.end and told.end <= context.today:
        return told
    return calendar.quarter(context.today.year, (context.today.month - 1) // 3)


def clock(found: Found, context: Context) -> Period:
    """Return the day of "10:35 a.m.": that spoken of last, else that of publication."""
    if context.latest and context.latest.precision is Precision.DAY:
        return calendar.day(context.latest.first)
    return calendar.day(context.today)
