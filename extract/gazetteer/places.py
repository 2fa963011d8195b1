"""Places by name, looked up in a sorted file without reading it into a table first."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_APOSTROPHES = re.compile(r"['’‘`ʻʼʿʾ]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BREAKS = re.compile(r"[\s\-‐‑–]+")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "æ": "ae", "œ": "oe", "ß": "ss"})


@lru_cache(maxsize=50_000)
def key_of(name: str) -> str:
    """Return a name without case, accents, apostrophes, hyphens or a leading "the"."""
    key = name.casefold()
    if not key.isascii():
        parted = unicodedata.normalize("NFKD", _UNSEEN.sub("", key).translate(_LETTERS))
        key = "".join(c for c in parted if not unicodedata.combining(c))
    key = _BREAKS.sub(" ", _APOSTROPHES.sub("", key)).strip()
    return key.removeprefix("the ")


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
