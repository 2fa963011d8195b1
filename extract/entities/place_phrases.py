"""Generic nouns that belong to the name of a place: "Kano state", "the outskirts of Goma"."""

from extract.doc.morphology import singular
from extract.entities.mentions import Candidate
from extract.entities.tokens import Tokens
from extract.lexicon import name_words
from extract.records import MentionForm

_BEHIND = frozenset({"region", "settlement", "nature", "site"})
_LONGEST = 8


def with_generic_nouns(tokens: Tokens, names: list[Candidate]) -> list[Candidate]:
    """Return the names, those of places with the generic nouns that belong to them; in order."""
    ends = {mention.last: mention for mention in names}
    starts = {mention.first: mention for mention in names}
    for mention in names:
        if mention.kind == "LOC" and mention.form is MentionForm.NAME:
            _take_behind(tokens, mention, starts)
            _take_before(tokens, mention, ends)
    return names


def _take_behind(tokens: Tokens, mention: Candidate, starts: dict[int, Candidate]) -> None:
    """ "province" in "Idlib province", where it ends the noun phrase."""
    token = mention.last
    kind = name_words.place_heads().get(tokens.word(token))
    if kind not in _BEHIND or token in starts or tokens.is_capital(token):
        return
    phrase = tokens.noun_at(mention.last - 1)
    if phrase is not None and phrase.head == token:
        mention.last = token + 1


def _take_before(tokens: Tokens, mention: Candidate, ends: dict[int, Candidate]) -> None:
    """ "the eastern countryside of" before the name."""
    if tokens.word(mention.first - 1) == "of":
        phrase = tokens.noun_at(mention.first - 2)
        if (
            phrase is not None
            and phrase.last == mention.first - 1
            and _is_part(tokens.low[phrase.head])
        ):
            start = _modifiers(tokens, phrase.first, phrase.head)
            if all(place not in ends for place in range(start + 1, mention.first)):
                mention.first, mention.form = start, MentionForm.NOMINAL


def _is_part(noun: str) -> bool:
    return noun in name_words.place_parts() or singular(noun) in name_words.place_parts()


def _modifiers(tokens: Tokens, first: int, head: int) -> int:
    """The first of the directions before a head: "western and eastern" belongs to it."""
    place = head
    while place > max(first - 3, 0) and head - place < _LONGEST:
        before = tokens.low[place - 1]
        if before not in name_words.directions() and before not in ("and", "-", "–"):
            break
        place -= 1
    while tokens.low[place] in ("and", "-", "–"):
        place += 1
    return place


def stem_of(tokens: Tokens, mention: Candidate) -> tuple[str, str]:
    """Return the name without its generic head, and the head: "Kano state" is ("Kano", "state")."""
    last = tokens.low[mention.last - 1]
    if (
        mention.last - mention.first > 1
        and last in name_words.place_heads()
        and not tokens.is_capital(mention.last - 1)
    ):
        return tokens.words_of(mention.first, mention.last - 1), last
    first = tokens.low[mention.first]
    if (
        mention.last - mention.first > 2
        and tokens.low[mention.first + 1] == "of"
        and first in name_words.place_heads()
    ):
        return tokens.words_of(mention.first + 2, mention.last), first
    return tokens.words_of(mention.first, mention.last), ""


def bare(name: str) -> str:
    """Return a name without the generic head behind it."""
    words = name.split()
    return (
        " ".join(words[:-1]) if len(words) > 1 and words[-1] in name_words.place_heads() else name
    )
