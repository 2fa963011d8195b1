"""Made-up accounts for the tests of joining."""

from datetime import date
from typing import Any

from extract.accounts import Account, Telling
from extract.records import Toll

DAY = date(2025, 3, 18)


def words(*said: str) -> tuple[tuple[str, int], ...]:
    """Words that are said once each."""
    return tuple((word, 1) for word in sorted(said))


def killed(number: float) -> Toll:
    """A toll of so many killed."""
    return Toll("killed", number, number, number, "stated")


def account(report: str, incident: str = "i1", **more: Any) -> Account:
    """An attack on the market of Oshkara, but for what is given."""
    told: dict[str, Any] = {
        "published": date(2025, 3, 19),
        "days": (DAY, DAY),
        "kind": "Violence against civilians",
        "subkind": "Attack",
        "places": ("Oshkara",),
        "words": words("cattle", "market", "motorcycle", "oshkara", "tarkan"),
        "main": True,
    }
    return Account(report, incident, **(told | more))


def telling(*accounts: Account, fingerprint: tuple[int, ...] = ()) -> Telling:
    """The report of some accounts."""
    return Telling(accounts[0].report, accounts, fingerprint)
