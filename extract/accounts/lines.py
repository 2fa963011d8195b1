"""What a report tells as one line of JSON, which travels between processes, and back."""

import msgspec

from extract.accounts.account import Telling
from extract.accounts.making import telling_of
from extract.records import Article, Reading

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Telling)


def line(article: Article, reading: Reading) -> str:
    """Return what a joiner asks of a report as one line, without its line end."""
    return _encoder.encode(telling_of(article, reading)).decode()


def read_line(words: str) -> Telling:
    """Return what `line` wrote.

    Raises:
        ValueError: if it is no such line.
    """
    return _decoder.decode(words)
