"""Which figures sum up over many incidents, and are no toll of one of them."""

from extract.doc import Doc
from extract.incidents.words import sums_up
from extract.records import Figure, Reading
from extract.vocabulary import BlockKind

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
