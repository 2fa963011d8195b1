"""What a rule of dates is, and the pieces that rules share."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from extract.dates.found import Found, Resolver
from extract.dates.spelled import pattern

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
    """A rule for names out of the calendar."""
    return Rule(name, pattern(template, PIECES), resolve, accepts, named=True)


def told(
    name: str, template: str, resolve: Resolver, accepts: Callable[[Found], bool] = always
) -> Rule:
    """A rule for dates that are told in other words."""
    return Rule(name, pattern(template, PIECES), resolve, accepts)


def other(
    name: str, template: str, resolve: Resolver, accepts: Callable[[Found], bool] = always
) -> Rule:
    """A rule for times that are no dates of events."""
    return Rule(name, pattern(template, PIECES), resolve, accepts, calendar=False)
