"""What each source of an account claims: its figures counted, its place, day and parties."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from extract.accounts import AccountKey
from extract.claims import Number
from extract.records import Span
from extract.vocabulary import PROFILES
from store.anchoring.quoting import quote
from store.citing import sentence_around
from store.contents import Contents
from store.formats.fatalities import counting, toll
from store.incidents.accounts import Charged, Claim
from store.incidents.values import NUMBERS, OUTCOMES, Column, Days, Values
from store.items import Fields, Item, Quote, State
from store.kinds import Kind
from store.kinds.incident import BY_HAND, COUNTED, number_in
from store.references import Reference, is_reference, span_of
from store.wording import grade, name, names

REPORT = "report"
"""The kind of source of what a report says on its own account."""
_TOLD = {"killed": Column.KILLED, "injured": Column.INJURED}


def values_of_item(item: Item) -> Values:
    """Return what an incident's item has in each column, corrections over the suggestion."""
    fields = item.fields
    return Values(
        tolls=_tolls_of_item(fields),
        side_a=tuple(names(fields.get("side_a"))),
        side_b=tuple(names(fields.get("side_b"))),
        place=name(fields.get("place")),
        day=days_of(fields.get("when")),
        kind=str(fields.get("kind") or ""),
        subkind=str(fields.get("subkind") or ""),
    )


def days_of(when: Mapping[str, Any] | None) -> Days | None:
    """Return the days of a date reference; none where it tells none."""
    found = Days((when or {}).get("from"), (when or {}).get("to"))
    return found if any(found) else None


def claims_of(item: Item, notes: Contents) -> tuple[Claim, ...]:
    """Return the claims of an incident's item: one a source, then that of the report itself.

    The report claims what no source is named for, and what a person has set in the row.
    """
    figures = [
        one
        for one in notes.members(item)
        if one.kind is Kind.FIGURE and one.state is not State.REJECTED
    ]
    by_source = _by_source(figures)
    made = _Claims(item, notes, figures)
    named = dict.fromkeys([*names(item.fields.get("sources")), *by_source])
    claims = [made.of(source, by_source.get(source, ())) for source in named if source]
    alone = made.of("", by_source.get("", ()))
    own = _not_told(values_of_item(item), item.fields, claims)
    tolls = {**alone.values.tolls, **own}
    if claims and not tolls:
        return tuple(claims)
    return (*claims, made.with_tolls(alone, tolls))


def _not_told(values: Values, fields: Fields, claims: Sequence[Claim]) -> dict[Column, Number]:
    """The numbers of the row that no source stands behind, and those set by hand."""
    told = {column for claim in claims for column in claim.values.tolls}
    by_hand = {_TOLD[head] for head in COUNTED if fields.get(f"{head}_rule") == BY_HAND}
    return {
        column: found
        for column, found in values.tolls.items()
        if column not in told or column in by_hand
    }


def _by_source(figures: Iterable[Item]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for figure in figures:
        found.setdefault(name(figure.fields.get("source")), []).append(figure)
    return found


class _Claims:
    """Makes the claims of one account."""

    def __init__(self, item: Item, notes: Contents, figures: Sequence[Item]) -> None:
        self._item = item
        # Two of fourteen, whoever says so, are no rival to the fourteen.
        self._whole = {one: counting(figures, outcome) for one, outcome in OUTCOMES.items()}
        self._notes = notes
        self._fields = item.fields
        self._values = values_of_item(item)

    def of(self, source: str, figures: Sequence[Item]) -> Claim:
        """Return the claim of a source that stands behind some figures."""
        article = self._notes.article
        reference = self._reference(source)
        known = self._notes.find(reference, Kind.SOURCE) if reference else None
        counted = {
            column: [one for one in self._whole[column] if one in figures] for column in NUMBERS
        }
        span = self._span(figures, reference)
        sentence = sentence_around(article, span)
        return Claim(
            AccountKey(article.key, self._item.id),
            article.publisher or article.title,
            article.published,
            source,
            str(known.fields.get("kind") or "") if known else "" if source else REPORT,
            grade(known.fields) if known else "",
            self._with(counted),
            quote(article.text, span),
            sentence,
            " ".join(sentence.of(article.text).split()),
            self._quotes(counted),
            self._charges(source),
        )

    def with_tolls(self, claim: Claim, tolls: dict[Column, Number]) -> Claim:
        """Return the claim with other numbers."""
        return replace(claim, values=replace(claim.values, tolls=tolls))

    def _with(self, counted: Mapping[Column, Sequence[Item]]) -> Values:
        found = {column: toll(of, PROFILES[0]) for column, of in counted.items() if of}
        return replace(self._values, tolls={c: one for c, one in found.items() if one != Number()})

    def _reference(self, source: str) -> Reference | None:
        if not source:
            return None
        known = self._fields.get("sources") or ()
        return next((one for one in known if name(one) == source), {"name": source})

    def _span(self, figures: Sequence[Item], reference: Reference | None) -> Span:
        """The words that make the claim: its first figure, or else where its source is named."""
        if figures:
            return min(figure.span for figure in figures)
        named = span_of(reference) if reference else None
        return named or self._item.span

    def _quotes(self, counted: Mapping[Column, Sequence[Item]]) -> dict[Column, Quote]:
        found = {column: min(one.span for one in of) for column, of in counted.items() if of}
        fields = self._fields
        named = {
            Column.SIDE_A: next(iter(fields.get("side_a") or ()), None),
            Column.SIDE_B: next(iter(fields.get("side_b") or ()), None),
            Column.PLACE: fields.get("place"),
            Column.DAY: fields.get("when"),
        }
        for column, reference in named.items():
            span = span_of(reference) if is_reference(reference) else None
            if span is not None:
                found[column] = span
        text = self._notes.article.text
        return {column: quote(text, span) for column, span in found.items() if _fits(span, text)}

    def _charges(self, source: str) -> tuple[Charged, ...]:
        charges = self._fields.get("charges") or ()
        return tuple(
            Charged(name(one), str(one.get("stance") or ""))
            for one in charges
            if (one.get("source") or "") == source
        )


def _fits(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


def _tolls_of_item(fields: Fields) -> dict[Column, Number]:
    found: dict[Column, Number] = {}
    for head in COUNTED:
        told = number_in(fields, head)
        if told != Number():
            found[_TOLD[head]] = told
    columns = {outcome: column for column, outcome in OUTCOMES.items()}
    for one in fields.get("tolls") or ():
        column = columns.get(one.get("outcome"))
        if column is not None:
            found[column] = Number(one.get("low"), one.get("best"), one.get("high"))
    return found
