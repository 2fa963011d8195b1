"""What a colon at the end of a paragraph announces: "The minister said:" and what follows."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from extract.attribution.cue_reading import readings
from extract.attribution.cues import CLAUSE, cues
from extract.attribution.draft import Draft
from extract.attribution.page import Line, Page, Run
from extract.attribution.subjects import Subjects
from extract.doc.syntax import Phrase
from extract.doc.verb_groups import is_infinitive
from extract.records import Block, BlockKind

_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.STANDFIRST})


def announced_statements(
    page: Page, blocks: Sequence[Block], lines: Sequence[Line], drafts: Sequence[Draft]
) -> Iterator[Draft]:
    """The statements that a paragraph ending in a colon leads to.

    A quotation is taken alone; a statement without quotation marks runs to the end of the text, a
    heading, or the next paragraph in which someone says something.
    """
    ends = _ends(lines, _stops(page, blocks, lines, drafts))
    for place, line in enumerate(lines[:-1]):
        after = lines[place + 1]
        if page.low[line.last - 1] != ":" or after.sentence.block == line.sentence.block:
            continue
        group = next((g for g in reversed(line.groups) if not is_infinitive(line, g)), None)
        subjects = Subjects(line)
        source = subjects.of(group) if group else None
        if group is None or source is None:
            continue
        quotation = page.quotation_of(after.first)
        whole = Run(after.first, ends[after.sentence.block])
        if quotation is not None or _says(line, group, subjects):
            run = page.quote_run(quotation) if quotation else whole
            if run.first < run.last:
                yield Draft(Run(group.first, group.last), [run], "neutral", source, frame="clause")


def _says(line: Line, group: Phrase, subjects: Subjects) -> bool:
    """Whether the verb takes what someone says."""
    return any(spoken.takes(CLAUSE) for spoken in readings(line, group, subjects))


def _stops(
    page: Page, blocks: Sequence[Block], lines: Sequence[Line], drafts: Sequence[Draft]
) -> set[int]:
    """Numbers of the blocks that cannot belong to a statement announced before."""
    stops = {number for number, block in enumerate(blocks) if block.kind in _HEADINGS}
    for draft in drafts:
        said = any(page.low[t] in cues().plain for t in range(draft.cue.first, draft.cue.last))
        if said or draft.frame == "according":
            place = bisect_right(lines, draft.cue.first, key=lambda line: line.first) - 1
            stops.add(lines[place].sentence.block)
    return stops


def _ends(lines: Sequence[Line], stops: set[int]) -> dict[int, int]:
    """For each block the token after the statement that begins with it."""
    ends: dict[int, int] = {}
    later: int | None = None
    for line in reversed(lines):
        number = line.sentence.block
        if number not in ends:
            ends[number] = line.last if later is None or later in stops else ends[later]
        if number in stops:
            ends[number] = line.first
        later = number
    return ends
