"""Who the words for a source stand for: an entity, or a name of its own."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from extract.records import Entity, Label
from extract.sources.page import RELATIVE, Page, Run
from extract.syntax import Phrase

_HE_SHE = frozenset({"he", "she", "him", "her", "his"})
_IT_THEY = frozenset({"it", "they", "them", "its", "their"})
_PRONOUNS = _HE_SHE | _IT_THEY
_DETERMINER = re.compile(
    r"^(?:the|a|an|this|that|these|those|his|her|its|their|one|some|several|many|other|another)\s+",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:['’]s|['’])$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """One who says something, as far as the words tell."""

    key: str
    """The same for all names that are joined."""
    name: str
    head: str
    entity: Entity | None = None


class Cast:
    """The entities of a report by where they are mentioned, and who spoke last."""

    def __init__(self, page: Page, entities: Sequence[Entity]) -> None:
        self._page = page
        places = sorted(
            (mention.start, mention.end, number)
            for number, entity in enumerate(entities)
            for mention in entity.mentions
        )
        self._entities = entities
        self._starts = [start for start, _, _ in places]
        self._places = places
        self._last: dict[bool, Speaker] = {}

    def speaker(self, run: Run) -> Speaker | None:
        """Whom the words of a source stand for; none for a pronoun without an antecedent."""
        low = self._page.low[run.first]
        if run.last - run.first == 1 and (low in _PRONOUNS or low in RELATIVE):
            return self._antecedent(run.first, low)
        found = self._named(run)
        if found is not None:
            self._last[_is_person(found)] = found
        return found

    def entity_in(self, run: Run) -> Entity | None:
        """The entity that the head of the words names."""
        phrase = self._head_phrase(run)
        return self._at(phrase) if phrase else None

    def _named(self, run: Run) -> Speaker | None:
        phrase = self._head_phrase(run)
        if phrase is None:
            words = self._page.words(run)
            return Speaker(_key(words), words, words) if words.strip() else None
        entity = self._at(phrase)
        head = self._page.low[phrase.head]
        if entity is not None:
            return Speaker(entity.id, entity.name, head, entity)
        name = _stripped(self._page.words(Run(phrase.first, phrase.last)))
        return Speaker(_key(name), name, head)

    def _head_phrase(self, run: Run) -> Phrase | None:
        """The first noun phrase that is no possessor of the next."""
        page, token = self._page, run.first
        while token < run.last:
            noun = page.noun_at(token)
            if noun is None:
                token += 1
            elif noun.last < run.last and page.low[noun.last] in ("'s", "’s"):
                token = noun.last + 1
            else:
                return noun
        return None

    def _at(self, phrase: Phrase) -> Entity | None:
        """The entity whose mention holds the head of the phrase, the widest first."""
        syntax = self._page.syntax
        start, end = syntax.starts[phrase.head], syntax.ends[phrase.head]
        place = bisect_right(self._starts, start) - 1
        best: tuple[int, int] | None = None
        for first, last, number in self._places[max(place - 3, 0) : place + 1]:
            if first < end and last > start and (best is None or last - first > best[0]):
                best = (last - first, number)
        return self._entities[best[1]] if best else None

    def _antecedent(self, token: int, low: str) -> Speaker | None:
        if low in RELATIVE:
            return self._before(token)
        return self._last.get(low in _HE_SHE)

    def _before(self, token: int) -> Speaker | None:
        """The noun phrase that a relative pronoun follows."""
        place = token - 1
        while place >= 0 and self._page.low[place] in (",", "of", "whom"):
            place -= 1
        noun = self._page.noun_at(place) if place >= 0 else None
        return self._named(Run(noun.first, noun.last)) if noun else None


def _is_person(speaker: Speaker) -> bool:
    return speaker.entity is None or speaker.entity.label is Label.PERSON


def _stripped(name: str) -> str:
    return _POSSESSIVE.sub("", _DETERMINER.sub("", name)).strip() or name


def _key(name: str) -> str:
    """A normalised name."""
    return " ".join(re.findall(r"\w+", _stripped(name).casefold())) or name
