"""Typing cues: what the words around a name say about its kind, each with an example.

At each position (before the name, behind it, whoever did an act) the first cue that is there
counts. How many points a cue gives to which kinds stands in `lexicon/evidence.toml`.
"""

from collections.abc import Callable
from dataclasses import dataclass

from extract.doc.morphology import singular
from extract.doc.syntax import Phrase
from extract.entities.gazetteer_priors import REGION, place_weight
from extract.entities.mentions import Candidate
from extract.entities.tokens import NONE, Tokens
from extract.lexicon import cached, name_words, table

Points = dict[str, int]

_NEAR_BLAME = 4
"""Words between "blamed" and "on": "blamed the attack on"."""
_COPULAS = frozenset({"is", "was"})
_POSSESSIVE = frozenset({"'s", "’s"})
_LARGE_PLACES = frozenset({"region", "settlement"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Words around a name that tell its kind.

    In the example curly brackets are the name as the tagger sees it, angle brackets a noun phrase.
    """

    name: str
    """Its entry under "points" in the list, or the list of words that it is read from."""
    example: str
    expected: str
    """The kind that the example gives most points to."""
    points: Callable[[Tokens, Candidate], Points]
    """What it gives to each kind; nothing where the cue is not there."""


def points_around(tokens: Tokens, mention: Candidate) -> Points:
    """Return the points for each kind that the words around one mention give."""
    points: Points = {}
    for cues in (BEFORE, BEHIND, DEED):
        found = (cue.points(tokens, mention) for cue in cues)
        for kind, count in next((given for given in found if given), {}).items():
            points[kind] = points.get(kind, 0) + count
    return points


# ------------------------------------------------------------------------------ before a name
def _title(tokens: Tokens, mention: Candidate) -> bool:
    return NONE < mention.title_first < mention.first


def _article(tokens: Tokens, mention: Candidate) -> bool:
    return tokens.word(mention.first - 1) == "the"


def _word_before(tokens: Tokens, mention: Candidate) -> Points:
    return _by_word("before").get(tokens.word(mention.first - 1), {})


def _did_it(tokens: Tokens, mention: Candidate) -> bool:
    place = mention.first - (2 if _article(tokens, mention) else 1)
    last, before = tokens.word(place), tokens.word(place - 1)
    doers = name_words.doers()
    if last in doers.get("alone", ()) or before in doers.get(last, ()):
        return True
    near = {tokens.word(token) for token in range(place - _NEAR_BLAME, place)}
    return last == "on" and bool(near & doers["on"])


# ------------------------------------------------------------------------------ behind a name
def _acronym(tokens: Tokens, mention: Candidate) -> bool:
    within = tokens.words[mention.last + 1 : mention.last + 2]
    return tokens.word(mention.last) == "(" and any(word.isupper() for word in within)


def _age(tokens: Tokens, mention: Candidate) -> bool:
    word, after = (tokens.word(_complement_first(tokens, mention) + n) for n in (0, 1))
    return word.isdigit() and len(word) < 3 and after in (",", ".")


def _in_country(tokens: Tokens, mention: Candidate) -> bool:
    phrase = _complement(tokens, mention)
    if phrase is None or not tokens.is_capital(phrase.first):
        return False
    return place_weight(tokens.words_of(phrase.first, phrase.last)) >= REGION


def _role(tokens: Tokens, mention: Candidate) -> bool:
    return _complement_noun(tokens, mention) in name_words.roles()


def _organisation(tokens: Tokens, mention: Candidate) -> bool:
    noun = _complement_noun(tokens, mention)
    return noun in name_words.organisation_nouns() or noun in name_words.organisation_heads()


def _place_noun(tokens: Tokens, mention: Candidate) -> bool:
    noun = _complement_noun(tokens, mention)
    if not noun and not tokens.is_capital(mention.last):
        noun = tokens.word(mention.last)
    return name_words.place_heads().get(noun) in _LARGE_PLACES


def _word_behind(tokens: Tokens, mention: Candidate) -> Points:
    return _by_word("behind").get(tokens.word(mention.last), {})


def _noun_behind(tokens: Tokens, mention: Candidate) -> Points:
    possessive = tokens.word(mention.last) in _POSSESSIVE
    noun = tokens.word(mention.last + 1 if possessive else mention.last)
    return _by_word("noun").get(singular(noun), {}) if noun else {}


def _complement_first(tokens: Tokens, mention: Candidate) -> int:
    """Return the token that an apposition or a complement of "is" begins with, or `NONE`."""
    after = tokens.word(mention.last)
    return mention.last + 1 if after == "," or after in _COPULAS else NONE


def _complement(tokens: Tokens, mention: Candidate) -> Phrase | None:
    """Find the noun phrase in apposition behind a name, or said of it by "is"."""
    first = _complement_first(tokens, mention)
    phrase = tokens.noun_at(first) if first != NONE else None
    return phrase if phrase is not None and phrase.first == first else None


def _complement_noun(tokens: Tokens, mention: Candidate) -> str:
    phrase = _complement(tokens, mention)
    return singular(tokens.low[phrase.head]) if phrase is not None else ""


# ------------------------------------------------------------------------------ tables
def _cue(
    name: str, example: str, expected: str, is_there: Callable[[Tokens, Candidate], bool]
) -> Cue:
    def points(tokens: Tokens, mention: Candidate) -> Points:
        return _points()[name] if is_there(tokens, mention) else {}

    return Cue(name, example, expected, points)


BEFORE = (
    _cue("title", "Mrs {LOC Doral} left.", "PER", _title),
    _cue("article", "It joined the {LOC Doral} today.", "ORG", _article),
    Cue("before", "Rain fell near {PER Doral} today.", "LOC", _word_before),
)
BEHIND = (
    _cue("acronym", "{PER Doral Sen} (DS) closed.", "ORG", _acronym),
    _cue("age", "{LOC Doral}, 34, left.", "PER", _age),
    _cue("in_country", "{PER Doral}, <Peru>, was dry.", "LOC", _in_country),
    _cue("role", "{LOC Doral}, <the minister>, left.", "PER", _role),
    _cue("organisation", "{PER Doral} is <a company>.", "ORG", _organisation),
    _cue("place_head", "{PER Doral} province was dry.", "LOC", _place_noun),
    Cue("behind", "{LOC Doral} said so.", "PER", _word_behind),
    Cue("noun", "{LOC Doral} shares fell.", "ORG", _noun_behind),
)
DEED = (_cue("doer", "They blamed the raid on {PER Doral}.", "ORG", _did_it),)


@cached
def _points() -> dict[str, Points]:
    return {name: dict(points) for name, points in table("evidence")["points"].items()}


@cached
def _words() -> dict[str, dict[str, Points]]:
    found: dict[str, dict[str, Points]] = {}
    for position in ("before", "behind", "noun"):
        found[position] = {
            word: dict(entry["points"])
            for entry in table("evidence")[position]
            for word in entry["words"]
        }
    return found


def _by_word(position: str) -> dict[str, Points]:
    return _words()[position]
