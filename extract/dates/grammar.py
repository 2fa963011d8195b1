"""The rules of date expressions, in their order: patterns over classes of tokens.

A class is one letter, from `extract.dates.words` or `extract.dates.scan`. A rule sees only tokens
that no rule before it has taken.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from extract.dates import absolute, accepting, durations, listed, parts, relative
from extract.dates.found import Found, Resolver
from extract.dates.scan import Scan

_COUNT = "(?P<count>a?(?:[d2nyq](?:-?[dq])?h?h?|h)|a)"
_COUNTED = (
    f"(?:(?P<half>F)-?a-?|{_COUNT}-?(?:(?:&-?)?(?:a-?)?(?P<and_half>F)-?)?)"
    "(?P<unit>[UiQ])(?:&a(?P<more>F))?"
)
_FEW = "(?:a?(?P<few>p)f?)"
_UNIT = "(?P<unit>[UiQ])"
_EDGE = "(?:t?(?P<edge>[EIJbc])[-f]*t?)?"
_CLOCK = "(?P<clock>[OC])z?"
_PART = "(?:-?(?P<part>P))?"
_YEAR = "(?P<year>y)"
_YEAR2 = "(?P<only_year>y)"
_WHICH = "f?t?(?P<which>[LTX])i"
_DAY2 = "(?:-(?P<day2>[do]))?"
_TAKEN = "#"


def _always(found: Found) -> bool:
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


def _name(
    name: str, pattern: str, resolve: Resolver, accepts: Callable[[Found], bool] = _always
) -> Rule:
    return Rule(name, re.compile(pattern), resolve, accepts, named=True)


def _told(
    name: str, pattern: str, resolve: Resolver, accepts: Callable[[Found], bool] = _always
) -> Rule:
    return Rule(name, re.compile(pattern), resolve, accepts)


def _other(
    name: str, pattern: str, resolve: Resolver, accepts: Callable[[Found], bool] = _always
) -> Rule:
    return Rule(name, re.compile(pattern), resolve, accepts, calendar=False)


# the t | a a | of, in f | and & | to > | since s | until u | from, between g | last L | past 0
# this T | same, that A | next X | final x
# latest V | recent v | early E | middle I | late J | earlier b
# later c | on @ | before, after B | ago G | few p | period Y | moment j | old 5 | fiscal l
# every e | weekday W (short w) | month M (short m) | day of a month d | two more digits 2
# year y | number n | number word q | hundred h | ordinal word r | ordinal in digits o | decade k
# day, week, ... U | year i | quarter Q | "Q3" 4 | season S | part of day P | noon O | 10:35 C
# a.m. K | time zone z | today D | holiday H | date in digits N | now R
# daily Z | 's ' | anything else _
RULES: tuple[Rule, ...] = (
    _name("digits", "(?:W,?)?(?P<digits>N)", absolute.digits, accepting.digits),
    _name("stamp", "(?P<day>d)(?P<month>[Mm])(?P<year>[d2])", absolute.month_day, accepting.stamp),
    _name(
        "listed-day",
        "t?(?P<day>[do])(?:-(?P<day2>[do]))?"
        "(?=(?:,t?[do](?:-[do])?){0,12},?&t?[do](?:-[do])?f?(?P<month>[Mm])(?:,?f?(?P<year>y))?)",
        absolute.month_day,
        accepting.listed_day,
    ),
    _told(
        "nth-of",
        "t?(?P<nth>[rLx])-?(?:(?P<count>[dq])|(?P<few>p))?(?P<unit>[UQFW])f"
        f"(?P<whole>(?P<month>[Mm])(?:,?f?{_YEAR}|{_WHICH})?|{_YEAR2}|t?(?P<step>[LTXA])[Ui]|t[Ui])",
        parts.nth_of,
        accepting.nth_of,
    ),
    _told("until-now", "gt?[EIJ]?Pu(?:T[jP]|R|D)", relative.until_now),
    _name(
        "month-day",
        f"(?:{_CLOCK}[,@]?)?(?:[Ww]{_PART}[,(]?t?)?(?P<month>[Mm])t?(?P<day>[dor]){_DAY2}(?:,?{_YEAR})?",
        absolute.month_day,
        accepting.day,
    ),
    _name(
        "days-between",
        "(?<=g)t?(?P<day>[do])&t?(?P<day2>[do])f?(?P<month>[Mm])(?:,?(?P<year>[y2]))?",
        absolute.month_day,
        accepting.day,
    ),
    _name(
        "day-month",
        f"(?:{_CLOCK}[,@]?)?(?:[Ww]{_PART}[,(]?t?)?t?(?P<day>[do]|(?<=t)r(?=f))"
        f"(?:[->](?P<day2>[do]))?f?(?P<month>[Mm])(?:,?(?P<year>[y2]))?",
        absolute.month_day,
        accepting.day,
    ),
    _name(
        "day-after-month",
        "(?<=[,&])(?P<day>[do])(?:,(?P<year>y))?",
        listed.day_after_month,
        accepting.day_after_month,
    ),
    _name(
        "month-of-year",
        f"{_EDGE}(?P<month>[Mm])(?:,?f?{_YEAR}|{_WHICH})",
        absolute.month_year,
        accepting.month_of_year,
    ),
    _name("years", "(?P<year>y)[-/](?P<last>[y2d])(?![-/])", absolute.year_range, accepting.years),
    _name(
        "decade",
        "(?P<lead>(?:t?(?P<edge>[EIJbc])[-f]*t?|t|(?<=[#k]&)))?(?P<decade>k)",
        absolute.decade,
        accepting.decade,
    ),
    _told("century", f"{_EDGE}t?(?P<number>[ro])-?{_UNIT}", absolute.century, accepting.century),
    _told(
        "year-before",
        "(?<![Fd2nyqhp-])(?<!Fa)(?:a|t)?(?P<unit>i)-?[Gb](?:(?P<number>r)-?Q|Q|Y)?",
        relative.year_before,
        accepting.single,
    ),
    _told("quarter", f"(?:t?(?P<which>[LTX])i'|{_YEAR}'?)t?l?(?P<number>r)-?Q", relative.quarter),
    _told(
        "quarter",
        f"t?l?(?:(?P<number>r)-?Q|(?P<short>4))(?:,?f?l?{_YEAR}|{_WHICH})?",
        relative.quarter,
    ),
    _told("half", f"t?(?P<number>[rLJ])-?Ff(?:{_YEAR}|t?(?P<which>[LTX])i)", relative.half),
    _told("quarter-told", "(?P<step>[Vt])(?:Q|(?<=V)Y)", relative.quarter_told),
    _told("season", f"{_EDGE}(?:T(?=0))?(?P<step>[LTX0])(?P<season>S)", absolute.season),
    _told(
        "season",
        f"(?<=[tf#-])(?P<season>S)(?:f?{_YEAR}|{_WHICH})?",
        absolute.season,
        accepting.season,
    ),
    _name(
        "holiday",
        f"{_EDGE}(?P<step>[LTX])?(?P<holiday>H)(?P<unit>U)?(?:,?{_YEAR})?",
        absolute.holiday,
    ),
    _told(
        "day-beside-day",
        "t?(?P<unit>U)(?P<way>B)(?P<deictic>D)",
        relative.day_beside_day,
        accepting.of_days,
    ),
    _told(
        "before-last",
        "t?(?P<whole>[UiQWPS])(?P<way>B)(?P<step>[LX])(?![UiQWwMmSPH0])",
        relative.before_last,
    ),
    _name(
        "weekday-of-week",
        f"(?:{_CLOCK}[,@]?)?(?:t|[EJbc]@?)?(?P<weekday>W){_PART},?f?t?(?P<step>[LTXA])(?P<unit>U)",
        relative.weekday_of_week,
        accepting.of_weeks,
    ),
    _name(
        "week-and-weekday",
        "(?P<step>[LTX])(?P<unit>U),?@(?P<weekday>W)",
        relative.weekday_of_week,
        accepting.of_weeks,
    ),
    _name(
        "weekday-week", "(?P<weekday>W)(?P<unit>U)", relative.weekday_week, accepting.weekday_week
    ),
    _name(
        "week-on-weekday",
        f"{_COUNT}(?P<unit>U)(?P<way>[@gG])?(?P<ago>@)?(?:L(?=W))?(?P<day>[WD])",
        relative.week_on_weekday,
        accepting.week_on_weekday,
    ),
    _name(
        "weekday",
        f"(?:{_CLOCK}[,@]?)?(?:[EJ](?=W))?(?:(?P<step>[LTXA])(?P<coming>X)?)?(?P<weekday>W){_PART}",
        relative.weekday,
        accepting.weekday,
    ),
    _told("deictic", f"(?:{_CLOCK}[,@]?)?[EJbc]?(?P<deictic>D){_PART}", relative.deictic),
    _told("part-of-day", "[EJbc]?(?P<step>[LTA])(?P<part>P)", relative.part_of_day),
    _told("ago", f"{_COUNTED}-?(?:&_)?(?P<way>G)", relative.ago),
    _other("long-ago", f"{_FEW}{_UNIT}(?P<way>[Gbc])", durations.long_ago),
    _told("later", f"{_COUNTED}(?P<way>[bc])", relative.later),
    _told("day-beside", r"t(?P<unit>[Ui])(?P<way>B)(?=[.,)\n])", relative.day_beside),
    _told(
        "weekend",
        "(?:t|[tT]?(?P<step>[LTX0]))(?P<unit>U)",
        relative.weekend,
        accepting.weekend,
    ),
    _other("span-beside", f"t?(?P<step>[L0X]){_FEW}{_UNIT}", durations.span_beside),
    _other("span-beside", f"t?(?P<step>[L0X]){_COUNTED}", durations.span_beside),
    _other("span-beside", f"t?(?P<step>[0]){_UNIT}", durations.span_beside),
    _told("same", "t?(?P<step>A)A?(?P<unit>[Ui])", relative.same, accepting.single),
    _told("unit", f"{_EDGE}t?(?P<step>[LTX])l?{_UNIT}", relative.unit, accepting.single_small),
    _told("edge-of-unit", "t?(?P<edge>[EIJbc])ft?l?(?P<unit>[UiQ])", relative.edge_of_unit),
    _told("year-end", "i(?:-|')?J", relative.year_end),
    _name(
        "month",
        f"{_EDGE}(?P<step>[LTX])?(?P<month>M)",
        absolute.month_alone,
        accepting.month,
    ),
    _told(
        "year-in-words",
        "(?P<hundreds>q)(?P<tens>q)-?(?P<ones>q)?",
        absolute.year_in_words,
        accepting.year_in_words,
    ),
    _name("year", f"{_EDGE}(?P<fiscal>l)?{_YEAR}", absolute.year_alone, accepting.year),
    _other("hour-of-day", _CLOCK, relative.clock, accepting.hour_of_day),
    _other("clock", _CLOCK, relative.clock),
    _other("age", f"{_COUNT}-?(?P<unit>i)-?5", durations.age),
    _other("how-often", "(?P<set>Z)|e(?P<unit>[UiQ])|e(?P<weekday>[WP])", durations.how_often),
    _other(
        "duration",
        _COUNTED,
        durations.duration,
        accepting.small,
    ),
    _other(
        "duration",
        f"(?P<few>[pv])f?{_UNIT}",
        durations.duration,
        accepting.small,
    ),
    _other("reference", "t?(?P<reference>R)", durations.reference),
    _other("moment", "[tT]j", durations.moment),
)
"""First come the rules whose words hold those of later ones."""
NAMED_RULES = frozenset(rule.name for rule in RULES if rule.named)
"""Names of the rules for names out of the calendar."""

UNCOUNTED_RULES = frozenset({"clock", "hour-of-day"})
"""Names of the rules for times that are no dates, whose numbers count nothing."""
TOLD_HOURS = "hour-of-day"
"""Name of the rule for times of day that leave no doubt, by their half of the day or zone."""


def matches(scan: Scan) -> Iterator[tuple[Rule, Found]]:
    """What the rules find among the tokens, rule by rule; no two share a token."""
    classes = scan.classes
    for rule in RULES:
        taken: list[Found] = []
        for match in rule.pattern.finditer(classes):
            found = Found(scan, match)
            if rule.accepts(found):
                taken.append(found)
                yield rule, found
        classes = _without(classes, taken)


def _without(classes: str, taken: list[Found]) -> str:
    """The classes with the tokens of what was found crossed out."""
    if not taken:
        return classes
    pieces: list[str] = []
    place = 0
    for found in taken:
        pieces += (classes[place : found.first], _TAKEN * (found.last - found.first))
        place = found.last
    return "".join([*pieces, classes[place:]])
