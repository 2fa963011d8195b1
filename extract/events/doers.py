"""Who did it, told beside the act: "carried out by", "the work of", "at the hands of".

These rules are asked only where the clause of the act itself names nobody. Each has a sentence with
what it finds there, which a test holds it to.
"""

from collections.abc import Iterator

from extract.doc.phrase_node import PhraseNode
from extract.events.roles import Example, RoleRule, Roles, behind
from extract.events.trigger_lexicon import Hit
from extract.events.words import frames

_NEAR = 8
"""Phrases behind an act among which a participle on it stands."""
_BLAMED = frozenset({"on", "to"})


def doers_of(hit: Hit, phrase: PhraseNode) -> list[PhraseNode]:
    """Return who did what a trigger tells, by the first rule that finds somebody."""
    found = (rule.find(hit, phrase) for rule in DOER_RULES)
    return next((roles.actors for roles in found if roles is not None and roles.actors), [])


def _carried_out(hit: Hit, act: PhraseNode) -> Roles | None:
    """Behind a comma, wherever else was told before: "the raid in Vemu, carried out by rebels"."""
    if not act.is_noun:
        return None
    for verb in act.following[: _NEAR - 1]:
        if verb.is_verb:
            told = verb.is_passive and verb.first == verb.head and verb.low(verb.first - 1) == ","
            return Roles(verb.agents) if told and verb.word in frames().support_actor else None
    return None


def _work_of(hit: Hit, act: PhraseNode) -> Roles | None:
    verb = act.governor
    if not act.is_noun or verb is None or not verb.is_verb or act not in verb.subjects:
        return None
    works = [one for one in verb.nouns_behind if one.word in frames().works]
    return Roles([whose for one in works for whose in _of(one)])


def _at_hands(hit: Hit, verb: PhraseNode) -> Roles | None:
    if not verb.is_verb:
        return None
    hands = [one for prep, one in verb.obliques if prep == "at" and one.word in frames().hands]
    return Roles([whose for one in hands for whose in _of(one)])


def _attributed(hit: Hit, act: PhraseNode) -> Roles | None:
    """By what the sentence goes on with: "burned a school, an act blamed on rebels"."""
    near = act.following[: _NEAR - 1]
    again = next((p for p in near if p.is_noun and p.word in frames().deeds), None)
    if again is None or again.low(again.first - 1) != ",":
        return None
    verbs = [v for v in again.verbs_behind if v.is_passive and v.word in frames().attributing]
    return Roles([doer for verb in verbs for doer in behind(verb.obliques, _BLAMED)])


def _of(phrase: PhraseNode) -> Iterator[PhraseNode]:
    return (one for prep, one in phrase.modifiers if prep == "of")


DOER_RULES = (
    RoleRule(
        "a participle behind a comma",
        _carried_out,
        (
            Example(
                "The bombing of the bank in Merrow, carried out by guerrillas, injured 12 clerks.",
                "bombing",
                ("guerrillas",),
            ),
        ),
    ),
    RoleRule(
        "whose work it was",
        _work_of,
        (Example("The murder was the work of rebels.", "murder", ("rebels",)),),
    ),
    RoleRule(
        "at whose hands somebody died",
        _at_hands,
        (Example("Two monks died at the hands of gunmen.", "died at the hands", ("gunmen",)),),
    ),
    RoleRule(
        "to whom the act, named once more, is attributed",
        _attributed,
        (
            Example(
                "Men burned a school in Vemu, an act attributed to rebels.", "burned", ("rebels",)
            ),
        ),
    ),
)
"""The rules, in the order in which they are asked."""
