"""Accounts of one report that tell nothing of their own: they follow what the report is about.

A report that comes back to its incident ("she died in hospital", "the shooting") may seem to tell
of several. What has no day, place or victim apart from the main incident goes where the main
account goes.
"""

from collections.abc import Sequence

from extract.accounts.account import AccountKey
from extract.accounts.agreement import are_apart, days_apart
from extract.accounts.facts import Facts


def followed(accounts: Sequence[Facts]) -> dict[AccountKey, AccountKey]:
    """Return which account of a report each follows, for those that follow one."""
    main = next((facts for facts in accounts if facts.account.main), None)
    if main is None:
        return {}
    return {facts.key: main.key for facts in accounts if facts is not main and follows(facts, main)}


def follows(facts: Facts, main: Facts) -> bool:
    """Return whether an account tells nothing apart from the main one."""
    if facts.account.aggregate or are_apart(facts, main):
        return False
    if facts.victims & main.names:  # nobody is killed twice
        return True
    apart = days_apart(facts, main) or 0
    return not facts.victims and apart <= (0 if facts.account.tolls else 1)
