"""What a rule must make sure of before it takes words that may be no date."""

import re

from extract.dates import underspecified
from extract.dates.calendar import UnresolvedError
from extract.dates.clocks import TOLD
from extract.dates.rule import Found
from extract.dates.scan import CLOCK, OTHER
from extract.dates.words import CLASSES, HOUR, beside, months_and_others
from extract.lexicon import table

_CHANGE_REACH = 6
"""Tokens before "to" among which a word of change stands."""
OF = CLASSES["of"]
_NO_CLAUSE = f".,;)\n{HOUR}{CLOCK}"
"""Classes of tokens that open none."""
_SHORT_UNITS = ("W", "F", "D", "TH")
"""Units that an incident is told by; "the year ended 31 March" is a length and a day."""
_DAYS = tuple("dor")
"""Classes of what may be a day of a month."""
_FIRST_PLAIN_YEAR, _LAST_PLAIN_YEAR = 1800, 2099
"""Four digits beyond these are a year only behind a word such as "in"."""


def digits(found: Found) -> bool:
    """Return whether digits with slashes or hyphens are a date."""
    words = found.words("digits")
    try:
        underspecified.from_digits(words)
    except UnresolvedError:
        return False
    return not words.isdigit() or found.before not in beside()["no_years"]


def day(found: Found) -> bool:
    """Return whether a number beside a month is a day of it: "on 4 may",
    but not "25 may have fled"."""
    name = found.words("month").rstrip(".")
    if found.word_before("month") == "in":
        return False
    if found.has("day2") and found.number("day2") <= found.number("day"):
        return False
    if name.islower() and name in months_and_others():
        return found.before in beside()["months"] and found.kind("day") == "d"
    unit = found.words("day").lower() in beside()["units_or_days"]
    unit = unit and found.word_before("month") != "of"
    return not (unit and name.lower() in months_and_others())


def stamp(found: Found) -> bool:
    """Return whether "05 Apr 24" ends in a year: a short month,
    and the last number counts nothing."""
    month, year = found.words("month").rstrip("."), found.words("year")
    if len(year) != 2 or len(month) > _LONGEST_SHORT or not month[0].isupper():
        return False
    padded = found.words("day")[0] == "0"
    return not found.after.islower() or found.after in beside()["no_nouns"] or padded


def listed_day(found: Found) -> bool:
    """Return whether a number before others and a month is a day, and no first end of a range."""
    if found.before in ("between", "from") or not day(found):
        return False
    return found.number("day") < _next_day(found)


def listed_ordinal(found: Found) -> bool:
    """Return whether "the first and second of April" begins with a day,
    and not with a week or a half."""
    return found.number("day") < _next_day(found)


def _next_day(found: Found) -> int:
    tokens = found.scan.tokens[found.last : found.last + 4]
    return next((token.word.number for token in tokens if token.word.kind in _DAYS), 0)


def day_after_month(found: Found) -> bool:
    """Return whether a number goes on with the days of a month, and counts nothing itself."""
    if not underspecified.goes_on(found):
        return False
    kind = found.scan.classes[found.last : found.last + 1]
    return kind not in tuple("UMmKiQ%") and underspecified.counts_nothing(found, found.last)


def nth_of(found: Found) -> bool:
    """Return whether the words part a month or a year;
    halves and quarters of years have other rules."""
    kind, whole = found.kind("unit"), found.meanings("whole")[-1]
    small_whole = found.has("month") or whole.code == "M"
    if kind in "FQ" and not (kind == "Q" and found.kind("nth") in "Lx"):
        return small_whole
    if found.has("only_year") or found.has("month"):
        return True
    return whole.code in ("M", "Y") and not whole.number


_LONGEST_SHORT = 4
"""Characters of the short form of a month, its full stop left out."""


def of_days(found: Found) -> bool:
    """Return whether the unit is a day."""
    return found.code("unit") == "D" and single(found)


def of_weeks(found: Found) -> bool:
    """Return whether the unit is a week."""
    return found.code("unit") == "W" and single(found)


def offset(found: Found) -> bool:
    """Return whether the words count from a date behind them:
    "for two days before Monday" does not."""
    return found.has("one") or found.before not in beside()["spanning"]


def span_by_day(found: Found) -> bool:
    """Return whether "the week ending" or "the two days to" leads to a day: with a day count and
    "to" an article must stand before, "of" is of a week, "beginning" no adverb."""
    lists = beside()
    one = found.has("one")
    if (one and found.number("one")) or found.code("one" if one else "unit") not in _SHORT_UNITS:
        return False
    if found.has("until"):
        return found.words("until").lower() != "to" or found.kind_at(0) in "tLT"
    if found.kind("since") == OF:
        plain = one and found.code("one") == "W"
        return plain and found.words("since").lower() in lists["of_day"]
    return found.words("since").lower() in lists["starting"]


def clause_before(found: Found) -> bool:
    """Return whether a clause may follow "two days after": no mark, and no article alone."""
    ahead = found.scan.classes[found.last : found.last + 1]
    return found.words("way").lower() == "after" and bool(ahead) and ahead not in _NO_CLAUSE


def deictic(found: Found) -> bool:
    """Return whether a day told from publication is one: "overnight on Sunday" has its day
    behind it."""
    behind = re.match("[g@]?[#W]", found.scan.classes[found.last :])
    return behind is None or found.words("deictic").lower() not in beside()["into_today"]


def hence(found: Found) -> bool:
    """Return whether a length of time is counted from now on: "three days from now"."""
    return found.scan.word(found.last - 1) in beside()["hence"]


def weekday_week(found: Found) -> bool:
    """Return whether "Tuesday week" is a day, and no week of a name."""
    return (
        found.code("unit") in ("W", "F")
        and single(found)
        and small(found)
        and found.before != "the"
    )


def week_on_weekday(found: Found) -> bool:
    """Return whether "a week on Tuesday" is a day: "for a week on Tuesday" is how long and when."""
    way = found.kind("way")
    units = ("W", "F", "D", "M", "Y", "E") if way == "G" else ("W", "F", "D")
    if found.code("unit") not in units or found.before in beside()["lasting"]:
        return False
    if found.kind("day") == "D":
        return way != "@" and single_or_many(found)
    return way in ("g", "G") or (way == "@" and found.count("count") == 1)


def single_or_many(found: Found) -> bool:
    """Return whether a count and its unit agree, and a coming day may follow: "two weeks today"."""
    return found.kind("way") != "" or (found.number("day") >= 0 and found.code("unit") != "D")


def month_of_year(found: Found) -> bool:
    """Return whether a month before a year is written as a name, not as in "may 2000 people"."""
    return not found.words("month").islower()


def month(found: Found) -> bool:
    """Return whether a lone name of a month is one:
    "May" and "April" are verbs and people as well."""
    if found.has("edge") or found.has("step") or found.before in beside()["months"]:
        return True
    if _in_list(found):
        return True
    if found.words("month").rstrip(".").lower() in months_and_others():
        return before_noun(found)
    return not found.after[:1].isupper()


def hour_of_day(found: Found) -> bool:
    """Return whether a time of day tells its half of the day or its zone: "10:35 a.m.",
    "noon GMT"."""
    tokens = found.scan.tokens[found.first : found.last]
    return len(tokens) > 1 or tokens[0].word.number == TOLD or tokens[0].word.kind == HOUR


def _in_list(found: Found) -> bool:
    """Whether another month follows: "May and June"."""
    return re.match("[&/,]&?[M#]", found.scan.classes[found.last : found.last + 3]) is not None


def before_noun(found: Found) -> bool:
    """Return whether a month stands between an article and a noun: "the March offensive"."""
    lists = beside()
    plain = found.after.islower() and found.scan.classes.startswith(OTHER.kind, found.last)
    return plain and found.before in lists["articles"] and found.after not in lists["no_nouns"]


def weekday(found: Found) -> bool:
    """Return whether the name of a day is one,
    and no part of "The Sunday Times" or "Black Friday"."""
    lists = beside()
    paper = found.after[:1].isupper() and found.after.lower() in lists["papers"]
    return not paper and found.before not in lists["feasts"]


def year(found: Found) -> bool:
    """Return whether four digits are a year, and count nothing."""
    number, before, lists = found.number("year"), found.before, beside()
    if _is_amount(found):
        return False
    if number < 100:
        return found.has("fiscal") or before in lists["short_years"]
    if found.has("edge") or found.has("fiscal") or before in lists["certain_years"]:
        return True
    plain = _FIRST_PLAIN_YEAR <= number <= _LAST_PLAIN_YEAR
    if found.lead in ("since", "until") and found.lead != before:
        return plain
    return (plain or before in lists["old_years"]) and _is_no_count(found)


def _is_no_count(found: Found) -> bool:
    """Whether the word before four digits, or what follows them, leaves nothing to count."""
    before, lists = found.before, beside()
    counting = found.after in ("more", "others", "people")
    if before in lists["years"] and found.number("year") % 100 and not counting:
        return True
    return before not in lists["no_years"] and not _counts(found)


def _is_amount(found: Found) -> bool:
    """Whether something rose or fell by four digits, or they are the value of a label of counts."""
    place = found.first - 1
    changes = table("numbers")["roles"]["change"]
    if found.before == "by":
        return found.scan.word(place - 1) in changes
    amounts_to = found.before == "to" and found.scan.word(place - 1) not in beside()["ways"]
    if amounts_to and found.scan.classes[place - 1] not in "ynd2":
        words = (found.scan.word(before) for before in range(place - _CHANGE_REACH, place - 1))
        return any(word in changes and word not in beside()["ways"] for word in words)
    return found.before in (":", "|", "=") and underspecified.is_tally(found)


def _counts(found: Found) -> bool:
    """Whether what follows four digits is counted by them: "2000 people", "1500 m"."""
    lists, word = beside(), found.after
    if not word.islower():
        return word in ("%", "-")
    if word.endswith(tuple(lists["plurals"])):
        return True
    plural = word.endswith("s") and word not in lists["uncounted"] and found.before != "the"
    return plural or word in lists["counted"]


def years(found: Found) -> bool:
    """Return whether two numbers with a stroke or hyphen between are years, one after the other."""
    first, last = found.number("year"), found.number("last")
    if last < 100:
        last += first // 100 * 100
    return first < last <= first + 300


def decade(found: Found) -> bool:
    """Return whether a number with an "s" is a decade: "the '80s" is,
    "747s" and "his 20s" are not."""
    number, words = found.number("decade"), found.words("decade")
    marked = number > 99 or words[0] in "'’‘" or words[0].isalpha() or found.has("lead")
    return number % 10 == 0 and marked and found.before not in beside()["owners"]


def century(found: Found) -> bool:
    """Return whether the unit of an ordinal is a century."""
    return found.code("unit") == "C" and found.number("unit") == 0


def season(found: Found) -> bool:
    """Return whether a season is one, not "the fall of the city"."""
    fall = found.words("season").lower() in beside()["falls"] and not found.has("year")
    return not (fall and found.after.lower() in ("of", "in"))


def single(found: Found) -> bool:
    """Return whether a unit is in the singular: "last weeks" is no date."""
    return found.number("unit") == 0


def small(found: Found) -> bool:
    """Return whether a unit is written small or all in capitals,
    not as in the title "60 Minutes"."""
    word = found.words("unit")
    return word.islower() or word.isupper()


def single_small(found: Found) -> bool:
    """Return whether a unit is in the singular and no part of a title."""
    return single(found) and small(found)


def year_in_words(found: Found) -> bool:
    """Return whether number words are a year: "nineteen seventy-nine", not "twenty one"."""
    tens, ones = found.number("tens"), found.number("ones") if found.has("ones") else 0
    return 13 <= found.number("hundreds") <= 20 and tens + ones >= 10 and (tens >= 20 or not ones)


def weekend(found: Found) -> bool:
    """Return whether "the" stands before "weekend"."""
    return found.code("unit") == "WE" and single(found)
