"""A verb group that may be a cue, in its sentence, and the candidates made from it."""

from collections.abc import Iterator
from dataclasses import dataclass

from extract.attribution.cues import Cue, cues
from extract.attribution.extent import content_end
from extract.attribution.subjects import Speakers
from extract.attribution.view import Candidate, IndexedSentence
from extract.doc.syntax import Phrase, TokenSpan
from extract.lexicon.closed import RELATIVES

_NO_CONTENT = RELATIVES | {"it", "what", "there"}
"""Subjects that say nothing of what is said: "it is feared that"."""


@dataclass(frozen=True, slots=True)
class GoverningVerb:
    """One reading of a verb group as a cue."""

    view: IndexedSentence
    group: Phrase
    cue: Cue
    after: int
    """Index after the cue's last word."""
    subjects: Speakers

    @property
    def subject(self) -> TokenSpan | None:
        """Who or what the verb is said of."""
        return self.subjects.of(self.group)

    def takes(self, *frames: str) -> bool:
        """Return whether the cue may be followed by one of these."""
        return any(frame in self.cue.frames for frame in frames)

    def rest(self, start: int, *, tight: bool = False) -> TokenSpan:
        """Return the tokens from `start` to where what is said ends."""
        return TokenSpan(start, content_end(self.view, start, self.group, tight=tight))

    def candidate(
        self,
        frame: str,
        contents: list[TokenSpan],
        source: TokenSpan | None,
        via: TokenSpan | None = None,
    ) -> Candidate | None:
        """Return an attribution, unless there is nothing in it."""
        kept = [run for run in contents if run.first < run.last]
        if not kept:
            return None
        stance = self.cue.frames.get(frame) or next(iter(self.cue.frames.values()), "neutral")
        cue, evidence = TokenSpan(self.group.first, self.after), self.cue.evidence
        return Candidate(cue, kept, stance, source, via, evidence=evidence, frame=frame)

    def around(self, frame: str, start: int, source: TokenSpan | None) -> Candidate | None:
        """Return what the subject and the words from `start` on say together."""
        contents = [self.rest(start, tight=True)]
        subject = self.subject
        if subject is not None and self.view.low(subject.first) not in _NO_CONTENT:
            contents.insert(0, subject)
        return self.candidate(frame, contents, source)


def readings(view: IndexedSentence, group: Phrase, subjects: Speakers) -> Iterator[GoverningVerb]:
    """Yield the cues of the lexicon that the verb group may be, longest first."""
    for cue in cues().verbs.get(view.low(group.head), ()):
        after = group.head + 1
        if cue.tail and view.pos(after) == "ADV" and view.low(after) != cue.tail[0]:
            after += 1
        tail = tuple(view.low(after + place) for place in range(len(cue.tail)))
        if tail == cue.tail:
            yield GoverningVerb(view, group, cue, max(group.last, after + len(tail)), subjects)
