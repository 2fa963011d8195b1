"""Phrases whose governor or subject the order of the words tells better than the tagger."""

from collections.abc import Sequence
from dataclasses import replace

from extract.doc.syntax import Phrase, Syntax

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
