"""Every rule of roles finds in its examples what it says it finds."""

import pytest

from extract.doc.clauses import Clauses, clauses_of
from extract.events.affiliation import memberships_in
from extract.events.noun_roles import NOUN_RULES
from extract.events.roles import VERB_RULES, Example, RoleRule
from extract.events.trigger_lexicon import Hit, hits_in
from extract.load import from_text
from extract.tagger import parse

SHOWN = [
    pytest.param(rule, example, id=example.text)
    for rule in (*VERB_RULES, *NOUN_RULES)
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


def phrases(places: list[int], clauses: Clauses) -> tuple[str, ...]:
    return tuple(
        words(clauses, clauses.phrases[place].first, clauses.phrases[place].last)
        for place in places
    )


@pytest.mark.parametrize(("rule", "example"), SHOWN)
def test_a_rule_finds_the_parties_of_its_example(rule: RoleRule, example: Example) -> None:
    hit, clauses = trigger_of(example)
    found = rule.find(hit, clauses.place_of(hit.head), clauses)
    assert found is not None
    assert phrases(found.actors, clauses) == example.actors
    assert phrases(found.targets, clauses) == example.targets


@pytest.mark.parametrize(
    ("rule", "example"),
    [shown for shown in SHOWN if shown.values[0] in VERB_RULES],
)
def test_no_rule_of_verbs_before_it_takes_its_example(rule: RoleRule, example: Example) -> None:
    hit, clauses = trigger_of(example)
    place = clauses.place_of(hit.head)
    earlier = VERB_RULES[: VERB_RULES.index(rule)]
    assert [other.name for other in earlier if other.find(hit, place, clauses)] == []
