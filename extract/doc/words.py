"""Words of the lists that shape a clause: what verbs do to it, which nouns stand for people."""

from dataclasses import dataclass

from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.lexicon import cached, table


@dataclass(frozen=True, slots=True)
class Grammar:
    """Verbs and nouns, in all their forms, by what they do to the clause around them."""

    active: frozenset[str]
    """Verbs that are never passive."""
    saying: frozenset[str]
    """Verbs of speech, whose clause holds another."""
    subject_control: frozenset[str]
    """Verbs whose subject, not object, is the subject of the infinitive behind."""
    denying: frozenset[str]
    dismissing: frozenset[str]
    """Verbs that deny where an accusation is their object: "rejected claims that"."""
    accusations: frozenset[str]
    plain_speech: frozenset[str]
    never_nouns: frozenset[str]
    """Verbs of speech that are nothing else where they are in lower case: "said"."""
    results: frozenset[str]
    """What an object is after the act, before it: the "dead" of "shot dead two men"."""
    fatally: frozenset[str]
    """What stands between the two in place of it: the "to death" of "beaten to death two men"."""
    felling: frozenset[str]
    """Verbs before it."""
    """Forms that report words and little else: "said", "told"."""
    limits: frozenset[str]
    """Behind "at", before a number."""
    roughly: frozenset[str]
    """Prepositions before a number that it is no place or time of."""
    bounds: frozenset[str]
    """Before "of" and a number."""
    behind_counts: frozenset[str]
    """Words and signs between a number and what it counts."""
    inclusion: frozenset[str]
    """Before a part of those counted: "including"."""
    reporting: frozenset[str]
    """Verbs that a clause with what is said may follow, in the present with "-s"."""


@cached
def grammar() -> Grammar:
    """Return the verbs of the lexicon in use."""
    frames, denial, cues = table("frames"), table("status")["denial"], table("cues")
    reporting = [
        base.split()[0] for stance in cues["verb"].values() for base in stance.get("clause", ())
    ]
    return Grammar(
        active=all_verb_forms(frames["active"]["verbs"]),
        saying=all_verb_forms(frames["saying"]["verbs"]),
        subject_control=all_verb_forms(frames["subject_control"]["verbs"]),
        denying=all_verb_forms(denial["verbs"]),
        dismissing=all_verb_forms(denial["dismissing"]),
        accusations=all_noun_forms(denial["nouns"]),
        plain_speech=frozenset(cues["plain"]["forms"]),
        never_nouns=frozenset(cues["plain"]["never_nouns"]),
        results=frozenset(table("tokens")["mended_verbs"]["result"]),
        fatally=frozenset(table("tokens")["mended_verbs"]["fatally"]),
        felling=frozenset(table("tokens")["mended_verbs"]["felling"]),
        limits=frozenset(table("tokens")["counts"]["limits"]),
        roughly=frozenset(table("tokens")["counts"]["roughly"]),
        bounds=frozenset(table("tokens")["counts"]["bounds"]),
        behind_counts=frozenset(table("tokens")["counts"]["behind"]),
        inclusion=frozenset(table("tokens")["counts"]["inclusion"]),
        reporting=all_verb_forms(reporting),
    )


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
