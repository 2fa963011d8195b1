"""Readings as JSON and back, typed: what is read back equals what was written."""

from dataclasses import replace
from typing import Any, get_origin, get_type_hints

import msgspec

from extract.records import Article, Reading

_encoder = msgspec.json.Encoder()
_reading_decoder = msgspec.json.Decoder(Reading)
_parts = msgspec.json.Decoder(dict[str, msgspec.Raw])
_records = msgspec.json.Decoder(list[msgspec.Raw])
_lists = {
    name: msgspec.json.Decoder(kind.__args__[0])
    for name, kind in get_type_hints(Reading).items()
    if get_origin(kind) is tuple
}


def encode(reading: Reading) -> bytes:
    """Return the reading as JSON in UTF-8."""
    return _encoder.encode(reading)


def decode(data: bytes) -> Reading:
    """Return the reading that `encode` wrote.

    Record by record: ten megabytes decoded at once would hold up every other thread.

    Raises:
        ValueError: if the data is no reading of this version of the records.
    """
    parts = _parts.decode(data)
    found: dict[str, Any] = {
        name: tuple(decoder.decode(record) for record in _records.decode(parts.pop(name)))
        for name, decoder in _lists.items()
        if name in parts
    }
    return replace(_reading_decoder.decode(_encoder.encode(parts)), **found)


def plain(record: Any) -> Any:
    """Return a record as dictionaries, lists, strings and numbers."""
    return msgspec.to_builtins(record)


def article_facts(article: Article) -> dict[str, Any]:
    """Return what is known of an article, its text and blocks left out."""
    facts: dict[str, Any] = msgspec.to_builtins(article)
    return {name: value for name, value in facts.items() if name not in ("text", "blocks")}
