"""The rules of date expressions, in their order: patterns over classes of tokens.

`{month}` is a class of tokens, by its name in `extract.dates.rule`. A rule sees only tokens
that no rule before it has taken.
"""

from collections.abc import Iterator

from extract.dates import absolute, accepting, durations, relative, underspecified
from extract.dates.rule import CLASS_NAMES, YEAR_BEFORE, Found, Rule, name, other, told
from extract.dates.scan import Scan

_TAKEN = CLASS_NAMES["taken"]


RULES: tuple[Rule, ...] = (
    name(
        "digits",
        "(?:(?P<weekday>{weekday|short_weekday}),?)?(?P<digits>{digits})",
        absolute.digits,
        accepting.digits,
    ),
    name(
        "stamp",
        "(?P<day>{day})(?P<month>{month|short_month})(?P<year>{day|two_digits})",
        absolute.month_day,
        accepting.stamp,
    ),
    name(
        "listed-day",
        "{the}?(?P<day>{day|day_th})(?:-(?P<day2>{day|day_th}))?(?=(?:,{the}?{day|day_th}(?:-"
        "{day|day_th})?){0,12},?{and}{the}?{day|day_th}(?:-{day|day_th})?{of}?(?P<month>"
        "{month|short_month})(?:,?{of}?(?P<year>{year}))?)",
        absolute.month_day,
        accepting.listed_day,
    ),
    name(
        "listed-day",
        "(?<={the|,})(?P<day>{ordinal})(?=(?:,{the}?{ordinal}){0,12},?{and}{the}?{ordinal}"
        "{of}(?P<month>{month|short_month})(?:,?{of}?(?P<year>{year}))?)",
        absolute.month_day,
        accepting.listed_ordinal,
    ),
    told(
        "nth-of",
        "{the}?(?P<nth>{ordinal|last|final})-?(?:(?P<count>{day|number_word})|(?P<few>{few}))"
        "?(?P<unit>{unit|unit_quarter|half|weekday}){of}(?P<whole>(?P<month>"
        "{month|short_month})(?:,?{of}?{YEAR}|{WHICH})?|{ONLY_YEAR}|{the}?(?P<step>"
        "{last|this|next|same}){unit|unit_year}|{the}{unit|unit_year})",
        absolute.nth_of,
        accepting.nth_of,
    ),
    told(
        "until-now",
        "{from}{the}?{early|middle|late}?{part}{until}(?:{this}{moment|part}|{reference}|"
        "{deictic})",
        relative.until_now,
    ),
    name(
        "month-day",
        "(?:{CLOCK}{,|on}?)?(?:{weekday|short_weekday}{PART}{,|(}?{the}?)?(?P<month>"
        "{month|short_month}){the}?(?P<day>{day|day_th|ordinal}){LAST_DAY}(?:,?{YEAR})?",
        absolute.month_day,
        accepting.day,
    ),
    name(
        "days-between",
        "(?<={from}){the}?(?P<day>{day|day_th}){and}{the}?(?P<day2>{day|day_th}){of}?"
        "(?P<month>{month|short_month})(?:,?(?P<year>{year|two_digits}))?",
        absolute.month_day,
        accepting.day,
    ),
    name(
        "day-month",
        "(?:{CLOCK}{,|on}?)?(?:{weekday|short_weekday}{PART}{,|(}?{the}?)?{the}?(?P<day>"
        "{day|day_th}|(?<={the|and}){ordinal}(?={of}))(?:{-|to}(?P<day2>{day|day_th}))?{of}?"
        "(?P<month>{month|short_month})(?:,?(?P<year>{year|two_digits}))?",
        absolute.month_day,
        accepting.day,
    ),
    name(
        "day-after-month",
        "(?<={,|and})(?P<day>{day|day_th})(?:,(?P<year>{year}))?",
        underspecified.day_after_month,
        accepting.day_after_month,
    ),
    name(
        "month-of-year",
        "{EDGE}(?P<month>{month|short_month})(?:,?{of}?{YEAR}|{WHICH})",
        absolute.month_year,
        accepting.month_of_year,
    ),
    name(
        "lone-day",
        "(?:{the}|(?<={day_th}{and|,}))(?P<day>{day_th})(?:{of}(?:{the}|(?P<step>{last|this|next}))(?P<unit>{unit}))?",
        underspecified.lone_day,
        underspecified.is_lone_day,
    ),
    told(
        "season",
        "{the}?(?P<season>{season}){of}?(?P<year>{year})(?:-|/)(?:{year|two_digits|day})(?!{-|/})",
        absolute.season,
        accepting.season,
    ),
    name(
        "years",
        "(?P<year>{year}){-|/}(?P<last>{year|two_digits|day})(?!{-|/})",
        absolute.year_range,
        accepting.years,
    ),
    name(
        "decade",
        "(?P<lead>(?:{the}?(?P<edge>{early|middle|late|sooner|later}){-|of}*{the}?|{the}|(?<="
        "{taken|decade}{and})))?(?P<decade>{decade})",
        absolute.decade,
        accepting.decade,
    ),
    told(
        "century",
        "{EDGE}{the}?(?P<number>{ordinal|day_th})-?{UNIT}",
        absolute.century,
        accepting.century,
    ),
    told(
        YEAR_BEFORE,
        "(?!{a|the}?{unit_year}-?{ago}{on}?{weekday|deictic})(?<!{half|day|two_digits|number|year|number_word|hundred|few|-})(?<!{half}{a})(?:{a}"
        "|{the})?(?P<unit>{unit_year})-?{ago|sooner}(?:(?P<number>{ordinal})-?{unit_quarter}|"
        "{unit_quarter}|{period})?",
        relative.year_before,
        accepting.single,
    ),
    told(
        "quarter",
        "(?:{the}?(?P<which>{last|this|next}){unit_year}{genitive}|{YEAR}{genitive}?){the}?"
        "{fiscal}?(?P<number>{ordinal})-?{unit_quarter}",
        relative.quarter,
    ),
    told(
        "quarter",
        "{the}?{fiscal}?(?:(?P<number>{ordinal})-?{unit_quarter}|(?P<short>{short_quarter}))"
        "(?:,?{of}?{fiscal}?{YEAR}|{WHICH})?",
        relative.quarter,
    ),
    told(
        "half",
        "{the}?(?P<number>{ordinal|last|late})-?{half}{of}(?:{YEAR}|{the}?(?P<which>"
        "{last|this|next}){unit_year})",
        relative.half,
    ),
    told(
        "quarter-told",
        "(?P<step>{latest|the})(?:{unit_quarter}|(?<={latest}){period})",
        relative.quarter_told,
    ),
    told(
        "season",
        "{EDGE}(?:{this}(?={past}))?(?P<step>{last|this|next|past})(?P<season>{season})",
        absolute.season,
    ),
    told(
        "season",
        "(?<={the|of|taken|-})(?P<season>{season})(?:{of}?{YEAR}|{WHICH})?",
        absolute.season,
        accepting.season,
    ),
    name(
        "holiday",
        "{EDGE}(?P<step>{last|this|next})?(?P<holiday>{holiday})(?P<unit>{unit})?(?:,?{YEAR})?",
        absolute.holiday,
    ),
    told(
        "day-beside-day",
        "{the}?(?P<unit>{unit})(?P<way>{beside})(?P<deictic>{deictic})",
        relative.day_beside_day,
        accepting.of_days,
    ),
    told(
        "before-last",
        "{the}?(?P<whole>{unit|unit_year|unit_quarter|weekday|part|season})(?P<way>{beside})"
        "(?P<step>{last|next})(?!"
        "{unit|unit_year|unit_quarter|weekday|short_weekday|month|short_month|season|part|holiday|past}"
        ")",
        relative.before_last,
    ),
    told(
        durations.OFFSET,
        "(?:{COUNTED}|{the}(?P<one>{unit|unit_year|part}))(?P<way>{beside})(?={DATE_AHEAD})",
        durations.without_base,
        accepting.offset,
    ),
    told(
        durations.SPAN_BY_DAY,
        "{the|last|this}?(?:{COUNTED}|(?P<one>{unit|unit_year}))(?:(?P<until>{ending|to})|(?P<since>{starting|early|of}))"
        "{on}?(?={DATE_AHEAD})",
        durations.without_base,
        accepting.span_by_day,
    ),
    other(
        durations.CLAUSE_BEFORE,
        "(?:{COUNTED}|(?<!{of}){the}(?P<one>{unit|unit_year}))(?P<way>{beside})(?!{DATE_AHEAD})",
        durations.clause_before,
        accepting.clause_before,
    ),
    other(durations.FEW_BESIDE, "{FEW}{UNIT}(?P<way>{beside})(?={DATE_AHEAD})", durations.untold),
    name(
        "weekday-of-week",
        "(?:{CLOCK}{,|on}?)?(?:{the}|{early|late|sooner|later}{on}?)?(?P<weekday>{weekday})"
        "{PART},?{of}?{the}?(?P<step>{last|this|next|same})(?P<unit>{unit})",
        relative.weekday_of_week,
        accepting.of_weeks,
    ),
    name(
        "week-and-weekday",
        "(?P<step>{last|this|next})(?P<unit>{unit}),?{on}(?P<weekday>{weekday})",
        relative.weekday_of_week,
        accepting.of_weeks,
    ),
    name(
        "weekday-week",
        "(?P<weekday>{weekday})(?P<unit>{unit})",
        relative.weekday_week,
        accepting.weekday_week,
    ),
    name(
        "week-on-weekday",
        "{COUNT}(?P<unit>{unit|unit_year})(?P<way>{on|from|ago})?(?P<ago>{on})?(?:{last}(?={weekday}))?"
        "(?P<day>{weekday|deictic})",
        relative.week_on_weekday,
        accepting.week_on_weekday,
    ),
    name(
        "weekday",
        "(?:{CLOCK}{,|on}?)?(?:{early|late}(?={weekday}))?(?:(?P<step>{last|this|next|same})"
        "(?P<coming>{next})?)?(?P<weekday>{weekday}){PART}",
        relative.weekday,
        accepting.weekday,
    ),
    told(
        "deictic",
        "(?:{CLOCK}{,|on}?)?{early|late|sooner|later}?(?P<deictic>{deictic}){PART}",
        relative.deictic,
        accepting.deictic,
    ),
    told(
        "part-of-day",
        "(?:{early|late|sooner|later}?(?P<step>{last|this|same})|{the}(?P<following>{next}))(?P<part>{part})",
        relative.part_of_day,
    ),
    told(
        "hence",
        "{COUNTED}(?:{genitive|other}{other}|{from}{reference}|{other})",
        relative.hence,
        accepting.hence,
    ),
    told("ago", "{COUNTED}-?(?:{and}{other})?(?P<way>{ago})", relative.ago),
    other("long-ago", "{FEW}{UNIT}(?P<way>{ago|sooner|later})", durations.long_ago),
    told("later", "{COUNTED}(?P<way>{sooner|later})", relative.later),
    told(
        "day-beside",
        r"{the}(?P<unit>{unit|unit_year})(?P<way>{beside})(?={.|,|)|\n})",
        relative.day_beside,
    ),
    told(
        "weekend",
        "(?:{the}|{the|this}?(?P<step>{last|this|next|past}))(?P<unit>{unit})",
        relative.weekend,
        accepting.weekend,
    ),
    other("span-beside", "{the}?(?P<step>{last|past|next}){FEW}{UNIT}", durations.span_beside),
    other("span-beside", "{the}?(?P<step>{last|past|next}){COUNTED}", durations.span_beside),
    other("span-beside", "{the}?(?P<step>{past}){UNIT}", durations.span_beside),
    told(
        "same",
        "{the}?(?P<step>{same}){same}?(?P<unit>{unit|unit_year})",
        relative.same,
        accepting.single,
    ),
    told(
        "this-last-year",
        "{this}(?P<unit>{unit|unit_quarter})(?P<step>{last|next}){unit_year}",
        relative.unit_of_year,
        accepting.single,
    ),
    told(
        "unit",
        "{EDGE}{the}?(?P<step>{last|this|next}){fiscal}?{UNIT}",
        relative.unit,
        accepting.single_small,
    ),
    told(
        "edge-of-unit",
        "{the}?(?P<edge>{early|middle|late|sooner|later}){of}{the}?{fiscal}?(?P<unit>"
        "{unit|unit_year|unit_quarter})",
        relative.edge_of_unit,
    ),
    told("year-end", "{unit_year}(?:-|{genitive})?{late}", relative.year_end),
    name(
        "month",
        "{EDGE}(?P<step>{last|this|next})?(?P<month>{month})",
        absolute.month_alone,
        accepting.month,
    ),
    told(
        "year-in-words",
        "(?P<hundreds>{number_word})(?P<tens>{number_word})-?(?P<ones>{number_word})?",
        absolute.year_in_words,
        accepting.year_in_words,
    ),
    name("year", "{EDGE}(?P<fiscal>{fiscal})?{YEAR}", absolute.year_alone, accepting.year),
    other("hour-of-day", "{CLOCK}", relative.clock, accepting.hour_of_day),
    other("clock", "{CLOCK}", relative.clock),
    other("age", "{COUNT}-?(?P<unit>{unit_year})-?{old}", durations.age),
    other(
        "how-often",
        "(?P<set>{set})|{every}(?P<unit>{unit|unit_year|unit_quarter})|{every}(?P<weekday>"
        "{weekday|part})",
        durations.how_often,
    ),
    other(
        "duration",
        "{COUNTED}",
        durations.duration,
        accepting.small,
    ),
    other(
        "duration",
        "(?P<few>{few|recent}){of}?{UNIT}",
        durations.duration,
        accepting.small,
    ),
    other("reference", "{the}?(?P<reference>{reference})", durations.reference),
    other("moment", "{the|this}{moment}", durations.moment),
)
"""First come the rules whose words hold those of later ones."""
NAMED_RULES = frozenset(rule.name for rule in RULES if rule.named)
"""Names of the rules for names out of the calendar."""

TOLD_HOURS = "hour-of-day"
"""Name of the rule for times of day that leave no doubt, by their half of the day or zone."""
UNCOUNTED_RULES = frozenset({"clock", TOLD_HOURS})
"""Names of the rules for times that are no dates, whose numbers count nothing."""


def matches(scan: Scan) -> Iterator[tuple[Rule, Found]]:
    """Yield what the rules find among the tokens, rule by rule; no two share a token."""
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
