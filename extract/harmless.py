"""Text without what a terminal or a parser acts on: escaped in JSON, replaced elsewhere."""

import re

_HIDDEN = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    "\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
"""What JSON lets through: controls, direction, half pairs, tags, and what is no character."""


_SPACE = " "
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_PICTURES = 0x2400
_SIGNS = {
    **{code: chr(_PICTURES + code) for code in range(0x20)},
    0x7F: "␡",
    **dict.fromkeys(b"\v\f\r\x1c\x1d\x1e\x1f", _SPACE),
    0x85: _SPACE,
    0x2028: _SPACE,
    0x2029: _SPACE,
}
_CONTROLS = re.compile(f"[\x00-\x08\x0b-\x1f]|{_HIDDEN.pattern}")


def harmless(text: str) -> str:
    """Return the text with a sign or a space for each character that is no text; as long as it was.

    Line feeds and tabs stay. Controls, half surrogate pairs, characters that turn the direction of
    the writing, and invisible tags go.
    """
    return _CONTROLS.sub(lambda found: _SIGNS.get(ord(found[0]), _REPLACED), text)


def count_harmful(text: str) -> int:
    """Return how many characters `harmless` replaces."""
    return sum(1 for _ in _CONTROLS.finditer(text))


def harmless_json(text: str) -> str:
    """Return JSON with escapes for the characters that it lets through and a terminal may act
    on."""
    return _HIDDEN.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
