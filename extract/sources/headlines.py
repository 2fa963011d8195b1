"""Headline forms: "S: C", "C: S", "C - S", "C, S"."""

from collections.abc import Iterator

from extract.sources.draft import Draft
from extract.sources.page import NONE, Line, Run

_LONGEST_NAME = 5


def headline_statements(line: Line) -> Iterator[Draft]:
    """The statement that a colon or a dash of a heading reports."""
    for token in range(line.first + 1, line.last - 1):
        if line.page.quote[token] != NONE or line.low(token) not in (":", "–", "—", "-"):
            continue
        before, after = Run(line.first, token), Run(token + 1, line.closing)
        cue = Run(token, token + 1)
        if line.low(token) == ":" and _is_name(line, before) and _says_much(line, after):
            yield Draft(cue, [after], "neutral", before, frame="headline")
        elif _is_name(line, after) and _says_much(line, before):
            yield Draft(cue, [before], "neutral", after, frame="headline")
        return


def _is_name(line: Line, run: Run) -> bool:
    """Whether the words are one short noun phrase that a speaker may have."""
    if not 0 < run.last - run.first <= _LONGEST_NAME:
        return False
    return all(
        line.pos(token) in ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PUNCT", "CCONJ", "PART")
        for token in range(run.first, run.last)
    ) and any(line.pos(token) == "PROPN" for token in range(run.first, run.last))


def _says_much(line: Line, run: Run) -> bool:
    """Whether the words hold a verb or a quotation."""
    return any(
        line.page.verb_at(token) is not None or line.page.quote[token] != NONE
        for token in range(run.first, run.last)
    )
