"""Files that are wrong somewhere: what is wrong is named, the rest goes in, nothing is lost."""

import copy
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quay import KEY, NAMES, TEXT, fetch, review, seen, send, standing

from store.errors import StoreError
from store.formats.codecs.jsonl import own_rows
from store.formats.incoming.proposal import Incoming
from store.formats.recognising import format_of
from store.items import Kind

VALUES: list[Any] = [
    None,
    -5,
    900,
    True,
    "x",
    [],
    {},
    [[]],
    1.5,
    10**17,
    "2024-02-31",
    "\ud800",
    "../../out",
]
WRITTEN = {"DIGITS": "9" * 5000, "NAN": "NaN", "HUGE": "1e999", "DEEP": "[" * 2000 + "]" * 2000}
LINES = [
    "*\tEquiv T1 T2 T3",
    "R9\tSame Arg1:T1 Arg2:T1",
    "R9\tSame Arg1:T2 Arg2:T1",
    "E9\tAttack:T1 Actor:E1",
    "T99\tPLACE 0 3;5 8;1 2\tx",
    "T98\tPLACE 5 3\tx",
    "A9\tState T1 perhaps",
    '#9\tDatelineItem T1\t{"kind": []}',
]
Path_ = tuple[Any, ...]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("home")
    (path / "library").mkdir()
    review(path / "library")
    for form, name in {**NAMES, "jsonl": "own.jsonl"}.items():
        (path / form).mkdir()
        send(path / "library", form, path / form / name)
    return path


def paths(value: Any, above: Path_ = ()) -> Iterator[Path_]:
    """The ways to all values but the report's text."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value)
    for name, inner in pairs:
        if name != "text":
            yield (*above, name)
            if isinstance(inner, (dict, list)):
                yield from paths(inner, (*above, name))


def spoiled(data: str, draw: st.DataObject) -> str:
    root = copy.deepcopy(json.loads(data))
    way = draw.draw(st.sampled_from(list(paths(root))))
    holder = root
    for name in way[:-1]:
        holder = holder[name]
    act = draw.draw(st.sampled_from(["delete", "double", "replace", "replace"]))
    if act == "replace":
        holder[way[-1]] = draw.draw(st.sampled_from([*VALUES, *WRITTEN]))
    elif act == "double" and isinstance(holder, list):
        holder.append(copy.deepcopy(holder[way[-1]]))
    else:
        del holder[way[-1]]
    written = json.dumps(root)
    for word, put in WRITTEN.items():
        written = written.replace(f'"{word}"', put)
    return (
        written[: draw.draw(st.integers(1, len(written)))] if draw.draw(st.booleans()) else written
    )


def spoiled_lines(data: str, draw: st.DataObject) -> str:
    lines = data.splitlines()
    place = draw.draw(st.integers(0, len(lines) - 1))
    cut = draw.draw(st.integers(0, len(lines[place])))
    put = draw.draw(
        st.sampled_from([[], [lines[place]] * 2, [lines[place][:cut]], *([x] for x in LINES)])
    )
    return "\n".join([*lines[:place], *put, *lines[place + 1 :]])


@pytest.mark.parametrize("form", NAMES)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(draw=st.data())
def test_a_spoiled_file_doubles_nothing_loses_nothing_and_decides_nothing(
    home: Path, form: str, draw: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    out = home / form / NAMES[form]
    new = tmp_path_factory.mktemp("in")
    if form == "brat":
        data = spoiled_lines((out / f"{KEY}.ann").read_text(), draw)
        (new / f"{KEY}.txt").write_text(TEXT)
        (new / f"{KEY}.ann").write_text(data)
    else:
        new = new / NAMES[form]
        new.write_text(spoiled(out.read_text(), draw))
    library = new / "library" if new.is_dir() else new.parent / "library"
    fetch(library, form, new, "anna", decisions=False)
    items = standing(library, "anna")
    assert not any(item.decided for item in items)
    assert len(items) >= 10
    same = Counter((i.kind, i.spans, json.dumps(i.fields, sort_keys=True)) for i in items)
    assert set(same.values()) == {1}


def test_an_item_that_has_lost_its_values_is_what_its_words_and_label_say(
    home: Path, tmp_path: Path
) -> None:
    row = json.loads((home / "doccano" / NAMES["doccano"]).read_text())
    for facts in row["dateline"]:
        del facts["fields"]
    new = tmp_path / NAMES["doccano"]
    new.write_text(json.dumps(row))
    fetch(tmp_path / "library", "doccano", new, "anna", decisions=False)
    entities = [one for one in standing(tmp_path / "library", "anna") if one.kind is Kind.ENTITY]
    assert entities
    assert all(one.fields["name"] == one.words for one in entities)


@settings(max_examples=30, deadline=None)
@given(draw=st.data())
def test_a_spoiled_row_of_our_own_is_named_or_whole(home: Path, draw: st.DataObject) -> None:
    data = (home / "jsonl" / "own.jsonl").read_text()
    found = list(own_rows(f"{spoiled(data, draw)}\n{data}".encode(), "x"))
    good = [one for one in found if isinstance(one, Incoming)]
    assert good
    assert good[-1].notes is not None
    assert len(good[-1].notes.kept.items) == 9
    assert all(str(one).startswith("x, line 1") for one in found if not isinstance(one, Incoming))


@pytest.mark.parametrize("form", NAMES)
def test_a_good_row_goes_in_beside_a_wrong_one(home: Path, form: str, tmp_path: Path) -> None:
    if form in ("webanno", "brat", "labelstudio"):
        pytest.skip("has no rows")
    path = tmp_path / "in.jsonl"
    good = (home / form / NAMES[form]).read_text()
    path.write_text("{broken\n" + "[" * 10_000 + "\n" + good)
    brought = fetch(home / "library", form, path, "anna", decisions=True)
    assert [str(one).split(":")[0] for one in brought.problems] == [
        f"{path}, line 1",
        f"{path}, line 2",
    ]
    held = 6 if form == "doccano" else 12  # it has no place for states: what holds goes out
    assert (brought.same, brought.new, brought.changed) == (held, 0, 0)
    assert seen(standing(home / "library", "anna"))


@pytest.mark.parametrize(
    ("name", "data", "wanted"),
    [
        ("x.json", '{"a": 1}', "or a Web Annotation"),
        ("x.json", "[]", "or a Web Annotation"),
        ("x.jsonld", "{", "or a Web Annotation"),
        ("x.jsonl", '{"text": "a"}', "Prodigy"),
        ("x.jsonl", "", "doccano"),
        ("x.csv", "a,b", "doccano"),
        ("folder", None, "no .ann or .qdpx file"),
    ],
)
def test_what_cannot_be_read_is_told_with_what_was_expected(
    tmp_path: Path, name: str, data: str | None, wanted: str
) -> None:
    path = tmp_path / name
    path.mkdir() if data is None else path.write_text(data)
    with pytest.raises(StoreError, match=wanted):
        format_of(path)


@pytest.mark.parametrize("form", ["webanno", "prodigy", "doccano"])
@pytest.mark.parametrize("data", ["", "{}", "[]", "null", '{"type": "Other"}'])
def test_nor_is_it_taken_for_nothing_where_the_format_is_said(
    home: Path, tmp_path: Path, form: str, data: str
) -> None:
    path = tmp_path / "x.json"
    path.write_text(data)
    assert len(fetch(home / "library", form, path, "anna", decisions=False).problems) == 1
