"""Words sought in a text as a reader means them."""

import re
import unicodedata

_SAME = ("'’‘`", '"“”„', "-–—‑", " \u00a0\n")
"""Characters that a reader does not tell apart when typing."""
_CLASSES = {character: f"[{re.escape(group)}]" for group in _SAME for character in group}
_MARK = "[\u0300-\u036f]"
"""Accents that are characters of their own, behind their letter."""


def hits(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each place of the words; case counts where a capital is among them.

    An accented letter is the same as one character and as a letter with its accent behind; no hit
    ends between the two.
    """
    if not words:
        return ()
    pattern = "".join(map(_alike, unicodedata.normalize("NFC", words)))
    flags = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return tuple(match.span() for match in re.finditer(f"{pattern}(?!{_MARK})", text, flags))


def _alike(character: str) -> str:
    """A pattern for all that a reader would take for the character."""
    if character in _CLASSES:
        return _CLASSES[character]
    parted = unicodedata.normalize("NFD", character)
    if parted == character:
        return re.escape(character)
    return f"(?:{re.escape(character)}|{re.escape(parted)})"
