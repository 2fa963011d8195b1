"""The numbers of an incident over the claims of many reports.

As UCDP and Airwars count: a later report replaces an earlier one, claims of one time span a range
from the lowest to the highest, reports that carry the same text claim once.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from extract.accounts.account import Account
from extract.claims import LATER, PERSONS, RANGE, STATED, SUM
from extract.records import Toll

_ONE_TIME = timedelta(days=1)
"""Days within which reports tell of one state of what is known."""


def numbers_of(
    accounts: Iterable[Account], origins: Iterable[Sequence[str]] = ()
) -> tuple[Toll, ...]:
    """Return one toll an outcome over the accounts of an incident; sources are names.

    `origins` are groups of reports that carry the same text.
    """
    origin = {report: number for number, group in enumerate(origins) for report in group}
    claims: dict[str, list[tuple[Account, Toll]]] = {}
    for account in accounts:
        for toll in account.tolls:
            claims.setdefault(str(toll.outcome), []).append((account, toll))
    return tuple(_together(outcome, told, origin) for outcome, told in claims.items())


def _together(outcome: str, claims: Sequence[tuple[Account, Toll]], origin: dict[str, int]) -> Toll:
    """One toll out of all claims on one outcome."""
    latest = _latest(_most_surely_known(_whole(claims)))
    counted = Counter(toll.best for toll in _by_origin(latest, origin))
    best = max(counted, key=lambda number: (counted[number], number))
    agreed = [t for _, t in latest if t.best == best] if _is_agreed(counted, best) else []
    used = agreed or [toll for _, toll in latest]
    highs = [toll.high for toll in used]
    rule = STATED if len({toll.best for _, toll in claims}) == 1 else LATER if agreed else RANGE
    return Toll(
        outcome,
        min(toll.low for toll in used),
        best,
        None if None in highs else max(high for high in highs if high is not None),
        claims[0][1].rule if len(claims) == 1 else rule,
        sources=tuple(dict.fromkeys(source for _, toll in claims for source in toll.sources)),
    )


def _most_surely_known(claims: list[tuple[Account, Toll]]) -> list[tuple[Account, Toll]]:
    """The claims that state a number; where none does those that add numbers up, which may count
    some people twice; else those that count persons told of, which are seldom all."""
    numbers = [claim for claim in claims if claim[1].rule != PERSONS] or claims
    return [claim for claim in numbers if claim[1].rule != SUM] or numbers


def _is_agreed(counted: Counter[float], best: float) -> bool:
    """Whether more than half of the origins claim one number."""
    return 2 * counted[best] > counted.total()


def _whole(claims: Sequence[tuple[Account, Toll]]) -> list[tuple[Account, Toll]]:
    """Of each report the claim on the whole: that of the account it is about, else the highest."""
    by_report: dict[str, tuple[Account, Toll]] = {}
    for account, toll in claims:
        held = by_report.get(account.report)
        rank = (account.main, toll.best)
        if held is None or rank > (held[0].main, held[1].best):
            by_report[account.report] = account, toll
    return list(by_report.values())


def _latest(claims: Sequence[tuple[Account, Toll]]) -> list[tuple[Account, Toll]]:
    """The claims of the last reports and of the day before; all where no day is known."""
    days = [account.published for account, _ in claims if account.published]
    if not days:
        return list(claims)
    first: date = max(days) - _ONE_TIME
    return [claim for claim in claims if claim[0].published and claim[0].published >= first]


def _by_origin(claims: Sequence[tuple[Account, Toll]], origin: dict[str, int]) -> list[Toll]:
    """One claim an origin, the last of each."""
    found: dict[object, Toll] = {}
    for account, toll in claims:
        found[origin.get(account.report, account.report)] = toll
    return list(found.values())
