"""Which figures of an incident count the same people, whichever of its events they stand by."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from extract.doc import Doc
from extract.incidents.persons import Persons
from extract.lexicon import table
from extract.links import ANYONE, class_of, is_broad, is_told_besides, same_people
from extract.quantities import is_person
from extract.records import Figure
from extract.vocabulary import FigureRole, Outcome

OUTCOMES = (
    Outcome.KILLED,
    Outcome.WOUNDED,
    Outcome.MISSING,
    Outcome.ABDUCTED,
    Outcome.CAPTURED,
    Outcome.DISPLACED,
)
"""What tolls are kept of."""
_THE = "the "
_MOST_PARTS = 4
"""Numbers behind one that may break it down."""


def counts(figure: Figure, outcome: str) -> bool:
    """Return whether a figure counts people of an outcome; "no casualties" counts none of all."""
    unhurt = figure.outcome == Outcome.CASUALTIES and not _least(figure) and figure.vague is None
    harm = outcome in (Outcome.KILLED, Outcome.WOUNDED)
    return figure.unit is None and (figure.outcome == outcome or (unhurt and harm))


def whole(told: Iterable[Figure], outcome: str) -> list[Figure]:
    """Return the figures of an outcome, without those that are a part of another one of them."""
    found = [figure for figure in told if counts(figure, outcome)]
    known = {figure.id for figure in found}
    return [figure for figure in found if figure.part_of not in known]


class Relations:
    """Relates the figures of the incidents of one report."""

    def __init__(self, doc: Doc, persons: Persons) -> None:
        self._doc = doc
        self._persons = persons
        self._repeated = _repeated(doc)

    def of(self, figures: Iterable[Figure]) -> list[Figure]:
        """Return the figures of an incident with whom each counts again or is a part of.

        Those of a sentence that is told again, word for word, are left out. A number told twice
        counts nobody anew, unless it is of the other side; a vague one ("scores") is that of an
        exact one beside it, and a person described is one of those who are counted.
        """
        own = [f for f in figures if self._doc.sentence_number(f.start) not in self._repeated]
        others = {figure.id for figure in own if self._is_beside_other_harm(figure, own)}
        told = same_people([_alone(figure, others) for figure in own], self._doc.syntax)
        found = {figure.id: figure for figure in told}
        hurt = [f for f in told if f.outcome == Outcome.WOUNDED and is_person(f)]
        for outcome in OUTCOMES:
            wounded = hurt if outcome == Outcome.KILLED else []
            related = self._related(whole(told, outcome), wounded)
            found |= {figure.id: figure for figure in related}
        return [
            replace(
                found[f.id],
                event=f.event,
                same_as=_first_of(found[f.id], found),
                role=f.role if f.id in others and not found[f.id].part_of else found[f.id].role,
            )
            for f in own
        ]

    def _is_beside_other_harm(self, figure: Figure, told: Iterable[Figure]) -> bool:
        """Whether "others" are others than those whom something else befell: in "one was killed and
        four others were hurt" all who were hurt are counted."""
        before = [
            one
            for one in told
            if one.start < figure.start and self._sentence(one) == self._sentence(figure)
        ]
        return (
            figure.role == FigureRole.ADDITIVE
            and not is_person(figure)
            and any(one.outcome in OUTCOMES for one in before)
            and not any(one.outcome == figure.outcome for one in before)
        )

    def _related(self, figures: Sequence[Figure], hurt: Sequence[Figure]) -> list[Figure]:
        """The figures of one outcome, none a part of another; `hurt` are persons wounded before."""
        exact = [f for f in figures if not is_person(f) and f.vague is None and _least(f)]
        if not exact:
            return self._persons_alone(figures, hurt)
        parts = self._broken_down(exact)
        figures = [_as_part(f, parts[f.id]) if f.id in parts else f for f in figures]
        exact = [figure for figure in exact if figure.id not in parts]
        found: list[Figure] = []
        for figure in figures:
            if figure.id in parts:
                found.append(figure)
                continue
            known = [one for one in found if one.role != FigureRole.SUBSET]
            found.append(self._beside(figure, exact, known))
        return found

    def _broken_down(self, exact: Sequence[Figure]) -> dict[str, Figure]:
        """The numbers that later sentences break one down into, each with the whole.

        "... killing nine people. The first blast killed six. ... outside a school, killing three."
        """
        found: dict[str, Figure] = {}
        for place, whole_figure in enumerate(exact):
            if whole_figure.id in found:
                continue
            total = 0.0
            parts: list[Figure] = []
            for part in exact[place + 1 : place + 1 + _MOST_PARTS]:
                if self._sentence(part) == self._sentence(whole_figure):
                    continue
                total, parts = total + _least(part), [*parts, part]
                if total >= _least(whole_figure):
                    break
            if len(parts) > 1 and total == _least(whole_figure):
                found |= {part.id: whole_figure for part in parts}
        return found

    def _beside(self, figure: Figure, exact: Sequence[Figure], known: Sequence[Figure]) -> Figure:
        """A figure beside exact numbers: a part of one, the same as one, or of its own."""
        before = [one for one in known if one in exact and _least(one) > _least(figure)]
        if figure.role == FigureRole.SUBSET and before:
            return _as_part(figure, before[0])  # "two of the injured"
        if figure in exact:
            wider = next((one for one in known if self._is_one_of(figure, one)), None)
            if wider is not None:
                return _as_part(figure, wider)
            same = next((one for one in known if self._is_told_again(figure, one)), None)
            same = same or self._claimed_before(figure, [one for one in known if one in exact])
            again = same.same_as or same.id if same else None
            return replace(figure, same_as=figure.same_as or again)
        return figure if self._is_further(figure, exact) else _as_part(figure, exact[0])

    def _is_told_again(self, figure: Figure, other: Figure) -> bool:
        """Whether a number is another one again: the same, and not of the other side."""
        further = FigureRole.ADDITIVE in (figure.role, other.role)
        equal = _numbers(figure) == _numbers(other)
        apart = self._sentence(figure) == self._sentence(other) or self._excludes(figure, other)
        return equal and not further and not apart

    def _claimed_before(self, figure: Figure, known: Sequence[Figure]) -> Figure | None:
        """The largest number before it, where nothing tells that others are counted."""
        known = [one for one in known if one.role != FigureRole.EARLIER]
        if any(self._stands_apart(figure, one) for one in known):
            return None
        return max(known, key=_least, default=None)

    def _stands_apart(self, figure: Figure, other: Figure) -> bool:
        """Whether two numbers count different people: of one list, of two sides, or told one
        behind the other of different kinds of people ("killed 12 farmers. They also ...")."""
        gap = abs(self._sentence(figure) - self._sentence(other))
        mine, theirs = (class_of(self._doc.text, one) for one in (figure, other))
        kinds = mine != theirs and not is_broad(mine) and not is_broad(theirs)
        further = FigureRole.ADDITIVE in (figure.role, other.role)
        besides = further or is_told_besides(self._doc.text, figure)
        rivals = bool(figure.source and other.source) and figure.source != other.source
        listed = gap == 0 and not rivals
        return listed or besides or self._excludes(figure, other) or (kinds and gap == 1)

    def _is_one_of(self, figure: Figure, other: Figure) -> bool:
        """Whether a number takes up some of those counted before: "the two other guards"."""
        before = self._doc.text[max(0, figure.start - len(_THE)) : figure.start]
        smaller = figure.role == FigureRole.PLAIN and _least(figure) < _least(other)
        return (
            smaller and before.lower() == _THE and self._sentence(figure) != self._sentence(other)
        )

    def _is_further(self, figure: Figure, exact: Sequence[Figure]) -> bool:
        """Whether a person described is none of those counted by numbers.

        "Three men, a woman and a child"; "a woman was also killed"; a soldier, of six rebels.
        """
        if not is_person(figure):
            return figure.role == FigureRole.ADDITIVE
        listed = any(self._sentence(figure) == self._sentence(one) for one in exact)
        named = self._persons.named(figure.span) is not None
        others = not named and all(self._excludes(figure, one) for one in exact)
        further = figure.role == FigureRole.ADDITIVE or is_told_besides(self._doc.text, figure)
        return listed or others or further

    def _sentence(self, figure: Figure) -> int:
        return self._doc.sentence_number(figure.start)

    def _excludes(self, figure: Figure, other: Figure) -> bool:
        """Whether nobody can be counted by both: seven rebels and eight soldiers."""
        mine, theirs = (class_of(self._doc.text, one) for one in (figure, other))
        sided = table("incidents")["count"]["sided"]
        return (
            mine != theirs and ANYONE not in (mine, theirs) and (mine in sided or theirs in sided)
        )

    def _persons_alone(self, figures: Sequence[Figure], hurt: Sequence[Figure]) -> list[Figure]:
        """Persons described, each once: of several that tell of one, those told later are parts."""
        persons = [f for f in figures if is_person(f) and f.high != 0]
        others = [figure for figure in figures if figure not in persons]
        if not persons or any(_least(figure) or figure.vague for figure in others):
            return list(figures)
        kept = [*others, *self._persons.each_once(persons, hurt)]
        return [f if f in kept else _as_part(f, kept[len(others)]) for f in figures]


def _alone(figure: Figure, others: Collection[str]) -> Figure:
    """A figure without its event, and none that counts further people if it is one of `others`."""
    role = FigureRole.PLAIN if figure.id in others else figure.role
    return replace(figure, event="", role=role)


def _as_part(figure: Figure, of: Figure) -> Figure:
    return replace(figure, part_of=of.id, role=FigureRole.SUBSET, same_as=None)


def _first_of(figure: Figure, known: Mapping[str, Figure]) -> str | None:
    """The id of the first figure that counts the same people, over others that name it."""
    first, seen = figure.same_as, {figure.id}
    while first is not None and first not in seen:
        above = known[first].same_as if first in known else None
        if above is None:
            break
        seen.add(first)
        first = above
    return first


def _repeated(doc: Doc) -> set[int]:
    """Numbers of the sentences that stand in the report before, word for word: of captions."""
    known: set[str] = set()
    found: set[int] = set()
    for number, sentence in enumerate(doc.sentences):
        words = " ".join(doc.text[sentence.start : sentence.end].split())
        if words in known:
            found.add(number)
        known.add(words)
    return found


def _numbers(figure: Figure) -> tuple[float | None, ...]:
    return figure.low, figure.point, figure.high


def _least(figure: Figure) -> float:
    return next((n for n in (figure.low, figure.point, figure.high) if n is not None), 0.0)
