"""What a clause sets before the news: "the blast came two days after gunmen killed nine in Vemu".

What such a clause tells is another event, on the day that the words before it count back to.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.dates import CLAUSE_BEFORE
from extract.doc import Sentence
from extract.doc.morphology import noun_forms
from extract.doc.place_and_time import Setting
from extract.events.event_mentions import EventMention
from extract.lexicon import cached, table
from extract.records import Span, When


class Earlier:
    """Tells which events of a report are told as what went before another one."""

    def __init__(self, text: str, dates: Sequence[When]) -> None:
        self._text = text
        self._dates = {when.end_offset: when for when in dates if when.rule == CLAUSE_BEFORE}

    def mark(self, found: Sequence[EventMention], sentence: Sentence) -> None:
        """Mark the mentions of one sentence that "days after" sets before its other ones, and
        give them their own day and no place from outside their clause."""
        opened = _after().search(self._text, sentence.start, sentence.end)
        if opened is None:
            return
        clause = Span(opened.end(), self._end_of(opened.end(), sentence.end))
        inside = [mention for mention in found if clause.holds(mention.span)]
        if not any(_tells_act(m) for m in inside):
            return  # "two days after the attack"
        when = self._dates.get(opened.start("after_end"))
        for mention in found:
            mention.earlier, mention.beside = mention in inside, sentence.first
            own = _placed(mention.setting, clause, inside=mention.earlier)
            mention.setting = replace(own, when=when, when_near=True) if mention.earlier else own

    def _end_of(self, start: int, end: int) -> int:
        """Where the clause ends: at a comma, unless a participle goes on behind it."""
        close = _CLOSE.search(self._text, start, end)
        return close.start() if close else end


def _placed(setting: Setting, clause: Span, *, inside: bool) -> Setting:
    """The setting without a place from the other side of the clause's ends."""
    stays = setting.place is None or clause.holds(setting.place.span) == inside
    return setting if stays else replace(setting, place=None, place_near=False)


def _tells_act(mention: EventMention) -> bool:
    """Whether a verb tells of violence or harm."""
    return mention.hit.verbal and (mention.category.cause or mention.category.consequence)


_CLOSE = re.compile(r"[;:]|,(?!\s\w+ing\b)")


@cached
def _after() -> re.Pattern[str]:
    """Units of time and "after" before a clause with a subject: not "days after being shot"."""
    units = [form for unit in table("coreference")["apart"]["units"] for form in noun_forms(unit)]
    return re.compile(
        rf"\b(?:{'|'.join(sorted(set(units)))})\safter(?P<after_end>)\s(?!\w+ing\b)", re.IGNORECASE
    )
