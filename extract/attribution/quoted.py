"""Quotations without a cue of their own, which go on from a statement just before."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extract.attribution.draft import Draft
from extract.attribution.orphans import orphan_statements
from extract.attribution.page import Line, Page, Run
from extract.doc.quotations import Quotation
from extract.doc.sentence_view import NONE


def carry_on(page: Page, lines: Sequence[Line], drafts: list[Draft]) -> list[Draft]:
    """The drafts with quotations that nobody is named for given to whoever spoke before.

    A quotation that follows in the same paragraph, or that a missing closing mark carries into the
    next, is more of the same statement; a paragraph that is one more quotation is a statement of
    its own, marked as inherited.
    """
    taken = covered(page, drafts)
    speaking = _Speaking(drafts)
    more: list[Draft] = []
    for quotation in page.quotations:
        run = page.quote_run(quotation)
        if quotation.single or run.first >= run.last or _mostly(taken, run):
            continue
        line = _line_at(lines, run.first)
        if line is None:
            continue
        draft = next(
            orphan_statements(page, _line_at(lines, run.last - 1) or line, [quotation]), None
        )
        if draft is None and _is_free(line, run):
            before = speaking.before(run.first)
            draft = _joined(page, lines, quotation, run, before) if before else None
        if draft is not None:
            more.append(draft)
            speaking.add(draft)
    return [*drafts, *more]


class _Speaking:
    """Who spoke last before a token."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        self._drafts = sorted(drafts, key=_end)
        self._ends = [_end(draft) for draft in self._drafts]

    def before(self, token: int) -> Draft | None:
        place = bisect_right(self._ends, token) - 1
        return self._drafts[place] if place >= 0 else None

    def add(self, draft: Draft) -> None:
        place = bisect_right(self._ends, _end(draft))
        self._drafts.insert(place, draft)
        self._ends.insert(place, _end(draft))


def _end(draft: Draft) -> int:
    last = max(run.last for run in draft.contents)
    return max(last, draft.cue.last, draft.source.last if draft.source else 0)


def covered(page: Page, drafts: Iterable[Draft]) -> bytearray:
    """For each token whether it stands in what some draft says."""
    taken = bytearray(len(page.syntax))
    for draft in drafts:
        for run in draft.contents:
            taken[run.first : run.last] = b"\x01" * (run.last - run.first)
    return taken


def _mostly(taken: bytearray, run: Run) -> bool:
    return 2 * sum(taken[run.first : run.last]) > run.last - run.first


def _line_at(lines: Sequence[Line], token: int) -> Line | None:
    place = bisect_right(lines, token, key=lambda line: line.first) - 1
    return lines[place] if place >= 0 else None


def _is_free(line: Line, run: Run) -> bool:
    """Whether the quotation begins its sentence and nothing outside it has a verb."""
    if run.first - line.first > 1:
        return False
    return all(line.page.quote[group.head] != NONE for group in line.groups)


def _joined(
    page: Page, lines: Sequence[Line], quotation: Quotation, run: Run, before: Draft
) -> Draft | None:
    """More of the statement before, or one of its own; none where others stand between."""
    gap = _end(before)
    here = bisect_right(lines, run.first, key=lambda line: line.first) - 1
    there = bisect_right(lines, max(gap - 1, 0), key=lambda line: line.first) - 1
    if here - there > 1:
        return None
    same_block = lines[here].sentence.block == lines[there].sentence.block
    if (same_block or quotation.carried) and _quotes(page, before):
        before.contents.append(run)
        return None
    if lines[here].sentence.block - lines[there].sentence.block > 1 or before.source is None:
        return None
    return replace(before, contents=[run], inherited=True, frame="inherited")


def _quotes(page: Page, draft: Draft) -> bool:
    last = draft.contents[-1]
    return any(page.quote[token] != NONE for token in (last.first, last.last - 1))
