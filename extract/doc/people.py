"""Is a noun one for people? Asked by every rule that tells persons from things."""

from dataclasses import dataclass

from extract.doc.morphology import all_noun_forms
from extract.lexicon import cached, table

_SHORTEST = 5
"""Letters of a noun that its ending alone makes one for people: "-ers", "-men"."""


@dataclass(frozen=True, slots=True)
class _People:
    words: frozenset[str]
    endings: tuple[str, ...]
    things: frozenset[str]
    """Nouns with such an ending that are for things: "numbers", "tankers"."""


def is_people(noun: str) -> bool:
    """Return whether a noun, as written, stands for people, by the lists or by its ending.

    "villagers", "Afghans" and "son" do, "tankers" and "convoy" do not.
    """
    people, folded = _people(), noun.lower()
    if folded in people.words or noun in people.words:
        return True
    ends = folded.endswith(people.endings) and len(folded) >= _SHORTEST
    return ends and folded not in people.things


@cached
def _people() -> _People:
    """The words for people of the lists of outcomes, persons, groups and countries."""
    own, persons, groups = table("outcomes")["people"], table("people"), table("groups")
    lists = [persons["rank"]["words"], groups["armed"]["force"], groups["armed"]["irregular"]]
    lists += [*persons["role"].values(), *groups["people"].values()]
    countries = table("countries").values()
    demonyms = (name for country in countries for name in country["demonyms"])
    things = frozenset(own["not_people"])
    named = all_noun_forms(own["words"])
    known = named.union(*map(all_noun_forms, lists), (n for n in demonyms if n.endswith("s")))
    return _People(known - (things - named), tuple(own["endings"]), things)
