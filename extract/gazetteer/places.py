"""Places by name, looked up in a sorted file without reading it into a table first."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from extract.gazetteer.keys import key_of

_FILE = Path(__file__).with_name("places.tsv")
_PLACE = re.compile(r"([A-Z]{2})([a-z])(\d+)")
_KINDS = {"p": "capital", "c": "city", "s": "state"}


@dataclass(frozen=True, slots=True)
class Place:
    """One of the places that go by a name."""

    country: str
    """ISO 3166-1 alpha-2 code."""
    kind: str
    """capital, city or state (of the United States)."""
    population: int
    """To the thousand; 0 where it is smaller or not known."""


def is_place(name: str) -> bool:
    """Return whether the gazetteer has a place of the name."""
    return bool(places_named(name))


@lru_cache(maxsize=20_000)
def places_named(name: str) -> tuple[Place, ...]:
    """Return the places that go by the name, the most populous first."""
    return tuple(
        Place(code, _KINDS[kind], int(thousands) * 1000)
        for code, kind, thousands in _PLACE.findall(_entry(key_of(name)))
    )


def _entry(key: str) -> str:
    """What the file says behind the key; nothing if it has none."""
    if not key:
        return ""
    text = _text()
    low, high = 0, len(text)
    while low < high:
        start = text.rfind("\n", low, (low + high) // 2) + 1 or low
        tab = text.find("\t", start)
        end = text.find("\n", start)
        found = text[start:tab]
        if found == key:
            return text[tab:end]
        if found < key:
            low = end + 1
        else:
            high = start
    return ""


@lru_cache(maxsize=1)
def _text() -> str:
    """The lines of the file behind its heading, each a key, a tab and its places."""
    text = _FILE.read_text(encoding="utf-8")
    return text[text.index("\n\n") + 2 :]
