"""The lists of triggers, frames and signs agree with one another and with the coding scheme."""

import re
from pathlib import Path

import pytest

from extract.doc.morphology import noun_forms, verb_forms
from extract.doc.status import signs
from extract.events import OTHER, triggers
from extract.lexicon import lexicon_of, table, using
from extract.vocabulary import EventType, Status


def test_every_class_is_of_the_coding_scheme() -> None:
    own = [found for found in triggers().categories.values() if found.kind != OTHER]
    assert {found.kind for found in own} == set(EventType) - {EventType.OTHER}


@pytest.mark.parametrize(
    "fields", ['kind = "Battle"', 'kind = "Battles"\nsubkind = "Attack"', 'kind = "Attack"']
)
def test_a_class_of_no_event_type_is_named(tmp_path: Path, fields: str) -> None:
    (tmp_path / "triggers.toml").write_text(f"[class.sabotage]\n{fields}\n")
    (problem,) = lexicon_of(tmp_path).problems
    assert "class.sabotage is of no event type" in str(problem)


def test_every_trigger_has_a_class() -> None:
    used = {entry.category for found in triggers().entries.values() for entry in found}
    assert used <= set(triggers().categories)


def test_no_word_has_two_statuses_in_one_place() -> None:
    for words in table("status").values():
        listed = [word for name, found in words.items() if name in set(Status) for word in found]
        assert len(listed) == len(set(listed))


def test_signs_know_every_form_of_their_verbs() -> None:
    assert signs().governing_verbs["failing"] is Status.NEGATED
    assert signs().governing_verbs["called for"] is Status.HYPOTHETICAL


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("kidnap", "kidnapped"),
        ("fight", "fought"),
        ("shell", "shelled"),
        ("die", "dying"),
        ("seize", "seizing"),
        ("fire", "fired"),
        ("bury", "buried"),
        ("mobilise", "mobilized"),
        ("flee", "fleeing"),
    ],
)
def test_verbs_are_inflected(base: str, form: str) -> None:
    assert form in verb_forms(base)


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("clash", "clashes"),
        ("army", "armies"),
        ("commando", "commandos"),
        ("convoy", "convoys"),
        ("gunman", "gunmen"),
    ],
)
def test_nouns_have_their_plural(base: str, form: str) -> None:
    assert form in noun_forms(base)


def test_wrong_forms_are_not_made() -> None:
    assert not {"kidnaped", "dieing", "fleed"} & (verb_forms("kidnap") | verb_forms("die"))


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ('[verb]\nsabotage = ["wreck"]', "no class.sabotage"),
        ('[beside]\nbomb = ["plant + gadget"]', "no set.gadget"),
        ('[class.sabotage]\nsubkind = "Other"', "class.sabotage is not understood"),
    ],
)
def test_a_users_entry_that_hangs_in_the_air_is_named(
    tmp_path: Path, entry: str, told: str
) -> None:
    (tmp_path / "triggers.toml").write_text(entry)
    (problem,) = lexicon_of(tmp_path).problems
    assert re.search(told, str(problem))


def test_a_user_may_add_a_class_with_its_words(tmp_path: Path) -> None:
    own = '[class.sabotage]\nkind = "Strategic developments"\n[verb]\nsabotage = ["wreck"]'
    (tmp_path / "triggers.toml").write_text(own)
    with using(lexicon_of(tmp_path)):
        assert [entry.category for entry in triggers().entries["wrecked"]] == ["sabotage"]
