"""Which noun phrases may be parties to an event, and how far their words go."""

from extract.events.clauses import Clauses
from extract.events.parties import Cast
from extract.events.triggers import triggers
from extract.events.words import frames
from extract.figures import is_people
from extract.records import Label, Party, When

_PRONOUNS = frozenset({"PRON", "DET"})
_ACTING = frozenset({Label.PERSON, Label.GROUP, Label.ORG, Label.MEDIA})


class Casting:
    """Makes parties of noun phrases, those turned down that cannot do or suffer anything."""

    def __init__(self, cast: Cast, dates: tuple[When, ...]) -> None:
        self._cast = cast
        self._dates = {offset for w in dates for offset in range(w.start_offset, w.end_offset)}

    def actor(self, place: int, clauses: Clauses, *, violent: bool) -> Party | None:
        """The party at a place, if it may act; in violence only people and bodies of them do."""
        party = self._party(place, clauses)
        if party is None:
            return None
        acting = self._cast.label(party.entity) in _ACTING or is_people(clauses.head(place))
        return party if acting or not violent else None

    def target(self, place: int, clauses: Clauses) -> Party | None:
        """The party at a place, if something may befall it."""
        return self._party(place, clauses)

    def _party(self, place: int, clauses: Clauses) -> Party | None:
        if not clauses.is_noun(place) or clauses.head(place) in frames().instruments:
            return None
        syntax, phrase = clauses.syntax, clauses.phrases[place]
        head = syntax.span_of(phrase.head, phrase.head + 1)
        known = self._cast.at(*head)
        if known is None and syntax.pos[phrase.head] in _PRONOUNS:
            return None
        if head[0] in self._dates or (known is None and _is_happening(clauses.head(place))):
            return None
        start, end = syntax.span_of(*clauses.extent(place))
        return Party(start, end, known.entity if known else None)


def _is_happening(noun: str) -> bool:
    """Whether the noun itself states an event: "the clashes spread"."""
    entries = triggers().entries.get(noun, ())
    return any(not entry.verbal and len(entry.words) == 1 for entry in entries)
