"""Quotations whose cue is no verb of saying: "C," S retaliated; S posted a message: "C"."""

from collections.abc import Iterator, Sequence

from extract.attribution.draft import Draft
from extract.attribution.page import Line, Page, Run
from extract.attribution.subjects import Subjects
from extract.doc.noun_phrases import noun_end
from extract.doc.quotations import Quotation
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_infinitive, verb_from

_SHORTEST = 5
"""Tokens, marks included, below which a quotation is a fragment rather than a statement."""
_FARTHEST = 3
"""Tokens that may stand between a verb and the comma before its quotation."""


def orphan_statements(page: Page, line: Line, quotations: Sequence[Quotation]) -> Iterator[Draft]:
    """The statements of the quotations of a sentence that no rule has given to anyone."""
    subjects = Subjects(line)
    for quotation in quotations:
        run = page.quote_run(quotation)
        if quotation.single or run.last - run.first < _SHORTEST:
            continue
        draft = _before_cue(line, run, subjects) or _after_cue(line, run, subjects)
        if draft is not None:
            yield draft


def _before_cue(line: Line, run: Run, subjects: Subjects) -> Draft | None:
    """ "C," S retaliated."""
    after = run.last
    if line.low(after) == "" or line.low(run.last - 2) not in (",", "?", "!"):
        return None
    noun = line.noun(after)
    group = verb_from(line, noun_end(line, noun) if noun else after)
    if group is None or line.quoted(group.head):
        return None
    follower = line.noun(group.last)
    source = subjects.of(group) if noun else None
    if noun is None and follower is not None:
        source = Run(follower.first, noun_end(line, follower))
    return _draft(group, run, source)


def _after_cue(line: Line, run: Run, subjects: Subjects) -> Draft | None:
    """ "S posted a message: C"."""
    before = run.first - 1
    if line.low(before) not in (",", ":"):
        return None
    groups = [g for g in line.groups if g.last <= before and not line.quoted(g.head)]
    if line.low(before) == "," and (not groups or before - groups[-1].last > _FARTHEST):
        return None
    for group in reversed(groups):
        if not is_infinitive(line, group) and (source := subjects.of(group)) is not None:
            return _draft(group, run, source)
    return None


def _draft(group: Phrase, run: Run, source: Run | None) -> Draft | None:
    if source is None:
        return None
    return Draft(Run(group.first, group.last), [run], "neutral", source, frame="orphan")
