"""What a report holds once it is read: plain frozen records.

Offsets everywhere are code points into `Article.text`, end exclusive. Dates are `datetime.date`,
written ISO. Records name one another by id: `e` entity, `d` date, `f` figure, `a` attribution,
`s` source, `v` event, `i` incident, `c` check, each with a running number in the order of the text.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from extract.vocabulary import (
    BlockKind,
    Directness,
    Label,
    MentionForm,
    Outcome,
    Precision,
    Qualifier,
    Severity,
    Sex,
    Status,
)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of the text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Return whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Return whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A title, paragraph or other unit of the text; blocks do not overlap and stand in order."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Depth of a heading (1 to 6) or of a list item; of a row 1 where it names the columns;
    otherwise 0."""
    cells: tuple[Span, ...] = ()
    """Of a row, empty ones too, so that a cell's place among them is its column; white space and
    bars between them left out. A row of one cell heads the rows below it."""
    number: int = 0
    """Of an item of a numbered list whose number is not among its words; otherwise 0."""

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class PageStart:
    """Where a page of a PDF begins in the text; a note may lead back to the page before."""

    start: int
    page: int
    """Its number, from 1, as the file counts."""


@dataclass(frozen=True, slots=True)
class Article:
    """A report as it was loaded."""

    key: str
    """Stable name inside its library: the file's path there without the ending."""
    title: str
    text: str
    """The whole report, title included where the file has it in its text; never changed."""
    blocks: tuple[Block, ...]
    sha256: str
    """Of `text` in UTF-8, hexadecimal."""
    published: date | None = None
    publisher: str | None = None
    path: str | None = None
    url: str | None = None
    language: str | None = None
    foreign: str | None = None
    """Name of its language where that is not English: then only dates and numbers in digits are
    found, and the rest is for a person."""
    guessed: tuple[str, ...] = ()
    """Names of the fields above that were guessed rather than stated, such as "published"."""
    problems: tuple[str, ...] = field(default=(), compare=False)
    """What its file or sidecar states and cannot be used, one line each, for a person."""
    pages: tuple[PageStart, ...] = ()
    """Of a report that came in pages, in the order of the text; none for others."""

    def page_at(self, offset: int) -> int | None:
        """Return the number of the page on which a code point stands, if there are pages."""
        before = bisect_right(self.pages, offset, key=lambda start: start.start)
        return self.pages[before - 1].page if before else None


@dataclass(frozen=True, slots=True)
class When:
    """A date expression and the days it stands for."""

    id: str
    start_offset: int
    end_offset: int
    words: str
    start: date | None
    """First day; none where it cannot be told, or where the range is open at the start."""
    end: date | None
    """Last day, inclusive; none where it cannot be told, or where the range is open at the end."""
    precision: Precision
    rule: str
    """Name of the rule that resolved it, such as "weekday" or "days-ago"."""
    value: str | None = None
    """TIMEX3 value: 2021-07-29, 2021-W30, 2018, 201, P35D for a duration, none if unresolved."""
    calendar: bool = True
    """False for durations, ages and sets, which are no dates of events."""

    @property
    def is_open(self) -> bool:
        """Whether it has a first or a last day alone, as "since 2016"."""
        return (self.start is None) != (self.end is None)

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start_offset, self.end_offset)


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text where an entity is named or described."""

    start: int
    end: int
    form: MentionForm = MentionForm.NAME
    probable: bool = False
    """The join to the entity is only probable, for the reader to confirm."""

    @property
    def span(self) -> Span:
        """Where the mention stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Entity:
    """One person, place, group, organisation or outlet, under all its names in the report."""

    id: str
    label: Label
    name: str
    """Canonical name: the fullest proper form in the report, else the fullest description."""
    mentions: tuple[Mention, ...]
    """In the order of the text; at least one."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of a place, where the gazetteer tells it."""
    former: bool = False
    """"former rebels": kept apart from those who still are."""
    role: str | None = None
    """Of a person: title or part, in the report's words, such as "health minister"."""
    side: str = ""
    """Of a group by description: government, opposition, allied, other, or "" where untold."""
    armed: bool = False
    """Whether some description of a group says that it bears arms."""


@dataclass(frozen=True, slots=True)
class Party:
    """Words that fill a role, with the entity they refer to where there is one."""

    start: int
    end: int
    entity: str | None = None
    head: Span | None = None
    """The noun phrase, its head last, that says who is meant: "two soldiers" of "two soldiers of
    the garrison"; for a pronoun without an entity the words that it stands for."""

    @property
    def span(self) -> Span:
        """Where the words stand."""
        return Span(self.start, self.end)

    @property
    def telling(self) -> Span:
        """The words that tell who is meant: its own, or for a pronoun those it stands for."""
        outside = self.head is not None and not self.span.holds(self.head)
        return self.head if self.head is not None and outside else self.span


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures something."""

    id: str
    start: int
    end: int
    """The number words alone, without qualifier, currency or per-cent sign."""
    low: float | None
    point: float | None
    high: float | None
    qualifier: Qualifier
    counted: Span | None = None
    """The noun phrase counted, without the number; none for a bare sum or share."""
    unit: str | None = None
    """A measure or currency in its normal form: "%", "USD", "km", "days"; else none."""
    outcome: str = "other"
    """killed, wounded, casualties, missing, captured, abducted, displaced, besieged, evacuated,
    released, surrendered, participants, destroyed, seized, strikes, duration, distance, money,
    age, share or other."""
    part_of: str | None = None
    """Id of the figure this is a subset of."""
    role: str = "plain"
    """plain, additive ("another 5"), subset ("12,000 of them"), cumulative ("toll to 30") or
    earlier ("down from 20"), which another count has replaced."""
    same_as: str | None = None
    """Id of the first figure that counts the same people: a cumulative one replaces what was told
    before it, any other is a rival claim. Counts of the same people are never added up."""
    when: str | None = None
    place: Party | None = None
    source: str | None = None
    """Id of the `Source` that stands behind it."""
    event: str | None = None
    vague: str | None = None
    """The vague word ("dozens", "several") whose bounds a numbers profile gives."""

    @property
    def span(self) -> Span:
        """Where the number words stand."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Attribution:
    """S says that C."""

    id: str
    content: tuple[Span, ...]
    """What is said; at least one span, in the order of the text."""
    cue: Span | None = None
    source_span: Span | None = None
    """The words that name the source here; none for passives and hedges without an agent."""
    source: str | None = None
    """Id of the `Source`."""
    speaker: str | None = None
    """Id of the entity that speaks."""
    via: str | None = None
    """Entity id of the outlet or person it was said to, who is not the source."""
    stance: str = "neutral"
    """Of the cue: neutral, claim, deny, accuse, confirm, estimate, warn, urge, commit, think."""
    directness: Directness = Directness.INDIRECT
    inherited: bool = False
    """Not stated here, but carried over from a statement just before."""

    @property
    def span(self) -> Span:
        """From the first to the last word of the content."""
        return Span(self.content[0].start, self.content[-1].end)


@dataclass(frozen=True, slots=True)
class Source:
    """One who says something, under all names."""

    id: str
    name: str
    kind: str
    """official, party, monitor, media, witness, local, activist, anonymous or unknown."""
    mentions: tuple[Span, ...]
    entity: str | None = None
    attributions: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()
    events: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, was planned, denied or recalled."""

    id: str
    triggers: tuple[Span, ...]
    """All mentions of the same event, in the order of the text; the first is its own."""
    kind: str
    """ACLED event type ("Battles", ...), or "Other"."""
    subkind: str | None = None
    """ACLED sub-event type."""
    actors: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    place: Party | None = None
    when: str | None = None
    status: Status = Status.ACTUAL
    source: str | None = None
    stance: str = "neutral"
    """Of whoever reports it, as of an attribution: accuse, deny, claim, ... An act that somebody
    is accused of is no fact yet; one that is denied has the status negated."""
    category: str = ""
    """Its class in the list of triggers, which gives PLOVER, CAMEO and the word for an incident."""

    @property
    def span(self) -> Span:
        """Its first trigger."""
        return self.triggers[0]


@dataclass(frozen=True, slots=True)
class Toll:
    """How many an incident killed, wounded, ... as far as a report tells."""

    outcome: str
    low: float
    """The lowest claim that stands."""
    best: float
    """The latest; of rival claims the lowest, as the codebooks of ACLED and UCDP prefer."""
    high: float | None
    """The highest claim; none where no upper bound is given, as in "at least 14"."""
    rule: str
    """How the numbers were made: stated, later, sum, range or persons."""
    figures: tuple[str, ...] = ()
    """Ids of the figures that they stand on, in the order of the text."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that stand behind those."""


@dataclass(frozen=True, slots=True)
class Charge:
    """What one source says of who did it, which is no fact: "the governor accuses the NLF"."""

    party: Party
    stance: str
    """accuse, claim or deny."""
    source: str | None
    """Id of the `Source`."""
    event: str
    """Id of the event that it is reported with."""


@dataclass(frozen=True, slots=True)
class Incident:
    """One happening at one place and time between the same parties, as one report tells it.

    One row of a coding sheet: an event of ACLED, UCDP and the GTD, an incident of Airwars.
    """

    id: str
    kind: str
    """ACLED event type; "Other" for accidents and disasters, which ACLED does not code."""
    subkind: str | None
    events: tuple[str, ...]
    """Ids of the events that tell it, in the order of the text; at least one. An event that tells
    of several places or days at once stands with several incidents."""
    mentions: tuple[Span, ...] = ()
    """The words that tell it, in the order of the text."""
    figures: tuple[str, ...] = ()
    """Ids of the figures that belong to it, in the order of the text."""
    side_a: tuple[Party, ...] = ()
    """Who did it, or one side of a clash; those who are only accused stand in `charges`."""
    side_b: tuple[Party, ...] = ()
    """Who or what was affected, or the other side of a clash."""
    charges: tuple[Charge, ...] = ()
    places: tuple[Party, ...] = ()
    """Where it took place, the most exact first."""
    when: str | None = None
    """Id of the date that tells its day best."""
    tolls: tuple[Toll, ...] = ()
    """One an outcome."""
    sources: tuple[str, ...] = ()
    """Ids of the sources that report it, in the order of the text."""
    main: bool = False
    """Whether the heading or the lead tells it first."""
    background: bool = False
    """Whether it is told as what went before."""
    aggregate: bool = False
    """Whether it sums up many incidents: "600 have died since January"; no row of its own."""

    @property
    def place(self) -> Party | None:
        """The most exact place."""
        return self.places[0] if self.places else None

    def toll(self, outcome: str) -> Toll | None:
        """Return the numbers of one outcome, where the report tells any."""
        return next((toll for toll in self.tolls if toll.outcome == outcome), None)


@dataclass(frozen=True, slots=True)
class Victim:
    """One person who was killed or wounded, was taken or is missing, as one report tells it."""

    id: str
    start: int
    end: int
    """Of the name, else of the words for the person."""
    outcome: Outcome
    name: str | None = None
    """Canonical; none where the report does not name the person."""
    entity: str | None = None
    age: float | None = None
    """In years."""
    sex: Sex | None = None
    role: str | None = None
    """What the person is, in the words of the report: "constable", "freelance photographer"."""
    incident: str | None = None
    """Id of the incident that it happened in."""
    source: str | None = None
    """Id of the source that tells it."""

    @property
    def span(self) -> Span:
        """Where the person is named or described."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Check:
    """What an attentive reader would question."""

    id: str
    kind: str
    severity: Severity
    spans: tuple[Span, ...]
    """What it is about; at least one, in the order of the text."""
    message: str

    @property
    def span(self) -> Span:
        """Where it points first."""
        return self.spans[0]


@dataclass(frozen=True, slots=True)
class Reading:
    """All that the machine found in one report."""

    version: str
    """Of the reader that made it."""
    sha256: str
    """Of the text it was made from."""
    entities: tuple[Entity, ...] = ()
    dates: tuple[When, ...] = ()
    figures: tuple[Figure, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    sources: tuple[Source, ...] = ()
    events: tuple[Event, ...] = ()
    incidents: tuple[Incident, ...] = ()
    victims: tuple[Victim, ...] = ()
    checks: tuple[Check, ...] = ()
