"""A reader's version names all that its readings depend on."""

from pathlib import Path

from extract.reader import Reader


def test_another_tagger_is_another_version() -> None:
    assert Reader("spacy:small").version != Reader().version


def test_a_word_list_of_the_library_changes_the_version(tmp_path: Path) -> None:
    before = Reader(lexicon=tmp_path).version
    (tmp_path / "cues.toml").write_text("[say]\nwords = ['quoth']\n")
    assert Reader(lexicon=tmp_path).version != before


def test_the_version_stays_while_nothing_changes(tmp_path: Path) -> None:
    assert Reader(lexicon=tmp_path).version == Reader(lexicon=tmp_path).version


def test_a_library_without_word_lists_is_read_like_any_other(tmp_path: Path) -> None:
    assert Reader(lexicon=tmp_path / "lexicon").version == Reader().version
