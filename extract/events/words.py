"""Word lists of the event rules, compiled once: which part of a clause does what."""

from dataclasses import dataclass

from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.lexicon import cached, table


@dataclass(frozen=True, slots=True)
class Frames:
    """Who does what in a clause; verbs and nouns in all their forms."""

    undergoer: frozenset[str]
    """Verbs whose subject undergoes what happens."""
    target_prepositions: frozenset[str]
    actor_prepositions: frozenset[str]
    partner_prepositions: frozenset[str]
    of_target_nouns: frozenset[str]
    site_prepositions: frozenset[str]
    accidents: frozenset[str]
    """Accidents and acts of nature, nouns and verbs."""
    harmed: frozenset[str]
    """Words for harm that mean people behind "the": "the injured"."""
    accidental: frozenset[str]
    """Words for harm that an accident does as well as a person."""
    compound: frozenset[str]
    """Nouns behind a trigger noun that leave it one: "the shooting victim"."""
    intransitive: frozenset[str]
    """Verbs that tell no event of their class once they have an object."""
    lasting: frozenset[str]
    """Participles that say in whose hands a place is: "the occupied West Bank"."""
    anaphoric: frozenset[str]
    """Nouns that point back to an act of violence told before."""
    determiners: frozenset[str]
    """Words before a noun that points back."""
    support_actor: frozenset[str]
    """Verbs whose subject does what the noun behind them tells."""
    support_target: frozenset[str]
    accusing: frozenset[str]
    """Words that tie somebody to an act: "accused of", "responsible for"."""
    involving: frozenset[str]
    """Verbs before "in" and an act."""
    attributing: frozenset[str]
    """Verbs whose subject is an act: "was blamed on"."""
    responsibility: frozenset[str]
    """Nouns that tie somebody to an act."""
    held: frozenset[str]
    """Nouns at the end of a trigger that are themselves what is affected."""
    quantities: frozenset[str]
    """Nouns of number, with those meant behind "of"."""
    organisations: frozenset[str]
    """Nouns of organisations, which act: "committee"."""
    instruments: frozenset[str]
    wielded: frozenset[str]
    """Weapons, vehicles and their fire: whose they are acts."""
    belonging: frozenset[str]
    """Verbs between somebody and the group they are of."""
    coming: frozenset[str]
    """Verbs between somebody and "from" their group."""
    members: frozenset[str]
    """Nouns for people of a group: "the killers were members of"."""
    attackers: frozenset[str]
    """Nouns for those who did what was reported before."""
    measures: frozenset[str]
    """Nouns of distance and direction."""
    grammatical: frozenset[str]
    """Verbs that state no happening of their own."""
    naming: frozenset[str]
    """Participles behind an act before those who had part in it: "a raid involving rebels"."""
    followers: frozenset[str]
    """Nouns for somebody's people: "his men"."""
    works: frozenset[str]
    """Nouns between an act and whoever did it: "the work of"."""
    hands: frozenset[str]
    """At which somebody dies."""
    deeds: frozenset[str]
    """Nouns that name an act once more: "an act attributed to"."""
    results: frozenset[str]
    """What somebody is after the act, behind its verb: "shot dead"."""


@cached
def frames() -> Frames:
    """Return the compiled list `frames`."""
    lists = table("frames")
    accident = lists["accident"]
    return Frames(
        undergoer=all_verb_forms(lists["undergoer"]["verbs"]),
        target_prepositions=frozenset(lists["preposition"]["target"]),
        actor_prepositions=frozenset(lists["preposition"]["actor"]),
        partner_prepositions=frozenset(lists["preposition"]["partner"]),
        lasting=frozenset(lists["lasting"]["participles"]),
        of_target_nouns=all_noun_forms(lists["of_target"]["nouns"]),
        site_prepositions=frozenset(lists["preposition"]["site"]),
        accidents=all_noun_forms(accident["nouns"]) | all_verb_forms(accident["verbs"]),
        harmed=frozenset(accident["harmed"]),
        accidental=all_verb_forms(accident["harm"]) | all_noun_forms(accident["harm"]),
        compound=all_noun_forms(lists["compound"]["heads"]),
        intransitive=all_verb_forms(lists["intransitive"]["verbs"]),
        anaphoric=all_noun_forms(lists["anaphoric"]["nouns"]),
        determiners=frozenset(lists["anaphoric"]["determiners"]),
        support_actor=all_verb_forms(lists["support"]["actor"]),
        support_target=all_verb_forms(lists["support"]["target"]),
        accusing=all_verb_forms(lists["accusing"]["verbs"]) | frozenset(lists["accusing"]["words"]),
        involving=all_verb_forms(lists["involving"]["verbs"]),
        attributing=all_verb_forms(lists["attributing"]["verbs"]),
        responsibility=all_noun_forms(lists["responsibility"]["nouns"]),
        held=all_noun_forms(lists["held"]["nouns"]),
        quantities=all_noun_forms(lists["quantity"]["nouns"]),
        organisations=all_noun_forms(lists["body"]["nouns"]),
        instruments=all_noun_forms(lists["instrument"]["nouns"]),
        wielded=all_noun_forms([*lists["instrument"]["nouns"], *lists["vehicle"]["nouns"]]),
        belonging=all_verb_forms(lists["membership"]["verbs"]),
        coming=all_verb_forms(lists["membership"]["coming"]),
        members=all_noun_forms(lists["membership"]["members"]),
        attackers=all_noun_forms(lists["membership"]["nouns"]),
        measures=all_noun_forms(lists["measure"]["nouns"]),
        grammatical=all_verb_forms(lists["grammatical"]["verbs"]),
        naming=frozenset(lists["naming"]["words"]),
        followers=frozenset(lists["doers"]["followers"]),
        works=frozenset(lists["doers"]["works"]),
        hands=frozenset(lists["doers"]["hands"]),
        deeds=frozenset(lists["doers"]["deeds"]),
        results=frozenset(lists["result"]["words"]),
    )


def is_at_large(noun: str) -> bool:
    """Return whether a noun phrase means people of whatever kind: "nine people", "25 civilians"."""
    words = noun.lower().split()
    return bool(words) and words[-1] in _at_large()


@cached
def _at_large() -> frozenset[str]:
    lists = table("outcomes")["same"]
    return all_noun_forms([*lists["anyone"], *lists["civilians"]])
