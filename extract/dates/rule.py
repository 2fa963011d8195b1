"""What a rule of dates is, and the pieces that rules share."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from extract.dates import scan, words
from extract.dates.calendar import Period, UnresolvedError, full_year
from extract.dates.scan import GENITIVE, Scan, Token
from extract.dates.words import HUNDRED, A, Word, beside
from extract.doc.class_patterns import class_pattern
from extract.doc.tense import Tense
from extract.vocabulary import Precision

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


_LONGEST_LEAD = 3
"""Tokens between "since" and the date."""
_CLOSING = frozenset({"", ",", ".", ";", "\n", "and", ")"})
_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")


@dataclass(frozen=True, slots=True)
class Found:
    """A run of tokens that a rule matched, its parts by the names of the rule's groups."""

    scan: Scan
    match: re.Match[str]

    @property
    def first(self) -> int:
        """Its first token."""
        return self.match.start()

    @property
    def last(self) -> int:
        """The token after its last."""
        return self.match.end()

    @property
    def start(self) -> int:
        """Where it starts in the text."""
        return self.scan.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.scan.tokens[self.last - 1].end

    def has(self, part: str) -> bool:
        """Return whether a part is there."""
        return part in self.match.re.groupindex and self.match.start(part) >= 0

    def words(self, part: str) -> str:
        """Return the first token of a part, as written; the part must be there."""
        return self._token(part).text

    def word_before(self, part: str) -> str:
        """Return the token before a part in lower case, empty before the first;
        the part must be there."""
        return self.scan.word(self.match.start(part) - 1)

    def number(self, part: str) -> int:
        """Return what the first token of a part stands for; the part must be there."""
        return self._token(part).word.number

    def code(self, part: str) -> str:
        """Return the TIMEX3 letters of the first token of a part; the part must be there."""
        return self._token(part).word.code

    def kind(self, part: str) -> str:
        """Return the class of the first token of a part, empty if it is not there."""
        return self._token(part).word.kind if self.has(part) else ""

    def kind_at(self, place: int) -> str:
        """Return the class of a token, counted from its first."""
        return self.scan.classes[self.first + place]

    def meanings(self, part: str) -> list[Word]:
        """Return what each token of a part means; the part must be there."""
        return [token.word for token in self.scan.tokens[slice(*self.match.span(part))]]

    def count(self, part: str) -> int:
        """Return the number that the tokens of a part make: "25", "twenty-five", "a hundred"."""
        total = 0
        for word in self.meanings(part):
            if word.kind == HUNDRED:
                total = max(total, 1) * word.number
            elif word.kind != A:
                total += word.number
        return max(total, 1)

    @property
    def halves(self) -> int:
        """Twice what is counted: 5 for "two and a half years", 1 for "half a year"."""
        if self.has("half"):
            return 1
        decimal = _DECIMAL.fullmatch(self.words("count"))
        if decimal:
            return round(2 * float(decimal.group()))
        return 2 * self.count("count") + (self.has("and_half") or self.has("more"))

    @property
    def before(self) -> str:
        """The token before the run, in lower case; empty at the start of the text."""
        return self.scan.tokens[self.first - 1].text.lower() if self.first else ""

    @property
    def lead(self) -> str:
        """The word that leads in the run, as "since" does in "since at least 2014"."""
        place = self.first - 1
        for _ in range(_LONGEST_LEAD):
            if place < 0 or self.scan.word(place) not in beside()["fillers"]:
                break
            place -= 1
        return self.scan.word(place)

    @property
    def goes_on(self) -> bool:
        """Whether "onwards" follows, or "on" behind "from"."""
        behind = self.scan.word(self.last)
        closed = self.scan.word(self.last + 1) in _CLOSING
        return behind in beside()["onwards"] or (
            behind == "on" and self.before == "from" and closed
        )

    @property
    def after(self) -> str:
        """The token after the run, as written; empty at the end of the text."""
        return self.scan.tokens[self.last].text if self.last < len(self.scan.tokens) else ""

    @property
    def owns(self) -> bool:
        """Whether "'s" follows: "Wednesday's ruling"."""
        return self.scan.classes.startswith(GENITIVE, self.last)

    def _token(self, part: str) -> Token:
        return self.scan.tokens[self.match.start(part)]


YEAR_BEFORE = "year-before"
"""Name of the rule for a year told from the one spoken of last."""


@dataclass(slots=True)
class Context:
    """Where a report stands in time as it is read."""

    published: date | None
    tense_of: Callable[[Found], Tense]
    month_first: bool | None = None
    """Whether its dates in digits write the month before the day, where they show it."""
    latest: Period | None = None
    """The last date that was found."""
    behind: int = 0
    """The token behind that."""
    day: Period | None = None
    """The last day among them."""
    period: Period | None = None
    """The last quarter or half among them."""

    @property
    def today(self) -> date:
        """The day of publication.

        Raises:
            UnresolvedError: if it is not known.
        """
        if self.published is None:
            raise UnresolvedError
        return self.published

    @property
    def told(self) -> Period:
        """The last date that was found.

        Raises:
            UnresolvedError: if there was none.
        """
        if self.latest is None:
            raise UnresolvedError
        return self.latest

    @property
    def told_or_today(self) -> date:
        """The first day of the last date that was found, else the day of publication.

        Raises:
            UnresolvedError: if neither is known.
        """
        return self.latest.first if self.latest else self.today

    def remember(self, period: Period, rule: str, behind: int) -> None:
        """Take a date that was found for the one that later words point back to."""
        self.latest, self.behind = period, behind
        if period.precision is Precision.DAY:
            self.day = period
        if rule == YEAR_BEFORE:
            return
        if "Q" in (period.value or "") or "H" in (period.value or ""):
            self.period = period


Resolver = Callable[[Found, Context], Period | None]
"""Gives what the words stand for; none where they are no date after all; raises `UnresolvedError`
where they are one that cannot be told."""


def year_said(found: Found, context: Context) -> int | None:
    """Return the year in digits, or told by "last year", if the words have one."""
    if found.has("year"):
        return full_year(found.number("year"))
    if found.has("which"):
        return context.today.year + {"L": -1, "X": 1}.get(found.kind("which"), 0)
    return None


def month_said(found: Found) -> int | None:
    """Return the number of the month, if the words have one."""
    return found.number("month") if found.has("month") else None


def always(found: Found) -> bool:
    """Return true, whatever the rule matches."""
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
