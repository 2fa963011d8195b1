"""Numbers with a label beside them: "Killed: 17", "Injured - 31", "Missing 6", alone in a line or
in a cell of a table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extract.doc.morphology import is_plural
from extract.doc.words import is_people
from extract.lexicon import cached, table
from extract.lexicon.closed import PREPOSITIONS
from extract.quantities.quantity import Quantity
from extract.quantities.units import Unit
from extract.quantities.words import outcome_words
from extract.records import Span

_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_LABEL_END = re.compile(r"[^\S\n]*(?:[:=|\t]|[.…·]{2}|(?<=\s)[-–—](?=\s)|[^\S\n]{2})[^\S\n]*\(?$")
_SEGMENT = re.compile(r"[;|\t•]|,\s|\.\s(?=[A-Z])|[^\S\n]{3}")
_VALUE_END = re.compile(
    r"[^\S\n]*(?:[+*†‡%]|\([^()\n]{0,80}\))?[^\S\n]*(?:$|[,;|.)\t•]|[^\S\n]{2})"
)
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_LONGEST = 80
"""Characters of a label."""
_MOST_WORDS = 3
"""Words of a label without a sign behind it."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a label says of its number."""

    outcome: str
    counted: Span | None
    """The noun in the label, if it names what is counted."""
    unit: Unit | None = None
    scale: float = 1
    """What the number is to be taken times: in a column of thousands 1,000."""
    sums_up: bool = False
    """Whether it is a total of others."""


def label_of(text: str, line: Span, found: Quantity) -> Told | None:
    """Return what the words before a number in its line, or cell, say of it; none where they are
    no label, or it is no label's number."""
    if not is_value(text, line, found):
        return None
    label = _label(text, line, found)
    return told_by(text, label) if label is not None else None


def is_value(text: str, line: Span, found: Quantity) -> bool:
    """Return whether nothing that the number counts stands behind it but people."""
    end = found.unit.end if found.unit and found.unit.end > found.end else found.end
    people = _WORD.match(text, end + 1, line.end)
    if people and text[end] == " " and is_people(people.group()):
        end = people.end()
    return _VALUE_END.match(text, end, line.end) is not None


def _label(text: str, line: Span, found: Quantity) -> Span | None:
    """The words before the number, up to the sign that keeps them from it."""
    start = max(line.start, found.around.start - _LONGEST)
    before = text[start : found.around.start]
    sign = _LABEL_END.search(before)
    if sign is None:
        return _bare_label(text, line, before, found)
    ends = [match.end() for match in _SEGMENT.finditer(before, 0, sign.start())]
    return Span(start + (ends[-1] if ends else 0), start + sign.start())


def _bare_label(text: str, line: Span, before: str, found: Quantity) -> Span | None:
    """ "Dead 12", where that is the whole line and says no more than an outcome."""
    words = _WORD.findall(before)
    whole = not text[found.end : line.end].strip(" .;,")
    if not whole or not 0 < len(words) <= _MOST_WORDS or before.strip()[-1:] in "([":
        return None
    known = [word.lower() in _tally() or _outcome_in(word.lower()) for word in words]
    return Span(line.start, found.around.start) if all(known) else None


def told_by(text: str, label: Span) -> Told | None:
    """Return the outcome that a label names, and what it counts; none where it names no outcome."""
    words = _words(text, label)
    lows = [word.group().lower() for word in words]
    places = [place for place, low in enumerate(lows) if _outcome_in(low)]
    if not places:
        return None
    outcomes = [_outcome_in(lows[place]) or "" for place in places]
    outcome = "casualties" if {"killed", "wounded"} <= set(outcomes) else outcomes[0]
    counted = _counted_beside(words, set(places))
    return Told(_adjusted(outcome, text, counted), counted)


def _words(text: str, label: Span) -> list[re.Match[str]]:
    """The words of a label; what stands in brackets only where there are no others."""
    aside = [match.span() for match in _BRACKETS.finditer(text, label.start, label.end)]
    words = list(_WORD.finditer(text, label.start, label.end))
    outside = [w for w in words if not any(a <= w.start() < b for a, b in aside)]
    return outside or words


def _counted_beside(words: list[re.Match[str]], outcomes: set[int]) -> Span | None:
    """The people, else the one thing, that a label names beside its outcome."""
    rest = [
        word
        for place, word in enumerate(words)
        if place not in outcomes and word.group().lower() not in _tally()
    ]
    counted = next((word for word in rest if is_people(word.group())), None)
    if counted is not None:
        return Span(*counted.span())
    first = min(outcomes)
    things = [word for word in rest if word.start() < words[first].start()] or rest
    behind = [w for at, w in enumerate(words[1:]) if words[at].group().lower() in PREPOSITIONS]
    if not things or things[-1] in behind or not _is_run(words, things):
        return None
    plain = len(rest) == 1 or is_plural(things[-1].group())
    return Span(things[0].start(), things[-1].end()) if plain else None


def _is_run(words: list[re.Match[str]], part: list[re.Match[str]]) -> bool:
    first = words.index(part[0])
    return words[first : first + len(part)] == part


def named_by(text: str, label: Span) -> Span | None:
    """Return what a label without an outcome counts: "Households", "Tents distributed"."""
    words = [word for word in _words(text, label) if word.group().lower() not in _tally()]
    return Span(words[0].start(), words[-1].end()) if words else None


def adjusted(told: Told, text: str, counted: Span | None) -> Told:
    """Return what is told with something else that is counted."""
    return Told(_adjusted(told.outcome, text, counted), counted)


def _adjusted(outcome: str, text: str, counted: Span | None) -> str:
    """ "captured" of villages is seized, of rebels captured."""
    lists = outcome_words()
    of_people = counted is None or is_people(counted.of(text).split()[-1])
    return (lists.of_people if of_people else lists.of_things).get(outcome, outcome)


def outcomes_in(text: str, spans: Iterable[Span]) -> set[str]:
    """Return the outcomes that some labels name."""
    return {told.outcome for span in spans if (told := told_by(text, span))}


def _outcome_in(low: str) -> str | None:
    lists = outcome_words()
    return lists.beside.get(low) or lists.nouns.get(low) or lists.tolls.get(low)


@cached
def _tally() -> frozenset[str]:
    return frozenset(table("numbers")["labels"]["tally"])
