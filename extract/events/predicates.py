"""Any verb as an event, for reports that are on no conflict: what was bought, said or closed.

They belong to no class of the coding schemes (kind "Other"): they are there for those who ask who
does what to whom in any news, and no reader is asked to decide on them.
"""

from collections.abc import Iterable, Iterator

from extract.doc.clauses import Clauses
from extract.events.matching import Hit
from extract.events.triggers import GENERAL, triggers
from extract.events.words import frames


def predicates_in(clauses: Clauses, hits: Iterable[Hit]) -> Iterator[Hit]:
    """The verb groups of a sentence that state something, in order; those of `hits` left out."""
    general = triggers().categories[GENERAL]
    taken = {clauses.place_of(hit.head) for hit in hits}
    for place, phrase in enumerate(clauses.phrases):
        if phrase.kind != "VG" or place in taken:
            continue
        if (
            clauses.syntax.pos[phrase.head] == "VERB"
            and clauses.head(place) not in frames().grammatical
        ):
            yield Hit(phrase.head, phrase.last, phrase.head, general, verbal=True, weak=True)
