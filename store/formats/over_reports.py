"""Rows over several reports: the accounts of one incident in one row, with the evidence of each.

An account that was not chosen has no part in the row; one that has no row of its own, such as one
without a number of people killed in GED, is a source of it all the same.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extract.accounts import AccountKey
from extract.claims import Number
from store.formats.claims import Incident, killed
from store.formats.document import Document
from store.incidents.kept import Adopted
from store.incidents.rows import IncidentRow, Joined
from store.incidents.values import Column
from store.items import Item, Kind
from store.kinds.incident import BY_HAND
from store.references import Reference
from store.wording import filled, name


@dataclass(frozen=True, slots=True)
class Over:
    """An incident over the reports that go out, and what a person adopted for its row."""

    row: IncidentRow
    adopted: Mapping[Column, Adopted] = field(default_factory=dict)


OverReports = Callable[[Mapping[AccountKey, Number]], Sequence[Over]]
"""Return the incidents that some accounts make; with each, how many it counts as killed."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account that goes out, with its report."""

    document: Document
    incident: Incident

    @property
    def key(self) -> AccountKey:
        """What names it in the library."""
        return AccountKey(self.document.article.key, self.incident.event.id)


@dataclass(frozen=True, slots=True)
class Group:
    """The accounts of one incident, one or more of them, in the order of publication."""

    accounts: tuple[Account, ...]
    over: Over | None = None
    """None for an incident of one report for which nothing was adopted."""

    @property
    def incident(self) -> Incident:
        """What the row is made of: the account, or one made of all of them."""
        if self.over is None:
            return self.accounts[0].incident
        return Incident(_together(self.over, self.accounts), self._figures(self.over))

    @property
    def undecided(self) -> bool:
        """Whether the machine alone holds its accounts together."""
        return self.over is not None and self.over.row.joined is Joined.UNDECIDED

    def _figures(self, over: Over) -> tuple[Item, ...]:
        """The figures of the account whose number stands, which tell of whom it is."""
        best = over.row.values.tolls.get(Column.KILLED, Number()).best
        for account in reversed(self.accounts):
            if account.incident.deaths and killed(account.incident, "literal").best == best:
                return account.incident.figures
        return ()


def grouped(accounts: Sequence[Account], over: OverReports | None, profile: str) -> list[Group]:
    """Return accounts by incident, in the order in which each is met first.

    Without `over`, or for mentions, each is a group of its own.
    """
    rows = {one.key: one for one in accounts if one.incident.is_row}
    if over is None or not rows:
        return [Group((one,)) for one in accounts]
    found = over({key: killed(one.incident, profile) for key, one in rows.items()})
    of = {key: one for one in found for key in one.row.accounts}
    groups: dict[object, Group] = {}
    for number, account in enumerate(accounts):
        one = of.get(account.key)
        if one is None or (len(one.row.accounts) < 2 and not one.adopted):
            groups[number] = Group((account,))
        elif one.row.id not in groups:
            keys = [key for key in one.row.accounts if key in rows]
            groups[one.row.id] = Group(tuple(rows[key] for key in keys), one)
    return list(groups.values())


def _together(over: Over, accounts: Sequence[Account]) -> Item:
    """The row as an item, without places in any one text."""
    items = [one.incident.event for one in accounts]
    latest, row = items[-1], over.row
    toll = row.values.tolls.get(Column.KILLED, Number())
    fields: dict[str, Any] = {
        **latest.fields,
        "kind": row.values.kind,
        "subkind": row.values.subkind or None,
        "side_a": [{"name": one} for one in row.values.side_a],
        "side_b": [{"name": one} for one in row.values.side_b],
        "associated": _each(items, "associated"),
        "place": _place(row.values.place, latest),
        "located": next(
            (one.fields["located"] for one in items if one.fields.get("located")), None
        ),
        "when": _when(over),
        "killed_low": toll.low,
        "killed_best": toll.best,
        "killed_high": toll.high,
        "killed_rule": BY_HAND,
        "sources": _each(items, "sources"),
        "background": row.background,
        "events": [],
        "figures": [],
    }
    notes = dict.fromkeys(filled(row.note, *(one.note for one in items)))
    tags = dict.fromkeys([*row.tags, *(tag for one in items for tag in one.tags)])
    decided = max(items, key=lambda one: one.at.isoformat() if one.at else "")
    return replace(
        Item(row.id, Kind.INCIDENT, correction=fields, boundaries=latest.quotes),
        state=decided.state,
        note=" · ".join(notes),
        tags=tuple(tags),
        by=decided.by,
        at=decided.at,
    )


def _place(told: str, latest: Item) -> Reference | None:
    """The place of the row, with its words where the latest report has it under that name."""
    place = latest.fields.get("place")
    return place if place and name(place) == told else {"name": told} if told else None


def _when(over: Over) -> Reference | None:
    days = over.row.values.day
    if days is None:
        return None
    exact = days.first == days.last
    shown = days.first or days.last or ""
    return {
        "name": shown,
        "from": days.first,
        "to": days.last,
        "precision": "day" if exact else "range",
    }


def _each(items: Sequence[Item], part: str) -> list[Reference]:
    """What the accounts name in a field, each name once."""
    found = dict.fromkeys(name(one) for item in items for one in item.fields.get(part) or ())
    return [{"name": one} for one in found if one]
