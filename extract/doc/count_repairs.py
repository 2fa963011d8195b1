"""Counts that the tagger parts from what they count, joined to it again.

Functions take the phrases of one sentence and yield them, in order and never overlapping.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc.morphology import is_plural
from extract.doc.syntax import SUBJECTS, Phrase, Syntax
from extract.doc.words import grammar

_COUNTED = frozenset({"NOUN", "PROPN", "ADJ"})
_AGES = frozenset({"year", "month", "week", "day"})
_OLD = "old"


def with_counts(syntax: Syntax, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases, a number joined to what it counts, and with the words that qualify it.

    "[Two] [Israelis] were killed", "At [least 74] were killed".
    """
    held: Phrase | None = None
    for phrase in (_of_age(syntax, one) for one in phrases):
        if held is not None and _is_counted_by(syntax, held, phrase):
            held = replace(phrase, first=held.first)
        elif held is not None and _is_bounded(syntax, held, phrase):
            held = replace(phrase, first=held.first, role=held.role, governor=held.governor)
        elif held is not None and _is_aboard(syntax, held, phrase):
            yield replace(held, role=phrase.role, governor=phrase.governor)
            held = replace(phrase, role="nmod", governor=held.head)
        else:
            if held is not None:
                yield _qualified(syntax, held)
            held = phrase
    if held is not None:
        yield _qualified(syntax, held)


def _of_age(syntax: Syntax, phrase: Phrase) -> Phrase:
    """A person told by age with the word for the person as head: "a 14-year-old Palestinian"."""
    head, last = phrase.head, phrase.last - 1
    aged = phrase.kind == "NP" and head + 2 < last and syntax.lower(head) in _AGES
    if aged and syntax.lower(head + 2) == _OLD and syntax.pos[last] in _COUNTED:
        return replace(phrase, head=last)
    return phrase


def _is_counted_by(syntax: Syntax, number: Phrase, phrase: Phrase) -> bool:
    """Whether a number alone stands right before a plural that has lost it."""
    alone = number.kind == phrase.kind == "NP" and number.head == number.last - 1
    between = " ".join(syntax.lower(token) for token in range(number.last, phrase.first))
    adjoins = not between or between in grammar().behind_counts
    if not (alone and adjoins and _is_lost_number(syntax, number)):
        return False
    behind = number.first > 0 and syntax.pos[number.first - 1] == "ADP"
    return (
        not behind and syntax.pos[phrase.first] != "NUM" and _is_plural(syntax.lower(phrase.head))
    )


def _is_lost_number(syntax: Syntax, number: Phrase) -> bool:
    """Whether a phrase ends in a number and depends on nothing."""
    lost = number.governor < 0 and number.role in ("root", "")
    return lost and number.kind == "NP" and syntax.pos[number.head] == "NUM"


def _is_bounded(syntax: Syntax, bound: Phrase, phrase: Phrase) -> bool:
    """Whether a noun and "of" say how exact the number behind is: "upwards of 50 people"."""
    alone = bound.kind == phrase.kind == "NP" and bound.last - bound.first == 1
    of = bound.last == phrase.first - 1 and syntax.lower(bound.last) == "of"
    number = phrase.first + (syntax.pos[phrase.first] == "DET")  # "upwards of a hundred homes"
    counts = of and syntax.pos[number] == "NUM"
    return alone and counts and syntax.lower(bound.head) in grammar().bounds


def _is_aboard(syntax: Syntax, number: Phrase, phrase: Phrase) -> bool:
    """Whether a place took the verb of the number before it: "all 14 on board were killed"."""
    takes = phrase.kind == "NP" and phrase.role in SUBJECTS and phrase.governor >= phrase.last
    behind = number.last == phrase.first - 1 and syntax.pos[number.last] == "ADP"
    return takes and behind and _is_lost_number(syntax, number)


def _is_plural(noun: str) -> bool:
    return is_plural(noun) or noun.endswith("is")  # "Israelis"


def _qualified(syntax: Syntax, phrase: Phrase) -> Phrase:
    """A count behind a preposition that says how exact it is: "killing between one and six"."""
    before = phrase.first - 1
    if phrase.kind != "NP" or before < 0 or phrase.role != "obl":
        return phrase
    if syntax.lower(before) == "at" and syntax.lower(phrase.first) in grammar().limits:
        first = before
    elif syntax.lower(before) in grammar().roughly and syntax.pos[phrase.first] == "NUM":
        first = phrase.first
    else:
        return phrase
    if phrase.governor == before - 1:
        return replace(phrase, first=first, role="obj")
    if phrase.governor >= phrase.last and first == before:
        return replace(phrase, first=first, role="root", governor=-1)
    return phrase
