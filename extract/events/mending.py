"""Phrases of a sentence where the order of the words tells better than the tagger."""

from collections.abc import Sequence
from dataclasses import replace

from extract.syntax import Phrase, Sentence, Syntax

_RESULTS = frozenset({"dead"})
"""What an object is after the act, before it: "shot dead two men"."""
_SUBJECTS = frozenset({"subj", "subjpass"})
_PLACED = frozenset({"obl", "nmod"})
_LIST = frozenset({",", "and", "or", "&"})


def mended(syntax: Syntax, sentence: Sentence) -> tuple[Phrase, ...]:
    """The noun phrases and verb groups of a sentence, the plain errors among them put right."""
    phrases = [_without_result(syntax, sentence, phrase) for phrase in syntax.phrases_in(sentence)]
    for place, phrase in enumerate(phrases):
        if phrase.kind == "VG":
            _give_subject(syntax, phrases, place)
    return tuple(phrases)


def _without_result(syntax: Syntax, sentence: Sentence, phrase: Phrase) -> Phrase:
    """ "Dead two men" behind "shot": the two men."""
    split = phrase.kind == "NP" and syntax.lower(phrase.first) in _RESULTS
    if not split or phrase.head == phrase.first or phrase.first == sentence.first:
        return phrase
    behind_verb = syntax.pos[phrase.first - 1] == "VERB"
    return replace(phrase, first=phrase.first + 1) if behind_verb else phrase


def _give_subject(syntax: Syntax, phrases: list[Phrase], place: int) -> None:
    """Take what opens a clause behind "In one case," for its subject, where it has none.

    The tagger joins it to the noun before the comma: "In one case, two women and a boy were shot".
    """
    verb = phrases[place]
    if any(p.governor == verb.head and p.role in _SUBJECTS for p in phrases[:place]):
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
    return all(p.kind == "NP" for p in phrases[:place]) and syntax.pos[first.first - 1] == "ADP"
