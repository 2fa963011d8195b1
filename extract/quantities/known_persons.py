"""Single persons who were killed or hurt, be they brought in or told of before."""

from collections.abc import Collection, Iterator

from extract.doc.clauses import Clauses
from extract.doc.syntax import Phrase
from extract.doc.words import is_people
from extract.lexicon import table
from extract.lexicon.closed import INDEFINITES
from extract.quantities.undergone import undergone
from extract.quantities.words import listed
from extract.records import Span

_PRONOUNS = frozenset({"he", "she", "him", "her"})


def single_persons(clauses: Clauses, names: Collection[int]) -> Iterator[tuple[Span, str]]:
    """Yield each single person of a sentence to whom something happened, with the outcome.

    "The boy later died", "she was pronounced dead": a person told of before counts as well as one
    brought in; `names` are the tokens of the names of persons.
    """
    for place, outcome in undergone(clauses):
        phrase = clauses.phrases[place]
        if _is_single(clauses, phrase, names):
            yield Span(*clauses.syntax.span_of(phrase.first, phrase.last)), outcome


def _is_single(clauses: Clauses, phrase: Phrase, names: Collection[int]) -> bool:
    first, head = clauses.syntax.lower(phrase.first), clauses.syntax.lower(phrase.head)
    words = table("people")["single"]
    if first in words["not_one"] or head in words["never"] or head in INDEFINITES:
        return False
    if head in _PRONOUNS or phrase.head in names:
        return True
    start, end = clauses.syntax.span_of(phrase.first, phrase.last)
    if clauses.syntax.text[start:end].lower().endswith(tuple(listed("age", "old"))):
        return True
    several = head in words["plural"] or head.endswith(("s", "men", "people", "children"))
    return is_people(head) and not several
