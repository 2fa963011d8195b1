"""The accounts of a report, made of its items: corrections win, what was rejected gives none."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extract.accounts import Account as Joinable
from extract.accounts import Telling, accounts_of, fingerprint
from extract.gazetteer import WORLD
from extract.records import Incident, Reading, Span, Toll
from store.contents import Contents
from store.incidents.accounts import Account, AccountSummary, ReportAccounts, ReportSummary
from store.incidents.claiming import claims_of, values_of_item
from store.incidents.values import OUTCOMES, Days, Values
from store.items import Item, Standing, State
from store.kinds import Kind
from store.references import is_reference, span_of
from store.wording import claim, name, names

_NOWHERE = Span(-1, -1)


def report_accounts(notes: Contents, reading: Reading) -> ReportAccounts:
    """Return the accounts of a report as its items have them; `reading` is that of its text."""
    items = tuple(_standing(notes))
    article = notes.article
    summary = ReportSummary(
        article.key,
        article.sha256,
        article.title,
        article.publisher or "",
        article.published,
        article.url or "",
        tuple(_summary(item, notes) for item in items),
    )
    accounts = tuple(Account(item.id, item.quotes, claims_of(item, notes)) for item in items)
    telling = Telling(article.key, _joinable(items, notes, reading), fingerprint(article.text))
    return ReportAccounts(summary, telling, accounts)


def _standing(notes: Contents) -> Iterator[Item]:
    for item in notes.items(Kind.INCIDENT):
        if item.state is not State.REJECTED and item.standing is not Standing.ORPHAN:
            yield item


def _summary(item: Item, notes: Contents) -> AccountSummary:
    fields = item.fields
    grades = [claim.grade for claim in claims_of(item, notes) if claim.grade]
    return AccountSummary(
        item.id,
        values_of_item(item),
        item.state,
        main=bool(fields.get("main")),
        background=bool(fields.get("background")),
        aggregate=bool(fields.get("aggregate")),
        grade=min(grades, default=""),
        tags=item.tags,
        line=claim(item),
    )


def _joinable(items: Sequence[Item], notes: Contents, reading: Reading) -> tuple[Joinable, ...]:
    """What a joiner asks of each account: the reading's words and persons, the item's values."""
    incidents = tuple(_as_incident(item, reading) for item in items)
    made = accounts_of(notes.article, replace(reading, incidents=incidents))
    countries, persons = _countries(notes), _persons(notes)
    return tuple(
        _with_values(account, item, countries, persons)
        for account, item in zip(made, items, strict=True)
    )


def _as_incident(item: Item, reading: Reading) -> Incident:
    """The item as a record of a reading, as far as its words and its date go."""
    reference = item.fields.get("when")
    at = span_of(reference) if is_reference(reference) else _NOWHERE
    when = next((one.id for one in reading.dates if one.span == at), None)
    fields = item.fields
    return Incident(
        item.id,
        str(fields.get("kind") or ""),
        str(fields.get("subkind") or "") or None,
        (),
        item.spans,
        when=when,
        main=bool(fields.get("main")),
        background=bool(fields.get("background")),
        aggregate=bool(fields.get("aggregate")),
    )


def _with_values(
    account: Joinable, item: Item, countries: dict[str, str], persons: frozenset[str]
) -> Joinable:
    fields, values = item.fields, values_of_item(item)
    places = tuple(names([fields.get("place") or {}, *(fields.get("around") or ())]))
    held = {countries[place]: None for place in places if place in countries}
    victims = tuple(one for one in values.side_b if one in persons)
    return replace(
        account,
        days=_days(values.day),
        places=places,
        countries=tuple(held),
        side_a=values.side_a,
        side_b=values.side_b,
        victims=victims,
        persons=tuple(one for one in account.persons if one not in victims),
        tolls=_tolls(values),
        sources=tuple(names(fields.get("sources"))),
    )


def _countries(notes: Contents) -> dict[str, str]:
    """The countries of the places that a report names, by name, ISO 3166-1 alpha-2."""
    found = {name(item.fields): item.fields.get("country") for item in notes.items(Kind.ENTITY)}
    return {place: str(country) for place, country in found.items() if country and country != WORLD}


def _persons(notes: Contents) -> frozenset[str]:
    items = notes.items(Kind.ENTITY)
    return frozenset(name(item.fields) for item in items if item.fields.get("label") == "PERSON")


def _days(days: Days | None) -> tuple[date, date] | None:
    if days is None or days.first is None or days.last is None:
        return None
    return date.fromisoformat(days.first), date.fromisoformat(days.last)


def _tolls(values: Values) -> tuple[Toll, ...]:
    return tuple(_toll(str(OUTCOMES[one]), toll) for one, toll in values.tolls.items())


def _toll(outcome: str, toll: object) -> Toll:
    low, best, high = (getattr(toll, end) for end in ("low", "best", "high"))
    known = next((one for one in (best, low, high) if one is not None), 0.0)
    return Toll(
        outcome, low if low is not None else known, best if best is not None else known, high, ""
    )
