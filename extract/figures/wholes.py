"""Persons who are part of a number that stands before them: "12 people, including a child"."""

from collections.abc import Sequence

from extract.events.clauses import Clauses
from extract.figures.relations import Placed
from extract.figures.undergone import OUTCOMES
from extract.lexicon import table
from extract.records import Figure
from extract.syntax import Phrase, Sentence, Syntax

_OPENS = frozenset({",", "--", "–", "—", "-", "(", ":"})
_CLOSES = frozenset({",", ".", "--", "–", "—", "-", ")"})
_REACH = 3


def may_hold(figure: Figure) -> bool:
    """Whether the figure counts several whom something befell."""
    least = figure.low or figure.point or figure.high or 0
    return figure.fate in OUTCOMES and figure.unit is None and least > 1


def is_part(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether "including" or "among them" stands before the phrase."""
    low = max(sentence.first, phrase.first - _REACH)
    before = [syntax.lower(token) for token in range(low, phrase.first)]
    return before[-1:] == ["including"] or before[-2:] in (["among", "them"], ["among", "whom"])


def explains(clauses: Clauses, lead: int, place: int, wholes: Sequence[Placed]) -> bool:
    """Whether those listed are those counted before: "Two people, a man and a woman, died"."""
    phrase = clauses.phrases[lead]
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    whole = next((p.figure for p in wholes if start <= p.figure.start < end), None)
    if whole is None or whole.unit is not None:
        return False
    if clauses.role(place) == "appos":
        return True
    if clauses.head(lead) in table("people")["single"]["own_kind"]:
        return False
    listed = clauses.listed(lead)
    after = clauses.phrases[listed[-1]].last
    closed = clauses.syntax.lower(after) if after < clauses.sentence.last else "."
    behind = clauses.syntax.lower(phrase.last) if phrase.last < clauses.sentence.last else ""
    return behind in _OPENS and closed in _CLOSES and whole.point == len(listed) - 1
