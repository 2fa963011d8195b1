"""REFI-QDA projects (.qdpx) of QualCoder, NVivo, MAXQDA, ATLAS.ti or Dateline."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from xml.etree.ElementTree import Element

from extract.errors import LoadError
from store.formats.codebook import Code, known_codes
from store.formats.codecs.qdpx import ADDRESS, MEMO, PROJECT, PUBLISHED, PUBLISHER
from store.formats.incoming.coded import Selection, proposals_of
from store.formats.incoming.proposal import Incoming, UnreadableImportError
from store.formats.incoming.values import Row, data_of, json_of, listed, place_in, shown, tabled
from store.formats.marks import FIELDS, SAME
from store.formats.packed import Packed, unpacked
from store.formats.registry import Found, import_format

_LARGEST_TEXT = 1 << 25
"""Bytes of one report."""
_DIGITS = 12
"""Of a position."""
_INSIDE = "internal://"
_PARTS = {"Cases/*": "cases", "Sets/*": "sets", "Graphs/*": "graphs"}
"""What a project may have that has no meaning here."""
_SOURCES = {"PictureSource": "pictures", "AudioSource": "recordings", "VideoSource": "films"}
_OUR_VARIABLES = frozenset({PUBLISHED, PUBLISHER, ADDRESS})
_OUR_LINKS = frozenset({*FIELDS, SAME})
_Positions = Callable[[int], int]


@import_format("qdpx", "a REFI-QDA project", ending=".qdpx")
def read(path: Path) -> Found:
    """Return what a project, or each of a folder, says of its texts."""
    for one in sorted(path.rglob("*.qdpx")) if path.is_dir() else [path]:
        where = str(one)
        try:
            with unpacked(data_of(one), where) as packed:
                yield from _Project(packed, where).texts()
        except UnreadableImportError as error:
            yield error
        except LoadError as error:
            yield UnreadableImportError(error.what, error.where, error.then)


class _Project:
    """A project as it stands in its file: its codes, notes and links by what names them."""

    def __init__(self, packed: Packed, where: str) -> None:
        self._packed = packed
        self._where = where
        self._files = {PurePosixPath(name).name.casefold(): name for name in packed.names}
        self._root = packed.xml(_project_file(packed, where))
        self._codes = dict(_codes(self._root))
        self._notes = {_guid(one): one for one in self._root.iterfind("Notes/Note")}
        self._linked = dict(self._links_of_notes())
        self._used: set[str] = set()
        """Notes that came in."""
        self._left_out: Counter[str] = Counter()

    def texts(self) -> Found:
        """Return what is said of each text; what is left out of the whole is told with the last."""
        found: list[Incoming | UnreadableImportError] = []
        last = None
        for source in self._sources():
            try:
                last = self._text(source)
                found.append(last)
            except UnreadableImportError as error:
                found.append(error)
        if last is None:
            found.append(UnreadableImportError("there is no text in it", self._where))
        self._count_rest()
        for one in found:
            yield replace(last, left_out=self._left_out) if last and one is last else one

    def _sources(self) -> Iterator[Element]:
        for source in self._root.iterfind("Sources/*"):
            text = source.find("Representation") if source.tag == "PDFSource" else source
            if source.tag in _SOURCES:
                self._left_out[_SOURCES[source.tag]] += 1
            elif text is None:
                self._left_out["PDF files without a text"] += 1
            else:
                self._count(source, "PDFSelection", "selections on pages of PDF files")
                yield text

    def _text(self, source: Element) -> Incoming:
        name = source.get("name") or _guid(source)
        where = f"{self._where}, {shown(name)}"
        text, positions = self._words(source, where)
        facts = self._facts(source, where)
        found: list[Selection] = []
        wrong: list[UnreadableImportError] = []
        for selected, note in self._selected(source):
            try:
                found.append(self._selection(selected, note, text, positions, where))
            except UnreadableImportError as error:
                wrong.append(error)
        rows = [tabled(one, "item", where) for one in listed(facts.get("items"), "items", where)]
        proposals, remarks = proposals_of(found, rows, where, self._left_out)
        self._count_on_report(source, facts)
        key, sha256 = (_words(facts.get(name)) for name in ("key", "sha256"))
        return Incoming(
            where, (*proposals, *wrong), key or name, sha256, text, remarks=tuple(remarks)
        )

    def _words(self, source: Element, where: str) -> tuple[str, _Positions]:
        """The text with line feeds alone, and what makes positions of the file's those in it."""
        text = self._content(source)
        if text is None:
            what = "its text is not in the file"
            raise UnreadableImportError(what, where, "write the project with its sources")
        feeds = "ATLAS" not in (self._root.get("origin") or "").upper()  # which counts them as one
        return text.replace("\r\n", "\n"), _positions(text) if feeds else int

    def _content(self, source: Element) -> str | None:
        """The words of a source or a note; none where they lie outside the file."""
        inside = source.find("PlainTextContent")
        if inside is not None:
            return inside.text or ""
        path = source.get("plainTextPath") or ""
        name = self._files.get(path.removeprefix(_INSIDE).rpartition("/")[2].casefold())
        if name is None or not path.startswith(_INSIDE):
            return None
        try:
            return self._packed.read(name, _LARGEST_TEXT).decode("utf-8-sig")
        except UnicodeDecodeError:
            where = f"{self._where}, {name[:60]}"
            raise UnreadableImportError("not UTF-8 text", where, "save it as UTF-8") from None

    def _selected(self, source: Element) -> Iterator[tuple[Element, str]]:
        """All selections, and those in notes on the text, with what is noted."""
        for selected in source.iterfind("PlainTextSelection"):
            notes = [selected.findtext("Description") or "", *self._notes_on(selected)]
            yield selected, "\n".join(dict.fromkeys(note for note in notes if note.strip()))
        for ident in _named(source, "NoteRef"):
            note = self._notes.get(ident)
            for selected in note.iterfind("PlainTextSelection") if note is not None else ():
                yield selected, self._note(ident)

    def _notes_on(self, selected: Element) -> Iterator[str]:
        """The notes that a selection or one of its codings names, and those that name it."""
        for one in (selected, *selected.iterfind("Coding")):
            yield from map(self._note, _named(one, "NoteRef"))
        if _guid(selected) in self._linked:
            yield self._note(self._linked[_guid(selected)])

    def _note(self, ident: str) -> str:
        note = self._notes.get(ident)
        if note is None:
            return ""
        self._used.add(ident)
        return self._content(note) or note.findtext("Description") or ""

    def _selection(
        self, selected: Element, note: str, text: str, positions: _Positions, where: str
    ) -> Selection:
        start, end = (_offset(selected, f"{end}Position", where) for end in ("start", "end"))
        place = place_in(text, positions(start), positions(end), where)
        codes = []
        for coding in selected.iterfind("Coding"):
            for ident in _named(coding, "CodeRef"):
                if ident in self._codes:
                    codes.append(self._codes[ident])
                else:
                    self._left_out["codings without their code"] += 1
        return Selection(where, _guid(selected), place, tuple(codes), note)

    def _facts(self, source: Element, where: str) -> Row:
        """What went out, from the notes that hold it, one for each annotator."""
        found: Row = {}
        for ident in _named(source, "NoteRef"):
            note = self._notes.get(ident)
            if note is None or note.get("name") != MEMO:
                continue
            self._used.add(ident)
            try:
                facts = tabled(json_of(self._content(note) or "", where), MEMO, where)
                items = [*found.get("items", ()), *listed(facts.get("items"), "items", where)]
                found = {**facts, **found, "items": items}
            except UnreadableImportError:
                self._left_out["notes that held values"] += 1
        return found

    def _links_of_notes(self) -> Iterator[tuple[str, str]]:
        """Notes by the selections that a link ties them to, as some programs have them."""
        for link in self._root.iterfind("Links/Link"):
            ends = [_plain(link.get(name)) for name in ("originGUID", "targetGUID")]
            for note, other in (ends, reversed(ends)):
                if note in self._notes:
                    yield other, note

    def _count_on_report(self, source: Element, facts: Row) -> None:
        self._count(source, "Coding", "codes on whole reports")
        note = source.findtext("Description") or ""
        was = _words(facts.get("note")) or ""
        self._left_out["notes on reports"] += bool(note.strip()) and note.split() != was.split()

    def _count_rest(self) -> None:
        for path, what in _PARTS.items():
            self._count(self._root, path, what)
        variables = [one.get("name") for one in self._root.iterfind("Variables/Variable")]
        self._left_out["variables"] += sum(name not in _OUR_VARIABLES for name in variables)
        self._left_out["notes that are on no words"] += len(self._notes.keys() - self._used)
        tied = {*self._linked, *self._linked.values()}
        for link in self._root.iterfind("Links/Link"):
            ours = link.get("name") in _OUR_LINKS or _plain(link.get("originGUID")) in tied
            self._left_out["links"] += not ours
        self._left_out += Counter()

    def _count(self, above: Element, path: str, what: str) -> None:
        self._left_out[what] += len(above.findall(path))


def _project_file(packed: Packed, where: str) -> str:
    found = [name for name in packed.names if name.casefold().endswith(".qde")]
    if not found:
        raise UnreadableImportError(f"no {PROJECT} in it", where, "write the project again")
    return PROJECT if PROJECT in found else min(found, key=len)


def _codes(root: Element) -> Iterator[tuple[str, Code]]:
    """The codes of a project by GUID: ours, by GUID or by name; all others are tags."""
    by_guid = {code.guid: code for code in known_codes()}
    by_name = {code.name: code for code in known_codes()}
    for one in root.iterfind("CodeBook/Codes//Code"):
        name = " ".join((one.get("name") or "").split())
        known = by_guid.get(_guid(one)) or by_name.get(name)
        if known or name:
            yield _guid(one), known or Code(name)


def _positions(text: str) -> _Positions:
    """What makes positions in a text with pairs of line ends those in one with line feeds."""
    pairs = [n for n, sign in enumerate(text) if sign == "\r" and text[n + 1 : n + 2] == "\n"]
    return lambda position: position - bisect_left(pairs, position)


def _named(above: Element, tag: str) -> list[str]:
    return [_plain(one.get("targetGUID")) for one in above.iterfind(tag)]


def _guid(one: Element) -> str:
    return _plain(one.get("guid"))


def _plain(ident: str | None) -> str:
    """A GUID in small letters, without the braces that it may stand in."""
    return (ident or "").strip().strip("{}").casefold()


def _offset(selected: Element, name: str, where: str) -> int:
    told = (selected.get(name) or "").strip()
    if not (told.isdecimal() and len(told) <= _DIGITS):
        raise UnreadableImportError(f"'{name}' is no whole number: {shown(told)}", where)
    return int(told)


def _words(value: object) -> str | None:
    return value if isinstance(value, str) else None
