"""What an annotator and a report may be called, wherever the name comes from."""

import pytest

from store.errors import InvalidValueError
from store.names import LONGEST, annotator_name, article_key, is_annotator_name


@pytest.mark.parametrize(
    "name",
    [
        "anna", "Anna K.", "a.b@c", "Ülkü", "3", "O’Brien", "D'Arc", "N’Diaye", "Đặng Thị Mai",
        "अनिल कुमार", "أَحمد", "محمد‌رضا", "李雷", "Ольга", "Łukasz_2", "Jean-Luc", "Núria Gal·la",
        "team (north)", "x" * LONGEST,
    ],
)  # fmt: skip
def test_people_keep_their_names(name: str) -> None:
    assert annotator_name(f" {name} ") == name
    assert is_annotator_name(name)


def test_one_name_in_two_spellings_is_one_folder() -> None:
    assert annotator_name("e\u0301va") == annotator_name("\u00e9va")


@pytest.mark.parametrize(
    "name",
    [
        "", " ", ".", "..", "../../out", "/abs", "a/b", "a\\b", ".hidden", "cache", "Cache", "CON",
        "nul.txt", "library.toml", "a\nb", "a\x00", "a\x1b[31m", "a\u202eb", "a\ud800", "anna.lock",
        "x.tmp", "-rf", "x" * (LONGEST + 1), "é" * (LONGEST // 2 + 1), "a:b", "a*",
    ],
)  # fmt: skip
def test_what_no_folder_can_be_called_is_refused(name: str) -> None:
    assert not is_annotator_name(name)
    with pytest.raises(InvalidValueError, match="cannot be an annotator's name"):
        annotator_name(name)


@pytest.mark.parametrize("key", ["1", "a/b", "What happened?", "ümläut/x y", "pyproject", "a.b.c"])
def test_reports_keep_their_names(key: str) -> None:
    assert article_key(key) == key


@pytest.mark.parametrize(
    "key",
    [
        "", "..", "../x", "/x", "a//b", "a/", "a/../b", ".dateline/library", "a/.x", "a\\b",
        "a\x00",
"a\nb", "lexicon/places", "Lexicon/x", "con", "a/nul", "x" * (LONGEST + 1), "a\ud800",
    ],
)  # fmt: skip
def test_what_leads_elsewhere_is_no_report_s_name(key: str) -> None:
    with pytest.raises(InvalidValueError, match="cannot be the name of a report"):
        article_key(key)
