"""Who killed himself: "killed three people and then himself", "before taking his own life"."""

from collections.abc import Iterator

from extract.doc.clauses import Clauses
from extract.lexicon import table
from extract.quantities.undergone import KILLED, took_place, undergone

_ALONE = frozenset({"himself", "herself"})
_JOINING = frozenset({"and", "then"})
_LIFE_REACH = 4


def own_deaths(clauses: Clauses) -> Iterator[tuple[int, int]]:
    """Yield the first and last token (exclusive) of words for the own death of one person.

    Codebooks count it: ACLED, UCDP and the Gun Violence Archive have attackers among the dead.
    """
    if not _tells_of_own(clauses):
        return
    killed = {place for place, outcome in undergone(clauses) if outcome == KILLED}
    for place, phrase in enumerate(clauses.phrases):
        if clauses.is_noun(place) and clauses.syntax.lower(phrase.head) in _ALONE:
            before = clauses.syntax.lower(phrase.first - 1)
            joined = before in _JOINING and any(other < place for other in killed)
            if place in killed or joined:
                yield phrase.head, phrase.head + 1
        elif clauses.is_verb(place) and took_place(clauses, place, verbal=True):
            yield from _taken(clauses, phrase.head)


def _tells_of_own(clauses: Clauses) -> bool:
    """Whether a word for it stands in the sentence at all."""
    told = table("figures")["own_death"]
    words = clauses.syntax.lows[clauses.sentence.first : clauses.sentence.last]
    return not _ALONE.union(told["taking"], told["committing"]).isdisjoint(words)


def _taken(clauses: Clauses, verb: int) -> Iterator[tuple[int, int]]:
    """ "took her own life", "committed suicide"."""
    head = clauses.syntax.lower(verb)
    behind = [
        clauses.syntax.lower(token)
        for token in range(verb + 1, min(verb + _LIFE_REACH, clauses.sentence.last))
    ]
    told = table("figures")["own_death"]
    if head in told["taking"] and " ".join(behind) in told["taken"]:
        yield verb + 1, verb + _LIFE_REACH
    elif head in told["committing"] and behind[:1] == told["committed"]:
        yield verb + 1, verb + 2
