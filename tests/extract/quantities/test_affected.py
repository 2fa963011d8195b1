"""Each construction that tells an outcome finds it in its own example."""

import pytest

from extract.doc.clauses import clauses_of
from extract.load import from_text
from extract.quantities.affected import NOUNS, VERBS, Construction, affected
from extract.tagger import parse


@pytest.mark.parametrize("rule", [*VERBS, *NOUNS], ids=lambda rule: rule.name)
def test_a_construction_tells_the_outcome_of_its_example(rule: Construction) -> None:
    doc = parse(from_text(rule.example, key="small"))
    clauses = clauses_of(doc, doc.sentences[0])
    told = [
        (doc.text[slice(*doc.syntax.span_of(phrase.first, phrase.last))], one.outcome)
        for place, all_told in affected(clauses)
        for phrase in [clauses.phrases[place]]
        for one in all_told
        if one.construction == rule.name
    ]
    assert told == [rule.expected]
