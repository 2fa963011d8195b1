"""Events as the parts of incidents: the kind, place, day and parties of each."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.doc import Doc
from extract.doc.setting_scope import is_of_charge
from extract.doc.status import is_custom
from extract.doc.words import is_people
from extract.entities import bears_arms
from extract.events import ACCIDENTS, Category, triggers, who_is_meant
from extract.incidents.places import Areas, Nearby, ground_words, is_site
from extract.incidents.told import (
    ASIDE,
    is_general,
    is_in_care,
    is_number,
    is_of_another_hour,
    is_of_any_case,
    is_of_several,
    is_so_far,
    points_back,
    tells_apart,
    tells_since,
    was_before,
)
from extract.incidents.words import same_day_words, sum_words
from extract.lexicon import table
from extract.links import is_anyone
from extract.quantities import outcome_told_by
from extract.records import Attribution, Event, Party, Reading, Span, When
from extract.vocabulary import BlockKind, EventType, Label, Outcome, Stance, Status

Days = tuple[date, date]
_TOLD = frozenset({Status.ACTUAL, Status.BACKGROUND})
_HEADS = frozenset({BlockKind.TITLE, BlockKind.STANDFIRST, BlockKind.HEADING})
_WITH_THE_REST = -1
"""In place of the number of an act that is told apart: it is not."""
_SEVERAL, _MANY = 2, 4
"""So many places side by side are those of as many incidents; a longer list is of other things."""
_FRESH = timedelta(days=7)
"""How long before the report what is told as past cannot have been."""
_KILLING = "kill"
"""The class of triggers that say that somebody was killed."""
_NOT_SAID = frozenset({Stance.URGE, Stance.COMMIT, Stance.THINK, Stance.WARN})
"""Stances of those who want or fear what they speak of, and may act as well."""


@dataclass(frozen=True, slots=True)
class Act:
    """One event, or its part on one day or in one place, with what tells it from others."""

    event: Event
    """With the triggers, place and date of this part alone."""
    category: Category
    sentences: tuple[int, ...]
    """Numbers of the sentences that tell it."""
    leads: bool
    """Whether a heading or the first sentence tells it."""
    days: Days | None
    own_day: bool
    """Whether its date stands in a sentence that tells it."""
    place: str | None
    """Entity id of its place."""
    own_place: bool
    """Whether its place stands in a sentence that tells it."""
    actors: frozenset[str]
    targets: frozenset[str]
    named: frozenset[str]
    """Persons named among those affected."""
    points_back: bool
    """Whether it is taken as known: "the attack", "this blast"."""
    told_apart: bool
    """Whether its words set it apart from what was reported before: "in a separate incident"."""
    aggregate: bool
    """Whether it sums up many: "600 have died since January"."""

    section: int = 0
    """How many headings stand before it."""
    counts_alone: bool = False
    """Whether a number stands for it: the second part of "nine in Dessa and four in Vemu"."""
    is_battle: bool = False
    """Whether armed parties fight each other in it."""
    on_civilians: bool = False
    """Whether those affected are people without arms."""
    is_part: bool = False
    """Whether the same words are for other places too: "in Dessa and Vemu"."""
    is_general: bool = False
    """Whether its words are for several or for a habit: "attacks", "bandits who kidnap"."""
    other_hour: bool = False
    """Whether its sentence opens with another hour of the day: "Earlier on Friday"."""
    kills: bool = False
    """Whether its words say that somebody was killed."""

    @property
    def killed(self) -> frozenset[str]:
        """Persons named among those whom it killed."""
        return self.named if self.kills else frozenset()

    @property
    def is_harm(self) -> bool:
        """Whether it is harm alone, which came of some act."""
        return self.category.consequence

    @property
    def is_background(self) -> bool:
        """Whether it is reported as what went before."""
        return self.event.status is Status.BACKGROUND


class Acts:
    """Makes acts of the events of a report."""

    def __init__(self, doc: Doc, reading: Reading, areas: Areas) -> None:
        self._doc = doc
        self._reading = reading
        self._areas = areas
        self._nearby = Nearby(doc, reading, areas)
        self._people = {e.id for e in reading.entities if e.label is Label.PERSON}
        self._armed = {e.id for e in reading.entities if e.armed}
        self._dates = {when.id: when for when in reading.dates if not _is_ahead(when, doc)}
        self._lead = lead_of(doc)
        self._said: dict[int, list[Attribution]] = {}
        for told in reading.attributions:
            if told.source_span is not None and told.stance not in _NOT_SAID:
                number = doc.sentence_number(told.source_span.start)
                self._said.setdefault(number, []).append(told)
        blocks = doc.article.blocks
        self._headings = [block.start for block in blocks if block.kind is BlockKind.HEADING]

    def told(self) -> list[Act]:
        """Return what happened, in the order of the text; what sums up the incidents that a report
        goes on to tell is left out."""
        found: list[Act] = []
        for event in self._reading.events:
            for act in self._acts(event):
                found.append(self._on_same_day(act, found))
        each = [act for act in found if not self._is_told_besides(act.event.span)]
        return each if any(not act.aggregate for act in each) else found

    def _is_told_besides(self, span: Span) -> bool:
        """Whether it sums up what is told one by one, or tells what somebody has done before."""
        return is_of_several(self._doc, span) or was_before(self._doc, span)

    def _on_same_day(self, act: Act, before: Sequence[Act]) -> Act:
        """An act told to be hours after the one before, on its day: "Hours later, a bomb ..."."""
        sentence = self._doc.sentences[min(act.sentences)]
        start, end = sentence.start, act.event.span.start
        if act.days or not same_day_words().search(self._doc.text, start, end):
            return act
        near = next((one for one in reversed(before) if one.days and one.own_day), None)
        if near is None:
            return act
        event = replace(act.event, when=near.event.when)
        return replace(act, event=event, days=near.days, own_day=True)

    def _acts(self, event: Event) -> Iterator[Act]:
        category = triggers().categories.get(event.category)
        other = event.kind == EventType.OTHER and event.category not in ACCIDENTS
        if category is None or event.status not in _TOLD or other or self._is_move(event):
            return
        if is_of_any_case(self._doc, event.span):
            return
        if category.territorial and event.targets and not any(map(self._is_ground, event.targets)):
            return  # "took over the party", "3 cars were seized"
        told = self._without_speakers(event)
        told = told if self._may_be_of(event) else replace(told, when=None)
        for part in self._by_paragraph(told):
            if self._is_death_in_care(part):
                continue
            act = self._act(self._placed(part), category)
            yield from self._by_place(act)

    def _is_death_in_care(self, event: Event) -> bool:
        """Whether those died who had been hurt in what was told before."""
        told = (is_in_care(self._doc, trigger) for trigger in event.triggers)
        return min(event.triggers).start > self._doc.sentences[self._lead].end and all(told)

    def _without_speakers(self, event: Event) -> Event:
        """An event without those who only say it among its doers: "Kestria says a strike killed
        four", "witnesses put the number of those taken at 25"."""
        if event.stance == Stance.CLAIM:
            return event  # who claims an act says that it did it
        doers = tuple(p for p in event.actors if not self._only_says(p, event.span))
        return event if len(doers) == len(event.actors) else replace(event, actors=doers)

    def _only_says(self, party: Party, event: Span) -> bool:
        """Whether a party's words name the source of a statement that holds what it would do."""
        number = self._doc.sentence_number(party.start)
        return any(
            told.source_span is not None
            and told.source_span.overlaps(party.span)
            and any(content.holds(event) for content in told.content)
            and not any(content.holds(party.span) for content in told.content)
            for told in self._said.get(number, ())
        )

    def _is_ground(self, target: Party) -> bool:
        """Whether a target may be held as ground: a place, a site, people or who bears arms."""
        words = target.telling.of(self._doc.text)
        if self._areas.mentions_in(target.telling) or is_site(words) or self._bears_arms(target):
            return True
        told = set(words.lower().split())
        return not told.isdisjoint(ground_words()) or is_people(words.split()[-1])

    def _is_move(self, event: Event) -> bool:
        """Whether people move who bear no arms, or it only describes those who do.

        ACLED's "Change to group/activity" is of armed groups: residents who flee make no row,
        nor does "a policeman deployed to guard the team".
        """
        if event.category not in table("incidents")["family"]["move"]:
            return False
        parties = [*event.actors, *event.targets]
        syntax = self._doc.syntax
        phrase = syntax.phrase_at(syntax.tokens_in(event.span.start, event.span.end)[0])
        aside = phrase is not None and phrase.clause in ASIDE
        return aside or not any(self._bears_arms(party) for party in parties)

    def _may_be_of(self, event: Event) -> bool:
        """Whether its date may be its own: none to come, and what went before was not this week.

        In "fighting on Thursday, the worst since it fell" the fall was not on Thursday.
        """
        when, published = self._dates.get(event.when or ""), self._doc.article.published
        past = event.status is Status.BACKGROUND and published is not None
        late = when and when.start and published and when.start >= published - _FRESH
        return when is not None and not (past and late) and not tells_since(self._doc, when, event)

    def _by_paragraph(self, event: Event) -> list[Event]:
        """Return what each paragraph says of an event; whether it is one is decided in `joining`.

        A sentence on "another bomb" is a part of its own too.
        """
        parts: dict[tuple[int, int], list[Span]] = {}
        for trigger in event.triggers:
            number = self._doc.sentence_number(trigger.start)
            block = self._doc.sentences[number].block
            apart = number if tells_apart(self._doc, trigger) else _WITH_THE_REST
            parts.setdefault((block, apart), []).append(trigger)
        if len(parts) == 1:
            return [event]
        return self._dated([self._part(event, spans) for spans in parts.values()])

    def _dated(self, parts: list[Event]) -> list[Event]:
        """The parts without a day that is another part's, where their sentences tell several."""
        own = [part for part in parts if self._tells_day(part)]
        if len({part.when for part in own}) < _SEVERAL:
            return parts
        return [part if part in own else replace(part, when=None) for part in parts]

    def _tells_day(self, event: Event) -> bool:
        """Whether its date stands in a sentence that tells it."""
        when = self._dates.get(event.when or "")
        inside = {self._doc.sentence_number(trigger.start) for trigger in event.triggers}
        return when is not None and self._doc.sentence_number(when.start_offset) in inside

    def _part(self, event: Event, triggers: list[Span]) -> Event:
        """What the sentences of some triggers say of an event."""
        inside = {self._doc.sentence_number(trigger.start) for trigger in triggers}
        first = min(trigger.start for trigger in triggers)
        when = self._nearby.day(self._doc.sentences[min(inside)], first)
        place = (
            event.place
            if event.place and self._doc.sentence_number(event.place.start) in inside
            else None
        )
        return replace(
            event,
            triggers=tuple(triggers),
            when=when.id if when else event.when,
            place=place,
            actors=tuple(p for p in event.actors if self._doc.sentence_number(p.start) in inside),
            targets=tuple(p for p in event.targets if self._doc.sentence_number(p.start) in inside),
        )

    def _placed(self, event: Event) -> Event:
        """The event with the place that its sentence brings in, where it has a poorer one."""
        if event.place and is_of_charge(event.place, self._doc, event.span.start):
            return replace(event, place=None)
        if event.place and not self._nearby.is_modifier(event.place):
            exact = self._more_exact(event)
            return replace(event, place=exact) if exact else event
        sentence = self._doc.sentences[self._doc.sentence_number(event.span.start)]
        near = self._nearby.place(event.span, sentence)
        if near is None or is_of_charge(near, self._doc, event.span.start):
            return event
        return replace(event, place=near)

    def _more_exact(self, event: Event) -> Party | None:
        """A place within that of an event which is attacked: "the village of Soder"; or which is
        nearer to its words than the region that opens its sentence."""
        within = (p for target in event.targets for p in self._areas.mentions_in(target.telling))
        attacked = next((p for p in within if self._is_within(p, event.place)), None)
        if attacked or event.place is None or event.place.start > event.span.start:
            return attacked
        sentence = self._doc.sentences[self._doc.sentence_number(event.span.start)]
        return self._nearby.place(
            event.span, sentence, lambda place: self._is_within(place, event.place)
        )

    def _is_within(self, place: Party, other: Party | None) -> bool:
        return other is not None and self._areas.narrower(place.entity, other.entity)

    def _by_place(self, act: Act) -> Iterator[Act]:
        """An act as often as it names places side by side: "in Dessa and Vemu"."""
        listed = self._areas.listed(act.event.place) if act.event.place else []
        if not _SEVERAL <= len(listed) <= _MANY:
            yield act
            return
        for place in listed:
            event = replace(act.event, place=place)
            yield replace(act, event=event, place=place.entity, is_part=True)

    def _act(self, event: Event, category: Category) -> Act:
        sentences = tuple(sorted({self._doc.sentence_number(t.start) for t in event.triggers}))
        when = self._dates.get(event.when or "")
        named = frozenset(t.entity for t in event.targets if t.entity in self._people)
        return Act(
            event,
            category,
            sentences,
            leads=self._leads(sentences),
            days=_days(when),
            own_day=self._tells_day(event),
            place=event.place.entity if event.place else None,
            own_place=event.place is not None
            and self._doc.sentence_number(event.place.start) in sentences,
            actors=self._keys(event.actors),
            targets=self._keys(event.targets),
            named=named,
            kills=self._kills(event),
            points_back=points_back(self._doc, event.span),
            is_general=is_general(self._doc, event.span),
            told_apart=tells_apart(self._doc, event.span),
            other_hour=is_of_another_hour(self._doc, event.span),
            aggregate=self._sums_up(event, when),
            section=bisect_right(self._headings, event.span.start),
            counts_alone=is_number(self._doc, event.span),
            is_battle=self._is_battle(event, category),
            on_civilians=bool(event.targets) and all(map(self._is_civilian, event.targets)),
        )

    def _kills(self, event: Event) -> bool:
        if event.category == _KILLING:
            return True
        told = (trigger.of(self._doc.text) for trigger in event.triggers)
        return any(outcome_told_by(words) == Outcome.KILLED for words in told)

    def _is_battle(self, event: Event, category: Category) -> bool:
        """Whether two armed parties are named, or one and a clash."""
        if event.kind != EventType.BATTLES:
            return False
        parties = [p for p in (*event.actors, *event.targets) if self._bears_arms(p)]
        return len(parties) > 1 or (category.reciprocal and bool(parties))

    def _is_civilian(self, party: Party) -> bool:
        words = party.telling.of(self._doc.text).split()
        people = party.entity in self._people or (bool(words) and is_people(words[-1]))
        return people and not self._bears_arms(party)

    def _bears_arms(self, party: Party) -> bool:
        return party.entity in self._armed or bears_arms(party.telling.of(self._doc.text))

    def _leads(self, sentences: Iterable[int]) -> bool:
        return min(sentences) <= self._lead

    def _keys(self, parties: Iterable[Party]) -> frozenset[str]:
        """Who they are: the entity, else the words without the number or article before them."""
        text = self._doc.text
        told = (who_is_meant(party, text) for party in parties)
        return frozenset(words for words in told if not is_anyone(words))

    def _sums_up(self, event: Event, when: When | None) -> bool:
        """Whether it sums up many: by its words, or as it is dated "since January"."""
        sentence = self._doc.sentences[self._doc.sentence_number(event.span.start)]
        if sum_words().search(self._doc.text, sentence.start, sentence.end):
            return True
        if event.kind == EventType.STRATEGIC and not self._kills(event):
            return False  # a siege since June is one
        if is_custom(self._doc.low[sentence.first : sentence.last]):
            return True
        if is_so_far(self._doc, event.span, sentence) or is_of_several(self._doc, event.span):
            return True
        day = self._nearby.day(sentence, event.span.start)
        return when is not None and when.is_open and day is None


def lead_of(doc: Doc) -> int:
    """Return the number of the lead: the first sentence behind the headings."""
    blocks = doc.article.blocks
    body = (n for n, s in enumerate(doc.sentences) if blocks[s.block].kind not in _HEADS)
    return next(body, 0)


def _is_ahead(when: When, doc: Doc) -> bool:
    """Whether a date lies behind that of the report, when nothing told in it can have happened."""
    published = doc.article.published
    return published is not None and when.start is not None and when.start > published


def _days(when: When | None) -> Days | None:
    if when is None or not when.calendar or when.start is None or when.end is None:
        return None
    return when.start, when.end
