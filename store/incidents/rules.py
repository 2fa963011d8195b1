"""The value of each column over several accounts: by a library's rule, or as a person adopted it.

Casualty recorders and the conflict datasets give a range from the lowest to the highest claim and
choose the best one by a rule of their own: the latest (toll of a rescue that goes on), the lowest
(ACLED's and UCDP's codebooks, where reports conflict), the highest, or that of the best source.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from extract.claims import Number
from store.incidents.accounts import AccountSummary, ReportSummary
from store.incidents.kept import Adopted, How
from store.incidents.values import OUTCOMES, Column, Days, Values, typed, values_of


@dataclass(frozen=True, slots=True)
class Told:
    """One account among those of an incident, with the report that tells it."""

    report: ReportSummary
    account: AccountSummary
    origin: int
    """Number of the report's origin among those of the incident: near-copies share one."""


def ruled(accounts: Sequence[Told], rule: How) -> Values:
    """Return the values of an incident by a rule: those of all columns that any account fills."""
    return values_of({column: of_column(column, accounts, rule) for column in Column})


def of_column(column: Column, accounts: Sequence[Told], rule: How) -> Any:
    """Return one column's value by a rule; empty where no account says anything in it.

    Numbers follow the rule; of the other columns the value that the most origins have stands, of
    several the latest. Accounts that recall an incident count where no others are.
    """
    given = [one for one in accounts if one.account.values.get(column)]
    news = [one for one in given if not one.account.background] or given
    if not news:
        return None
    if column in OUTCOMES:
        return _number(column, news, rule)
    return _most_told(column, news)


def adopted_over(
    values: Values, adopted: Mapping[Column, Adopted], by_rule: Mapping[Column, Any]
) -> Values:
    """Return values with those over them that a person adopted, or had another rule make."""
    given = {column: typed(column, one.value) for column, one in adopted.items()}
    return values_of({**values.given(), **by_rule, **given})


def differing(values: Iterable[Values]) -> frozenset[Column]:
    """Return the columns in which two that say something say different things."""
    found: dict[Column, set[object]] = {}
    for one in values:
        for column, value in one.given().items():
            found.setdefault(column, set()).add(_compared(value))
    return frozenset(column for column, said in found.items() if len(said) > 1)


def _compared(value: Any) -> object:
    """A value as it is compared: names whatever their case and order."""
    if isinstance(value, tuple) and not isinstance(value, Days):
        return frozenset(str(one).casefold() for one in value)
    return value.casefold() if isinstance(value, str) else value


def _number(column: Column, given: Sequence[Told], rule: How) -> Number:
    """The range over all claims, and the best by the rule."""
    tolls = [one.account.values.tolls[column] for one in given]
    lows = [toll.low for toll in tolls if toll.low is not None]
    highs = [toll.high for toll in tolls if toll.high is not None]
    bests = [best for toll in tolls if (best := _best(toll)) is not None]
    best = _chosen(given, column, rule)
    low = min([*lows, *bests], default=None)
    high = max([*highs, *bests], default=None) if len(highs) == len(tolls) else None
    return Number(low, best, high)


def _chosen(given: Sequence[Told], column: Column, rule: How) -> float | None:
    """The best number by a rule; of several on the latest day the highest."""
    known = [(one, _best(one.account.values.tolls[column])) for one in given]
    found = [(one, best) for one, best in known if best is not None]
    if not found:
        return None
    numbers = [best for _, best in found]
    if rule in (How.LOWEST, How.HIGHEST):
        return min(numbers) if rule is How.LOWEST else max(numbers)
    if rule is How.BEST_GRADE:
        grade = min(_grade(one) for one, _ in found)
        found = [(one, best) for one, best in found if _grade(one) == grade]
    return max(found, key=lambda pair: (_day(pair[0]), pair[1]))[1]


def _best(toll: Number) -> float | None:
    return next((one for one in (toll.best, toll.low, toll.high) if one is not None), None)


def _grade(one: Told) -> str:
    """The grade as it is ranked: none behind all others."""
    return one.account.grade or "~"


def _day(one: Told) -> date:
    return one.report.published or date.min


def _most_told(column: Column, given: Sequence[Told]) -> Any:
    """What the most origins have, of several the latest."""
    by_origin = {(one.origin, _compared(one.account.values.get(column))) for one in given}
    count = Counter(said for _, said in by_origin)
    latest = max(
        given, key=lambda one: (count[_compared(one.account.values.get(column))], _day(one))
    )
    return latest.account.values.get(column)
