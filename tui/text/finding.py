"""Words sought in a text as a reader means them."""

import re

_SAME = ("'’‘`", '"“”„', "-–—‑", " \u00a0\n")
"""Characters that a reader does not tell apart when typing."""
_CLASSES = {character: f"[{re.escape(group)}]" for group in _SAME for character in group}


def hits(text: str, words: str) -> tuple[tuple[int, int], ...]:
    """Start and end of each place of the words; case counts where a capital is among them."""
    if not words:
        return ()
    pattern = "".join(_CLASSES.get(character) or re.escape(character) for character in words)
    flags = re.NOFLAG if words != words.lower() else re.IGNORECASE
    return tuple(match.span() for match in re.finditer(pattern, text, flags))
