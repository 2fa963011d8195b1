"""The file of a memory: TOML that a person can read, edit and hand on.

Each line has a sum of what was written and for whom. A line that is as it was written is made anew
from the decisions; one that was changed, added, or brought from somebody else is the person's own:
it stays as it is and goes before what decisions say.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path
from typing import Any

import msgspec

from extract.errors import DatelineError
from store.library_tables import looked_up
from store.memory.evidence import Table, as_text, folded
from store.memory.features import REJECTED
from store.memory.folds import rules
from store.memory.memory import Line, Memory, Remembered
from store.plainfiles import read_plain
from store.tomlfiles import basic_string, understand

_KNOWN = frozenset({"of", "is", "use", "told", "sum", "own"})
_MOST = 150
"""Lines of a table that come of decisions: those decided most often. All are remembered, but a file
of very many could neither be read by a person nor, by `LARGEST` of settings, again."""
_HEAD = """\
# What {annotator} decided in this library so far: Dateline fills in and folds away by it, and
# decides nothing. "told" says from which decisions a line comes.
#
# To change a line, change it: it is yours then, is never written over, and goes before what
# decisions say. `use = false` turns one off; a line that you take out comes back. Lines of others
# may be put in. "rejected" lines with `is = "kept"` are not folded.
"""


@dataclass(frozen=True, slots=True)
class FoundLines:
    """What a file holds that its person wrote."""

    lines: tuple[Line, ...] = ()
    problems: tuple[DatelineError, ...] = ()
    """What of it is passed over, since it is wrong."""
    usable: bool = True
    """Whether it could be understood at all: one that could not is not written over."""


def read_lines(path: Path, annotator: str) -> FoundLines:
    """Return the lines of a file that are a person's own; none where there is no file.

    Of a wrong line, or a wrong file, nothing but that problem comes back.
    """
    found = understand(path, read_plain, _File, frozenset(_File.__struct_fields__))
    lines: list[Line] = []
    problems = list(found.problems)
    problems += (DatelineError(one.removeprefix(f"{path}: "), path) for one in found.remarks)
    for table in Table:
        for number, row in enumerate(found.values.get(table, ()), 1):
            try:
                line = _line(table, row)
            except ValueError as error:
                what = f"line {number} of '{table}' not understood and passed over ({error})"
                problems.append(DatelineError(what, path, "mend or remove it"))
            else:
                if row.get("sum") != _sum(annotator, replace(line, of=row["of"])):
                    lines.append(line)
    return FoundLines(tuple(lines), tuple(problems), not found.lost and not problems)


class _File(msgspec.Struct):
    label: list[dict[str, Any]] = []
    canonical: list[dict[str, Any]] = []
    actor: list[dict[str, Any]] = []
    place: list[dict[str, Any]] = []
    map: list[dict[str, Any]] = []
    source_kind: list[dict[str, Any]] = []
    reliability: list[dict[str, Any]] = []
    sub_type: list[dict[str, Any]] = []
    rejected: list[dict[str, Any]] = []


def _line(table: Table, row: Mapping[str, Any]) -> Line:
    """A line, from values as the file has them.

    Raises:
        ValueError: saying what is wrong.
    """
    if unknown := [str(name) for name in row if name not in _KNOWN]:
        raise ValueError(f"'{unknown[0][:80]}' is not known here")
    of, value, use = row.get("of"), row.get("is"), row.get("use", True)
    if not isinstance(of, str) or not of.strip():
        raise ValueError("'of' is to be words in quotation marks")
    if not isinstance(use, bool):
        raise ValueError("'use' is true or false")
    if table is Table.MAP:
        return Line(table, folded(of), _located(value) if use else "", use)
    if use and (not isinstance(value, str) or not value.strip()):
        raise ValueError("'is' is to be words in quotation marks")
    allowed = _allowed(table)
    if use and allowed and value not in allowed:
        raise ValueError(f"'is' is one of {', '.join(allowed)}")
    named = table not in (Table.REJECTED, Table.SUB_TYPE)
    return Line(table, looked_up(of) if named else of, str(value or ""), use)


def _allowed(table: Table) -> tuple[str, ...]:
    """The values that a line of a table may have; none where any words will do."""
    from extract.vocabulary import EventType, Label, SubType

    return {
        Table.LABEL: tuple(one.value for one in Label if one is not Label.DATE),
        Table.RELIABILITY: tuple("ABCDEF"),
        Table.SUB_TYPE: (*EventType, *SubType),
        Table.REJECTED: (REJECTED, "kept"),
    }.get(table, ())


def _located(value: object) -> str:
    """A place on the map as answers are compared.

    Raises:
        ValueError: if it is none.
    """
    from store.kinds.incident import Located

    try:
        found = msgspec.to_builtins(msgspec.convert(value, Located, strict=False))
    except msgspec.ValidationError as error:
        raise ValueError(f"'is' is to be a place: {error}") from None
    north, east = found.get("latitude"), found.get("longitude")
    if north is None or east is None or abs(north) > 90 or abs(east) > 180:
        raise ValueError("'is' needs latitude and longitude, in degrees")
    return as_text(found)


def written(memory: Memory, annotator: str) -> bytes:
    """Return the file: a person's own lines of each table, then what decisions say."""
    parts = [_HEAD.format(annotator=annotator)]
    for table in Table:
        own = [line for line in memory.own if line.table is table]
        taken = {line.of for line in own}
        parts += (_own(line) for line in own)
        found_rules = rules(memory) if table is Table.REJECTED else memory.answers(table)
        kept = [(of, found) for of, found in found_rules if of not in taken]
        kept.sort(key=lambda pair: -pair[1].times)
        parts += (
            _derived(Line(table, of, found.value), found, annotator) for of, found in kept[:_MOST]
        )
        if len(kept) > _MOST:
            parts.append(f"# and {len(kept) - _MOST} more of '{table}'\n")
    return "\n".join(parts).encode("utf-8", "replace")


def _own(line: Line) -> str:
    rest = [] if line.use else [("use", "false")]
    return _row(line, [*rest, ("own", "true")])


def _derived(line: Line, found: Remembered, annotator: str) -> str:
    return _row(
        line, [("told", basic_string(found.told)), ("sum", basic_string(_sum(annotator, line)))]
    )


def _row(line: Line, rest: Iterable[tuple[str, str]]) -> str:
    is_map = line.table is Table.MAP
    value = _inline(line.value) if is_map and line.value else basic_string(line.value)
    pairs = [("of", basic_string(line.of)), ("is", value), *rest]
    return "\n".join([f"[[{line.table}]]", *(f"{name} = {told}" for name, told in pairs), ""])


def _inline(text: str) -> str:
    """An object as TOML has one in a line."""
    values = json.loads(text)
    pairs = (f"{name} = {_plain(value)}" for name, value in values.items() if value is not None)
    return f"{{ {', '.join(pairs)} }}"


def _plain(value: object) -> str:
    return repr(float(value)) if isinstance(value, int | float) else basic_string(str(value))


def _sum(annotator: str, line: Line) -> str:
    told = f"{annotator}\0{line.table}\0{line.of}\0{line.value}\0{line.use}"
    return blake2b(told.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()
