"""What is kept about an article as a whole: notes, whether it is done, where the reader was."""

from dataclasses import dataclass, field

from extract.records import Span


@dataclass(frozen=True, slots=True)
class ArticleNotes:
    """A person's word on the article itself."""

    note: str = ""
    tags: tuple[str, ...] = ()
    flag: bool = False
    read: bool = False
    """The person has said that nothing more is to be found here."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where the reader left off."""

    item: str | None = None
    """Id of the item under the cursor."""
    offset: int = 0
    """Where the cursor stands in the text."""
    top: int = 0
    """Offset of the first character on the screen."""
    tab: str | None = None


@dataclass(frozen=True, slots=True)
class Visit:
    """Position and what has been on the screen; kept, but no matter for undo."""

    position: Position = field(default_factory=Position)
    seen: tuple[Span, ...] = ()
    """Stretches that were read, apart and in order."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an article is reviewed."""

    items: int = 0
    decided: int = 0
    """Settled one way or another; skipped ones are not."""
    undecided: int = 0
    accepted: int = 0
    rejected: int = 0
    corrected: int = 0
    skipped: int = 0
    added: int = 0
    notes: int = 0
    """Notes on items and on the article."""
    orphans: int = 0
    uncertain: int = 0
    """Found only unsurely after the text changed, so to be confirmed."""
    flags: int = 0
    read: bool = False
    incidents: int = 0
    """Incidents, which are the rows that come of the report."""
    incidents_decided: int = 0
    incidents_undecided: int = 0

    @property
    def unit(self) -> str:
        """What is counted of it: its incidents, where it has any, else every item."""
        return "incidents" if self.incidents else "items"

    @property
    def whole(self) -> int:
        """How much there is to decide on. Where there are incidents, names, sources and checks
        that none of them rests on are not to be decided, and members go with theirs.
        """
        return self.incidents or self.items

    @property
    def done(self) -> int:
        """How much of that is settled."""
        return self.incidents_decided if self.incidents else self.decided

    @property
    def left(self) -> int:
        """How much of that nobody has looked at yet; what was skipped is not."""
        return self.incidents_undecided if self.incidents else self.undecided


def with_seen(seen: tuple[Span, ...], more: Span) -> tuple[Span, ...]:
    """Return the stretches with one more, those that touch joined."""
    if more.end <= more.start:
        return seen
    apart = [span for span in seen if span.end < more.start or more.end < span.start]
    touching = [span for span in seen if not (span.end < more.start or more.end < span.start)]
    start = min([more.start, *(span.start for span in touching)])
    end = max([more.end, *(span.end for span in touching)])
    return tuple(sorted([*apart, Span(start, end)]))
