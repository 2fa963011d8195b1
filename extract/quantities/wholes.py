"""Persons who are part of a number that stands before them: "12 people, including a child"."""

from collections.abc import Iterator, Sequence

from extract.doc.clauses import Clauses
from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.lexicon.closed import BETWEEN_CLAUSES
from extract.quantities.affected import opening_outcome, single
from extract.quantities.relations import Placed
from extract.quantities.undergone import OUTCOMES, Undergone, took_place
from extract.quantities.words import listed, outcome_words
from extract.records import Figure

_OPENS = frozenset({",", "-", "(", ":"}) | BETWEEN_CLAUSES
_CLOSES = frozenset({",", ".", "-", ")"}) | BETWEEN_CLAUSES
_OPENING_REACH, _LONGEST_LIST = 24, 16
_LINKS = frozenset({",", "and"})
_REACH = 3
_TOLD = frozenset({"pred", "obj", "subj", "conj"})


def may_hold(figure: Figure) -> bool:
    """Return whether the figure counts several who were affected."""
    least = figure.low or figure.point or figure.high or 0
    return figure.outcome in OUTCOMES and figure.unit is None and least > 1


def is_part(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether "including" or "among them" stands before the phrase."""
    low = max(sentence.first, phrase.first - _REACH)
    before = [syntax.lower(token) for token in range(low, phrase.first)]
    return (bool(before) and before[-1] in listed("counted", "part")) or before[-2:] in (
        ["among", "them"],
        ["among", "whom"],
    )


def explains(clauses: Clauses, lead: int, place: int, wholes: Sequence[Placed]) -> bool:
    """Return whether those listed are those counted before: "Two people,
    a man and a woman, died"."""
    phrase = clauses.phrases[lead]
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    whole = next((p.figure for p in wholes if start <= p.figure.start < end), None)
    if whole is None or whole.unit is not None:
        return False
    if clauses.role(place) == "appos":
        return True
    if clauses.head(lead) in single("own_kind"):
        return False
    listed = clauses.conjuncts(lead)
    after = clauses.phrases[listed[-1]].last
    closed = clauses.syntax.lower(after) if after < clauses.sentence.last else "."
    behind = clauses.syntax.lower(phrase.last) if phrase.last < clauses.sentence.last else ""
    return behind in _OPENS and closed in _CLOSES and whole.point == len(listed) - 1


def listed_among(clauses: Clauses) -> Iterator[Undergone]:
    """Yield who is told to be one of those: "Among the dead was a doctor",
    "the wounded include ..."."""
    for verb in range(len(clauses.phrases)):
        if not clauses.is_verb(verb) or clauses.head(verb) not in single("listing"):
            continue
        outcome = _outcome_of_those(clauses, verb)
        if outcome and took_place(clauses, verb, verbal=True):
            leads = [p for p in clauses.children(verb) if p > verb and clauses.is_noun(p)]
            told = [p for p in leads if clauses.role(p) in _TOLD]
            found = {
                p for lead in told for p in (*clauses.conjuncts(lead), *_chained(clauses, lead))
            }
            yield from ((place, outcome) for place in sorted(found))


def _chained(clauses: Clauses, lead: int) -> Iterator[int]:
    """The phrases that commas and "and" alone part from this one and from one another."""
    for place in range(lead + 1, min(lead + _LONGEST_LIST, len(clauses.phrases))):
        between = range(clauses.phrases[place - 1].last, clauses.phrases[place].first)
        words = [clauses.syntax.lower(token) for token in between]
        if not words or not _LINKS.issuperset(words) or not clauses.is_noun(place):
            return
        yield place


def _outcome_of_those(clauses: Clauses, verb: int) -> str | None:
    """Of "the dead", "those killed" right before the verb, or of "Killed" that opens it."""
    opened = opening_outcome(clauses, verb)
    if opened in OUTCOMES:
        return opened
    last = clauses.phrases[verb].first - 1
    if last < clauses.sentence.first:
        return None
    before = clauses.syntax.lower(last - 1) if last > clauses.sentence.first else ""
    if before and before not in single("those") and not before.endswith(("s", "men", "people")):
        return None
    outcome = outcome_words().beside.get(clauses.syntax.lower(last))
    return outcome if outcome in OUTCOMES else None
