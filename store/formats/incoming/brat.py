"""brat standoff: an .ann file with the .txt beside it, or a folder of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extract.load.files import read_text
from store.formats.incoming.proposal import Incoming, Place, Proposal, UnreadableImportError
from store.formats.marks import ARGUMENT

_TEXT_BOUND = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_EVENT = re.compile(r"(E\d+)\t([^\s:]+):(T\d+)")
_NOTE = re.compile(r"#\d*\t(\S+) ([TE]\d+)\t(.*)")
_ATTRIBUTE = re.compile(r"[AM]\d+\t(\S+) ([TE]\d+)(?:\s+(.*))?")
_OTHER = re.compile(r"[RN*]\S*\t")


@dataclass(slots=True)
class _Annotation:
    where: str
    label: str
    places: list[Place]
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    flag: bool = False
    state: str | None = None


def brat(path: Path) -> Iterator[Incoming | UnreadableImportError]:
    """The reports of a folder, or the one of an .ann file.

    Raises:
        LoadError: if a text beside an .ann file cannot be read.
    """
    folder = path if path.is_dir() else path.parent
    for found in sorted(path.rglob("*.ann")) if path.is_dir() else [path]:
        text = read_text(found.with_suffix(".txt"))
        key = found.with_suffix("").relative_to(folder).as_posix()
        yield _incoming(read_lines(found), str(found), key, text)


def read_lines(path: Path) -> list[str]:
    """The lines of an .ann file, which may be empty.

    Raises:
        UnreadableImportError: if it is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8").split("\n")
    except UnicodeDecodeError:
        raise UnreadableImportError("not UTF-8 text", path, "save it as UTF-8") from None


def _incoming(lines: list[str], where: str, key: str, text: str) -> Incoming:
    found: dict[str, _Annotation] = {}
    same: dict[str, str] = {}
    triggers: dict[str, str] = {}
    wrong: list[UnreadableImportError] = []
    for number, line in enumerate(lines, 1):
        place = f"{where}, line {number}"
        if match := _TEXT_BOUND.fullmatch(line):
            found[match[1]] = _text_bound(match, text, place)
        elif match := _EVENT.match(line):
            triggers[match[1]] = match[3]
        elif match := re.match(r"R\d+\tSame Arg1:(T\d+) Arg2:(T\d+)", line):
            same[match[2]] = match[1]
        elif match := re.match(r"#\d+\tDatelineSame (E\d+)\t(E\d+)", line):
            same[triggers.get(match[2], "")] = triggers.get(match[1], "")
        elif not _add_remark(line, found, triggers) and line and not _OTHER.match(line):
            wrong.append(UnreadableImportError("not a line of brat's standoff", place))
    for later, first in same.items():
        if later in found and first in found:
            found[first].places += found.pop(later).places
    proposals = [_proposal(one) for one in found.values() if one.label != ARGUMENT]
    return Incoming(where, (*proposals, *wrong), key, None, text)


def _text_bound(match: re.Match[str], text: str, where: str) -> _Annotation:
    offsets = [int(number) for number in re.findall(r"\d+", match[3])]
    start, end = offsets[0], offsets[-1]
    exact = match[4] if len(offsets) == 2 else text[start:end]
    return _Annotation(where, match[2], [Place(start, end, exact)])


def _add_remark(line: str, found: dict[str, _Annotation], triggers: dict[str, str]) -> bool:
    """Put a note, tag or attribute where it belongs; whether the line was one."""
    if match := _NOTE.fullmatch(line):
        annotation = found.get(triggers.get(match[2], match[2]))
        if annotation and match[1] == "DatelineTag":
            annotation.tags.append(match[3])
        elif annotation and match[1] == "AnnotatorNotes":
            annotation.notes.append(match[3])
        return True
    if match := _ATTRIBUTE.fullmatch(line):
        annotation = found.get(triggers.get(match[2], match[2]))
        if annotation and match[1] == "State":
            annotation.state = match[3]
        elif annotation and match[1] == "Flag":
            annotation.flag = True
        return True
    return False


def _proposal(one: _Annotation) -> Proposal:
    return Proposal(
        one.where,
        one.label,
        tuple(one.places),
        note="\n".join(one.notes),
        tags=tuple(one.tags),
        flag=one.flag,
        state=one.state,
    )
