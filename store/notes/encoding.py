"""Tables as JSON in UTF-8, one document a line, so that two versions compare line by line."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import msgspec

Documents = Mapping[str, Mapping[Any, Any]]
"""Tables by name, of documents by id."""


def encode(tables: Documents) -> Iterator[bytes]:
    """Return the content of a file that holds these tables, in parts."""
    return _file(tables, _json)


class KeptEncoding:
    """Encodes each document once, for tables whose documents are replaced and never edited.

    A save then encodes the few that are new: with the text of a long report among them all of
    them took 6 ms, during which no key was taken.
    """

    def __init__(self) -> None:
        self._kept: dict[int, tuple[Any, bytes]] = {}
        """By the identity of a document, which is held so that no other one can take it over."""

    def __call__(self, tables: Documents) -> Iterator[bytes]:
        """The content of a file that holds these tables, in parts."""
        known, self._kept = self._kept, {}

        def once(document: Any) -> bytes:
            entry = known.get(id(document)) or (document, _json(document))
            self._kept[id(document)] = entry
            return entry[1]

        return _file(tables, once)


def _file(tables: Documents, encoded: Callable[[Any], bytes]) -> Iterator[bytes]:
    between = b"{\n"
    for name, table in tables.items():
        yield between
        yield from (_json(name), b": {")
        yield from _lines(table, encoded)
        yield b"\n}"
        between = b",\n"
    yield b"\n}\n" if tables else b"{\n\n}\n"


def _lines(table: Mapping[Any, Any], encoded: Callable[[Any], bytes]) -> Iterator[bytes]:
    if not table:
        yield b"\n"
    between = b"\n"
    for ident, document in table.items():
        yield from (between, _json(str(ident)), b": ", encoded(document))
        between = b",\n"


def _json(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 has no bytes for
        return json.dumps(value).encode()
