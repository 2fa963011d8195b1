"""REFI-QDA projects: in the order of the schema, as QualCoder has them, changed, and hostile."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
from depot import make_document
from quay import KEY, TEXT, at, fetch, one, reviewed, send, standing

from store.formats import packed
from store.formats.codecs import IMPORTS
from store.formats.document import Choice, Wishes
from store.formats.export import export
from store.formats.incoming.proposal import Incoming
from store.formats.recognising import format_of
from store.items import Item, Kind, State

Q = "{urn:QDA-XML:project:1.0}"
ORDER = {
    "Project": "Users CodeBook Variables Cases Sources Notes Links Sets Graphs Description NoteRef",
    "Users": "User",
    "CodeBook": "Codes",
    "Codes": "Code",
    "Code": "Description NoteRef Code",
    "Variables": "Variable",
    "Variable": "Description",
    "Sources": "TextSource",
    "TextSource": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "PlainTextSelection": "Description Coding NoteRef",
    "Coding": "CodeRef NoteRef",
    "VariableValue": "VariableRef TextValue DateValue",
    "Notes": "Note",
    "Note": "Description PlainTextContent PlainTextSelection Coding NoteRef VariableValue",
    "Links": "Link",
    "Link": "NoteRef",
}
"""What may stand in each element of the published schema, in the order that it asks for."""
MADE = {"creatingUser", "creationDateTime"}
NEEDED = {
    "Project": {"name"},
    "User": {"guid"},
    "Code": {"guid", "name", "isCodable"},
    "Variable": {"guid", "name", "typeOfVariable"},
    "TextSource": {"guid"},
    "PlainTextSelection": {"guid", "startPosition", "endPosition"},
    "Coding": {"guid"},
    "CodeRef": {"targetGUID"},
    "NoteRef": {"targetGUID"},
    "VariableRef": {"targetGUID"},
    "Note": {"guid"},
    "Link": {"guid"},
}
ALLOWED = {
    "Project": {"origin"},
    "User": {"name"},
    "Code": {"color"},
    "TextSource": {"name", "plainTextPath"},
    "PlainTextSelection": {"name", *MADE},
    "Coding": MADE,
    "Note": {"name", *MADE},
    "Link": {"name", "direction", "originGUID", "targetGUID"},
}
GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return reviewed(tmp_path)


def sent(folder: Path, choice: Choice = Choice.ALL) -> Path:
    return send(folder, "qdpx", folder.parent / "out.qdpx", choice=choice)


def files_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as found:
        return {name: found.read(name) for name in found.namelist()}


def project_of(data: bytes) -> ET.Element:
    return ET.fromstring(files_of(data)["project.qde"])


def depot() -> bytes:
    ((_, data),) = export("qdpx", [make_document()], Wishes(Choice.ALL))[0]
    return data


def test_every_element_stands_in_the_order_of_the_schema() -> None:
    for above in project_of(depot()).iter():
        name = above.tag.removeprefix(Q)
        children = [child.tag.removeprefix(Q) for child in above]
        order = ORDER.get(name, "").split()
        assert [order.index(child) for child in children] == sorted(map(order.index, children))
        assert NEEDED.get(name, set()) <= set(above.keys())
        assert set(above.keys()) <= NEEDED.get(name, set()) | ALLOWED.get(name, set())
        guids = [value for key, value in above.items() if key.casefold().endswith("guid")]
        assert all(GUID.fullmatch(value) for value in guids)


def test_what_is_named_is_there_and_nothing_has_the_guid_of_another() -> None:
    root = project_of(depot())
    guids = [found.get("guid", "") for found in root.iter() if "guid" in found.attrib]
    assert len(set(guids)) == len(guids)
    ends = ("targetGUID", "originGUID", "creatingUser")
    assert {one.get(end) for one in root.iter() for end in ends} - {None} <= set(guids)


def test_the_same_report_makes_the_same_file() -> None:
    assert depot() == depot()


def codes_of(root: ET.Element) -> dict[str, str]:
    return {code.get("guid", ""): code.get("name", "") for code in root.iter(f"{Q}Code")}


def test_no_two_codes_have_one_name_in_whichever_case() -> None:
    names = [name.casefold() for name in codes_of(project_of(depot())).values()]
    assert len(set(names)) == len(names) > 60


def coded(data: bytes) -> Iterator[tuple[str, str, str]]:
    """Words, code and memo of each coding, as QualCoder takes them from a project."""
    files = files_of(data)
    root = project_of(data)
    names = codes_of(root)
    for source in root.iter(f"{Q}TextSource"):
        path = source.get("plainTextPath", "").split("internal:/")[1]
        text = files[f"sources{path}"].decode()
        for found in source.iter(f"{Q}PlainTextSelection"):
            words = text[int(found.get("startPosition", "")) : int(found.get("endPosition", ""))]
            for coding in found.iter(f"{Q}Coding"):
                memo = found.findtext(f"{Q}Description") or ""
                yield words, names[coding[0].get("targetGUID", "")], memo


def test_words_codes_and_memos_are_where_other_programs_look_for_them() -> None:
    memo = "the depot of the cooperative"
    assert {
        ("Raid", "Attack", memo),
        ("Raid", "#grain", memo),
        ("raided", "Attack", ""),
        ("Kaya", "PLACE", ""),
        ("three guards", "Figure: killed", ""),
        ("three guards", "Flag", ""),
        ("a grain depot near Kaya", "Decision: rejected", ""),
        ("the mayor’s office", "Decision: undecided", ""),
    } <= set(coded(depot()))


def written_by_qualcoder(
    data: bytes, extra: Callable[[ET.Element], None] = lambda _: None
) -> bytes:
    """The project as QualCoder writes it after it read it: GUIDs of its own, one selection for
    each code, no note of ours, texts with a mark at their start and Windows' line ends."""
    files = files_of(data)
    root = project_of(data)
    extra(root)
    for source in root.iter(f"{Q}TextSource"):
        text = files[f"sources/{source.get('guid')}.txt"].decode()
        for found in list(source):
            source.remove(found)
            for coding in found.findall(f"{Q}Coding"):
                more = ET.SubElement(source, found.tag, {**found.attrib, "guid": str(uuid4())})
                for end in ("startPosition", "endPosition"):
                    place = int(found.get(end, ""))
                    more.set(end, str(place + text.count("\n", 0, place)))
                more.extend([*found.findall(f"{Q}Description"), coding])
    for tag in ("Notes", "Links"):
        root.remove(root.find(f"{Q}{tag}") or ET.Element(""))
    told = ET.tostring(root, "unicode")
    for guid in codes_of(root):
        told = told.replace(guid, str(uuid4()).upper())
    files["project.qde"] = told.encode()
    for name in files.keys() - {"project.qde"}:
        files[name] = files[name].replace(b"\n", b"\r\n").decode().encode("utf-8-sig")
    return packed_up(files)


def packed_up(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def brought(folder: Path, data: bytes, who: str = "anna", decisions: bool = True):  # type: ignore[no-untyped-def]
    path = folder.parent / "back.qdpx"
    path.write_bytes(data)
    assert format_of(path) == "qdpx"
    return fetch(folder, "qdpx", path, who, decisions), standing(folder, who)


def test_through_qualcoder_and_back_nothing_is_other_than_it_was(folder: Path) -> None:
    before = standing(folder, "anna")
    data = written_by_qualcoder(sent(folder, Choice.ACCEPTED).read_bytes())
    found, after = brought(folder, data)
    assert (found.problems, found.new, found.changed) == ([], 0, 0)
    assert after == before


def test_a_code_of_a_person_s_own_comes_back_from_there_as_a_tag(folder: Path) -> None:
    def recode(root: ET.Element) -> None:
        codes = root.find(f"{Q}CodeBook/{Q}Codes")
        assert codes is not None
        mine = ET.SubElement(codes, f"{Q}Code", guid=str(uuid4()), name="Grief", isCodable="true")
        place = at("Lina Mora")
        about = {"startPosition": str(place.start), "endPosition": str(place.end)}
        source = next(root.iter(f"{Q}TextSource"))
        new = ET.SubElement(source, f"{Q}PlainTextSelection", about | {"guid": str(uuid4())})
        coding = ET.SubElement(new, f"{Q}Coding", guid=str(uuid4()))
        ET.SubElement(coding, f"{Q}CodeRef", targetGUID=mine.get("guid", ""))

    data = written_by_qualcoder(sent(folder, Choice.ACCEPTED).read_bytes(), recode)
    _, items = brought(folder, data)
    assert [i.words for i in items if "Grief" in i.tags] == ["Lina Mora"]


THREE = "At least three guards"
Edit = Callable[[ET.Element], object]


def edited(folder: Path, edit: Edit) -> tuple[list[str], tuple[Item, ...]]:
    files = files_of(sent(folder).read_bytes())
    root = ET.fromstring(files["project.qde"])
    edit(root)
    found, items = brought(folder, packed_up({**files, "project.qde": ET.tostring(root)}))
    assert found.problems == []
    return found.told, items


def selection(root: ET.Element, words: str, code: str) -> ET.Element:
    """The selection at words that has a code."""
    place, names = at(words), codes_of(root)
    return next(
        found
        for found in root.iter(f"{Q}PlainTextSelection")
        if (found.get("startPosition"), found.get("endPosition"))
        == (str(place.start), str(place.end))
        and code in [names[ref.get("targetGUID", "")] for ref in found.iter(f"{Q}CodeRef")]
    )


def recoded(words: str, was: str, now: str) -> Edit:
    def edit(root: ET.Element) -> None:
        guids = {name: guid for guid, name in codes_of(root).items()}
        for ref in selection(root, words, was).iter(f"{Q}CodeRef"):
            if ref.get("targetGUID") == guids[was]:
                ref.set("targetGUID", guids[now])

    return edit


@pytest.mark.parametrize(
    ("words", "was", "now", "kind", "field", "value"),
    [
        ("Dockers", "GROUP", "ORG", Kind.ENTITY, "label", "ORG"),
        ("raided", "Attack", "Peaceful protest", Kind.EVENT, "subkind", "Peaceful protest"),
        (THREE, "Figure: wounded", "Figure: killed", Kind.FIGURE, "outcome", "killed"),
    ],
)
def test_a_code_changed_elsewhere_wins_and_is_told(
    folder: Path, words: str, was: str, now: str, kind: Kind, field: str, value: str
) -> None:
    told, items = edited(folder, recoded(words, was, now))
    assert len(told) == 1
    there = (i for i in items if i.kind is kind and at(words) in i.spans)
    assert value in {item.fields.get(field) for item in there}


def test_a_memo_changed_elsewhere_wins(folder: Path) -> None:
    def edit(root: ET.Element) -> None:
        memo = next(one for one in root.iter(f"{Q}Description") if "two lines" in (one.text or ""))
        memo.text = "seen by Bea"

    _, items = edited(folder, edit)
    assert "seen by Bea" in {item.note for item in items}


def test_a_decision_taken_back_elsewhere_is_taken_back_here(folder: Path) -> None:
    def edit(root: ET.Element) -> None:
        found = selection(root, "burned", "Decision: rejected")
        guids = {name: guid for guid, name in codes_of(root).items()}
        for coding in found.findall(f"{Q}Coding"):
            if coding[0].get("targetGUID") == guids["Decision: rejected"]:
                found.remove(coding)

    told, items = edited(folder, edit)
    assert len(told) == 1
    assert one(items, Kind.EVENT, "burned").state is State.ACCEPTED


def test_a_selection_moved_elsewhere_is_moved_here(folder: Path) -> None:
    span = at("Dockers raided a depot")

    def edit(root: ET.Element) -> None:
        found = selection(root, "two lorries", "GROUP")
        found.set("startPosition", str(span.start))
        found.set("endPosition", str(span.end))

    _, items = edited(folder, edit)
    assert one(items, Kind.ENTITY, "Dockers raided a depot").fields["name"] == "lorries"


FOREIGN = """<?xml version="1.0" encoding="utf-8"?>
<Project name="x" origin="Some other program" xmlns="urn:QDA-XML:project:1.0">
<CodeBook><Codes>
<Code guid="{{A0000000-0000-4000-8000-000000000001}}" name="PERSON" isCodable="true"/>
<Code guid="A0000000-0000-4000-8000-000000000002" name="Grief" isCodable="true"/>
</Codes></CodeBook>
<Variables><Variable guid="A0000000-0000-4000-8000-000000000009" name="Age" typeOfVariable="Text"/></Variables>
<Cases><Case guid="A0000000-0000-4000-8000-000000000008" name="Lina"/></Cases>
<Sources>
<TextSource guid="A0000000-0000-4000-8000-000000000003" name="7">{inside}
<PlainTextSelection guid="A0000000-0000-4000-8000-000000000004" startPosition="{start}" endPosition="{end}">
<Description>who is she?</Description>
<Coding guid="A0000000-0000-4000-8000-000000000005"><CodeRef targetGUID="a0000000-0000-4000-8000-000000000001"/></Coding>
<Coding guid="A0000000-0000-4000-8000-000000000006"><CodeRef targetGUID="A0000000-0000-4000-8000-000000000002"/></Coding>
</PlainTextSelection>
<PlainTextSelection guid="A0000000-0000-4000-8000-000000000014" startPosition="0" endPosition="{beyond}">
<Coding guid="A0000000-0000-4000-8000-000000000015"><CodeRef targetGUID="A0000000-0000-4000-8000-000000000002"/></Coding>
</PlainTextSelection>
</TextSource>
<PictureSource guid="A0000000-0000-4000-8000-000000000007" name="photo"/>
</Sources>
<Sets><Set guid="A0000000-0000-4000-8000-000000000010" name="first round"/></Sets>
</Project>
"""  # noqa: E501


def foreign(beyond: int = 5) -> bytes:
    span = at("Lina Mora")
    inside = f"<PlainTextContent>{TEXT}</PlainTextContent>"
    told = FOREIGN.format(inside=inside, start=span.start, end=span.end, beyond=beyond)
    return packed_up({"Other/name.qde": told.encode()})


def test_a_stranger_s_project_comes_in_and_what_has_no_meaning_is_counted(folder: Path) -> None:
    found, items = brought(folder, foreign(), "cy")
    assert found.problems == []
    mora = one(items, Kind.ENTITY, "Lina Mora")
    assert (mora.fields["label"], mora.tags, mora.note) == ("PERSON", ("Grief",), "who is she?")
    assert mora.state is State.UNDECIDED
    assert found.left_out == {
        "pictures": 1,
        "cases": 1,
        "sets": 1,
        "variables": 1,
        "remarks on words that are no item": 1,
    }


def test_a_position_outside_its_text_is_named_and_the_rest_comes_in(folder: Path) -> None:
    found, items = brought(folder, foreign(beyond=90_000), "cy")
    assert len(found.problems) == 1
    assert one(items, Kind.ENTITY, "Lina Mora").tags == ("Grief",)


BOMB = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><Project>&c;</Project>'
HOSTILE = {
    "no ZIP file": b"PK but no more",
    "nothing": b"",
    "no project": packed_up({"sources/a.txt": b"a"}),
    "no XML": packed_up({"project.qde": b"<Project>"}),
    "entities": packed_up({"project.qde": BOMB}),
    "entities in UTF-16": packed_up({"project.qde": BOMB.decode().encode("utf-16")}),
    "a document type elsewhere": packed_up({"project.qde": b'<!DOCTYPE a SYSTEM "file:///x"><a/>'}),
    "nesting": packed_up({"project.qde": b"<Code>" * 5000 + b"</Code>" * 5000}),
    "no text": packed_up({"project.qde": b"<Project><Sources/></Project>"}),
    "a text that is not there": packed_up(
        {
            "project.qde": b'<Project><Sources><TextSource guid="a" '
            b'plainTextPath="internal://../../etc/passwd"/></Sources></Project>'
        }
    ),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_what_cannot_be_read_is_told_in_a_line(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.qdpx"
    path.write_bytes(data)
    found = list(IMPORTS["qdpx"].read(path))
    assert found
    assert all(not isinstance(one, Incoming) for one in found)
    assert all(str(path) in str(one) and "\n" not in str(one) for one in found)


def test_what_unpacks_to_more_than_the_bounds_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "LARGEST", 1 << 18)
    path = tmp_path / "x.qdpx"
    path.write_bytes(packed_up({"project.qde": b"<Project>" + b" " * (1 << 20) + b"</Project>"}))
    (found,) = IMPORTS["qdpx"].read(path)
    assert "too large" in str(found)


def test_a_damaged_file_within_is_told(folder: Path) -> None:
    data = bytearray(sent(folder).read_bytes())
    start = data.index(b"project.qde") + 40
    data[start : start + 40] = b"\0" * 40
    path = folder.parent / "x.qdpx"
    path.write_bytes(bytes(data))
    (found,) = IMPORTS["qdpx"].read(path)
    assert "damaged" in str(found) or "not XML" in str(found)


def test_the_note_that_holds_values_may_be_spoilt(folder: Path) -> None:
    files = files_of(sent(folder).read_bytes())
    told = files["project.qde"].decode().replace("{&quot;key", '{"key').replace('{"key', "{key")
    found, _ = brought(folder, packed_up({**files, "project.qde": told.encode()}))
    assert (found.problems, found.left_out["notes that held values"]) == ([], 1)


def test_the_name_of_the_report_is_that_of_its_file(folder: Path) -> None:
    root = project_of(sent(folder).read_bytes())
    assert [one.get("name") for one in root.iter(f"{Q}TextSource")] == [KEY]
    assert json.loads(root.findtext(f".//{Q}Note/{Q}PlainTextContent") or "")["key"] == KEY
