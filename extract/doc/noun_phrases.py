"""How far a noun phrase goes, and whether its noun is one for people."""

from dataclasses import dataclass

from extract.doc.doc import SentenceView
from extract.doc.morphology import all_noun_forms
from extract.doc.syntax import Phrase
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


POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
BELONGING = frozenset({"of", "for", "from", "with", "at", "to", "on", "in"})
"""Prepositions between a noun and a phrase that may belong to it."""
_ALWAYS = frozenset({"of", "for", "from"})
"""Those before which any noun phrase belongs to the noun, not only a name."""
_JOINING = frozenset({"and", "&", "or"})
_CLOSES = frozenset({",", "and", "—", "--", ";"})


def noun_start(view: SentenceView, noun: Phrase) -> int:
    """Return the first token of a noun phrase, its possessors and its earlier conjuncts."""
    first = noun.first
    while first > view.first:
        before = view.noun(first - 1)
        if before is not None and before.role == "poss":
            first = before.first
        elif _has_possessor(view, first) or _is_conjunct(view, first):
            joined = view.noun(first - 2)
            first = joined.first if joined is not None else first - 2
        else:
            break
    return first


def _has_possessor(view: SentenceView, first: int) -> bool:
    return view.low(first - 1) in POSSESSIVE and view.noun(first - 2) is not None


def _is_conjunct(view: SentenceView, first: int) -> bool:
    """Whether "and" joins the noun phrase at the token to the one before."""
    noun = view.noun(first)
    if view.low(first - 1) not in _JOINING or view.noun(first - 2) is None:
        return False
    return noun is not None and noun.role in ("conj", "")


def noun_end(view: SentenceView, noun: Phrase) -> int:
    """Return the index after a noun phrase and the phrases that belong to it: "of the army"."""
    last = noun.last
    while view.low(last) in BELONGING:
        follower = view.noun(last + 1)
        if follower is None or not _belongs(view, view.low(last), follower):
            break
        last = follower.last
    return last


def _belongs(view: SentenceView, preposition: str, noun: Phrase) -> bool:
    """Whether a phrase after "of", "for", ... belongs to the noun before it."""
    if view.is_dated(noun.head):
        return False
    return preposition in _ALWAYS or view.pos(noun.head) == "PROPN"


def apposition_end(view: SentenceView, end: int) -> int:
    """Return the index after ", a farmer in the valley" or ", 44", if that follows a name."""
    noun = view.noun(end + 1) if view.low(end) == "," else None
    if noun is None or not (noun.role == "appos" or view.pos(noun.first) in ("DET", "NUM", "NOUN")):
        return end
    last = noun_end(view, noun)
    while view.pos(last) == "ADP" and (further := view.noun(last + 1)) is not None:
        last = noun_end(view, further)
    return last if last >= view.closing or view.low(last) in _CLOSES else end
