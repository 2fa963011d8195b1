"""The places of a report: which may lie within which, and which is that of an act.

Beside the place the day that the sentence of one mention of an event tells.
"""

import re
from collections.abc import Iterable
from itertools import pairwise

from extract.doc import Doc, Sentence
from extract.doc.datelines import dateline_at
from extract.doc.phrases import token_before
from extract.doc.place_and_time import dates_a_statement, dates_what_came_before, distance
from extract.doc.words import grammar
from extract.entities import are_variants
from extract.gazetteer import is_country, is_place, key_of, region_named
from extract.incidents.words import state_words
from extract.lexicon import cached, table
from extract.records import Entity, Party, Reading, Span, When
from extract.vocabulary import Label

SITE = "site"
PART = "part"
TOWN = "town"
REGION = "region"
COUNTRY = "country"
UNKNOWN = "unknown"
EXACT = (SITE, PART, TOWN, UNKNOWN, REGION, COUNTRY)
"""How wide places are, the most exact first."""
_AROUND = re.compile(r"(?:,|\s(?:in|of)(?:\sthe)?(?:\s\w+){0,3})\s")


_AND = re.compile(r",?\s(?:and|&)(?:\s(?:in|at|near))?(?:\sthe)?\s|,\s")
"""What stands between places named side by side."""


_IN_WIDER = re.compile(r"(?:,|\s(?:in|of)(?:\sthe)?(?:\s[\w-]+)?)\s")


def _is_plain(between: str) -> bool:
    """Whether nothing but a direction stands between a place and the wider one around it."""
    words = between.replace(",", " ").split()
    directions = set(table("places")["direction"]["words"])
    return all(word.lower() in directions or word in _LINKS for word in words)


_LINKS = frozenset({"in", "of", "the"})


class Areas:
    """The places of one report, by how wide they are and which holds which."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._places = {e.id: e for e in reading.entities if e.label is Label.PLACE}
        self._words = {ident: _telling(place.name) for ident, place in self._places.items()}
        self._text = doc.text
        self.mentions = sorted(
            (Party(m.start, m.end, i) for i, e in self._places.items() for m in e.mentions),
            key=lambda party: party.span,
        )
        self._around = set(self._named_around(doc))

    def meet(self, one: str | None, other: str | None) -> bool:
        """Return whether two places, by entity id, may be one, or one be within the other."""
        if one is None or other is None or one == other:
            return True
        first, second = self._places.get(one), self._places.get(other)
        if first is None or second is None or {(one, other), (other, one)} & self._around:
            return True
        if _agree(self._words[one], self._words[other]):
            return True
        if first.country and second.country and first.country != second.country:
            return False
        return self.width(one) != self.width(other)

    def may_be_two_towns(self, one: str, other: str) -> bool:
        """Return whether two places are a town and one of which nothing is known, far apart or
        one within the other."""
        around = {(one, other), (other, one)} & self._around
        return not around and {self.width(one), self.width(other)} == {TOWN, UNKNOWN}

    def are_two_towns(self, one: str, other: str) -> bool:
        """Return whether two places, named in one sentence, are two towns or villages."""
        level = {self.width(one), self.width(other)} <= {TOWN, UNKNOWN}
        around = {(one, other), (other, one)} & self._around
        words = self._words.get(one), self._words.get(other)
        return level and one != other and not around and None not in words and words[0] != words[1]

    def width(self, place: str | None) -> str:
        """Return how wide a place is, by its entity id: one of `EXACT`."""
        entity = self._places.get(place or "")
        return _width(entity) if entity else UNKNOWN

    def inside(self, place: Party) -> Party:
        """Return the narrower place that is told right before a wide one, or the place itself.

        "The town of Dovra in northern Kestria", "near Dovra, Kestria" are at Dovra.
        """
        if self.width(place.entity) not in (REGION, COUNTRY):
            return place
        before = [m for m in self.mentions if m.end <= place.start][-1:]
        for mention in before:
            between = self._text[mention.end : place.start]
            narrower = self._holds(place.entity or "", mention.entity)
            if narrower and _IN_WIDER.fullmatch(between) and _is_plain(between):
                return mention
        return place

    def listed(self, place: Party) -> list[Party]:
        """Return the towns, or the countries, that are named side by side with a place,
        it included.

        `attacks in Nairu, Kestria, and Dar Vemu, Oshkara` lists Nairu and Dar Vemu.
        """
        near = [m for m in self.mentions if m.start >= place.start]
        found = [place]
        end = place.end
        for mention in near:
            if mention.start == place.start or mention.entity is None:
                continue
            between = self._text[end : mention.start]
            if _AROUND.fullmatch(between) and self._holds(mention.entity, found[-1].entity):
                end = mention.end
            elif _AND.fullmatch(between) and self._are_apart(mention.entity, found):
                found.append(mention)
                end = mention.end
            else:
                break
        return found

    def _holds(self, wide: str, narrow: str | None) -> bool:
        """Whether the one may lie around the other: a country or region around a town."""
        return EXACT.index(self.width(wide)) > EXACT.index(self.width(narrow))

    def _are_apart(self, place: str, others: Iterable[Party]) -> bool:
        width = self.width(place)
        return all(other.entity != place and self.width(other.entity) == width for other in others)

    def _named_around(self, doc: Doc) -> list[tuple[str, str]]:
        """Pairs named one after the other, the second around the first: "Daraya, Damascus"."""
        found = sorted((m.start, m.end, i) for i, e in self._places.items() for m in e.mentions)
        return [
            (inner, outer)
            for (_, end, inner), (start, _, outer) in pairwise(found)
            if inner != outer
            and _AROUND.fullmatch(doc.text, end, max(end, start))
            and self._may_hold(outer, inner)
        ]

    def _may_hold(self, wide: str, narrow: str) -> bool:
        """Whether the one may lie around the other: no country does around another."""
        return self._holds(wide, narrow) or self.width(wide) not in (REGION, COUNTRY)


def _agree(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether one name has all words of the other, or a word of it in another spelling."""
    if mine <= theirs or theirs <= mine:
        return True
    return any(are_variants(word, other) for word in mine for other in theirs)


def is_site(words: str) -> bool:
    """Return whether words name a building, a road or another site: "the embassy"."""
    told = words.lower().split()
    return bool(told) and told[-1] in _by_word()[SITE]


def _telling(name: str) -> frozenset[str]:
    """The words of a name that tell it from others."""
    common = table("incidents")["width"]["common"]
    return frozenset(key_of(name).replace("-", " ").split()) - set(common)


def _width(place: Entity) -> str:
    words = set(place.name.lower().replace("-", " ").split()) | {place.name.lower().split()[-1]}
    told = next((width for width, some in _by_word().items() if words & some), None)
    if told:
        return told
    if is_country(place.name):
        return COUNTRY
    if region_named(place.name):
        return REGION
    return TOWN if is_place(place.name) else UNKNOWN


@cached
def _by_word() -> dict[str, frozenset[str]]:
    lists = table("incidents")["width"]
    return {width: frozenset(lists[width]) for width in (SITE, PART, REGION)}


_REACH = 20
"""Characters before a date among which "as of" stands: "as of 18:00 on 20 March"."""


class Nearby:
    """The places and days of a report, to be asked for those of one sentence."""

    def __init__(self, doc: Doc, reading: Reading, areas: Areas) -> None:
        self._doc = doc
        self._places = [place for place in areas.mentions if self._is_introduced(place)]
        self._dates: list[When] = [
            when
            for when in reading.dates
            if when.calendar and when.start and when.end and not self._is_state(when)
            if dateline_at(doc, when.start_offset) is None
        ]

    def place(self, trigger: Span, sentence: Sentence) -> Party | None:
        """Return the place nearest to a trigger that a preposition brings in:
        "the blast in Dessa"."""
        inside = [p for p in self._places if sentence.start <= p.start < sentence.end]
        return min(inside, key=lambda place: distance(trigger.start, place.start), default=None)

    def day(self, sentence: Sentence, act: int) -> When | None:
        """Return the date of a sentence that names no other days, for the act at an offset."""
        inside = [
            when
            for when in self._dates
            if sentence.start <= when.start_offset < sentence.end
            and not dates_a_statement(when, self._doc, act)
            and not dates_what_came_before(when, self._doc, act)
        ]
        days = {(when.start, when.end) for when in inside}
        return inside[0] if len(days) == 1 else None

    def _is_state(self, when: When) -> bool:
        """Whether a date only tells how late a count is: "as of 20 March"."""
        start = when.start_offset
        return state_words().search(self._doc.text[max(0, start - _REACH) : start]) is not None

    def is_modifier(self, place: Party) -> bool:
        """Return whether a place only tells which thing is meant: "the U.S. embassies"."""
        syntax = self._doc.syntax
        tokens = syntax.tokens_in(place.start, place.end)
        phrase = syntax.phrase_at(tokens[0]) if tokens else None
        return phrase is not None and not tokens[0] <= phrase.head <= tokens[-1]

    def _is_introduced(self, place: Party) -> bool:
        """Whether "in", "near" and the like stand before it, and no verb of saying before these."""
        syntax = self._doc.syntax
        before = token_before(place.span, syntax)
        if before < 1 or syntax.lower(before) not in table("frames")["preposition"]["locating"]:
            return False
        return syntax.lower(before - 1) not in grammar().saying
