"""Tables as JSON in UTF-8, one document a line, so that two versions compare line by line."""

import json
from collections.abc import Callable, Mapping
from typing import Any

import msgspec

Documents = Mapping[str, Mapping[Any, Any]]
"""Tables by name, of documents by id."""


def encode(tables: Documents) -> bytes:
    """The content of a file that holds these tables."""
    return _file(tables, _json)


class KeptEncoding:
    """Encodes each document once, for tables whose documents are replaced and never edited.

    A save then encodes the few that are new: with the text of a long report among them all of
    them took 6 ms, during which no key was taken.
    """

    def __init__(self) -> None:
        self._lines: dict[int, tuple[Any, bytes]] = {}
        """By the identity of a document, which is held so that no other one can take it over."""

    def __call__(self, tables: Documents) -> bytes:
        """The content of a file that holds these tables."""
        known, kept = self._lines, dict[int, tuple[Any, bytes]]()

        def line(document: Any) -> bytes:
            entry = known.get(id(document)) or (document, _json(document))
            kept[id(document)] = entry
            return entry[1]

        data = _file(tables, line)
        self._lines = kept
        return data


def _file(tables: Documents, line: Callable[[Any], bytes]) -> bytes:
    parts = [b"%b: {\n%b\n}" % (_json(name), _lines(table, line)) for name, table in tables.items()]
    return b"{\n%b\n}\n" % b",\n".join(parts)


def _lines(table: Mapping[Any, Any], line: Callable[[Any], bytes]) -> bytes:
    return b",\n".join(
        [b"%b: %b" % (_json(str(i)), line(document)) for i, document in table.items()]
    )


def _json(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair, which UTF-8 has no bytes for
        return json.dumps(value).encode()
