"""Noun phrases that the tagger runs together, cut where the words tell two, or a verb inside.

Functions take the phrases of one sentence and yield them, in order and never overlapping.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.doc.words import grammar, is_people
from extract.lexicon import cached, table

_VERBAL = frozenset({"VBG", "VBD", "VBN"})
"""Forms of a verb that may stand inside what the tagger takes for one noun phrase."""
_TO = 2
"""Tokens of "to" and a noun."""
_COUNTED = frozenset({"NOUN", "PROPN", "ADJ"})
_OLD = "old"
_DENIED = frozenset({"that", "it", "its", "they", "their", "he", "she", "any"})
"""Words that open what is denied."""


def parted(syntax: Syntax, sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases, cut where they are two: "gunmen shot dead three men"."""
    passive = {phrase.head for phrase in phrases if phrase.role == "passive"}
    for phrase in phrases:
        dated = _dated(syntax, sentence, phrase)
        if dated:
            role = "subjpass" if phrase.governor in passive else "subj"
            yield replace(phrase, last=dated, head=dated - 1, role="obl")
            yield replace(phrase, first=dated, role=role)
            continue
        yield from _parted(syntax, sentence, _without_result(syntax, sentence, phrase))


def _dated(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> int:
    """Where a date ends that stands before another phrase, the verb's subject; 0 without one.

    "On Monday rebels attacked", "on 10 March rebels attacked", "last night rebels attacked".
    """
    if phrase.kind != "NP" or phrase.governor < phrase.last or phrase.head + 1 != phrase.last:
        return 0
    low = [syntax.lower(token) for token in range(phrase.first, phrase.last)]
    behind_on = phrase.first > sentence.first and syntax.lower(phrase.first - 1) == "on"
    for words in (1, 2):
        told = tuple(low[:words])
        date = _is_day(told) if behind_on else " ".join(told) in _bare_days()
        if date and words < len(low) and not _is_day((low[words],)) and low[words].isalpha():
            return phrase.first + words
    return 0


def _is_day(words: tuple[str, ...]) -> bool:
    """Whether the words are a day: "monday", "10 march", "march 10"."""
    weekdays, months = _calendar()
    if len(words) == 1:
        return words[0] in weekdays
    return any(word in months for word in words) and any(word.isdigit() for word in words)


@cached
def _calendar() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("dates")
    return frozenset(lists["weekday"]["names"]), frozenset(lists["month"]["names"])


@cached
def _bare_days() -> frozenset[str]:
    return frozenset(table("dates")["bare"]["days"])


def _without_result(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "Dead two men" behind "shot", "death two men" behind "beaten to": the two men."""
    first = phrase.first
    if phrase.kind != "NP" or phrase.head == first or first == sentence.first:
        return phrase
    if syntax.lower(first) in grammar().results and syntax.pos[first - 1] == "VERB":
        return replace(phrase, first=first + 1)
    felled = first - 1 > sentence.first and syntax.lower(first - 2) in grammar().felling
    if felled and f"{syntax.lower(first - 1)} {syntax.lower(first)}" in grammar().fatally:
        return replace(phrase, first=first + 1, role="obj", governor=first - 2)
    return phrase


def _parted(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    if phrase.kind != "NP":
        return (_without_to(syntax, phrase),)
    if _opens_with_verb(syntax, sentence, phrase):
        start = phrase.first
        group = Phrase("VG", start, start + 1, start, "active", phrase.governor, "conj")
        return group, replace(phrase, first=start + 1, role="obj", governor=start)
    inner = range(phrase.first + 1, phrase.head)
    for token in inner:
        if _fells(syntax, token) and token + 1 < phrase.head:
            subject = replace(phrase, last=token, head=token - 1)
            return subject, replace(phrase, first=token + 2)
        opens = phrase.first == sentence.first + 1 and syntax.pos[sentence.first] == "ADP"
        if opens and syntax.word(token) == ",":
            opening = replace(phrase, last=token, head=token - 1, role="obl")
            return opening, replace(phrase, first=token + 1, role="conj", governor=token - 1)
        if opens and _counts_behind_place(syntax, phrase, token):
            opening = replace(phrase, last=token, head=token - 1, role="obl")
            return opening, replace(phrase, first=token)
        if _is_joined_verb(syntax, token) and phrase.governor >= 0:
            verb = Phrase("VG", token, token + 1, token, "active", phrase.governor, "conj")
            first = replace(phrase, last=token - 1, head=token - 2)
            first = _until(syntax, first, "CCONJ")
            return first, verb, replace(phrase, first=token + 1, role="obj", governor=token)
        if _counts_next(syntax, phrase, token):
            return _two_counted(syntax, sentence, phrase, token)
        if _ages_next(syntax, token):
            first = replace(phrase, last=token, head=token - 1)
            return first, replace(phrase, first=token + 1, role="conj", governor=token - 1)
    return (phrase,)


def _ages_next(syntax: Syntax, token: int) -> bool:
    """Whether "and" joins two persons told by age: "a 3-year-old and a 5-year-old"."""
    joins = syntax.lower(token) == "and" and syntax.pos[token + 1] == "DET"
    return joins and syntax.lower(token - 1) == _OLD


def _without_to(syntax: Syntax, phrase: Phrase) -> Phrase:
    """People behind "to" that the tagger takes for an infinitive: "attributed it to rebels"."""
    people = phrase.last - phrase.first == _TO and is_people(syntax.lower(phrase.head))
    if not people or syntax.lower(phrase.first) != "to" or syntax.pos[phrase.head] != "NOUN":
        return phrase
    return replace(phrase, kind="NP", first=phrase.head, role="obl", clause="")


def _counts_behind_place(syntax: Syntax, phrase: Phrase, token: int) -> bool:
    """Whether a count of people follows a name that opens a sentence: "In Dunda three people"."""
    names = all(syntax.pos[name] == "PROPN" for name in range(phrase.first, token))
    return names and syntax.pos[token] == "NUM" and is_people(syntax.lower(phrase.head))


def _opens_with_verb(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a noun phrase begins with a verb joined to one before: "and damaged dozens"."""
    inside = sentence.first < phrase.first < phrase.head and phrase.governor >= 0
    verb = inside and syntax.pos[phrase.first] == "VERB"
    return verb and _is_joined_verb(syntax, phrase.first)


def _is_joined_verb(syntax: Syntax, token: int) -> bool:
    """Whether a verb with an object stands there: "killing 16 and severely injuring three",
    "destroyed 40 homes and damaged dozens"."""
    counts = syntax.pos[token + 1] == "NUM" or syntax.lower(token + 1) in _sizes()
    if not syntax.forms or syntax.forms[token] not in _VERBAL or not counts:
        return False
    before = token - 2 if syntax.pos[token - 1] == "ADV" else token - 1
    return syntax.pos[before] == "CCONJ"


@cached
def _sizes() -> frozenset[str]:
    return frozenset(table("numbers")["vague"]["sizes"])


def _until(syntax: Syntax, phrase: Phrase, pos: str) -> Phrase:
    """The part of a noun phrase before the last token of a part of speech."""
    end = max((t for t in range(phrase.first, phrase.last) if syntax.pos[t] == pos), default=None)
    return phrase if end is None else replace(phrase, last=end, head=end - 1)


def _counts_next(syntax: Syntax, phrase: Phrase, token: int) -> bool:
    """Whether another count follows in a list: "5 soldiers dead, 6 civilians"."""
    joins = syntax.lower(token) in (",", "and") and syntax.pos[token + 1] == "NUM"
    return joins and syntax.pos[phrase.first] == "NUM" and syntax.pos[token - 1] in _COUNTED


def _two_counted(
    syntax: Syntax, sentence: Sentence, phrase: Phrase, token: int
) -> tuple[Phrase, ...]:
    """The two counts that a comma or "and" at the token parts, and those behind."""
    last = token
    while syntax.pos[last - 1] == "ADJ" and last - 2 > phrase.first:
        last -= 1
    ahead = phrase.governor >= phrase.last
    first = replace(phrase, last=last, head=last - 1)
    second = replace(phrase, first=token + 1)
    if ahead:
        first = replace(first, role="conj", governor=-1)
    else:
        second = replace(second, role="conj", governor=last - 1)
    return first, *_parted(syntax, sentence, second)


def _fells(syntax: Syntax, token: int) -> bool:
    """Whether "shot" stands before "dead"."""
    near = token + 1 < len(syntax) and syntax.lower(token + 1) in grammar().results
    return near and syntax.lower(token) in grammar().felling


def with_felling(syntax: Syntax, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Yield the phrases, with a verb group for "shot dead" where the tagger sees no verb."""
    for place, phrase in enumerate(phrases):
        before = phrases[place - 1] if place else None
        verb = before.last if before is not None else phrase.first
        if before is None or not _between(syntax, before, phrase):
            follows = place + 1 < len(phrases) and _between(syntax, phrase, phrases[place + 1])
            yield replace(phrase, role="subj", governor=phrase.last) if follows else phrase
            continue
        yield Phrase("VG", verb, verb + 1, verb, "active", -1, "root")
        yield replace(phrase, role="obj", governor=verb)


def _between(syntax: Syntax, before: Phrase, after: Phrase) -> bool:
    """Whether nothing but "shot dead" stands between two noun phrases."""
    nouns = before.kind == after.kind == "NP"
    return nouns and after.first == before.last + 2 and _fells(syntax, before.last)


_Above = tuple[int, str]
"""The token that the next clause depends on, and what that clause is to it."""


def with_speech(
    syntax: Syntax, phrases: Sequence[Phrase], opening: frozenset[int]
) -> Iterator[Phrase]:
    """Find verbs of speech inside noun phrases; `opening` are tokens that open quotations.

    What is said depends on them: "The militia denies that it ...", "rejected claims that ...".
    """
    above: _Above | None = None
    for phrase in phrases:
        if phrase.kind == "NP":
            parts, said = _cut(syntax, phrase, opening)
            yield from parts
            above = said or above
        elif above is not None and phrase.governor < 0:
            yield replace(phrase, governor=above[0], clause=above[1])
            above = None
        else:
            yield phrase
            above = None


def _cut(
    syntax: Syntax, phrase: Phrase, opening: frozenset[int]
) -> tuple[list[Phrase], _Above | None]:
    """Return the parts of a noun phrase, with what the next clause depends on if it is cut."""
    denial = _denial_in(syntax, phrase)
    if denial is not None:
        return denial
    verb = _speech_in(syntax, phrase, opening)
    if verb is None:
        return [phrase], None
    parts = _subject_and_verb(phrase, verb) if phrase.first < verb else [_verb(verb)]
    if verb + 1 < phrase.last:
        parts.append(Phrase("NP", verb + 1, phrase.last, phrase.last - 1, "subj"))
    return parts, (verb, "ccomp")


def _speech_in(syntax: Syntax, phrase: Phrase, opening: frozenset[int]) -> int | None:
    for token in range(phrase.first, phrase.last):
        if syntax.lower(token) in grammar().plain_speech and (
            syntax.pos[token] == "VERB" or syntax.word(token) in grammar().never_nouns
        ):
            return token
    last = phrase.last - 1
    if phrase.first < last and _is_present(syntax.lower(last)) and _leads(syntax, last, opening):
        return last
    return None


def _is_present(word: str) -> bool:
    """Whether the word may be the third person of a verb of speech: "reports", "estimates"."""
    return word.endswith("s") and word in grammar().reporting


def _leads(syntax: Syntax, last: int, opening: frozenset[int]) -> bool:
    """Whether a quotation follows, or "that" after one who can be alone: "the agency estimates"."""
    after = last + 1
    if after in opening:
        return True
    if after >= len(syntax) or syntax.lower(after) != "that" or syntax.pos[after] != "SCONJ":
        return False
    return syntax.pos[last - 1] in ("NOUN", "PROPN") and not syntax.lower(last - 1).endswith("s")


def _denial_in(syntax: Syntax, phrase: Phrase) -> tuple[list[Phrase], _Above] | None:
    """Return the parts of a noun phrase with a denial in it."""
    if phrase.head == phrase.first or phrase.last >= len(syntax):
        return None
    head, before = phrase.head, phrase.head - 1
    if syntax.lower(head) in grammar().denying and syntax.lower(phrase.last) in _DENIED:
        return _subject_and_verb(phrase, head), (head, "ccomp")
    claims = syntax.lower(head) in grammar().accusations and before > phrase.first
    if claims and syntax.lower(before) in grammar().denying | grammar().dismissing:
        thing = replace(phrase, first=head, role="obj", governor=before)
        return [*_subject_and_verb(phrase, before), thing], (head, "acl")
    return None


def _subject_and_verb(phrase: Phrase, verb: int) -> list[Phrase]:
    subject = replace(phrase, last=verb, head=verb - 1, role="subj", governor=verb)
    return [subject, _verb(verb)]


def _verb(token: int) -> Phrase:
    return Phrase("VG", token, token + 1, token, "active", -1, "root")
