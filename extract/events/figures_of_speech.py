"""Words for violence that stand for none: an attack in words, a plan killed, a battle in court.

Each figure is told by one thing around the word: what it befalls, what it is made of, who does it,
where, or how it is described.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extract.doc import PhraseNode
from extract.doc.clauses import Clauses
from extract.doc.morphology import all_noun_forms
from extract.doc.phrase_node import nodes_in
from extract.events.trigger_lexicon import ACCIDENTS, Hit, triggers
from extract.lexicon import cached, table

_QUOTES = frozenset("'\"‘“`") | {"``"}
_REACH = 3
"""Tokens before a noun among which it is described."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One way in which words for violence are used for something else."""

    name: str
    is_there: Callable[[PhraseNode, int], bool]
    """Of the phrase that a trigger stands in, and its token."""
    example: str
    """Words in square brackets are the trigger."""


def is_figure_of_speech(hit: Hit, clauses: Clauses) -> bool:
    """Return whether a word for violence stands for none in its sentence."""
    category = hit.category
    violent = category.incident is not None or category.reciprocal or category.cause
    if not (violent or category.consequence) or category.name in ACCIDENTS:
        return False
    node = nodes_in(clauses).holding(hit.head)
    return node is not None and any(figure.is_there(node, hit.head) for figure in FIGURES)


def _is_described(node: PhraseNode, head: int) -> bool:
    near = range(max(node.first, head - _REACH), head)
    return any(node.low(token) in _words("manner") for token in near)


def _is_of_words(node: PhraseNode, head: int) -> bool:
    """Also of what is quoted: "an onslaught of 'Shame'"."""
    if node.is_verb:
        return False
    if node.low(head + 1) == "of" and node.low(head + 2) in _QUOTES:
        return True
    return any(prep == "of" and one.word in _words("words") for prep, one in node.modifiers)


def _befalls_thing(node: PhraseNode, head: int) -> bool:
    if not node.is_verb:
        hit = [one for prep, one in node.modifiers if prep in ("on", "of", "against", "over")]
    else:
        hit = node.subjects or node.objects  # "corruption kills" is one as well
        if not node.is_passive and not all(map(_is_thing, hit)):
            hit = node.objects
    return bool(hit) and all(map(_is_thing, hit))


def _is_thing(node: PhraseNode) -> bool:
    return node.word in _words("things") and node.pos(node.head) == "NOUN"  # no "Old Man Bill"


def _is_by_critics(node: PhraseNode, head: int) -> bool:
    told = node.obliques if node.is_verb else node.modifiers
    behind = [one for prep, one in told if prep in ("from", "by")] + (
        node.agents if node.is_verb else []
    )
    return bool(behind) and all(one.word in _words("critics") for one in behind)


def _is_online(node: PhraseNode, head: int) -> bool:
    return any(one.word in _words("online") for one in _where(node, ("in", "on", "over")))


def _is_fought_in_words(node: PhraseNode, head: int) -> bool:
    """Fought out "in court", of a battle; others may be attacked there."""
    reciprocal = any(
        entry.category in _reciprocal() for entry in triggers().entries.get(node.low(head), ())
    )
    return reciprocal and any(one.word in _words("arenas") for one in _where(node, ("in", "at")))


def _where(node: PhraseNode, prepositions: tuple[str, ...]) -> list[PhraseNode]:
    told = node.obliques if node.is_verb else node.modifiers
    above = node.governor
    if node.is_noun and above is not None and above.is_verb:
        told = [*told, *above.obliques]
    return [one for prep, one in told if prep in prepositions]


@cached
def _reciprocal() -> frozenset[str]:
    return frozenset(name for name, found in triggers().categories.items() if found.reciprocal)


FIGURES = (
    Figure("manner", _is_described, "It was a scathing [attack] on the mayor."),
    Figure("words", _is_of_words, "The minister met an [onslaught] of criticism."),
    Figure("things", _befalls_thing, "Lawmakers [attacked] the budget."),
    Figure("critics", _is_by_critics, "The mayor [came under fire] from critics."),
    Figure("online", _is_online, "The mayor was [attacked] on Twitter."),
    Figure("arenas", _is_fought_in_words, "They fought a [battle] in court."),
)


@cached
def _lists() -> dict[str, frozenset[str]]:
    lists = table("triggers")["figurative"]
    plain = {name: frozenset(lists[name]) for name in ("manner", "arenas", "online")}
    forms = {name: all_noun_forms(lists[name]) for name in ("words", "things", "critics")}
    return plain | forms


def _words(name: str) -> frozenset[str]:
    return _lists()[name]
