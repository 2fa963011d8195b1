"""Readings as JSON and back, typed: what is read back equals what was written."""

from dataclasses import replace
from typing import Any

import msgspec

from extract.records import Article, Reading

_encoder = msgspec.json.Encoder()
_reading_decoder = msgspec.json.Decoder(Reading)


def encode(reading: Reading) -> bytes:
    """The reading as JSON in UTF-8, its syntax left out."""
    return _encoder.encode(replace(reading, syntax=None))


def decode(data: bytes) -> Reading:
    """The reading that `encode` wrote.

    Raises:
        ValueError: if the data is no reading of this version of the records.
    """
    return _reading_decoder.decode(data)


def plain(record: Any) -> Any:
    """A record as dictionaries, lists, strings and numbers; a reading without its syntax."""
    if isinstance(record, Reading):
        record = replace(record, syntax=None)
    return msgspec.to_builtins(record)


def article_facts(article: Article) -> dict[str, Any]:
    """What is known of an article, its text and blocks left out."""
    facts: dict[str, Any] = msgspec.to_builtins(article)
    return {name: value for name, value in facts.items() if name not in ("text", "blocks")}
