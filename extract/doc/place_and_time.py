"""Where and when something took place: from its clause, else its sentence, else its paragraph."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Generic, TypeVar

from extract.doc.clauses import Clauses, clauses_of
from extract.doc.datelines import datelines_in, datelines_of
from extract.doc.doc import Doc
from extract.doc.morphology import all_verb_forms
from extract.doc.syntax import Syntax
from extract.doc.tree import NONE
from extract.doc.words import grammar
from extract.lexicon import cached, table
from extract.lexicon.closed import BEFORE_OR_AFTER, POSSESSIVE_ENDINGS
from extract.records import Block, Party, Span, When

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


@cached
def _words() -> _Words:
    lists = table("frames")
    return _Words(
        frozenset(lists["preposition"]["place"]),
        frozenset(lists["preposition"]["locating"]),
        frozenset(lists["preposition"]["locating"]) | frozenset(lists["preposition"]["counting"]),
        frozenset(tuple(words.split()) for words in lists["ahead"]["words"]),
    )


@dataclass(frozen=True, slots=True)
class Setting:
    """Place and date of a trigger or count; `near` tells whether its own clause gives them."""

    place: Party | None
    place_near: bool
    when: When | None
    when_near: bool


NOWHERE = Setting(None, False, None, False)
"""Where neither place nor date is given."""


class _Placed(Generic[_T]):
    """Places or dates in the order of the text."""

    def __init__(self, items: Iterable[_T]) -> None:
        self._items: list[_T] = sorted(items, key=lambda item: item.span)
        self._starts = [item.span.start for item in self._items]

    def around(self, offset: int, start: int, end: int) -> list[_T]:
        """Return those next to an offset and between two others, the nearest first.

        What stands behind a trigger is nearer to it than what stands before.
        """
        here = bisect_left(self._starts, offset)
        beside = range(max(here - _LOOKED_AT, 0), min(here + _LOOKED_AT, len(self._items)))
        inside = [place for place in beside if start <= self._starts[place] < end]
        inside.sort(key=lambda place: _distance(self._starts[place] - offset))
        return [self._items[place] for place in inside]


def _distance(gap: int) -> int:
    return gap if gap >= 0 else -2 * gap


class PlaceAndTime:
    """The places and dates of a report, to be asked for those of an event or a figure."""

    def __init__(
        self,
        syntax: Syntax,
        blocks: Sequence[Block],
        places: Iterable[Party],
        dates: Iterable[When],
        *,
        statement_at: Callable[[int], int] | None = None,
        published: date | None = None,
    ) -> None:
        """`statement_at` numbers the statement at an offset, where counts are asked for.

        The dates of a count are those of its own statement, and what leads to its place is wider:
        "people of Merrow". Of an event, which is found before statements are, the governor of a
        date tells whether that is one of saying; what was said days before the report was
        `published` is dated by it: "Last week the army said that it had taken the town".
        """
        self._syntax = syntax
        self._blocks = blocks
        self._statement_at = statement_at
        self._published = published
        leading = _words().counting if statement_at else _words().locating
        datelines = datelines_in(syntax)
        named = [place for place in places if not _inside(place.start, datelines)]
        self._places = _Placed(named)
        self._introduced = _Placed(p for p in named if _is_introduced(p, syntax, leading))
        self._streets = _Placed(place for place in named if _is_street(place, syntax))
        self._dates = _Placed(
            when for when in dates if when.calendar and not _inside(when.start_offset, datelines)
        )

    def of(self, token: int, clauses: Clauses) -> Setting:
        """Return where and when that took place which the token tells or counts."""
        own = self._attached(self._places, token, clauses)
        place, near = (own, True) if own else self._beside(self._introduced, token, clauses)
        if place is None or not clauses.sentence.start <= place.start < clauses.sentence.end:
            street, beside = self._beside(self._streets, token, clauses)
            place, near = (street, True) if street and beside else (place, near)
        told = self._attached(self._dates, token, clauses)
        when, when_near = (told, True) if told else self._beside(self._dates, token, clauses)
        return Setting(place, near, when, when_near)

    def _attached(self, found: _Placed[_T], token: int, clauses: Clauses) -> _T | None:
        """What modifies the trigger: "clashes in the town", "the May attack", "fled on Monday"."""
        here = clauses.place_of(token)
        if here == NONE:
            return None
        phrases = [clauses.extent(noun) for noun in _hanging(here, clauses)]
        if clauses.is_noun(here):
            phrases.append((clauses.phrases[here].first, token + 1))
        for first, last in phrases:
            start, end = self._syntax.span_of(first, last)
            inside = [i for i in found.around(end, start, end) if not _is_to_come(i, self._syntax)]
            if inside:
                return inside[0]
        return None

    def _beside(self, found: _Placed[_T], token: int, clauses: Clauses) -> tuple[_T | None, bool]:
        """The nearest in the clause, then in the sentence, then the last before in the block."""
        offset = self._syntax.starts[token]
        clause = self._syntax.span_of(*clauses.region(token))
        sentence, block = clauses.sentence, self._blocks[clauses.sentence.block]
        for start, end in (clause, (sentence.start, sentence.end)):
            near = found.around(offset, start, end)
            inside = [i for i in near if self._goes_with(i, token, clauses)]
            if (start, end) != clause:  # "since 2016" in another clause is of what that one tells
                inside = [i for i in inside if not (_is_open(i) or _is_under(i, token, clauses))]
            own = [i for i in inside if not _of_another(i, self._syntax)]
            if own or (inside and not _is_to_come(inside[0], self._syntax)):
                return (own or inside)[0], (start, end) == clause
        before = found.around(sentence.start, block.start, sentence.start)
        return next((item for item in before if not _is_open(item)), None), False

    def _goes_with(self, found: Party | When, token: int, clauses: Clauses) -> bool:
        """Whether a date or place is of what is reported, and not of the report itself."""
        told = self._syntax.starts[token]
        if _of_reaction(found, told, clauses):
            return False
        if self._statement_at is None:
            said = _of_saying(found, clauses) and not (
                self._is_old(found) or _is_reported(found, token, clauses)
            )
            return not (said or _of_charge(found, told, clauses))
        same = self._statement_at(found.span.start) == self._statement_at(told)
        return same or isinstance(found, Party)

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


def _hanging(place: int, clauses: Clauses) -> list[int]:
    """Noun phrases that may tell where or when: behind prepositions, or bare as "Monday"."""
    if not clauses.is_verb(place):
        placing = _words().placing
        return [p for prep, p in clauses.modifiers(place) if prep in placing]
    return [p for p in clauses.children(place) if clauses.is_noun(p) and clauses.role(p) == "obl"]


def _of_saying(found: Party | When, clauses: Clauses) -> bool:
    """Whether a date or place is that of a statement: "said on Monday that"."""
    return _head_over(found, clauses) in grammar().saying


def _is_reported(found: Party | When, act: int, clauses: Clauses) -> bool:
    """Whether a verb of speech has the act for its subject: "on Monday raids were reported"."""
    verb = _over(found, clauses)
    return clauses.is_passive(verb) and clauses.place_of(act) in clauses.subjects(verb)


def _of_charge(found: Party | When, act: int, clauses: Clauses) -> bool:
    """Whether a date is that of a charge, not of the act: "charged on Friday with the murder"."""
    if not isinstance(found, When) or found.span.start > act:
        return False
    return _head_over(found, clauses) in _accusing()


def _of_reaction(found: Party | When, act: int, clauses: Clauses) -> bool:
    """Whether a date is that of what was done about the act: "condemned the attack on Monday"."""
    if not isinstance(found, When):
        return False
    verb = _over(found, clauses)
    own = clauses.place_of(clauses.syntax.tokens_in(act, act + 1)[0]) == verb
    return clauses.head(verb) in _reacting() and not own


def _head_over(found: Party | When, clauses: Clauses) -> str:
    return clauses.head(_over(found, clauses))


def _over(found: Party | When, clauses: Clauses) -> int:
    """What a date or place depends on; behind the subject the verb: "officials on Monday said".

    Nothing, where "that" stands between: "said that on Monday a bomb went off".
    """
    tokens = clauses.syntax.tokens_in(found.span.start, found.span.end)
    place = clauses.place_of(tokens[0]) if tokens else NONE
    above = clauses.governor(place)
    if above < place and "that" in clauses.words_from(above, place):
        return NONE
    verb = clauses.governor(above)
    between = clauses.is_noun(above) and above in clauses.subjects(verb) and above < place < verb
    return verb if isinstance(found, When) and clauses.is_verb(verb) and between else above


def _is_under(found: Party | When, token: int, clauses: Clauses) -> bool:
    """Whether a date is that of a clause under the trigger's own: "the clashes began after rebels
    seized a post on Sunday" does not tell when they began."""
    if not isinstance(found, When):
        return False
    here = clauses.place_of(token)
    own = here if clauses.is_verb(here) else clauses.governor(here)
    verb = _over(found, clauses)
    if verb == own or not clauses.is_verb(verb) or clauses.opener(verb) not in BEFORE_OR_AFTER:
        return False
    for _ in range(_DEEPEST):
        verb = clauses.governor(verb)
        if verb in (NONE, own):
            return verb == own != NONE
    return False


@cached
def _reacting() -> frozenset[str]:
    """All forms of the verbs that tell what was done or said about an act afterwards."""
    return all_verb_forms(table("frames")["reacting"]["verbs"])


@cached
def _accusing() -> frozenset[str]:
    """All forms of the verbs that tie somebody to an act."""
    return all_verb_forms(table("frames")["accusing"]["verbs"])


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


def word_before(token: int, syntax: Syntax) -> int:
    """Return the token before the phrase of a name, and before "the capital" in front of it;
    -1 where none stands there: that of "in" for "in the capital Lomara"."""
    phrase = syntax.phrase_at(token)
    first = phrase.first if phrase else token
    front = syntax.phrase_at(first - 1) if first > 0 else None
    described = front is not None and front.kind == "NP" and front.last == first
    return (front.first if front is not None and described else first) - 1


def _is_introduced(place: Party, syntax: Syntax, leading: frozenset[str]) -> bool:
    """Whether a preposition of place stands before: not "Paris" in "the Paris talks"."""
    tokens = syntax.tokens_in(place.start, place.end)
    if not tokens:
        return False
    phrase = syntax.phrase_at(tokens[0])
    whole = phrase is None or tokens[0] <= phrase.head <= tokens[-1]
    before = word_before(tokens[0], syntax)
    return whole and before >= 0 and syntax.lower(before) in leading


def _is_street(place: Party, syntax: Syntax) -> bool:
    """Whether a place is so narrow that what is on it takes place there: "on Corrin Street"."""
    tokens = syntax.tokens_in(place.start, place.end)
    if not tokens or tokens[0] == 0 or syntax.lower(tokens[0] - 1) != "on":
        return False
    return syntax.lower(tokens[-1]) in table("incidents")["width"]["site"]


def _inside(offset: int, spans: Sequence[Span]) -> bool:
    place = bisect_left(spans, offset + 1, key=lambda span: span.start) - 1
    return place >= 0 and offset < spans[place].end


def news_day(doc: Doc, dates: Iterable[When]) -> When | None:
    """Return the day that a report gives for its news, in its first sentences;
    none where it gives none.

    News without another date is of that day: "on Thursday" in the lead.
    """
    opening = doc.sentences[:_OPENING_SENTENCES]
    end = opening[-1].end if opening else 0
    datelines = datelines_of(doc)
    days = (
        when
        for when in sorted(dates, key=lambda when: when.start_offset)
        if when.start_offset < end and _is_fresh(when, doc.article.published)
    )
    told = (day for day in days if not _inside(day.start_offset, datelines))
    return next((day for day in told if not dates_a_statement(day, doc)), None)


def _is_fresh(when: When, published: date | None) -> bool:
    """Whether a date is one day, not long before publication."""
    if published is None or when.start is None or not when.calendar:
        return False
    return when.start == when.end and published - _FRESH <= when.start <= published


def dates_what_came_before(when: When, doc: Doc, act: int) -> bool:
    """Return whether a date is that of a clause under that of an act, which begins at an offset:
    "the clashes began after rebels seized a post on Sunday"."""
    sentence = doc.syntax.sentence_at(act)
    tokens = doc.syntax.tokens_in(act, act + 1)
    return (
        sentence is not None
        and bool(tokens)
        and _is_under(when, tokens[0], clauses_of(doc, sentence))
    )


def dates_a_statement(when: When, doc: Doc, act: int | None = None) -> bool:
    """Return whether a date is that of what was said or done about the news, not of the news:
    "said on Monday", "on Monday condemned the attack".

    Also, where the offset of an act behind the date is given, of a charge or an arrest for it.
    """
    sentence = doc.syntax.sentence_at(when.start_offset)
    if sentence is None:
        return False
    clauses = clauses_of(doc, sentence)
    if act is not None and _of_charge(when, act, clauses):
        return True
    return _head_over(when, clauses) in grammar().saying | _reacting()
