"""Small word lists of the event rules, compiled once: frames of verbs, signs of what was not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extract.doc.morphology import noun_forms, verb_forms
from extract.lexicon import cached, table
from extract.records import Status


@dataclass(frozen=True, slots=True)
class Frames:
    """Who does what in a clause; verbs and nouns in all their forms."""

    undergoer: frozenset[str]
    """Verbs whose subject undergoes what happens."""
    target_prepositions: frozenset[str]
    actor_prepositions: frozenset[str]
    partner_prepositions: frozenset[str]
    place_prepositions: frozenset[str]
    locating: frozenset[str]
    """Words before a place that something took place at."""
    of_target_nouns: frozenset[str]
    site_prepositions: frozenset[str]
    accidents: frozenset[str]
    """Accidents and acts of nature, nouns and verbs."""
    accidental: frozenset[str]
    """Words for harm that an accident does as well as a person."""
    compound: frozenset[str]
    """Nouns behind a trigger noun that leave it one: "the shooting victim"."""
    intransitive: frozenset[str]
    """Verbs that tell no event of their class once they have an object."""
    anaphoric: frozenset[str]
    """Nouns that point back to an act of violence told before."""
    determiners: frozenset[str]
    """Words before a noun that points back."""
    support_actor: frozenset[str]
    """Verbs whose subject does what the noun behind them tells."""
    support_target: frozenset[str]
    accusing: frozenset[str]
    """Words that tie somebody to a deed: "accused of", "responsible for"."""
    involving: frozenset[str]
    """Verbs before "in" and a deed."""
    attributing: frozenset[str]
    """Verbs whose subject is a deed: "was blamed on"."""
    responsibility: frozenset[str]
    """Nouns that tie somebody to a deed."""
    held: frozenset[str]
    """Nouns at the end of a trigger that are themselves what it befalls."""
    quantities: frozenset[str]
    """Nouns of number, with those meant behind "of"."""
    bodies: frozenset[str]
    """Nouns of bodies of people that do things."""
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
    """Nouns for those who did what was told before."""
    measures: frozenset[str]
    """Nouns of distance and direction."""
    grammatical: frozenset[str]


@cached
def frames() -> Frames:
    """The compiled list `frames`."""
    lists = table("frames")
    return Frames(
        undergoer=_verbs(lists["undergoer"]["verbs"]),
        target_prepositions=frozenset(lists["preposition"]["target"]),
        actor_prepositions=frozenset(lists["preposition"]["actor"]),
        partner_prepositions=frozenset(lists["preposition"]["partner"]),
        place_prepositions=frozenset(lists["preposition"]["place"]),
        locating=frozenset(lists["preposition"]["locating"]),
        of_target_nouns=_nouns(lists["of_target"]["nouns"]),
        site_prepositions=frozenset(lists["preposition"]["site"]),
        accidents=_nouns(lists["accident"]["nouns"]) | _verbs(lists["accident"]["verbs"]),
        accidental=_verbs(lists["accident"]["harm"]) | _nouns(lists["accident"]["harm"]),
        compound=_nouns(lists["compound"]["heads"]),
        intransitive=_verbs(lists["intransitive"]["verbs"]),
        anaphoric=_nouns(lists["anaphoric"]["nouns"]),
        determiners=frozenset(lists["anaphoric"]["determiners"]),
        support_actor=_verbs(lists["support"]["actor"]),
        support_target=_verbs(lists["support"]["target"]),
        accusing=_verbs(lists["accusing"]["verbs"]) | frozenset(lists["accusing"]["words"]),
        involving=_verbs(lists["involving"]["verbs"]),
        attributing=_verbs(lists["attributing"]["verbs"]),
        responsibility=_nouns(lists["responsibility"]["nouns"]),
        held=_nouns(lists["held"]["nouns"]),
        quantities=_nouns(lists["quantity"]["nouns"]),
        bodies=_nouns(lists["body"]["nouns"]),
        instruments=_nouns(lists["instrument"]["nouns"]),
        wielded=_nouns([*lists["instrument"]["nouns"], *lists["vehicle"]["nouns"]]),
        belonging=_verbs(lists["membership"]["verbs"]),
        coming=_verbs(lists["membership"]["coming"]),
        members=_nouns(lists["membership"]["members"]),
        attackers=_nouns(lists["membership"]["nouns"]),
        measures=_nouns(lists["measure"]["nouns"]),
        grammatical=_verbs(lists["grammatical"]["verbs"]),
    )


@dataclass(frozen=True, slots=True)
class Signs:
    """Words that tell whether an event took place, each with the status it gives."""

    auxiliaries: dict[str, Status]
    governing_verbs: dict[str, Status]
    governing_nouns: dict[str, Status]
    modifiers: dict[str, Status]
    openers: dict[str, Status]
    before: dict[tuple[str, ...], Status]
    implicative: frozenset[str]
    custom: frozenset[str]


@cached
def signs() -> Signs:
    """The compiled list `status`."""
    lists = table("status")
    return Signs(
        auxiliaries=_by_status(lists["auxiliary"]),
        governing_verbs=_by_status(lists["governor"], verb_forms),
        governing_nouns=_by_status(lists["noun"], noun_forms),
        modifiers=_by_status(lists["modifier"]),
        openers=_by_status(lists["opener"]),
        before={tuple(words.split()): s for words, s in _by_status(lists["before"]).items()},
        implicative=_verbs(lists["implicative"]["verbs"]),
        custom=frozenset(lists["custom"]["words"]),
    )


_Inflect = Callable[[str], Iterable[str]]


def _by_status(lists: dict[str, list[str]], inflect: _Inflect | None = None) -> dict[str, Status]:
    found: dict[str, Status] = {}
    for name, words in lists.items():
        for word in words:
            for form in _inflected(word, inflect):
                found.setdefault(form, Status(name))
    return found


def _inflected(word: str, inflect: _Inflect | None) -> Iterable[str]:
    if inflect is None:
        return (word,)
    first, _, rest = word.partition(" ")
    return tuple(f"{form} {rest}".strip() for form in inflect(first))


def _verbs(bases: list[str]) -> frozenset[str]:
    return frozenset(form for base in bases for form in _inflected(base, verb_forms))


def _nouns(bases: list[str]) -> frozenset[str]:
    return frozenset(form for base in bases for form in noun_forms(base))


def is_at_large(noun: str) -> bool:
    """Whether a noun phrase means people of whatever kind: "nine people", "25 civilians"."""
    words = noun.lower().split()
    return bool(words) and words[-1] in _at_large()


@cached
def _at_large() -> frozenset[str]:
    lists = table("outcomes")["same"]
    return _nouns([*lists["anyone"], *lists["civilians"]])
