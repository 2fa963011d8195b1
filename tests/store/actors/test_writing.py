"""A name is put into the table before what a person wrote there, and taken out again."""

from datetime import date
from pathlib import Path

import pytest

from store.actors import put_name, read_actors
from store.errors import InvalidValueError, StoreError

OWN = """# our names
[[actor]]
name = ["the Hawks"]   # as in 2019
coded = "Sand Hawks"
kind = 2
"""
ROWS = "name,coded,kind\nthe Hawks,Sand Hawks,2\n"


def called(folder: Path, name: str) -> str:
    line = read_actors(folder).find([name], date(2020, 1, 1), frozenset())
    return line.coded if line else ""


@pytest.mark.parametrize(("file", "text"), [("actors.toml", OWN), ("actors.csv", ROWS)])
def test_what_is_put_holds_before_what_stands_there_and_goes_again(
    tmp_path: Path, file: str, text: str
) -> None:
    path = tmp_path / file
    path.write_text(text, encoding="utf-8")
    put_name(tmp_path, "the Hawks", "Hawks of the Sand")
    assert called(tmp_path, "the Hawks") == "Hawks of the Sand"
    put_name(tmp_path, "the Hawks", 'The "Hawks", 2nd')
    put_name(tmp_path, "valley men", "Valley Militia")
    assert called(tmp_path, "the Hawks") == 'The "Hawks", 2nd'
    assert called(tmp_path, "valley men") == "Valley Militia"
    assert read_actors(tmp_path).problems == ()
    for name in ("the Hawks", "valley men", "nobody"):
        put_name(tmp_path, name, "")
    assert path.read_text(encoding="utf-8") == text


def test_a_library_without_a_table_gets_one(tmp_path: Path) -> None:
    put_name(tmp_path, "regime forces", "Military Forces of Syria (2000-2024)")
    assert called(tmp_path, "12 regime soldiers") == "Military Forces of Syria (2000-2024)"


@pytest.mark.parametrize("name", ["a; b", "x" * 300])
def test_what_is_no_name_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(InvalidValueError):
        put_name(tmp_path, name, "A")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("actors.toml", b"[[actor"),
        ("actors.toml", b"\xff\xfe"),
        ("actors.csv", b'name,coded\n"a'),
        ("actors.csv", b"who,what\na,b\n"),
    ],
)
def test_a_wrong_table_is_left_as_it_is(tmp_path: Path, file: str, data: bytes) -> None:
    (tmp_path / file).write_bytes(data)
    with pytest.raises(StoreError, match="actors"):
        put_name(tmp_path, "a", "A")
    assert (tmp_path / file).read_bytes() == data


def test_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.toml"
    elsewhere.write_text(OWN, encoding="utf-8")
    (tmp_path / "actors.toml").symlink_to(elsewhere)
    with pytest.raises(StoreError):
        put_name(tmp_path, "a", "A")
    assert elsewhere.read_text(encoding="utf-8") == OWN
