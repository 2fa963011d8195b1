"""The cue lexicon, compiled: which words say that someone says something, and what follows them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from extract.doc.morphology import noun_forms, verb_forms
from extract.lexicon import cached, table
from extract.lexicon.closed import BE, BE_CLITICS

CLAUSE = "clause"
QUOTE = "quote"
OBJECT = "object"
INFINITIVE = "infinitive"
BARE = "bare"
LABEL = "label"
NAMING = "naming"
SEEMING = "seeming"
PASSIVE = "passive"
ACCORDING = "according"
HEADLINE = "headline"
HEDGE = "hedge"
ADJECTIVE = "adjective"
NOUN = "noun"

_OWN_STANCE = {LABEL: "neutral", SEEMING: "think"}


@dataclass(slots=True)
class Cue:
    """A verb of saying or thinking, with the words that belong to it."""

    tail: tuple[str, ...]
    """Words after the verb: "out" in "point out"."""
    frames: dict[str, str] = field(default_factory=dict)
    """What may be said after it, and the stance the cue then takes."""
    addressee: bool = False
    """Whether the one it was said to may follow at once: "told reporters that"."""
    evidence: bool = False
    """Whether a thing may be its subject: "the sanctions show that"."""
    personal: bool = False
    """Whether it reports words only where persons are its subject and object: "blasted him"."""
    passive: bool = False
    """Whether its passive reports something without an agent: "is said to"."""


@dataclass(frozen=True)
class Cues:
    """The lexicon as the rules use it."""

    verbs: dict[str, tuple[Cue, ...]]
    """By every form of the verb; longest first."""
    nouns: dict[str, dict[str, str]]
    """By every form: the word that leads to what is said, and the stance."""
    adjectives: dict[str, dict[str, str]]
    prepositions: dict[str, tuple[tuple[str, ...], ...]]
    """Phrases that the source follows, by their first word."""
    hedges: frozenset[str]
    holding: frozenset[str]
    """Forms of verbs whose subject makes the claim that is their object: "issue a warning"."""
    documents: frozenset[str]
    """Nouns for things that say something: "report", "footage"."""
    plain: frozenset[str]
    """Forms that are verbs of saying and hardly anything else."""
    never_inverted: frozenset[str]
    """Those that stand before whom it is said to, never before who says it: "told"."""
    linking: frozenset[str]
    """Before an adjective for a state of mind: forms of "be", "seem" and the like."""
    talks: frozenset[str]
    """Before "with" and the one it was said to: "interview"."""
    leading: frozenset[str]
    """Opens a phrase for a source: "according"."""
    of_number: frozenset[str]
    """Behind an adverb that belongs to a number: "more than 300"."""

    @cached_property
    def openers(self) -> frozenset[str]:
        """Words at which a phrase for a source, a hedge, or an adjective or noun for a claim can
        stand."""
        return self.hedges.union(self.prepositions, self.adjectives, self.nouns)


@cached
def cues() -> Cues:
    """Return the compiled lexicon, the user's entries included."""
    lists = table("cues")
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for words in lists["preposition"]["phrases"]:
        phrases.setdefault(words.split()[0], []).append(tuple(words.split()))
    return Cues(
        verbs=_verbs(),
        nouns=_by_preposition("noun", inflected=True),
        adjectives=_by_preposition("adjective", inflected=False),
        prepositions={first: tuple(same) for first, same in phrases.items()},
        hedges=frozenset(lists["adverb"]["hedge"]),
        holding=frozenset(f for base in lists["holding"]["verbs"] for f in verb_forms(base)),
        documents=frozenset(f for base in lists["evidence"]["documents"] for f in noun_forms(base)),
        plain=frozenset(lists["plain"]["forms"]),
        never_inverted=frozenset(lists["plain"]["never_inverted"]),
        linking=BE | BE_CLITICS | frozenset(lists["linking"]["forms"]),
        talks=frozenset(lists["addressee"]["talks"]),
        leading=frozenset(lists["preposition"]["leading"]),
        of_number=frozenset(lists["adverb"]["of_number"]),
    )


def _verbs() -> dict[str, tuple[Cue, ...]]:
    lists = table("cues")
    found: dict[str, Cue] = {}
    for base, frame, stance in _verb_entries():
        cue = found.setdefault(base, Cue(tail=tuple(base.split()[1:])))
        cue.frames.setdefault(frame, stance)
    for base in lists["addressee"]["verbs"]:
        if base in found:
            found[base].addressee = True
    for base in lists["evidence"]["verbs"]:
        if base in found:
            found[base].evidence = True
    for base in lists["personal"]["object"]:
        cue = found.setdefault(base, Cue(tail=tuple(base.split()[1:])))
        cue.personal = True
        cue.frames.setdefault(OBJECT, "accuse")
    for base, passive_stance in _passives():
        cue = found.setdefault(base, Cue(tail=tuple(base.split()[1:])))
        cue.passive = True
        cue.frames.setdefault(PASSIVE, passive_stance or next(iter(cue.frames.values()), "neutral"))
    index: dict[str, list[Cue]] = {}
    for base, cue in found.items():
        for form in verb_forms(base.split()[0]):
            index.setdefault(form, []).append(cue)
    return {form: tuple(sorted(same, key=lambda c: -len(c.tail))) for form, same in index.items()}


def _verb_entries() -> Iterator[tuple[str, str, str]]:
    for stance, frames in table("cues")["verb"].items():
        for frame, bases in frames.items():
            for base in bases:
                yield base, frame, _OWN_STANCE.get(stance, stance)


def _passives() -> Iterator[tuple[str, str | None]]:
    """The verbs whose passive needs no agent; thoughts have a stance of their own."""
    lists = table("cues")["passive"]
    for base in lists["stated"]:
        yield base, None
    for base in lists["thought"]:
        yield base, "think"


def _by_preposition(
    part: Literal["noun", "adjective"], inflected: bool
) -> dict[str, dict[str, str]]:
    index: dict[str, dict[str, str]] = {}
    for stance, lists in table("cues")[part].items():
        for leading, bases in lists.items():
            for base in bases:
                for form in noun_forms(base) if inflected else (base,):
                    index.setdefault(form, {}).setdefault(leading, stance)
    return index
