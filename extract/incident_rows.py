"""The incidents of a library as plain rows, one each over all its reports.

Beside the incidents stand, apart, what is reported without violence (`developments`), sums over
many incidents (`aggregates`) and what a single report mentions without telling what came of it
(`mentioned`).
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from extract.accounts import Account, Joined, Joiner, numbers_of
from extract.claims import PERSONS
from extract.gazetteer import iso_number, name_of_country
from extract.geocoding import (
    PlaceName,
    Surroundings,
    Told,
    candidates,
    likeliest,
)
from extract.records import Toll
from extract.vocabulary import EventType, Outcome

Row = dict[str, Any]

_TOLLS = {
    "killed": Outcome.KILLED,
    "injured": Outcome.WOUNDED,
    "missing": Outcome.MISSING,
    "abducted": Outcome.ABDUCTED,
    "captured": Outcome.CAPTURED,
    "displaced": Outcome.DISPLACED,
}
"""Names of the tolls in a row, and the outcomes that they count."""


def rows_of(joiner: Joiner) -> dict[str, list[Row]]:
    """Return the rows by what they are: incidents, developments, aggregates, mentioned."""
    found: dict[str, list[Row]] = {
        "incidents": [],
        "developments": [],
        "aggregates": [],
        "mentioned": [],
    }
    for joined in joiner.incidents():
        accounts = [joiner.account(key) for key in joined.accounts]
        found[_section(accounts, joined)].append(_row(joiner, joined, accounts))
    return found


def _section(accounts: Sequence[Account], joined: Joined) -> str:
    if all(account.aggregate for account in accounts):
        return "aggregates"
    if all(a.kind == EventType.STRATEGIC and not a.main for a in accounts):
        return "developments"
    several = len(joined.reports) > 1
    return "incidents" if several or any(map(_is_told, accounts)) else "mentioned"


def _is_told(account: Account) -> bool:
    """Whether a report tells of it more than in passing: it is about it, or says where it was and
    who was harmed, or how many were."""
    if account.main or account.background:
        return account.main
    counted = any(toll.rule != PERSONS for toll in account.tolls)
    return counted or bool(account.places and (account.tolls or account.victims))


def _row(joiner: Joiner, joined: Joined, accounts: Sequence[Account]) -> Row:
    origins = joiner.origins.among(joined.reports)
    tolls = {toll.outcome: toll for toll in numbers_of(accounts, origins)}
    kind, subkind = _kind(accounts)
    first, last = _days(accounts)
    return {
        "id": "#".join(joined.key),
        "documents": list(joined.reports),
        "mentions": _mentions(accounts),
        "kind": kind,
        "subkind": subkind,
        "date": first if first == last else None,
        "from": first,
        "to": last,
        "place": _most_told(account.places for account in accounts),
        "countries": _most_told(account.countries for account in accounts),
        "location": _location(accounts),
        "side_a": _most_told(account.side_a for account in accounts),
        "side_b": _most_told(account.side_b for account in accounts),
        "victims": _most_told(account.victims for account in accounts),
        **{name: _toll(tolls.get(outcome)) for name, outcome in _TOLLS.items()},
        "sources": _most_told(account.sources for account in accounts),
        "origins": [list(origin) for origin in origins],
        "number_of_sources": len(origins),
        "checks": [_told_of(origin) for origin in origins if len(origin) > 1],
        "accounts": [_account(account) for account in accounts],
        "links": [
            {"one": list(link.one), "other": list(link.other), "why": link.why}
            for link in joined.links
        ],
    }


def _location(accounts: Sequence[Account]) -> Row | None:
    """Where the place that most reports name is, by the other places that they name; none where
    it is not known."""
    places = _most_told(account.places for account in accounts)
    countries = [
        name_of_country(code) or code
        for code in _most_told(account.countries for account in accounts)
    ]
    if not places:
        return None
    report = Surroundings(tuple(Told(name) for name in (*countries, *places)))
    place = PlaceName(places[0], around=tuple(countries[:1]))
    found = likeliest(candidates(place, report, any_spelling=False))
    if found is None:
        return None
    return {
        "name": found.location.name,
        "country": found.location.country,
        "iso": iso_number(found.location.country),
        "admin1": found.location.admin1,
        "latitude": found.location.latitude,
        "longitude": found.location.longitude,
    }


def _kind(accounts: Sequence[Account]) -> tuple[str, str | None]:
    """The kind that most reports give; of equals that of the first, one about it before others."""
    first = sorted(accounts, key=lambda account: not account.main)
    return Counter((account.kind, account.subkind) for account in first).most_common(1)[0][0]


def _days(accounts: Iterable[Account]) -> tuple[str | None, str | None]:
    """The days that most reports give, the shorter time first."""
    told = [account.days for account in accounts if account.days]
    if not told:
        return None, None
    counted = Counter(told)
    first, last = min(counted, key=lambda days: (days[1] - days[0], -counted[days], days))
    return first.isoformat(), last.isoformat()


def _most_told(names: Iterable[Iterable[str]]) -> list[str]:
    """Names by how many accounts have them; of equals in the order of the accounts."""
    return [name for name, _ in Counter(name for some in names for name in some).most_common()]


def _mentions(accounts: Iterable[Account]) -> dict[str, list[list[int]]]:
    found: dict[str, list[list[int]]] = {}
    for account in accounts:
        found.setdefault(account.report, []).extend([s.start, s.end] for s in account.mentions)
    return {report: sorted(spans) for report, spans in found.items()}


def _toll(toll: Toll | None) -> Row | None:
    """The numbers of an outcome; the highest is the best where the claims leave it open."""
    if toll is None:
        return None
    high = toll.best if toll.high is None else toll.high
    return {"low": toll.low, "best": toll.best, "high": high, "rule": toll.rule}


def _told_of(origin: Sequence[str]) -> str:
    return f"{len(origin)} reports, one origin: {', '.join(origin)}"


def _account(account: Account) -> Row:
    return {
        "report": account.report,
        "incident": account.incident,
        "published": account.published.isoformat() if account.published else None,
        "days": [day.isoformat() for day in account.days] if account.days else None,
        "kind": account.kind,
        "subkind": account.subkind,
        "place": list(account.places),
        "side_a": list(account.side_a),
        "side_b": list(account.side_b),
        **{name: _toll(account.toll(outcome)) for name, outcome in _TOLLS.items()},
        "sources": list(account.sources),
        "background": account.background,
    }
