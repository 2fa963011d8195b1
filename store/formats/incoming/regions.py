"""Labelled stretches of a text with links between them, as programs with ids for them have them."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from store.formats.incoming.meaning import changed_label, label_of_own
from store.formats.incoming.proposal import Own, Place, Proposal, UnreadableImportError
from store.formats.incoming.values import Row, own_of, place_in, shown
from store.formats.marks import ARGUMENT, FIELDS, SAME
from store.items import State


class Regions:
    """The regions of one text, from which its items are made: a first mention with the others."""

    def __init__(self) -> None:
        self.left_out: Counter[str] = Counter()
        """Links that mean nothing here, counted by what they are called."""
        self._places: dict[object, Place] = {}
        self._labels: dict[object, str] = {}
        self._roles: dict[object, list[tuple[str, Place]]] = defaultdict(list)
        self._first: dict[object, object] = {}
        """Further mentions, with what they are mentions of."""

    def add(self, ident: object, place: Place, label: str, where: str) -> None:
        """Take in a region.

        Raises:
            UnreadableImportError: if there is one of that id.
        """
        if ident in self._places:
            raise UnreadableImportError(f"the id {shown(ident)} is there twice", where)
        self._places[ident] = place
        self._labels[ident] = label

    def __iter__(self) -> Iterator[object]:
        return iter(self._places)

    def __contains__(self, ident: object) -> bool:
        return ident in self._places

    def link(self, head: object, child: object, role: str, where: str) -> None:
        """Take in that one region has a role for another.

        Raises:
            UnreadableImportError: if one of them is not there.
        """
        if head not in self._places or child not in self._places:
            raise UnreadableImportError("it links what is not there", where)
        if role == SAME:
            self.join(head, child)
        elif role in FIELDS:
            self._roles[head].append((role, self._places[child]))
        else:
            self.left_out[f"links called {shown(role)}"] += 1

    def join(self, first: object, later: object) -> None:
        """Make two regions mentions of one item."""
        one, other = self._head(first), self._head(later)
        if one != other:
            self._first[other] = one

    def place(self, ident: object) -> Place:
        """Return where a region is."""
        return self._places[ident]

    def label(self, ident: object) -> str:
        """Return the label of a region."""
        return self._labels[ident]

    def items(self) -> Iterator[list[object]]:
        """Return the regions of each item, its first mention first; not what only serves others."""
        groups: dict[object, list[object]] = defaultdict(list)
        for ident in self._places:
            groups[self._head(ident)].append(ident)
        for head, found in groups.items():
            if self._labels[head] != ARGUMENT:
                yield [head, *(ident for ident in found if ident != head)]

    def proposal(
        self, regions: Sequence[object], own: Own | None, where: str, *, whole: bool
    ) -> Proposal:
        """Return what the regions of an item propose, without what the file says beside them."""
        return Proposal(
            where,
            changed_label([self._labels[one] for one in regions], own),
            tuple(self._places[one] for one in regions),
            own=own,
            roles=tuple(role for one in regions for role in self._roles[one]),
            whole=whole,
        )

    def _head(self, ident: object) -> object:
        while ident in self._first:
            ident = self._first[ident]
        return ident


def places_of(facts: Row) -> list[tuple[int, int]]:
    """Return where an item stood when it went out, as far as a file has that."""
    found = facts.get("places")
    pairs = [one for one in found if isinstance(one, list)] if isinstance(found, list) else []
    return [(one[0], one[1]) for one in pairs if [type(part) for part in one] == [int, int]]


def deleted(facts: Row, text: str, where: str) -> Iterator[Proposal | UnreadableImportError]:
    """Yield the rejection of an item that went out and was deleted there, or why it has none."""
    try:
        own = own_of(facts, where)
        found = tuple(place_in(text, start, end, where) for start, end in places_of(facts))
    except UnreadableImportError as error:
        yield error
        return
    if own and found:
        yield Proposal(
            f"{where}, “{shown(found[0].exact)}” at {found[0].start} (deleted there)",
            label_of_own(own),
            found,
            note=own.note,
            tags=own.tags,
            flag=own.flag,
            state=State.REJECTED,
            own=own,
        )
