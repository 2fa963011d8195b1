"""Victims whom a later sentence names: "identified the dead as ...", "The victims are: ..."."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from extract.doc import Doc
from extract.doc.morphology import singular
from extract.doc.syntax import Sentence
from extract.lexicon import table
from extract.lexicon.closed import ARTICLES, BE, DEMONSTRATIVES, HAVE, HE, PREPOSITIONS, SHE
from extract.records import Span, Victim
from extract.victims.names import Named, Names
from extract.vocabulary import Outcome, Sex

_WORD = re.compile(r"\w+(?:-\w+)*|[:,]")
_REACH = 2
"""Tokens between the verb and the pronoun that it identifies."""


@dataclass(frozen=True, slots=True)
class Identification:
    """Names that a sentence gives to victims."""

    row: tuple[Named, ...]
    outcome: Outcome
    incident: str | None
    before: Victim | None = None
    """The person who was told of without a name."""
    sex: Sex | None = None


class Identified:
    """Reads sentences that name victims told of before."""

    def __init__(
        self,
        doc: Doc,
        names: Names,
        found: Sequence[Victim],
        incident_before: Callable[[Outcome, int], str | None],
    ) -> None:
        """`incident_before` knows the incident that told of such harm last before an offset."""
        self._doc, self._names, self._found = doc, names, found
        self._incident_before = incident_before
        lists = table("victims")
        self._verbs = frozenset(lists["identified"]["verb"])
        self._as = frozenset(lists["identified"]["as"])
        self._those = {
            word: Outcome(outcome)
            for outcome, words in lists["those"].items()
            if outcome in list(Outcome)
            for word in words
        }
        self._beside = (
            frozenset(lists["those"]["beside"])
            | ARTICLES
            | DEMONSTRATIVES
            | BE
            | HAVE
            | PREPOSITIONS
            | self._verbs
            | self._as
        )

    def told(self) -> Iterator[Identification]:
        """Yield them in the order of the text."""
        for sentence in self._doc.sentences:
            start, end = self._doc.syntax.span_of(sentence.first, sentence.last)
            named = self._names.next(start)
            while named is not None and named.span.start < end:
                row = tuple(self._names.row(named))
                if found := self._of(start, row, sentence):
                    yield found
                named = self._names.next(row[-1].end)

    def _of(self, start: int, row: tuple[Named, ...], sentence: Sentence) -> Identification | None:
        words = _WORD.findall(self._doc.text[start : row[0].span.start].casefold())
        if not words or words[-1] not in self._as | BE | {":"}:
            return None
        identified = not self._verbs.isdisjoint(words) and words[-1] in self._as
        outcome = next((self._those[one] for one in reversed(words) if one in self._those), None)
        if outcome is not None and (identified or self._beside.issuperset(self._rest(words))):
            return self._of_those(row, outcome, start)
        return self._of_one(row, words, start) if identified else None

    def _rest(self, words: Sequence[str]) -> list[str]:
        return [word for word in words if word not in self._those and word not in (":", ",")]

    def _of_those(
        self, row: tuple[Named, ...], outcome: Outcome, start: int
    ) -> Identification | None:
        incident = self._incident_before(outcome, start)
        return Identification(row, outcome, incident) if incident else None

    def _of_one(
        self, row: tuple[Named, ...], words: Sequence[str], start: int
    ) -> Identification | None:
        """Who a pronoun or the noun for an unnamed victim means: "identified her as"."""
        unnamed = [one for one in self._found if one.name is None and one.start < start]
        at = max(place for place, word in enumerate(words) if word in self._verbs)
        meant = [one for one in words[at + 1 : at + 1 + _REACH] if one not in self._as]
        meant = meant or list(words[:at])
        if not unnamed or len(row) != 1:
            return None
        for victim in reversed(unnamed):
            if said := self._means(victim, meant):
                sex = said if isinstance(said, Sex) else None
                return Identification(row, victim.outcome, victim.incident, victim, sex)
        return None

    def _means(self, victim: Victim, words: Sequence[str]) -> Sex | bool:
        pronoun = next((word for word in words if word in HE | SHE), None)
        if pronoun is not None:
            sex = Sex.FEMALE if pronoun in SHE else Sex.MALE
            return sex if victim.sex in (None, sex) else False
        own = {singular(one) for one in Span(victim.start, victim.end).of(self._doc.text).split()}
        return not own.isdisjoint(words)
