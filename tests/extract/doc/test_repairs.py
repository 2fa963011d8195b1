"""Plain errors of the tagger in the phrases of a sentence are put right, each with an example."""

from parsed import shown, syntax_of

from extract.doc import Phrase
from extract.doc.repairs import repaired

NOTHING: frozenset[int] = frozenset()


def test_a_verb_of_speech_leaves_the_noun_phrase_that_holds_it() -> None:
    syntax = syntax_of(
        "The/DET agency/NOUN estimates/NOUN that/SCONJ many/ADJ fled/VERB",
        Phrase("NP", 0, 3, 2, "subj", 5),
        Phrase("NP", 4, 5, 4, "subj", 5),
        Phrase("VG", 5, 6, 5, "active", -1, "root"),
    )
    assert shown(repaired(syntax, NOTHING)) == [
        "The agency | subj of estimates",
        "estimates | active",
        "many | subj of fled",
        "fled | active of estimates",
    ]


def test_a_noun_before_a_quotation_is_a_verb_of_speech() -> None:
    syntax = syntax_of('The/DET ministry/NOUN reports/NOUN "/PUNCT', Phrase("NP", 0, 3, 2, "root"))
    assert shown(repaired(syntax, frozenset({3}))) == [
        "The ministry | subj of reports",
        "reports | active",
    ]
    assert shown(repaired(syntax, NOTHING)) == ["The ministry reports | root"]


def test_shot_dead_inside_a_noun_phrase_parts_it() -> None:
    syntax = syntax_of(
        "Gunmen/NOUN shot/NOUN dead/ADJ three/NUM men/NOUN", Phrase("NP", 0, 5, 4, "root")
    )
    assert shown(repaired(syntax, NOTHING)) == [
        "Gunmen | subj of shot",
        "shot | active",
        "three men | obj of shot",
    ]


def test_dead_behind_a_verb_belongs_to_the_verb() -> None:
    syntax = syntax_of(
        "Gunmen/NOUN shot/VERB dead/ADJ two/NUM men/NOUN",
        Phrase("NP", 0, 1, 0, "subj", 1),
        Phrase("VG", 1, 2, 1, "active", -1, "root"),
        Phrase("NP", 2, 5, 4, "obj", 1),
    )
    assert shown(repaired(syntax, NOTHING))[-1] == "two men | obj of shot"


def test_what_is_denied_hangs_on_the_denial() -> None:
    syntax = syntax_of(
        "The/DET militia/NOUN denies/NOUN it/PRON shot/VERB anyone/PRON",
        Phrase("NP", 0, 3, 2, "subj", 4),
        Phrase("VG", 4, 5, 4, "active", -1, "root"),
        Phrase("NP", 5, 6, 5, "obj", 4),
    )
    found = repaired(syntax, NOTHING)
    assert shown(found)[:2] == ["The militia | subj of denies", "denies | active"]
    assert (found.phrases[2].governor, found.phrases[2].clause) == (2, "ccomp")


def test_a_participle_with_an_agent_belongs_to_its_noun() -> None:
    syntax = syntax_of(
        "Shells/NOUN fired/VERB by/ADP rebels/NOUN hit/VERB a/DET school/NOUN near/ADP Orvo/PROPN",
        Phrase("NP", 0, 1, 0, "subj", 1),
        Phrase("VG", 1, 2, 1, "active", -1, "root"),
        Phrase("NP", 3, 4, 3, "obl", 1),
        Phrase("VG", 4, 5, 4, "active", 1, "conj"),
        Phrase("NP", 5, 7, 6, "obj", 4),
    )
    assert shown(repaired(syntax, NOTHING))[:4] == [
        "Shells | subj of hit",
        "fired | passive of Shells",
        "rebels | obl of fired",
        "hit | active",
    ]


def test_a_verb_behind_an_insertion_has_the_subject_before_it() -> None:
    syntax = syntax_of(
        "Aro/PROPN ,/PUNCT who/PRON led/VERB it/PRON ,/PUNCT fled/VERB",
        Phrase("NP", 0, 1, 0, "root"),
        Phrase("NP", 2, 3, 2, "subj", 3),
        Phrase("VG", 3, 4, 3, "active", 0, "relcl"),
        Phrase("NP", 4, 5, 4, "obj", 3),
        Phrase("VG", 6, 7, 6, "active", 3, "conj"),
    )
    found = shown(repaired(syntax, NOTHING))
    assert (found[0], found[-1]) == ("Aro | subj of fled", "fled | active")


def test_a_list_behind_an_opening_phrase_of_place_is_the_subject() -> None:
    syntax = syntax_of(
        "In/ADP Orvo/PROPN ,/PUNCT two/NUM women/NOUN and/CCONJ a/DET boy/NOUN were/AUX shot/VERB",
        Phrase("NP", 1, 2, 1, "obl", 9),
        Phrase("NP", 3, 5, 4, "conj", 1),
        Phrase("NP", 6, 8, 7, "conj", 1),
        Phrase("VG", 8, 10, 9, "passive", -1, "root"),
    )
    assert shown(repaired(syntax, NOTHING))[1:3] == [
        "two women | subjpass of shot",
        "a boy | conj of women",
    ]


def test_a_participle_behind_a_comma_with_what_is_said_is_a_verb_of_speech() -> None:
    syntax = syntax_of(
        "The/DET firm/NOUN ,/PUNCT announced/VERB that/SCONJ it/PRON closed/VERB",
        Phrase("NP", 0, 2, 1, "subj", -1),
        Phrase("VG", 3, 4, 3, "passive", 1, "acl"),
        Phrase("NP", 5, 6, 5, "subj", 6),
        Phrase("VG", 6, 7, 6, "active", 3, "ccomp"),
    )
    assert shown(repaired(syntax, NOTHING))[1] == "announced | active"
