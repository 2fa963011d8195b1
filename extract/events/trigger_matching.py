"""Find the triggers of the lexicon among the tokens of a text."""

from dataclasses import dataclass

from extract.doc.syntax import Sentence, Syntax
from extract.events.trigger_lexicon import GAP, NEVER, Category, Entry, triggers
from extract.events.words import frames

_LONGEST_GAP = 3
_BEFORE, _AFTER = 6, 9
_OF = frozenset({"of"})
"""What parts the head of a phrase from what stands behind it: "exchange of fire"."""
_VERBAL = frozenset({"VERB", "AUX"})
_NOMINAL = frozenset({"NOUN", "PROPN"})
_BEFORE_NOUNS = frozenset({"NUM", "DET"})
_IN_NOUN_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_BREAKS = frozenset({";", ":", ".", "!", "?"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A trigger found, as token indices, end exclusive."""

    first: int
    last: int
    head: int
    """The verb, or the noun that carries the number."""
    category: Category
    verbal: bool
    weak: bool


def hits_in(syntax: Syntax, sentence: Sentence) -> list[Hit]:
    """Return the triggers of one sentence, in order, none inside another."""
    found: list[Hit] = []
    token = sentence.first
    while token < sentence.last:
        hit = _hit_at(syntax, sentence, token)
        if hit and hit.category.name != NEVER:
            found.append(hit)
        token = hit.last if hit else token + 1
    return found


def _hit_at(syntax: Syntax, sentence: Sentence, token: int) -> Hit | None:
    for entry in triggers().entries.get(syntax.lower(token), ()):
        last = _end_of(entry, syntax, token, sentence.last)
        if last is None:
            continue
        head = _head_of(entry, syntax, token, last)
        category = triggers().categories[entry.category]
        if category.name == NEVER:
            return Hit(token, last, head, category, entry.verbal, entry.weak)
        if _part_fits(entry, syntax, token, head) and _near(entry, syntax, sentence, head):
            return Hit(token, last, head, category, entry.verbal, entry.weak)
    return None


def _end_of(entry: Entry, syntax: Syntax, token: int, limit: int) -> int | None:
    """Index after the entry's last word, if its words stand at the token."""
    place = token
    gap = 0
    for words in entry.words:
        if words == {GAP}:
            gap = _LONGEST_GAP
            continue
        place_found = _first_of(words, syntax, place, min(place + gap + 1, limit))
        if place_found is None:
            return None
        place, gap = place_found + 1, 0
    return place


def _first_of(words: frozenset[str], syntax: Syntax, low: int, high: int) -> int | None:
    return next((place for place in range(low, high) if syntax.lower(place) in words), None)


def _head_of(entry: Entry, syntax: Syntax, token: int, last: int) -> int:
    """The verb or noun of a trigger's words: of "fatally shot" and "shots were fired" the last."""
    if entry.verbal:
        return token if syntax.pos[token] in _VERBAL else last - 1
    return token if _OF in entry.words else last - 1


def _part_fits(entry: Entry, syntax: Syntax, token: int, head: int) -> bool:
    if entry.verbal:
        return syntax.pos[head] in _VERBAL or _is_felling(syntax, token)
    if syntax.pos[head] not in _NOMINAL and not _stands_for_noun(syntax, head):
        return False
    return not _starts_compound(syntax, head)


def _is_felling(syntax: Syntax, token: int) -> bool:
    """Whether "shot" stands before "dead", where taggers may take it for a noun."""
    return token + 1 < len(syntax) and syntax.lower(token + 1) in frames().results


def _stands_for_noun(syntax: Syntax, head: int) -> bool:
    """Whether the tagger's adjective is a noun: "four dead", "the dead", "the shooting death"."""
    if syntax.pos[head] != "ADJ":
        return False
    if head + 1 < len(syntax) and syntax.lower(head + 1) in frames().compound:
        return syntax.lower(head).endswith("ing")
    if head == 0 or syntax.pos[head - 1] not in _BEFORE_NOUNS:
        return False
    return head + 1 == len(syntax) or syntax.pos[head + 1] not in _IN_NOUN_PHRASE


def _starts_compound(syntax: Syntax, head: int) -> bool:
    """Whether another noun follows, whose modifier this is: "attack helicopter".

    "The shooting victim" is one of the shooting.

    A plural modifies nothing: in "Heavy clashes grip the city" the tagger takes a verb for a noun.
    """
    phrase = syntax.phrase_at(head)
    if phrase is None or head >= phrase.head or syntax.pos[head + 1] not in _NOMINAL:
        return False
    if syntax.lower(phrase.head) in frames().compound:
        return False
    word = syntax.lower(head)
    return not word.endswith("s") or word.endswith("ss")


def _near(entry: Entry, syntax: Syntax, sentence: Sentence, head: int) -> bool:
    if entry.beside is None:
        return True
    after = range(head + 1, min(head + 1 + _AFTER, sentence.last))
    before = range(head - 1, max(head - 1 - _BEFORE, sentence.first - 1), -1)
    return _reaches(entry.beside, syntax, after) or _reaches(entry.beside, syntax, before)


def _reaches(words: frozenset[str], syntax: Syntax, places: range) -> bool:
    for place in places:
        word = syntax.lower(place)
        if word in words:
            return True
        if word in _BREAKS:
            return False
    return False
