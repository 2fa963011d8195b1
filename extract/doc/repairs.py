"""What the tagger gets wrong in the phrases of a text, put right once for every rule.

Noun phrases with a verb inside are cut ("[The agency estimates] that"), governors and subjects
that the order of the words tells better are set. Functions take the phrases of one sentence and
return them, in order and never overlapping.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.doc.words import grammar
from extract.lexicon import cached, table

_MAIN_VERB = 5
"""Phrases behind a participle among which the verb of its sentence stands."""
_JOINING = frozenset({",", ";", "and", "or", "but", "who", "which", "that", "when", "as", "to"})
_REACH = 40
"""Phrases before a verb that are searched for its subject."""
_SUBJECTS = frozenset({"subj", "subjpass"})
_PLACED = frozenset({"obl", "nmod"})
_LIST = frozenset({",", "and", "or", "&"})


def overrule_governors(syntax: Syntax, phrases: list[Phrase]) -> None:
    """Give verbs of one sentence, in place, the subject and governor that word order tells."""
    _reduce(syntax, phrases)
    for place, phrase in enumerate(phrases):
        if phrase.kind == "VG":
            _free_report(syntax, phrases, place)
            _close_insertion(syntax, phrases, place)
            _give_subject(syntax, phrases, place)


def _reduce(syntax: Syntax, phrases: list[Phrase]) -> None:
    """Put "fired by rebels" on its noun where another verb tells what "shells" did."""
    for place in range(1, len(phrases) - 2):
        subject, verb = phrases[place - 1], phrases[place]
        adjoins = subject.kind == "NP" and verb.kind == "VG" and subject.last == verb.first
        if not adjoins or verb.clause == "acl" or not _has_agent(syntax, verb):
            continue
        near = range(place + 1, min(place + _MAIN_VERB, len(phrases)))
        main = next((i for i in near if phrases[i].kind == "VG"), None)
        if main is None or not _is_main(syntax, verb, phrases[main]):
            continue
        role = "subjpass" if phrases[main].role == "passive" else "subj"
        phrases[place - 1] = replace(subject, role=role, governor=phrases[main].head)
        phrases[place] = replace(verb, role="passive", clause="acl", governor=subject.head)
        phrases[main] = replace(phrases[main], clause="root", governor=-1)


def _has_agent(syntax: Syntax, verb: Phrase) -> bool:
    alone = verb.last - verb.first == 1 and verb.last < len(syntax)
    return alone and syntax.lower(verb.last) == "by"


def _is_main(syntax: Syntax, verb: Phrase, main: Phrase) -> bool:
    """Whether a verb is finite and no word joins it to the other."""
    joined = {syntax.lower(token) for token in range(verb.last, main.first)} & _JOINING
    return not joined and not syntax.lower(main.first).endswith("ing")


def _near(phrases: list[Phrase], place: int) -> list[Phrase]:
    """The phrases not far before a place: a sentence may go on for pages."""
    return phrases[max(place - _REACH, 0) : place]


def _close_insertion(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Give a verb behind ", which ..., " the subject before it, not that of the insertion."""
    verb = phrases[place]
    above = next((p for p in _near(phrases, place) if p.head == verb.governor), None)
    if verb.clause != "conj" or above is None or above.clause != "relcl":
        return
    if verb.first == 0 or syntax.word(verb.first - 1) != ",":
        return
    phrases[place] = replace(verb, clause="root", governor=-1)
    lead = next(
        (i for i in range(max(place - _REACH, 0), place) if phrases[i].head == above.governor), None
    )
    if lead is not None and phrases[lead].governor < 0:
        role = "subjpass" if verb.role == "passive" else "subj"
        phrases[lead] = replace(phrases[lead], role=role, governor=verb.head)


def _free_report(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take "announced" behind a comma for active where what is announced depends on it.

    A participle has no such clause: "the firm, which owns the mine, announced that it will close".
    """
    verb = phrases[place]
    reduced = verb.clause == "acl" and verb.first == verb.head
    if not reduced or verb.first == 0 or syntax.word(verb.first - 1) != ",":
        return
    said = any(p.governor == verb.head and p.clause == "ccomp" for p in phrases[place + 1 :])
    if said and syntax.lower(verb.head) in grammar().reporting:
        phrases[place] = replace(verb, role="active", clause="root", governor=-1)


def _give_subject(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take what opens a clause behind "In one case," for its subject, where it has none.

    The tagger joins it to the noun before the comma: "In one case, two women and a boy were shot".
    """
    verb = phrases[place]
    if any(p.governor == verb.head and p.role in _SUBJECTS for p in _near(phrases, place)):
        return
    listed = _list_before(syntax, phrases, place)
    if not listed:
        return
    first = listed[0]
    role = "subjpass" if verb.role == "passive" else "subj"
    phrases[first] = replace(phrases[first], role=role, governor=verb.head)
    for other in listed[1:]:
        phrases[other] = replace(phrases[other], role="conj", governor=phrases[first].head)


def _list_before(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> list[int]:
    """The places of the list right before a verb, where it follows a phrase of place or time."""
    found: list[int] = []
    last = phrases[place].first
    for here in range(place - 1, -1, -1):
        phrase = phrases[here]
        gap = [syntax.lower(token) for token in range(phrase.last, last)]
        if phrase.kind != "NP":
            return []
        if found and gap == [","] and phrase.role in _PLACED:
            return found if _opens(syntax, phrases, here) else []
        if phrase.role != "conj" or (found and not set(gap) <= _LIST) or (not found and gap):
            return []
        found.insert(0, here)
        last = phrase.first
    return []


def _opens(syntax: Syntax, phrases: Sequence[Phrase], place: int) -> bool:
    """Whether nothing but phrases behind prepositions stands before, in its sentence."""
    first = phrases[0]
    return (
        place < _REACH
        and all(p.kind == "NP" for p in phrases[:place])
        and syntax.pos[first.first - 1] == "ADP"
    )


_DENIED = frozenset({"that", "it", "its", "they", "their", "he", "she", "any"})
"""Words that open what is denied."""


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


def parted(syntax: Syntax, sentence: Sentence, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Cut noun phrases that are two: "gunmen shot dead three men", "In another, gunmen ..."."""
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
    """ "Dead two men" behind "shot": the two men."""
    split = phrase.kind == "NP" and syntax.lower(phrase.first) in grammar().results
    if not split or phrase.head == phrase.first or phrase.first == sentence.first:
        return phrase
    behind_verb = syntax.pos[phrase.first - 1] == "VERB"
    return replace(phrase, first=phrase.first + 1) if behind_verb else phrase


def _parted(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    if phrase.kind != "NP":
        return (phrase,)
    inner = range(phrase.first + 1, phrase.head)
    for token in inner:
        if _fells(syntax, token) and token + 1 < phrase.head:
            subject = replace(phrase, last=token, head=token - 1)
            return subject, replace(phrase, first=token + 2)
        opens = phrase.first == sentence.first + 1 and syntax.pos[sentence.first] == "ADP"
        if opens and syntax.word(token) == ",":
            opening = replace(phrase, last=token, head=token - 1, role="obl")
            return opening, replace(phrase, first=token + 1, role="conj", governor=token - 1)
    return (phrase,)


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


def repaired(syntax: Syntax, opening: frozenset[int]) -> Syntax:
    """Return the syntax with its phrases repaired; `opening` are tokens that open quotations."""
    phrases = tuple(
        phrase
        for sentence in syntax.sentences
        for phrase in _repaired_in(syntax, sentence, opening)
    )
    return replace(syntax, phrases=phrases)


def _repaired_in(syntax: Syntax, sentence: Sentence, opening: frozenset[int]) -> list[Phrase]:
    phrases = list(with_speech(syntax, syntax.phrases_in(sentence), opening))
    phrases = list(parted(syntax, sentence, phrases))
    phrases = list(with_felling(syntax, phrases))
    overrule_governors(syntax, phrases)
    return phrases
