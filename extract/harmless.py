"""JSON that a terminal may be shown: the same data, nothing in it that a terminal acts on."""

import re

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What JSON lets through: C1 controls, bidirectional controls, half surrogate pairs, tags."""


def harmless_json(text: str) -> str:
    """JSON with escapes for the characters that it lets through and a terminal may act on."""
    return _HIDDEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
