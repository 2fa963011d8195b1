"""Words right beside a figure that tell how it stands to the one before."""

import re

from extract.lexicon import cached, table
from extract.records import Figure

_FROM = "from "
_ACCORDING = " according to"
_LONGEST_PERHAPS = 32
_LONGEST_BRACKET = 80
_LONGEST_DEATH = 80
_LATER = re.compile(
    r"[^.;:!?\n]{0,40}?\b(?:(?:later|subsequently)[^\S\n](?:died|succumbed)|(?:died|succumbed)[^\S\n]"
    r"(?:later|overnight|subsequently|of[^\S\n]|to[^\S\n]|from[^\S\n]|[^.;:!?,\n]{0,24}\b(?:hospital|clinic|wounds|injuries)))",
    re.IGNORECASE,
)


def died_later(text: str, figure: Figure) -> bool:
    """Whether those died after the others: "one died later", "two died of their wounds"."""
    return _LATER.match(text[figure.end : figure.end + _LONGEST_DEATH]) is not None


def was_before(text: str, figure: Figure) -> bool:
    """Whether it is what a toll was before: "revised down to 17 from 20"."""
    return text[max(0, figure.start - len(_FROM)) : figure.start].lower() == _FROM


def is_in_brackets(text: str, whole: Figure, part: Figure) -> bool:
    """Whether a part stands in brackets behind its whole: "three people (a nurse and two ...)"."""
    start = whole.counted.end if whole.counted else whole.end
    between = text[start : part.start] if part.start - start < _LONGEST_BRACKET else ""
    opened = between.lstrip().startswith("(") and ")" not in between
    return opened and (part.event, part.outcome) == (whole.event, whole.outcome)


def is_perhaps(text: str, figure: Figure) -> bool:
    """Another number for the same: "two people, perhaps three", "eight - 11 according to ..."."""
    if text.startswith(_ACCORDING, figure.end):
        return True
    before = text[max(0, figure.start - _LONGEST_PERHAPS) : figure.start].rstrip().lower()
    words = before.removesuffix(" as many as").removesuffix(" up to").split()
    return bool(words) and words[-1] in _perhaps()


@cached
def _perhaps() -> frozenset[str]:
    return frozenset(table("outcomes")["perhaps"]["words"])
