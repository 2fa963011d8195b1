"""Names of persons in a row, with their ages: "Remi Tarkan, 33, and Jole Biran (29)"."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extract.doc import Doc
from extract.doc.morphology import singular
from extract.lexicon import table
from extract.lexicon.closed import ARTICLES, BE, POSSESSIVES, PREPOSITIONS, RELATIVES
from extract.lexicon.name_words import honorifics, ranks, roles
from extract.records import Entity, Reading, Span
from extract.vocabulary import Label, Outcome

_BRACKETED = re.compile(r"\s?[(\[](\d{1,3})[)\]]")
_BARE = re.compile(r",\s(\d{1,2})(?=[,.;)])")
"""An age right behind one person: "a waiter, 24,"."""
_OLDEST = 120
"""Years that a person may live."""
_BETWEEN = re.compile(r"\s*(?:[,;]\s*(?:and\s+)?|\band\s+)")
_NOT_WORDS = re.compile(r"[^\w]+")
_BREAKS = frozenset(".;:(")
"""Marks that no apposition goes across."""
_AGE_GAP = 14
"""Characters between a name and its age: ", who was 14"."""
_TITLE_WORDS = 3
"""Words of title before a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """A person's name at one place, with the age told behind it."""

    entity: Entity
    span: Span
    age: float | None
    end: int
    """Behind the name and the age."""
    words: Span
    """The name with the words before it that stand in a row of names: "their sons Pavel"."""


class Names:
    """The names of persons in the order of the text, and the ages told of them."""

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self.text = doc.text
        self._ages = {f.start: f for f in reading.figures if f.outcome == Outcome.AGE}
        self._age_starts = sorted(self._ages)
        people = [one for one in reading.entities if one.label is Label.PERSON]
        found = [(mention.span, one) for one in people for mention in one.mentions]
        self._mentions = sorted(found, key=lambda one: one[0])
        self._starts = [span.start for span, _ in self._mentions]
        self._speaking = [a.source_span for a in reading.attributions if a.source_span is not None]

    def of(self, entity: Entity) -> list[Named]:
        """Return a person's names at all places."""
        return [self._named(span, one) for span, one in self._mentions if one is entity]

    def inside(self, span: Span) -> Named | None:
        """Return the first name within some words."""
        at = bisect_left(self._starts, span.start)
        if at == len(self._starts) or self._starts[at] >= span.end:
            return None
        before = self.text[span.start : self._starts[at]].casefold().split()
        if before and before[-1] in PREPOSITIONS:
            return None  # "the mayor of Kessa"
        return self._named(*self._mentions[at])

    def behind(self, offset: int) -> Named | None:
        """Return the name that stands in apposition behind an offset: ", Father Luc Armel,"; none
        for a speaker's.
        """
        found = self.next(offset)
        if found is None or self._speaks(found.span):
            return None
        gap = self.text[offset : found.span.start]
        words = [word.casefold() for word in _NOT_WORDS.split(gap) if word]
        naming = set(table("victims")["identified"]["before_name"])
        titles = naming | set(honorifics()) | ranks()
        is_one = len(words) <= _TITLE_WORDS and titles.issuperset(words)
        is_one = is_one and not _BREAKS.intersection(gap)
        named = bool(naming.intersection(words))
        beside = not gap.strip()  # "the teacher Pia Lund"
        return found if is_one and (named or beside or self._closes(found.end)) else None

    def listed(self, offset: int, end: int) -> Named | None:
        """Return the name that opens a list behind a colon before an end: ": Ana, 4, ..."."""
        colon = self.text.find(":", offset, end)
        found = self.next(colon) if colon >= 0 else None
        return found if found and self._is_title(self.text[colon + 1 : found.span.start]) else None

    def next(self, offset: int) -> Named | None:
        """Return the first name from an offset on."""
        at = bisect_left(self._starts, offset)
        return self._named(*self._mentions[at]) if at < len(self._mentions) else None

    def row(self, first: Named, *, aged: bool = False) -> Iterator[Named]:
        """Yield a name and those that commas and "and" join to it; with `aged` as far as each has
        an age.
        """
        here: Named | None = first
        while here is not None and not (aged and here.age is None):
            yield here
            here = self._after(here)

    def age_in(self, span: Span) -> float | None:
        """Return the age told within some words: "a 34-year-old teacher"."""
        at = bisect_left(self._age_starts, span.start)
        inside = at < len(self._age_starts) and self._age_starts[at] < span.end
        return self._ages[self._age_starts[at]].point if inside else None

    def age_behind(self, offset: int) -> tuple[float | None, int]:
        """Return the age right behind a person, and where it ends: ", 33,", " (33)", ", aged 9"."""
        if bracketed := _BRACKETED.match(self.text, offset):
            age = float(bracketed[1])
            return (age, bracketed.end()) if age <= _OLDEST else (None, offset)
        at = bisect_left(self._age_starts, offset)
        if at == len(self._age_starts):
            return None, offset
        figure = self._ages[self._age_starts[at]]
        gap = self.text[offset : figure.start]
        words = [word.casefold() for word in _NOT_WORDS.split(gap) if word]
        before = set(table("victims")["age"]["before"]) | RELATIVES | BE
        near = len(gap) <= _AGE_GAP and "." not in gap and before.issuperset(words)
        return (figure.point, figure.end) if near and gap.strip() else (None, offset)

    def bare_age_behind(self, offset: int) -> float | None:
        """Return the number right behind the description of one person: "a waiter, 24,"."""
        bare = _BARE.match(self.text, offset)
        return float(bare[1]) if bare else None

    def ages_behind(self, offset: int) -> list[tuple[float, Span]]:
        """Return the ages in a row behind an offset: ", aged 9 and 11"."""
        found: list[tuple[float, Span]] = []
        age, end = self.age_behind(offset)
        while age is not None:
            start = max(one for one in self._age_starts if one < end)
            found.append((age, Span(start, end)))
            joint = _BETWEEN.match(self.text, end)
            figure = self._ages.get(joint.end()) if joint else None
            age, end = (figure.point, figure.end) if figure else (None, end)
        return found

    def _after(self, here: Named) -> Named | None:
        joint = _BETWEEN.match(self.text, here.end)
        found = self.next(joint.end()) if joint else None
        if joint is None or found is None or self._speaks(found.span):
            return None
        if not self._is_title(self.text[joint.end() : found.span.start]):
            return None
        return replace(found, words=Span(joint.end(), found.span.end))

    def _is_title(self, gap: str) -> bool:
        """Whether words may stand before a name in a list: "Dr", "their sons"."""
        words = [singular(word) for word in _NOT_WORDS.split(gap) if word]
        kin = set(table("people")["role"]["kin"])
        titles = set(honorifics()) | ranks() | roles() | kin | ARTICLES | POSSESSIVES
        return len(words) <= _TITLE_WORDS and titles.issuperset(words)

    def _speaks(self, span: Span) -> bool:
        return any(span.overlaps(one) for one in self._speaking)

    def _closes(self, end: int) -> bool:
        """Whether an apposition may end there, rather than a clause go on."""
        behind = self.text[end : end + 1]
        return not behind or behind in ",.;)]"

    def _named(self, span: Span, entity: Entity) -> Named:
        age, end = self.age_behind(span.end)
        return Named(entity, span, age, end, span)
