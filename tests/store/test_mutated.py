"""Files among the notes changed at random: nothing stops, nothing is lost, the others go on."""

import copy
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from harbour import TEXT, items, reading
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.errors import DatelineError
from extract.records import Article, Reading
from store.formats.codecs import EXPORTS
from store.formats.document import Choice, Document, Wishes
from store.formats.export import export
from store.items import State
from store.library.library import Library, Row
from store.wording import claim

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

FILES = ("anna/harbour.json", "cache", "library.toml")
POISON: tuple[Any, ...] = (
    None, True, -1, 0, 10**9, 10**30, 1.5, "", "x", "2024-02-31", "\x1b[2J\n", "\ud800", [], [1],
    {}, {"a": 1}, [[[[]]]], "9" * 5000,
)  # fmt: skip


def read(article: Article) -> Reading:
    return reading() if article.text == TEXT else Reading("1", article.sha256)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports with every kind of decision on the first."""
    folder = tmp_path_factory.mktemp("whole")
    (folder / "harbour.txt").write_text(TEXT, encoding="utf-8")
    (folder / "zebra.txt").write_text("A zebra got away.", encoding="utf-8")
    library = Library(folder, "anna", read=read)
    annotations = library.open_with_reading("harbour")
    for number, item in enumerate(items()):
        annotations.decide(item.id, (State.ACCEPTED, State.REJECTED, State.SKIPPED)[number % 3])
        annotations.note(item.id, "a note")
        annotations.tag(item.id, ["tag"])
    annotations.undo()
    annotations.close()
    library.remember(annotations)
    library.close()
    (folder / ".dateline" / "library.toml").write_text('labels = ["a"]\nnumbers = "acled"\n')
    return folder


def places(value: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to all values in a value."""
    yield way
    if isinstance(value, dict | list):
        pairs = value.items() if isinstance(value, dict) else enumerate(value)
        for name, part in pairs:
            yield from places(part, (*way, name))


def put(value: Any, way: tuple[Any, ...], new: Any) -> Any:
    """The value with another one at the end of a way."""
    if not way:
        return new
    value = copy.copy(value)
    value[way[0]] = put(value[way[0]], way[1:], new)
    return value


def mutated(data: bytes, draw: st.DataObject) -> bytes:
    """A file cut, with bytes flipped, or with another value somewhere in it."""
    how = draw.draw(st.sampled_from(["value", "value", "value", "cut", "flip"]))
    place = draw.draw(st.integers(0, max(0, len(data) - 1)))
    if how == "cut":
        return data[:place]
    if how == "flip":
        return data[:place] + bytes([draw.draw(st.integers(0, 255))]) + data[place + 1 :]
    try:
        value = json.loads(data)
    except ValueError:
        return data[:place] + draw.draw(st.binary(max_size=9)) + data[place:]
    way = draw.draw(st.sampled_from(list(places(value))))
    return json.dumps(put(value, way, draw.draw(st.sampled_from(POISON)))).encode()


def use(folder: Path) -> bytes | None:
    """All that is done with notes; the notes that were there if they were set aside."""
    rows = list(Library(folder, "anna", read=read).status())
    assert isinstance(rows[1], Row)
    assert all("\n" not in str(row) for row in rows if isinstance(row, DatelineError))
    library = Library(folder, "anna", read=read)
    if isinstance(rows[0], Row):
        look = library.look(library.article("harbour"))
        kept = library.kept("harbour")
        document = Document(look.article, "anna", look.items(), look.article_notes, kept)
        for form in ("acled", "html", "jsonl", "markdown", "webanno"):
            if form in EXPORTS:
                export(form, [document], Wishes(Choice("all"), "literal"))
    annotations = library.open_with_reading("harbour")
    for item in annotations.items():
        claim(item)
    while annotations.undo():
        pass
    annotations.decide(annotations.items()[0].id, State.REJECTED)
    annotations.close()
    library.remember(annotations)
    library.close()
    aside = list((folder / ".dateline" / "anna").glob("harbour.json.damaged-*"))
    return aside[0].read_bytes() if aside else None


def attempt(folder: Path) -> tuple[bytes | None, DatelineError | None]:
    """What was set aside, or the error that was told."""
    try:
        return use(folder), None
    except DatelineError as error:
        return None, error


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(FILES), draw=st.data())
def test_a_changed_file_stops_nothing(
    whole: Path, tmp_path: Path, name: str, draw: st.DataObject
) -> None:
    folder = Path(tempfile.mkdtemp(dir=tmp_path)) / "reports"
    shutil.copytree(whole, folder)
    path = folder / ".dateline" / name
    if name == "cache":
        path = draw.draw(st.sampled_from(sorted(path.glob("*.json"))))
    before = mutated(path.read_bytes(), draw)
    path.write_bytes(before)
    aside, error = attempt(folder)
    assert "\n" not in str(error)
    if error is None:
        assert aside in (None, before)
    elif name != "cache":
        assert path.read_bytes() == before
