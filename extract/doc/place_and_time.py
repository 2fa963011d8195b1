"""Where and when something took place: from its clause, else its sentence, else its paragraph."""

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Generic, TypeVar

from extract.doc.cell_settings import CellSettings
from extract.doc.clauses import Clauses, clauses_of
from extract.doc.datelines import dateline_at
from extract.doc.doc import Doc
from extract.doc.morphology import all_noun_forms, all_verb_forms
from extract.doc.phrase_node import PhraseNode, SentenceNodes, nodes_in
from extract.doc.phrases import token_before
from extract.doc.syntax import Syntax
from extract.doc.tables import Cell
from extract.doc.words import grammar
from extract.lexicon import cached, table
from extract.lexicon.closed import BEFORE_OR_AFTER, CHARGED_WITH, POSSESSIVE_ENDINGS
from extract.records import Party, When

_DEEPEST = 6
"""Clauses in one another that are climbed from a date to the clause of a trigger."""
_LOOKED_AT = 4
"""Places or dates to each side of a trigger that are compared."""
_OPENING_SENTENCES = 5
"""Sentences, title included, in which a report tells the day of its news."""
_FRESH = timedelta(days=7)
_NEWS = timedelta(days=3)
"""Before publication, in which what is said is news of the report."""
_T = TypeVar("_T", Party, When)


@dataclass(frozen=True, slots=True)
class _Words:
    """Words before a place or a date."""

    placing: frozenset[str]
    """Prepositions that may lead to a place."""
    locating: frozenset[str]
    """Prepositions that say where something is."""
    counting: frozenset[str]
    """Those, and others that lead from what is counted to a place: "people of Merrow"."""
    ahead: frozenset[tuple[str, ...]]
    """Before a date in the future: "ahead of Friday's prayers"."""
    reacting: frozenset[str]
    """Forms of verbs that tell what was done or said about an act afterwards."""
    accusing: frozenset[str]
    """Forms of verbs that tie somebody to an act."""
    charging: frozenset[str]
    """These, and other words that do: "guilty of", "the trial for"."""
    trying: frozenset[str]
    """Forms of verbs for what goes on in court: "was sentenced", "pleaded guilty"."""
    opening: frozenset[str]
    """Forms of verbs for what a trial does: "opened", "ended"."""
    trials: frozenset[str]
    """Nouns for trials."""
    courts: frozenset[str]
    """Words for courts, trials and what they do."""


@cached
def _words() -> _Words:
    lists = table("frames")
    return _Words(
        frozenset(lists["preposition"]["place"]),
        frozenset(lists["preposition"]["locating"]),
        frozenset(lists["preposition"]["locating"]) | frozenset(lists["preposition"]["counting"]),
        frozenset(tuple(words.split()) for words in lists["ahead"]["words"]),
        all_verb_forms(lists["reacting"]["verbs"]),
        all_verb_forms(lists["accusing"]["verbs"]),
        all_verb_forms(lists["accusing"]["verbs"])
        | frozenset(lists["court"]["words"])
        | all_noun_forms(lists["court"]["trials"]),
        all_verb_forms([*lists["accusing"]["verbs"], *lists["court"]["verbs"]]),
        all_verb_forms(lists["court"]["opening"]),
        all_noun_forms(lists["court"]["trials"]),
        all_verb_forms([*lists["court"]["verbs"], *lists["court"]["opening"]])
        | all_noun_forms([*lists["court"]["trials"], *lists["court"]["nouns"]])
        | frozenset(lists["court"]["words"]),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Place and date of a trigger or count; `near` tells whether its own clause gives them."""

    place: Party | None
    place_near: bool
    when: When | None
    when_near: bool
    tried: bool = False
    """Whether it is told as what somebody stands trial or was sentenced for."""


NOWHERE = Setting(None, False, None, False)
"""Where neither place nor date is given."""


class _Placed(Generic[_T]):
    """Places or dates in the order of the text."""

    def __init__(self, items: Iterable[_T]) -> None:
        self._items: list[_T] = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def around(self, offset: int, start: int, end: int) -> list[_T]:
        """Return those next to an offset and between two others, the nearest first."""
        here = bisect_left(self._starts, offset)
        beside = range(max(here - _LOOKED_AT, 0), min(here + _LOOKED_AT, len(self._items)))
        inside = [place for place in beside if start <= self._starts[place] < end]
        inside.sort(key=lambda place: distance(offset, self._starts[place]))
        return [self._items[place] for place in inside]


def distance(trigger: int, told: int) -> int:
    """Return how far a place or date is from a trigger, by their offsets: in characters, which
    count twice where it stands before."""
    gap = told - trigger
    return gap if gap >= 0 else -2 * gap


class PlaceAndTime:
    """The places and dates of a report, to be asked for those of an event or a figure."""

    def __init__(
        self,
        doc: Doc,
        places: Iterable[Party],
        dates: Iterable[When],
        statement_at: Callable[[int], int] | None = None,
    ) -> None:
        """`statement_at` numbers the statement at an offset, where counts are asked for.

        The dates of a count are those of its own statement, and what leads to its place is wider:
        "people of Merrow". Of an event, which is found before statements are, the governor of a
        date tells whether that is one of saying; what was said days before the report came
        out is dated by it: "Last week the army said that it had taken the town".
        """
        self._syntax = syntax = doc.syntax
        self._blocks = doc.article.blocks
        self._statement_at = statement_at
        self._published = doc.article.published
        leading = _words().counting if statement_at else _words().locating
        places, dates = list(places), list(dates)
        self._cells = CellSettings(doc, places, [when for when in dates if when.calendar])
        named = [place for place in places if dateline_at(doc, place.start) is None]
        self._places = _Placed(named)
        self._introduced = _Placed(p for p in named if _is_introduced(p, syntax, leading))
        self._streets = _Placed(place for place in named if _is_street(place, syntax))
        self._dates = _Placed(
            when for when in dates if when.calendar and dateline_at(doc, when.start_offset) is None
        )

    def of(self, token: int, clauses: Clauses) -> Setting:
        """Return where and when that took place which the token tells or counts."""
        found = self._told_beside(token, clauses)
        cell = self._cells.cell_at(self._syntax.starts[token])
        return found if cell is None else self._of_cell(cell, found)

    def _of_cell(self, cell: Cell, found: Setting) -> Setting:
        """Of a cell what its own words tell, and then what stands around it in the table."""
        place, when = found.place, found.when
        if place is None or not cell.span.holds(place.span):
            place = self._cells.place(cell)
        if when is None or not cell.span.holds(when.span):
            when = self._cells.when(cell)
        return Setting(place, place is not None, when, when is not None, found.tried)

    def _told_beside(self, token: int, clauses: Clauses) -> Setting:
        act = _Act(token, clauses)
        own = self._attached(self._places, act)
        place, near = (own, True) if own else self._beside(self._introduced, act)
        if place is None or not clauses.sentence.start <= place.start < clauses.sentence.end:
            street, beside = self._beside(self._streets, act)
            place, near = (street, True) if street and beside else (place, near)
        told = self._attached(self._dates, act)
        when, when_near = (told, True) if told else self._beside(self._dates, act)
        return Setting(place, near, when, when_near, act.is_tried)

    def _attached(self, found: _Placed[_T], act: "_Act") -> _T | None:
        """What modifies the trigger: "clashes in the town", "the May attack", "fled on Monday"."""
        for start, end in act.attached:
            inside = [i for i in found.around(end, start, end) if not _is_to_come(i, self._syntax)]
            if inside:
                return inside[0]
        return None

    def _beside(self, found: _Placed[_T], act: "_Act") -> tuple[_T | None, bool]:
        """The nearest in the clause, then in the sentence, then the last before in the block."""
        sentence, block = act.sentence, self._blocks[act.sentence.block]
        for start, end in (act.clause, (sentence.start, sentence.end)):
            near = found.around(act.offset, start, end)
            inside = [i for i in near if self._goes_with(i, act)]
            if (start, end) != act.clause:  # "since 2016" elsewhere is of what is told there
                inside = [i for i in inside if not (_is_open(i) or act.is_over_clause_of(i))]
            own = [i for i in inside if not _of_another(i, self._syntax)]
            if own or (inside and not _is_to_come(inside[0], self._syntax)):
                return (own or inside)[0], (start, end) == act.clause
        before = found.around(sentence.start, block.start, sentence.start)
        return next((item for item in before if not _is_open(item)), None), False

    def _goes_with(self, found: Party | When, act: "_Act") -> bool:
        """Whether a date or place is of what is reported, and not of the report itself."""
        if act.has_reaction_of(found) or act.has_charge_of(found):
            return False
        if self._statement_at is not None:
            same = self._statement_at(found.span.start) == self._statement_at(act.offset)
            return same or isinstance(found, Party)
        return not act.is_said_at(found) or self._is_old(found) or act.is_reported_at(found)

    def _is_old(self, found: Party | When) -> bool:
        """Whether a date lies days before that of the report."""
        if self._published is None or not isinstance(found, When):
            return False
        if found.start is None or found.end is None:
            return False
        return found.start < self._published - _NEWS and found.end < self._published


def _is_open(found: Party | When) -> bool:
    """Whether a date has one end only, as "since 2016", and so tells the day of nothing else."""
    return isinstance(found, When) and found.is_open


class _Act:
    """An act or a count at a token, to be asked which dates and places are its own."""

    def __init__(self, token: int, clauses: Clauses) -> None:
        self._nodes = nodes_in(clauses)
        self._syntax = clauses.syntax
        self.sentence = clauses.sentence
        self.token, self.phrase = token, self._nodes.holding(token)
        self.offset = clauses.syntax.starts[token]

    @cached_property
    def clause(self) -> tuple[int, int]:
        """Offsets of the clause around it."""
        return self._syntax.span_of(*self._nodes.clauses.region(self.token))

    @cached_property
    def attached(self) -> list[tuple[int, int]]:
        """Offsets of what may tell where or when: nouns behind prepositions, or bare: "Monday"."""
        phrase = self.phrase
        if phrase is None:
            return []
        if phrase.is_verb:
            found = [p.extent for p in phrase.children if p.is_noun and p.role == "obl"]
        else:
            placing = _words().placing
            found = [p.extent for preposition, p in phrase.modifiers if preposition in placing]
            found.append((phrase.first, self.token + 1))
        return [self._syntax.span_of(*tokens) for tokens in found]

    def is_said_at(self, found: Party | When) -> bool:
        """Return whether a date or place is that of a statement: "said on Monday that"."""
        return _word_over(found, self._nodes) in grammar().saying

    def is_reported_at(self, found: Party | When) -> bool:
        """Return whether the act is the subject of a verb of speech: "raids were reported"."""
        verb = _over(found, self._nodes)
        return verb is not None and verb.is_passive and self.phrase in verb.subjects

    def has_charge_of(self, found: Party | When) -> bool:
        """Return whether a date or place is that of a charge, or of what a court did about the act.

        "Charged on Friday with the murder", "a court in Dessa on Friday found him guilty of the
        murder", "the trial of five men accused of the murder opened in Dessa on Friday".
        """
        over, is_date = _word_over(found, self._nodes), isinstance(found, When)
        behind = found.span.start > self.offset
        if is_date and not behind and over in _words().accusing:
            return True
        if not self.is_charged:
            return False
        if not is_date and over not in _words().courts and (behind or not self._is_held_in(found)):
            return False
        between = self._syntax.tokens_in(self.offset, found.span.start)
        return not behind or self._has_any(between, _words().trying) or self._is_opened(between)

    def _is_held_in(self, place: Party | When) -> bool:
        """Whether an arrest or a charge stands before a place: "arrested three men in Dessa"."""
        tokens = self._syntax.tokens_in(place.span.start, place.span.end)
        before = range(self.sentence.first, tokens.start)
        leading = token_before(place.span, self._syntax)
        if leading < 0 or self._syntax.lower(leading) not in _words().locating:
            return False  # "the squads of Dessa"
        return self._has_any(before, _words().accusing)

    def _is_opened(self, between: Iterable[int]) -> bool:
        """Whether a trial told of before begins or ends behind it: "the trial over it opened"."""
        before = range(self.sentence.first, self.token)
        return self._has_any(between, _words().opening) and self._has_any(before, _words().trials)

    @cached_property
    def is_charged(self) -> bool:
        """Whether it is what somebody is charged with: "for the bombing", "of bombing a train"."""
        return self._is_behind(_words().charging)

    @cached_property
    def is_tried(self) -> bool:
        """Whether it is what somebody stands trial for, or was sentenced for."""
        return self._is_behind(_words().courts)

    def _is_behind(self, words: frozenset[str]) -> bool:
        """Whether one of some words stands before it, and "for", "of" and the like beside it."""
        first = self.phrase.first if self.phrase is not None else self.token
        if first == self.sentence.first or self._syntax.lower(first - 1) not in CHARGED_WITH:
            return False
        verbal = self.phrase is not None and self.phrase.is_verb
        if verbal and not self._syntax.lower(self.token).endswith("ing"):
            return False
        return self._has_any(range(self.sentence.first, first), words)

    def _has_any(self, tokens: Iterable[int], words: frozenset[str]) -> bool:
        return any(self._syntax.lower(token) in words for token in tokens)

    def has_reaction_of(self, found: Party | When) -> bool:
        """Return whether a date is that of a reaction to the act: "condemned it on Monday"."""
        if not isinstance(found, When):
            return False
        verb = _over(found, self._nodes)
        return verb is not None and verb is not self.phrase and verb.word in _words().reacting

    def is_over_clause_of(self, found: Party | When) -> bool:
        """Return whether a date is that of a clause under the act's own: "the clashes began after
        rebels seized a post on Sunday" does not tell when they began."""
        if not isinstance(found, When) or self.phrase is None:
            return False
        own = self.phrase if self.phrase.is_verb else self.phrase.governor
        verb = _over(found, self._nodes)
        if verb is None or verb is own or not verb.is_verb or verb.opener not in BEFORE_OR_AFTER:
            return False
        for _ in range(_DEEPEST):
            verb = verb.governor
            if verb is None or verb is own:
                return verb is not None
        return False


def _word_over(found: Party | When, nodes: SentenceNodes) -> str:
    above = _over(found, nodes)
    return above.word if above is not None else ""


def _over(found: Party | When, nodes: SentenceNodes) -> PhraseNode | None:
    """What a date or place depends on; behind the subject the verb: "officials on Monday said".

    Nothing, where "that" stands between: "said that on Monday a bomb went off".
    """
    tokens = nodes.clauses.syntax.tokens_in(found.span.start, found.span.end)
    phrase = nodes.holding(tokens[0]) if tokens else None
    above = phrase.governor if phrase is not None else None
    if phrase is None or above is None or _is_before_speech(found, phrase, above, nodes):
        return None
    if above.place < phrase.place and "that" in above.words_to(phrase):
        return None
    verb = above.governor if isinstance(found, When) and above.is_noun else None
    if verb is None or not (verb.is_verb and above.place < phrase.place < verb.place):
        return above
    return verb if above in verb.subjects else above


def _is_before_speech(
    found: Party | When, phrase: PhraseNode, above: PhraseNode, nodes: SentenceNodes
) -> bool:
    """Whether a comma parts it from a verb of speech behind what is said: "a shell killed two in
    Dessa on Tuesday, the mayor said"."""
    syntax = nodes.clauses.syntax
    behind = above.is_verb and above.place > phrase.place and above.word in grammar().saying
    end = syntax.tokens_in(found.span.start, found.span.end).stop
    if not behind or end >= len(syntax) or syntax.lower(end) != ",":
        return False
    told = syntax.sentence_at(found.span.start)
    before = range(told.first, phrase.first) if told else ()
    held = map(nodes.holding, before)
    return any(one is not None and one.is_verb for one in held)


def _of_another(found: Party | When, syntax: Syntax) -> bool:
    """Whether a date is that of what it owns, or of what is ahead: "ahead of Friday's prayers"."""
    tokens = syntax.tokens_in(found.span.start, found.span.end)
    if not isinstance(found, When) or not tokens:
        return False
    owns = tokens.stop < len(syntax) and syntax.lower(tokens.stop) in POSSESSIVE_ENDINGS
    return owns or _is_to_come(found, syntax)


def _is_to_come(found: Party | When, syntax: Syntax) -> bool:
    """Whether a date stands behind "ahead of" or "before", and so tells what came later."""
    tokens = syntax.tokens_in(found.span.start, found.span.end)
    if not isinstance(found, When) or not tokens or tokens.start < 1:
        return False
    before = [syntax.lower(token) for token in range(max(tokens.start - 2, 0), tokens.start)]
    return any(tuple(before[-len(words) :]) == words for words in _words().ahead)


def _is_introduced(place: Party, syntax: Syntax, leading: frozenset[str]) -> bool:
    """Whether a preposition of place stands before: not "Paris" in "the Paris talks"."""
    before = token_before(place.span, syntax)
    return before >= 0 and syntax.lower(before) in leading


def _is_street(place: Party, syntax: Syntax) -> bool:
    """Whether a place is so narrow that what is on it takes place there: "on Corrin Street"."""
    tokens = syntax.tokens_in(place.start, place.end)
    if not tokens or tokens[0] == 0 or syntax.lower(tokens[0] - 1) != "on":
        return False
    return syntax.lower(tokens[-1]) in table("incidents")["width"]["site"]


def news_day(doc: Doc, dates: Iterable[When]) -> When | None:
    """Return the day that a report gives for its news, in its first sentences;
    none where it gives none.

    News without another date is of that day: "on Thursday" in the lead.
    """
    opening = doc.sentences[:_OPENING_SENTENCES]
    end = opening[-1].end if opening else 0
    days = (
        when
        for when in sorted(dates, key=lambda when: when.start_offset)
        if when.start_offset < end and _is_fresh(when, doc.article.published)
    )
    told = (day for day in days if dateline_at(doc, day.start_offset) is None)
    return next((day for day in told if not dates_a_statement(day, doc)), None)


def _is_fresh(when: When, published: date | None) -> bool:
    """Whether a date is one day, not long before publication."""
    if published is None or when.start is None or not when.calendar:
        return False
    return when.start == when.end and published - _FRESH <= when.start <= published


def dates_what_came_before(when: When, doc: Doc, act: int) -> bool:
    """Return whether a date is that of a clause under that of an act, which begins at an offset:
    "the clashes began after rebels seized a post on Sunday"."""
    told = _act_at(doc, act)
    return told is not None and told.is_over_clause_of(when)


def is_tried(doc: Doc, act: int) -> bool:
    """Return whether an act, which begins at an offset, is told as what somebody stands trial or
    was sentenced for: "jailed for the bombing", "the trial over the bombing"."""
    found = _act_at(doc, act)
    return found is not None and found.is_tried


def is_of_charge(found: Party | When, doc: Doc, act: int) -> bool:
    """Return whether a date or place in the sentence of an act, which begins at an offset, is that
    of a charge or a sentence for it: "jailed on Friday for the bombing"."""
    told = _act_at(doc, act)
    return told is not None and told.has_charge_of(found)


def _act_at(doc: Doc, offset: int) -> _Act | None:
    sentence, tokens = doc.syntax.sentence_at(offset), doc.syntax.tokens_in(offset, offset + 1)
    return _Act(tokens[0], clauses_of(doc, sentence)) if sentence and tokens else None


def dates_a_statement(when: When, doc: Doc, act: int | None = None) -> bool:
    """Return whether a date is that of what was said or done about the news, not of the news:
    "said on Monday", "on Monday condemned the attack".

    Also, where the offset of an act behind the date is given, of a charge or an arrest for it.
    """
    sentence = doc.syntax.sentence_at(when.start_offset)
    if sentence is None:
        return False
    word = _word_over(when, nodes_in(clauses_of(doc, sentence)))
    charged = act is not None and is_of_charge(when, doc, act)
    return charged or word in grammar().saying or word in _words().reacting
