"""Phrases of a sentence where the order of the words tells better than the tagger."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.doc.syntax import Phrase, Sentence, Syntax
from extract.doc.words import grammar

_RESULTS = frozenset({"dead"})
"""What an object is after the act, before it: "shot dead two men"."""
_FELLED = frozenset({"shot", "shoot", "gunned", "stabbed", "hacked", "beaten", "beat", "struck"})
"""Verbs before it."""
_MAIN_VERB = 5
"""Phrases behind a participle among which the verb of its sentence stands."""
_JOINING = frozenset({",", ";", "and", "or", "but", "who", "which", "that", "when", "as", "to"})
_DENIED = frozenset({"that", "it", "its", "they", "their", "he", "she", "any"})
"""Words that open what is denied."""
_REACH = 40
"""Phrases before a verb that are searched for its subject."""
_SUBJECTS = frozenset({"subj", "subjpass"})
_PLACED = frozenset({"obl", "nmod"})
_LIST = frozenset({",", "and", "or", "&"})


def repaired(syntax: Syntax, sentence: Sentence) -> tuple[Phrase, ...]:
    """The noun phrases and verb groups of a sentence, the plain errors among them put right."""
    phrases = [
        part
        for phrase in syntax.phrases_in(sentence)
        for part in _parted(syntax, sentence, _without_result(syntax, sentence, phrase))
    ]
    phrases = list(_with_felling(syntax, phrases))
    phrases = _with_denials(syntax, phrases)
    _reduce(syntax, phrases)
    for place, phrase in enumerate(phrases):
        if phrase.kind == "VG":
            _close_insertion(syntax, phrases, place)
            _give_subject(syntax, phrases, place)
    return tuple(phrases)


def _without_result(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "Dead two men" behind "shot": the two men."""
    split = phrase.kind == "NP" and syntax.lower(phrase.first) in _RESULTS
    if not split or phrase.head == phrase.first or phrase.first == sentence.first:
        return phrase
    behind_verb = syntax.pos[phrase.first - 1] == "VERB"
    return replace(phrase, first=phrase.first + 1) if behind_verb else phrase


def _parted(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> tuple[Phrase, ...]:
    """One noun phrase that is two: "gunmen shot dead three men", "In another, gunmen ..."."""
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


def _with_denials(syntax: Syntax, phrases: Sequence[Phrase]) -> list[Phrase]:
    """The phrases, with verb groups where the tagger takes "denies" or "rejected" for nouns.

    What is denied hangs on them: "The militia denies that it ...", "rejected claims that ...".
    """
    found: list[Phrase] = []
    above: tuple[int, str] | None = None
    for phrase in phrases:
        if above is not None and phrase.kind == "VG":
            root = phrase.governor < 0
            found.append(replace(phrase, governor=above[0], clause=above[1]) if root else phrase)
            above = None
            continue
        parts, above_here = _denial_in(syntax, phrase)
        found += parts
        above = above_here or above
    return found


def _denial_in(syntax: Syntax, phrase: Phrase) -> tuple[list[Phrase], tuple[int, str] | None]:
    """The parts of a noun phrase with a denial in it, and where what is denied hangs how."""
    if phrase.kind != "NP" or phrase.head == phrase.first or phrase.last >= len(syntax):
        return [phrase], None
    head, before = phrase.head, phrase.head - 1
    if syntax.lower(head) in grammar().denying and syntax.lower(phrase.last) in _DENIED:
        return _subject_and_verb(phrase, head), (head, "ccomp")
    claims = syntax.lower(head) in grammar().accusations and before > phrase.first
    if claims and syntax.lower(before) in grammar().denying | grammar().dismissing:
        thing = replace(phrase, first=head, role="obj", governor=before)
        return [*_subject_and_verb(phrase, before), thing], (head, "acl")
    return [phrase], None


def _subject_and_verb(phrase: Phrase, verb: int) -> list[Phrase]:
    subject = replace(phrase, last=verb, head=verb - 1, role="subj", governor=verb)
    return [subject, Phrase("VG", verb, verb + 1, verb, "active", -1, "root")]


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


def _fells(syntax: Syntax, token: int) -> bool:
    """Whether "shot" stands before "dead"."""
    near = token + 1 < len(syntax) and syntax.lower(token + 1) in _RESULTS
    return near and syntax.lower(token) in _FELLED


def _with_felling(syntax: Syntax, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """The phrases, with a verb group for "shot dead" where the tagger sees no verb."""
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
