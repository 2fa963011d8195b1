"""Each construction that tells an outcome finds it in its own example."""

import pytest

from extract.doc.clauses import clauses_of
from extract.doc.phrase_node import nodes_in
from extract.load import from_text
from extract.quantities.affected import (
    ACTIVE_VERBS,
    NOUNS,
    PASSIVE_VERBS,
    Construction,
    affected,
)
from extract.tagger import parse

RULES = {rule.name: rule for rule in (*PASSIVE_VERBS, *ACTIVE_VERBS, *NOUNS)}


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES.keys())
def test_a_construction_tells_the_outcome_of_its_example(rule: Construction) -> None:
    doc = parse(from_text(rule.example, key="small"))
    told = [
        (noun.text, one.outcome)
        for noun, all_told in affected(nodes_in(clauses_of(doc, doc.sentences[0])))
        for one in all_told
        if one.construction == rule.name
    ]
    assert told == [rule.expected]
