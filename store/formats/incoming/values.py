"""Values of files that others wrote: JSON within bounds, each value of the kind it should be."""

import json
import math
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from extract.errors import LoadError
from extract.records import Span
from store.formats.incoming.proposal import Incoming, Own, Place, UnreadableImportError
from store.items import Kind
from store.notes.upgrades import with_present_names

Row = dict[str, Any]
_HALF = re.compile(r"[\ud800-\udfff]")
_SHOWN = 60
_DIGITS = 18
"""Of whole numbers, which then fit into what every program has for them."""


def data_of(path: Path) -> bytes:
    """Return what is in a plain file.

    Raises:
        LoadError: if it cannot be read, or is no plain file.
    """
    if path.exists() and not path.is_file():
        raise LoadError("not a plain file", path, "name the file that the other program wrote")
    try:
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "unreadable").lower()
        raise LoadError(f"cannot be read ({reason})", path, "check its name") from None


def json_of(data: bytes | str, where: str) -> Any:
    """Return the value that is written; halves of surrogate pairs
    in it become marks of replacement.

    Numbers beyond all bounds become what is no value of any kind, so that only what holds them is
    refused.

    Raises:
        UnreadableImportError: if it is no JSON, or nested too deeply.
    """
    try:
        return _whole_letters(json.loads(data, **_PARSERS))
    except json.JSONDecodeError as error:
        raise UnreadableImportError(f"not JSON ({error})", where) from None
    except UnicodeDecodeError:
        raise UnreadableImportError("not UTF-8 text", where, "save it as UTF-8") from None
    except RecursionError:
        raise UnreadableImportError("nested too deeply", where) from None


class Boundless:
    """In place of a number that is too large, or is none."""

    def __str__(self) -> str:
        return "a number far too large"


def _finite(digits: str) -> float | Boundless:
    number = float(digits)
    return number if math.isfinite(number) else Boundless()


def _whole_number(digits: str) -> int | Boundless:
    return int(digits) if len(digits) <= _DIGITS else Boundless()


_PARSERS: dict[str, Any] = {
    "parse_float": _finite,
    "parse_constant": _finite,
    "parse_int": _whole_number,
}


def _whole_letters(value: Any) -> Any:
    if isinstance(value, str):
        return _HALF.sub("\ufffd", value)
    if isinstance(value, list):
        return [_whole_letters(one) for one in value]
    if isinstance(value, dict):
        return {_whole_letters(name): _whole_letters(one) for name, one in value.items()}
    return value


def place_in(text: str, start: object, end: object, where: str) -> Place:
    """Return the place at offsets that must be within the text.

    Raises:
        UnreadableImportError: if they are no offsets in it.
    """
    found = Span(whole(start, "start", where), whole(end, "end", where))
    if not 0 <= found.start < found.end <= len(text):
        raise UnreadableImportError(
            f"no words at {shown(found.start)} to {shown(found.end)} of its text", where
        )
    return Place(found.start, found.end, found.of(text))


def whole(value: object, name: str, where: str) -> int:
    """Return a whole number.

    Raises:
        UnreadableImportError: if it is none.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise UnreadableImportError(f"'{name}' is no whole number: {shown(value)}", where)


def words(value: object, name: str, where: str) -> str:
    """Return words, or nothing where there is no value.

    Raises:
        UnreadableImportError: if it is something else.
    """
    if value is None or isinstance(value, str):
        return value or ""
    raise UnreadableImportError(f"'{name}' is no words: {shown(value)}", where)


def all_words(value: object, name: str, where: str) -> tuple[str, ...]:
    """Return a list of words, or nothing where there is no value.

    Raises:
        UnreadableImportError: if it is something else.
    """
    return tuple(words(one, name, where) for one in listed(value, name, where))


def listed(value: object, name: str, where: str) -> list[Any]:
    """Return a list, or nothing where there is no value.

    Raises:
        UnreadableImportError: if it is something else.
    """
    if value is None or isinstance(value, list):
        return value or []
    raise UnreadableImportError(f"'{name}' is no list: {shown(value)}", where)


def tabled(value: object, name: str, where: str) -> Row:
    """Return values by name, or nothing where there is no value.

    Raises:
        UnreadableImportError: if it is something else.
    """
    if value is None or isinstance(value, dict):
        return value or {}
    raise UnreadableImportError(f"'{name}' is no object: {shown(value)}", where)


def shown(value: object) -> str:
    """Return a value as a message quotes it, cut where it is long."""
    if isinstance(value, (list, dict)):
        return "a list" if isinstance(value, list) else "an object"
    found = str(value)
    return found if len(found) <= _SHOWN else f"{found[:_SHOWN]}…"


def own_of(values: Any, where: str) -> Own | None:
    """Return what a file has of an item of ours; none where it is nobody's.

    Raises:
        UnreadableImportError: if it is not what goes out.
    """
    facts = tabled(values, "item", where)
    if not facts.get("kind"):
        return None
    try:
        kind = Kind(words(facts["kind"], "kind", where))
    except ValueError:
        raise UnreadableImportError(
            f"there is no kind '{shown(facts['kind'])}'", where, "leave it out"
        ) from None
    return Own(
        kind,
        with_present_names(kind, tabled(facts.get("fields"), "fields", where)),
        words(facts.get("id"), "id", where) or None,
        words(facts.get("note"), "note", where),
        all_words(facts.get("tags"), "tags", where),
        facts.get("flag") is True,
    )


def rows_of(
    data: bytes, where: str, read: Callable[[Row, str], Incoming]
) -> Iterator[Incoming | UnreadableImportError]:
    """Yield what is read in each row, or why it cannot be."""
    empty = True
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        if not line.strip():
            continue
        empty = False
        place = f"{where}, line {number}"
        try:
            yield read(_object(line, place), place)
        except UnreadableImportError as error:
            yield error
    if empty:
        yield UnreadableImportError("there is nothing in it", where, "check its name")


def _object(line: bytes, where: str) -> Row:
    row = json_of(line, where)
    if not isinstance(row, dict) or not isinstance(row.get("text"), str):
        raise UnreadableImportError('no "text"', where)
    return row


def name_of(value: object) -> str | None:
    """Return a key, hash or running number; nothing where it is none of these."""
    if isinstance(value, str):
        return value
    number = isinstance(value, int) and not isinstance(value, bool)
    return str(value) if number else None
