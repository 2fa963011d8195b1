"""Noun phrases that hold a verb of saying, parted there: "[The agency estimates] that"."""

from collections.abc import Iterator, Sequence

from extract.attribution.cues import CLAUSE, cues
from extract.doc.syntax import Phrase, Syntax

_SAY = frozenset({"said", "says", "told", "tells"})
"""Never anything but verbs, in lower case."""


def mended(syntax: Syntax, low: Sequence[str], opening: frozenset[int]) -> Iterator[Phrase]:
    """The phrases of a text, in order; `opening` are the tokens that open quotations."""
    for phrase in syntax.phrases:
        verb = _verb_inside(phrase, syntax, low, opening) if phrase.kind == "NP" else None
        if verb is None:
            yield phrase
        else:
            yield from _parted(phrase, verb)


def _parted(phrase: Phrase, verb: int) -> Iterator[Phrase]:
    if phrase.first < verb:
        yield Phrase("NP", phrase.first, verb, verb - 1, "subj")
    yield Phrase("VG", verb, verb + 1, verb, "active")
    if verb + 1 < phrase.last:
        yield Phrase("NP", verb + 1, phrase.last, phrase.last - 1, "subj")


def _verb_inside(
    phrase: Phrase, syntax: Syntax, low: Sequence[str], opening: frozenset[int]
) -> int | None:
    for token in range(phrase.first, phrase.last):
        if low[token] in cues().plain and (
            syntax.pos[token] == "VERB" or syntax.word(token) in _SAY
        ):
            return token
    last = phrase.last - 1
    if phrase.first < last and _is_present(low[last]) and _leads(syntax, low, last, opening):
        return last
    return None


def _is_present(word: str) -> bool:
    """Whether the word may be the third person of a verb of saying: "reports", "estimates"."""
    return word.endswith("s") and any(CLAUSE in cue.frames for cue in cues().verbs.get(word, ()))


def _leads(syntax: Syntax, low: Sequence[str], last: int, opening: frozenset[int]) -> bool:
    """Whether a quotation follows, or "that" after one who can be alone: "the agency estimates"."""
    after = last + 1
    if after in opening:
        return True
    if after >= len(low) or low[after] != "that" or syntax.pos[after] != "SCONJ":
        return False
    return syntax.pos[last - 1] in ("NOUN", "PROPN") and not low[last - 1].endswith("s")
