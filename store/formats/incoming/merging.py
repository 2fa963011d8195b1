"""What comes in beside what stands there: an item that is there already is that item."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from extract.records import Article, Span
from extract.vocabulary import Label
from store.anchoring.quoting import quotes
from store.contents import Contents
from store.errors import InvalidValueError
from store.formats.document import STANDING_STATES
from store.formats.incoming.meaning import filled, references_in
from store.formats.incoming.pairing import pairs, values_that_differ
from store.formats.incoming.placing import Placed
from store.formats.incoming.proposal import Remark, Removed, UnreadableImportError
from store.formats.incoming.values import shown
from store.history.decisions import corrected, settled, touched
from store.items import MACHINE, Fields, Item, Kind, State, Suggestion
from store.references import Reference, span_of
from store.suggestions import identity
from store.wording import claim


@dataclass(frozen=True, slots=True)
class Terms:
    """As what annotations are taken in."""

    form: str
    decided_by: str | None = None
    """Whose decisions they are; none for suggestions."""
    accept_unmarked: bool = False
    """Whether what the file has no decision on counts as accepted."""

    @property
    def origin(self) -> str:
        """Where a new item comes from, as its origin says."""
        return f"import {self.form}"

    def decision(self, placed: Placed) -> State | None:
        """Return what was decided, if that is to be taken over."""
        if self.decided_by is None or placed.state is State.UNDECIDED:
            return None
        if placed.state is None and self.accept_unmarked:
            return State.ACCEPTED
        return placed.state


@dataclass(slots=True)
class Outcome:
    """What an import comes to on one report."""

    items: dict[str, Item] = field(default_factory=dict)
    """New and changed items by id."""
    new: int = 0
    changed: int = 0
    same: int = 0
    told: list[str] = field(default_factory=list)
    """What is other than it stood, a line each."""
    problems: list[UnreadableImportError] = field(default_factory=list)


class Merging:
    """One report under review, with what files say about it."""

    def __init__(self, contents: Contents, terms: Terms) -> None:
        self.outcome = Outcome()
        self._contents = contents
        self._article: Article = contents.article
        self._terms = terms
        self._items = {item.id: item for item in contents.items()}
        self._numbers: Counter[tuple[Kind, Span]] = Counter()
        """How many ids at the same words were taken, so that each is tried once."""

    def take(self, found: Sequence[Placed]) -> None:
        """Take in what one file, or one line of it, says."""
        for placed, ident in pairs(found, self._items):
            try:
                self._take(placed, self._items.get(ident or ""))
            except InvalidValueError as error:
                self.outcome.problems.append(UnreadableImportError(error.what, placed.where))

    def mark(self, remark: Remark, span: Span) -> bool:
        """Put a remark on the first item that stands at its words; return whether there is one."""
        there = (item for item in self._items.values() if span in item.spans)
        item = min(there, key=lambda one: list(Kind).index(one.kind), default=None)
        if item is None:
            return False
        after = _noted(item, remark, wins=self._terms.decided_by is not None)
        if after != item:
            self._put(after)
            self.outcome.changed += 1
        return True

    def _take(self, placed: Placed, item: Item | None) -> None:
        if item is None or self._is_instead(item, placed):
            self._put(self._new(placed))
            self.outcome.new += 1
        else:
            self._meet(item, placed)

    def _is_instead(self, item: Item, placed: Placed) -> bool:
        """Whether an annotator's own item takes the place of a suggestion nobody has touched."""
        theirs = self._terms.decision(placed) is State.ADDED and placed.ident != item.id
        return theirs and item.origin == MACHINE and not touched(item)

    def _put(self, item: Item) -> None:
        self._items[item.id] = self.outcome.items[item.id] = item

    def _meet(self, item: Item, placed: Placed) -> None:
        values = self._values(item, placed)
        spans = _spans(item, placed)
        differs = bool(values) or spans is not None
        if differs and self._is_rival(item, placed):
            if self._has_rival(placed):
                self.outcome.same += 1
                return
            self._put(self._new(placed, {**item.fields, **values}))
            self.outcome.new += 1
            self._tell(placed, item, "stands as decided; what the file has is a suggestion")
            return
        noted = _noted(item, placed, wins=self._terms.decided_by is not None)
        after = self._after(noted, placed, values, spans)
        if after == item:
            self.outcome.same += 1
            return
        self._put(after)
        self.outcome.changed += 1
        if placed.edited or item.decided or differs:
            self._tell(placed, after, f"was {_shown(item)}")

    def _is_rival(self, item: Item, placed: Placed) -> bool:
        """Whether it says something else of what a person has settled, and settles nothing."""
        says = placed.edited or placed.state in STANDING_STATES
        if placed.state is State.REJECTED or self._terms.decision(placed) or not item.decided:
            return False
        return says and not self._is_edit_of_theirs(item, placed)

    def _has_rival(self, placed: Placed) -> bool:
        """Whether that was suggested already."""
        there = (one for one in self._items.values() if one.kind is placed.kind)
        same = (one for one in there if set(one.spans) == set(placed.spans))
        return any(not values_that_differ(one, placed) for one in same)

    def _is_edit_of_theirs(self, item: Item, placed: Placed) -> bool:
        """Whether the annotator's own accepted item was changed where nothing is decided on it."""
        theirs = self._terms.decided_by is not None and item.state in STANDING_STATES
        return theirs and placed.edited and placed.state is None

    def _after(
        self, item: Item, placed: Placed, values: Fields, spans: tuple[Span, ...] | None
    ) -> Item:
        decision = self._terms.decision(placed)
        unmarked = placed.state is None and item.state is State.REJECTED
        stands = decision in STANDING_STATES and not unmarked
        if stands or self._is_edit_of_theirs(item, placed):
            return self._approved(item, values, spans)
        skipped = decision is State.SKIPPED and not item.decided
        if decision is not None and (decision is State.REJECTED or skipped):
            return settled(self._as_seen(item, values, spans), decision)
        differs = bool(values) or spans is not None
        if decision is None and differs and _may_suggest(item, placed):
            return self._suggested(item, placed, values, spans)
        return item

    def _approved(self, item: Item, values: Fields, spans: tuple[Span, ...] | None) -> Item:
        """The item as one that stands, corrected where the file has something else."""
        if values or spans is not None:
            return corrected(item, self._article.text, values, spans)
        return item if item.state in STANDING_STATES else settled(item, State.ACCEPTED)

    def _as_seen(self, item: Item, values: Fields, spans: tuple[Span, ...] | None) -> Item:
        """The item as it stood where it was rejected or skipped: it may have been corrected."""
        if not values and spans is None:
            return item
        return corrected(item, self._article.text, values, spans)

    def _suggested(
        self, item: Item, placed: Placed, values: Fields, spans: tuple[Span, ...] | None
    ) -> Item:
        """An undecided item with what the file suggests for it."""
        own = {**placed.usual, **placed.told}  # what a file has lost of what a kind needs is usual
        fields = own if placed.ident else {**item.fields, **values}
        found = item.quotes if spans is None else quotes(self._article.text, spans)
        suggestion = Suggestion(self._terms.origin, found, fields)
        return replace(item, suggestion=suggestion, origin=self._terms.origin)

    def _new(self, placed: Placed, fields: Fields | None = None) -> Item:
        terms, decision = self._terms, self._terms.decision(placed)
        values = fields or {**placed.usual, **placed.told, **self._named(placed.roles)}
        if decision is State.ADDED and terms.decided_by:
            item = Item("", placed.kind, origin=terms.decided_by)
            item = corrected(item, self._article.text, values, placed.spans)
        else:
            suggestion = Suggestion(terms.origin, placed.quotes, values)
            item = Item("", placed.kind, suggestion, origin=terms.origin)
            if decision:
                item = settled(item, State.ACCEPTED if decision in STANDING_STATES else decision)
        item = replace(item, note=placed.note, tags=placed.tags, flag=placed.flag)
        return replace(item, id=self._free(placed))

    def _free(self, placed: Placed) -> str:
        """An id that no item has or has had, the one that it went out with if that is free."""
        own = placed.ident
        head = placed.quotes[0]
        ident = own if own == identity(placed.kind, head) else None
        ident = ident or identity(placed.kind, head, self._terms.origin)
        while ident in self._items or self._contents.has_had(ident):
            self._numbers[placed.kind, head.span] += 1
            more = f"{self._terms.origin}\0{self._numbers[placed.kind, head.span] + 1}"
            ident = identity(placed.kind, head, more)
        return ident

    def _values(self, item: Item, placed: Placed) -> dict[str, Any]:
        """The values that the file has otherwise than the item."""
        found = values_that_differ(item, placed)
        for name, value in placed.roles.items():
            was = {span_of(one): one for one in references_in(item.fields.get(name))}
            now = references_in(value)
            if {span_of(one) for one in now} != set(was):
                named = [was.get(span_of(one)) or self._reference(one) for one in now]
                found[name] = filled(name, named)
        return found

    def _named(self, values: Fields) -> dict[str, Any]:
        """The values with what the report's items know of the words that they name."""
        known = {}
        for name, value in values.items():
            found = [self._reference(one) for one in references_in(value)]
            known[name] = filled(name, found) if found else value
        return known

    def _reference(self, one: Reference) -> Reference:
        """A reference of bare words with the name, or the days, of the entity there."""
        span = span_of(one)
        if span is None or set(one) != {"name", "start", "end"}:
            return one
        there = (i for i in self._items.values() if i.kind is Kind.ENTITY and span in i.spans)
        for item in there:
            fields = item.fields
            if fields.get("label") != Label.DATE:
                return {**one, "name": str(fields.get("name") or one["name"])}
            days = {name: fields[name] for name in ("from", "to", "precision") if name in fields}
            return {**one, **days}
        return one

    def _tell(self, placed: Placed, item: Item, what: str) -> None:
        self.outcome.told.append(f"{placed.where}: {_shown(item)}: {what}")


def _may_suggest(item: Item, placed: Placed) -> bool:
    """Whether what the file says may take the place of a suggestion that nobody decided on."""
    speaks = placed.edited or placed.state not in (State.UNDECIDED, State.REJECTED)
    return speaks and not item.decided and item.suggestion is not None


def _spans(item: Item, placed: Placed) -> tuple[Span, ...] | None:
    """Its places as they are to be; none where they stay as they are."""
    if placed.ident == item.id and placed.whole:
        return placed.spans if set(placed.spans) != set(item.spans) else None
    suggested = item.suggestion.quotes if item.suggestion else ()
    more = set(placed.spans) - {*item.spans, *(quote.span for quote in suggested)}
    return tuple(sorted({*item.spans, *more})) if more else None


def _noted(item: Item, placed: Placed | Remark, wins: bool) -> Item:
    """The item with the file's note, tags and flag beside its own; where the file wins, with its
    note for another, and without what was taken away there."""
    removed = placed.removed if wins and isinstance(placed, Placed) else Removed()
    note = placed.note if placed.note and (wins or not item.note) else item.note
    tags = dict.fromkeys([*item.tags, *placed.tags])
    return replace(
        item,
        note="" if removed.note else note,
        tags=tuple(tag for tag in tags if tag not in removed.tags),
        flag=placed.flag if removed.flag else item.flag or placed.flag,
    )


def _shown(item: Item) -> str:
    label = item.fields.get("label") or item.fields.get("subkind") or item.kind.value
    return f"{item.state.value} {label} “{shown(claim(item))}”"
