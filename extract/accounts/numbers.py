"""The numbers of an incident over the claims of many reports."""

from collections.abc import Iterable, Sequence

from extract.accounts.account import Account
from extract.records import Toll

_RANGE = "range"
_LATER = "later"


def numbers_of(accounts: Iterable[Account]) -> tuple[Toll, ...]:
    """Return one toll an outcome over the accounts of an incident, near-copies left out before.

    A later report replaces an earlier one; what several say of one day spans a range.
    """
    by_outcome: dict[str, list[tuple[Account, Toll]]] = {}
    for account in accounts:
        for toll in account.tolls:
            by_outcome.setdefault(toll.outcome, []).append((account, toll))
    return tuple(_together(outcome, claims) for outcome, claims in by_outcome.items())


def _together(outcome: str, claims: Sequence[tuple[Account, Toll]]) -> Toll:
    days = [account.published for account, _ in claims if account.published]
    last = [t for a, t in claims if not days or a.published == max(days)] or [claims[-1][1]]
    highs = [toll.high for toll in last]
    best = max(toll.best for toll in last)
    return Toll(
        outcome,
        min(toll.low for toll in last),
        best,
        None if None in highs else max(high for high in highs if high is not None),
        last[0].rule if len(claims) == 1 else _LATER if len(last) < len(claims) else _RANGE,
        sources=tuple(dict.fromkeys(source for _, toll in claims for source in toll.sources)),
    )
