"""Every cue and rule stands with an example, and the example shows what it is for."""

import pytest
from markup import article_of

from extract.doc import Doc
from extract.entities import Antecedents, find_entities, nominal_coreference, pronoun_coreference
from extract.entities.entity_typing import BEFORE, BEHIND, DEED, Cue
from extract.entities.mention_detection import tagged_names
from extract.entities.nominal_coreference import RULES, Rule
from extract.entities.tokens import Tokens
from extract.lexicon import table
from extract.records import Reading

PRONOUN_RULES = pronoun_coreference.RULES
CUES = (*BEFORE, *BEHIND, *DEED)


@pytest.mark.parametrize("cue", CUES, ids=[cue.name for cue in CUES])
def test_a_cue_gives_most_points_to_the_kind_of_its_example(cue: Cue) -> None:
    tokens = Tokens(Doc(*article_of(cue.example)))
    points = cue.points(tokens, tagged_names(tokens)[0])
    assert max(points, key=lambda kind: points[kind], default="") == cue.expected


@pytest.mark.parametrize("cue", CUES, ids=[cue.name for cue in CUES])
def test_a_cue_alone_speaks_in_its_example(cue: Cue) -> None:
    tokens = Tokens(Doc(*article_of(cue.example)))
    name = tagged_names(tokens)[0]
    assert [other.name for other in CUES if other.points(tokens, name)] == [cue.name]


def test_every_entry_of_points_belongs_to_a_cue() -> None:
    assert set(table("evidence")["points"]) <= {cue.name for cue in CUES}


@pytest.mark.parametrize("rule", RULES, ids=[rule.name for rule in RULES])
def test_a_rule_of_nominal_coreference_alone_finds_the_antecedent_of_its_example(
    rule: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nominal_coreference, "RULES", (rule,))
    title, _, marked = rule.example.rpartition("|")
    article, syntax = article_of(marked, title)
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    words, antecedent = rule.expected
    found = {
        (mention.span.of(article.text), entity.name, mention.probable)
        for entity in entities
        for mention in entity.mentions
    }
    assert (words, antecedent, rule.probable) in found


@pytest.mark.parametrize("rule", PRONOUN_RULES, ids=lambda rule: rule.expected[0])
def test_a_rule_of_pronoun_coreference_finds_the_antecedent_of_its_example(
    rule: pronoun_coreference.Rule,
) -> None:
    article, syntax = article_of(rule.example)
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    pronoun, antecedent = rule.expected
    assert pronoun in rule.pronouns
    found = Antecedents(syntax, entities).of(pronoun, article.text.rindex(f" {pronoun} ") + 1)
    assert found is not None
    assert found.name == antecedent


@pytest.mark.parametrize("rule", PRONOUN_RULES, ids=lambda rule: rule.expected[0])
def test_without_its_rule_a_pronoun_refers_to_nothing(
    rule: pronoun_coreference.Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    rest = tuple(other for other in PRONOUN_RULES if other is not rule)
    monkeypatch.setattr(pronoun_coreference, "RULES", rest)
    article, syntax = article_of(rule.example)
    entities = find_entities(Doc(article, syntax), Reading("t", article.sha256)).entities
    assert Antecedents(syntax, entities).of(rule.expected[0], len(article.text)) is None
