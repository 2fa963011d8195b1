"""Untrusted text as a terminal may show it, code point for code point, so that offsets hold.

Control characters become their Unicode pictures, so that no escape sequence reaches the terminal;
bidirectional controls, which could reorder the screen (CVE-2021-42574), become a sign; characters
whose width terminals disagree on are brought to one that all agree on.
"""

import re

_CONTROL_PICTURES = 0x2400
_DELETE_PICTURE = "␡"
_LINE_SIGN = "␤"
_UNKNOWN = "\N{REPLACEMENT CHARACTER}"
_REORDERS = "⇄"
_NOTHING = "\N{ZERO WIDTH SPACE}"

_SIGNS: dict[int, str] = {
    **{code: chr(_CONTROL_PICTURES + code) for code in range(0x20)},
    ord("\t"): " ",
    ord("\n"): " ",
    ord("\r"): " ",
    0x7F: _DELETE_PICTURE,
    **dict.fromkeys(range(0x80, 0xA0), _UNKNOWN),
    0x85: _LINE_SIGN,
    0xAD: _NOTHING,  # a soft hyphen takes a cell in some terminals and none in others
    0x2028: _LINE_SIGN,
    0x2029: _LINE_SIGN,
    **dict.fromkeys(
        [0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)], _REORDERS
    ),
    **dict.fromkeys([0xFE0E, 0xFE0F], _NOTHING),  # half the terminals widen what they follow
    **dict.fromkeys(range(0xD800, 0xE000), _UNKNOWN),  # half a surrogate pair cannot be encoded
    **dict.fromkeys(range(0xFFF9, 0xFFFC), _UNKNOWN),
    **dict.fromkeys(range(0xE0000, 0xE0080), _UNKNOWN),  # invisible letters
}
_HARMLESS = re.compile(r"[ -~\n\xa0-\xac\xae-\u0600\u2010-\u2027\u2030-\u205e\u20a0-\u23ff]*")
_EMOJI_JOINER = re.compile("(?<=[\U0001f000-\U0001faff\u2600-\u27bf\u200b])\u200d")


def visible(text: str) -> str:
    """Return the text with a visible sign for whatever a terminal would act on;
    as long as it was."""
    if _HARMLESS.fullmatch(text):
        return text.replace("\n", " ")
    return _EMOJI_JOINER.sub(_NOTHING, text.translate(_SIGNS))
