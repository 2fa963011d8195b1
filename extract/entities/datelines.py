"""The place that a report's first words say it was sent from: "NAIROBI (Reuters) -"."""

from extract.entities.view import Draft, View

_OPENING = frozenset({"(", "-", "–", "—", "--", ","})
_LONGEST = 4
_LEAST_LETTERS = 3


def with_datelines(view: View, drafts: list[Draft]) -> list[Draft]:
    """The names, with places in capitals at the start of a block for what they are; in order."""
    found = [draft for draft in _datelines(view) if draft is not None]
    if not found:
        return drafts
    covered = {token for draft in found for token in range(draft.first, draft.last)}
    kept = [draft for draft in drafts if covered.isdisjoint(range(draft.first, draft.last))]
    return sorted([*kept, *found], key=lambda draft: draft.first)


def _datelines(view: View) -> list[Draft | None]:
    block = -1
    found = []
    for sentence in view.syntax.sentences:
        if sentence.block != block:
            block = sentence.block
            found.append(_dateline(view, sentence.first, sentence.last))
    return found


def _dateline(view: View, first: int, end: int) -> Draft | None:
    last = first
    while last < min(end, first + _LONGEST) and _is_capitals(view.words[last]):
        last += 1
    long_enough = sum(len(word) for word in view.words[first:last]) >= _LEAST_LETTERS
    if not long_enough or view.word(last) not in _OPENING or not view.has_normal_case(first):
        return None
    return Draft(first, last, "LOC", chances={"LOC": 1.0}, settled=True)


def _is_capitals(word: str) -> bool:
    return word.isupper() and word.isalpha() and len(word) > 1
