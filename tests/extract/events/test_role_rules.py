"""Every rule of roles finds in its examples what it says it finds."""

import pytest

from extract.doc.clauses import Clauses, clauses_of
from extract.doc.phrase_node import PhraseNode, nodes_in
from extract.events.doers import DOER_RULES
from extract.events.noun_roles import NOUN_RULES
from extract.events.role_filling import memberships_in
from extract.events.roles import VERB_RULES, Example, RoleRule
from extract.events.trigger_lexicon import Hit, hits_in
from extract.load import from_text
from extract.tagger import parse

SHOWN = [
    pytest.param(rule, example, id=example.text)
    for rule in (*VERB_RULES, *NOUN_RULES, *DOER_RULES)
    for example in rule.examples
]


def trigger_of(example: Example) -> tuple[Hit, Clauses]:
    """The trigger of an example, and the clauses that it stands in."""
    doc = parse(from_text(example.text, key="t"))
    (sentence,) = doc.sentences
    clauses = clauses_of(doc, sentence)
    hits = [*memberships_in(clauses), *hits_in(doc.syntax, sentence)]
    by_words = {words(clauses, hit.first, hit.last): hit for hit in hits}
    return by_words[example.trigger], clauses


def words(clauses: Clauses, first: int, last: int) -> str:
    start, end = clauses.syntax.span_of(first, last)
    return clauses.syntax.text[start:end]


def phrase_of(hit: Hit, clauses: Clauses) -> PhraseNode:
    """The phrase that a trigger stands in."""
    found = nodes_in(clauses).at(clauses.place_of(hit.head))
    assert found is not None
    return found


def texts(phrases: list[PhraseNode]) -> tuple[str, ...]:
    return tuple(phrase.text for phrase in phrases)


@pytest.mark.parametrize(("rule", "example"), SHOWN)
def test_a_rule_finds_the_parties_of_its_example(rule: RoleRule, example: Example) -> None:
    hit, clauses = trigger_of(example)
    found = rule.find(hit, phrase_of(hit, clauses))
    assert found is not None
    assert texts(found.actors) == example.actors
    assert texts(found.targets) == example.targets


@pytest.mark.parametrize(
    ("rule", "example"),
    [shown for shown in SHOWN if shown.values[0] in VERB_RULES],
)
def test_no_rule_of_verbs_before_it_takes_its_example(rule: RoleRule, example: Example) -> None:
    hit, clauses = trigger_of(example)
    phrase = phrase_of(hit, clauses)
    earlier = VERB_RULES[: VERB_RULES.index(rule)]
    assert [other.name for other in earlier if other.find(hit, phrase)] == []
