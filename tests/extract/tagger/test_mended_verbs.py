"""Where "shot", "leave" and "set" are verbs and where nouns, and who was shot."""

import pytest

from extract.doc.syntax import Syntax
from extract.records import Block
from extract.tagger.crf import CrfTagger
from extract.vocabulary import BlockKind


def tagged(text: str) -> Syntax:
    return CrfTagger().tag(text, (Block(BlockKind.PARAGRAPH, 0, len(text)),))


def parts(text: str) -> set[str]:
    syntax = tagged(text)
    words = range(len(syntax))
    return {syntax.pos[n] for n in words if syntax.lower(n) in ("shot", "shoots")}


@pytest.mark.parametrize(
    "text",
    [
        "Boy, 14, shot and killed near park",
        "A 14-year-old boy was shot and killed on Friday night.",
        "A man was fatally shot outside a bar in Ledbury.",
        "Teen shot in head at mall",
        "Three people were found shot to death in a car.",
        "Suspect shot in attempted robbery",
        "Daniel Roper, 14, shot himself in the leg.",
        "Teen accidentally shoots brother",
        "Police shot dead a robber.",
    ],
)
def test_shot_is_a_verb_with_those_hit_as_its_object(text: str) -> None:
    assert parts(text) == {"VERB"}


@pytest.mark.parametrize(
    "text",
    [
        "Her shot hit the post.",
        "He fired a single shot at the door.",
        "She was treated for a gun shot wound.",
    ],
)
def test_a_shot_stays_a_noun(text: str) -> None:
    assert parts(text) == {"NOUN"}


@pytest.mark.parametrize("text", ["Teen shot in head at mall", "Teen fatally shot in Ledbury"])
def test_who_was_shot_is_no_doer(text: str) -> None:
    syntax = tagged(text)
    assert [phrase.role for phrase in syntax.phrases[:2]] == ["subjpass", "passive"]


def test_who_shot_somebody_is_the_doer() -> None:
    syntax = tagged("The teen shot his brother in the leg.")
    assert [phrase.role for phrase in syntax.phrases[:2]] == ["subj", "active"]


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Gunmen kill 11 villagers in northern Velmar", "kill"),
        ("Rebels seize two towns as talks fail", "seize"),
        ("Bandits abduct the mayor of Torsk", "abduct"),
    ],
)
def test_a_heading_tells_in_the_present_who_did_what(text: str, verb: str) -> None:
    syntax = tagged(text)
    assert [syntax.lower(n) for n in range(len(syntax)) if syntax.pos[n] == "VERB"][:1] == [verb]


@pytest.mark.parametrize("text", ["They condemned the attack.", "The raid on two towns failed."])
def test_an_attack_is_a_noun_elsewhere(text: str) -> None:
    syntax = tagged(text)
    told = {syntax.pos[n] for n in range(len(syntax)) if syntax.lower(n) in ("attack", "raid")}
    assert told == {"NOUN"}


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Twin attacks leave dozens dead in Vemu", {"leave"}),
        ("Suicide bombing leaves 12 dead", {"leaves"}),
        ("Rioters set fire to a police station.", {"set"}),
        ("Workers on leave dozens of miles away were called.", {"called"}),
    ],
)
def test_what_headings_do_is_a_verb(text: str, verbs: set[str]) -> None:
    syntax = tagged(text)
    assert verbs == {w for w, part in zip(syntax.lows, syntax.pos, strict=True) if part == "VERB"}
