"""A verb group that may be a cue, in its sentence, and the drafts made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.attribution.cues import Cue, cues
from extract.attribution.draft import Draft
from extract.attribution.extent import content_end
from extract.attribution.page import Line, Run
from extract.attribution.subjects import Subjects
from extract.doc.syntax import Phrase
from extract.lexicon.closed import RELATIVES

_NO_CONTENT = RELATIVES | {"it", "what", "there"}
"""Subjects that say nothing of what is said: "it is feared that"."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """One reading of a verb group as a cue."""

    line: Line
    group: Phrase
    cue: Cue
    after: int
    """Index after the cue's last word."""
    subjects: Subjects

    @property
    def subject(self) -> Run | None:
        """Who or what the verb is said of."""
        return self.subjects.of(self.group)

    def takes(self, *frames: str) -> bool:
        """Whether the cue may be followed by one of these."""
        return any(frame in self.cue.frames for frame in frames)

    def rest(self, start: int, *, tight: bool = False) -> Run:
        """The tokens from `start` to where what is said ends."""
        return Run(start, content_end(self.line, start, self.group, tight=tight))

    def draft(
        self, frame: str, contents: list[Run], source: Run | None, via: Run | None = None
    ) -> Draft | None:
        """An attribution, unless there is nothing in it."""
        kept = [run for run in contents if run.first < run.last]
        if not kept:
            return None
        stance = self.cue.frames.get(frame) or next(iter(self.cue.frames.values()), "neutral")
        cue, evidence = Run(self.group.first, self.after), self.cue.evidence
        return Draft(cue, kept, stance, source, via, evidence=evidence, frame=frame)

    def around(self, frame: str, start: int, source: Run | None) -> Draft | None:
        """What the subject and the words from `start` on say together."""
        contents = [self.rest(start, tight=True)]
        subject = self.subject
        if subject is not None and self.line.low(subject.first) not in _NO_CONTENT:
            contents.insert(0, subject)
        return self.draft(frame, contents, source)


def readings(line: Line, group: Phrase, subjects: Subjects) -> Iterator[Spoken]:
    """The cues of the lexicon that the verb group may be, longest first."""
    for cue in cues().verbs.get(line.low(group.head), ()):
        after = group.head + 1
        if cue.tail and line.pos(after) == "ADV" and line.low(after) != cue.tail[0]:
            after += 1
        tail = tuple(line.low(after + place) for place in range(len(cue.tail)))
        if tail == cue.tail:
            yield Spoken(line, group, cue, max(group.last, after + len(tail)), subjects)
