"""Names that become paths: those of annotators, and keys of articles that come from elsewhere.

They are checked where they enter. What they may hold is the same on every system, so that a library
can be carried from one to another.
"""

import unicodedata

from store.errors import InvalidValueError

LONGEST = 200
"""Bytes of UTF-8; endings and marks of temporary files fit behind it in what systems allow."""

CACHE = "cache"
_RESERVED = frozenset(
    {CACHE, "library.toml", "con", "prn", "aux", "nul"}
    | {f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10)}
)
"""What the folder of notes holds itself, and what some systems take for devices."""
_IGNORED = (".lock", ".holder", ".tmp")
"""Endings of what is left out of version control: notes under them would be lost."""
_LISTS = "lexicon"
"""The folder of a library's own word lists."""
_SIGNS = frozenset(" .@+-_'’‘`´,·&()‐‑–׳״\u200c\u200d")


def annotator_name(name: str) -> str:
    """Return the name as a folder is called by it, in composed letters and without space around it.

    Raises:
        InvalidValueError: if no folder can be called so.
    """
    found = unicodedata.normalize("NFC", name.strip())
    if not is_annotator_name(found):
        raise InvalidValueError(
            f"'{name}' cannot be an annotator's name",
            then=f"use letters, digits, spaces and . @ + - _ ', a letter or digit first, "
            f"{LONGEST} bytes at most",
        )
    return found


def is_annotator_name(name: str) -> bool:
    """Return whether a folder of notes may be called so."""
    return bool(
        name
        and name == name.strip()
        and unicodedata.category(name[0])[0] in "LN"
        and all(letter in _SIGNS or unicodedata.category(letter)[0] in "LMN" for letter in name)
        and _is_portable(name)
    )


def article_key(key: str) -> str:
    """Return the key, if a report of the library may be called by it.

    Raises:
        InvalidValueError: if it leads elsewhere, or means something else there.
    """
    parts = key.split("/")
    if not all(map(_is_part, parts)) or parts[0].casefold() == _LISTS:
        raise InvalidValueError(
            f"'{key}' cannot be the name of a report", then="rename it where it comes from"
        )
    return key


def _is_part(part: str) -> bool:
    return (
        not part.startswith(".")
        and not any(_is_forbidden(letter) for letter in part)
        and _is_portable(part)
    )


def _is_forbidden(letter: str) -> bool:
    """Whether a character parts paths, ends lines, or is half of one."""
    return letter == "\\" or unicodedata.category(letter) in ("Cc", "Cs", "Zl", "Zp")


def _is_portable(name: str) -> bool:
    folded = name.casefold()
    return (
        bool(name)
        and len(name.encode("utf-8", "surrogatepass")) <= LONGEST
        and folded not in _RESERVED
        and folded.partition(".")[0] not in _RESERVED - {CACHE}
        and not folded.endswith(_IGNORED)
    )
