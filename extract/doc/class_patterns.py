"""Rules as they are written over classes of tokens: `{the}?{month}{day}`.

`{early|late}` is either of two classes; names in capitals stand for pieces that rules share. All
else is a regular expression, in which a class is one letter.
"""

import re
from collections.abc import Mapping

_SIGNS = {r"\n": r"\n", **{sign: re.escape(sign) for sign in ",.-/()"}}
_NAME = re.compile(r"\{([^{}\d][^{}]*)\}")


def class_pattern(
    template: str, letters: Mapping[str, str], pieces: Mapping[str, str] | None = None
) -> re.Pattern[str]:
    """Return the regular expression over the letters of classes that a rule is.

    Raises:
        KeyError: if no class or piece has that name.
    """
    return re.compile(_expanded(template, letters, pieces or {}))


def _expanded(template: str, letters: Mapping[str, str], pieces: Mapping[str, str]) -> str:
    return _NAME.sub(lambda match: _meant(match[1], letters, pieces), template)


def _meant(name: str, letters: Mapping[str, str], pieces: Mapping[str, str]) -> str:
    if name.isupper():
        return _expanded(pieces[name], letters, pieces)
    found = [_SIGNS.get(one) or letters[one] for one in name.split("|")]
    return found[0] if len(found) == 1 else f"[{''.join(found)}]"
