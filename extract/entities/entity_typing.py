"""Entity typing: one name, one kind throughout a report, the one with the most evidence.

Each mention counts with the probabilities that the tagger gives, ten points for certainty; then the
words around it (the cues below, each with an example), the words of the name, what the gazetteer
knows of it, the names it is part of, stands in brackets behind, or is listed with. At each position
(before the name, behind it, whoever did an act) the first cue that is there counts; how many points
a cue gives to which kinds stands in `lexicon/evidence.toml`. The points were set by reading
reports; their order of size matters.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.doc.morphology import singular
from extract.doc.syntax import Phrase
from extract.entities.mentions import Candidate
from extract.entities.name_matching import folded, words_of
from extract.entities.organisations import is_known_group
from extract.entities.tokens import NONE, Tokens
from extract.gazetteer import country_named, is_given_name, is_surname, places_named, region_named
from extract.lexicon import cached, name_words, table
from extract.vocabulary import MentionForm

# ------------------------------------------------------------------------------ the gazetteer
COUNTRY = 100
"""Points of a country's name: more than a tagger can give against it."""
REGION = 20
"""Points of the name of a part of the world or of a country."""


def place_weight(name: str) -> int:
    """Return the points of a name for a place, by what is known of it; 0 where nothing is."""
    if country_named(name) is not None:
        return COUNTRY
    if region_named(name) is not None:
        return REGION
    found = places_named(name) if not (name.isupper() and len(name) < 6) else ()
    return min(2 + len(str(found[0].population // 1000)) * 2, 10) if found else 0


# ------------------------------------------------------------------------------ cues
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


def _unit_behind(tokens: Tokens, mention: Candidate) -> Points:
    return _by_word("unit").get(tokens.word(mention.last), {})


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
    Cue("unit", "{LOC Doral} militants fled.", "ORG", _unit_behind),
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
    for position in ("before", "behind", "noun", "unit"):
        found[position] = {
            word: dict(entry["points"])
            for entry in table("evidence")[position]
            for word in entry["words"]
        }
    return found


def _by_word(position: str) -> dict[str, Points]:
    return _words()[position]


# ------------------------------------------------------------------------------ votes
_CERTAIN = 10
_SURNAME, _FORENAME = 30, 15
_ORGANISATION_WORD = 8
_CAPITALS, _INNER_CAPITAL = 6, 4
_NO_FULL_NAME = -5
_KNOWN_PERSON = 6
_LISTED = 0.3
"""Share of its own points that a name gives to one it is listed with."""
_NO_NAME_BEFORE = 8
_COMMON_WORD = 8
_BETWEEN = frozenset({",", "and", "&", "or"})

Votes = Counter[str]


def assign_kinds(tokens: Tokens, mentions: list[Candidate]) -> None:
    """Give all mentions of one name the kind with the most points."""
    names: dict[str, list[Candidate]] = defaultdict(list)
    for mention in mentions:
        if _is_open(mention):
            names[_key(tokens, mention)].append(mention)
    votes = {key: _votes(tokens, key, found) for key, found in names.items()}
    _share(tokens, mentions, votes)
    parts = _parts_of_people(votes)
    for key, found in names.items():
        if " " not in key and place_weight(key) < REGION:
            votes[key]["PER"] += parts.get(key, _NO_FULL_NAME)
        best = _best(votes[key])
        for mention in found:
            mention.kind = best


def _is_open(mention: Candidate) -> bool:
    """Whether the kind of the mention is still to be told."""
    return mention.form is MentionForm.NAME and mention.kind != "GROUP" and not mention.settled


def _key(tokens: Tokens, mention: Candidate) -> str:
    return folded(tokens.words_of(mention.first, mention.last))


def _best(votes: Votes) -> str:
    return max(votes, key=lambda kind: votes[kind])


def _votes(tokens: Tokens, key: str, mentions: list[Candidate]) -> Votes:
    votes: Votes = Counter()
    for mention in mentions:
        for kind, chance in mention.chances.items():
            votes[kind] += round(_CERTAIN * chance)
        votes.update(points_around(tokens, mention))
    first = mentions[0]
    name = tokens.words_of(first.first, first.last)
    votes["LOC"] += place_weight(name)
    votes["ORG"] += COUNTRY if is_known_group(name) else 0
    _add_form(tokens, first, votes)
    words = key.split()
    if not words:  # a name of nothing but signs
        return votes
    if words[-1] in name_words.organisation_heads() or (
        words[0] in name_words.organisation_heads() and len(words) > 1
    ):
        votes["ORG"] += _ORGANISATION_WORD * len(mentions)
    elif 1 < len(words) < 5 and is_given_name(words[0]) and is_surname(words[-1]):
        votes["PER"] += _KNOWN_PERSON
    return votes


def _add_form(tokens: Tokens, mention: Candidate, votes: Votes) -> None:
    """Add what the letters of a name tell: organisations have acronyms, people do not."""
    word = tokens.words[mention.first]
    if mention.last - mention.first > 1 or not tokens.has_normal_case(mention.first):
        return
    if word.isupper() and len(word) > 1:
        votes["ORG"] += _CAPITALS
    elif tokens.low[mention.first] in tokens.common:
        votes["PER"] -= _COMMON_WORD
    elif any(c.isupper() for c in word[3:]):
        votes["ORG"] += _INNER_CAPITAL


def _share(tokens: Tokens, names: list[Candidate], votes: dict[str, Votes]) -> None:
    """Let names count for those they are listed with, or that stand in brackets behind them."""
    named = [mention for mention in names if _is_open(mention)]
    shares = list(_shares(tokens, named))
    # all give what they had before anyone was given to, so that the order makes no difference
    given = {key: dict(found) for key, found in votes.items()}
    for key, other, share in shares:
        for kind, count in given[other].items():
            votes[key][kind] += round(share * min(count, 2 * _CERTAIN))
    for mention in named:
        if _stands_for_no_name(tokens, mention):
            votes[_key(tokens, mention)]["MISC"] += _NO_NAME_BEFORE


def _shares(tokens: Tokens, named: list[Candidate]) -> Iterator[tuple[str, str, float]]:
    """Yield the name that is given points, the one that gives, and which share of them."""
    for before, mention in pairwise(named):
        key, other = _key(tokens, mention), _key(tokens, before)
        if _is_bracketed(tokens, mention) and before.last == mention.first - 1:
            yield key, other, 1.0
        elif key != other and _are_listed(tokens, before, mention):
            yield key, other, _LISTED
            yield other, key, _LISTED


def _stands_for_no_name(tokens: Tokens, mention: Candidate) -> bool:
    """Whether it is short for common words: "value added tax (VAT)"."""
    before = mention.first - 2
    return _is_bracketed(tokens, mention) and before >= 0 and tokens.words[before].islower()


def _is_bracketed(tokens: Tokens, mention: Candidate) -> bool:
    return tokens.word(mention.first - 1) == "(" and tokens.word(mention.last) == ")"


def _are_listed(tokens: Tokens, before: Candidate, mention: Candidate) -> bool:
    between = tokens.low[before.last : mention.first]
    return 0 < len(between) <= 2 and all(word in _BETWEEN for word in between)


def _parts_of_people(votes: dict[str, Votes]) -> dict[str, int]:
    """Return for single words of people's full names the points of each for a person."""
    parts: dict[str, int] = {}
    for key, found in votes.items():
        words = words_of(key)
        if len(words) > 1 and _best(found) == "PER":
            for word in words[:-1]:
                parts[word] = max(parts.get(word, 0), _FORENAME)
            parts[words[-1]] = _SURNAME
    return parts
