"""The organisations behind those who act in incidents."""

from collections.abc import Iterator

from extract.entities import EntityIndex, is_government, is_irregular
from extract.records import Article, Event, Party, Reading
from extract.vocabulary import Label

_ORGANISATIONS = frozenset({Label.ORG, Label.GROUP})
_VIOLENT = frozenset({"Battles", "Explosions/Remote violence", "Violence against civilians"})


class Organisations:
    """The organisations of one report that people who bear arms belong to."""

    def __init__(self, article: Article, reading: Reading, index: EntityIndex) -> None:
        self._text = article.text
        self._index = index
        named = [organisation for event in reading.events for organisation in self._acting(event)]
        groups = {one.entity: one for one in reversed(named)}
        self._only = next(iter(groups.values())) if len(groups) == 1 else None

    def of(self, event: Event) -> list[Party]:
        """Return those named within the words of the actors: "Red Dawn" in "Red Dawn fighters".

        Rebels without a name are of the one group that acts in the report by name, if it is one.
        """
        named = [organisation for actor in event.actors for organisation in self._within(actor)]
        nameless = bool(event.actors) and not named and all(map(self._is_nameless, event.actors))
        return [self._only] if nameless and self._only else named

    def _acting(self, event: Event) -> Iterator[Party]:
        """Named organisations of rebels among the actors of an event, or within their words."""
        for actor in event.actors:
            words = actor.telling.of(self._text)
            if self._index.is_name(actor) and self._index.label(actor) in _ORGANISATIONS:
                if event.kind in _VIOLENT and not is_government(words):
                    yield actor
            elif is_irregular(words):
                yield from self._within(actor)

    def _within(self, actor: Party) -> Iterator[Party]:
        words = actor.telling
        for named in self._index.parties_in(words.start, words.end):
            inside = words.holds(named.span) and named.entity != actor.entity
            if inside and self._index.label(named) in _ORGANISATIONS and self._index.is_name(named):
                yield named

    def _is_nameless(self, actor: Party) -> bool:
        words = actor.telling.of(self._text)
        return not self._index.is_name(actor) and is_irregular(words) and not is_government(words)
