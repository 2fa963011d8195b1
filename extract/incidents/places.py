"""The places of a report: which may lie within which, and which is that of an act.

Beside the place the day that the sentence of one mention of an event tells.
"""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import pairwise

from extract.doc import Doc, Sentence
from extract.doc.datelines import dateline_at
from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.doc.phrases import token_before
from extract.doc.place_and_time import distance
from extract.doc.setting_scope import dates_a_statement, dates_what_came_before, is_origin
from extract.doc.states import state_words
from extract.doc.words import grammar
from extract.entities import are_variants
from extract.gazetteer import is_country, is_place, key_of, region_named
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


_OPENING = re.compile(r"In\s(?:the\s)?(?:[\w-]+\s){0,3}", re.IGNORECASE)
"""What stands before a place that opens a sentence."""
_OF = "of"
_BEFORE_NAME = 24
"""Code points beside a name among which the word for a town stands."""
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
        self._towns = {p.entity for p in self.mentions if self._is_called(p, _towns())}
        self._called_regions = {
            p.entity for p in self.mentions if self._is_called(p, _by_word()[REGION])
        }
        self._regions: dict[str, set[str]] = {}
        """For each place the regions that are named around it."""
        self._around = set(self._named_around(doc)) | set(self._opened_with(doc))
        for inner, outer in self._around:
            if self.width(outer) == REGION:
                self._regions.setdefault(inner, set()).add(outer)

    def meet(self, one: str | None, other: str | None) -> bool:
        """Return whether two places, by entity id, may be one, or one be within the other."""
        if one is None or other is None or one == other:
            return True
        first, second = self._places.get(one), self._places.get(other)
        if first is None or second is None or {(one, other), (other, one)} & self._around:
            return True
        if _agree(self._words[one], self._words[other]):
            return not self.are_two_parts(one, other)
        if first.country and second.country and first.country != second.country:
            return False
        if self._lie_apart(one, other):
            return False
        return self.width(one) != self.width(other)

    def are_two_parts(self, one: str, other: str) -> bool:
        """Return whether two places are parts of one town on other sides: East and West Oakport."""
        first, second = self._places.get(one), self._places.get(other)
        if first is None or second is None or self._words[one] != self._words[other]:
            return False
        compass = frozenset(table("incidents")["width"]["compass"])
        mine, theirs = (compass.intersection(p.name.lower().split()) for p in (first, second))
        return bool(mine and theirs) and mine.isdisjoint(theirs)

    def _lie_apart(self, one: str, other: str) -> bool:
        """Whether the regions named around two places are others: of Kostrivka in Donetsk region,
        and of Belgorod region."""
        mine, theirs = (self._regions.get(p, set()) | self._own_region(p) for p in (one, other))
        words = [self._words[region] for region in theirs]
        met = any(_agree(self._words[region], other) for region in mine for other in words)
        return bool(mine and theirs) and not met

    def _own_region(self, place: str) -> set[str]:
        called = place in self._called_regions
        return {place} if called or self.width(place) == REGION else set()

    def narrower(self, place: str | None, other: str | None) -> bool:
        """Return whether a place is more exact than another one, and may lie within it."""
        if place is None or other is None or place == other:
            return False
        around = (place, other) in self._around and (other, place) not in self._around
        wide = self.width(other) in (REGION, COUNTRY) and self._holds(other, place)
        return around or (wide and self.meet(place, other))

    def most_exact(self, places: Iterable[str]) -> list[str]:
        """Return the places among some that are no regions or countries; all where there is none:
        a town is not that of another incident of its country."""
        known = list(places)
        return [p for p in known if self.width(p) not in (REGION, COUNTRY)] or known

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
        width = _width(entity) if entity else UNKNOWN
        if width not in (TOWN, UNKNOWN):
            return width
        if place in self._called_regions - self._towns:
            return REGION
        return TOWN if place in self._towns or place in self._regions else width

    def mentions_in(self, span: Span) -> list[Party]:
        """Return the mentions of places in a span, in order."""
        first, last = (
            bisect_left(self.mentions, offset, key=lambda place: place.start)
            for offset in (span.start, span.end)
        )
        return self.mentions[first:last]

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

        `attacks in Nairu, Kestria, and Dar Vemu, Oshkara` lists Nairu and Dar Vemu; what a comma
        alone parts, `in Las Nieves, Agusan`, is no list.
        """
        near = [m for m in self.mentions if m.start >= place.start]
        found = [place]
        end, joined = place.end, False
        for mention in near:
            if mention.start == place.start or mention.entity is None:
                continue
            between = self._text[end : mention.start]
            if _AROUND.fullmatch(between) and self._holds(mention.entity, found[-1].entity):
                end = mention.end
            elif _AND.fullmatch(between) and self._are_apart(mention.entity, found):
                found.append(mention)
                end, joined = mention.end, joined or between != ", "
            else:
                break
        return found if joined else [place]

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
            and (between := _AROUND.fullmatch(doc.text, end, max(end, start)))
            and self._may_hold(outer, inner, listed=between.group().startswith(","))
        ]

    def _opened_with(self, doc: Doc) -> Iterator[tuple[str, str]]:
        """Pairs of a place and the region that opens its sentence: "In the region of Kherson, ...
        in the village of Bilozerka"."""
        by_sentence: dict[int, list[Party]] = {}
        for mention in self.mentions:
            by_sentence.setdefault(doc.sentence_number(mention.start), []).append(mention)
        for number, (opening, *others) in by_sentence.items():
            start = doc.sentences[number].start
            wide = opening.entity if _OPENING.fullmatch(doc.text, start, opening.start) else None
            for other in others if wide else ():
                if wide and other.entity and other.entity != wide:
                    yield other.entity, wide

    def _is_called(self, mention: Party, words: Set[str]) -> bool:
        """Whether a word beside it says what it is: "the village of Soder", "Las Nieves town"."""
        before = self._text[max(0, mention.start - _BEFORE_NAME) : mention.start].lower().split()
        behind = self._text[mention.end : mention.end + _BEFORE_NAME].lower().split()
        called = before[-1:] == [_OF] and not words.isdisjoint(before[-2:-1])
        return called or not words.isdisjoint(before[-1:] + behind[:1])

    def _may_hold(self, wide: str, narrow: str, *, listed: bool) -> bool:
        """Whether the one may lie around the other: no country does around another, and no region
        behind a comma; "the Sibbi district of Balochan" does."""
        beside = (REGION, COUNTRY) if listed else (COUNTRY,)
        return self._holds(wide, narrow) or self.width(wide) not in beside


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
    width = table("incidents")["width"]
    words = frozenset(key_of(name).replace("-", " ").split()) - set(width["common"])
    return words - set(width["region"]) or words


def _width(place: Entity) -> str:
    words = set(place.name.lower().replace("-", " ").split()) | {place.name.lower().split()[-1]}
    told = next((width for width, some in _by_word().items() if words & some), None)
    if told:
        return told
    if words & _towns():
        return TOWN
    if is_country(place.name):
        return COUNTRY
    if region_named(place.name):
        return REGION
    return TOWN if is_place(place.name) else UNKNOWN


@cached
def _towns() -> frozenset[str]:
    return frozenset(table("incidents")["width"]["town"])


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
        self._places = [
            place
            for place in areas.mentions
            if dateline_at(doc, place.start) is None and self._is_introduced(place)
        ]
        self._dates: list[When] = [
            when
            for when in reading.dates
            if when.calendar and when.start and when.end and not self._is_state(when)
            if dateline_at(doc, when.start_offset) is None
        ]

    def place(
        self, trigger: Span, sentence: Sentence, fits: Callable[[Party], bool] = lambda _: True
    ) -> Party | None:
        """Return the place nearest to a trigger, of those that fit, that a preposition brings in:
        "the blast in Dessa"."""
        inside = [p for p in self._places if sentence.start <= p.start < sentence.end and fits(p)]
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
        phrase = syntax.phrase_at(tokens[-1]) if tokens else None
        return phrase is not None and not tokens[0] <= phrase.head <= tokens[-1]

    def _is_introduced(self, place: Party) -> bool:
        """Whether "in", "near" and the like stand before it, and no verb of saying before these;
        or a verb for what befell it: "rockets struck Dunda"."""
        syntax = self._doc.syntax
        before = token_before(place.span, syntax)
        kind = syntax.phrase_at(before - 1) if before > 0 and syntax.lower(before) == _OF else None
        if kind is not None and syntax.lower(kind.head) in _towns():
            before = kind.first - 1  # "in the village of"
        if before < 1:
            return False
        if syntax.lower(before) in _striking():
            return not is_country(place.span.of(syntax.text))
        if syntax.lower(before) not in table("frames")["preposition"]["locating"]:
            return False
        if is_origin(place, syntax):
            return False
        return syntax.lower(before - 1) not in grammar().saying


@cached
def _striking() -> frozenset[str]:
    """Verbs for what befalls a whole town: "shelled", "raided"."""
    return all_verb_forms(table("incidents")["place"]["struck"])


@cached
def ground_words() -> frozenset[str]:
    """Return the nouns for places and positions that somebody may take and hold."""
    width, heads = table("incidents")["width"], table("places")["head"]
    nouns = [*table("frames")["held"]["nouns"], *heads["region"], *heads["settlement"]]
    told = [*width["site"], *width["part"], *width["town"], *width["region"]]
    return all_noun_forms([*nouns, *table("incidents")["place"]["ground"]]) | frozenset(told)
