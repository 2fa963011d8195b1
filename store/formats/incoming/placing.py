"""Finding the words of a proposal in a report, and making an item of it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime

from extract.records import Article, Span
from store.alignment import Alignment
from store.errors import InvalidValueError
from store.fields import checked, complete
from store.formats.incoming.proposal import (
    Incoming,
    Place,
    Proposal,
    UnreadableImportError,
    kind_and_fields,
)
from store.items import Fields, Item, Kind, Quote, State, Suggestion
from store.quoting import quotes
from store.references import moved
from store.suggestions import identity

_DECIDED = {state.value: state for state in (State.ACCEPTED, State.REJECTED, State.SKIPPED)}
"""States that are taken over as they are; all others that hold become accepted."""


class Placer:
    """Sets the proposals of one file in one report."""

    def __init__(self, incoming: Incoming, article: Article, form: str) -> None:
        self._incoming = incoming
        self._article = article
        self._reader = f"import {form}"
        same = incoming.text is None or incoming.text == article.text
        self._alignment = None if same else Alignment(incoming.text or "", article.text)

    def items(
        self, decided_by: str | None = None, at: datetime | None = None
    ) -> Iterator[Item | UnreadableImportError]:
        """An item for each proposal, or why there is none; decided where `decided_by` says who."""
        for proposal in self._incoming.proposals:
            if isinstance(proposal, UnreadableImportError):
                yield proposal
                continue
            try:
                item = self._item(proposal)
            except UnreadableImportError as error:
                yield error
                continue
            yield _decided(item, proposal, decided_by, at) if decided_by else item

    def _item(self, proposal: Proposal) -> Item:
        spans = sorted({self._span(place, proposal.where) for place in proposal.places})
        found = quotes(self._article.text, spans)
        if not found:
            raise UnreadableImportError("no words are selected", proposal.where)
        kind, values = kind_and_fields(proposal, found[0].exact)
        fields = self._checked(kind, values, proposal.where)
        item = Item(
            identity(kind, found[0], self._reader),
            kind,
            Suggestion(self._reader, found, fields),
            note=proposal.note,
            tags=proposal.tags,
            flag=proposal.flag,
            origin=self._reader,
        )
        return item

    def _checked(self, kind: Kind, values: Fields, where: str) -> Fields:
        places = {name: moved(value, self._moved) for name, value in values.items()}
        try:
            fields = checked(kind, places)
            complete(kind, fields)
        except InvalidValueError as error:
            raise UnreadableImportError(error.what, where) from None
        return fields

    def _moved(self, span: Span) -> Span | None:
        words = (self._incoming.text or self._article.text)[span.start : span.end]
        try:
            return self._span(Place(span.start, span.end, words), "")
        except UnreadableImportError:
            return None

    def _span(self, place: Place, where: str) -> Span:
        text = self._article.text
        found = self._as_given(place) or self._aligned(place) or _by_words(text, place)
        if found is None:
            shown = f"“{place.exact}”" if place.exact else f"{place.start} to {place.end}"
            raise UnreadableImportError(f"no place in {self._article.key} for {shown}", where)
        return found

    def _as_given(self, place: Place) -> Span | None:
        """The offsets themselves, where the text is the same and has the words there."""
        text, start, end = self._article.text, place.start, place.end
        if self._alignment is not None or start is None or end is None:
            return None
        fits = 0 <= start < end <= len(text) and place.exact in (None, text[start:end])
        return Span(start, end) if fits else None

    def _aligned(self, place: Place) -> Span | None:
        text = self._incoming.text
        if self._alignment is None or text is None or place.start is None or place.end is None:
            return None
        try:
            (quote,) = quotes(text, [Span(place.start, place.end)])
        except InvalidValueError:
            return None
        found = self._alignment.find(quote)
        return found.span if found else None


def _by_words(text: str, place: Place) -> Span | None:
    """Where the words stand, by their context and then by nearness to the offset given."""
    if not place.exact:
        return None
    starts = list(_occurrences(text, place.exact))
    if not starts:
        return None
    wanted = Quote(place.start or 0, place.end or 0, place.exact, place.prefix, place.suffix)
    best = max(
        starts, key=lambda start: (_context(text, start, wanted), -abs(start - wanted.start))
    )
    return Span(best, best + len(place.exact))


def _occurrences(text: str, words: str) -> Iterator[int]:
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + 1)


def _context(text: str, start: int, quote: Quote) -> int:
    """How many characters of the context agree, counted from the words outwards."""
    end = start + len(quote.exact)
    before = _agreeing(reversed(text[max(0, start - 32) : start]), reversed(quote.prefix))
    return before + _agreeing(text[end : end + 32], quote.suffix)


def _agreeing(first: Iterable[str], second: Iterable[str]) -> int:
    count = 0
    for one, other in zip(first, second, strict=False):
        if one != other:
            break
        count += 1
    return count


def _decided(item: Item, proposal: Proposal, who: str, at: datetime | None) -> Item:
    state = _DECIDED.get(proposal.state or "", State.ACCEPTED)
    return replace(item, state=state, by=who, at=at)
