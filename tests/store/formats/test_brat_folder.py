"""brat's verifier and configuration check have nothing to say; its fragments come and go whole.

The rules are those of brat's `verify_annotations.py` and `projectconfig.py`, told again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from depot import make_document
from quay import KEY, TEXT, at, fetch, one, opened, reviewed, send, standing

from store.formats.document import Choice, Wishes
from store.formats.export import export
from store.items import Kind, State

Span = tuple[int, int]
CHECK = {"check": "no-source", "severity": "low", "message": "Nobody says so."}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


@pytest.fixture(params=["depot", "quay"])
def files(request: pytest.FixtureRequest, tmp_path: Path) -> dict[str, str]:
    """The files of an export, by their ending or name."""
    if request.param == "depot":
        found, _ = export("brat", [make_document()], Wishes(Choice.ALL))
    else:
        out = send(reviewed(tmp_path), "brat", tmp_path / "out")
        found = [(path.name, path.read_bytes()) for path in out.iterdir()]
    return {name if name.endswith(".conf") else name[-4:]: data.decode() for name, data in found}


def sections(configuration: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    name = ""
    for line in configuration.splitlines():
        if line.startswith("["):
            name = line[1:-1]
            found[name] = []
        elif line:
            found[name].append(line)
    return found


def types(configuration: str, section: str) -> list[str]:
    return [line.split("\t")[0] for line in sections(configuration)[section]]


def lines(files: dict[str, str], letter: str) -> list[list[str]]:
    rows = (line.split("\t") for line in files[".ann"].splitlines())
    return [row for row in rows if row[0].startswith(letter)]


def bound(files: dict[str, str]) -> Iterator[tuple[str, str, list[Span]]]:
    for name, told, _ in lines(files, "T"):
        label, places = told.split(" ", 1)
        pairs = (piece.split() for piece in places.split(";"))
        yield name, label, [(int(start), int(end)) for start, end in pairs]


def test_every_type_stands_in_the_configuration_once(files: dict[str, str]) -> None:
    conf = files["annotation.conf"]
    entities, events = types(conf, "entities"), types(conf, "events")
    assert max(Counter([*entities, *events]).values()) == 1
    assert {label for _, label, _ in bound(files)} == {*entities, *events}
    assert {row[1].split(":")[0] for row in lines(files, "E")} == set(events)
    assert {row[1].split(" ")[0] for row in lines(files, "R")} == {*types(conf, "relations")} - {
        "<OVERLAP>"
    }
    assert {row[1].split(" ")[0] for row in lines(files, "A")} == set(types(conf, "attributes"))
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in (*entities, *events))


def test_overlap_is_allowed_and_no_relation_of_an_event_is_a_role_too(
    files: dict[str, str],
) -> None:
    relations = sections(files["annotation.conf"])["relations"]
    assert relations[0] == "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"
    assert all(line.endswith("Arg1:<ENTITY>, Arg2:<ENTITY>") for line in relations[1:])
    events = set(types(files["annotation.conf"], "events"))
    labels = {name: label for name, label, _ in bound(files)}
    for _, told in lines(files, "R"):
        assert not events & {labels[end.split(":")[1]] for end in told.split(" ")[1:]}


def test_every_trigger_has_an_event_and_no_two_are_alike(files: dict[str, str]) -> None:
    events = set(types(files["annotation.conf"], "events"))
    triggers = {name: (label, *span) for name, label, span in bound(files) if label in events}
    named = {row[1].split(" ")[0].split(":")[1] for row in lines(files, "E")}
    assert named == set(triggers)
    assert len(set(triggers.values())) == len(triggers)


def test_roles_are_filled_by_what_is_there_and_numbered_from_two(files: dict[str, str]) -> None:
    known = {name for name, _, _ in bound(files)}
    for _, told in lines(files, "E"):
        _, *roles = (part.split(":") for part in told.split(" "))
        assert {filler for _, filler in roles} <= known
        assert len({role for role, _ in roles}) == len(roles)


def test_fragments_stand_in_their_order_and_apart(files: dict[str, str]) -> None:
    for _, _, spans in bound(files):
        flat = [offset for span in spans for offset in span]
        assert flat == sorted(flat)
        assert "\n" not in "".join(files[".txt"][start:end] for start, end in spans)


def test_how_it_is_shown_is_told_for_every_type(files: dict[str, str]) -> None:
    visual, conf = files["visual.conf"], files["annotation.conf"]
    spans = {*types(conf, "entities"), *types(conf, "events")}
    assert {line.split(" | ")[0] for line in sections(visual)["labels"]} == spans
    assert spans < set(types(visual, "drawing"))


def drawn(folder: Path, ann: str) -> None:
    out = folder.parent / "foreign"
    out.mkdir()
    (out / f"{KEY}.txt").write_text(TEXT, encoding="utf-8")
    (out / f"{KEY}.ann").write_text(ann, encoding="utf-8")
    assert fetch(folder, "brat", out, "cy", decisions=True).problems == []


@pytest.mark.parametrize("kind", [Kind.ATTRIBUTION, Kind.CHECK])
def test_a_statement_in_pieces_is_one_annotation_both_ways(folder: Path, kind: Kind) -> None:
    first, second = at("Dockers raided"), at("on Monday")
    fields = {"stance": "neutral"} if kind is Kind.ATTRIBUTION else CHECK
    with opened(folder, "anna") as library:
        notes = library.open_with_reading(KEY)
        notes.add(kind, [first, second], fields)
        notes.close()
    out = send(folder, "brat", folder.parent / "out")
    told = f"{kind.capitalize()} {first.start} {first.end};{second.start} {second.end}"
    assert told in (out / f"{KEY}.ann").read_text(encoding="utf-8")
    assert fetch(folder, "brat", out, "bea", decisions=True).problems == []
    (found,) = (item for item in standing(folder, "bea") if item.kind is kind)
    assert (found.spans, found.state) == ((first, second), State.ADDED)


def test_no_fragment_of_a_name_is_lost(folder: Path) -> None:
    first, second = at("Lina"), at("Herald")
    places = f"{first.start} {first.end};{second.start} {second.end}"
    drawn(folder, f"T1\tPERSON {places}\tLina Herald\n")
    assert one(standing(folder, "cy"), Kind.ENTITY, "Lina").spans == (first, second)


def test_two_events_of_one_trigger_are_two_items(folder: Path) -> None:
    span = at("killed")
    drawn(
        folder,
        f"A1\tStatus E2 planned\nE1\tAttack:T1\nE2\tAttack:T1\n"
        f"T1\tAttack {span.start} {span.end}\tkilled\n",
    )
    found = [i for i in standing(folder, "cy") if i.kind is Kind.EVENT and i.words == "killed"]
    assert sorted(str(item.fields.get("status")) for item in found) == ["actual", "planned"]
