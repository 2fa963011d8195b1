"""The cue lexicon: complete, free of contradictions, and open to a reader's own words."""

from pathlib import Path

from said import read, shown

from extract import lexicon
from extract.attribution.cues import cues
from extract.lexicon import table
from extract.records import Attribution
from extract.vocabulary import Stance


def test_every_verb_has_a_stance_that_records_know() -> None:
    stances = {
        stance for same in cues().verbs.values() for cue in same for stance in cue.frames.values()
    }
    assert stances <= set(Stance)
    assert Attribution.__dataclass_fields__["stance"].default in set(Stance)


def test_verbs_are_found_by_their_forms_and_spellings() -> None:
    assert {"said", "denies", "admitted", "criticised", "criticized"} <= cues().verbs.keys()


def test_longer_cues_come_before_shorter_ones() -> None:
    assert [cue.tail for cue in cues().verbs["pointed"]] == [
        ("the", "finger", "at"),
        ("out",),
        ("to",),
    ]


def test_no_word_stands_twice_in_one_list() -> None:
    lists = table("cues")["verb"]
    twice = [
        (stance, frame, word)
        for stance, frames in lists.items()
        for frame, words in frames.items()
        for word in words
        if words.count(word) > 1
    ]
    assert twice == []


def test_a_reader_adds_a_verb(tmp_path: Path) -> None:
    (tmp_path / "cues.toml").write_text('[verb.claim]\nclause = ["natter"]\n', "utf-8")
    with lexicon.using(lexicon.lexicon_of(tmp_path)):
        article, reading = read("The guard nattered that the gate was shut.")
    assert [shown(article.text, found) for found in reading.attributions] == [
        "The guard | that the gate was shut"
    ]
