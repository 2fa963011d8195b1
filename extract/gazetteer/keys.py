"""The form of a name under which lists are searched."""

import re
import unicodedata
from functools import lru_cache

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
