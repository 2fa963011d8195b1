"""What a rule of dates is, and the pieces that rules share."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extract.dates import scan, words
from extract.dates.found import Found, Resolver
from extract.doc.class_patterns import class_pattern

CLASS_NAMES = {
    **words.CLASSES,
    "weekday": words.WEEKDAY,
    "short_weekday": words.WEEKDAY_SHORT,
    "month": words.MONTH,
    "short_month": words.MONTH_SHORT,
    "number_word": words.NUMBER_WORD,
    "hundred": words.HUNDRED,
    "ordinal": words.ORDINAL,
    "unit": words.UNIT,
    "unit_year": words.UNIT_YEAR,
    "unit_quarter": words.UNIT_QUARTER,
    "season": words.SEASON,
    "part": words.PART,
    "deictic": words.DEICTIC,
    "holiday": words.HOLIDAY,
    "hour": words.HOUR,
    "reference": words.REFERENCE,
    "set": words.SET,
    "decade": words.DECADE,
    "day": scan.DAY,
    "two_digits": scan.TWO_DIGITS,
    "year": scan.YEAR,
    "number": scan.NUMBER,
    "day_th": scan.ORDINAL,
    "digits": scan.DATE_IN_DIGITS,
    "clock": scan.CLOCK,
    "meridiem": scan.MERIDIEM,
    "genitive": scan.GENITIVE,
    "short_quarter": scan.QUARTER,
    "other": scan.OTHER.kind,
    "taken": "#",
}
"""The letter of each class, by its name; "day_th" is a day such as "25th"."""
PIECES = {
    "COUNT": (
        "(?P<count>{a}?(?:{day|two_digits|number|year|number_word}(?:-?{day|number_word})?"
        "{hundred}?{hundred}?|{hundred})|{a})"
    ),
    "COUNTED": (
        "(?:(?P<half>{half})-?{a}-?|{COUNT}-?(?:(?:{and}-?)?(?:{a}-?)?(?P<and_half>{half})-?)"
        "?)(?P<unit>{unit|unit_year|unit_quarter})(?:{and}{a}(?P<more>{half}))?"
    ),
    "FEW": "(?:{a}?(?P<few>{few}){of}?)",
    "UNIT": "(?P<unit>{unit|unit_year|unit_quarter})",
    "EDGE": "(?:{the}?(?P<edge>{early|middle|late|sooner|later}){-|of}*{the}?)?",
    "CLOCK": "(?P<clock>{hour|clock}){zone}?",
    "PART": "(?:-?(?P<part>{part}))?",
    "YEAR": "(?P<year>{year})",
    "ONLY_YEAR": "(?P<only_year>{year})",
    "WHICH": "{of}?{the}?(?P<which>{last|this|next}){unit_year}",
    "DATE_AHEAD": "{the|last|this|next}?{taken|weekday|short_weekday|deictic}",
    "LAST_DAY": "(?:(?:-|{to}(?={day|day_th}(?:{,|.|)}|$|\\n)))(?P<day2>{day|day_th}))?",
}
"""What rules share, by the names that they have in them."""


def pattern(template: str, pieces: Mapping[str, str] = PIECES) -> re.Pattern[str]:
    """Return the regular expression over classes of tokens that a rule of dates is.

    Raises:
        KeyError: if no class or piece has that name.
    """
    return class_pattern(template, CLASS_NAMES, pieces)


def always(found: Found) -> bool:
    """Whatever the rule matches."""
    return True


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of date expression."""

    name: str
    pattern: re.Pattern[str]
    resolve: Resolver
    accepts: Callable[[Found], bool]
    calendar: bool = True
    """Whether it may be the date of an event."""
    named: bool = False
    """Whether it is a name out of the calendar, as "Thursday" and "2018" are."""


def name(
    name: str, template: str, resolve: Resolver, accepts: Callable[[Found], bool] = always
) -> Rule:
    """Return a rule for names out of the calendar."""
    return Rule(name, pattern(template), resolve, accepts, named=True)


def told(
    name: str, template: str, resolve: Resolver, accepts: Callable[[Found], bool] = always
) -> Rule:
    """Return a rule for dates in other words."""
    return Rule(name, pattern(template), resolve, accepts)


def other(
    name: str, template: str, resolve: Resolver, accepts: Callable[[Found], bool] = always
) -> Rule:
    """Return a rule for times that are no dates of events."""
    return Rule(name, pattern(template), resolve, accepts, calendar=False)
