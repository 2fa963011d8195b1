"""What counts over many incidents, and is no toll of one of them.

Sentences that sum up ("500 since January"), and tolls of headings and leads ("Two dead in separate
shootings").
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

from extract.doc import Doc
from extract.incidents.words import sums_up
from extract.quantities import is_person
from extract.records import Figure, Reading
from extract.vocabulary import BlockKind, FigureRole, Outcome

_BULLETS = ("•", "·", "*", "- ", "– ")
_COLON = ":"


class Sums:
    """Tells the sentences of a report that count over many incidents: "500 since January".

    The members of a list below such a sentence break its sum down.
    """

    def __init__(self, doc: Doc, reading: Reading) -> None:
        self._doc = doc
        self._open = {when.id: when for when in reading.dates if when.is_open}
        dated = [when for when in reading.dates if when.calendar]
        days = {doc.sentence_number(when.start_offset) for when in dated if not when.is_open}
        since = {doc.sentence_number(when.start_offset) for when in self._open.values()} - days
        self._dated = days
        self._sums: set[int] = set()
        for number, sentence in enumerate(doc.sentences):
            own = number in since or sums_up(doc.text, sentence.start, sentence.end)
            above = number - 1 in self._sums
            if own or (above and self._goes_on(number)):
                self._sums.add(number)

    def holds(self, figure: Figure) -> bool:
        """Return whether a figure is such a sum, by its own date or by its sentence."""
        number = self._doc.sentence_number(figure.start)
        when = self._open.get(figure.when or "")
        here = when is not None and self._doc.sentence_number(when.start_offset) == number
        return (here and number not in self._dated) or number in self._sums

    def _goes_on(self, number: int) -> bool:
        """Whether a sentence is a member of a list, or leads on to one."""
        sentence = self._doc.sentences[number]
        words = self._doc.text[sentence.start : sentence.end].strip()
        block = self._doc.article.blocks[sentence.block]
        item = block.kind is BlockKind.LIST_ITEM or words.startswith(_BULLETS)
        return item or words.endswith(_COLON)


_SUMMED = (Outcome.KILLED, Outcome.WOUNDED)
_MOST_OTHERS = 4
"""Incidents beside the main one that a heading is held against."""

Sentence = Callable[[Figure], int]
"""The number of the sentence that a figure stands in."""


def overall_tolls(shares: Sequence[Sequence[Figure]], sentence: Sentence, lead: int) -> set[str]:
    """Return the ids of figures up to the lead that are the sum of what several incidents have.

    `shares` has the figures of each incident. "Air strikes kill 14" over nine killed in one town
    and five in another is a toll of neither; it is one where the rest of the report repeats it.
    """
    found: set[str] = set()
    for outcome in _SUMMED:
        counts = [_counts((f for f in share if f.outcome == outcome), sentence) for share in shares]
        for place, share in enumerate(shares):
            others = [set(told.values()) for told in counts[:place] + counts[place + 1 :]]
            behind = {count for number, count in counts[place].items() if number > lead}
            mine = set(counts[place].values())
            found |= {
                f.id
                for f in share
                if f.outcome == outcome and f.point and sentence(f) <= lead
                if f.point not in behind and _is_sum(f.point, mine - {f.point}, others)
            }
    return found


def _is_sum(total: float, mine: set[float], others: Sequence[set[float]]) -> bool:
    """Whether a number is one of the main incident's with some of one or more of the others."""
    near = [{0.0, *other} for other in others if other][:_MOST_OTHERS]
    return any(count + sum(rest) == total for rest in product(*near) if any(rest) for count in mine)


def _counts(figures: Iterable[Figure], sentence: Sentence) -> dict[int, float]:
    """How many each sentence counts, by its number; parts of wholes in it left out."""
    found: dict[int, float] = {}
    told = {figure.id: figure for figure in figures if figure.role != FigureRole.EARLIER}
    for figure in told.values():
        wholes = (told.get(ident or "") for ident in (figure.part_of, figure.same_as))
        if not any(whole and sentence(whole) == sentence(figure) for whole in wholes):
            number = 1.0 if is_person(figure) else figure.point or 0.0
            found[sentence(figure)] = found.get(sentence(figure), 0.0) + number
    return found
