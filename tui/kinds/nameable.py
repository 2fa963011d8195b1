"""What the fields of a form can name: the records of the report, and names used before."""

from collections import Counter
from collections.abc import Sequence

from extract.geocoding import Candidate
from extract.records import Article
from extract.vocabulary import Label
from store.annotations import Annotations
from store.items import Item, State
from store.kinds import Kind
from store.memory import Table
from store.places.where import KnownPlaces
from store.references import reference
from tui.kinds import view
from tui.review.named import Known

_APPROVED = frozenset({State.ACCEPTED, State.CORRECTED, State.ADDED})


class Nameable:
    """The records of a report by the names under which a form offers them."""

    def __init__(
        self,
        notes: Annotations,
        names: Sequence[str] = (),
        places: KnownPlaces | None = None,
    ) -> None:
        """`names` are canonical names used before in the library, `places` what is known there of
        places."""
        self.article: Article = notes.article
        self.names = tuple(names)
        self._memory = notes.memory
        used = notes.memory.used
        self.used_actors = (*used(Table.ACTOR), *self.names)
        """What parties were called in rows before, those of most reports first; then all names."""
        self.used_places = (*used(Table.PLACE), *self.names)
        self._all = notes.items()
        self._places = places or KnownPlaces()
        self._items = [item for item in self._all if item.state is not State.REJECTED]
        self.entities = self._named(Kind.ENTITY)
        self.sources = self._named(Kind.SOURCE)

    def _named(self, kind: Kind) -> Known:
        """The names of a kind, those that the report has most often first."""
        found = (one for one in self._items if one.kind is kind)
        named = [one for one in found if one.fields.get("label") != Label.DATE]
        return {
            str(item.fields["name"]): reference(str(item.fields["name"]), item.span)
            for item in sorted(named, key=lambda one: -len(one.spans))
        }

    def used(self, kind: Kind, field: str, table: Table | None = None) -> tuple[str, ...]:
        """Return the values of a field that were given before: in this report, those given most
        often first, then by the table of what is remembered of the library."""
        approved = (one for one in self._all if one.kind is kind and one.state in _APPROVED)
        given = Counter(str(one.fields.get(field) or "") for one in approved)
        del given[""]
        before = self._memory.used(table) if table else []
        return tuple(dict.fromkeys((*(value for value, _ in given.most_common()), *before)))

    def rivals_of(self, item: Item) -> tuple[Candidate, ...]:
        """Return the places that an incident may have taken place at, the likeliest first."""
        return self._places.rivals(item, self.article.text, self._all)

    def told(self, kind: Kind, but: Item) -> Known:
        """Return items by what they tell, those nearest to one first, which is left out: of those
        that tell the same, which it is in the text."""
        found: dict[str, list[Item]] = {}
        for item in self._items:
            if item.kind is kind and item.id != but.id:
                found.setdefault(view(kind).told(item), []).append(item)
        named = {
            label if len(alike) == 1 else f"{label} · {number} of {len(alike)} in the text": (
                reference(item.words, item.span)
            )
            for label, alike in found.items()
            for number, item in enumerate(sorted(alike, key=lambda one: one.span), 1)
        }
        here = but.span.start if but.quotes else 0
        return dict(sorted(named.items(), key=lambda pair: abs(pair[1]["start"] - here)))
