"""Finding the words of a proposal in a report."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from extract.records import Article, Span
from store.anchoring.alignment import Alignment
from store.anchoring.quoting import quotes
from store.errors import InvalidValueError
from store.fields import checked, complete
from store.formats.incoming.meaning import Labels, Meaning, meaning
from store.formats.incoming.proposal import (
    Incoming,
    Own,
    Place,
    Proposal,
    Remark,
    Removed,
    UnreadableImportError,
)
from store.formats.incoming.values import shown
from store.items import Fields, Kind, Quote, State
from store.references import moved


@dataclass(frozen=True, slots=True)
class Placed:
    """A proposal with its words in the report; all offsets are the report's."""

    where: str
    kind: Kind
    quotes: tuple[Quote, ...]
    told: Fields
    """The values that the file tells."""
    roles: Fields = field(default_factory=dict)
    """The fields of which it tells only where they stand."""
    usual: Fields = field(default_factory=dict)
    """What else a new item has."""
    ident: str | None = None
    """The id of the item that went out."""
    whole: bool = False
    """Whether its places are all that it has."""
    edited: bool = False
    """Whether somebody chose its values elsewhere: it is new, or changed since it went out."""
    state: State | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    removed: Removed = field(default_factory=Removed)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its stretches of the text."""
        return tuple(quote.span for quote in self.quotes)

    @property
    def fields(self) -> Fields:
        """The values of a new item."""
        return {**self.usual, **self.told, **self.roles}


class Placer:
    """Sets the proposals of one file in one report."""

    def __init__(
        self, incoming: Incoming, article: Article, labels: Mapping[str, Any] | None = None
    ) -> None:
        """`labels` are those in use on the report, with what they mean."""
        self._incoming = incoming
        self._article = article
        self._labels: Labels = labels or {}
        same = incoming.text is None or incoming.text == article.text
        self._alignment = None if same else Alignment(incoming.text or "", article.text)

    def placed(self) -> Iterator[Placed | UnreadableImportError]:
        """Yield each proposal with its words, or why it has none."""
        for proposal in self._incoming.proposals:
            if isinstance(proposal, UnreadableImportError):
                yield proposal
                continue
            try:
                lost = list[UnreadableImportError]()
                yield self._placed(proposal, lost)
                yield from lost
            except UnreadableImportError as error:
                yield error

    def remarks(self) -> Iterator[tuple[Remark, Span] | UnreadableImportError]:
        """Yield each remark with where its words stand, or why they stand nowhere."""
        for remark in self._incoming.remarks:
            try:
                yield remark, self._span(remark.place, remark.where)
            except UnreadableImportError as error:
                yield error

    def _placed(self, proposal: Proposal, lost: list[UnreadableImportError]) -> Placed:
        """The proposal where its words are; those that are nowhere go to `lost`, unless all are."""
        spans = set[Span]()
        for place in proposal.places:
            try:
                spans.add(self._span(place, proposal.where))
            except UnreadableImportError as error:
                lost.append(error)
        if not spans:
            raise (
                lost[0] if lost else UnreadableImportError("no words are selected", proposal.where)
            )
        found = quotes(self._article.text, spans)
        text = self._article.text if self._incoming.text is None else self._incoming.text
        means = meaning(proposal, found[0].exact, text, self._labels)
        own = means.own
        placed = Placed(
            proposal.where,
            means.kind,
            found,
            self._checked(means.kind, means.told, proposal.where),
            self._checked(means.kind, means.roles, proposal.where),
            means.usual,
            own.ident if own else None,
            proposal.whole and not lost,
            means.edited or own is None,
            _state(proposal),
            _as_it_was(proposal.note, own.note if own else ""),
            _tags(proposal, means),
            proposal.flag,
            _removed(proposal, own),
        )
        self._checked(placed.kind, placed.fields, proposal.where, whole=True)
        return placed

    def _checked(
        self, kind: Kind, values: Fields, where: str, *, whole: bool = False
    ) -> dict[str, Any]:
        try:
            if whole:
                complete(kind, values)
                return {}
            places = {name: moved(value, self._moved) for name, value in values.items()}
            return dict(checked(kind, places))
        except InvalidValueError as error:
            raise UnreadableImportError(shown(error.what), where) from None

    def _moved(self, span: Span) -> Span | None:
        words = (self._incoming.text or self._article.text)[max(0, span.start) : max(0, span.end)]
        try:
            return self._span(Place(span.start, span.end, words), "")
        except UnreadableImportError:
            return None

    def _span(self, place: Place, where: str) -> Span:
        """Where its words stand, without the white space around them."""
        text = self._article.text
        found = self._as_given(place) or self._aligned(place) or _by_words(text, place)
        trimmed = _without_space(text, found) if found else None
        if trimmed is None:
            words = f"“{shown(place.exact)}”" if place.exact else f"{place.start} to {place.end}"
            raise UnreadableImportError(f"no place in {self._article.key} for {words}", where)
        return trimmed

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


def _without_space(text: str, span: Span) -> Span | None:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    end = span.start + len(words.rstrip())
    return Span(start, end) if start < end else None


def _state(proposal: Proposal) -> State | None:
    if proposal.state is None:
        return None
    try:
        return State(proposal.state.strip().lower())
    except ValueError:
        what = f"the state '{shown(proposal.state)}' has no meaning here"
        known = ", ".join(state.value for state in State)
        raise UnreadableImportError(what, proposal.where, f"known are {known}") from None


def _as_it_was(words: str, before: str) -> str:
    """A note as it went out, where the other program shows the same words on one line."""
    return before if " ".join(words.split()) == " ".join(before.split()) else words


def _removed(proposal: Proposal, own: Own | None) -> Removed:
    if own is None:
        return Removed()
    tags = {" ".join(tag.split()) for tag in proposal.tags}
    return Removed(
        bool(own.note) and not proposal.note,
        tuple(tag for tag in own.tags if " ".join(tag.split()) not in tags),
        own.flag and not proposal.flag,
    )


def _tags(proposal: Proposal, means: Meaning) -> tuple[str, ...]:
    before = {" ".join(tag.split()): tag for tag in (means.own.tags if means.own else ())}
    found = (before.get(" ".join(tag.split()), tag.strip()) for tag in proposal.tags)
    return tuple(dict.fromkeys(tag for tag in found if tag))
