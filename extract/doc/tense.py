"""Whether the clause that words stand in is about the past, what had been before, or the future."""

from bisect import bisect_left
from enum import Enum

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.lexicon import cached, table

_LONGEST_CHAIN = 4
"""Noun phrases between a date and the verb that governs it: "the talks in Geneva on Friday"."""
_BOOKING_REACH = 14
"""Words between "called" and "for Saturday"."""
_RANGE = 5
"""Tokens from "from" to the second date of a range."""
_REACH = 30
"""Phrases of a sentence that are looked through for a verb, on either side."""


class Tense(Enum):
    """Of the clause that a date stands in."""

    PAST = "past"
    PERFECT = "perfect"
    FUTURE = "future"
    UNTOLD = "untold"


@cached
def _lists() -> dict[str, frozenset[str]]:
    return {name: frozenset(some) for name, some in table("dates")["tense"].items()}


def tense_at(syntax: Syntax, start: int, end: int) -> Tense:
    """Return the tense of the clause in which the offsets stand."""
    sentence = syntax.sentence_at(start)
    tokens = syntax.tokens_in(start, end)
    if sentence is None or not tokens:
        return Tense.UNTOLD
    lead = tokens.start - 1
    before = syntax.lower(lead) if lead >= sentence.first else ""
    if before == "since":
        return Tense.PAST
    if _is_booked(syntax, sentence, lead, tokens.stop):
        return Tense.FUTURE
    if before in _lists()["before_date"]:
        lead -= 1
    verb = (
        _verb_at(syntax, sentence, lead)
        or _governing(syntax, tokens)
        or _nearest(syntax, sentence, tokens.start)
    )
    if verb is None:
        return Tense.UNTOLD
    if before in _lists()["until"]:
        past = syntax.lower(verb.head) in _lists()["lasting"] or _ends_range(syntax, tokens.start)
        return Tense.PAST if past else Tense.FUTURE
    return _tense_of(syntax, verb)


def _ends_range(syntax: Syntax, date: int) -> bool:
    """Whether "until" parts the date from another behind "from": "from 30 March until 2 April"."""
    return any(syntax.lower(token) == "from" for token in range(max(0, date - _RANGE), date))


def _is_booked(syntax: Syntax, sentence: Sentence, lead: int, after: int) -> bool:
    """Whether the words around a date put it in the future: "due on", "called a strike for",
    "ahead of", or "Saturday's deadline" with a verb that looks ahead."""
    lists = _lists()
    if any(syntax.lower(t) in lists["perfect"] for t in range(max(sentence.first, lead - 5), lead)):
        return False
    if lead >= sentence.first and syntax.lower(lead) in lists["ahead"]:
        return True
    pair = f"{syntax.lower(lead - 1)} {syntax.lower(lead)}" if lead > sentence.first else ""
    if pair in lists["ahead_of"]:
        return True
    while lead >= sentence.first and syntax.lower(lead) in lists["before_date"] | lists["booking"]:
        prepositions = syntax.lower(lead)
        lead -= 1
        if prepositions in lists["booking"]:
            return _is_booking(syntax, sentence, lead, after)
    if lead < sentence.first:
        return False
    if syntax.lower(lead) in lists["gatherings"]:
        return _is_called_for(syntax, sentence, lead)
    return _hangs_on_due(syntax, sentence, lead) or syntax.lower(lead) in lists["due"]


def _is_called_for(syntax: Syntax, sentence: Sentence, gathering: int) -> bool:
    """Whether a march or strike before the date is asked for or planned: "called for a march"."""
    for token in range(gathering - 1, max(sentence.first, gathering - _BOOKING_REACH) - 1, -1):
        if syntax.lower(token) in _lists()["planning"]:
            return True
        if syntax.lower(token) == "for":
            return syntax.lower(token - 1) in _lists()["asking"]
        if syntax.pos[token] in ("VERB", "AUX", "PUNCT"):
            return False
    return False


def _hangs_on_due(syntax: Syntax, sentence: Sentence, lead: int) -> bool:
    """Whether no verb stands between the date and "is due", "are expected"."""
    for token in range(lead, max(sentence.first, lead - _BOOKING_REACH), -1):
        word = syntax.lower(token)
        if word in _lists()["due"]:
            return word == "due" or syntax.pos[token - 1] == "AUX"
        infinitive = token > sentence.first and syntax.lower(token - 1) == "to"
        if (syntax.pos[token] in ("VERB", "AUX") and not infinitive) or word in (",", ";", ":"):
            return False
    return False


def _is_booking(syntax: Syntax, sentence: Sentence, lead: int, after: int) -> bool:
    """Whether something is called or planned "for" the date; what it owns has been."""
    if after < len(syntax) and syntax.lower(after) in ("'s", "’s"):
        return False
    first = max(sentence.first, lead - _BOOKING_REACH)
    return any(syntax.lower(token) in _lists()["booked"] for token in range(first, lead + 1))


def _verb_at(syntax: Syntax, sentence: Sentence, token: int) -> Phrase | None:
    """The verb group that ends right before the date."""
    if token < sentence.first:
        return None
    phrase = syntax.phrase_at(token)
    return phrase if phrase and phrase.kind == "VG" else None


def _governing(syntax: Syntax, tokens: range) -> Phrase | None:
    """Find the verb group that governs the date, across a few noun phrases at most."""
    phrase = syntax.phrase_at(tokens[-1]) or syntax.phrase_at(tokens[0])
    for _ in range(_LONGEST_CHAIN):
        if phrase is None or phrase.kind == "VG":
            return phrase
        if phrase.governor < 0:
            return None
        phrase = syntax.phrase_at(phrase.governor)
    return None


def _nearest(syntax: Syntax, sentence: Sentence, token: int) -> Phrase | None:
    """The last verb group before the token, else the first one after it, if it is not far."""
    place = bisect_left(syntax.phrases, token, key=lambda phrase: phrase.first)
    before = reversed(syntax.phrases[max(0, place - _REACH) : place])
    after = syntax.phrases[place : place + _REACH]
    inside = (p for p in (*before, *after) if sentence.first <= p.first < sentence.last)
    return next((phrase for phrase in inside if phrase.kind == "VG"), None)


def _tense_of(syntax: Syntax, verb: Phrase) -> Tense:
    lists = _lists()
    said = [syntax.lower(token) for token in range(verb.first, verb.last)]
    if said[0] in lists["perfect"] and len(said) > 1:
        return Tense.PERFECT
    if len(said) == 1 and said[0] in lists["timetable"]:
        return Tense.FUTURE
    if any(word in lists["future"] for word in said):
        return Tense.PAST if "have" in said else Tense.FUTURE
    if said[0] == "to":
        return _of_infinitive(syntax, verb)
    return Tense.FUTURE if "to" in said else Tense.PAST


def _of_infinitive(syntax: Syntax, verb: Phrase) -> Tense:
    """What is agreed or planned is ahead; what one manages to do, or ends by doing, is done."""
    if verb.governor < 0:
        return Tense.FUTURE
    if verb.clause == "advcl" or syntax.lower(verb.governor) in _lists()["done"]:
        return Tense.PAST
    governor = syntax.phrase_at(verb.governor)
    had = governor is not None and syntax.lower(governor.first) in _lists()["perfect"]
    return Tense.PAST if had else Tense.FUTURE
