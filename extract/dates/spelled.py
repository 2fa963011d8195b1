"""The rules of dates as they are written: `{the}?{month}{day}`, each name a class of tokens.

`{early|late}` is either of two classes; names in capitals stand for pieces that rules share. All
else is a regular expression.
"""

import re

from extract.dates import scan, words

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
_SIGNS = {r"\n": r"\n", **{sign: re.escape(sign) for sign in ",.-/()"}}
_NAME = re.compile(r"\{([^{}\d][^{}]*)\}")


def pattern(template: str, pieces: dict[str, str] | None = None) -> re.Pattern[str]:
    """The regular expression over classes that a rule is.

    Raises:
        KeyError: if no class or piece has that name.
    """
    return re.compile(_expanded(template, pieces or {}))


def _expanded(template: str, pieces: dict[str, str]) -> str:
    return _NAME.sub(lambda match: _meant(match[1], pieces), template)


def _meant(name: str, pieces: dict[str, str]) -> str:
    if name.isupper():
        return _expanded(pieces[name], pieces)
    letters = [_SIGNS.get(one) or CLASS_NAMES[one] for one in name.split("|")]
    return letters[0] if len(letters) == 1 else f"[{''.join(letters)}]"
