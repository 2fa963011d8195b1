"""The place that a report's first words say it was sent from: "NAIROBI (Reuters) -"."""

from extract.entities.mentions import Candidate
from extract.entities.tokens import Tokens

_OPENING = frozenset({"(", "-", "–", "—", "--", ","})
_LONGEST = 4
_LEAST_LETTERS = 3


def with_datelines(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """The names, with places in capitals at the start of a block for what they are; in order."""
    found = [mention for mention in _datelines(tokens) if mention is not None]
    if not found:
        return names
    covered = {token for mention in found for token in range(mention.first, mention.last)}
    kept = [mention for mention in names if covered.isdisjoint(range(mention.first, mention.last))]
    return sorted([*kept, *found], key=lambda mention: mention.first)


def _datelines(tokens: Tokens) -> list[Candidate | None]:
    block = -1
    found = []
    for sentence in tokens.syntax.sentences:
        if sentence.block != block:
            block = sentence.block
            found.append(_dateline(tokens, sentence.first, sentence.last))
    return found


def _dateline(tokens: Tokens, first: int, end: int) -> Candidate | None:
    last = first
    while last < min(end, first + _LONGEST) and _is_capitals(tokens.words[last]):
        last += 1
    long_enough = sum(len(word) for word in tokens.words[first:last]) >= _LEAST_LETTERS
    if not long_enough or tokens.word(last) not in _OPENING or not tokens.has_normal_case(first):
        return None
    return Candidate(first, last, "LOC", chances={"LOC": 1.0}, settled=True)


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1
