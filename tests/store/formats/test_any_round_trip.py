"""Whatever was decided comes back as it was: any states, notes, tags, corrections and additions."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from quay import KEY, TEXT, fetch, opened, seen, send, standing

from extract.records import Span
from store.annotations import Annotations
from store.errors import InvalidValueError
from store.formats.codecs import EXPORTS, IMPORTS
from store.items import Kind, State

FORMATS = [
    name
    for name in sorted(EXPORTS.keys() & IMPORTS.keys())
    if EXPORTS[name].carries.states and not EXPORTS[name].carries.everything
]
STATES = [State.ACCEPTED, State.REJECTED, State.SKIPPED, State.UNDECIDED]
WORDS = st.text(
    st.sampled_from("ab, é😀\n\t\"'<&>|;:#%\u2028\u00a0-"), min_size=1, max_size=12
).filter(str.strip)
CHANGES: dict[Kind, list[dict[str, Any]]] = {
    Kind.EVENT: [
        {"status": "planned"},
        {"stance": "claim"},
        {"kind": "Protests", "subkind": "Peaceful protest"},
        {"actors": [], "source": None},
        {"place": {"name": "Ardo", "start": 51, "end": 55}},
    ],
    Kind.FIGURE: [{"low": 1.0, "high": None}, {"outcome": "other"}, {"event": None}],
    Kind.ENTITY: [{"label": "ORG"}, {"name": "another name"}],
    Kind.SOURCE: [{"kind": "media"}, {"name": "another name"}],
}
NEW: dict[Kind, dict[str, Any]] = {
    Kind.EVENT: {"kind": "Riots", "subkind": "Mob violence"},
    Kind.FIGURE: {"low": 2.0, "qualifier": "at_least"},
    Kind.ENTITY: {"label": "PERSON", "name": "somebody"},
    Kind.SOURCE: {"name": "somebody"},
    Kind.ATTRIBUTION: {"stance": "deny"},
    Kind.INCIDENT: {"kind": "Riots", "subkind": "Mob violence"},
}


@dataclass(frozen=True, slots=True)
class Step:
    """What a person does with the item at a place of the list, or adds."""

    place: int
    state: State
    change: int | None
    note: str
    tags: tuple[str, ...]
    flag: bool


def spans() -> st.SearchStrategy[list[Span]]:
    place = st.tuples(st.integers(0, len(TEXT) - 2), st.integers(1, 30))
    made = place.map(lambda pair: Span(pair[0], min(len(TEXT), sum(pair))))
    words = made.filter(lambda span: span.of(TEXT) == span.of(TEXT).strip())
    return st.lists(words, min_size=1, max_size=3, unique=True)


STEPS = st.builds(
    Step,
    st.integers(0, 40),
    st.sampled_from(STATES),
    st.none() | st.integers(0, 9),
    st.just("") | WORDS,
    st.lists(WORDS.map(lambda tag: " ".join(tag.split())), max_size=2, unique=True).map(tuple),
    st.booleans(),
)
ADDED = st.tuples(st.sampled_from(sorted(NEW)), spans())


def do(notes: Annotations, step: Step) -> None:
    items = notes.items()
    item = items[step.place % len(items)]
    notes.decide(item.id, step.state)
    changes = CHANGES.get(item.kind)
    if step.change is not None and changes:
        notes.correct(item.id, changes[step.change % len(changes)])
    notes.note(item.id, step.note)
    notes.tag(item.id, list(step.tags))
    notes.flag(item.id, step.flag)


def library(folder: Path, steps: list[Step], added: list[tuple[Kind, list[Span]]]) -> Path:
    folder.mkdir()
    with opened(folder, "anna") as found:
        notes = found.open_with_reading(KEY)
        for step in steps:
            do(notes, step)
        for kind, places in added:
            try:
                notes.add(kind, places, NEW[kind])
            except InvalidValueError:  # nothing of the kind is made by hand
                continue
        notes.close()
    return folder


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=10, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, max_size=8), added=st.lists(ADDED, max_size=4))
def test_any_review_comes_back_as_it_was(
    form: str,
    steps: list[Step],
    added: list[tuple[Kind, list[Span]]],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    home = tmp_path_factory.mktemp("home")
    folder = library(home / "library", steps, added)
    before = standing(folder, "anna")
    out = send(folder, form, home / f"out{EXPORTS[form].suffix}")
    for decisions in (True, False):
        brought = fetch(folder, form, out, "anna", decisions)
        assert (brought.problems, brought.told, brought.new) == ([], [], 0)
        assert standing(folder, "anna") == before
    assert fetch(folder, form, out, "bea", decisions=True).problems == []
    assert seen(standing(folder, "bea")) == seen(before)
    assert fetch(folder, form, out, "cy", decisions=False).problems == []
    theirs = standing(folder, "cy")
    assert {item.state for item in theirs} == {State.UNDECIDED}
    assert len(theirs) == len(before)
    held = [one for one in seen(before) if one.state is not State.REJECTED]
    suggested = [replace(one, state=State.UNDECIDED) for one in held]
    assert [one for one in suggested if one not in seen(theirs)] == []
