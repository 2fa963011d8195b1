"""First-order divisions under their names with and without the noun."""

from collections.abc import Iterator

from extract.gazetteer import Location, divisions_named
from extract.lexicon import table
from extract.vocabulary import Extent


def divisions_called(key: str) -> tuple[Location, ...]:
    """Return the first-order divisions that go by a name, or by it and a noun for a division.

    "plateau" is a department of Benin and Plateau State of Nigeria.
    """
    return tuple(dict.fromkeys(_found(key)))


def _found(key: str) -> Iterator[Location]:
    yield from divisions_named(key)
    for noun in table("geocoding")["extent"][Extent.DIVISION]:
        yield from divisions_named(f"{key} {noun}")
